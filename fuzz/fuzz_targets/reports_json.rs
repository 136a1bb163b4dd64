#![no_main]

use dothi_fuzz::{json, programme};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| programme::reports_json(bytes));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { json::mutate(data, size, most, seed) });
