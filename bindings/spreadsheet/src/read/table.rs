//! A sheet that holds a table of facts: where its columns stand, and its rows as the core reads them.

use super::cells::{Facts, fact};
use super::common::targets;
use super::expand::Budget;
use super::sheet::{Cell, Sheet};
use crate::layout::{PRESET, SHOWN, USES};
use dothi::{Code, FactCell, FactColumn, FactRow, FactTable, Finding, Findings, Place};
use std::collections::BTreeSet;

/// Rows among which the names of the columns are looked for.
const ROWS: u32 = 60;
/// Columns of a table; ours have 20.
const COLUMNS: usize = 256;

/// Where a table stands in its sheet.
pub(super) struct Found {
    header: u32,
    columns: Vec<FactColumn>,
}

impl Found {
    /// The table of a sheet: the first row that names the columns.
    pub(super) fn of(sheet: &Sheet) -> Option<Self> {
        let names = |row: u32, name: &str| {
            let cells = sheet.rows.get(&row)?;
            cells.keys().copied().find(|column| sheet.text(row, *column).eq_ignore_ascii_case(name))
        };
        let is_header = |row: u32| {
            [&["item", "value"][..], &["item", "evidence_summary"], &[USES, "value"]]
                .iter()
                .any(|all| all.iter().all(|n| names(row, n).is_some()))
        };
        let header = sheet.rows.range(..=ROWS).map(|(row, _)| *row).find(|row| is_header(*row))?;
        let cells = sheet.rows.get(&header)?;
        let columns = cells.keys().take(COLUMNS).map(|column| {
            let name = sheet.text(header, *column).to_lowercase();
            // A heading for people stands above the name, where there is one.
            let above = header.checked_sub(1).map_or("", |row| sheet.text(row, *column));
            let heading = if above.is_empty() { name.clone() } else { above.into() };
            FactColumn::new(name, *column, heading)
        });
        let columns = columns.filter(|column| !column.name.is_empty()).collect();
        Some(Self { header, columns })
    }

    /// Whether its figures are shared by several criteria.
    pub(super) fn is_common(&self) -> bool {
        self.columns.iter().any(|column| column.name == USES)
    }

    fn is_named(&self, column: u32) -> bool {
        self.columns.iter().any(|known| known.column == column)
    }
}

/// The rows of a table, with what is wrong with its cells.
pub(super) fn facts(sheet: &Sheet, found: &Found, budget: &mut Budget, findings: &mut Findings) -> FactTable {
    let mut table = FactTable::new(&sheet.name, found.header);
    table.columns.clone_from(&found.columns);
    hidden_columns(sheet, found, findings);
    merged(sheet, found, findings);
    let mut hidden_sheet = sheet.hidden;
    for row in sheet.rows.range(found.header + 1..).map(|(row, _)| *row) {
        strays(sheet, found, row, findings);
        let mut facts = Facts::of(sheet, &found.columns, row);
        let cells: Vec<FactCell> = found.columns.iter().map(|column| fact(&mut facts, column, findings)).collect();
        let filled = found.columns.iter().zip(&cells).any(|(column, cell)| carries(&column.name) && !cell.text.trim().is_empty());
        if filled && sheet.frame.hidden_rows.contains(&row) {
            findings.push(Finding::new(Code::XlsxHiddenRow, Place::sheet(&sheet.name, row, 0, "")).with("row", row));
        }
        if filled && std::mem::take(&mut hidden_sheet) {
            findings.push(Finding::new(Code::XlsxHiddenSheet, sheet.place()).with("name", &sheet.name));
        }
        table.rows.push(FactRow::new(row, cells));
    }
    let whole = match table.position(USES) {
        Some(uses) => targets(&mut table, uses, budget),
        None => documents(&mut table, budget),
    };
    if !whole {
        findings.push(Budget::finding());
    }
    table
}

/// True for a column that people fill in with facts.
fn carries(name: &str) -> bool {
    !PRESET.contains(&name) && !SHOWN.contains(&name)
}

fn hidden_columns(sheet: &Sheet, found: &Found, findings: &mut Findings) {
    for column in found.columns.iter().filter(|column| carries(&column.name) && sheet.frame.is_column_hidden(column.column)) {
        let holds = sheet.rows.range(found.header + 1..).any(|(_, cells)| cells.contains_key(&column.column));
        if holds {
            let place = Place::sheet(&sheet.name, 0, column.column, &column.heading);
            findings.push(Finding::new(Code::XlsxHiddenColumn, place).with("name", &column.heading));
        }
    }
}

/// Only the first cell of a merged range keeps its content, so the others seem to say what they do not.
fn merged(sheet: &Sheet, found: &Found, findings: &mut Findings) {
    let mut rows_with_facts = BTreeSet::new();
    rows_with_facts.extend(sheet.rows.range(found.header + 1..).map(|(row, _)| *row));
    for [first, last] in &sheet.frame.merged {
        let in_rows = rows_with_facts.range(first.0..=last.0).next().is_some();
        let columns = found.columns.iter().find(|c| !SHOWN.contains(&c.name.as_str()) && (first.1..=last.1).contains(&c.column));
        if let Some(column) = columns.filter(|_| in_rows && first != last) {
            let heading = if column.column == first.1 { column.heading.as_str() } else { "" };
            let end = Place::sheet(&sheet.name, last.0, last.1, "");
            let finding = Finding::new(Code::XlsxMerged, Place::sheet(&sheet.name, first.0, first.1, heading));
            findings.push(finding.with_both("last", end.both()));
        }
    }
}

/// Cells below no name.
fn strays(sheet: &Sheet, found: &Found, row: u32, findings: &mut Findings) {
    let Some(cells) = sheet.rows.get(&row) else { return };
    if let Some((column, cell)) = cells.iter().find(|(column, _)| !found.is_named(**column)) {
        let value = match cell {
            Cell::Text(text) | Cell::Error(text) => text.clone(),
            Cell::Number { value, .. } => value.to_string(),
            Cell::Boolean(flag) => flag.to_string(),
            Cell::Date(date) => date.to_string(),
        };
        findings.push(Finding::new(Code::XlsxStrayCell, Place::sheet(&sheet.name, row, *column, "")).with("value", value));
    }
}

/// A row of a document that names several criteria is one row for each of them; false when they are too many.
fn documents(table: &mut FactTable, budget: &mut Budget) -> bool {
    let (Some(item), Some(_)) = (table.position("item"), table.position("evidence_summary")) else { return true };
    budget.expand(table, |row| {
        let list = row.cells.get(item).map_or("", |cell| cell.text.as_str());
        let ids: Vec<FactCell> = list.split([';', ',', '\n']).map(str::trim).filter(|id| !id.is_empty()).map(FactCell::text).collect();
        ids.into_iter().map(|id| vec![(item, id)]).collect()
    })
}
