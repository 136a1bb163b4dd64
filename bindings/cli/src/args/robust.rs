//! Arguments of `panel robust`.

use super::values::{Choice, decimal, impute, impute_choice, kind, normalise, outliers, outliers_choice, quality, treatment};
use super::{Judging, Numbers, PanelFiles};
use clap::{Args, ValueEnum};
use dothi::{Dec, DoubtBy, FigureError, Impute, Normalise, Outliers, Quality, RobustMean, Treatment, UnitKind, WeightDoubt};

/// Arguments of `panel robust`.
#[derive(Args)]
pub(crate) struct PanelRobust {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// A table as CSV, wide (unit_code, name_vi, kind, then name_en, period and region if there are any, and a column for each criterion) or tidy, or city data (JSON, CSV or a workbook).
    pub(crate) file: String,
    /// More files of city data.
    #[arg(value_name = "FILE")]
    pub(crate) more: Vec<String>,
    /// Of city data only places of this kind; kinds are never compared.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Option<UnitKind>,
    #[command(flatten)]
    pub(crate) files: PanelFiles,
    /// The seed; the same seed, options and table give the same results on every machine.
    #[arg(long, value_name = "N")]
    pub(crate) seed: u64,
    /// How often everything that is doubted is drawn.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub(crate) replications: u32,
    /// Weights: dirichlet:C draws them around those of the edition, the closer the larger C; band:P% within P percent on both sides.
    #[arg(long, value_name = "DOUBT", value_parser = weights)]
    pub(crate) weights: Option<WeightDoubt>,
    /// What the set marks as its own assumption, by so many percent to both sides.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) assumed: Option<f64>,
    /// Ways of putting shares together, one drawn for each replication: arithmetic, geometric, harmonic.
    #[arg(long, value_name = "MEAN,...", value_delimiter = ',', value_parser = mean)]
    pub(crate) means: Vec<RobustMean>,
    #[command(flatten)]
    pub(crate) ways: Ways,
    /// The standard error of a column: 0.5, or 5% of the figure, survey:PEOPLE:WHOLE for a share of people asked (WHOLE is 1 or 100), counted for people of a denominator.
    #[arg(long = "error", value_name = "COLUMN=ERROR", value_parser = error)]
    pub(crate) errors: Vec<(String, FigureError)>,
    /// A table like that of the figures, with the standard error of each.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors_of: Option<String>,
    /// The standard error of figures by how they were obtained, in percent of the figure, as personal_estimate=20%; for tidy tables and city data, which say so.
    #[arg(long, value_name = "CLASS=PERCENT", value_delimiter = ',', value_parser = quality)]
    pub(crate) error_by_quality: Vec<(Quality, f64)>,
    /// What is shown.
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Show::Places)]
    pub(crate) show: Show,
    /// For sobol: all of a kind together, or each group, criterion and column on its own.
    #[arg(long, value_enum, value_name = "BY", default_value_t = By::Kind)]
    pub(crate) by: By,
    /// For sobol: how often its intervals draw again.
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    pub(crate) resamples: u32,
    /// For design: the number of the replication, from 0.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) replication: u32,
    /// For flips: two places by their codes; without it each place and the next one.
    #[arg(long, value_name = "CODE,CODE", value_parser = pair)]
    pub(crate) pair: Option<(String, String)>,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// How numbers of CSV files are written: 1.234,5 (vi) or 1,234.5 (en); auto = as the file itself shows.
    #[arg(long, value_enum, value_name = "STYLE", default_value_t = Numbers::Auto)]
    pub(crate) numbers: Numbers,
}

/// Ways of treating figures: what is drawn, and what is done as it is.
#[derive(Args)]
pub(crate) struct Ways {
    /// Ways of making figures shares, one drawn for each replication: goalposts (of the set), min_max, z_score, rank, percentile.
    #[arg(long, value_name = "HOW,...", value_delimiter = ',', value_parser = normalise)]
    pub(crate) normalise: Vec<Normalise>,
    /// What happens to outliers, one drawn for each replication: none, winsorise:0.025:0.975, by_shape:2:3.5:5, logarithm.
    #[arg(long, value_name = "RULE,...", value_delimiter = ',', value_parser = outliers_choice)]
    pub(crate) outliers: Vec<Choice<Outliers>>,
    /// What fills gaps, one drawn for each replication: none, or criterion or group, all or region, mean or median, as criterion:region:median.
    #[arg(long, value_name = "RULE,...", value_delimiter = ',', value_parser = impute_choice)]
    pub(crate) impute: Vec<Choice<Impute>>,
    /// How figures become shares as it is, instead of as the scheme says.
    #[arg(long, value_name = "HOW", value_parser = normalise)]
    pub(crate) base_normalise: Option<Normalise>,
    /// What happens to outliers as it is.
    #[arg(long, value_name = "RULE", value_parser = outliers)]
    pub(crate) base_outliers: Option<Outliers>,
    /// What fills gaps as it is.
    #[arg(long, value_name = "RULE", value_parser = impute)]
    pub(crate) base_impute: Option<Impute>,
    /// Leave out places with a smaller share of their figures, as 0.8.
    #[arg(long, value_name = "SHARE", value_parser = decimal)]
    pub(crate) least_data: Option<Dec>,
    /// Measure places by the rows of all periods of the table together, not by those of their own period.
    #[arg(long)]
    pub(crate) pool_periods: bool,
}

impl Ways {
    /// What is done as it is; none = what the scheme says.
    pub(crate) fn base(&self) -> Option<Treatment> {
        treatment(self.base_normalise, self.base_outliers, self.base_impute, self.least_data, self.pool_periods)
    }
}

/// What of an analysis is shown.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Show {
    /// Rank intervals, and how often each level is reached.
    Places,
    /// How often one place ranks at or above another.
    Pairs,
    /// Which doubt the spread of ranks and scores comes from, with intervals.
    Sobol,
    /// One thing at a time, at both ends of its doubt.
    Tornado,
    /// The smallest change of a weight that turns the order of two places round.
    Flips,
    /// Ranks without one criterion at a time.
    LeaveOneOut,
    /// What one replication drew.
    Design,
}

/// How finely doubts are told apart.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// All weights together, all figures together ...
    Kind,
    /// Each group, criterion and column on its own.
    Item,
}

impl By {
    pub(crate) fn doubts(self) -> DoubtBy {
        if self == Self::Item { DoubtBy::Item } else { DoubtBy::Kind }
    }
}

fn number(text: &str) -> Result<f64, &'static str> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain).ok_or("not a number; write digits with a point, like 2.5")
}

fn percent(text: &str) -> Result<f64, &'static str> {
    number(text.strip_suffix('%').unwrap_or(text))
}

fn pair(text: &str) -> Result<(String, String), &'static str> {
    text.split_once(',').map(|(one, other)| (one.into(), other.into())).ok_or("write two codes, like 01,48")
}

pub(super) fn weights(text: &str) -> Result<WeightDoubt, &'static str> {
    match text.split_once(':') {
        Some(("dirichlet", concentration)) => Ok(WeightDoubt::Dirichlet { concentration: number(concentration)? }),
        Some(("band", band)) => Ok(WeightDoubt::Band { percent: percent(band)? }),
        _ => Err("write dirichlet:50 or band:25%"),
    }
}

fn mean(text: &str) -> Result<RobustMean, String> {
    let words: Vec<&str> = RobustMean::WORDS.iter().map(|(word, _)| *word).collect();
    let found = RobustMean::WORDS.iter().find(|(word, _)| *word == text).map(|(_, mean)| *mean);
    found.ok_or_else(|| format!("one of: {}", words.join(", ")))
}

fn error(text: &str) -> Result<(String, FigureError), &'static str> {
    let (column, error) = text.split_once('=').ok_or("write COLUMN=ERROR")?;
    let error = match error.split(':').collect::<Vec<_>>().as_slice() {
        ["counted"] => FigureError::Counted,
        ["survey", people, whole] => FigureError::Survey { people: number(people)?, whole: number(whole)? },
        [one] => match one.strip_suffix('%') {
            Some(percent) => FigureError::Relative(number(percent)?),
            None => FigureError::Standard(number(one)?),
        },
        _ => return Err("write 0.5, 5%, survey:PEOPLE:WHOLE or counted"),
    };
    Ok((column.into(), error))
}
