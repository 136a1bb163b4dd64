//! The figures of one input for every row.

use super::mask::Mask;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

/// What stands in a row of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// A figure; its exact value is the shortest decimal that reads back as it. Of a yes/no question 1 and 0.
    Value(f64),
    /// No figure.
    Missing,
    /// The criterion cannot exist there.
    NotApplicable,
}

/// The figures of one input, borrowed or owned.
///
/// A figure is missing where the mask says so or where it is NaN; whatever stands under a mask is not looked at.
///
/// ```
/// use dothi::{Cell, Column, Mask};
/// let figures = [1.5, f64::NAN, 7.0];
/// let column = Column::from(&figures[..]).with_not_applicable(Mask::of_rows(3, [2]));
/// assert_eq!(column.cell(0), Cell::Value(1.5));
/// assert_eq!(column.cell(1), Cell::Missing);
/// assert_eq!(column.cell(2), Cell::NotApplicable);
/// ```
#[derive(Clone, Debug)]
pub struct Column<'a> {
    values: Cow<'a, [f64]>,
    missing: Option<Mask<'a>>,
    not_applicable: Option<Mask<'a>>,
}

impl<'a> Column<'a> {
    /// Marks rows without a figure.
    #[must_use]
    pub fn with_missing(mut self, mask: Mask<'a>) -> Self {
        self.missing = Some(mask);
        self
    }

    /// Marks rows in which the criterion cannot exist.
    #[must_use]
    pub fn with_not_applicable(mut self, mask: Mask<'a>) -> Self {
        self.not_applicable = Some(mask);
        self
    }

    /// What stands in a row; missing beyond the last.
    #[must_use]
    pub fn cell(&self, row: usize) -> Cell {
        if self.not_applicable.as_ref().is_some_and(|mask| mask.get(row)) {
            return Cell::NotApplicable;
        }
        let masked = self.missing.as_ref().is_some_and(|mask| mask.get(row));
        match self.values.get(row) {
            Some(value) if !masked && !value.is_nan() => Cell::Value(*value),
            _ => Cell::Missing,
        }
    }

    /// Puts something else into a row; nothing happens beyond the last.
    pub(super) fn put(&mut self, row: usize, cell: Cell) {
        let (value, claimed) = match cell {
            Cell::Value(value) => (value, false),
            Cell::Missing => (f64::NAN, false),
            Cell::NotApplicable => (f64::NAN, true),
        };
        let units = self.values.len();
        let Some(slot) = self.values.to_mut().get_mut(row) else { return };
        *slot = value;
        if let Some(mask) = &mut self.missing {
            mask.mark(row, units, false);
        }
        if claimed || self.not_applicable.is_some() {
            self.not_applicable.get_or_insert_default().mark(row, units, claimed);
        }
    }

    /// Rows, whatever stands in them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// True without rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Some of the rows, in this order.
    pub(super) fn select(&self, rows: &[usize]) -> Column<'static> {
        let value = |row: &usize| if let Cell::Value(value) = self.cell(*row) { value } else { f64::NAN };
        let claimed = rows.iter().enumerate().filter(|(_, row)| self.cell(**row) == Cell::NotApplicable).map(|(at, _)| at);
        let mask = Mask::of_rows(rows.len(), claimed);
        let own = Column::from(rows.iter().map(value).collect::<Vec<f64>>());
        if mask.count() == 0 { own } else { own.with_not_applicable(mask) }
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    pub(super) fn not_applicable(&self) -> Option<&Mask<'a>> {
        self.not_applicable.as_ref()
    }

    fn masks(&self) -> impl Iterator<Item = &Mask<'a>> {
        self.missing.iter().chain(&self.not_applicable)
    }

    /// A run of rows with NaN where there is no figure; `spare` is used where a mask takes some out.
    pub(super) fn block<'x>(&'x self, rows: Range<usize>, spare: &'x mut Vec<f64>) -> &'x [f64] {
        let values = self.values.get(rows.clone()).unwrap_or_default();
        let mut absent = self.masks().flat_map(|mask| mask.rows(rows.clone())).peekable();
        if absent.peek().is_none() {
            return values;
        }
        spare.clear();
        spare.extend_from_slice(values);
        for row in absent {
            if let Some(value) = spare.get_mut(row - rows.start) {
                *value = f64::NAN;
            }
        }
        spare
    }

    /// Whether every row has a figure.
    pub(super) fn is_complete(&self) -> bool {
        // In runs without branches, which compilers turn into vector instructions.
        let has_gap = |run: &[f64]| run.iter().fold(false, |any, value| any | value.is_nan());
        self.masks().all(|mask| mask.rows(0..self.values.len()).next().is_none()) && !self.values.chunks(1_024).any(has_gap)
    }
}

impl<'a> From<&'a [f64]> for Column<'a> {
    fn from(values: &'a [f64]) -> Self {
        Self { values: Cow::Borrowed(values), missing: None, not_applicable: None }
    }
}

impl From<Vec<f64>> for Column<'_> {
    fn from(values: Vec<f64>) -> Self {
        Self { values: Cow::Owned(values), missing: None, not_applicable: None }
    }
}
