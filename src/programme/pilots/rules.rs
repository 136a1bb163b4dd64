//! Rules for choosing pilots, as data: what a source says is cited, what is the caller's own says so.

use crate::criteria::{Basis, Cite, Confidence, CriteriaSet, Source, UnitKind};
use crate::number::Dec;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;

/// Rules for choosing pilots among places assessed by a set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PilotRules {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Made up for teaching and tests.
    pub fictional: bool,
    /// The texts cited.
    pub sources: Vec<Source>,
    /// Conditions: a place that does not meet one is not eligible.
    pub eligibility: Vec<PilotCondition>,
    /// What the readiness score is made of; empty where nobody has given any.
    pub readiness: Vec<ReadinessItem>,
    /// What is known to be open.
    pub notes: Vec<Text>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PilotCondition {
    /// Id.
    pub id: String,
    /// In words.
    pub title: Text,
    /// How it is answered.
    pub test: PilotTest,
    /// What it rests on.
    pub ground: PilotGround,
}

/// What a rule rests on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PilotGround {
    /// `assumption` = the caller's own.
    pub basis: Basis,
    /// How the source was read.
    pub confidence: Option<Confidence>,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// Why; needed of an assumption.
    pub note: Option<String>,
}

/// How a condition is answered.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PilotTest {
    /// The place is of one of these kinds.
    UnitKind(Vec<UnitKind>),
    /// A criterion is met at a level.
    CriterionMet {
        /// The criterion.
        criterion: String,
        /// The level.
        level: u32,
    },
    /// A level is reached.
    LevelReached(u32),
    /// A share of the criteria asked at a level is met, in a group or in all.
    ShareMet {
        /// The group; none for all.
        group: Option<String>,
        /// The level.
        level: u32,
        /// The least share, from 0 to 1.
        min: Dec,
    },
    /// Somebody states it, with a source.
    Statement,
}

/// One item of the readiness score.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadinessItem {
    /// Id.
    pub id: String,
    /// In words.
    pub title: Text,
    /// What is looked at.
    pub of: ReadinessOf,
    /// The level asked; 1 where the scheme has none.
    pub level: u32,
    /// Its weight, above 0.
    pub weight: Dec,
    /// What it rests on.
    pub ground: PilotGround,
}

/// What an item of the readiness score looks at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ReadinessOf {
    /// One criterion: its share where it is scored, else met or not.
    Criterion(String),
    /// A group: its share where it has one, else criteria met of those asked.
    Group(String),
}

/// What is stated of places, for the conditions that only a statement answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PilotStatements {
    /// Made up for teaching and tests.
    pub fictional: bool,
    /// The statements.
    pub statements: Vec<PilotStatement>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PilotStatement {
    /// Code of the place.
    pub unit: String,
    /// Id of the condition.
    pub condition: String,
    /// Whether it holds.
    pub holds: bool,
    /// Who says so.
    pub source: String,
}

impl PilotRules {
    /// What the documents that were read say of pilots, as conditions for `vn-ssc` 2026; no source gives points or weights, so readiness is
    /// empty. `criteria/programme/pilots-vpcp-5802-2024.json`.
    ///
    /// # Errors
    /// Those of [`PilotRules::from_json`] for another set than `vn-ssc` 2026.
    pub fn builtin(set: &CriteriaSet) -> Result<Self, crate::finding::Findings> {
        Self::from_json(include_bytes!("../../../criteria/programme/pilots-vpcp-5802-2024.json"), set).map(|(rules, _)| rules)
    }
}
