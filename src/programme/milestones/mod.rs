//! Milestones: the horizons of the programme, and the dated targets of criteria sets, as states on a day.
//!
//! [`Milestones::at`] takes what is stated about each milestone; [`CriteriaSet::dated_targets`](crate::CriteriaSet::dated_targets) takes figures.
//! What neither says is not measurable.

mod model;
mod read;
mod state;
mod stated;
mod targets;
mod write;

pub use model::{Milestone, MilestoneKind, MilestoneTarget, Milestones, StatedProgress, StatedState, Statement};
pub use state::{FigureAt, TargetState};
pub use stated::{MilestoneAt, MilestonesAt};
pub use targets::{CityTarget, CityTargets, TargetAsked};
pub use write::{MILESTONE_COLUMNS, TARGET_COLUMNS, TargetCount, target_counts, targets_csv, targets_json};
pub(super) use {
    read::read,
    write::{decimal, line, sources, word},
};
