//! The programme, from files to results.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

mod files;
mod formulas;
mod fuzzed;
mod invalid;
mod laws;
mod local;
mod milestones;
mod pilots;
mod priorities;
mod records;
mod replaced;
mod replay;
mod rounds;
mod several;
mod support;
mod synthesis;
#[cfg(feature = "import")]
mod tables;
mod voice;
mod voice_laws;
