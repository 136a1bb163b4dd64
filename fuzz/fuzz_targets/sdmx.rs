#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dothi_fuzz::sdmx::sdmx(bytes));
