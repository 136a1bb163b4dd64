//! The local report: six parts as typed data, from and to JSON and CSV, and what is missing or does not fit.

mod attached;
mod check;
mod csv;
mod json;
mod keys;
mod model;
mod named;
mod offered;
#[cfg(feature = "schema")]
mod schema;
mod template;

pub use attached::Attached;
pub use json::ReportFile;
pub use model::{Entry, FundingLine, LocalReport, Nothing, RecordLink, Replaces, ReportPeriod, ReportingUnit, StatedTotal};
pub use template::{template_csv, template_json};

pub(super) use check::project_key;
pub(super) use json::{day as read_day, period as read_period};
pub(super) use model::document_number;
