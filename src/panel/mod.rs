//! Many places at once.
//!
//! A panel is scored by the same rules as a city: columns run through the rules of the method's steps with `f64`
//! ([`kernel`], [`program`]), and whatever a column cannot decide beyond doubt the exact path decides, row by row
//! ([`settle`]).

mod bent;
mod bounds;
mod by_level;
mod column;
mod columns;
mod delicate;
mod diagnose;
mod input;
mod kernel;
mod limits;
mod mask;
mod node;
mod objects;
mod places;
mod plan;
mod program;
mod rank;
mod robust;
mod run;
mod said;
mod score;
mod scores;
mod settle;
mod shares;
mod sheet;
mod treat;
mod trend;

use crate::criteria::{CriteriaSet, UnitKind};
use crate::finding::{Code, Finding, Findings};

pub use by_level::LevelGroup;
pub use column::{Cell, Column};
pub use columns::Columns;
pub use diagnose::*;
pub use input::PanelInput;
pub use mask::Mask;
pub use node::PanelNode;
pub use places::{PanelSnapshot, PlacePanel, PlaceResults};
pub use plan::PanelPlan;
pub use program::Obstacle;
pub use rank::{Rank, Ranking, Ties};
pub use robust::*;
pub use scores::{PanelLevel, Scores};
pub use sheet::{DIAGNOSIS_COLUMNS, PANEL_COLUMNS, PanelPlace, PanelResults, PanelSheet, SheetDiagnosis, TREATED_COLUMNS};
pub use treat::{Peers, RowNote, TreatedInput, TreatedScores};
pub use trend::*;

fn out_of_scope(set: &CriteriaSet, kind: UnitKind) -> Findings {
    let mut findings = Findings::default();
    findings.push(Finding::at(Code::PanelKindOut, "").with("set", set.id()).with_both("kind", kind.words()));
    findings
}
