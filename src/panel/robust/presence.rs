//! Which places have a value at which node. That is decided by the weights of the edition, whatever weights are drawn: how much has to
//! be there is a rule about data.

use super::model::{Join, Model, Node, Source};
use crate::criteria::{Among, Impute, ImputeStage};
use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

/// What a child is to a node, for a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    There,
    /// Missing and left out; its weight counts as one that should be there.
    Left,
    /// Does not apply; its weight does not count.
    NoPart,
    /// Nothing above it can be decided.
    Open,
}

/// The units of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Presence {
    /// Every child has a value for every unit.
    pub(super) complete: bool,
    /// Units with too little under it, ascending.
    pub(super) dead: Vec<usize>,
    /// Those of them that are given the value of other places.
    pub(super) filled: Vec<usize>,
}

impl Presence {
    /// Takes the value of units with too little under the node.
    pub(super) fn kill(&self, out: &mut [f64]) {
        for unit in &self.dead {
            if let Some(value) = out.get_mut(*unit) {
                *value = f64::NAN;
            }
        }
    }
}

impl Model {
    /// By node. `leaf`: what a criterion is for a unit; `impute`: what fills gaps.
    pub(super) fn presence(&self, leaf: impl Fn(usize, usize) -> State, impute: Option<Impute>) -> Vec<Presence> {
        let rule = impute.filter(|rule| rule.stage == ImputeStage::Group);
        let mut states: Vec<Vec<State>> = Vec::with_capacity(self.nodes.len());
        let mut out = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let (mut present, mut all) = (vec![0.0; self.units], vec![0.0; self.units]);
            let mut open = vec![false; self.units];
            for strand in self.strands_of(node) {
                for (unit, ((present, all), open)) in present.iter_mut().zip(&mut all).zip(&mut open).enumerate() {
                    let state = match strand.from {
                        Source::Leaf(at) => leaf(at, unit),
                        Source::Node(at) => states.get(at).and_then(|own| own.get(unit)).copied().unwrap_or(State::NoPart),
                    };
                    match state {
                        State::There => (*present, *all) = (*present + strand.counts, *all + strand.counts),
                        State::Left => *all += strand.counts,
                        State::NoPart => {}
                        State::Open => *open = true,
                    }
                }
            }
            let state = |((present, all), open): ((&f64, &f64), &bool)| match (*present > 0.0, *all > 0.0) {
                _ if *open => State::Open,
                (_, false) => State::NoPart,
                // Weights are whole numbers here, so that only the product is rounded.
                (true, true) if *present >= self.least * all * (1.0 - 1e-12) => State::There,
                _ => State::Left,
            };
            let mut own: Vec<State> = present.iter().zip(&all).zip(&open).map(state).collect();
            let full: f64 = self.strands_of(node).iter().map(|strand| strand.counts).sum();
            let complete = present.iter().all(|present| *present >= full);
            let dead = own.iter().enumerate().filter(|(_, state)| **state != State::There).map(|(unit, _)| unit).collect();
            let filled = rule.filter(|_| node.is_group).map(|rule| self.filled(rule, &mut own)).unwrap_or_default();
            states.push(own);
            out.push(Presence { complete, dead, filled });
        }
        out
    }

    /// The units of a group that others can fill; they count as there from here on.
    fn filled(&self, rule: Impute, own: &mut [State]) -> Vec<usize> {
        let region = |unit: usize| self.regions.get(unit).copied().flatten();
        let there = own.iter().enumerate().filter(|(_, state)| **state == State::There).map(|(unit, _)| unit);
        let regions: BTreeSet<u32> = there.clone().filter_map(region).collect();
        let any = there.count() > 0;
        let can = |unit: usize| match rule.among {
            Among::All => any,
            Among::Region => region(unit).is_some_and(|own| regions.contains(&own)),
        };
        let out: Vec<usize> =
            own.iter().enumerate().filter(|(unit, state)| **state == State::Left && can(*unit)).map(|(unit, _)| unit).collect();
        out.iter().for_each(|unit| own.get_mut(*unit).into_iter().for_each(|state| *state = State::There));
        out
    }

    /// What a criterion without a figure is for a unit, under the node that holds it.
    pub(super) fn absent(&self, leaf: usize, unit: usize) -> State {
        let in_sum = self.leaves.get(leaf).is_some_and(|leaf| leaf.in_sum);
        match self.claims.get(leaf * self.units + unit) {
            Some(true) if in_sum => State::Open,
            Some(true) => State::NoPart,
            _ if self.undecided => State::Open,
            _ => State::Left,
        }
    }
}

/// Whether a node adds points up.
pub(super) fn adds_points(node: &Node) -> bool {
    matches!(node.join, Join::Points)
}
