//! Where cells are.

use super::Full;

/// What a sheet can hold.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

const OUTSIDE: Full = "more than a sheet can hold (1,048,576 rows and 16,384 columns)";

/// A cell by its row and column, from 0.
pub(super) type Cell = (u32, u32);

/// Cells from the first to the last, both included.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

impl Area {
    pub(crate) fn of(cell: (u32, u32)) -> Self {
        Self { first: cell, last: cell }
    }

    /// As `A1:B2`, or `A1` where it is one cell.
    pub(super) fn text(self) -> String {
        if self.first == self.last { name(self.first) } else { format!("{}:{}", name(self.first), name(self.last)) }
    }

    /// As `$A$1:$B$2`: it stays what it is when something is copied.
    pub(super) fn fixed(self) -> String {
        let [(top, left), (bottom, right)] = [self.first, self.last];
        format!("${}${}:${}${}", letters(left), top + 1, letters(right), bottom + 1)
    }
}

/// What a column is called, from 0: A, B, ... Z, AA, AB, ...
pub(crate) fn letters(column: u32) -> String {
    let mut out = String::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        out.insert(0, char::from_digit(left % 26 + 10, 36).unwrap_or_default().to_ascii_uppercase());
        left /= 26;
    }
    out
}

/// What a cell is called, as `A1`.
pub(crate) fn name((row, column): Cell) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// That a sheet has such a cell.
pub(super) fn inside((row, column): Cell) -> Result<(), Full> {
    if row < ROWS && column < COLUMNS { Ok(()) } else { Err(OUTSIDE) }
}

#[cfg(test)]
mod tests {
    use super::{Area, inside, letters};

    #[test]
    fn columns_are_counted_in_letters() {
        let named = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")];
        for (column, name) in named {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn areas_are_named_by_their_corners() {
        let area = Area { first: (3, 0), last: (99, 27) };
        assert_eq!([area.text(), area.fixed()], ["A4:AB100", "$A$4:$AB$100"]);
        assert_eq!([Area::of((0, 2)).text(), Area::of((0, 2)).fixed()], ["C1", "$C$1:$C$1"]);
    }

    #[test]
    fn a_sheet_has_an_end() {
        assert!(inside((1_048_575, 16_383)).is_ok());
        assert!(inside((1_048_576, 0)).is_err() && inside((0, 16_384)).is_err());
    }
}
