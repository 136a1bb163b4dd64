//! The first row, and rows by the names in it.

use super::super::keys::{COLUMNS, NEEDED};
use crate::finding::{Code, Finding, Findings, Place};
use crate::records::{Next, Record, Records};
use crate::vietnamese::in_small_letters;
use alloc::string::String;
use alloc::vec::Vec;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

pub(super) struct Header {
    pub(super) separator: u8,
    names: Vec<String>,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    header: &'r Header,
    record: Record<'r>,
}

impl Header {
    /// The header; none when the rows below it cannot be understood.
    pub(super) fn read(text: &str, findings: &mut Findings) -> Option<Self> {
        let of = |separator| {
            let mut records = Records::new(text, separator);
            (records.next() == Next::Record).then(|| (separator, names(records.record())))
        };
        let known = |names: &[String]| names.iter().filter(|name| COLUMNS.contains(&name.as_str())).count();
        // The first of equal ones is kept: a comma before a semicolon.
        let found = SEPARATORS.into_iter().rev().filter_map(of).max_by_key(|(_, names)| known(names));
        let Some((separator, names)) = found else {
            findings.push(Finding::new(Code::CsvNoHeader, Place::cell("", 0, "")));
            return None;
        };
        let mut readable = true;
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let place = Place::cell("", 1, name);
            if names.iter().take(at).any(|earlier| earlier == name) {
                findings.push(Finding::new(Code::CsvDoubledColumn, place).with("name", name));
            } else if !COLUMNS.contains(&name.as_str()) {
                readable = false;
                findings.push(Finding::new(Code::TableUnknownColumn, place).with("name", name).with("known", COLUMNS.join(", ")));
            }
        }
        for name in NEEDED.iter().filter(|needed| !names.iter().any(|name| name == *needed)) {
            readable = false;
            findings.push(Finding::new(Code::CsvMissingColumn, Place::cell("", 1, "")).with("name", name));
        }
        readable.then_some(Self { separator, names })
    }

    pub(super) fn row<'r>(&'r self, record: Record<'r>) -> Row<'r> {
        Row { header: self, record }
    }
}

/// Names in small letters: spreadsheets capitalise what they take for a heading.
fn names(record: Record<'_>) -> Vec<String> {
    (0..record.len()).map(|at| in_small_letters(record.cell(at))).collect()
}

impl<'r> Row<'r> {
    /// The cell under a name; empty where there is none.
    pub(super) fn cell(self, name: &str) -> &'r str {
        self.header.names.iter().position(|known| known == name).map_or("", |at| self.record.cell(at))
    }

    pub(super) fn place(self, name: &str) -> Place {
        Place::cell("", self.record.row, name)
    }

    pub(super) fn number(self) -> u32 {
        self.record.row
    }

    /// The first filled cell that stands under no name.
    pub(super) fn stray(self) -> Option<&'r str> {
        let unnamed = |at: &usize| self.header.names.get(*at).is_none_or(String::is_empty);
        (0..self.record.len()).filter(unnamed).map(|at| self.record.cell(at)).find(|cell| !cell.is_empty())
    }
}
