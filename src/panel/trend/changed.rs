//! What a change says, as plain data.

use super::breaks::TrendBreak;
use crate::assessment::Outcome;
use crate::date::Date;
use crate::number::Dec;
use crate::panel::{PanelLevel, Rank};
use crate::text::{Lang, Text, pick};
use alloc::string::String;
use alloc::vec::Vec;

/// A change from one period to a later one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Change {
    /// The earlier period.
    pub from: Date,
    /// The later period.
    pub to: Date,
    /// How many periods with results lie between the two: they play no part in the change.
    pub between: usize,
    /// True of the change from the first to the last period.
    pub whole: bool,
    /// Why the series breaks; then nothing below is given.
    pub breaks: Vec<TrendBreak>,
    /// The score of both periods, and the difference taken apart.
    pub score: Option<ScoreChange>,
    /// The level of both periods.
    pub level: Option<(PanelLevel, PanelLevel)>,
    /// Why the level is another one: what rules moved, what data moved.
    pub level_causes: Vec<ChangeCause>,
    /// Criteria met, by level.
    pub met: Vec<MetChange>,
    /// The rank of both periods among the places that are present in both.
    pub rank: Option<RankChange>,
    /// Every criterion with data in one of the two periods.
    pub criteria: Vec<CriterionChange>,
    /// What is not given, and why.
    pub withheld: Vec<Withheld>,
}

/// A difference of scores, taken apart twice, each time to the last digit.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScoreChange {
    /// Score of the earlier period.
    pub from: Dec,
    /// Score of the later period.
    pub to: Dec,
    /// `to - from`; the parts of `causes` add up to it.
    pub change: Dec,
    /// By cause: what rules did, what data did.
    pub causes: Vec<CausePart>,
    /// What data did, by criterion; none where the two results have no common tree or the source leaves something open.
    pub split: Option<ScoreSplit>,
}

/// What a cause does to a score.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CausePart {
    /// The cause.
    pub cause: ChangeCause,
    /// Its part of the change.
    pub change: Dec,
    /// More about it.
    pub note: Option<Text>,
}

/// Why something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ChangeCause {
    /// The figures or documents are others.
    Data,
    /// The edition, or what it asks of a place of these attributes, is another.
    Rule,
    /// The place has other borders: its part cannot be told from the rest, so no number is given.
    Boundary,
}

impl ChangeCause {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Rule => "rule",
            Self::Boundary => "boundary",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Data => pick(lang, "số liệu", "data"),
            Self::Rule => pick(lang, "quy tắc", "rule"),
            Self::Boundary => pick(lang, "địa giới", "boundary"),
        }
    }
}

/// The part that data have in a change of the score: `Σ value + Σ weights + rounding`, over the criteria of the change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScoreSplit {
    /// What is taken apart.
    pub change: Dec,
    /// What values of criteria that count in both periods did.
    pub value: Dec,
    /// What weights did that were rescaled because a criterion counts in one period only (missing or not applicable in the other),
    /// with these criteria's own weight.
    pub weights: Dec,
    /// What the edition's rounding did, and digits beyond the eighteenth.
    pub rounding: Dec,
    /// The same by group.
    pub groups: Vec<GroupPart>,
    /// How it was taken apart.
    pub how: SplitMethod,
}

/// How a change of a score is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SplitMethod {
    /// The tree adds up shares with weights: each criterion by the mean of its weights in the two periods.
    Linear,
    /// The tree does not add up: criteria are replaced one after the other, forwards and backwards, and the mean of both is taken.
    Sequential,
}

impl SplitMethod {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        if self == Self::Linear { "linear" } else { "sequential" }
    }
}

/// The part of a group in a change: that of its criteria together.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GroupPart {
    /// Id of the group.
    pub group: String,
    /// What values did.
    pub value: Dec,
    /// What rescaled weights did.
    pub weights: Dec,
}

/// Criteria met at a level in two periods.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MetChange {
    /// The level.
    pub level: u32,
    /// Met and asked in the earlier period.
    pub from: (u32, u32),
    /// Met and asked in the later period.
    pub to: (u32, u32),
    /// Met later minus met earlier; the causes add up to it.
    pub change: i64,
    /// By cause.
    pub causes: Vec<(ChangeCause, i64)>,
    /// What data did, by group: each with all that lies below it; groups without a change are left out.
    pub groups: Vec<(String, i64)>,
}

/// Ranks of a place among the places that are present in both periods, within the same borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RankChange {
    /// In the earlier period.
    pub from: Rank,
    /// In the later period.
    pub to: Rank,
    /// How many places are ranked, in both periods the same.
    pub of: usize,
}

/// Whether a criterion takes part in the score of both periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Presence {
    /// In neither: shown only.
    Neither,
    /// In both.
    Both,
    /// In the later period only.
    Entered,
    /// In the earlier period only.
    Left,
}

impl Presence {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Neither => "neither",
            Self::Both => "both",
            Self::Entered => "entered",
            Self::Left => "left",
        }
    }
}

/// A criterion in two periods.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CriterionChange {
    /// Id.
    pub criterion: String,
    /// Outcome in the earlier period, by the rules of the later one.
    pub from: Outcome,
    /// Outcome in the later period.
    pub to: Outcome,
    /// Value in the earlier period.
    pub value_from: Option<Dec>,
    /// Value in the later period.
    pub value_to: Option<Dec>,
    /// `value_to - value_from`; none across a break of its own series.
    pub difference: Option<Dec>,
    /// Its figures of the later period are marked as a break in series (SDMX `B`).
    pub series_break: bool,
    /// What it adds to the change of the number of criteria met, by level.
    pub met: Vec<(u32, i64)>,
    /// Whether it takes part in the score.
    pub presence: Presence,
    /// It has a score of zero because its figure is missing: before, now.
    pub zero_for_missing: (bool, bool),
    /// What its value adds to the change of the score.
    pub value_part: Dec,
    /// What rescaled weights add through it.
    pub weights_part: Dec,
}

/// What is not given of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Withheld {
    /// Everything: other borders.
    Boundary,
    /// The rank: two editions.
    RankAcrossEditions,
    /// The difference of scores: the two editions score on different scales.
    ScoreScale,
    /// The score: missing or open in one of the periods.
    NoScore,
}

impl Withheld {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Boundary => "boundary",
            Self::RankAcrossEditions => "rank_across_editions",
            Self::ScoreScale => "score_scale",
            Self::NoScore => "no_score",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Boundary => pick(lang, "đứt đoạn chuỗi số liệu (địa giới)", "break in series (boundary)"),
            Self::RankAcrossEditions => pick(lang, "không so hạng giữa hai phiên bản", "ranks are not compared across editions"),
            Self::ScoreScale => pick(lang, "hai phiên bản chấm theo thang khác nhau", "the two editions score on different scales"),
            Self::NoScore => pick(lang, "một trong hai kỳ không có điểm", "one of the periods has no score"),
        }
    }
}
