#![no_main]

use dothi_fuzz::{fuzzed, json};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzed::record(bytes));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { json::mutate(data, size, most, seed) });
