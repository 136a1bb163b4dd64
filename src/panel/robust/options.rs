//! What is doubted, and how much.

use crate::city::Quality;
use crate::criteria::{Impute, Normalise, Outliers, Treatment};
use alloc::string::String;
use alloc::vec::Vec;

/// How far the weights of a node are drawn from those of the edition; they always add up to one whole inside the node.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum WeightDoubt {
    /// Dirichlet with these means: `concentration` × weight is each parameter, so a weight w has the variance w(1 - w) / (concentration + 1).
    Dirichlet {
        /// From 1 (hardly anything is known) to 1 000 000.
        concentration: f64,
    },
    /// Each weight evenly within so many percent of itself on both sides, then brought to one whole.
    Band {
        /// Above 0, up to 100.
        percent: f64,
    },
}

/// A way of putting shares together by weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mean {
    /// Σ w·s.
    Arithmetic,
    /// Π s^w; 0 where a share is 0.
    Geometric,
    /// 1 / Σ w/s; 0 where a share is 0.
    Harmonic,
}

impl Mean {
    /// The words of files and commands.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("arithmetic", Self::Arithmetic), ("geometric", Self::Geometric), ("harmonic", Self::Harmonic)];

    /// The word of files and commands.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, own)| *own == self).map_or("", |(word, _)| word)
    }
}

/// How wrong the figures of a column may be. Errors are normal and independent of each other.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FigureError {
    /// The standard error, in the unit of the column.
    Standard(f64),
    /// The standard error in percent of the figure.
    Relative(f64),
    /// Standard errors in the unit of the column, one for each row; NaN and 0: none.
    Places(Vec<f64>),
    /// Standard errors in percent of the figure, one for each row; NaN and 0: none.
    RelativePlaces(Vec<f64>),
    /// A share found by asking so many people: standard error √(p(1 - p) / people).
    Survey {
        /// People asked.
        people: f64,
        /// What the column writes for all of them: 1 or 100.
        whole: f64,
    },
    /// The column counts the people who said yes; how many were asked stands in the column of the denominator.
    Counted,
}

impl FigureError {
    /// Errors by how each figure was obtained, in percent of the figure. The percentages are the caller's: no source gives them.
    ///
    /// ```
    /// use dothi::{FigureError, Quality};
    /// let percents = [(Quality::AccurateMeasurement, 1.0), (Quality::PersonalEstimate, 20.0)];
    /// let rows = [Some(Quality::PersonalEstimate), None, Some(Quality::AccurateMeasurement)];
    /// let FigureError::RelativePlaces(errors) = FigureError::by_quality(rows, &percents) else { unreachable!() };
    /// assert_eq!(errors, [20.0, 0.0, 1.0]);
    /// ```
    #[must_use]
    pub fn by_quality(rows: impl IntoIterator<Item = Option<Quality>>, percents: &[(Quality, f64)]) -> Self {
        let percent = |quality| percents.iter().find(|(own, _)| *own == quality).map_or(0.0, |(_, percent)| *percent);
        Self::RelativePlaces(rows.into_iter().map(|quality| quality.map_or(0.0, percent)).collect())
    }
}

/// What a robustness analysis varies. Only what is named varies; the same options, seed and data give the same results on every
/// machine and with any number of threads.
///
/// ```
/// use dothi::{FigureError, RobustOptions, WeightDoubt};
/// let options = RobustOptions::new(2026, 10_000)
///     .with_weights(WeightDoubt::Dirichlet { concentration: 50.0 })
///     .with_error("air", FigureError::Relative(5.0));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RobustOptions {
    /// The caller's seed.
    pub seed: u64,
    /// How many replications.
    pub replications: u32,
    /// Doubt about weights.
    pub weights: Option<WeightDoubt>,
    /// Doubt about what the set marks as its own assumption, in percent to both sides: goalposts by this part of the distance between
    /// them, thresholds and parameters by this part of themselves.
    pub assumed: Option<f64>,
    /// Ways of putting shares together, one of them drawn for each replication and taken wherever the edition takes a mean; empty: as
    /// the edition does.
    pub means: Vec<Mean>,
    /// What is done to figures before they are judged; none: what the scheme says. Results as they are follow it, and so does
    /// everything that is not doubted below.
    pub treatment: Option<Treatment>,
    /// Ways of making figures shares, one of them drawn for each replication; empty: as the treatment does.
    pub normalise: Vec<Normalise>,
    /// What happens to outliers, one of them drawn for each replication (none: nothing); empty: as the treatment does.
    pub outliers: Vec<Option<Outliers>>,
    /// What fills gaps, one of them drawn for each replication (none: nothing, the scheme's policy for missing data decides); empty: as
    /// the treatment does.
    pub impute: Vec<Option<Impute>>,
    /// Errors of figures by column.
    pub errors: Vec<(String, FigureError)>,
    /// Count for every two places how often one ranks at or above the other.
    pub pairs: bool,
}

impl RobustOptions {
    /// Nothing varies yet.
    #[must_use]
    pub fn new(seed: u64, replications: u32) -> Self {
        Self {
            seed,
            replications,
            weights: None,
            assumed: None,
            means: Vec::new(),
            treatment: None,
            normalise: Vec::new(),
            outliers: Vec::new(),
            impute: Vec::new(),
            errors: Vec::new(),
            pairs: false,
        }
    }

    /// Doubts the weights.
    #[must_use]
    pub fn with_weights(mut self, doubt: WeightDoubt) -> Self {
        self.weights = Some(doubt);
        self
    }

    /// Doubts what the set marks as an assumption, by so many percent to both sides.
    #[must_use]
    pub fn with_assumed(mut self, percent: f64) -> Self {
        self.assumed = Some(percent);
        self
    }

    /// Doubts how shares are put together: one of these for each replication, each as likely as another.
    #[must_use]
    pub fn with_means(mut self, means: impl IntoIterator<Item = Mean>) -> Self {
        self.means.extend(means);
        self
    }

    /// Treats figures like this, instead of as the scheme says. This varies nothing by itself.
    #[must_use]
    pub fn with_treatment(mut self, treatment: Treatment) -> Self {
        self.treatment = Some(treatment);
        self
    }

    /// Doubts how figures become shares: one of these for each replication, each as likely as another.
    #[must_use]
    pub fn with_normalise(mut self, ways: impl IntoIterator<Item = Normalise>) -> Self {
        self.normalise.extend(ways);
        self
    }

    /// Doubts what happens to outliers: one of these for each replication, none = nothing.
    #[must_use]
    pub fn with_outliers(mut self, rules: impl IntoIterator<Item = Option<Outliers>>) -> Self {
        self.outliers.extend(rules);
        self
    }

    /// Doubts what fills gaps: one of these for each replication, none = nothing.
    #[must_use]
    pub fn with_impute(mut self, rules: impl IntoIterator<Item = Option<Impute>>) -> Self {
        self.impute.extend(rules);
        self
    }

    /// Whether figures are treated, by the scheme, by the caller or in replications.
    pub(super) fn treats(&self, scheme: &crate::criteria::Scheme) -> bool {
        let doubted = !self.normalise.is_empty() || !self.outliers.is_empty() || !self.impute.is_empty();
        doubted || self.treatment.is_some() || scheme.panel.is_some()
    }

    /// Doubts the figures of a column.
    #[must_use]
    pub fn with_error(mut self, column: impl Into<String>, error: FigureError) -> Self {
        self.errors.push((column.into(), error));
        self
    }

    /// Compares every two places.
    #[must_use]
    pub fn with_pairs(mut self) -> Self {
        self.pairs = true;
        self
    }
}
