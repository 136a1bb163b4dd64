//! Whether the set judges the place, and which criteria it asks of it.

use super::{Applies, Bound};
use crate::city::CityData;
use crate::criteria::{Basis, CriteriaSet, UnitKind};
use crate::finding::{Code, Finding, Findings};
use crate::plan::Plan;
use crate::text::Lang;
use alloc::format;
use alloc::string::String;

pub(super) fn bind(set: &CriteriaSet, plan: &Plan, city: &CityData, bound: &mut Bound<'_>, findings: &mut Findings) {
    let unit = &city.unit;
    let kind = unit.kind.words();
    let Some(rule) = set.header().unit_kinds.iter().find(|rule| rule.kind == unit.kind) else {
        bound.out_of_scope = true;
        findings.push(Finding::new(Code::CityKindOut, city.origin.within("/unit/kind")).with_both("kind", kind));
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
        }
    }
}
