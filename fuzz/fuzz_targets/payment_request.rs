#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    muntwerk_fuzz::payment_request(data, muntwerk_fuzz::Depth::of(data));
});
