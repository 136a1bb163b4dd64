//! The parts of a result.

use super::outcome::Outcome;
use crate::city::{Observation, Sampling};
use crate::criteria::{
    CombinePart, Condition, Criterion, DataPoint, Group, Level, Method, NotConsidered, Range, ShareBand, Threshold, ThresholdValue,
};
use crate::number::{Dec, Exact};
use crate::steps::Standings;
use alloc::string::String;
use alloc::vec::Vec;

/// One way of looking at the documents: all that follows from it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct View<'a> {
    /// The level, or why there is none.
    pub level: LevelOutcome,
    /// The score, where the scheme has one and it is decided.
    pub score: Option<ScoreResult>,
    /// The lowest and the highest score that the source allows, where they differ; there is no score then.
    pub score_range: Option<ScoreRange>,
    /// The level if all criteria without data failed, in the lowest reading, and if all were met, in the highest; none when a
    /// level is refused.
    pub range: Option<LevelRange>,
    /// The levels with their conditions, lowest first.
    pub levels: Vec<LevelResult<'a>>,
    /// Criteria in the order of the tree.
    pub criteria: Vec<CriterionResult<'a>>,
    /// Nodes of the tree in pre-order; the first is the root.
    pub groups: Vec<GroupResult<'a>>,
    /// What the steps left behind, for questions that change something and judge again.
    pub(crate) standings: Standings<Exact>,
}

/// The level of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelOutcome {
    /// Highest level reached, 0 = none; absent when refused, when the scheme has no levels and when the source leaves it open.
    pub reached: Option<u32>,
    /// The lowest and the highest level that the source allows, where they differ.
    pub undecided: Option<LevelRange>,
    /// How many levels the scheme has.
    pub of: u32,
    /// Why a level is refused.
    pub refused: Vec<Refusal>,
}

/// Why a level is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// `out_of_scope`, `min_applicable` or `max_not_applicable_share`.
    pub condition: &'static str,
    /// Criteria counted.
    pub count: u32,
    /// Of how many.
    pub of: u32,
    /// The limit that is not kept.
    pub limit: Option<Dec>,
}

/// The score of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScoreResult {
    /// Before rounding.
    pub unrounded: Dec,
    /// As the edition rounds it.
    pub value: Dec,
}

/// The lowest and the highest score, as the edition rounds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScoreRange {
    /// In the reading that gives least.
    pub low: Dec,
    /// In the reading that gives most.
    pub high: Dec,
}

/// Two levels between which something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelRange {
    /// The lowest.
    pub low: u32,
    /// The highest.
    pub high: u32,
}

/// A level with its conditions.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LevelResult<'a> {
    /// The level.
    pub level: &'a Level,
    /// Whether all its conditions hold; none = the source leaves it open.
    pub reached: Option<bool>,
    /// The conditions.
    pub condition: ConditionResult<'a>,
    /// Criteria that decide it.
    pub deciding: Deciding,
}

/// A condition with its answer and by how much.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ConditionResult<'a> {
    /// The condition; for one group of an `each_group` condition the same as its parent's.
    pub condition: &'a Condition,
    /// The group, for one group of an `each_group` condition.
    pub group: Option<&'a Group>,
    /// Whether it holds, in the reading that gives least.
    pub holds: bool,
    /// It does not hold in the reading that gives least and does in the one that gives most.
    pub undecided: bool,
    /// An attribute of the place that decides what is asked is not known; what is asked of other places was taken.
    pub attribute_absent: bool,
    /// Over zero criteria: holds, and says so.
    pub vacuous: bool,
    /// Criteria met, for shares and counts; inner conditions that hold, for combinations.
    pub met: Option<u32>,
    /// The same in the reading that gives most, where it differs.
    pub met_high: Option<u32>,
    /// Criteria asked, or inner conditions.
    pub asked: Option<u32>,
    /// Value of the node, where it is decided.
    pub value: Option<Dec>,
    /// Its lowest and highest value, where they differ.
    pub value_range: Option<(Dec, Dec)>,
    /// What is asked at least.
    pub min: Option<Dec>,
    /// How many more must be met, for shares and counts.
    pub missing: Option<u32>,
    /// Inner conditions.
    pub inner: Vec<ConditionResult<'a>>,
}

/// What the criteria that decide a level rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deciding {
    /// How many decide it.
    pub criteria: u32,
    /// The figure has no official source.
    pub assumed: u32,
    /// The figure is official, its use here is the set's own.
    pub own_use: u32,
    /// Source read in its official text.
    pub primary: u32,
    /// Source read in a transcription.
    pub mirror: u32,
    /// Source read in the press or a summary.
    pub secondary: u32,
    /// Ask nothing more than at the level below.
    pub repeated: u32,
    /// The level is a verdict.
    pub verdict: bool,
}

/// A criterion with everything that led to its outcome.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CriterionResult<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// How it is judged.
    pub method: &'a Method,
    /// Its outcome.
    pub outcome: Outcome,
    /// The outcome in the reading that gives least, where readings differ; the outcome is undecided then.
    pub low: Option<Possibility>,
    /// The outcome in the reading that gives most, where readings differ.
    pub high: Option<Possibility>,
    /// Highest level up to which every asked level is met, in the reading that gives least; 0 = none.
    pub met_level: u32,
    /// Its answer at each level asked.
    pub levels: Vec<LevelAnswer<'a>>,
    /// The derived value, or the step.
    pub value: Option<Dec>,
    /// The answer to a yes/no question.
    pub answer: Option<bool>,
    /// The parts of a combination.
    pub parts: Vec<PartResult<'a>>,
    /// The value of the year that the scheme compares with.
    pub change: Option<ValueChange>,
    /// Share from 0 to 1 of a scored criterion, where it is decided.
    pub share: Option<Dec>,
    /// Points under a point sum, after rounding, where they are decided.
    pub points: Option<Dec>,
    /// What goes up the tree, before rounding.
    pub unrounded: Option<Dec>,
    /// Weight under a weighted parent.
    pub weight: Dec,
    /// Points that can be had; of a criterion with several data points, with those that have data.
    pub max_points: Dec,
    /// The observations used.
    pub inputs: Vec<&'a Observation>,
    /// What was done to the value on its way.
    pub flags: Vec<&'static str>,
    /// One unit more or less would change an outcome.
    pub fragile: bool,
    /// Survey details.
    pub survey: Option<SurveyResult>,
    /// Why it is claimed not applicable.
    pub reason: Option<&'a str>,
    /// The rule that leaves it aside.
    pub not_considered: Option<&'a NotConsidered>,
    /// Documents that support it, and those a reviewer accepted and rejected.
    pub documents: Documents,
}

impl CriterionResult<'_> {
    /// Whether two views of one place say the same of a criterion. What comes of the criteria set and the data alone is the same.
    pub(super) fn is_seen_alike(&self, other: &Self) -> bool {
        let Self {
            criterion,
            outcome,
            low,
            high,
            met_level,
            levels,
            value,
            answer,
            parts,
            share,
            points,
            unrounded,
            weight,
            max_points,
            flags,
            fragile,
            survey,
            method: _,
            change: _,
            inputs: _,
            reason: _,
            not_considered: _,
            documents: _,
        } = self;
        let at_level = |l: &LevelAnswer<'_>| (l.level, l.outcome, l.value_passes);
        let of_part = |p: &PartResult<'_>| (p.outcome, p.value, p.answer, p.points, p.max_points);
        core::ptr::eq(*criterion, other.criterion)
            && (outcome, low, high, met_level) == (&other.outcome, &other.low, &other.high, &other.met_level)
            && levels.iter().map(at_level).eq(other.levels.iter().map(at_level))
            && (value, answer, share, points, unrounded) == (&other.value, &other.answer, &other.share, &other.points, &other.unrounded)
            && parts.iter().map(of_part).eq(other.parts.iter().map(of_part))
            && (weight, max_points, flags, fragile) == (&other.weight, &other.max_points, &other.flags, &other.fragile)
            && survey == &other.survey
    }
}

/// Documents of a criterion, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Documents {
    /// All.
    pub all: u32,
    /// Of these, plans.
    pub plans: u32,
    /// Accepted.
    pub accepted: u32,
    /// Rejected.
    pub rejected: u32,
    /// Of all, recognitions by an authority.
    pub recognitions: u32,
}

/// What comes of a criterion in one reading of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Possibility {
    /// The outcome.
    pub outcome: Outcome,
    /// Highest level up to which every asked level is met; 0 = none.
    pub met_level: u32,
    /// Points under a point sum, after rounding.
    pub points: Option<Dec>,
    /// Share from 0 to 1.
    pub share: Option<Dec>,
}

/// One part of a combination.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PartResult<'a> {
    /// What is asked of it.
    pub part: &'a CombinePart,
    /// What is measured.
    pub data_point: &'a DataPoint,
    /// Its outcome.
    pub outcome: Outcome,
    /// The derived value, or the step.
    pub value: Option<Dec>,
    /// The answer to a yes/no question.
    pub answer: Option<bool>,
    /// Points, for parts that have them.
    pub points: Option<Dec>,
    /// The most points it can get.
    pub max_points: Option<Dec>,
}

/// The value of another year beside the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValueChange {
    /// The value of that year.
    pub base_value: Option<Dec>,
    /// The answer of that year to a yes/no question.
    pub base_answer: Option<bool>,
    /// The present value minus that one; none where one of them is not there, or is no number.
    pub difference: Option<Dec>,
}

/// A criterion's answer at one level.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LevelAnswer<'a> {
    /// The level.
    pub level: u32,
    /// What is asked of this place.
    pub asked: Asked<'a>,
    /// The outcome.
    pub outcome: Outcome,
    /// Whether the value alone passes, documents aside, in the reading that gives least.
    pub value_passes: bool,
}

/// What is asked at a level.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Asked<'a> {
    /// A value to reach.
    Threshold {
        /// The threshold.
        threshold: &'a Threshold,
        /// The value asked of this place.
        value: ThresholdValue,
        /// The variant that replaced the main value.
        variant: Option<usize>,
    },
    /// A value between two ends.
    Range(&'a Range),
    /// What the parts of a combination ask.
    Parts,
}

impl<'a> LevelAnswer<'a> {
    /// The threshold and the value it asks of this place, where it is one.
    #[must_use]
    pub fn threshold(&self) -> Option<(&'a Threshold, ThresholdValue)> {
        match self.asked {
            Asked::Threshold { threshold, value, .. } => Some((threshold, value)),
            Asked::Range(_) | Asked::Parts => None,
        }
    }
}

/// What a survey says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SurveyResult {
    /// How people were chosen.
    pub sampling: Option<Sampling>,
    /// Positive answers.
    pub positive: Dec,
    /// People asked.
    pub asked: Dec,
    /// Wilson interval as shares of 1; none for self-selected polls and full counts.
    pub interval: Option<(Dec, Dec)>,
    /// The sample that would settle the lowest inconclusive level at the same share.
    pub sample_to_settle: Option<Dec>,
    /// What the plain share would give at the lowest level not met.
    pub plain_share_passes: bool,
}

/// A node of the tree.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct GroupResult<'a> {
    /// The group; none for the root.
    pub group: Option<&'a Group>,
    /// How its children are put together.
    pub aggregate: crate::criteria::Aggregate,
    /// Of a power mean.
    pub exponent: Option<Dec>,
    /// Value after rounding, where it is decided.
    pub value: Option<Dec>,
    /// Value before rounding.
    pub unrounded: Option<Dec>,
    /// Share from 0 to 1.
    pub share: Option<Dec>,
    /// The band of the share, where the scheme names bands.
    pub band: Option<&'a ShareBand>,
    /// The node in the reading that gives least, where readings differ.
    pub low: Option<NodePossibility<'a>>,
    /// The node in the reading that gives most, where readings differ.
    pub high: Option<NodePossibility<'a>>,
    /// Share of the weight that had data.
    pub present: Option<Dec>,
    /// A part of it cannot be decided.
    pub undecided: bool,
    /// Weight under a weighted parent.
    pub weight: Dec,
    /// Points that can be had; of a sum of what was scored, those of what was.
    pub max_points: Dec,
    /// Criteria met of asked, per level, all tiers; a scheme without levels asks at level 1.
    pub tallies: Vec<LevelTally>,
    /// Children, in order.
    pub children: Vec<ChildResult>,
}

/// What a node amounts to in one reading of the source.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct NodePossibility<'a> {
    /// Value after rounding.
    pub value: Option<Dec>,
    /// Share from 0 to 1.
    pub share: Option<Dec>,
    /// The band of the share.
    pub band: Option<&'a ShareBand>,
}

/// Criteria met of asked at a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelTally {
    /// The level.
    pub level: u32,
    /// Met, in the reading that gives least.
    pub met: u32,
    /// Met, in the reading that gives most.
    pub met_high: u32,
    /// Asked.
    pub asked: u32,
}

/// A child of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChildResult {
    /// Index into [`View::criteria`].
    Criterion(usize),
    /// Index into [`View::groups`].
    Group(usize),
}

/// A parameter as used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParameterUsed {
    /// Id.
    pub id: String,
    /// Level; none = all.
    pub level: Option<u32>,
    /// The edition's value.
    pub default: Dec,
    /// The value used.
    pub value: Dec,
}

/// A published result beside the recomputed one.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PublishedResult<'a> {
    /// The published result.
    pub published: &'a crate::city::Published,
    /// The recomputed one; none when it is undecided.
    pub computed: Option<Dec>,
    /// Computed minus published.
    pub difference: Option<Dec>,
    /// Whether the difference is within the edition's tolerance.
    pub agrees: Option<bool>,
}
