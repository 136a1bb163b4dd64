//! Which figures may leave a survey.
//!
//! A cell is a question in a stratum. One of fewer answers than the declared minimum is hidden. Whatever can be had by subtracting the
//! figures that are shown from that of all strata is the union of the hidden ones; so more cells are hidden, the smallest first, until
//! that union is of two strata or more, of the minimum of answers or more, and not all of one opinion (then each part of it would be
//! known to be of that opinion too).

use super::tally::Sums;
use alloc::vec::Vec;

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is shown.
    Shown,
    /// Nobody answered there.
    Empty,
    /// It is below the minimum.
    Small,
    /// It is hidden to protect another one.
    Protects,
}

/// The fates of the cells of one question, in the order of strata.
pub(super) fn fates(cells: &[Sums], minimum: u64) -> Vec<Fate> {
    let first = |cell: &Sums| match cell.answers {
        0 => Fate::Empty,
        n if n < minimum => Fate::Small,
        _ => Fate::Shown,
    };
    let mut fates: Vec<Fate> = cells.iter().map(first).collect();
    if !fates.contains(&Fate::Small) {
        return fates;
    }
    let mut shown: Vec<usize> = (0..cells.len()).filter(|at| fates.get(*at) == Some(&Fate::Shown)).collect();
    // Of equally small ones the first in the order of names.
    shown.sort_by_key(|at| core::cmp::Reverse((cells.get(*at).map(|cell| cell.answers), *at)));
    while !is_safe(cells, &fates, minimum) {
        let Some(next) = shown.pop() else { break };
        if let Some(fate) = fates.get_mut(next) {
            *fate = Fate::Protects;
        }
    }
    fates
}

fn is_safe(cells: &[Sums], fates: &[Fate], minimum: u64) -> bool {
    let mut union = Sums::default();
    let mut hidden = 0;
    for (cell, _) in cells.iter().zip(fates).filter(|(_, fate)| matches!(fate, Fate::Small | Fate::Protects)) {
        union.merge(cell);
        hidden += 1;
    }
    hidden > 1 && union.answers >= minimum && union.positive > 0 && union.positive < union.answers
}

#[cfg(test)]
mod tests {
    use super::{Fate, fates};
    use crate::programme::voice::tally::Sums;
    use alloc::vec::Vec;

    fn of(cells: &[(u64, u64)]) -> Vec<Fate> {
        let sums: Vec<Sums> =
            cells.iter().map(|(answers, positive)| Sums { answers: *answers, positive: *positive, ..Sums::default() }).collect();
        fates(&sums, 10)
    }

    #[test]
    fn a_small_cell_takes_the_next_smallest_with_it() {
        assert_eq!(of(&[(50, 25), (4, 2), (30, 20), (12, 6)]), [Fate::Shown, Fate::Small, Fate::Shown, Fate::Protects]);
        assert_eq!(of(&[(50, 25), (12, 6)]), [Fate::Shown, Fate::Shown]);
        assert_eq!(of(&[(50, 25), (0, 0), (20, 2)]), [Fate::Shown, Fate::Empty, Fate::Shown]);
    }

    #[test]
    fn two_small_cells_that_are_small_together_take_a_third() {
        assert_eq!(of(&[(50, 25), (4, 2), (5, 1), (20, 3)]), [Fate::Shown, Fate::Small, Fate::Small, Fate::Protects]);
        assert_eq!(of(&[(50, 25), (6, 2), (5, 1), (20, 3)]), [Fate::Shown, Fate::Small, Fate::Small, Fate::Shown]);
    }

    #[test]
    fn hidden_cells_of_one_opinion_take_another_with_them() {
        assert_eq!(of(&[(50, 25), (6, 6), (12, 12), (20, 3)]), [Fate::Shown, Fate::Small, Fate::Protects, Fate::Protects]);
    }
}
