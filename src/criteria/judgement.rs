//! How a criterion is judged: a method is a name and parameters, as data.

use super::header::{Basis, Cite, Confidence};
use super::points::{Band, Combination, CombinePart, Ground, Interpolate, Open, Range};
use crate::number::Dec;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// A method for some schemes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Judgement {
    /// The schemes it is for; empty = all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub schemes: Vec<String>,
    /// The method and its parameters.
    #[serde(flatten)]
    pub method: Method,
}

/// A method of judging one data point.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "method", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Method {
    /// Met or not at each level.
    PassFail {
        /// One per level asked.
        thresholds: Vec<Threshold>,
    },
    /// Met when the lower bound of the Wilson interval passes.
    Survey {
        /// Quantile of the normal distribution.
        z: Dec,
        /// Where it is read.
        cites: Vec<Cite>,
        /// One per level asked.
        thresholds: Vec<Threshold>,
    },
    /// A share from 0 (worst) to 1 (best).
    Goalposts {
        /// Scores 0.
        worst: Dec,
        /// Scores 1.
        best: Dec,
        /// What happens outside.
        outside: Outside,
        /// What the goalposts rest on.
        basis: Basis,
        /// How their source was read.
        confidence: Confidence,
        /// Where they are read.
        cites: Vec<Cite>,
    },
    /// Points between a minimum and a maximum standard.
    Interpolate(Interpolate),
    /// Points of the highest step reached.
    Steps {
        /// Edges and points, ascending.
        points: Vec<Band>,
        /// Places for which the source leaves open what a value below the lowest step gets.
        #[serde(skip_serializing_if = "Option::is_none")]
        open: Option<Open>,
        /// What it rests on.
        #[serde(flatten)]
        ground: Ground,
    },
    /// Points by the share of a target.
    TargetShare {
        /// The target.
        target: Dec,
        /// Edges in percent of the target, and points, ascending.
        bands: Vec<Band>,
        /// What it rests on.
        #[serde(flatten)]
        ground: Ground,
    },
    /// Met between two ends.
    Range(Range),
    /// Several data points, or several readings of one.
    Combine {
        /// How the parts are put together.
        #[serde(flatten)]
        how: Combination,
        /// The parts.
        of: Vec<CombinePart>,
    },
    /// Shown, never counted.
    Monitor,
}

impl Method {
    /// The word that files use.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::PassFail { .. } => "pass_fail",
            Self::Survey { .. } => "survey",
            Self::Goalposts { .. } => "goalposts",
            Self::Interpolate(_) => "interpolate",
            Self::Steps { .. } => "steps",
            Self::TargetShare { .. } => "target_share",
            Self::Range(_) => "range",
            Self::Combine { .. } => "combine",
            Self::Monitor => "monitor",
        }
    }

    /// The thresholds, lowest level first; empty for methods without levels.
    #[must_use]
    pub fn thresholds(&self) -> &[Threshold] {
        match self {
            Self::PassFail { thresholds } | Self::Survey { thresholds, .. } => thresholds,
            Self::Goalposts { .. }
            | Self::Interpolate(_)
            | Self::Steps { .. }
            | Self::TargetShare { .. }
            | Self::Range(_)
            | Self::Combine { .. }
            | Self::Monitor => &[],
        }
    }
}

impl Method {
    /// Everything its figures cite, variants aside.
    #[must_use]
    pub fn cites(&self) -> Vec<&Cite> {
        let mut out = Vec::new();
        self.collect_cites(&mut out);
        out
    }

    fn collect_cites<'m>(&'m self, out: &mut Vec<&'m Cite>) {
        let (own, besides): (&[Cite], &[Cite]) = match self {
            Self::Survey { cites, .. } | Self::Goalposts { cites, .. } => (cites, &[]),
            Self::Interpolate(rule) => (&rule.ground.cites, rule.relief.as_ref().map_or(&[], |relief| &relief.cites)),
            Self::Steps { open, ground, .. } => (&ground.cites, open.as_ref().map_or(&[], |open| &open.cites)),
            Self::TargetShare { ground, .. } => (&ground.cites, &[]),
            Self::Range(range) => (&range.ground.cites, &[]),
            Self::Combine { of, .. } => return of.iter().for_each(|part| part.method.collect_cites(out)),
            Self::PassFail { .. } | Self::Monitor => (&[], &[]),
        };
        out.extend(own);
        out.extend(besides);
        self.thresholds().iter().for_each(|threshold| out.extend(&threshold.cites));
    }

    /// The levels it asks at, lowest first; all parts of a combination ask at the same ones.
    #[must_use]
    pub fn levels(&self) -> Vec<u32> {
        match self {
            Self::Range(range) => Vec::from([range.level]),
            Self::Combine { of, .. } => of.first().map(|part| part.method.levels()).unwrap_or_default(),
            other => other.thresholds().iter().map(|t| t.level).collect(),
        }
    }
}

/// What happens with a value outside the goalposts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outside {
    /// Cut to the end, and flagged.
    Clamp,
    /// An error of the data.
    Refuse,
}

/// How a value is compared with a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Op {
    /// At least.
    Ge,
    /// More than.
    Gt,
    /// At most.
    Le,
    /// Less than.
    Lt,
    /// Equal.
    Eq,
}

impl Op {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("ge", Self::Ge), ("gt", Self::Gt), ("le", Self::Le), ("lt", Self::Lt), ("eq", Self::Eq)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, op)| *op == self).map_or("", |(word, _)| word)
    }

    /// The sign people read.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Ge => "≥",
            Self::Gt => ">",
            Self::Le => "≤",
            Self::Lt => "<",
            Self::Eq => "=",
        }
    }

    /// Whether an order of value and threshold passes.
    pub(crate) fn holds(self, order: core::cmp::Ordering) -> bool {
        match self {
            Self::Ge => order.is_ge(),
            Self::Gt => order.is_gt(),
            Self::Le => order.is_le(),
            Self::Lt => order.is_lt(),
            Self::Eq => order.is_eq(),
        }
    }
}

/// The value of a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ThresholdValue {
    /// A decimal, or the number of a step.
    Number(Dec),
    /// Yes.
    Yes,
}

impl Serialize for ThresholdValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(value) => value.serialize(serializer),
            Self::Yes => serializer.serialize_str("yes"),
        }
    }
}

/// Why the use of an official figure at this place is the set's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FigureUse {
    /// Its place on a level.
    Placement,
    /// A national figure asked of one place.
    NationalTarget,
    /// A class limit read as a maturity step.
    ClassBand,
    /// A requirement turned into yes/no or steps.
    Requirement,
}

impl FigureUse {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("placement", Self::Placement),
        ("national_target", Self::NationalTarget),
        ("class_band", Self::ClassBand),
        ("requirement", Self::Requirement),
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, of)| *of == self).map_or("", |(word, _)| word)
    }
}

/// What a level asks of a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Threshold {
    /// The level.
    pub level: u32,
    /// How the value is compared.
    pub op: Op,
    /// The value to reach.
    pub value: ThresholdValue,
    /// The comparison as the source prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed_op: Option<String>,
    /// What it rests on.
    pub basis: Basis,
    /// Why its use here is the set's own.
    #[serde(rename = "use", skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<FigureUse>,
    /// Weakest of the sources it cites.
    pub confidence: Confidence,
    /// The level whose figure is repeated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<u32>,
    /// Id of the official figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// Year of the target, or `in_force`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Values that depend on the place; the first that fits replaces the value.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A value that depends on the place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Variant {
    /// All must hold.
    pub when: Vec<AttributeTest>,
    /// The value to reach.
    pub value: ThresholdValue,
    /// What it rests on.
    pub basis: Basis,
    /// How its source was read.
    pub confidence: Confidence,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A test of one attribute of the place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AttributeTest {
    /// The urban class is one of these.
    UrbanClass(Vec<String>),
    /// Whether it is a centrally-run city.
    CentrallyRun(bool),
    /// Whether it is a heritage urban area.
    Heritage(bool),
    /// Whether it has special factors.
    SpecialFactors(bool),
    /// Whether it is made of one commune or of several.
    Members(Vec<MemberCount>),
}

/// How many communes a place is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MemberCount {
    /// One; a commune is one.
    One,
    /// Two or more.
    Several,
}

impl AttributeTest {
    /// The attribute, by the word that files use.
    #[must_use]
    pub fn attribute(&self) -> &'static str {
        match self {
            Self::UrbanClass(_) => "urban_class",
            Self::CentrallyRun(_) => "centrally_run",
            Self::Heritage(_) => "heritage",
            Self::SpecialFactors(_) => "special_factors",
            Self::Members(_) => "members",
        }
    }
}

impl Serialize for AttributeTest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut s = serializer.serialize_struct("AttributeTest", 2)?;
        s.serialize_field("attribute", self.attribute())?;
        match self {
            Self::UrbanClass(classes) => s.serialize_field("in", classes)?,
            Self::Members(counts) => s.serialize_field("in", counts)?,
            Self::CentrallyRun(flag) | Self::Heritage(flag) | Self::SpecialFactors(flag) => s.serialize_field("equals", flag)?,
        }
        s.end()
    }
}
