//! What a local report holds.

use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::Origin;
use crate::number::Dec;
use crate::programme::money::{Money, MoneyUnit};
use crate::text::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// One report of one unit by an outline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LocalReport {
    /// Id of the outline its items are of.
    pub outline: String,
    /// Id of the round it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<String>,
    /// Who reports.
    pub unit: ReportingUnit,
    /// Made up; every output says so.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub fictional: bool,
    /// The time it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<ReportPeriod>,
    /// Number of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The earlier report of the same unit that it stands in for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<Replaces>,
    /// Day on which it was received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Date>,
    /// Who prepared it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepared_by: Option<String>,
    /// What is said under the items.
    pub entries: Vec<Entry>,
    /// Items under which there is nothing to say; not the same as saying nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nothing: Vec<Nothing>,
    /// Money, one line for each project, year and source of funds.
    pub funding: Vec<FundingLine>,
    /// Totals as the report states them; they are compared, never added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<StatedTotal>,
    /// Records of assessments that go with the report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordLink>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportingUnit {
    /// Code; text, zeros kept.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind of place.
    pub kind: UnitKind,
    /// Code of the province, of other places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// The earlier report that a corrected one stands in for, by its digest or by number and date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Replaces {
    /// Number of the earlier document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day of the earlier document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// [`LocalReport::digest`] of the earlier report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

impl Replaces {
    /// Whether it names this report: its digest where one is given, and number and date where they are given.
    #[must_use]
    pub fn names(&self, report: &LocalReport) -> bool {
        let by_digest = self.sha256.as_ref().is_none_or(|own| *own == report.digest());
        let by_number = self
            .number
            .as_ref()
            .is_none_or(|own| report.number.as_ref().is_some_and(|other| document_number(own) == document_number(other)));
        let by_date = self.date.is_none_or(|own| report.date == Some(own));
        by_digest && by_number && by_date
    }

    /// In words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let date = self.date.map(|date| if lang == Lang::Vi { date.to_vi() } else { date.to_string() });
        let digest = self.sha256.as_ref().map(|sha256| alloc::format!("SHA-256 {sha256}"));
        [self.number.clone(), date, digest].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// The number of a document without what people write differently: capitals, spaces.
pub(in crate::programme) fn document_number(text: &str) -> String {
    crate::vietnamese::in_small_letters(text).split_whitespace().collect()
}

/// From one day, month or year to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReportPeriod {
    /// First.
    pub from: Date,
    /// Last.
    pub to: Date,
}

/// A text under an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// Number of the item.
    pub item: String,
    /// The text, as written.
    pub text: String,
    /// Whom a proposal is addressed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// A document it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Day of the document or the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

/// The statement that there is nothing under an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Nothing {
    /// Number of the item or part.
    pub item: String,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

/// Money for a project in a year from a source of funds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FundingLine {
    /// Number of the funding category.
    pub category: String,
    /// Name of the project or work, as written.
    pub project: String,
    /// Code of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Year of the budget.
    pub year: u16,
    /// Class of the source of funds.
    pub source: String,
    /// Planned amount; none = not known, which is not 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Dec>,
    /// Disbursed amount; none = not known, which is not 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disbursed: Option<Dec>,
    /// Unit of both amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<MoneyUnit>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

/// A total as stated, of all lines with this category, year and source; what is left out is any.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StatedTotal {
    /// Number of the funding category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Class of the source of funds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Dec>,
    /// Disbursed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disbursed: Option<Dec>,
    /// Unit of both amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<MoneyUnit>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

/// A record that goes with the report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RecordLink {
    /// File of the record, beside the report.
    pub file: String,
    /// SHA-256 of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Where it stood.
    #[serde(skip)]
    pub origin: Origin,
}

impl FundingLine {
    /// The planned amount in đồng; none where it is not known, or is none that a report may hold.
    #[must_use]
    pub fn planned_dong(&self) -> Option<Dec> {
        in_dong(self.planned, self.unit)
    }

    /// The disbursed amount in đồng; none where it is not known, or is none that a report may hold.
    #[must_use]
    pub fn disbursed_dong(&self) -> Option<Dec> {
        in_dong(self.disbursed, self.unit)
    }
}

fn in_dong(amount: Option<Dec>, unit: Option<MoneyUnit>) -> Option<Dec> {
    unit?.dong(amount?).ok()
}

impl LocalReport {
    /// The day that decides whether it came in time: that of receipt, else that of the document.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.received.or(self.date)
    }

    /// Sums of planned and disbursed amounts over all lines.
    #[must_use]
    pub fn sums(&self) -> (Money, Money) {
        self.funding.iter().fold(Default::default(), |(planned, disbursed): (Money, Money), line| {
            (planned.with(line.planned_dong()), disbursed.with(line.disbursed_dong()))
        })
    }

    /// SHA-256 of what the unit sent: of [`LocalReport::canonical_json`] without the day on which somebody received it. The same for JSON and
    /// CSV.
    #[must_use]
    pub fn digest(&self) -> String {
        crate::digest::sha256(self.sent().as_bytes())
    }

    /// Canonical JSON of all but the day of receipt.
    pub(in crate::programme) fn sent(&self) -> String {
        Self { received: None, ..self.clone() }.canonical_json()
    }

    /// The same report whatever file it came from and however its lists are ordered: canonical JSON with sorted lists.
    #[must_use]
    pub fn canonical_json(&self) -> String {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        for key in ["entries", "nothing", "funding", "totals", "records"] {
            if let Some(serde_json::Value::Array(items)) = value.get_mut(key) {
                crate::order::sort_by_text(items, |item| crate::write::canonical(item.clone()));
            }
        }
        crate::write::canonical(value)
    }
}
