//! What scoring a panel leaves behind, in buffers that are used again.

use super::plan::PanelPlan;
use super::settle::Settled;
use crate::criteria::ScoreOf;
use crate::number::{Dec, Number};
use alloc::vec::Vec;

/// The level of a place in a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PanelLevel {
    /// The scheme has no levels.
    #[default]
    None,
    /// A precondition fails.
    Refused,
    /// The highest level reached, 0 for none.
    Reached(u32),
    /// It depends on how the source is read.
    Between(u32, u32),
}

impl PanelLevel {
    pub(super) fn between(low: u32, high: Option<u32>) -> Self {
        match high {
            Some(high) if high != low => Self::Between(low, high),
            _ => Self::Reached(low),
        }
    }

    /// The level, where there is one.
    #[must_use]
    pub fn reached(self) -> Option<u32> {
        if let Self::Reached(level) = self { Some(level) } else { None }
    }
}

/// Scores of many places: the value of every node of the tree, the score, the level. Kept and given again, it costs no new memory.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    units: usize,
    nodes: usize,
    /// Node after node.
    pub(super) values: Vec<f64>,
    /// Where the score is not the root's value.
    pub(super) score: Option<Vec<f64>>,
    pub(super) levels: Vec<PanelLevel>,
    pub(super) settled: Vec<usize>,
}

impl Scores {
    pub(super) fn resize(&mut self, plan: &PanelPlan<'_>, units: usize) {
        let nodes = plan.plan().groups.len();
        if (self.units, self.nodes) != (units, nodes) {
            self.values.clear();
            self.values.resize(units.saturating_mul(nodes), f64::NAN);
        }
        (self.units, self.nodes) = (units, nodes);
        let apart = plan.program().is_none() || plan.scheme().score == Some(ScoreOf::Share);
        match &mut self.score {
            Some(score) if apart => score.resize(units, f64::NAN),
            own => *own = apart.then(|| alloc::vec![f64::NAN; units]),
        }
        self.levels.clear();
        self.settled.clear();
    }

    /// Takes over the values of some rows, which are all of another's.
    pub(super) fn spread(&mut self, rows: &[usize], other: &Self) {
        let put = |into: &mut [f64], from: &[f64]| {
            for (row, x) in rows.iter().zip(from) {
                into.get_mut(*row).into_iter().for_each(|slot| *slot = *x);
            }
        };
        for (node, own) in self.values.chunks_exact_mut(self.units.max(1)).enumerate() {
            put(own, other.node(node));
        }
        if let Some(score) = &mut self.score {
            put(score, other.score());
        }
    }

    /// How many places.
    #[must_use]
    pub fn units(&self) -> usize {
        self.units
    }

    /// The score of each place; NaN where there is none.
    #[must_use]
    pub fn score(&self) -> &[f64] {
        self.score.as_deref().or_else(|| self.values.get(..self.units)).unwrap_or_default()
    }

    /// The value of a node for each place, counted as in [`PanelPlan::nodes`]; NaN where there is none.
    #[must_use]
    pub fn node(&self, node: usize) -> &[f64] {
        let from = node.saturating_mul(self.units);
        self.values.get(from..from.saturating_add(self.units)).unwrap_or_default()
    }

    /// The level of a place.
    #[must_use]
    pub fn level(&self, row: usize) -> PanelLevel {
        self.levels.get(row).copied().unwrap_or_default()
    }

    /// Rows that the exact path decided, ascending.
    #[must_use]
    pub fn settled(&self) -> &[usize] {
        &self.settled
    }

    /// Takes over what the exact path says of a row.
    pub(super) fn take(&mut self, row: usize, settled: &Settled) {
        let fast = |value: Option<Dec>| value.map_or(f64::NAN, f64::of);
        for (node, value) in settled.values.iter().enumerate() {
            if let Some(slot) = self.values.get_mut(node * self.units + row) {
                *slot = fast(*value);
            }
        }
        if let Some(slot) = self.score.as_mut().and_then(|score| score.get_mut(row)) {
            *slot = fast(settled.score);
        }
        if let Some(level) = self.levels.get_mut(row) {
            *level = settled.level;
        }
        self.settled.push(row);
    }
    /// Whether these are scores of a plan, for so many places.
    pub(super) fn fits(&self, plan: &PanelPlan<'_>, units: usize) -> bool {
        (self.units, self.nodes) == (units, plan.plan().groups.len())
    }

    /// Takes a row over from scores of that row alone.
    pub(super) fn take_row(&mut self, row: usize, one: &Self) {
        for (node, value) in one.values.iter().enumerate() {
            if let Some(slot) = self.values.get_mut(node * self.units + row) {
                *slot = *value;
            }
        }
        let score = self.score.as_mut().and_then(|score| score.get_mut(row));
        if let (Some(slot), Some(value)) = (score, one.score().first()) {
            *slot = *value;
        }
        if let Some(slot) = self.levels.get_mut(row) {
            *slot = one.level(0);
        }
        match (self.settled.binary_search(&row), one.settled.is_empty()) {
            (Ok(at), true) => drop(self.settled.remove(at)),
            (Err(at), false) => self.settled.insert(at, row),
            _ => {}
        }
    }
}
