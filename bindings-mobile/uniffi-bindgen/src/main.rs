//! `cargo run -p muntwerk-uniffi-bindgen -- generate ...`: writes the foreign half of the library.

fn main() {
    uniffi::uniffi_bindgen_main();
}
