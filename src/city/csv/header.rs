//! The first row: which separator the file uses and where each column stands.

use super::columns::{Column, SHOWN, nearest};
use super::line::Columns;
use crate::finding::{Code, Finding, Findings, Place};
use crate::records::{Next, Record, Records};
use crate::vietnamese::in_small_letters;
use alloc::string::String;
use alloc::vec::Vec;

/// In order of preference where a header shows none.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Columns without which no row can be read.
const NEEDED: [Column; 3] = [Column::Item, Column::Role, Column::Value];

pub(super) struct Header {
    pub(super) separator: u8,
    pub(super) columns: Columns,
    /// Which cells of a row stand under a name.
    named: Vec<bool>,
}

impl Header {
    /// Reads the header; none when the rows below it cannot be understood.
    pub(super) fn read(text: &str, findings: &mut Findings) -> Option<Self> {
        let mut best: Option<(usize, Records<'_>, u8)> = None;
        let mut fault = Code::CsvNoHeader;
        for separator in SEPARATORS {
            let mut records = Records::new(text, separator);
            match records.next() {
                Next::Record => {
                    let known = names(records.record()).iter().filter(|name| Column::find(name).is_some()).count();
                    if best.as_ref().is_none_or(|(most, ..)| known > *most) {
                        best = Some((known, records, separator));
                    }
                }
                Next::TooWide => fault = Code::CsvCellWithoutColumn,
                Next::OpenQuote => fault = Code::CsvOpenQuote,
                Next::End => {}
            }
        }
        let Some((_, records, separator)) = best else {
            findings.push(Finding::new(fault, Place::cell("", 0, "")).with("value", "…"));
            return None;
        };
        Self::of(records.record(), separator, findings)
    }

    fn of(record: Record<'_>, separator: u8, findings: &mut Findings) -> Option<Self> {
        let names = names(record);
        let named = names.iter().map(|name| !name.is_empty()).collect();
        let places = |name: &str| Place::cell("", record.row, name);
        let columns = find_columns(&names, places, &NEEDED, findings)?;
        Some(Self { separator, columns, named })
    }

    /// The first filled cell that stands under no name.
    pub(super) fn stray<'r>(&self, record: Record<'r>) -> Option<&'r str> {
        let unnamed = |at: &usize| !self.named.get(*at).copied().unwrap_or(false);
        (0..record.len()).filter(unnamed).map(|at| record.cell(at)).find(|cell| !cell.is_empty())
    }
}

/// Which column each name is; none when the rows below cannot be understood. `place` is the place of a name, or of the header
/// for an empty one.
pub(super) fn find_columns(names: &[String], place: impl Fn(&str) -> Place, needed: &[Column], findings: &mut Findings) -> Option<Columns> {
    let mut columns = [None; Column::COUNT];
    let mut unknown = false;
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if names.iter().take(at).any(|earlier| earlier == name) {
            findings.push(Finding::new(Code::CsvDoubledColumn, place(name)).with("name", name));
            continue;
        }
        match Column::find(name) {
            Some(column) => {
                if let Some(slot) = columns.get_mut(column as usize) {
                    *slot = Some(at);
                }
            }
            None if SHOWN.contains(&name.as_str()) => {}
            None => {
                unknown = true;
                let near = nearest(name, Column::ALL.iter().map(|(known, _)| *known).chain(SHOWN.iter().copied()));
                findings.push(Finding::new(Code::CsvUnknownColumn, place(name)).with("name", name).with("nearest", near));
            }
        }
    }
    let absent = |column: Column| columns.get(column as usize).copied().flatten().is_none();
    let mut readable = true;
    for column in needed.iter().filter(|column| absent(**column)) {
        readable = false;
        findings.push(Finding::new(Code::CsvMissingColumn, place("")).with("name", column.name()));
    }
    // An unknown column may be one of these mistyped; the rows would then be full of faults that are none.
    if unknown && [Column::UnitCode, Column::DataPoint].into_iter().any(absent) {
        readable = false;
    }
    readable.then_some(Columns(columns))
}

/// Names in small letters: spreadsheets capitalise what they take for a heading.
fn names(record: Record<'_>) -> Vec<String> {
    (0..record.len()).map(|at| in_small_letters(record.cell(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::Header;
    use crate::finding::{Code, Findings};
    use alloc::vec::Vec;

    fn read(text: &str) -> (Option<u8>, Vec<Code>) {
        let mut findings = Findings::default();
        let header = Header::read(text, &mut findings);
        (header.map(|h| h.separator), findings.iter().map(|f| f.code()).collect())
    }

    #[test]
    fn the_separator_is_found_from_the_names() {
        for (text, separator) in [
            ("item,role,value\n", b','),
            ("item;role;value\n", b';'),
            ("Item\tROLE\t\"value\"\ttitle", b'\t'),
            ("\"title\";item;role;value;;\n", b';'),
        ] {
            assert_eq!(read(text), (Some(separator), Vec::new()), "{text}");
        }
    }

    #[test]
    fn a_faulty_header_is_named_column_by_column() {
        assert_eq!(read("").1, [Code::CsvNoHeader]);
        assert_eq!(read("\"item").1, [Code::CsvOpenQuote]);
        assert_eq!(
            read("item,role,value,value,foo,unit_code,data_point"),
            (Some(b','), [Code::CsvDoubledColumn, Code::CsvUnknownColumn].into())
        );
        assert_eq!(read("item,role,valeu"), (None, [Code::CsvUnknownColumn, Code::CsvMissingColumn].into()));
        assert_eq!(read("item,role,value,unitcode"), (None, [Code::CsvUnknownColumn].into()));
        assert_eq!(read("a").1.len(), 4);
        assert_eq!(read(&",;\t".repeat(2_000)).1, [Code::CsvCellWithoutColumn]);
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let mut findings = Findings::default();
        assert!(Header::read("item;role;valeu", &mut findings).is_none());
        assert!(alloc::format!("{findings}").contains("nearest is `value`"), "{findings}");
    }
}
