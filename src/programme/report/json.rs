//! Local reports from and to JSON.

use super::model::{Entry, FundingLine, LocalReport, Nothing, RecordLink, Replaces, ReportPeriod, ReportingUnit, StatedTotal};
use crate::city::{digits_of, lost_zeros};
use crate::criteria::{FORMAT, SCHEMA_KEY, UnitKind, read_format};
use crate::date::Date;
use crate::digest::is_sha256;
use crate::finding::{Code, Findings};
use crate::json::{Json, Limits, Object, Reader};
use crate::number::Dec;
use crate::programme::money::MoneyUnit;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// The reports of all communes of a round fit.
pub(super) const LIMITS: Limits = Limits { bytes: 64 << 20, values: 8_000_000 };

/// Years a budget may be of.
pub(super) const YEARS: (u32, u32) = (1900, 2999);

/// One or more reports, as a file holds them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ReportFile {
    /// Format of the file.
    pub format: u32,
    /// The reports.
    pub reports: Vec<LocalReport>,
}

impl ReportFile {
    /// Puts reports into a file.
    #[must_use]
    pub fn new(reports: Vec<LocalReport>) -> Self {
        Self { format: FORMAT, reports }
    }

    /// Reads local reports of format 1 from JSON bytes. With the value come notes and warnings. Whether a report fits its outline
    /// and its round is seen by [`LocalReport::check`].
    ///
    /// # Errors
    /// Every finding at once: JSON faults, wrong types, unknown or doubled keys, numbers that are not exact decimals.
    ///
    /// ```
    /// use dothi::programme::ReportFile;
    /// let file = r#"{"format":1,"reports":[{"outline":"bxd-1683-2022","unit":{"code":"01","name":"Hà Nội","kind":"province"},
    ///     "entries":[],"funding":[]}]}"#;
    /// let (file, _notes) = ReportFile::from_json(file.as_bytes()).unwrap();
    /// assert_eq!(file.reports[0].unit.name, "Hà Nội");
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        let mut r = Reader::composing();
        let file = r.file(bytes, LIMITS, file);
        r.settle(file)
    }

    /// Pretty JSON, readable by [`ReportFile::from_json`].
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::write::pretty(self)
    }
}

pub(super) fn file(r: &mut Reader, json: &Json) -> Option<ReportFile> {
    let mut o = r.object(json)?;
    let format = read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let reports = o.full_list(r, "reports", report);
    o.finish(r);
    Some(ReportFile { format, reports })
}

fn report(r: &mut Reader, json: &Json) -> Option<LocalReport> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let outline = o.required(r, "outline", Reader::id);
    let round = o.optional(r, "round", Reader::id);
    let unit = o.required(r, "unit", unit);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let period = o.optional(r, "period", period);
    let number = o.optional(r, "number", Reader::string);
    let date = o.optional(r, "date", day);
    let replaces = o.optional(r, "replaces", replaces);
    let received = o.optional(r, "received", day);
    let prepared_by = o.optional(r, "prepared_by", Reader::string);
    let entries = o.required(r, "entries", |r, json| r.list(json, entry));
    let nothing = o.list(r, "nothing", nothing);
    let funding = o.required(r, "funding", |r, json| r.list(json, line));
    let totals = o.list(r, "totals", total);
    let records = o.list(r, "records", record);
    o.finish(r);
    Some(LocalReport {
        outline: outline?,
        round,
        unit: unit?,
        fictional,
        period,
        number,
        date,
        replaces,
        received,
        prepared_by,
        entries: entries?,
        nothing,
        funding: funding?,
        totals,
        records,
        origin,
    })
}

fn unit(r: &mut Reader, json: &Json) -> Option<ReportingUnit> {
    let mut o = r.object(json)?;
    let code = o.required(r, "code", Reader::string);
    let name = o.required(r, "name", Reader::string);
    let kind = o.required(r, "kind", |r, json| r.choice(json, UnitKind::WORDS));
    let parent = o.optional(r, "parent", Reader::string);
    o.finish(r);
    if let (Some(code), Some(kind)) = (&code, kind)
        && let Some(finding) = lost_zeros(code, digits_of(kind), || r.within("code", |r| r.place()))
    {
        r.push(finding);
    }
    Some(ReportingUnit { code: code?, name: name?, kind: kind?, parent })
}

/// What a report stands in for, named so that it can be found.
fn replaces(r: &mut Reader, json: &Json) -> Option<Replaces> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let number = o.optional(r, "number", Reader::string);
    let date = o.optional(r, "date", day);
    let sha256 = o.optional(r, "sha256", sha256);
    let is_named = o.has("sha256") || (o.has("number") && o.has("date"));
    o.finish(r);
    if !is_named {
        let finding = r.find(Code::ReportReplacesUnnamed);
        r.push(finding);
        return None;
    }
    Some(Replaces { number, date, sha256, origin })
}

/// A period; its ends in order.
pub(in crate::programme) fn period(r: &mut Reader, json: &Json) -> Option<ReportPeriod> {
    let mut o = r.object(json)?;
    let from = o.required(r, "from", Reader::date);
    let to = o.required(r, "to", Reader::date);
    o.finish(r);
    let (from, to) = (from?, to?);
    if from.first_day() > to.last_day() {
        let finding = r.find(Code::DateOrder).with("first", "from").with("from", from).with("second", "to").with("to", to);
        r.push(finding);
        return None;
    }
    Some(ReportPeriod { from, to })
}

/// A date known to the day.
pub(in crate::programme) fn day(r: &mut Reader, json: &Json) -> Option<Date> {
    let date = r.date(json)?;
    if date.is_day() {
        return Some(date);
    }
    let finding = r.find(Code::BadDate).with("value", date);
    r.push(finding);
    None
}

fn entry(r: &mut Reader, json: &Json) -> Option<Entry> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let item = o.required(r, "item", Reader::id);
    let text = o.required(r, "text", Reader::string);
    let to = o.optional(r, "to", Reader::string);
    let document = o.optional(r, "document", Reader::string);
    let date = o.optional(r, "date", Reader::date);
    o.finish(r);
    Some(Entry { item: item?, text: text?, to, document, date, origin })
}

fn nothing(r: &mut Reader, json: &Json) -> Option<Nothing> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let item = o.required(r, "item", Reader::id);
    let reason = o.optional(r, "reason", Reader::string);
    o.finish(r);
    Some(Nothing { item: item?, reason, origin })
}

fn line(r: &mut Reader, json: &Json) -> Option<FundingLine> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let category = o.required(r, "category", Reader::id);
    let project = o.required(r, "project", Reader::string);
    let code = o.optional(r, "code", Reader::string);
    let year = o.required(r, "year", year);
    let source = o.required(r, "source", Reader::id);
    let (planned, disbursed, unit) = amounts(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(FundingLine { category: category?, project: project?, code, year: year?, source: source?, planned, disbursed, unit, note, origin })
}

fn total(r: &mut Reader, json: &Json) -> Option<StatedTotal> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let category = o.optional(r, "category", Reader::id);
    let year = o.optional(r, "year", year);
    let source = o.optional(r, "source", Reader::id);
    let (planned, disbursed, unit) = amounts(r, &mut o);
    o.finish(r);
    Some(StatedTotal { category, year, source, planned, disbursed, unit, origin })
}

fn record(r: &mut Reader, json: &Json) -> Option<RecordLink> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let file = o.required(r, "file", Reader::string);
    let sha256 = o.optional(r, "sha256", sha256);
    o.finish(r);
    Some(RecordLink { file: file?, sha256, origin })
}

/// A digest as files write it.
pub(in crate::programme) fn sha256(r: &mut Reader, json: &Json) -> Option<String> {
    let value = r.string(json)?;
    if is_sha256(&value) {
        return Some(value);
    }
    let finding = r.find(Code::RecordBadDigest).with("value", value);
    r.push(finding);
    None
}

fn year(r: &mut Reader, json: &Json) -> Option<u16> {
    r.count(json, YEARS.0, YEARS.1).and_then(|year| u16::try_from(year).ok())
}

fn amounts(r: &mut Reader, o: &mut Object<'_>) -> (Option<Dec>, Option<Dec>, Option<MoneyUnit>) {
    let planned = o.optional(r, "planned", Reader::decimal);
    let disbursed = o.optional(r, "disbursed", Reader::decimal);
    let unit = o.optional(r, "unit", |r, json| r.choice(json, MoneyUnit::WORDS));
    (planned, disbursed, unit)
}
