//! Ranks of a replication: 1 for the highest score, the same rank for scores that cannot be told apart.

use alloc::vec::Vec;

/// Scores closer than this part of a full one count as equal: far above what rounding makes of equal ones.
pub(super) const NEAR: f64 = 1e-12;
/// Up to here places are put in order by moving the few that changed.
const FEW: usize = 128;

/// Puts places into their order again and again.
pub(super) struct Order {
    /// The order to begin with: that of the scores as they are.
    usual: Vec<u32>,
    sorted: Vec<(f64, u32)>,
    pub(super) ranks: Vec<u32>,
}

impl Order {
    pub(super) fn new(scores: &[f64]) -> Self {
        let mut sorted: Vec<(f64, u32)> = scores.iter().copied().zip(0..).collect();
        sorted.sort_unstable_by(falling);
        Self { usual: sorted.iter().map(|(_, unit)| *unit).collect(), ranks: alloc::vec![0; sorted.len()], sorted }
    }

    /// Fills in the ranks. `near`: scores this close are equal.
    pub(super) fn rank(&mut self, scores: &[f64], near: f64) {
        self.sorted.clear();
        self.sorted.extend(self.usual.iter().filter_map(|unit| Some((*scores.get(*unit as usize)?, *unit))));
        if self.sorted.len() <= FEW {
            insert(&mut self.sorted)
        } else {
            self.sorted.sort_unstable_by(falling)
        }
        let (mut rank, mut before) = (1, f64::INFINITY);
        for ((score, unit), at) in self.sorted.iter().zip(1..) {
            if before - score > near {
                rank = at;
            }
            before = *score;
            if let Some(slot) = self.ranks.get_mut(*unit as usize) {
                *slot = rank;
            }
        }
    }
}

fn falling((a, x): &(f64, u32), (b, y): &(f64, u32)) -> core::cmp::Ordering {
    b.total_cmp(a).then(x.cmp(y))
}

/// Sorts what is nearly in order.
fn insert(all: &mut [(f64, u32)]) {
    for at in 1..all.len() {
        let Some((sorted, [own, ..])) = all.split_at_checked(at) else { return };
        let own = *own;
        let less = sorted.iter().rev().take_while(|(score, _)| *score < own.0).count();
        if less > 0
            && let Some(run) = all.get_mut(at - less..=at)
        {
            run.copy_within(..less, 1);
            if let Some(first) = run.first_mut() {
                *first = own;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn close_scores_share_a_rank_and_the_next_is_left_out() {
        let mut order = Order::new(&[0.3, 0.1, 0.2, 0.2]);
        order.rank(&[0.3, 0.1, 0.2, 0.2 + 1e-14], 1e-12);
        assert_eq!(order.ranks, [1, 4, 2, 2]);
        order.rank(&[0.0, 0.9, 0.5, 0.7], 1e-12);
        assert_eq!(order.ranks, [4, 1, 3, 2]);
    }

    #[test]
    fn few_and_many_are_ordered_alike() {
        let score = |at: usize| ((at * 7919) % 1009) as f64 / 7.0;
        let many: alloc::vec::Vec<f64> = (0..300).map(score).collect();
        let mut order = Order::new(&many);
        let turned: alloc::vec::Vec<f64> = (0..300).map(|at| score(at + 5)).collect();
        order.rank(&turned, 1e-12);
        let above = |x: f64| u32::try_from(turned.iter().filter(|y| **y > x).count()).unwrap() + 1;
        assert!(order.ranks.iter().zip(&turned).all(|(rank, x)| *rank == above(*x)));
        let mut few = Order::new(&many[..100]);
        few.rank(&turned[..100], 1e-12);
        let above = |x: f64| u32::try_from(turned[..100].iter().filter(|y| **y > x).count()).unwrap() + 1;
        assert!(few.ranks.iter().zip(&turned).all(|(rank, x)| *rank == above(*x)));
    }
}
