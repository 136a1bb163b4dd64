//! Panels against the exact path: whatever columns give, an assessment of each place says the same.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

mod changes;
mod diagnose;
mod doubted;
mod faults;
mod laws;
mod made;
#[path = "../support/made.rs"]
mod made_up;
mod places;
mod published;
mod robust;
mod sdg_index;
mod sheets;
mod support;
mod thresholds;
mod treated;
mod trend;
