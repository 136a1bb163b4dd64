//! Panels against the exact path: whatever columns give, an assessment of each place says the same.

mod faults;
mod laws;
mod made;
mod published;
mod sheets;
mod thresholds;
