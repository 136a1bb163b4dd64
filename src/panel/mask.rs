//! One bit for each row of a column.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

const BITS: usize = 64;

/// Rows of a column that are marked, as missing or as not applicable.
///
/// Bit `row % 64` of word `row / 64`. Words that are not there mark nothing.
///
/// ```
/// use dothi::Mask;
/// let mask = Mask::of_rows(100, [3, 70]);
/// assert!(mask.get(70) && !mask.get(71));
/// assert_eq!(mask.count(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask<'a> {
    words: Cow<'a, [u64]>,
}

impl<'a> Mask<'a> {
    /// Marks these rows of so many; rows beyond are ignored.
    #[must_use]
    pub fn of_rows(units: usize, rows: impl IntoIterator<Item = usize>) -> Self {
        let mut words = vec![0; units.div_ceil(BITS)];
        for row in rows.into_iter().filter(|row| *row < units) {
            if let Some(word) = words.get_mut(row / BITS) {
                *word |= 1 << (row % BITS);
            }
        }
        Self { words: Cow::Owned(words) }
    }

    /// Words made elsewhere, such as the inverse of a validity bitmap.
    #[must_use]
    pub fn of_words(words: impl Into<Cow<'a, [u64]>>) -> Self {
        Self { words: words.into() }
    }

    /// Whether a row is marked.
    #[must_use]
    pub fn get(&self, row: usize) -> bool {
        self.words.get(row / BITS).is_some_and(|word| word >> (row % BITS) & 1 == 1)
    }

    /// Marks one of so many rows, or takes its mark away.
    pub(super) fn mark(&mut self, row: usize, units: usize, marked: bool) {
        let words = self.words.to_mut();
        if marked && row < units && words.len() <= row / BITS {
            words.resize(units.div_ceil(BITS), 0);
        }
        if let Some(word) = words.get_mut(row / BITS) {
            let bit = 1 << (row % BITS);
            *word = if marked { *word | bit } else { *word & !bit };
        }
    }

    /// How many rows are marked.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The marked rows of a range, ascending.
    pub(crate) fn rows(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let words = range.start / BITS..range.end.div_ceil(BITS).min(self.words.len());
        let each = words.clone().zip(self.words.get(words).unwrap_or_default());
        let rows = each.flat_map(|(at, word)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                rest &= rest.wrapping_sub(1);
                (bit < BITS).then_some(at * BITS + bit)
            })
        });
        rows.filter(move |row| range.contains(row))
    }

    /// Marks what another mask marks as well.
    pub(crate) fn unite(&mut self, other: &Mask<'_>) {
        let own = self.words.to_mut();
        if own.len() < other.words.len() {
            own.resize(other.words.len(), 0);
        }
        own.iter_mut().zip(other.words.iter()).for_each(|(word, more)| *word |= more);
    }
}

impl From<Vec<bool>> for Mask<'_> {
    fn from(rows: Vec<bool>) -> Self {
        let marked = rows.iter().enumerate().filter(|(_, marked)| **marked).map(|(row, _)| row);
        Self::of_rows(rows.len(), marked)
    }
}

#[cfg(test)]
mod tests {
    use super::Mask;
    use alloc::vec::Vec;

    #[test]
    fn rows_of_a_range() {
        let mask = Mask::of_rows(200, [0, 63, 64, 130, 199, 500]);
        assert_eq!(mask.rows(0..200).collect::<Vec<_>>(), [0, 63, 64, 130, 199]);
        assert_eq!(mask.rows(63..130).collect::<Vec<_>>(), [63, 64]);
        assert_eq!(mask.rows(131..199).count(), 0);
        assert_eq!(Mask::default().rows(0..10).count(), 0);
    }
}
