//! Arguments of `programme`.

use crate::help;
use clap::{Args, Subcommand};

/// What is asked of the programme.
#[derive(Subcommand)]
pub(crate) enum ProgrammeCommand {
    /// Shares, intervals and sample sizes of a survey of residents; figures of few people are hidden.
    #[command(after_help = help::VOICE)]
    Voice(Voice),
}

/// Arguments of `programme voice`.
#[derive(Args)]
pub(crate) struct Voice {
    /// The description of the survey, JSON.
    #[arg(value_name = "SURVEY")]
    pub(crate) survey: String,
    /// The answers, CSV, one row for each respondent; without them only the sizes of samples are shown.
    #[arg(value_name = "ANSWERS")]
    pub(crate) answers: Option<String>,
    /// Also writes the figures as city data, .json, .csv or .xlsx by its ending: observations of the criteria that the survey names.
    #[arg(long, value_name = "FILE")]
    pub(crate) city: Option<String>,
}
