//! What a survey asked, of whom and how: the small description that its answers are read by.

use crate::city::{Sampling, Unit};
use crate::date::Date;
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// A survey of residents: its columns, questions and rules. It holds no answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Survey {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Made up for teaching and tests; every output says so.
    pub fictional: bool,
    /// The place whose residents were asked.
    pub unit: Unit,
    /// When they were asked.
    pub period: Option<Date>,
    /// How they were chosen.
    pub sampling: Sampling,
    /// How many people live there, for the size of a sample.
    pub population: Option<u64>,
    /// No figure of fewer answers than this leaves the survey; at least 3.
    pub minimum_cell: u32,
    /// Quantile of the intervals; 1.959963984540054 where none is given (95 %).
    pub z: Dec,
    /// Margins of error wanted, as shares of 1.
    pub margins: Vec<Dec>,
    /// Column of weights.
    pub weight: Option<WeightColumn>,
    /// Column of strata: figures are given for each of them too.
    pub stratum: Option<String>,
    /// Column of clusters: people drawn together.
    pub cluster: Option<String>,
    /// Questions, in the order of the output.
    pub questions: Vec<Question>,
}

/// Where weights stand.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WeightColumn {
    /// Heading of the column.
    pub column: String,
    /// Weights are written `1,5`, not `1.5`.
    pub comma: bool,
}

/// One question with a closed list of answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Question {
    /// Id.
    pub id: String,
    /// What it asks about.
    pub kind: QuestionKind,
    /// Heading of its column.
    pub column: String,
    /// The question in words.
    pub title: Text,
    /// Its answers.
    pub answers: Vec<QuestionAnswer>,
    /// Cells that say that nothing was answered; an empty cell always does.
    pub no_answer: Vec<String>,
    /// Only those whose answer to this earlier question counts are asked: its place in [`Survey::questions`].
    pub asked_of: Option<usize>,
    /// The criterion of a set that the share is a figure for, and its data point.
    pub criterion: Option<(String, Option<String>)>,
    /// Criteria or groups of a set that the question is about: what people are not content with comes first there.
    pub about: Vec<String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct QuestionAnswer {
    /// As it stands in the cells.
    pub answer: String,
    /// In words.
    pub title: Text,
    /// It counts: interested, satisfied, used.
    pub counts: bool,
}

/// What a question measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuestionKind {
    /// Whether people care for something.
    Interest,
    /// Whether they are content with it.
    Satisfaction,
    /// Whether they have used it.
    Use,
}

impl QuestionKind {
    pub(super) const WORDS: &'static [(&'static str, Self)] =
        &[("interest", Self::Interest), ("satisfaction", Self::Satisfaction), ("use", Self::Use)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The words for people: what the share is a share of.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Interest => pick(lang, "quan tâm", "interested"),
            Self::Satisfaction => pick(lang, "hài lòng", "satisfied"),
            Self::Use => pick(lang, "đã sử dụng", "have used it"),
        }
    }
}
