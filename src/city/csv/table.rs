//! Tables of facts from programs that know what their cells are, such as spreadsheets: the rules of CSV, without its text.

use super::columns::Column;
use super::header::find_columns;
use super::line::{Columns, Line};
use super::{CsvOptions, Drafts, MOST_ROWS, Sink, Survey, one};
use crate::city::json::CityFile;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::Dec;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A table of facts of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FactTable {
    /// Name of its sheet.
    pub sheet: String,
    /// Row of the column names, from 1.
    pub header: u32,
    /// Its columns.
    pub columns: Vec<FactColumn>,
    /// Its rows.
    pub rows: Vec<FactRow>,
}

/// A column of a [`FactTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FactColumn {
    /// Name as in CSV: `item`, `value`, ...
    pub name: String,
    /// Where it stands in the sheet, A being 1.
    pub column: u32,
    /// The heading that people see.
    pub heading: String,
}

/// A row of a [`FactTable`]: one cell for each column.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FactRow {
    /// Where it stands in the sheet, from 1.
    pub row: u32,
    /// Its cells, in the order of the columns.
    pub cells: Vec<FactCell>,
}

/// A cell with its text.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FactCell {
    /// What it is.
    pub value: CellValue,
    /// Its text: that of a number or date is in normal form.
    pub text: String,
}

/// What a cell is.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum CellValue {
    /// Nothing, or text, read as in CSV.
    #[default]
    Text,
    /// A number.
    Number(Dec),
    /// A date.
    Date(Date),
    /// Yes or no.
    Boolean(bool),
}

impl FactTable {
    /// A table without rows.
    #[must_use]
    pub fn new(sheet: impl Into<String>, header: u32) -> Self {
        Self { sheet: sheet.into(), header, columns: Vec::new(), rows: Vec::new() }
    }

    /// Where a column stands among the columns.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The place of a cell of a row.
    #[must_use]
    pub fn place(&self, row: &FactRow, at: usize) -> Place {
        let (column, heading) = self.columns.get(at).map_or((0, ""), |column| (column.column, column.heading.as_str()));
        Place::sheet(&self.sheet, row.row, column, heading)
    }
}

impl FactColumn {
    /// A column.
    pub fn new(name: impl Into<String>, column: u32, heading: impl Into<String>) -> Self {
        Self { name: name.into(), column, heading: heading.into() }
    }
}

impl FactRow {
    /// A row with its cells in the order of the columns.
    #[must_use]
    pub fn new(row: u32, cells: Vec<FactCell>) -> Self {
        Self { row, cells }
    }
}

impl FactCell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { value: CellValue::Text, text: text.into() }
    }

    /// A number.
    #[must_use]
    pub fn number(value: Dec) -> Self {
        Self { value: CellValue::Number(value), text: value.to_string() }
    }

    /// A date.
    #[must_use]
    pub fn date(value: Date) -> Self {
        Self { value: CellValue::Date(value), text: value.to_string() }
    }

    /// Yes or no.
    #[must_use]
    pub fn boolean(value: bool) -> Self {
        Self { value: CellValue::Boolean(value), text: if value { "true" } else { "false" }.into() }
    }
}

impl CityFile {
    /// Reads city data from tables of cells, by the rules of [`CityFile::from_csv`]: the same columns, words, dates and numbers;
    /// all tables together are one file. A cell that its program knows as a number, a date or yes/no is taken as that, so that
    /// nothing has to be guessed from its text.
    ///
    /// # Errors
    /// Every finding at once, each with its sheet, cell and heading.
    ///
    /// ```
    /// use dothi::{CityFile, CsvOptions, Dec, FactCell, FactColumn, FactRow, FactTable};
    /// let mut table = FactTable::new("Số liệu", 1);
    /// table.columns = ["item", "role", "value"].iter().zip(1..).map(|(name, at)| FactColumn::new(*name, at, "")).collect();
    /// let texts = |cells: [&str; 3]| cells.map(FactCell::text).to_vec();
    /// table.rows.push(FactRow::new(2, texts(["unit", "code", "01"])));
    /// table.rows.push(FactRow::new(3, texts(["unit", "name_vi", "Tỉnh Ví Dụ"])));
    /// table.rows.push(FactRow::new(4, texts(["unit", "kind", "province"])));
    /// let area = FactCell::number(Dec::parse("1.234").unwrap());
    /// table.rows.push(FactRow::new(5, vec![FactCell::text("green-area"), FactCell::text("value"), area]));
    /// let (cities, _notes) = CityFile::from_tables(&[table], &CsvOptions::default()).unwrap();
    /// assert_eq!(cities.cities[0].observations.len(), 1);
    /// ```
    pub fn from_tables(tables: &[FactTable], options: &CsvOptions) -> Result<(Self, Findings), Findings> {
        let mut sink = Sink::default();
        let file = read(tables, options, &mut sink);
        sink.settle(file, &Place::Pointer(String::new()))
    }
}

fn read(tables: &[FactTable], options: &CsvOptions, sink: &mut Sink) -> Option<CityFile> {
    let known: Vec<Option<Columns>> = tables.iter().map(|table| columns(table, &mut sink.findings)).collect();
    let readable = || tables.iter().zip(&known).filter_map(|(table, columns)| Some((table, columns.as_ref()?)));
    let lines = || readable().flat_map(|(table, columns)| table.rows.iter().map(move |row| Line::Typed { table, row, columns }));
    let mut survey = Survey::default();
    let mut rows: u32 = 0;
    for line in lines() {
        rows = rows.saturating_add(1);
        if rows > MOST_ROWS {
            sink.findings.push(Finding::new(Code::CsvTooManyRows, line.row_place()).with("most", MOST_ROWS));
            return None;
        }
        survey.look(line);
    }
    sink.numbers = options.numbers(survey.proofs);
    let mut drafts = Drafts::default();
    for line in lines() {
        one(line, survey.has_codes, &mut drafts, sink);
    }
    let all_read = known.iter().all(Option::is_some);
    drafts.finish(sink, &Place::Pointer(String::new())).filter(|_| all_read)
}

/// Which column is which; a table that carries documents only needs no values.
fn columns(table: &FactTable, findings: &mut Findings) -> Option<Columns> {
    let names: Vec<String> = table.columns.iter().map(|column| column.name.trim().to_lowercase()).collect();
    let has = |column: Column| names.iter().any(|name| name == column.name());
    let needed: &[Column] =
        if has(Column::EvidenceSummary) && !has(Column::Value) { &[Column::Item] } else { &[Column::Item, Column::Role, Column::Value] };
    let place = |name: &str| {
        let at = table.columns.iter().rfind(|column| !name.is_empty() && column.name.trim().to_lowercase() == name);
        let (column, heading) = at.map_or((0, ""), |column| (column.column, column.heading.as_str()));
        Place::sheet(&table.sheet, table.header, column, heading)
    };
    find_columns(&names, place, needed, findings)
}
