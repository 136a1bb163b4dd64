//! Editions beside each other: what differs, and what becomes of an assessment.

mod agree;
mod aspect;
mod carry;
mod criterion;
mod diff;
mod header;
mod json;
mod keys;
mod pairs;
mod rows;
mod thresholds;
mod values;
mod words;

pub use aspect::{Aspect, Change};
pub use carry::{
    BoundaryChange, CARRY_COLUMNS, Carried, CarriedCriterion, Carry, CarryFault, CarryReason, CarryRow, CarrySide, CarryStep, Cause,
    LevelChange, OutcomeChange, Reached, Verdict, carry,
};
pub use criterion::CriterionDiff;
pub use diff::{EditionDiff, diff};
pub use pairs::Pairing;
pub use rows::{DIFF_COLUMNS, DiffRow};
pub use thresholds::ThresholdDiff;
pub use values::Shown;
