//! The command as people run it: one binary, one topic per module.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod exchange;
mod faults;
mod formats;
mod golden;
mod marks;
mod panel;
mod programme;
mod records;
mod report;
mod reports;
mod robust;
mod run;
mod streams;
mod trend;
mod workbooks;
