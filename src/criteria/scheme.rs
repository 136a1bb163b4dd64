//! A scheme: one way of judging the criteria of an edition.

use super::criterion::Tier;
use super::header::{Basis, Cite, UnitKind};
use super::judgement::{AttributeTest, Op};
use super::treatment::PanelRule;
use crate::date::Date;
use crate::number::{Dec, RoundingMode};
use crate::text::{Lang, Text};
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// One way of judging: tree, missing policy, rounding, levels.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Scheme {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// The root of the tree.
    pub tree: Node,
    /// What a missing value means.
    pub missing: MissingRule,
    /// The kinds of place it judges; empty = all of the set's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unit_kinds: Vec<UnitKind>,
    /// Criteria that are not looked at for some places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_considered: Vec<NotConsidered>,
    /// A year whose values stand beside the present ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare_with: Option<CompareWith>,
    /// What is done where there are many places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel: Option<PanelRule>,
    /// Rounding the edition declares.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounding: Vec<RoundingRule>,
    /// The value of a full share.
    pub scale: Dec,
    /// What the score is, if there is one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_object")]
    pub score: Option<ScoreOf>,
    /// Names for shares, ascending from 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<ShareBand>,
    /// A level is refused when one fails.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub preconditions: Vec<Precondition>,
    /// Maturity levels, from 1 upwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// The one level is a verdict, met or not met, and no maturity level.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub verdict: bool,
    /// How far a published score may differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_tolerance: Option<Tolerance>,
}

impl Scheme {
    /// Whether its levels are levels of maturity: there are some, and they are no verdict.
    #[must_use]
    pub fn has_levels(&self) -> bool {
        !self.levels.is_empty() && !self.verdict
    }
}

/// A criterion that is not looked at for some places, and gets its minimum points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct NotConsidered {
    /// The criterion.
    pub criterion: String,
    /// All must hold.
    pub when: Vec<AttributeTest>,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A year whose values stand beside the present ones; nothing is judged by it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CompareWith {
    /// The year.
    pub year: Date,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The name of a share.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ShareBand {
    /// Lower edge, included; a share from 0.
    pub at_least: Dec,
    /// Its name.
    pub title: Text,
}

/// An inner node of the tree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Node {
    /// The group; none for the root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Weight under a weighted parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Dec>,
    /// Points under a summing parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_points: Option<Dec>,
    /// How children are put together.
    pub aggregate: Aggregate,
    /// Of a power mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exponent: Option<Dec>,
    /// Children in order.
    pub children: Vec<Child>,
}

impl Node {
    /// Whether a criterion stands below it, however deep.
    #[must_use]
    pub fn holds(&self, id: &str) -> bool {
        self.children.iter().any(|child| match child {
            Child::Group(inner) => inner.holds(id),
            Child::Leaf { criterion, .. } => criterion == id,
        })
    }
}

/// A child of an inner node.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Child {
    /// A nested group.
    Group(Node),
    /// A criterion.
    Leaf {
        /// Its id.
        criterion: String,
        /// Weight under a weighted parent.
        #[serde(skip_serializing_if = "Option::is_none")]
        weight: Option<Dec>,
        /// Points under a summing parent.
        #[serde(skip_serializing_if = "Option::is_none")]
        max_points: Option<Dec>,
    },
}

/// How the children of a node are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Aggregate {
    /// Sum of points.
    Sum,
    /// Weighted arithmetic mean of shares.
    WeightedArithmetic,
    /// Weighted geometric mean of shares.
    WeightedGeometric,
    /// Weighted harmonic mean of shares.
    WeightedHarmonic,
    /// Weighted power mean of shares, with an exponent.
    PowerMean,
    /// The least share.
    Minimum,
    /// Criteria met of criteria asked, per level.
    CountPassed,
    /// Sum of points over the most points of what was scored.
    SumOfScored,
    /// Shown, not joined.
    None,
}

impl Aggregate {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("sum", Self::Sum),
        ("weighted_arithmetic", Self::WeightedArithmetic),
        ("weighted_geometric", Self::WeightedGeometric),
        ("weighted_harmonic", Self::WeightedHarmonic),
        ("power_mean", Self::PowerMean),
        ("minimum", Self::Minimum),
        ("count_passed", Self::CountPassed),
        ("sum_of_scored", Self::SumOfScored),
        ("none", Self::None),
    ];

    /// Whether children have weights: a mean of their shares, or the least of them.
    #[must_use]
    pub fn weighs(self) -> bool {
        match self {
            Self::WeightedArithmetic | Self::WeightedGeometric | Self::WeightedHarmonic | Self::PowerMean | Self::Minimum => true,
            Self::Sum | Self::CountPassed | Self::SumOfScored | Self::None => false,
        }
    }

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, a)| *a == self).map_or("", |(word, _)| word)
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        crate::render::rule_words::aggregate(self, lang)
    }
}

/// What a missing value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MissingPolicy {
    /// The criterion is not met.
    NotMet,
    /// It scores zero, flagged.
    Zero,
    /// It is left out of both sides.
    Exclude,
    /// Everything above it is undecided.
    Undecided,
}

impl MissingPolicy {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("not_met", Self::NotMet), ("zero", Self::Zero), ("exclude", Self::Exclude), ("undecided", Self::Undecided)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, p)| *p == self).map_or("", |(word, _)| word)
    }

    /// What happens with a criterion that has no data, in a sentence.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        crate::render::rule_words::missing(self, lang)
    }
}

/// The missing policy with its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MissingRule {
    /// The policy.
    pub policy: MissingPolicy,
    /// With `exclude`: least share of the weight that must be present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_share: Option<Dec>,
    /// What it rests on.
    pub basis: Basis,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where rounding takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoundingStage {
    /// Value of a criterion.
    Criterion,
    /// Value of a group.
    Group,
    /// The score of the root.
    Score,
}

/// Rounding the edition declares.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RoundingRule {
    /// Where.
    pub stage: RoundingStage,
    /// Digits after the point.
    pub digits: u32,
    /// What happens half-way.
    pub mode: RoundingMode,
    /// Where it is read.
    pub cites: Vec<Cite>,
}

/// What of the root is the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScoreOf {
    /// The value (points, or share × scale).
    Value,
    /// The share from 0 to 1.
    Share,
}

impl ScoreOf {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("value", Self::Value), ("share", Self::Share)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, of)| *of == self).map_or("", |(word, _)| word)
    }
}

/// A number in a rule: fixed, or a parameter of the set.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Limit {
    /// Fixed.
    Fixed(Dec),
    /// A parameter's id.
    Parameter(String),
    /// Depends on the place.
    Varied {
        /// Where no variant fits.
        value: Dec,
        /// The first that fits replaces the value.
        variants: Vec<LimitVariant>,
    },
}

/// A limit for some places.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LimitVariant {
    /// All must hold.
    pub when: Vec<AttributeTest>,
    /// The limit.
    pub value: Dec,
    /// Where it is read.
    pub cites: Vec<Cite>,
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        match self {
            Self::Fixed(value) => value.serialize(serializer),
            Self::Varied { value, variants } => {
                let mut s = serializer.serialize_struct("Limit", 2)?;
                s.serialize_field("value", value)?;
                s.serialize_field("variants", variants)?;
                s.end()
            }
            Self::Parameter(id) => {
                let mut s = serializer.serialize_struct("Limit", 1)?;
                s.serialize_field("parameter", id)?;
                s.end()
            }
        }
    }
}

/// Without which there is no level at all.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "condition", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precondition {
    /// Enough distinct criteria apply.
    MinApplicable {
        /// Of this tier.
        #[serde(skip_serializing_if = "Option::is_none")]
        tier: Option<Tier>,
        /// At least.
        min: Limit,
    },
    /// Not too many are claimed not applicable.
    MaxNotApplicableShare {
        /// Of this tier.
        #[serde(skip_serializing_if = "Option::is_none")]
        tier: Option<Tier>,
        /// At most.
        max: Limit,
    },
}

/// A maturity level.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Level {
    /// 1, 2, 3, ...
    pub level: u32,
    /// Its name.
    pub title: Text,
    /// What it asks: always [`Condition::All`], written in the file as the list of its conditions.
    #[serde(serialize_with = "as_list")]
    pub conditions: Condition,
}

fn as_object<S: Serializer>(score: &Option<ScoreOf>, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeStruct;
    let mut s = serializer.serialize_struct("Score", 1)?;
    s.serialize_field("of", score)?;
    s.end()
}

fn as_list<S: Serializer>(condition: &Condition, serializer: S) -> Result<S::Ok, S::Error> {
    match condition {
        Condition::All { of } => of.serialize(serializer),
        other => [other].serialize(serializer),
    }
}

/// A condition of a level.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "condition", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Condition {
    /// All hold.
    All {
        /// Conditions.
        of: Vec<Condition>,
    },
    /// One holds.
    Any {
        /// Conditions.
        of: Vec<Condition>,
    },
    /// At least n hold.
    AtLeast {
        /// How many.
        n: u32,
        /// Conditions.
        of: Vec<Condition>,
    },
    /// Share of asked criteria that are met.
    ShareMet {
        /// Of this tier.
        #[serde(skip_serializing_if = "Option::is_none")]
        tier: Option<Tier>,
        /// In this group.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// In every group that holds criteria.
        #[serde(skip_serializing_if = "core::ops::Not::not")]
        each_group: bool,
        /// At least.
        min: Limit,
    },
    /// Number of criteria met.
    CountMet {
        /// Of this tier.
        #[serde(skip_serializing_if = "Option::is_none")]
        tier: Option<Tier>,
        /// In this group.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// At least.
        min: Limit,
    },
    /// Value or share of a node.
    NodeValue {
        /// The group; none = root.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// Value or share.
        of: ScoreOf,
        /// `ge` or `gt`.
        op: Op,
        /// The value to reach.
        min: Limit,
    },
    /// Each of these criteria is met.
    Mandatory {
        /// Their ids.
        criteria: Vec<String>,
    },
    /// Every lower level is reached.
    LowerLevels,
    /// Depends on the place.
    If {
        /// All must hold.
        when: Vec<AttributeTest>,
        /// Asked then; all of them.
        then: Vec<Condition>,
        /// Asked else; none = nothing is.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        otherwise: Vec<Condition>,
    },
    /// The source leaves open whether or how this is asked: without all of `of` nobody knows.
    Unclear {
        /// When all hold, the condition holds in every reading; empty = nobody ever knows.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        of: Vec<Condition>,
        /// What is not known.
        title: Text,
        /// Where it is not said.
        cites: Vec<Cite>,
    },
}

impl Condition {
    /// The conditions inside, each with the key of its list in files and its place there.
    pub fn inner(&self) -> impl Iterator<Item = (&'static str, usize, &Condition)> {
        let (of, then, otherwise): (&[Condition], &[Condition], &[Condition]) = match self {
            Self::All { of } | Self::Any { of } | Self::AtLeast { of, .. } | Self::Unclear { of, .. } => (of, &[], &[]),
            Self::If { then, otherwise, .. } => (&[], then, otherwise),
            Self::ShareMet { .. } | Self::CountMet { .. } | Self::NodeValue { .. } | Self::Mandatory { .. } | Self::LowerLevels => {
                (&[], &[], &[])
            }
        };
        let lists = [("of", of), ("then", then), ("otherwise", otherwise)];
        lists.into_iter().flat_map(|(key, list)| list.iter().enumerate().map(move |(at, inner)| (key, at, inner)))
    }
}

/// How far a published score may differ from the recomputed one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Tolerance {
    /// Largest difference.
    pub value: Dec,
    /// Where it is read.
    pub cites: Vec<Cite>,
}
