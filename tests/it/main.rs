//! Integration tests: one binary, one topic per module.

mod cases;
mod gaps;
mod laws;
mod support;
