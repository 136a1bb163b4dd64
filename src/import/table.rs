//! A table: from the bytes of a file to lines of cells, with the checks that hold of any cell.

use super::schema::Schema;
use crate::finding::{Code, Finding, Findings, Place};
use crate::records::{Next, Record, Records};
use crate::text::is_combining_mark;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// The largest published table has 57 KB.
const MOST_BYTES: usize = 4 << 20;
/// Of two million short rows every cell would be kept; the largest published table has under 300.
const MOST_ROWS: usize = 20_000;
/// Longest text of one cell, as in a criteria file.
const MOST_CHARS: usize = 20_000;

/// The lines of a table, in the order of the file.
pub(super) struct Table {
    pub(super) schema: &'static Schema,
    /// False when it could not be read: then nothing is missing from it.
    pub(super) is_sound: bool,
    /// False when no file was given.
    pub(super) is_given: bool,
    rows: Vec<Row>,
}

struct Row {
    number: u32,
    /// In the order of the schema.
    cells: Vec<String>,
}

/// What a column of a file is.
#[derive(Clone, Copy)]
enum Slot {
    /// The column of the schema.
    Known(usize),
    /// None of them; it has a finding already.
    Unknown,
    /// It has no name, so its cells must be empty.
    Unnamed,
}

/// One line of a table.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    table: &'t Table,
    row: &'t Row,
}

impl Table {
    /// The table of a file that was not given.
    pub(super) fn absent(schema: &'static Schema, findings: &mut Findings) -> Self {
        if schema.needed {
            findings.push(Finding::new(Code::TableMissing, Place::cell(schema.name, 0, "")));
        }
        Self { schema, is_sound: !schema.needed, is_given: false, rows: Vec::new() }
    }

    pub(super) fn read(schema: &'static Schema, bytes: &[u8], findings: &mut Findings) -> Self {
        let mut table = Self { schema, is_sound: true, is_given: true, rows: Vec::new() };
        if let Err(finding) = text(schema, bytes).and_then(|text| table.fill(text, findings)) {
            findings.push(finding);
            table.is_sound = false;
        } else if schema.needed && table.is_sound && table.rows.is_empty() {
            findings.push(table.find(0, "", Code::TableNoRows));
        }
        table
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|row| Line { table: self, row })
    }

    /// A finding about the table as a whole.
    pub(super) fn fault(&self, column: &str, code: Code) -> Finding {
        self.find(0, column, code)
    }

    fn find(&self, row: u32, column: &str, code: Code) -> Finding {
        Finding::new(code, Place::cell(self.schema.name, row, column))
    }

    fn fill(&mut self, text: &str, findings: &mut Findings) -> Result<(), Finding> {
        let mut records = Records::new(text, b',');
        let header = match records.next() {
            Next::Record => self.header(cells(records.record()), findings),
            Next::End => return Err(self.find(0, "", Code::CsvNoHeader)),
            broken => return Err(self.broken(broken, records.row())),
        };
        loop {
            match records.next() {
                Next::Record if self.is_sound => {
                    let cells = cells(records.record());
                    if cells.iter().any(|cell| !cell.is_empty()) {
                        if self.rows.len() >= MOST_ROWS {
                            return Err(self.find(records.row(), "", Code::CsvTooManyRows).with("most", MOST_ROWS));
                        }
                        let row = self.row(records.row(), &header, cells, findings);
                        self.rows.push(row);
                    }
                }
                Next::Record => {}
                Next::End => return Ok(()),
                broken => return Err(self.broken(broken, records.row())),
            }
        }
    }

    /// A row that cannot be read as cells.
    fn broken(&self, next: Next, row: u32) -> Finding {
        let code = if next == Next::TooWide { Code::CsvCellWithoutColumn } else { Code::CsvOpenQuote };
        self.find(row, "", code).with("value", "…")
    }

    fn header(&mut self, names: Vec<String>, findings: &mut Findings) -> Vec<Slot> {
        let mut seen = BTreeSet::new();
        let mut header = Vec::with_capacity(names.len());
        for name in names {
            let slot = match self.schema.columns.iter().position(|column| *column == name) {
                Some(column) => Slot::Known(column),
                None if name.is_empty() => Slot::Unnamed,
                None => Slot::Unknown,
            };
            header.push(slot);
            match slot {
                Slot::Known(column) if !seen.insert(column) => {
                    findings.push(self.find(1, &name, Code::CsvDoubledColumn).with("name", &name));
                    self.is_sound = false;
                }
                Slot::Unknown => {
                    let known = self.schema.columns.join(", ");
                    findings.push(self.find(1, &name, Code::TableUnknownColumn).with("name", &name).with("known", known));
                }
                Slot::Known(_) | Slot::Unnamed => {}
            }
        }
        for (column, name) in self.schema.columns.iter().enumerate() {
            if !seen.contains(&column) && self.schema.needs(name) {
                findings.push(self.find(1, "", Code::CsvMissingColumn).with("name", name));
                self.is_sound = false;
            }
        }
        header
    }

    fn row(&self, number: u32, header: &[Slot], cells: Vec<String>, findings: &mut Findings) -> Row {
        let mut row = Row { number, cells: vec![String::new(); self.schema.columns.len()] };
        for (at, cell) in cells.into_iter().enumerate() {
            match header.get(at).copied().unwrap_or(Slot::Unnamed) {
                Slot::Known(column) => {
                    let name = self.schema.columns.get(column).copied().unwrap_or_default();
                    if let Some(finding) = self.wrong(number, name, &cell) {
                        findings.push(finding);
                    }
                    if let Some(slot) = row.cells.get_mut(column) {
                        *slot = cell.trim().into();
                    }
                }
                Slot::Unnamed if !cell.is_empty() => {
                    findings.push(self.find(number, "", Code::CsvCellWithoutColumn).with("value", cell));
                }
                Slot::Unknown | Slot::Unnamed => {}
            }
        }
        row
    }

    /// What no cell may hold.
    fn wrong(&self, row: u32, column: &str, cell: &str) -> Option<Finding> {
        let hex = |c: char| format!("{:04X}", u32::from(c));
        let letters = cell.chars().count();
        if letters > MOST_CHARS {
            return Some(self.find(row, column, Code::TextTooLong).with("size", letters).with("most", MOST_CHARS));
        }
        if let Some(mark) = cell.chars().find(|c| is_combining_mark(*c)) {
            return Some(self.find(row, column, Code::NotNfc).with("mark", hex(mark)).with("value", cell));
        }
        if let Some(control) = cell.chars().find(|c| c.is_control() && *c != '\n') {
            return Some(self.find(row, column, Code::ControlCharacter).with("mark", hex(control)));
        }
        (cell.trim() != cell).then(|| self.find(row, column, Code::TableSpaces).with("value", cell))
    }
}

/// The cells of a record. Line ends inside a cell are the same text whichever way the file was saved.
fn cells(record: Record<'_>) -> Vec<String> {
    (0..record.len()).map(|at| record.raw(at).replace("\r\n", "\n")).collect()
}

impl<'t> Line<'t> {
    /// Row as a spreadsheet counts it.
    pub(super) fn number(self) -> u32 {
        self.row.number
    }

    pub(super) fn schema(self) -> &'static Schema {
        self.table.schema
    }

    /// The text of a cell.
    pub(super) fn raw(self, column: &str) -> &'t str {
        let at = self.table.schema.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.row.cells.get(at)).map_or("", String::as_str)
    }

    /// A finding about a cell of this line.
    pub(super) fn fault(self, column: &str, code: Code) -> Finding {
        self.table.find(self.row.number, column, code)
    }
}

fn text<'b>(schema: &Schema, bytes: &'b [u8]) -> Result<&'b str, Finding> {
    let find = |code| Finding::new(code, Place::cell(schema.name, 0, ""));
    if bytes.len() > MOST_BYTES {
        return Err(find(Code::TooLarge).with("size", bytes.len()).with("most", MOST_BYTES));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    core::str::from_utf8(bytes).map_err(|error| find(Code::NotUtf8).with("at", error.valid_up_to()))
}
