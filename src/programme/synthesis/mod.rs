//! The national synthesis of a round: one result of any number of local reports, in which every amount and every text is found again.
//!
//! Each report gets one [`Standing`]. National sums add the reports that are [`Counted`](Standing::Counted), which only provinces are; what
//! communes and urban areas report is shown inside their province. Everything else stands beside, named, and [`Reconciliation`] proves to the
//! đồng that nothing was lost or added twice.

mod circles;
mod csv;
mod funding;
mod gather;
mod levels;
mod progress;
mod projects;
mod reconcile;
mod replaced;
mod standing;
mod texts;

use super::outline::Outline;
use super::report::LocalReport;
use super::round::{Punctuality, Round, RoundUnit};
use crate::assessment::Mark;
use crate::date::Date;
use crate::finding::{Finding, Findings};
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

pub use funding::{Funding, FundingRow, Sums};
pub use levels::{LevelCount, LevelGroup, LevelRecord};
pub use progress::{Progress, ProgressRow};
pub use projects::{Project, ProjectLine};
pub use reconcile::{Reconciliation, ReconciliationRow, TableProof};
pub use standing::Standing;
pub use texts::{OwnText, TextGroup};

/// A report with the file it came from and what was found on reading it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Submitted {
    /// File.
    pub file: String,
    /// The report.
    pub report: LocalReport,
    /// Remarks of reading.
    pub findings: Findings,
}

impl Submitted {
    /// A report of a file.
    #[must_use]
    pub fn new(file: impl Into<String>, report: LocalReport) -> Self {
        Self { file: file.into(), report, findings: Findings::default() }
    }
}

/// A file that could not be read.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Unreadable {
    /// File.
    pub file: String,
    /// Codes of the units that it names, as far as that can be seen: see [`ReportFile::named_units`](crate::programme::ReportFile::named_units).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// Why.
    pub findings: Findings,
}

impl Unreadable {
    /// A file with what was found in it.
    #[must_use]
    pub fn new(file: impl Into<String>, findings: Findings) -> Self {
        Self { file: file.into(), units: Vec::new(), findings }
    }

    /// Says whose reports stand in it, so that nobody is said to have sent nothing.
    #[must_use]
    pub fn with_units(mut self, units: Vec<String>) -> Self {
        self.units = units;
        self
    }
}

/// What a synthesis is made of.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SynthesisInput<'i> {
    /// The outline of the reports.
    pub outline: &'i Outline,
    /// The round.
    pub round: &'i Round,
    /// Who is asked: [`Round::asked`].
    pub asked: &'i [RoundUnit],
    /// The reports, in any order.
    pub reports: Vec<Submitted>,
    /// Files that could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Results of records: [`LevelRecord::of`].
    pub records: Vec<LevelRecord>,
    /// The synthesis of the round before.
    pub previous: Option<&'i Synthesis>,
}

impl<'i> SynthesisInput<'i> {
    /// Reports of a round, without records and without a round before.
    #[must_use]
    pub fn new(outline: &'i Outline, round: &'i Round, asked: &'i [RoundUnit], reports: Vec<Submitted>) -> Self {
        Self { outline, round, asked, reports, unreadable: Vec::new(), records: Vec::new(), previous: None }
    }
}

/// One national report of a round.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Synthesis {
    /// Format of the document.
    pub synthesis_format: u32,
    /// Id of the round.
    pub round: String,
    /// Title of the round.
    pub title: Text,
    /// Id of the outline.
    pub outline: String,
    /// What must stand wherever the result stands.
    pub marks: Vec<Mark>,
    /// Day whose list of provinces was asked.
    pub units_on: Date,
    /// Words of the deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// Last day on time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
    /// Who was asked, and what came, by code.
    pub provinces: Vec<ProvinceState>,
    /// Every report, by unit and file.
    pub reports: Vec<ReportState>,
    /// Files that could not be read.
    pub unreadable: Vec<Unreadable>,
    /// Sums of the counted reports.
    pub funding: Funding,
    /// The proof of the sums.
    pub reconciliation: Reconciliation,
    /// Every project of every report.
    pub projects: Vec<Project>,
    /// Every text of every report by item.
    pub texts: Vec<TextGroup>,
    /// Levels of the attached records.
    pub levels: Vec<LevelGroup>,
    /// Against the round before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// Everything that is late, missing, doubled or contradictory, by unit.
    pub anomalies: Vec<Anomaly>,
}

/// What came of a unit that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProvinceOutcome {
    /// Its report is counted.
    Reported,
    /// It sent reports that contradict each other; none is counted.
    Contradictory,
    /// Its report has errors, or stands in a file that cannot be read, and is not counted.
    Refused,
    /// Nothing came that can be told to be its.
    Missing,
}

/// A unit that was asked.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ProvinceState {
    /// The unit.
    #[serde(flatten)]
    pub unit: RoundUnit,
    /// What came.
    pub outcome: ProvinceOutcome,
    /// Whether it came in time; none when nothing came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub punctuality: Option<Punctuality>,
    /// Whether the first report that it replaces came in time: what is counted may have come later. None where nothing is replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Punctuality>,
    /// Whether every part is there.
    pub complete: bool,
    /// Its own sums, where its report is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sums: Option<Sums>,
    /// Communes and urban areas inside it. Their amounts are in no national sum.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<InsideState>,
}

/// A commune or urban area that reported.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct InsideState {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its own sums.
    pub sums: Sums,
}

/// A report and what became of it.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ReportState {
    /// File.
    pub file: String,
    /// Code of the unit.
    pub unit: String,
    /// Name of the unit.
    pub name: String,
    /// Kind of the unit.
    pub kind: crate::criteria::UnitKind,
    /// What became of it.
    pub standing: Standing,
    /// File of the report that stands in for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// Whether it came in time.
    pub punctuality: Punctuality,
    /// Day of receipt, else of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Whether every part is there.
    pub complete: bool,
    /// What was found in it.
    pub findings: Findings,
}

/// Something that is late, missing, doubled or contradictory.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Anomaly {
    /// Code of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// File.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What it is.
    pub finding: Finding,
}

impl Synthesis {
    /// Puts reports together. The order of the input changes nothing, and nothing of it is left out.
    ///
    /// ```
    /// use dothi::programme::{Outline, ReportFile, Round, Submitted, Synthesis, SynthesisInput};
    /// let outline = Outline::builtin().unwrap();
    /// let (round, _) = Round::from_json(include_bytes!("../../../examples/programme/dot-2025.json")).unwrap();
    /// let (file, _) = ReportFile::from_json(include_bytes!("../../../examples/programme/bao-cao-2025.json")).unwrap();
    /// let reports = file.reports.into_iter().map(|report| Submitted::new("bao-cao-2025.json", report)).collect();
    /// let synthesis = Synthesis::new(SynthesisInput::new(&outline, &round, &round.units, reports));
    /// assert!(synthesis.reconciliation.agrees);
    /// ```
    #[must_use]
    pub fn new(input: SynthesisInput<'_>) -> Self {
        gather::gather(input)
    }

    /// The document as canonical JSON (RFC 8785).
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        crate::write::canonical(serde_json::to_value(self).unwrap_or_default())
    }

    /// How many units have an outcome.
    #[must_use]
    pub fn count(&self, outcome: ProvinceOutcome) -> usize {
        self.provinces.iter().filter(|province| province.outcome == outcome).count()
    }

    /// How many units have a counted report of this punctuality.
    #[must_use]
    pub fn count_of(&self, punctuality: Punctuality) -> usize {
        let counted = |province: &&ProvinceState| province.outcome != ProvinceOutcome::Missing;
        self.provinces.iter().filter(counted).filter(|province| province.punctuality == Some(punctuality)).count()
    }
}
