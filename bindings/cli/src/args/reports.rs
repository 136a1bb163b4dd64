//! Arguments of `programme template`, `check`, `report`, `synthesis` and `answers`.

use super::Judging;
use super::values::{Numbers, kind};
use clap::Args;
use dothi::UnitKind;

/// How reports are read.
#[derive(Args)]
pub(crate) struct Reports {
    /// The outline, if not the embedded one of dispatch 1683/BXD-PTDT.
    #[arg(long, value_name = "FILE")]
    pub(crate) outline: Option<String>,
    /// How numbers of CSV files are written: 1.234,5 (vi) or 1,234.5 (en); auto = as the file itself shows.
    #[arg(long, value_enum, value_name = "STYLE", default_value_t = Numbers::Auto)]
    pub(crate) numbers: Numbers,
}

/// Arguments of `programme template`.
#[derive(Args)]
pub(crate) struct ProgrammeTemplate {
    /// Id of the round, filled in.
    #[arg(long, value_name = "ID")]
    pub(crate) round: Option<String>,
    /// Kind of unit: province, urban_area, commune or new_urban_area.
    #[arg(long, value_name = "KIND", value_parser = kind, default_value = "province")]
    pub(crate) kind: UnitKind,
    /// The file to write, .csv or .json by its ending; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// The outline, if not the embedded one of dispatch 1683/BXD-PTDT.
    #[arg(long, value_name = "FILE")]
    pub(crate) outline: Option<String>,
}

/// Arguments of `programme check`.
#[derive(Args)]
pub(crate) struct ProgrammeCheck {
    /// Local reports: JSON or CSV.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// The round to hold them against: bxd-1683-2022, or a file.
    #[arg(long, value_name = "ROUND")]
    pub(crate) round: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reports,
}

/// Arguments of `programme report`.
#[derive(Args)]
pub(crate) struct ProgrammeReport {
    /// A local report: JSON or CSV.
    pub(crate) file: String,
    /// Code of the unit, where the file holds several reports.
    #[arg(long, value_name = "CODE")]
    pub(crate) unit: Option<String>,
    /// The file to write, .docx, .html, .md, .csv or .json by its ending; - or nothing = Markdown on standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reports,
}

/// Arguments of `programme synthesis`.
#[derive(Args)]
pub(crate) struct ProgrammeSynthesis {
    /// The round: bxd-1683-2022, or a file.
    #[arg(value_name = "ROUND")]
    pub(crate) round: String,
    /// Local reports and records of assessments; folders are searched for *.json and *.csv.
    #[arg(required = true, value_name = "FILE|DIR")]
    pub(crate) files: Vec<String>,
    /// The round before, to compare with.
    #[arg(long, value_name = "ROUND", requires = "previous")]
    pub(crate) previous_round: Option<String>,
    /// Reports of the round before.
    #[arg(long, value_name = "FILE|DIR", requires = "previous_round")]
    pub(crate) previous: Vec<String>,
    /// Files to write, .json, .csv, .md, .html or .docx by their ending; may be given several times.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Vec<String>,
    #[command(flatten)]
    pub(crate) reading: Reports,
}

/// Arguments of `programme rounds`.
#[derive(Args)]
pub(crate) struct ProgrammeRounds {
    /// A folder with one folder for each round: round.json, reports (local reports and records), cities (city data of the places to assess).
    #[arg(value_name = "DIR")]
    pub(crate) folder: String,
    /// The folder to write: for each round its national report as HTML in both languages, JSON and CSV, places.csv, and records.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: String,
    /// Embedded set or criteria file that places are assessed by.
    #[arg(long, value_name = "SET", default_value = "vn-ssc")]
    pub(crate) set: String,
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[command(flatten)]
    pub(crate) reading: Reports,
}

/// Arguments of `programme answers`.
#[derive(Args)]
pub(crate) struct ProgrammeAnswers {
    /// A local report: JSON or CSV.
    pub(crate) file: String,
    /// The round it answers: bxd-1683-2022, or a file.
    #[arg(long, value_name = "ROUND")]
    pub(crate) round: String,
    /// Name of the set whose criteria are answered.
    #[arg(long, value_name = "SET", default_value = "vn-ssc")]
    pub(crate) set: String,
    /// The file to write; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reports,
}
