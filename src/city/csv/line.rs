//! The cells of one row by column, from CSV text or from a program that knows what its cells are.

use super::columns::Column;
use super::table::{CellValue, FactRow, FactTable};
use crate::finding::Place;
use crate::records::Record;

/// Where each column stands in a row.
pub(super) struct Columns(pub(super) [Option<usize>; Column::COUNT]);

impl Columns {
    fn at(&self, column: Column) -> Option<usize> {
        self.0.get(column as usize).copied().flatten()
    }
}

/// One row.
#[derive(Clone, Copy)]
pub(super) enum Line<'r> {
    Text { record: Record<'r>, columns: &'r Columns },
    Typed { table: &'r FactTable, row: &'r FactRow, columns: &'r Columns },
}

impl<'r> Line<'r> {
    /// The text of a cell without the spaces around it.
    pub(super) fn cell(self, column: Column) -> &'r str {
        match self {
            Self::Text { record, columns } => columns.at(column).map_or("", |at| record.cell(at)),
            Self::Typed { row, columns, .. } => columns.at(column).and_then(|at| row.cells.get(at)).map_or("", |cell| cell.text.trim()),
        }
    }

    /// What the file says that the cell is; none for CSV, where everything is text.
    pub(super) fn value(self, column: Column) -> Option<&'r CellValue> {
        match self {
            Self::Text { .. } => None,
            Self::Typed { row, columns, .. } => columns.at(column).and_then(|at| row.cells.get(at)).map(|cell| &cell.value),
        }
    }

    /// The place of a cell; of the row, where it has no such column.
    pub(super) fn place(self, column: Column) -> Place {
        match self {
            Self::Text { record, .. } => Place::cell("", record.row, column.name()),
            Self::Typed { table, row, columns } => match columns.at(column).and_then(|at| table.columns.get(at)) {
                Some(known) => Place::sheet(&table.sheet, row.row, known.column, &known.heading),
                None => self.row_place(),
            },
        }
    }

    /// The place of the whole row.
    pub(super) fn row_place(self) -> Place {
        match self {
            Self::Text { record, .. } => Place::cell("", record.row, ""),
            Self::Typed { table, row, .. } => Place::sheet(&table.sheet, row.row, 0, ""),
        }
    }
}
