//! Criteria that the data call by their printed label instead of their id.

use super::unknown_criterion;
use crate::criteria::CriteriaSet;
use crate::finding::{Code, Finding, Findings, Place};
use crate::plan::Plan;
use crate::vietnamese::small;
use alloc::string::String;
use alloc::vec::Vec;

/// What a name in the data stands for.
pub(super) enum Meant {
    /// A leaf of the plan.
    Leaf(usize),
    /// A criterion of the set outside this scheme.
    Outside,
    /// Nothing; a finding says so.
    Unknown,
}

/// Finds criteria by id, else by label. Labels are looked at only where a name is no id, and are then sorted once.
pub(super) struct Named<'s> {
    pub(super) set: &'s CriteriaSet,
    /// Labels without spaces and case, with the criterion's index; a label that two criteria share names neither.
    labels: Option<Vec<(String, usize)>>,
    /// Criteria that were called by their label: said once each.
    said: Vec<usize>,
    /// The leaf found last; names mostly follow the tree.
    last: usize,
}

impl<'s> Named<'s> {
    pub(super) fn new(set: &'s CriteriaSet) -> Self {
        Self { set, labels: None, said: Vec::new(), last: 0 }
    }

    /// The criterion of a name that is no id of the plan. `place` is where the name stands.
    pub(super) fn other_than_id(&mut self, plan: &Plan, name: &str, place: impl Fn() -> Place, findings: &mut Findings) -> Meant {
        if self.set.criterion(name).is_some() {
            return Meant::Outside;
        }
        let Some(at) = self.by_label(name) else {
            findings.push(unknown_criterion(self.set, place(), name));
            return Meant::Unknown;
        };
        let Some(criterion) = self.set.criteria().get(at) else { return Meant::Unknown };
        if let Err(slot) = self.said.binary_search(&at) {
            self.said.insert(slot, at);
            findings.push(Finding::new(Code::CityLabelTaken, place()).with("label", name).with("id", &criterion.id));
        }
        plan.leaf_of(&criterion.id).map_or(Meant::Outside, Meant::Leaf)
    }

    /// As [`Named::other_than_id`], for a name that has not been looked up yet.
    pub(super) fn any(&mut self, plan: &Plan, name: &str, place: impl Fn() -> Place, findings: &mut Findings) -> Meant {
        match plan.leaf_near(self.last, name) {
            Some(leaf) => {
                self.last = leaf;
                Meant::Leaf(leaf)
            }
            None => self.other_than_id(plan, name, place, findings),
        }
    }

    fn by_label(&mut self, name: &str) -> Option<usize> {
        let labels = self.labels.get_or_insert_with(|| {
            let all = self.set.criteria().iter().enumerate();
            let mut labels: Vec<(String, usize)> = all.map(|(at, criterion)| (plain(&criterion.label), at)).collect();
            crate::order::sort(&mut labels);
            let chunks = labels.chunk_by(|(a, _), (b, _)| a == b);
            chunks.filter_map(|same| if let [only] = same { Some(only.clone()) } else { None }).collect()
        });
        let name = plain(name);
        let at = labels.binary_search_by(|(label, _)| label.cmp(&name)).ok()?;
        labels.get(at).map(|(_, criterion)| *criterion)
    }
}

/// A label as it is compared.
fn plain(label: &str) -> String {
    let mut out = String::new();
    label.chars().filter(|c| !c.is_whitespace()).for_each(|c| out.push(small(c)));
    out
}
