//! The command line as it is typed.

mod panel;
mod programme;
mod reports;
mod robust;
mod values;

use crate::help;
use clap::{Args, Parser, Subcommand};
use dothi::{Date, Dec, Salt, UnitKind};
use std::ffi::OsString;
use std::path::PathBuf;
use values::{cost, day, kind, listed_kind, parameter, salt};

pub(crate) use panel::{Diagnose, Panel, PanelCommand, PanelFiles, PanelTrend};
pub(crate) use programme::{Milestones, PilotsCommand, PilotsEvaluate, PilotsSelect, Priorities, ProgrammeCommand, Voice};
pub(crate) use reports::{ProgrammeAnswers, ProgrammeCheck, ProgrammeReport, ProgrammeRounds, ProgrammeSynthesis, ProgrammeTemplate};
pub(crate) use robust::{PanelRobust, Show as RobustShow};
pub(crate) use values::{Color, Decimal, Exchange, Format, Language, Numbers, Separator};

/// Scores cities against smart sustainable city criteria sets, exactly and explainably.
///
/// SET is an embedded set (`vn-ssc`, `vn-ssc@2026`, `dti-922@2022-u1`) or the path of a criteria file. FILE is city data as JSON, CSV, SDMX-CSV or a workbook (.xlsx). `-` reads
/// standard input. A name that is an embedded set is never taken for a file; write `./name` for the file.
///
/// Exit codes: 0 done; 1 the command line is wrong or a file cannot be read or written; 2 a file has findings that are errors.
#[derive(Parser)]
#[command(name = "dothi", version, after_help = help::MAIN, after_long_help = help::MAIN)]
pub(crate) struct Cli {
    /// How the answer is written; each command has those that make sense for it, the first being its default.
    #[arg(long, global = true, value_enum, value_name = "FORMAT", help_heading = "Global options")]
    pub(crate) format: Option<Format>,
    /// Language of the answer; without it that of LC_ALL, LC_MESSAGES or LANG: vi when it begins with "vi", else en.
    #[arg(long, global = true, value_enum, value_name = "LANG", help_heading = "Global options")]
    pub(crate) lang: Option<Language>,
    /// Colour; auto = on a terminal, unless NO_COLOR is set.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto, help_heading = "Global options")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Lists the embedded criteria sets, or which edition of each holds on a day.
    #[command(after_help = help::SETS)]
    Sets(Sets),
    /// Shows a criteria set, or one criterion in full, with the source beside every number.
    #[command(after_help = help::SHOW)]
    Show(Show),
    /// Checks criteria files and city data and lists every finding at once.
    #[command(after_help = help::CHECK)]
    Check(Check),
    /// Writes an empty city file to fill in: CSV, JSON or a workbook.
    #[command(after_help = help::TEMPLATE)]
    Template(Template),
    /// Assesses cities: level or score, what is met and what is not; several cities are compared.
    #[command(after_help = help::ASSESS)]
    Assess(Assess),
    /// Tells in words why a result is what it is.
    #[command(after_help = help::EXPLAIN)]
    Explain(Explain),
    /// Lists what to fix first so that a level is reached.
    #[command(after_help = help::GAPS)]
    Gaps(Gaps),
    /// Scores or ranks the places of a wide table, one row for each place and period.
    #[command(after_help = help::PANEL)]
    Panel {
        #[command(subcommand)]
        command: PanelCommand,
    },
    /// The national programme: local reports and their synthesis, surveys of residents, milestones, pilots, priorities.
    #[command(after_help = help::PROGRAMME)]
    Programme {
        #[command(subcommand)]
        command: ProgrammeCommand,
    },
    /// Writes city data in another format: JSON, CSV or a workbook.
    #[command(after_help = help::CONVERT)]
    Convert(Convert),
    /// Writes data or results in an exchange format: SDMX-CSV, FIWARE (NGSI-LD) or NIST OSCAL.
    #[command(after_help = help::EXPORT)]
    Export(Export),
    /// Joins the files of several departments on one place; names every contradiction and picks nothing.
    #[command(after_help = help::MERGE)]
    Merge(Merge),
    /// Prints the digest of city data: the same facts have the same one in every format.
    #[command(after_help = help::DIGEST)]
    Digest(Digest),
    /// Writes the record of an assessment: result, digests and data, for anybody to replay.
    #[command(after_help = help::RECORD)]
    Record(Record),
    /// Replays a record: digests, result and signature; names the first value that differs.
    #[command(after_help = help::VERIFY)]
    Verify(Verify),
    /// Makes a pair of keys to sign records with.
    #[command(after_help = help::KEYGEN)]
    Keygen(Keygen),
    /// Compares two editions: added, dropped, renamed, merged, threshold changed, with the values and sources of both.
    #[command(after_help = help::DIFF)]
    Diff(Diff),
    /// Carries an assessment of one edition to another and names every change of outcome: data, rule or boundary.
    #[command(after_help = help::CARRY)]
    Carry(Carry),
    /// Makes a criteria file from a folder of tables (*.csv).
    #[command(after_help = help::IMPORT)]
    Import(Import),
    /// Prints the JSON Schema of a kind of file, or of the city data that a set asks for.
    #[command(after_help = help::SCHEMA)]
    Schema(Schema),
    /// Lists the administrative units of a day, searches them, or shows what a former province became.
    #[command(after_help = help::UNITS)]
    Units(Units),
    /// Prints the completions of a shell.
    #[command(after_help = help::COMPLETIONS)]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, or writes one page per command into a folder.
    #[command(after_help = help::MAN)]
    Man {
        /// Folder for one page per command.
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

/// Arguments of `sets`.
#[derive(Args)]
pub(crate) struct Sets {
    /// Which edition of each set holds on this day, YYYY-MM-DD.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) on: Option<Date>,
}

/// Arguments of `diff`.
#[derive(Args)]
pub(crate) struct Diff {
    /// The edition before: embedded set or criteria file.
    #[arg(value_name = "SET_BEFORE")]
    pub(crate) before: String,
    /// The edition now: embedded set or criteria file.
    #[arg(value_name = "SET_NOW")]
    pub(crate) now: String,
}

/// Arguments of `carry`.
#[derive(Args)]
pub(crate) struct Carry {
    /// The edition the data are of: embedded set or criteria file.
    #[arg(value_name = "SET_BEFORE")]
    pub(crate) before: String,
    /// The edition to carry them to: embedded set or criteria file.
    #[arg(value_name = "SET_NOW")]
    pub(crate) now: String,
    /// City data of the edition before, JSON or CSV.
    pub(crate) file: String,
    /// Newer data of the same places under the edition now; places are found by code, or as the only ones of both files.
    #[arg(value_name = "NEWER_FILE")]
    pub(crate) newer: Option<String>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `show`.
#[derive(Args)]
pub(crate) struct Show {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// Id or label of one criterion.
    pub(crate) criterion: Option<String>,
}

/// Arguments of `check`.
#[derive(Args)]
pub(crate) struct Check {
    /// Criteria files or city data; which of the two is seen from the content.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// Also check city data against this set.
    #[arg(long, value_name = "SET")]
    pub(crate) set: Option<String>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `template`.
#[derive(Args)]
pub(crate) struct Template {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// Kind of place: province, urban_area, commune, new_urban_area or national.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(crate) kind: UnitKind,
    /// The file to write, .xlsx, .csv or .json by its ending; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

/// Arguments of `convert`.
#[derive(Args)]
pub(crate) struct Convert {
    /// City data: JSON, CSV or a workbook.
    pub(crate) file: String,
    /// The file to write, .xlsx, .csv or .json by its ending; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Arguments of `export`.
#[derive(Args)]
pub(crate) struct Export {
    /// The exchange format.
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub(crate) to: Exchange,
    /// sdmx-csv: FILE...; ngsi-ld: SET FILE...; oscal: SET FILE; oscal-catalog: SET.
    #[arg(required = true, value_name = "SET|FILE")]
    pub(crate) inputs: Vec<String>,
    /// The file to write; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `merge`.
#[derive(Args)]
pub(crate) struct Merge {
    /// City data: JSON, CSV or workbooks.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// The file to write, .xlsx, .csv or .json by its ending; without it the files are only compared.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Arguments of `digest`.
#[derive(Args)]
pub(crate) struct Digest {
    /// City data: JSON, CSV or workbooks.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Arguments of `record`.
#[derive(Args)]
pub(crate) struct Record {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data of one place: JSON, CSV or a workbook.
    pub(crate) file: String,
    /// The file to write; - or nothing = standard output. A file that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// Also writes a copy for everybody, without contact persons and internal links; it verifies like the record itself.
    #[arg(long, value_name = "FILE")]
    pub(crate) public: Option<String>,
    /// The salt of what the public copy leaves out, 64 hexadecimal digits; without it one is drawn when a public copy is written.
    #[arg(long, value_name = "HEX", value_parser = salt)]
    pub(crate) salt: Option<Salt>,
    /// Signs each file written with this private key (Ed25519, PKCS#8 PEM), into a file of the same name with .sig added.
    #[arg(long, value_name = "KEY")]
    pub(crate) sign: Option<String>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `verify`.
#[derive(Args)]
pub(crate) struct Verify {
    /// The record.
    #[arg(value_name = "RECORD")]
    pub(crate) file: String,
    /// City data to hold the record against: JSON, CSV or a workbook.
    #[arg(long, value_name = "FILE")]
    pub(crate) data: Option<String>,
    /// Embedded set or criteria file; without it the embedded set that the record names.
    #[arg(long, value_name = "SET")]
    pub(crate) set: Option<String>,
    /// The public key of who should have signed it (Ed25519, SPKI PEM).
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// The signature; without it the file of the record's name with .sig added.
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(crate) signature: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Arguments of `keygen`.
#[derive(Args)]
pub(crate) struct Keygen {
    /// The file of the private key, ending in .pem; the public key stands beside it, in .pub.pem. Nothing is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: String,
}

/// How city data are read.
#[derive(Args, Clone)]
pub(crate) struct Reading {
    /// How numbers of CSV files are written: 1.234,5 (vi) or 1,234.5 (en); auto = as the file itself shows.
    #[arg(long, value_enum, value_name = "STYLE", default_value_t = Numbers::Auto)]
    pub(crate) numbers: Numbers,
    /// Only the place of this code.
    #[arg(long, value_name = "CODE")]
    pub(crate) unit: Option<String>,
}

/// How city data are written.
#[derive(Args)]
pub(crate) struct Writing {
    /// The set whose form a workbook has; without it a workbook has one plain table.
    #[arg(long, value_name = "SET")]
    pub(crate) set: Option<String>,
    /// What stands between the cells of a CSV file; Excel set to Vietnamese expects semicolons.
    #[arg(long, value_enum, value_name = "SIGN", default_value_t = Separator::Comma)]
    pub(crate) separator: Separator,
    /// Begin a CSV file with a byte order mark, so that Excel reads it as UTF-8.
    #[arg(long)]
    pub(crate) bom: bool,
    /// The decimal sign of a CSV file.
    #[arg(long, value_enum, value_name = "SIGN", default_value_t = Decimal::Point)]
    pub(crate) decimal: Decimal,
}

/// Arguments of `assess`.
#[derive(Args)]
pub(crate) struct Assess {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data: JSON, CSV or a workbook.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    /// Writes a full report to this file instead: .html or .docx; a file that is there is replaced.
    #[arg(long, value_name = "PATH")]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `explain`.
#[derive(Args)]
pub(crate) struct Explain {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data: JSON, CSV or a workbook.
    pub(crate) file: String,
    /// Id or label of one criterion.
    pub(crate) criterion: Option<String>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Arguments of `gaps`.
#[derive(Args)]
pub(crate) struct Gaps {
    /// Embedded set or criteria file.
    pub(crate) set: String,
    /// City data: JSON, CSV or a workbook.
    pub(crate) file: String,
    /// The level to reach; without it the next one.
    #[arg(long, value_name = "LEVEL")]
    pub(crate) to: Option<u32>,
    /// What fixing a criterion costs, in any one unit; those not named cost their relative distance to the threshold.
    #[arg(long = "cost", value_name = "ID=VALUE", value_parser = cost)]
    pub(crate) costs: Vec<(String, Dec)>,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// Options of every command that assesses.
#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) judging: Judging,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// How places are judged.
#[derive(Args)]
pub(crate) struct Judging {
    /// The day the assessment is made for, YYYY-MM-DD; without it today in Việt Nam (UTC+7).
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// The scheme; without it the set's first.
    #[arg(long, value_name = "SCHEME")]
    pub(crate) scheme: Option<String>,
    /// Overrides a parameter at every level, or at one; the result then says so.
    #[arg(long = "param", value_name = "ID[@LEVEL]=VALUE", value_parser = parameter)]
    pub(crate) parameters: Vec<(String, Option<u32>, Dec)>,
}

/// Arguments of `import`.
#[derive(Args)]
pub(crate) struct Import {
    /// Folder of tables.
    pub(crate) dir: PathBuf,
    /// The file to write; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

/// Arguments of `schema`.
#[derive(Args)]
pub(crate) struct Schema {
    /// A kind of file (criteria-set, city-data, assessment, record, local-reports, report-round), or a set: its city data.
    #[arg(value_name = "WHAT")]
    pub(crate) of: String,
    /// Of a set: the Frictionless Table Schema of its city data as CSV.
    #[arg(long)]
    pub(crate) frictionless: bool,
    /// The file to write; - or nothing = standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<String>,
}

/// Arguments of `units`.
#[derive(Args)]
pub(crate) struct Units {
    /// Words of a name, with or without diacritics, or a code.
    pub(crate) search: Vec<String>,
    /// The day, YYYY-MM-DD; without it today in Việt Nam (UTC+7).
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) on: Option<Date>,
    /// Kind of unit: province or commune; without it provinces, and both where one searches.
    #[arg(long, value_name = "KIND", value_parser = listed_kind)]
    pub(crate) kind: Option<UnitKind>,
    /// Only the units of the province of this code.
    #[arg(long, value_name = "CODE")]
    pub(crate) parent: Option<String>,
    /// What the former province of this code or name became.
    #[arg(long, value_name = "PLACE", conflicts_with_all = ["search", "kind", "parent"])]
    pub(crate) former: Option<String>,
}

/// Reads the command line.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    Cli::try_parse_from(arguments)
}
