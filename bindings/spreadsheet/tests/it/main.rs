//! Workbooks as officers and strangers make them: one topic per module.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod books;
mod findings;
mod round_trip;
