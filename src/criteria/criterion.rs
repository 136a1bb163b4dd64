//! A criterion: what is judged, from which data, by which method.

use super::header::{Cite, Confidence};
use super::judgement::{AttributeTest, Judgement};
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// Whether a criterion belongs to the basic ones or is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tier {
    /// Chỉ số cơ bản.
    Basic,
    /// Chỉ số lựa chọn.
    Elective,
    /// Core indicator of U4SSC.
    Core,
    /// Advanced indicator of U4SSC.
    Advanced,
}

impl Tier {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("basic", Self::Basic), ("elective", Self::Elective), ("core", Self::Core), ("advanced", Self::Advanced)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, tier)| *tier == self).map_or("", |(word, _)| word)
    }

    /// Criteria of this tier, in words.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Basic => pick(lang, "chỉ số cơ bản", "basic criteria"),
            Self::Elective => pick(lang, "chỉ số lựa chọn", "elective criteria"),
            Self::Core => pick(lang, "chỉ số cốt lõi", "core indicators"),
            Self::Advanced => pick(lang, "chỉ số nâng cao", "advanced indicators"),
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Direction {
    /// Higher is better.
    More,
    /// Lower is better.
    Less,
    /// Change is shown, never judged.
    None,
}

/// What is judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Criterion {
    /// Id; never reused.
    pub id: String,
    /// Number as printed.
    pub label: String,
    /// Title.
    pub title: Text,
    /// The question a city answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
    /// Basic or elective.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Words for the kinds of place it is asked of; empty = every kind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub applies_to: Vec<String>,
    /// Attributes of the place that must hold, else it does not apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub applies_when: Vec<AttributeTest>,
    /// Which way is better.
    pub direction: Direction,
    /// What the direction rests on, when the source states none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction_basis: Option<DirectionBasis>,
    /// What is measured.
    pub data_points: Vec<DataPoint>,
    /// How it is judged, per scheme.
    pub judge: Vec<Judgement>,
    /// Evidence asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceRule>,
    /// Where the definition comes from.
    pub cites: Vec<Cite>,
    /// Weakest confidence among all sources it cites.
    pub confidence: Confidence,
    /// Fields that were not read from the source itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provenance: Vec<Provenance>,
    /// Tags of related indicators elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<String>,
    /// Remark of the encoders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Criterion {
    /// The number as printed where there is one, else the id: some sources print no numbers, and `–` in a list names nothing.
    #[must_use]
    pub fn short_name(&self) -> &str {
        if self.label.chars().any(names) { &self.label } else { &self.id }
    }
}

/// Whether a character can name something: digits and letters, of any script. Tables of what letters there are would be 2 KB of a web
/// page; dashes, dots and the like are known without.
fn names(c: char) -> bool {
    let is_sign = |c| matches!(c, '\0'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{214F}' | '\u{2190}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '\u{FE30}'..='\u{FF0F}');
    c.is_ascii_alphanumeric() || !is_sign(c)
}

/// What a direction rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DirectionBasis {
    /// Inferred by the encoders; shown, never judged.
    Inferred,
}

/// Where a field of a criterion was read, when not in the source itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Provenance {
    /// The field, such as `unit`.
    pub field: String,
    /// Where it comes from, such as `platform`.
    pub from: String,
}

/// Evidence a criterion asks for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EvidenceRule {
    /// Without it the criterion is not met.
    pub required: bool,
    /// What kind of document.
    pub asked: Text,
    /// A plan without a result counts.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub plans_count: bool,
}

/// The type of a data point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DataKind {
    /// A decimal.
    Number,
    /// Yes or no.
    Boolean,
    /// A step of a ladder.
    Ordinal,
}

/// What happens when a place reports several parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Parts {
    /// Inputs are summed over the parts.
    Sum,
    /// The worst part decides.
    Each,
    /// Parts are refused.
    Single,
}

/// A measured thing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DataPoint {
    /// Id within the criterion.
    pub id: String,
    /// Title, when a criterion has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Type.
    #[serde(rename = "type")]
    pub kind: DataKind,
    /// Unit of the derived value.
    pub unit: String,
    /// What a city enters.
    pub inputs: Vec<Input>,
    /// How the value follows from the inputs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub derive: Option<Expr>,
    /// Steps of an ordinal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// What happens with parts.
    pub parts: Parts,
}

/// The part an input plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// The value itself.
    Value,
    /// Above the line.
    Numerator,
    /// Below the line.
    Denominator,
}

impl Role {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("value", Self::Value), ("numerator", Self::Numerator), ("denominator", Self::Denominator)];

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.words();
        pick(lang, vi, en)
    }

    /// The words for people, Vietnamese and English.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Value => ("giá trị", "value"),
            Self::Numerator => ("tử số", "numerator"),
            Self::Denominator => ("mẫu số", "denominator"),
        }
    }

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }
}

/// What a city enters for a data point.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Input {
    /// The part it plays.
    pub role: Role,
    /// What it is.
    pub title: Text,
    /// Unit.
    pub unit: String,
    /// Whole numbers only.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub whole: bool,
    /// Smallest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Dec>,
    /// Must be greater than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Dec>,
    /// May not exceed this input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Role>,
    /// Is of a year of its own, such as a base year.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub own_period: bool,
}

/// A step of an ordinal data point.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Step {
    /// 0, 1, 2, ...
    pub step: u32,
    /// What has been reached.
    pub label: Text,
}

impl Expr {
    /// The terms it is made of.
    pub(crate) fn terms(&self) -> &[Expr] {
        match self {
            Self::Input { .. } | Self::Constant { .. } | Self::Reference { .. } => &[],
            Self::Ratio { of } => of.as_slice(),
            Self::At { of, .. } | Self::Window { of, .. } => core::slice::from_ref(of),
            Self::Add { of }
            | Self::Sub { of }
            | Self::Mul { of }
            | Self::Div { of }
            | Self::Mean { of }
            | Self::Min { of }
            | Self::Max { of } => of,
        }
    }
}

/// A closed expression: how a value follows from inputs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "op", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Expr {
    /// An input.
    Input {
        /// Its role.
        role: Role,
    },
    /// First × factor of the data point's unit / second.
    Ratio {
        /// Numerator and denominator.
        of: Box<[Expr; 2]>,
    },
    /// A cited constant.
    Constant {
        /// Its value.
        value: Dec,
        /// Where it is read.
        cites: Vec<Cite>,
    },
    /// A comparison value given with the city data.
    Reference {
        /// Its id.
        id: String,
    },
    /// Sum.
    Add {
        /// Terms.
        of: Vec<Expr>,
    },
    /// First minus the others.
    Sub {
        /// Terms.
        of: Vec<Expr>,
    },
    /// Product.
    Mul {
        /// Factors.
        of: Vec<Expr>,
    },
    /// First divided by the others.
    Div {
        /// Dividend and divisors.
        of: Vec<Expr>,
    },
    /// Arithmetic mean.
    Mean {
        /// Terms.
        of: Vec<Expr>,
    },
    /// Smallest.
    Min {
        /// Terms.
        of: Vec<Expr>,
    },
    /// Largest.
    Max {
        /// Terms.
        of: Vec<Expr>,
    },
    /// The same some years earlier.
    At {
        /// How many years.
        years_earlier: u32,
        /// What is evaluated then.
        of: Box<Expr>,
    },
    /// The same in each of the last years, put together.
    Window {
        /// How many years, the period itself being the last.
        years: u32,
        /// How the years are put together.
        how: WindowHow,
        /// What is evaluated in each.
        of: Box<Expr>,
    },
}

/// How the years of a window are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WindowHow {
    /// Their arithmetic mean.
    Mean,
    /// The worst of them, by the criterion's direction.
    Worst,
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn letters_and_digits_name_and_dashes_do_not() {
        for c in "09azAZđƠƯếỗựⅣ四일я".chars() {
            assert!(names(c) && c.is_alphanumeric(), "{c}");
        }
        for c in " -._*/#()[]§·–—…•×÷→■、".chars() {
            assert!(!names(c) && !c.is_alphanumeric(), "{c}");
        }
    }
}
