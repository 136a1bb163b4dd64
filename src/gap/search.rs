//! Branch and bound over sets of criteria: the fewest that reach the level, among those the cheapest.

use super::bound;
use super::cost::Candidate;
use crate::assessment::{holds, moved};
use crate::number::Exact;
use crate::steps::Standing;
use crate::steps::level::Rules;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// Sets looked at before giving up the proof. A `vn-ssc` plan needs a few thousand; this many take well under a second.
const NODE_LIMIT: u32 = 20_000;

/// The set found.
pub(crate) struct Found {
    /// Indices into the candidates.
    pub(crate) chosen: Vec<usize>,
    pub(crate) proven: bool,
    pub(crate) nodes: u32,
}

struct Search<'s> {
    rules: &'s Rules<'s, 's>,
    standing: &'s Standing<Exact>,
    target: u32,
    candidates: &'s [Candidate],
    nodes: u32,
    best: Option<(Decimal, Vec<usize>)>,
}

/// The fewest candidates that reach the target, cheapest among equals; `None` when even all of them do not.
pub(crate) fn smallest(rules: &Rules<'_, '_>, standing: &Standing<Exact>, target: u32, candidates: &[Candidate]) -> Option<Found> {
    let all: Vec<usize> = (0..candidates.len()).collect();
    let mut search = Search { rules, standing, target, candidates, nodes: 0, best: None };
    if !search.reaches(&all) {
        return None;
    }
    let least = bound::least_fixes(rules, standing, target);
    for size in least..=candidates.len() {
        search.extend(&mut Vec::new(), 0, size, Decimal::ZERO);
        if search.nodes >= NODE_LIMIT {
            break;
        }
        if let Some((_, chosen)) = search.best.take() {
            return Some(Found { chosen, proven: true, nodes: search.nodes });
        }
    }
    let chosen = search.best.take().map_or_else(|| search.greedy(all), |(_, chosen)| chosen);
    Some(Found { chosen, proven: false, nodes: search.nodes })
}

impl Search<'_> {
    /// The standing when these candidates are met.
    fn with(&mut self, chosen: &[usize]) -> Standing<Exact> {
        self.nodes += 1;
        let leaves = chosen.iter().filter_map(|at| self.candidates.get(*at)).map(|candidate| candidate.leaf);
        moved(self.rules, self.standing, leaves, true)
    }

    fn reaches(&mut self, chosen: &[usize]) -> bool {
        let trial = self.with(chosen);
        holds(self.rules, &trial, self.target)
    }

    /// Adds `left` more candidates from `from` on, in order of cost.
    fn extend(&mut self, chosen: &mut Vec<usize>, from: usize, left: usize, cost: Decimal) {
        let dear = |best: &(Decimal, Vec<usize>)| self.least_cost(from, left, cost) >= best.0;
        if self.nodes >= NODE_LIMIT || self.candidates.len() - from < left || self.best.as_ref().is_some_and(dear) {
            return;
        }
        if left == 0 {
            if self.reaches(chosen) {
                self.best = Some((cost, chosen.clone()));
            }
            return;
        }
        let trial = self.with(chosen);
        if bound::least_fixes(self.rules, &trial, self.target) > left || !self.can_reach(chosen, from) {
            return;
        }
        for at in from..=self.candidates.len() - left {
            let Some(candidate) = self.candidates.get(at) else { return };
            chosen.push(at);
            self.extend(chosen, at + 1, left - 1, cost.saturating_add(candidate.cost.value()));
            chosen.pop();
        }
    }

    /// The least a set of this size can still cost; candidates are in order of cost.
    fn least_cost(&self, from: usize, left: usize, cost: Decimal) -> Decimal {
        self.candidates.iter().skip(from).take(left).fold(cost, |sum, c| sum.saturating_add(c.cost.value()))
    }

    /// Optimistic: if the level is not reached with every remaining candidate met, no choice among them reaches it.
    fn can_reach(&mut self, chosen: &[usize], from: usize) -> bool {
        let mut all = chosen.to_vec();
        all.extend(from..self.candidates.len());
        self.reaches(&all)
    }

    /// Takes away the dearest candidates as long as the level is still reached.
    fn greedy(&mut self, mut chosen: Vec<usize>) -> Vec<usize> {
        for at in (0..self.candidates.len()).rev() {
            let without: Vec<usize> = chosen.iter().copied().filter(|c| *c != at).collect();
            if self.reaches(&without) {
                chosen = without;
            }
        }
        chosen
    }
}
