//! Exchange formats: round trips, findings, marks, and what each format asks of its documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod any_city;
mod fuzzed;
mod golden;
mod ngsi;
mod oscal;
mod sdmx;
mod sdmx_findings;
mod support;
