#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    muntwerk_fuzz::observed(data, muntwerk_fuzz::Depth::of(data));
});
