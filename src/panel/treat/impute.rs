//! Gaps filled from other places.

use super::lane::Places;
use super::sample::Sample;
use crate::criteria::{Among, Centre, Impute};
use crate::number::Number;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// What fills a gap, by group of places.
pub(in crate::panel) struct Filler<R, N> {
    rule: Impute,
    all: Option<N>,
    groups: BTreeMap<R, N>,
}

impl<R: Ord + Copy, N: Number> Filler<R, N> {
    /// `known`: row and value of the places it is computed from.
    pub(in crate::panel) fn of(rule: Impute, places: &impl Places<Region = R>, known: &[(usize, N)]) -> Self {
        let centre = |values: Vec<N>| {
            let sample = Sample::of(values.into_iter());
            match rule.with {
                Centre::Mean => sample.mean(),
                Centre::Median => sample.median(),
            }
        };
        let mut groups: BTreeMap<R, Vec<N>> = BTreeMap::new();
        if rule.among == Among::Region {
            for (row, value) in known {
                if let Some(group) = places.region(*row) {
                    groups.entry(group).or_default().push(*value);
                }
            }
        }
        let all = if rule.among == Among::All { centre(known.iter().map(|(_, value)| *value).collect()) } else { None };
        Self { rule, all, groups: groups.into_iter().filter_map(|(group, values)| Some((group, centre(values)?))).collect() }
    }

    /// What fills the gap of a place; none where nothing does.
    pub(in crate::panel) fn fill(&self, places: &impl Places<Region = R>, row: usize) -> Option<N> {
        match self.rule.among {
            Among::All => self.all,
            Among::Region => self.groups.get(&places.region(row)?).copied(),
        }
    }
}
