//! Arguments of `panel`.

use super::robust::PanelRobust;
use super::values::{decimal, impute, kind, normalise, outliers, period, share, ties, treatment};
use super::{Judging, Numbers};
use crate::help;
use clap::{Args, Subcommand};
use dothi::{Date, Dec, Impute, Normalise, Outliers, Ties, Treatment, UnitKind};
use std::path::PathBuf;

/// What is asked of a panel.
#[derive(Subcommand)]
pub(crate) enum PanelCommand {
    /// Score and level of every place; by rank where the edition defines a score, else by level in the order of codes.
    #[command(after_help = help::PANEL)]
    Score(Panel),
    /// Ranks within each period; refused where the edition defines no score.
    #[command(after_help = help::PANEL)]
    Rank(Panel),
    /// Changes between periods and what they are made of, targets, base years, peer groups; other borders break a series.
    #[command(after_help = help::PANEL_TREND)]
    Trend(PanelTrend),
    /// What the figures say of the scheme: correlations, alpha, effective weights, principal components, Copeland's order, data at hand.
    #[command(after_help = help::DIAGNOSE)]
    Diagnose(Box<Diagnose>),
    /// How far ranks and levels hold when weights, assumptions or figures are other than the edition says.
    #[command(after_help = help::PANEL_ROBUST)]
    Robust(Box<PanelRobust>),
}

/// Arguments of `panel trend`.
#[derive(Args)]
pub(crate) struct PanelTrend {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// A table as CSV, wide (a row for each place and period) or tidy (a row for each place, period and criterion), or city data (JSON, CSV or a workbook), one file or several.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    #[command(flatten)]
    pub(crate) outputs: PanelFiles,
    /// First period; without it the first there is.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) from: Option<Date>,
    /// Last period; without it the last there is.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) to: Option<Date>,
    /// Peer groups: region, urban_class, parent, or the name of a column.
    #[arg(long, value_name = "BY")]
    pub(crate) peers: Option<String>,
    /// Edges of bands for a column of numbers, such as 500000,1000000; each band holds its lower edge.
    #[arg(long, value_name = "EDGES", value_delimiter = ',', value_parser = decimal, requires = "peers")]
    pub(crate) bands: Vec<Dec>,
    /// Only targets of this year; without it of every year that the set names.
    #[arg(long, value_name = "YEAR")]
    pub(crate) target_year: Option<u16>,
    /// Of city data only places of this kind; kinds are never compared.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Option<UnitKind>,
    /// Only this place, with every criterion.
    #[arg(long, value_name = "CODE")]
    pub(crate) unit: Option<String>,
    /// Declares that the figures of all periods are of the same borders, and how; it is written beside every result.
    #[arg(long, value_name = "HOW")]
    pub(crate) like_for_like: Option<String>,
    /// Another edition that judged earlier periods; needs --before-file.
    #[arg(long, value_name = "SET", requires = "before_file")]
    pub(crate) before: Option<String>,
    /// The data of those periods.
    #[arg(long, value_name = "FILE", requires = "before")]
    pub(crate) before_file: Option<String>,
    /// The rank of equal scores: 1 2 2 4 (competition), 1 2 2 3 (dense), 1 2 3 4 (ordinal), 1 2.5 2.5 4 (average).
    #[arg(long, value_name = "RULE", default_value = "competition", value_parser = ties)]
    pub(crate) ties: Ties,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// How numbers of CSV files are written: 1.234,5 (vi) or 1,234.5 (en); auto = as the file itself shows.
    #[arg(long, value_enum, value_name = "STYLE", default_value_t = Numbers::Auto)]
    pub(crate) numbers: Numbers,
}

/// What is written beside, or instead of, a table of a panel.
#[derive(Args)]
pub(crate) struct PanelFiles {
    /// Writes the picture that stands for the whole to this file instead, .svg: of score and rank the ranks or levels of the latest period, of trend scores over the periods, of diagnose correlations, of robust what --show says.
    #[arg(long, value_name = "PATH")]
    pub(crate) picture: Option<PathBuf>,
    /// Writes every picture of the page to this folder, each as an .svg file by its name, in place of what is there under that name.
    #[arg(long, value_name = "DIR")]
    pub(crate) pictures: Option<PathBuf>,
    /// Writes a page with tables, pictures, marks and method to this file instead, .html; a file that is there is replaced.
    #[arg(long, value_name = "PATH")]
    pub(crate) report: Option<PathBuf>,
}

/// Arguments of `panel diagnose`.
#[derive(Args)]
pub(crate) struct Diagnose {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// A table as CSV, wide or tidy, or city data (JSON, CSV or a workbook).
    pub(crate) file: String,
    /// More files of city data.
    #[arg(value_name = "FILE")]
    pub(crate) more: Vec<String>,
    /// Of city data only places of this kind; kinds are never compared.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Option<UnitKind>,
    #[command(flatten)]
    pub(crate) files: PanelFiles,
    /// Look at figures that are measured by each other: goalposts (of the set), min_max, z_score, rank, percentile; without it as the scheme says.
    #[arg(long, value_name = "HOW", value_parser = normalise)]
    pub(crate) normalise: Option<Normalise>,
    /// Look at figures with outliers drawn in: winsorise:0.025:0.975, by_shape:2:3.5:5, or logarithm.
    #[arg(long, value_name = "RULE", value_parser = outliers)]
    pub(crate) outliers: Option<Outliers>,
    /// Look at figures with gaps filled from other places: criterion or group, all or region, mean or median, as criterion:region:median.
    #[arg(long, value_name = "RULE", value_parser = impute)]
    pub(crate) impute: Option<Impute>,
    /// The period whose places are looked at, as the table writes it in ISO form (2025, 2025-06, 2025-06-30); without it the latest.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) period: Option<Date>,
    /// Criteria that correlate by more than this, in either direction, are named. A convention, not a rule of any set.
    #[arg(long, value_name = "R", default_value = "0.9", value_parser = share)]
    pub(crate) high_correlation: f64,
    /// Units with a smaller share of their data are named; without it the scheme's own least share, if it has one.
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub(crate) least_data: Option<f64>,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// How numbers of CSV files are written: 1.234,5 (vi) or 1,234.5 (en); auto = as the file itself shows.
    #[arg(long, value_enum, value_name = "STYLE", default_value_t = Numbers::Auto)]
    pub(crate) numbers: Numbers,
}

impl Diagnose {
    /// What is asked to be done to figures; none = what the scheme says.
    pub(crate) fn treatment(&self) -> Option<Treatment> {
        treatment(self.normalise, self.outliers, self.impute, None, false)
    }
}

/// Arguments of `panel`.
#[derive(Args)]
pub(crate) struct Panel {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// A wide table as CSV (unit_code, name_vi, kind, then name_en and period if there are any, and a column for each criterion), a tidy one, or city data.
    pub(crate) file: String,
    #[command(flatten)]
    pub(crate) files: PanelFiles,
    /// For pages and pictures: this place by group too, beside the median of all places and of its region.
    #[arg(long, value_name = "CODE")]
    pub(crate) unit: Option<String>,
    /// The rank of equal scores: 1 2 2 4 (competition), 1 2 2 3 (dense), 1 2 3 4 (ordinal), 1 2.5 2.5 4 (average).
    #[arg(long, value_name = "RULE", default_value = "competition", value_parser = ties)]
    pub(crate) ties: Ties,
    #[command(flatten)]
    pub(crate) treat: Treat,
    #[command(flatten)]
    pub(crate) judging: Judging,
    /// How numbers of CSV files are written: 1.234,5 (vi) or 1,234.5 (en); auto = as the file itself shows.
    #[arg(long, value_enum, value_name = "STYLE", default_value_t = Numbers::Auto)]
    pub(crate) numbers: Numbers,
}

/// What `panel` does to figures instead of what the scheme says. Any of them marks every row.
#[derive(Args)]
pub(crate) struct Treat {
    /// Measure places by each other: goalposts (of the set), min_max, z_score, rank, percentile.
    #[arg(long, value_name = "HOW", value_parser = normalise)]
    pub(crate) normalise: Option<Normalise>,
    /// Draw outliers in: winsorise:0.025:0.975 (quantiles), by_shape:2:3.5:5 (skewness, kurtosis, how many at most), or logarithm.
    #[arg(long, value_name = "RULE", value_parser = outliers)]
    pub(crate) outliers: Option<Outliers>,
    /// Fill gaps from other places: criterion or group, all or region, mean or median, as criterion:region:median.
    #[arg(long, value_name = "RULE", value_parser = impute)]
    pub(crate) impute: Option<Impute>,
    /// Do not rank places with a smaller share of their figures, as 0.8.
    #[arg(long, value_name = "SHARE", value_parser = decimal)]
    pub(crate) least_data: Option<Dec>,
    /// Measure places by the rows of all periods of the table together, not by those of their own period.
    #[arg(long)]
    pub(crate) pool_periods: bool,
}

impl Treat {
    /// What is asked; none = what the scheme says.
    pub(crate) fn asked(&self) -> Option<Treatment> {
        treatment(self.normalise, self.outliers, self.impute, self.least_data, self.pool_periods)
    }
}
