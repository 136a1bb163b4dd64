//! Workbooks as officers and strangers make them: one topic per module.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod any_city;
mod books;
mod findings;
mod form;
mod fuzzed;
mod hostile;
mod parts;
mod reading;
mod replay;
mod round_trip;
