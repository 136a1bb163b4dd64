//! Rows that stand for several: one for each criterion that a document supports or that shares a figure.

use crate::gate::too_large;
use dothi::{FactCell, FactRow, FactTable, Finding};

/// Rows that a workbook may come to.
const ROWS: usize = 200_000;
/// Text of them.
const TEXT: usize = 128 << 20;

/// What is left for the rows still to come.
pub(super) struct Budget {
    rows: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { rows: ROWS, text: TEXT }
    }
}

impl Budget {
    pub(super) fn finding() -> Finding {
        too_large(("số dòng sau khi tách theo tiêu chí", "rows, one for each criterion"), ROWS)
    }

    /// Replaces each row by as many as `copies` says, each with those cells put in; a row without copies stays as it is. False
    /// when it would be too much; the rest is then left out.
    pub(super) fn expand(&mut self, table: &mut FactTable, copies: impl Fn(&FactRow) -> Vec<Vec<(usize, FactCell)>>) -> bool {
        for row in std::mem::take(&mut table.rows) {
            let copies = copies(&row);
            if copies.is_empty() {
                table.rows.push(row);
                continue;
            }
            let size: usize = row.cells.iter().map(|cell| cell.text.len() + size_of::<FactCell>()).sum();
            for cells in copies {
                let (Some(rows), Some(text)) = (self.rows.checked_sub(1), self.text.checked_sub(size)) else { return false };
                (self.rows, self.text) = (rows, text);
                let mut copy = row.clone();
                for (at, cell) in cells {
                    if let Some(slot) = copy.cells.get_mut(at) {
                        *slot = cell;
                    }
                }
                table.rows.push(copy);
            }
        }
        true
    }
}
