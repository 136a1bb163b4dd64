//! Pilots: who may be one, how ready, in which order; and what a pilot brought, before it is replicated.
//!
//! Rules are data ([`PilotRules`]): what a source says is cited, the rest is the caller's and marked. How ranks hold when the
//! weights of readiness are others, the analysis of robustness of panels says ([`PilotSelection::with_robustness`], feature `panel`).

mod effect;
mod read;
mod robust;
mod rules;
mod select;
#[cfg(feature = "panel")]
mod weights;
mod write;

pub use effect::{CriterionEffect, EffectOptions, EffectVerdict, PilotEffect};
pub(super) use read::of_set;
pub use robust::{PilotRanks, PilotRobustness};
pub use rules::{PilotCondition, PilotGround, PilotRules, PilotStatement, PilotStatements, PilotTest, ReadinessItem, ReadinessOf};
pub use select::{ConditionAnswer, Eligible, PilotCandidate, PilotSelection, ReadinessAnswer};
pub use write::{EFFECT_COLUMNS, PILOT_COLUMNS};
