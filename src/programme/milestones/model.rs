//! Milestones of an instrument as data, each with its source.

use crate::criteria::{Cite, Confidence, Op, Source};
use crate::date::Date;
use crate::number::Dec;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;

/// The milestones of an instrument.
///
/// ```
/// use dothi::programme::Milestones;
/// let milestones = Milestones::builtin().unwrap();
/// assert_eq!(milestones.horizons().len(), 4);
/// assert!(milestones.items.iter().all(|item| !item.cites.is_empty()));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Milestones {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// The texts it was read in.
    pub sources: Vec<Source>,
    /// Milestones in the order of the file.
    pub items: Vec<Milestone>,
    /// What is known to be open.
    pub notes: Vec<Text>,
}

/// One milestone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Milestone {
    /// Id.
    pub id: String,
    /// What kind it is.
    pub kind: MilestoneKind,
    /// What is to be there.
    pub title: Text,
    /// When: a year counts to its last day, which is our reading.
    pub horizon: Option<Date>,
    /// The number that is to be reached, where the source has one.
    pub target: Option<MilestoneTarget>,
    /// How the source was read.
    pub confidence: Confidence,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// Remark of the encoders, English.
    pub note: Option<String>,
}

/// What a milestone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MilestoneKind {
    /// Something to be done, in words.
    Milestone,
    /// A number to be reached.
    Quantity,
    /// Part of the instrument's structure: no target.
    Structure,
    /// Asked for later, to close the instrument.
    FollowUp,
}

impl MilestoneKind {
    pub(super) const WORDS: &'static [(&'static str, Self)] =
        &[("milestone", Self::Milestone), ("quantity", Self::Quantity), ("structure", Self::Structure), ("follow_up", Self::FollowUp)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// A number to be reached.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MilestoneTarget {
    /// How it is compared.
    pub op: Op,
    /// The number.
    pub value: Dec,
    /// Of what, as the facts name it.
    pub unit: String,
}

/// What somebody states about the state of milestones, each with its source.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StatedProgress {
    /// Made up for teaching and tests.
    pub fictional: bool,
    /// The statements.
    pub statements: Vec<Statement>,
}

/// One statement about a milestone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Statement {
    /// Id of the milestone.
    pub milestone: String,
    /// Done, under way or not begun.
    pub state: StatedState,
    /// Since when, or of which day.
    pub date: Date,
    /// The number reached, of a quantity.
    pub value: Option<Dec>,
    /// Who says so.
    pub source: String,
}

/// What is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StatedState {
    /// It is there.
    Done,
    /// Work has begun.
    UnderWay,
    /// Nothing has begun.
    NotStarted,
}

impl StatedState {
    pub(super) const WORDS: &'static [(&'static str, Self)] =
        &[("done", Self::Done), ("under_way", Self::UnderWay), ("not_started", Self::NotStarted)];
}

impl Milestones {
    /// The milestones of Decision 950/QĐ-TTg as restated by others: `criteria/programme/milestones-qd950-2018.json`.
    ///
    /// # Errors
    /// None in a published version: a test reads it.
    pub fn builtin() -> Result<Self, crate::finding::Findings> {
        Self::from_json(include_bytes!("../../../criteria/programme/milestones-qd950-2018.json")).map(|(milestones, _)| milestones)
    }

    /// The horizons, each once, in order.
    #[must_use]
    pub fn horizons(&self) -> Vec<Date> {
        let mut out: Vec<Date> = self.items.iter().filter_map(|item| item.horizon).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}
