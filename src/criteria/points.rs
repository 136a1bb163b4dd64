//! Methods that give points, ranges and combinations: their parameters.

use super::criterion::{Criterion, DataPoint, Expr};
use super::header::{Basis, Cite, Confidence};
use super::judgement::{AttributeTest, Method};
use crate::city::EvidenceKind;
use crate::number::Dec;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// What the parameters of a method rest on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ground {
    /// What they rest on.
    pub basis: Basis,
    /// How their source was read.
    pub confidence: Confidence,
    /// Where they are read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Points from an edge upwards; the edge belongs to the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Band {
    /// Lower edge, included.
    pub at_least: Dec,
    /// Points.
    pub points: Dec,
}

/// Points between a minimum and a maximum standard.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Interpolate {
    /// Below it there are no points.
    pub minimum: Dec,
    /// From it on there are the most points.
    pub maximum: Dec,
    /// Points at the minimum.
    pub points_min: Dec,
    /// Points at the maximum.
    pub points_max: Dec,
    /// A lower minimum for some places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relief: Option<Relief>,
    /// What it rests on.
    #[serde(flatten)]
    pub ground: Ground,
}

/// A lower minimum for some places: between it and the normal one there are the minimum points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Relief {
    /// All must hold.
    pub when: Vec<AttributeTest>,
    /// What the minimum is multiplied by.
    pub factor: Dec,
    /// The lowered minimum is a whole number, at least 1; how it is rounded is not known.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub whole: bool,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Places for which the source leaves open what a value below the lowest step gets: nothing, or the least points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Open {
    /// All must hold.
    pub when: Vec<AttributeTest>,
    /// Where it is not said.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Met from the low end to the high end, both included.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Range {
    /// The level.
    pub level: u32,
    /// Low end.
    pub low: Dec,
    /// High end.
    pub high: Dec,
    /// What a value below the low end means.
    pub below: OutsideRange,
    /// What a value above the high end means.
    pub above: OutsideRange,
    /// As the source prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<Text>,
    /// Year of the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
    /// What it rests on.
    #[serde(flatten)]
    pub ground: Ground,
}

/// What a value outside a range means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OutsideRange {
    /// It meets the target.
    Met,
    /// It does not.
    NotMet,
    /// The source does not say.
    Unclear,
}

impl OutsideRange {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("met", Self::Met), ("not_met", Self::NotMet), ("unclear", Self::Unclear)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, outside)| *outside == self).map_or("", |(word, _)| word)
    }
}

/// How the parts of a combination are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "how", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Combination {
    /// One part is enough.
    Any,
    /// Every part is needed.
    All,
    /// This many parts are needed.
    AtLeast {
        /// How many.
        n: u32,
    },
    /// Readings of one source: decided where all agree.
    Readings,
    /// Points are added.
    Sum,
}

/// One data point, or one reading, of a combination.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CombinePart {
    /// The data point; none = the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_point: Option<String>,
    /// What this part or reading is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Replaces the data point's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derive: Option<Expr>,
    /// The kind of document that this part needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<PartEvidence>,
    /// `pass_fail`, `range`, `target_share` or `monitor`.
    #[serde(flatten)]
    pub method: Method,
}

impl CombinePart {
    /// The data point of the criterion that it judges; none where the id leads nowhere.
    #[must_use]
    pub fn point<'c>(&self, criterion: &'c Criterion) -> Option<&'c DataPoint> {
        match &self.data_point {
            Some(id) => criterion.data_points.iter().find(|point| point.id == *id),
            None => criterion.data_points.first(),
        }
    }
}

/// The document that a part of a combination needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PartEvidence {
    /// Its kind.
    pub kind: EvidenceKind,
}
