//! The national programme: what provinces report, what is made of all reports, pilots, milestones and the residents' voice.

mod money;
mod outline;
mod report;
mod round;
mod synthesis;
mod voice;

pub use money::{Money, MoneyUnit};
pub use outline::{Asks, FundSource, Outline, OutlineCriterion, OutlineItem, OutlineOrigin, OutlinePart, PartRole, Required};
pub use report::{
    Attached, Entry, FundingLine, LocalReport, Nothing, RecordLink, ReportFile, ReportPeriod, ReportingUnit, StatedTotal, template_csv,
    template_json,
};
pub use round::{Deadline, DeadlineRule, Punctuality, Round, RoundUnit};
pub use synthesis::{
    Anomaly, Funding, FundingRow, InsideState, LevelCount, LevelGroup, LevelRecord, OwnText, Progress, ProgressRow, Project, ProjectLine,
    ProvinceOutcome, ProvinceState, Reconciliation, ReconciliationRow, ReportState, Standing, Submitted, Sums, Synthesis, SynthesisInput,
    TableProof, TextGroup, Unreadable,
};
pub use voice::*;
