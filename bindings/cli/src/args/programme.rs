//! Arguments of `programme`.

use super::Options;
use super::reports::{ProgrammeAnswers, ProgrammeCheck, ProgrammeReport, ProgrammeRounds, ProgrammeSynthesis, ProgrammeTemplate};
use super::robust::weights;
use super::values::{period, priority_key};
use crate::help;
use clap::{Args, Subcommand};
use dothi::programme::PriorityKey;
use dothi::{Date, WeightDoubt};

/// What is asked of the programme.
#[derive(Subcommand)]
pub(crate) enum ProgrammeCommand {
    /// Shares, intervals and sample sizes of a survey of residents; figures of few people are hidden.
    #[command(after_help = help::VOICE)]
    Voice(Voice),
    /// Milestones of Decision 950 on a day, or the dated targets of a set for places: reached, on track, behind, overdue.
    #[command(after_help = help::MILESTONES)]
    Milestones(Milestones),
    /// Pilots: who may be one and how ready; what a pilot brought beside comparable places.
    #[command(after_help = help::PILOTS)]
    Pilots {
        #[command(subcommand)]
        command: PilotsCommand,
    },
    /// What a place should do next, in order, with the reasons; or its result by the objectives of Resolution 06-NQ/TW.
    #[command(after_help = help::PRIORITIES)]
    Priorities(Priorities),
    /// Writes an empty local report to fill in: CSV or JSON.
    #[command(after_help = help::REPORTS)]
    Template(ProgrammeTemplate),
    /// Checks local reports and rounds and lists every finding at once: late, missing, what does not add up.
    #[command(after_help = help::REPORTS)]
    Check(ProgrammeCheck),
    /// Writes a local report as a document in the layout of offices: Word, HTML or Markdown.
    #[command(after_help = help::REPORTS)]
    Report(ProgrammeReport),
    /// Puts the reports and records of a round together into one national report.
    #[command(after_help = help::REPORTS)]
    Synthesis(ProgrammeSynthesis),
    /// Works off a folder of rounds: reports, records of every place in scope, national reports in both languages.
    #[command(after_help = help::ROUNDS)]
    Rounds(ProgrammeRounds),
    /// Writes the answers to criteria that can be judged from a report, as city data with the report as evidence.
    #[command(after_help = help::REPORTS)]
    Answers(ProgrammeAnswers),
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

/// Arguments of `programme milestones`.
#[derive(Args)]
pub(crate) struct Milestones {
    /// Nothing: the milestones of Decision 950. SET FILE...: the dated targets of a set for the places of the files.
    #[arg(value_name = "SET|FILE")]
    pub(crate) inputs: Vec<String>,
    /// What is stated about the milestones of Decision 950, JSON; without it none is measurable.
    #[arg(long, value_name = "FILE", conflicts_with = "inputs")]
    pub(crate) progress: Option<String>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// What is asked of pilots.
#[derive(Subcommand)]
pub(crate) enum PilotsCommand {
    /// Eligibility, readiness and rank of candidates, with a decision sheet for each.
    #[command(after_help = help::PILOTS)]
    Select(PilotsSelect),
    /// A pilot before and after, beside comparable places.
    #[command(after_help = help::PILOTS)]
    Evaluate(PilotsEvaluate),
}

/// Arguments of `programme pilots select`.
#[derive(Args)]
pub(crate) struct PilotsSelect {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data of the candidates.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// The rules, JSON; without it the conditions that the documents read name (vn-ssc 2026), which have no readiness score.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<String>,
    /// What is stated of the candidates, JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) statements: Option<String>,
    /// How far ranks hold when the weights of the readiness score are others: dirichlet:C draws them around those of the rules, band:P% within P percent.
    #[arg(long, value_name = "DOUBT", value_parser = weights, requires = "seed")]
    pub(crate) robust: Option<WeightDoubt>,
    /// The seed of these draws.
    #[arg(long, value_name = "N", requires = "robust")]
    pub(crate) seed: Option<u64>,
    /// How often weights are drawn.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub(crate) replications: u32,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `programme pilots evaluate`.
#[derive(Args)]
pub(crate) struct PilotsEvaluate {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data of the pilot and of comparable places, both periods.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// Code of the pilot.
    #[arg(long, value_name = "CODE")]
    pub(crate) pilot: String,
    /// Codes of comparable places; without it every other place of its kind in the files.
    #[arg(long, value_name = "CODE")]
    pub(crate) against: Vec<String>,
    /// The period before: YYYY, YYYY-MM or YYYY-MM-DD.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) before: Date,
    /// The period after.
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) after: Date,
    /// Fewer comparable places than this, and nothing is said of a difference.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) minimum: usize,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `programme priorities`.
#[derive(Args)]
pub(crate) struct Priorities {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data.
    pub(crate) file: String,
    /// The level to reach; without it the next one.
    #[arg(long, value_name = "LEVEL")]
    pub(crate) to: Option<u32>,
    /// The description of a survey of the place's residents.
    #[arg(long, value_name = "FILE", requires = "answers")]
    pub(crate) survey: Option<String>,
    /// The answers of that survey.
    #[arg(long, value_name = "FILE", requires = "survey")]
    pub(crate) answers: Option<String>,
    /// Priorities that the place declares, JSON.
    #[arg(long, value_name = "FILE")]
    pub(crate) local: Option<String>,
    /// By what to order, the first first: plan, weight, dissatisfaction, local, distance.
    #[arg(long = "by", value_name = "KEY", value_delimiter = ',', value_parser = priority_key)]
    pub(crate) keys: Vec<PriorityKey>,
    /// The result by the five objectives of Resolution 06-NQ/TW instead (vn-ssc).
    #[arg(long, conflicts_with_all = ["survey", "local", "keys"])]
    pub(crate) objectives: bool,
    #[command(flatten)]
    pub(crate) options: Options,
}
