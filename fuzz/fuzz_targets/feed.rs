#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    muntwerk_fuzz::feed(data, muntwerk_fuzz::Depth::of(data));
});
