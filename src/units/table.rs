//! A list table: from the bytes of a file to lines of cells.

use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::records::{Next, Record, Records};
use crate::text::is_combining_mark;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// The list of communes has 150 KB.
const MOST_BYTES: usize = 4 << 20;
/// Before 2025 there were 10 600 communes.
const MOST_ROWS: usize = 20_000;
/// The longest remark on a source has a third of this.
const LONGEST_CELL: usize = 1_000;

/// The lines of a table, in the order of the file.
pub(super) struct Table<'t> {
    name: &'t str,
    columns: &'static [&'static str],
    /// Row as a spreadsheet counts it, and the cells in the order of `columns`.
    rows: Vec<(u32, Vec<String>)>,
}

/// One line of a table.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    table: &'t Table<'t>,
    pub(super) row: u32,
    cells: &'t [String],
}

impl<'t> Table<'t> {
    /// Reads a table that has exactly these columns, in any order.
    pub(super) fn read(name: &'t str, bytes: &[u8], columns: &'static [&'static str], findings: &mut Findings) -> Self {
        let mut table = Self { name, columns, rows: Vec::new() };
        if let Err(finding) = table.text(bytes).and_then(|text| table.fill(text, findings)) {
            findings.push(finding);
            table.rows.clear();
        }
        table
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(move |(row, cells)| Line { table: self, row: *row, cells })
    }

    fn find(&self, row: u32, column: &str, code: Code) -> Finding {
        Finding::new(code, Place::cell(self.name, row, column))
    }

    fn text<'b>(&self, bytes: &'b [u8]) -> Result<&'b str, Finding> {
        if bytes.len() > MOST_BYTES {
            return Err(self.find(0, "", Code::TooLarge).with("size", bytes.len()).with("most", MOST_BYTES));
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        core::str::from_utf8(bytes).map_err(|error| self.find(0, "", Code::NotUtf8).with("at", error.valid_up_to()))
    }

    fn fill(&mut self, text: &str, findings: &mut Findings) -> Result<(), Finding> {
        let mut records = Records::new(text, b',');
        let order = match records.next() {
            Next::Record => self.header(records.record(), findings),
            Next::End => return Err(self.find(0, "", Code::CsvNoHeader)),
            broken => return Err(self.broken(broken, records.row())),
        };
        let Some(order) = order else { return Ok(()) };
        loop {
            match records.next() {
                Next::Record if self.rows.len() >= MOST_ROWS => {
                    return Err(self.find(records.row(), "", Code::CsvTooManyRows).with("most", MOST_ROWS));
                }
                Next::Record => {
                    let record = records.record();
                    if (0..record.len()).any(|at| !record.cell(at).is_empty()) {
                        self.row(record, &order, findings);
                    }
                }
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

    /// For each cell of a row, the column it belongs to. None when the columns are not those of the table.
    fn header(&self, header: Record<'_>, findings: &mut Findings) -> Option<Vec<usize>> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::new();
        let mut sound = true;
        let mut fault = |finding| {
            findings.push(finding);
            sound = false;
        };
        for name in (0..header.len()).map(|at| header.cell(at)) {
            match self.columns.iter().position(|column| *column == name) {
                Some(column) if seen.insert(column) => order.push(column),
                Some(_) => fault(self.find(1, name, Code::CsvDoubledColumn).with("name", name)),
                None => {
                    let known = self.columns.join(", ");
                    fault(self.find(1, name, Code::TableUnknownColumn).with("name", name).with("known", known));
                }
            }
        }
        for name in self.columns.iter().enumerate().filter(|(at, _)| !seen.contains(at)).map(|(_, name)| name) {
            fault(self.find(1, "", Code::CsvMissingColumn).with("name", name));
        }
        sound.then_some(order)
    }

    fn row(&mut self, record: Record<'_>, order: &[usize], findings: &mut Findings) {
        let mut cells = vec![String::new(); self.columns.len()];
        for at in 0..record.len() {
            let value = record.raw(at);
            let Some(column) = order.get(at).copied() else {
                if !value.trim().is_empty() {
                    findings.push(self.find(record.row, "", Code::CsvCellWithoutColumn).with("value", value));
                }
                continue;
            };
            if let Some(finding) = self.wrong(record.row, self.columns.get(column).copied().unwrap_or_default(), value) {
                findings.push(finding);
            } else if let Some(cell) = cells.get_mut(column) {
                *cell = value.into();
            }
        }
        self.rows.push((record.row, cells));
    }

    /// What no cell may hold.
    fn wrong(&self, row: u32, column: &str, cell: &str) -> Option<Finding> {
        let hex = |c: char| format!("{:04X}", u32::from(c));
        let letters = cell.chars().count();
        if letters > LONGEST_CELL {
            return Some(self.find(row, column, Code::TextTooLong).with("size", letters).with("most", LONGEST_CELL));
        }
        if let Some(mark) = cell.chars().find(|c| is_combining_mark(*c)) {
            return Some(self.find(row, column, Code::NotNfc).with("mark", hex(mark)).with("value", cell));
        }
        if let Some(control) = cell.chars().find(|c| c.is_control()) {
            return Some(self.find(row, column, Code::ControlCharacter).with("mark", hex(control)));
        }
        (cell.trim() != cell).then(|| self.find(row, column, Code::TableSpaces).with("value", cell))
    }
}

impl<'t> Line<'t> {
    /// The text of a cell; none when it is empty.
    pub(super) fn cell(self, column: &str) -> Option<&'t str> {
        let at = self.table.columns.iter().position(|name| *name == column)?;
        self.cells.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// A cell that must be filled.
    pub(super) fn filled(self, column: &str, findings: &mut Findings) -> Option<&'t str> {
        let cell = self.cell(column);
        if cell.is_none() {
            let item = self.table.name.strip_suffix(".csv").unwrap_or(self.table.name);
            findings.push(self.fault(column, Code::TableMissingCell).with("item", item));
        }
        cell
    }

    /// A date that may be left out.
    pub(super) fn date(self, column: &str, findings: &mut Findings) -> Option<Date> {
        let cell = self.cell(column)?;
        let date = Date::parse(cell).filter(|date| date.is_day());
        if date.is_none() {
            findings.push(self.fault(column, Code::BadDate).with("value", cell));
        }
        date
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(self, column: &str, words: &[(&str, T)], findings: &mut Findings) -> Option<T> {
        let cell = self.filled(column, findings)?;
        let found = words.iter().find(|(word, _)| *word == cell).map(|(_, choice)| *choice);
        if found.is_none() {
            let choices: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            findings.push(self.fault(column, Code::UnknownChoice).with("value", cell).with("choices", choices.join(", ")));
        }
        found
    }

    pub(super) fn text(self, column: &str) -> Option<String> {
        self.cell(column).map(ToString::to_string)
    }

    /// A finding about a cell of this line.
    pub(super) fn fault(self, column: &str, code: Code) -> Finding {
        self.table.find(self.row, column, code)
    }
}
