//! Integration tests: one binary, one topic per module.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

mod carry;
mod cases;
mod compare;
mod digest;
mod examples;
mod formulas;
mod fuzzed;
mod gaps;
mod generated;
mod history;
mod hostile;
mod invalid;
mod laws;
mod limits;
mod masses;
mod mutations;
#[cfg(feature = "packed")]
mod packed;
mod readings;
mod records;
mod replay;
mod repo;
mod sensitivity;
mod support;
mod unit_tables;
mod units;
mod words;
