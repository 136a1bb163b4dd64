//! Gaps filled from other places.

use super::peers::Peers;
use super::sample::Sample;
use crate::criteria::{Among, Centre, Impute};
use crate::number::Number;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// What fills a gap, by group of places.
pub(super) struct Filler<'p, N> {
    rule: Impute,
    all: Option<N>,
    groups: BTreeMap<&'p str, N>,
}

impl<'p, N: Number> Filler<'p, N> {
    /// `known`: row and value of the places it is computed from.
    pub(super) fn of(rule: Impute, peers: &Peers<'p>, known: &[(usize, N)]) -> Self {
        let centre = |values: Vec<N>| {
            let sample = Sample::of(values.into_iter());
            match rule.with {
                Centre::Mean => sample.mean(),
                Centre::Median => sample.median(),
            }
        };
        let mut groups: BTreeMap<&str, Vec<N>> = BTreeMap::new();
        if rule.among == Among::Region {
            for (row, value) in known {
                if let Some(group) = peers.region(*row) {
                    groups.entry(group).or_default().push(*value);
                }
            }
        }
        let all = if rule.among == Among::All { centre(known.iter().map(|(_, value)| *value).collect()) } else { None };
        Self { rule, all, groups: groups.into_iter().filter_map(|(group, values)| Some((group, centre(values)?))).collect() }
    }

    /// What fills the gap of a place; none where nothing does.
    pub(super) fn fill(&self, peers: &Peers<'_>, row: usize) -> Option<N> {
        match self.rule.among {
            Among::All => self.all,
            Among::Region => self.groups.get(peers.region(row)?).copied(),
        }
    }
}
