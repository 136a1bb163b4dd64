//! Integration tests: one binary, one topic per module.

mod cases;
mod gaps;
mod generated;
mod hostile;
mod invalid;
mod laws;
mod repo;
mod sensitivity;
mod support;
