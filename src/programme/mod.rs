//! The national programme: what provinces report, what is made of all reports, pilots, milestones and the residents' voice.

mod milestones;
mod money;
mod outline;
mod pilots;
mod priorities;
mod report;
mod round;
mod synthesis;
#[cfg(feature = "import")]
mod tables;
mod tree;
mod voice;

pub use milestones::*;
pub use money::{Money, MoneyUnit};
pub use outline::{Asks, FundSource, Outline, OutlineCriterion, OutlineItem, OutlineOrigin, OutlinePart, PartRole, Required};
pub use pilots::*;
pub use priorities::*;
pub use report::{
    Attached, Entry, FundingLine, LocalReport, Nothing, RecordLink, Replaces, ReportFile, ReportPeriod, ReportingUnit, StatedTotal,
    template_csv, template_json,
};
pub use round::{Deadline, DeadlineRule, Punctuality, Round, RoundUnit};
pub use synthesis::{
    Anomaly, Funding, FundingRow, InsideState, LevelCount, LevelGroup, LevelRecord, OwnText, Progress, ProgressRow, Project, ProjectLine,
    ProvinceOutcome, ProvinceState, Reconciliation, ReconciliationRow, ReportState, Standing, Submitted, Sums, Synthesis, SynthesisInput,
    TableProof, TextGroup, Unreadable,
};
#[cfg(feature = "import")]
pub use tables::import_programme;
use voice::percent;
pub use voice::*;
