//! The first row: which column is which, and what does not belong into a survey.

use super::personal;
use super::rows::Row;
use super::survey::Survey;
use crate::finding::{Code, Finding, Findings, Place};
use crate::records::{Next, Records};
use crate::vietnamese::{compose, in_small_letters};
use alloc::string::String;
use alloc::vec::Vec;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Where the columns of a survey stand in its rows.
pub(super) struct Header {
    pub(super) names: Vec<String>,
    /// By question.
    pub(super) questions: Vec<usize>,
    pub(super) weight: Option<usize>,
    pub(super) stratum: Option<usize>,
    pub(super) cluster: Option<usize>,
}

/// How headings and answers are compared: composed, small letters, no spaces around.
pub(super) fn key(text: &str) -> String {
    let text = text.trim();
    in_small_letters(&compose(text).unwrap_or_else(|| text.into()))
}

/// The separator under which the first line has most of the columns.
pub(super) fn separator(first_line: &str, survey: &Survey) -> u8 {
    let wanted: Vec<String> = survey.columns().map(key).collect();
    let known = |separator: &u8| {
        let mut records = Records::new(first_line, *separator);
        let found = records.next() == Next::Record;
        let record = records.record();
        if found { (0..record.len()).filter(|at| wanted.contains(&key(record.cell(*at)))).count() } else { 0 }
    };
    // The first of equals: a file with one column has no separator at all.
    SEPARATORS.into_iter().rev().max_by_key(known).unwrap_or(b',')
}

impl Header {
    /// Every column that the survey names, or what is wrong.
    pub(super) fn read(row: Row<'_>, survey: &Survey, findings: &mut Findings) -> Option<Self> {
        let names: Vec<String> = (0..row.len()).map(|at| String::from(row.cell(at))).collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        for (at, name) in keys.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if keys.iter().take(at).any(|earlier| earlier == name) {
                findings.push(Finding::new(Code::CsvDoubledColumn, place(row.number, name)).with("name", name));
            }
        }
        let mut missing = false;
        let mut find = |column: &str| {
            let at = keys.iter().position(|name| *name == key(column));
            if at.is_none() {
                missing = true;
                findings.push(Finding::new(Code::CsvMissingColumn, place(row.number, "")).with("name", column));
            }
            at
        };
        let questions: Vec<usize> = survey.questions.iter().filter_map(|question| find(&question.column)).collect();
        let weight = survey.weight.as_ref().and_then(|weight| find(&weight.column));
        let stratum = survey.stratum.as_deref().and_then(&mut find);
        let cluster = survey.cluster.as_deref().and_then(&mut find);
        let header = Self { names, questions, weight, stratum, cluster };
        for (at, name) in header.names.iter().enumerate().filter(|(at, _)| !header.is_closed(*at)) {
            if let Some(kind) = personal::of_heading(name) {
                findings.push(found(kind, row.number, name));
            } else if !header.is_area(at) && !name.is_empty() {
                findings.push(Finding::new(Code::VoiceNotRead, place(row.number, name)).with("name", name));
            }
        }
        (!missing).then_some(header)
    }

    /// Columns whose cells are held against a list or a grammar: nothing personal passes there.
    pub(super) fn is_closed(&self, at: usize) -> bool {
        self.questions.contains(&at) || self.weight == Some(at)
    }

    /// Strata and clusters are areas for the most part.
    pub(super) fn is_area(&self, at: usize) -> bool {
        self.stratum == Some(at) || self.cluster == Some(at)
    }

    pub(super) fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }
}

/// A cell of the answers; never with what stands in it.
pub(super) fn place(row: u32, column: &str) -> Place {
    Place::cell("", row, column)
}

pub(super) fn found(kind: personal::Personal, row: u32, column: &str) -> Finding {
    Finding::new(Code::VoicePersonal, place(row, column)).with("name", column).with_both("kind", kind.words())
}
