//! Pilots: who may be one, how ready, in which order; and what a pilot brought, before it is replicated.
//!
//! Rules are data ([`PilotRules`]): what a source says is cited, the rest is the caller's and marked. Robustness of ranks is not judged here:
//! the shares and weights of [`PilotCandidate::readiness`] are what such an analysis varies.

mod effect;
mod read;
mod rules;
mod select;
mod write;

pub use effect::{CriterionEffect, EffectOptions, EffectVerdict, PilotEffect};
pub(super) use read::of_set;
pub use rules::{PilotCondition, PilotGround, PilotRules, PilotStatement, PilotStatements, PilotTest, ReadinessItem, ReadinessOf};
pub use select::{ConditionAnswer, Eligible, PilotCandidate, PilotSelection, ReadinessAnswer};
pub use write::{EFFECT_COLUMNS, PILOT_COLUMNS};
