//! Whether the set judges the place, and which criteria it asks of it.

use super::{Applies, Bound, Flags};
use crate::city::{CityData, Unit};
use crate::criteria::{Basis, CriteriaSet, Scheme, UnitKind};
use crate::finding::{Code, Finding, Findings};
use crate::plan::{Leaf, Plan};
use crate::steps::attributes::{all_hold, first_that_holds};
use crate::text::Lang;
use alloc::format;
use alloc::string::String;

const SET: (&str, &str) = ("bộ tiêu chí này", "this set");
const SCHEME: (&str, &str) = ("cách đánh giá này", "this scheme");

pub(super) fn bind(set: &CriteriaSet, scheme: &Scheme, plan: &Plan, city: &CityData, bound: &mut Bound<'_>, findings: &mut Findings) {
    let unit = &city.unit;
    let kind = unit.kind.words();
    let rule = set.header().unit_kinds.iter().find(|rule| rule.kind == unit.kind);
    let of_scheme = scheme.unit_kinds.is_empty() || scheme.unit_kinds.contains(&unit.kind);
    let Some(rule) = rule.filter(|_| of_scheme) else {
        bound.out_of_scope = true;
        let finding = Finding::new(Code::CityKindOut, city.origin.within("/unit/kind")).with_both("kind", kind);
        findings.push(finding.with_both("what", if rule.is_none() { SET } else { SCHEME }));
        return;
    };
    if unit.kind == UnitKind::Commune && unit.declared_urban == Some(false) {
        bound.out_of_scope = true;
        findings.push(Finding::new(Code::CityRural, city.origin.within("/unit/declared_urban")));
    }
    if rule.basis == Basis::Assumption {
        let other = set.header().unit_kinds.iter().find(|o| o.kind.as_str() == rule.judged_as && o.kind != unit.kind);
        let list = other.map_or((String::new(), String::new()), |other| {
            let (vi, en) = (other.name(Lang::Vi), other.name(Lang::En));
            (format!(" theo danh mục của {vi}"), format!(" on the list for {en}"))
        });
        findings
            .push(Finding::new(Code::CityKindReading, city.origin.within("/unit/kind")).with_both("kind", kind).with_both("list", list));
    }
    if rule.level_is_reading {
        findings.push(Finding::new(Code::CityLevelReading, city.origin.within("/unit/kind")).with_both("kind", kind));
    }
    for (leaf, bound) in plan.leaves.iter().zip(&mut bound.leaves) {
        if leaf.kinds.as_ref().is_some_and(|kinds| !kinds.contains(&unit.kind)) {
            bound.applies = Applies::NotForKind;
        } else if leaf.conditional || !leaf.not_considered.is_empty() {
            let (applies, absent) = by_attributes(set, scheme, leaf, unit);
            bound.applies = applies;
            if absent {
                bound.flags.set(Flags::ATTRIBUTE_ABSENT);
            }
        }
    }
}

/// Whether attributes of the place take a criterion out or leave it aside, and whether one that could is not known.
fn by_attributes<'c>(set: &CriteriaSet, scheme: &Scheme, leaf: &Leaf, unit: &Unit) -> (Applies<'c>, bool) {
    let when = set.criteria().get(leaf.criterion).map_or(&[][..], |c| &c.applies_when);
    let applies = all_hold(when, unit);
    if applies == Some(false) {
        return (Applies::NotForKind, false);
    }
    let rules = leaf.not_considered.iter().map(|at| scheme.not_considered.get(*at).map_or(&[][..], |rule| rule.when.as_slice()));
    let (found, absent) = first_that_holds(rules, unit);
    match found.and_then(|at| leaf.not_considered.get(at)) {
        Some(rule) => (Applies::NotConsidered(*rule), applies.is_none() || absent),
        None => (Applies::Yes, applies.is_none() || absent),
    }
}
