#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    muntwerk_fuzz::wallet_file(data, muntwerk_fuzz::Depth::of(data));
});
