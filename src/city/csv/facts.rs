//! What a row says of a criterion, a comparison value or a published result.

use super::columns::{Column, EVIDENCE, OBSERVATION};
use super::draft::Draft;
use super::row::Row;
use crate::city::model::{
    EvidenceDocument, EvidenceKind, NotApplicable, ObsStatus, Observation, Published, Quality, Reference, Review, ReviewResult, Sampling,
};
use crate::criteria::{Role, ScoreOf};
use crate::finding::Code;
use crate::json::is_id;
use alloc::string::String;
use alloc::vec;

/// A row of a criterion may carry a figure, a document and a claim, each or none of them.
pub(super) fn criterion(row: &mut Row<'_>, id: &str, draft: &mut Draft) {
    if row.has(Column::Value) || row.has(Column::Status) {
        let observation = observation(row, id);
        draft.observations.push(observation);
    } else {
        row.allow(OBSERVATION);
        // A template fills in ids, units and periods; a remark is somebody's work that would be lost.
        if [Column::Quality, Column::Source, Column::Note].into_iter().any(|column| row.has(column)) {
            let finding = row.find(Code::CsvRemarkWithoutValue, Column::Value);
            row.push(finding);
        }
    }
    if EVIDENCE.iter().any(|column| row.has(*column))
        && let Some(document) = evidence(row, id)
    {
        draft.add_document(document);
    }
    if let Some(reason) = row.text(Column::NotApplicableReason) {
        draft.add_claim(NotApplicable { criterion: id.into(), reason, origin: row.place(Column::NotApplicableReason).into() });
    }
}

fn observation(row: &mut Row<'_>, id: &str) -> Observation {
    Observation {
        criterion: id.into(),
        data_point: row.text(Column::DataPoint),
        role: row.choice(Column::Role, Role::WORDS).unwrap_or(Role::Value),
        value: row.observed(Column::Value),
        unit: row.text(Column::Unit),
        period: row.date(Column::Period),
        part: row.text(Column::Part),
        status: row.choice(Column::Status, ObsStatus::WORDS).unwrap_or_default(),
        quality: row.choice(Column::Quality, Quality::WORDS),
        sampling: row.choice(Column::Sampling, Sampling::WORDS),
        source: row.text(Column::Source),
        note: row.text(Column::Note),
        origin: row.place(Column::Value).into(),
    }
}

fn evidence(row: &mut Row<'_>, id: &str) -> Option<EvidenceDocument> {
    let review_filled = [Column::Review, Column::ReviewedBy, Column::ReviewDate, Column::ReviewReason].into_iter().any(|c| row.has(c));
    let summary = row.required(Column::EvidenceSummary);
    let number = row.text(Column::EvidenceNumber);
    let date = row.date(Column::EvidenceDate);
    let issuer = row.text(Column::EvidenceIssuer);
    let pages = row.text(Column::EvidencePages);
    let url = row.text(Column::EvidenceUrl);
    let sha256 = row.text(Column::EvidenceSha256);
    let kind = row.choice(Column::EvidenceKind, EvidenceKind::WORDS).unwrap_or_default();
    let public = row.boolean(Column::EvidencePublic);
    let review = review_filled.then(|| review(row)).flatten();
    Some(EvidenceDocument {
        criteria: vec![id.into()],
        number,
        date,
        issuer,
        summary: summary?,
        pages,
        url,
        sha256,
        kind,
        public,
        review,
        origin: row.place(Column::EvidenceSummary).into(),
    })
}

fn review(row: &mut Row<'_>) -> Option<Review> {
    if !row.has(Column::Review) {
        let finding = row.find(Code::CsvMissingCell, Column::Review);
        row.push(finding);
    }
    let result = row.choice(Column::Review, ReviewResult::WORDS);
    let by = row.text(Column::ReviewedBy);
    let date = row.date(Column::ReviewDate);
    let reason = row.text(Column::ReviewReason);
    Some(Review { result: result?, by, date, reason })
}

/// A row of item `reference`; the id stands in column `data_point`.
pub(super) fn reference(row: &mut Row<'_>) -> Option<Reference> {
    if !row.has(Column::Value) {
        row.allow(OBSERVATION);
        return None;
    }
    let present = row.required(Column::DataPoint);
    let id = checked_id(row, Column::DataPoint, present);
    let value = row.number(Column::Value);
    let unit = row.text(Column::Unit);
    let period = row.date(Column::Period);
    let source = row.required(Column::Source);
    Some(Reference { id: id?, value: value?, unit, period, source: source? })
}

/// A row of item `published`; `data_point` holds the group, `part` the scheme, `role` what is published, `note` the clause.
pub(super) fn published(row: &mut Row<'_>) -> Option<Published> {
    if !row.has(Column::Value) {
        row.allow(OBSERVATION);
        return None;
    }
    let part = row.text(Column::Part);
    let scheme = checked_id(row, Column::Part, part);
    let group = row.text(Column::DataPoint);
    let group = checked_id(row, Column::DataPoint, group);
    if !row.has(Column::Role) {
        let finding = row.find(Code::CsvMissingCell, Column::Role);
        row.push(finding);
    }
    let of = row.choice(Column::Role, ScoreOf::WORDS);
    let value = row.number(Column::Value);
    let source = row.required(Column::Source);
    let clause = row.text(Column::Note);
    Some(Published { scheme, group, of: of?, value: value?, source: source?, clause })
}

fn checked_id(row: &mut Row<'_>, column: Column, text: Option<String>) -> Option<String> {
    let text = text?;
    if is_id(&text) {
        return Some(text);
    }
    let finding = row.find(Code::BadId, column).with("value", text);
    row.push(finding);
    None
}
