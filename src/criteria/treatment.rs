//! What is done to the figures of many places before they are judged, and after: by an edition ([`PanelRule`]), or by whoever looks at
//! a panel.

use super::header::{Basis, Cite};
use crate::number::Dec;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::Serialize;

/// What a scheme says of many places: only a panel can do it, so an assessment of one place is refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PanelRule {
    /// What is done.
    #[serde(flatten)]
    pub treatment: Treatment,
    /// What it rests on.
    pub basis: Basis,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What is done to the figures of a panel. In this order: places with too little data are left out of whatever is computed from the
/// places at hand ([`least_data`](Self::least_data)), outliers, imputation of figures, normalisation, aggregation by the scheme's
/// rules with imputation of groups.
///
/// ```
/// use dothi::{Among, Centre, Impute, ImputeStage, Normalise, Treatment};
/// let treatment = Treatment::default()
///     .with_normalise(Normalise::MinMax)
///     .with_impute(Impute::new(ImputeStage::Criterion, Among::Region, Centre::Median));
/// assert_eq!(treatment.normalise.as_str(), "min_max");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Treatment {
    /// How figures become shares.
    pub normalise: Normalise,
    /// What happens to figures far from the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outliers: Option<Outliers>,
    /// What fills gaps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impute: Option<Impute>,
    /// The least share of its figures that a place must have to be ranked, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_data: Option<Dec>,
    /// In a table of several periods the figures of all of them are one sample, so that results of different periods are on one scale; else
    /// places are measured by those of their own period. A choice of whoever looks at a panel; files do not say it.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub pooled: bool,
}

impl Treatment {
    /// What is done, in one line of words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let number = |dec: Dec| if lang == Lang::Vi { dec.to_vi() } else { dec.to_en() };
        let mut out = String::from(self.normalise.label(lang));
        let mut add = |words: String| {
            out.push_str("; ");
            out.push_str(&words);
        };
        match self.outliers {
            Some(Outliers::Winsorise { low, high }) => {
                let (low, high) = (number(low), number(high));
                add(match lang {
                    Lang::Vi => format!("giá trị ngoại lai kéo về phân vị {low} và {high}"),
                    Lang::En => format!("outliers drawn in to the quantiles {low} and {high}"),
                });
            }
            Some(Outliers::ByShape { skewness, kurtosis, most }) => {
                let (skewness, kurtosis) = (number(skewness), number(kurtosis));
                add(match lang {
                    Lang::Vi => format!("kéo về tối đa {most} giá trị ngoại lai khi độ lệch trên {skewness} và độ nhọn trên {kurtosis}"),
                    Lang::En => {
                        format!("at most {most} outliers drawn in where skewness is above {skewness} and kurtosis above {kurtosis}")
                    }
                });
            }
            Some(Outliers::Logarithm) => add(pick(lang, "lấy logarit tự nhiên", "natural logarithms").into()),
            None => {}
        }
        if let Some(Impute { stage, among, with }) = self.impute {
            let with = match with {
                Centre::Mean => pick(lang, "trung bình", "mean"),
                Centre::Median => pick(lang, "trung vị", "median"),
            };
            let among = match among {
                Among::All => pick(lang, "mọi đơn vị", "all units"),
                Among::Region => pick(lang, "các đơn vị cùng vùng", "the units of the same region"),
            };
            add(match (stage, lang) {
                (ImputeStage::Criterion, Lang::Vi) => format!("số liệu thiếu điền bằng {with} của {among}"),
                (ImputeStage::Criterion, Lang::En) => format!("missing figures filled with the {with} of {among}"),
                (ImputeStage::Group, Lang::Vi) => format!("nhóm không có giá trị điền bằng {with} của {among}"),
                (ImputeStage::Group, Lang::En) => format!("groups without a value filled with the {with} of {among}"),
            });
        }
        if let Some(least) = self.least_data {
            let least = number(least);
            add(match lang {
                Lang::Vi => format!("không xếp hạng đơn vị có ít hơn {least} phần số liệu"),
                Lang::En => format!("units with less than {least} of their figures are not ranked"),
            });
        }
        if self.pooled {
            add(pick(lang, "mọi kỳ chung một mẫu", "all periods in one sample").into());
        }
        out
    }

    /// With another normalisation.
    #[must_use]
    pub fn with_normalise(mut self, normalise: Normalise) -> Self {
        self.normalise = normalise;
        self
    }

    /// With outliers treated.
    #[must_use]
    pub fn with_outliers(mut self, outliers: Outliers) -> Self {
        self.outliers = Some(outliers);
        self
    }

    /// With gaps filled.
    #[must_use]
    pub fn with_impute(mut self, impute: Impute) -> Self {
        self.impute = Some(impute);
        self
    }

    /// With the figures of all periods as one sample.
    #[must_use]
    pub fn with_pooled_periods(mut self) -> Self {
        self.pooled = true;
        self
    }

    /// With a least share of figures for being ranked.
    #[must_use]
    pub fn with_least_data(mut self, share: Dec) -> Self {
        self.least_data = Some(share);
        self
    }
}

/// How a figure becomes a share. All but the first measure a place by the other places: add or take away one, and all may change.
/// The better end is where the goalposts of the criterion have it. A figure that all places have in common, and one that fewer than
/// two have, tells nothing apart: the criterion is then left out for every place, and recorded as `constant`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Normalise {
    /// (x - worst) / (best - worst) between the goalposts of the set.
    #[default]
    Goalposts,
    /// (x - worst) / (best - worst) between the worst and the best figure at hand; 0 to 1.
    MinMax,
    /// (x - mean) / standard deviation, of n - 1; above 0 is better than the mean. It has no bounds, and the scale of the scheme is not
    /// applied.
    ZScore,
    /// (places behind + half of those level with it) / (places - 1); 0 to 1.
    Rank,
    /// (places behind + half of those level with it, itself among them) / places; between 0 and 1.
    Percentile,
}

impl Normalise {
    /// The words of files and commands.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("goalposts", Self::Goalposts),
        ("min_max", Self::MinMax),
        ("z_score", Self::ZScore),
        ("rank", Self::Rank),
        ("percentile", Self::Percentile),
    ];

    /// The word of files and commands.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, own)| *own == self).map_or("", |(word, _)| word)
    }

    /// Whether places are measured by each other.
    #[must_use]
    pub fn is_relative(self) -> bool {
        self != Self::Goalposts
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Goalposts => pick(lang, "hai cột mốc của bộ tiêu chí", "goalposts of the set"),
            Self::MinMax => pick(lang, "so với đơn vị kém nhất và tốt nhất", "between the worst and the best place"),
            Self::ZScore => pick(lang, "độ lệch so với trung bình, tính bằng độ lệch chuẩn", "standard deviations from the mean"),
            Self::Rank => pick(lang, "theo thứ hạng", "by rank"),
            Self::Percentile => pick(lang, "theo bách phân vị", "by percentile"),
        }
    }
}

/// What happens to figures far from the others. The figures themselves stay as they are; what is changed is what is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "method", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outliers {
    /// Figures below one quantile or above another are drawn in to it. Quantiles are interpolated: at (n - 1)·q between neighbours.
    Winsorise {
        /// From 0; below `high`.
        low: Dec,
        /// Up to 1.
        high: Dec,
    },
    /// The outermost figures on the longer side are drawn in to their neighbour, one by one, as long as both limits are exceeded: the
    /// sample skewness in size and the sample excess kurtosis. How many, is found in binary floating point.
    ByShape {
        /// Limit of the skewness, as 2.
        skewness: Dec,
        /// Limit of the excess kurtosis, as 3.5.
        kurtosis: Dec,
        /// The most figures drawn in.
        most: u32,
    },
    /// Natural logarithms in place of figures, where all of a criterion's are above 0; else it is left as it is, and recorded.
    Logarithm,
}

/// In the words of commands: `winsorise:0.05:0.95`, `by_shape:2:3.5:5`, `logarithm`.
impl fmt::Display for Outliers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Winsorise { low, high } => write!(f, "winsorise:{low}:{high}"),
            Self::ByShape { skewness, kurtosis, most } => write!(f, "by_shape:{skewness}:{kurtosis}:{most}"),
            Self::Logarithm => f.write_str("logarithm"),
        }
    }
}

/// What fills a gap: the figures, or the groups' values, of other places. A place that was filled says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Impute {
    /// What is filled.
    pub stage: ImputeStage,
    /// From which places.
    pub among: Among,
    /// With what of theirs.
    pub with: Centre,
}

impl Impute {
    /// A rule.
    #[must_use]
    pub fn new(stage: ImputeStage, among: Among, with: Centre) -> Self {
        Self { stage, among, with }
    }
}

/// In the words of commands: `criterion:region:median`.
impl fmt::Display for Impute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn word<T: PartialEq>(words: &[(&'static str, T)], own: &T) -> &'static str {
            words.iter().find(|(_, other)| other == own).map_or("", |(word, _)| *word)
        }
        let (stage, among) = (word(ImputeStage::WORDS, &self.stage), word(Among::WORDS, &self.among));
        write!(f, "{stage}:{among}:{}", word(Centre::WORDS, &self.with))
    }
}

/// What imputation fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ImputeStage {
    /// Figures that are missing.
    Criterion,
    /// Groups below the root that have too little data for a value.
    Group,
}

impl ImputeStage {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("criterion", Self::Criterion), ("group", Self::Group)];
}

/// The places that a gap is filled from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Among {
    /// All that are ranked.
    All,
    /// Those of the same region; where none of them has a value the gap stays.
    Region,
}

impl Among {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("all", Self::All), ("region", Self::Region)];
}

/// What of other places fills a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Centre {
    /// Their arithmetic mean.
    Mean,
    /// Their median: of an even number the mean of the two in the middle.
    Median,
}

impl Centre {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("mean", Self::Mean), ("median", Self::Median)];
}
