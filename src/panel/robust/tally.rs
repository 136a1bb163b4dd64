//! Counts over replications. Whole numbers, so that it does not matter who counted what.

use alloc::vec;
use alloc::vec::Vec;

/// What a number of replications came to.
#[derive(Clone)]
pub(super) struct Tally {
    units: usize,
    /// Unit after unit, by rank; empty without ranks.
    pub(super) ranks: Vec<u32>,
    /// Unit after unit: how often it ranks at or above each other one; empty where that is not asked.
    pub(super) pairs: Vec<u32>,
    /// The same since the last [`Tally::settle`], in fewer bits.
    recent: Vec<u16>,
    narrow: Vec<u16>,
    /// Unit after unit, by level class; empty without levels.
    pub(super) levels: Vec<u32>,
    classes: usize,
    /// Σ over replications of Σ |rank - usual rank|.
    pub(super) shift: u64,
}

impl Tally {
    /// `classes`: how many outcomes of a level are told apart.
    pub(super) fn new(units: usize, ranked: bool, pairs: bool, classes: usize) -> Self {
        let square = |wanted: bool| if wanted { units * units } else { 0 };
        Self {
            units,
            ranks: vec![0; square(ranked)],
            pairs: vec![0; square(ranked && pairs)],
            recent: vec![0; square(ranked && pairs)],
            narrow: Vec::with_capacity(units),
            levels: vec![0; units * classes],
            classes,
            shift: 0,
        }
    }

    /// Counts the ranks of a replication.
    pub(super) fn rank(&mut self, ranks: &[u32], usual: &[u32]) {
        for ((own, rank), usual) in self.ranks.chunks_exact_mut(self.units.max(1)).zip(ranks).zip(usual) {
            if let Some(count) = own.get_mut((*rank as usize).wrapping_sub(1)) {
                *count += 1;
            }
            self.shift += u64::from(rank.abs_diff(*usual));
        }
        if self.recent.is_empty() {
            return;
        }
        self.narrow.clear();
        self.narrow.extend(ranks.iter().map(|rank| u16::try_from(*rank).unwrap_or(u16::MAX)));
        for (row, rank) in self.recent.chunks_exact_mut(self.units.max(1)).zip(&self.narrow) {
            row.iter_mut().zip(&self.narrow).for_each(|(count, other)| *count += u16::from(rank <= other));
        }
    }

    /// Counts the level of a unit.
    pub(super) fn level(&mut self, unit: usize, class: usize) {
        if let Some(count) = self.levels.get_mut(unit * self.classes + class) {
            *count += 1;
        }
    }

    /// To be called before 65 535 replications have been counted.
    pub(super) fn settle(&mut self) {
        self.pairs.iter_mut().zip(&mut self.recent).for_each(|(count, recent)| *count += u32::from(core::mem::take(recent)));
    }

    /// Adds what somebody else counted and settled.
    pub(super) fn add(&mut self, other: &Self) {
        let add = |own: &mut [u32], other: &[u32]| own.iter_mut().zip(other).for_each(|(own, other)| *own += other);
        add(&mut self.ranks, &other.ranks);
        add(&mut self.pairs, &other.pairs);
        add(&mut self.levels, &other.levels);
        self.shift += other.shift;
    }
}
