//! Observations: each value is checked against its input, then one period is chosen per data point.

use super::labels::{Meant, Named};
use super::{Bound, BoundLeaf, PartList, period};
use crate::city::{CityData, ObsValue, Observation};
use crate::criteria::{CriteriaSet, Criterion, DataKind, DataPoint, Input, Parts, Role};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::Dec;
use crate::plan::{Leaf, Plan, Point};
use crate::text::join;
use alloc::string::String;
use alloc::vec::Vec;

/// Periods times parts times roles of one criterion; choosing a period is quadratic in them at worst.
const MOST_PER_CRITERION: usize = 5_000;

/// An observation that fits its criterion.
pub(super) struct Slot<'c> {
    leaf: usize,
    /// The data point, counted as in the criterion.
    point: usize,
    pub(super) part: Option<&'c str>,
    pub(super) role: Role,
    pub(super) period: Option<Date>,
    pub(super) own_period: bool,
    pub(super) obs: &'c Observation,
}

/// `base`: a year whose values stand beside the present ones.
pub(super) fn bind<'c>(
    plan: &Plan,
    city: &'c CityData,
    (as_of, base): (Date, Option<Date>),
    bound: &mut Bound<'c>,
    named: &mut Named<'_>,
    findings: &mut Findings,
) {
    let set = named.set;
    let mut slots: Vec<Slot<'c>> = Vec::with_capacity(city.observations.len());
    let mut last = 0;
    let mut outside = 0usize;
    for obs in &city.observations {
        let leaf = match plan.leaf_near(last, &obs.criterion) {
            Some(leaf) => leaf,
            None => match named.other_than_id(plan, &obs.criterion, || obs.origin.place(), findings) {
                Meant::Leaf(leaf) => leaf,
                Meant::Outside => {
                    outside += 1;
                    continue;
                }
                Meant::Unknown => continue,
            },
        };
        last = leaf;
        if let Some(slot) = fit(set, plan, leaf, obs, as_of, findings) {
            slots.push(slot);
        }
    }
    if outside > 0 {
        findings.push(Finding::new(Code::CityOutsideScheme, city.origin.within("/observations")).with("count", outside));
    }
    let order = |a: &Slot<'_>, b: &Slot<'_>| {
        let by_part = || a.part.cmp(&b.part).then(a.role.cmp(&b.role)).then_with(|| b.period.cmp(&a.period));
        a.leaf.cmp(&b.leaf).then(a.point.cmp(&b.point)).then_with(by_part)
    };
    if !slots.is_sorted_by(|a, b| order(a, b).is_le()) {
        crate::order::sort_by(&mut slots, order);
    }
    conflicts(&slots, findings);
    for group in slots.chunk_by(|a, b| a.leaf == b.leaf) {
        let Some(leaf) = group.first().map(|s| s.leaf) else { continue };
        let Some((own, target)) = plan.leaves.get(leaf).zip(bound.leaves.get_mut(leaf)) else { continue };
        let Some(criterion) = set.criteria().get(own.criterion) else { continue };
        if group.len() > MOST_PER_CRITERION {
            let place = group.first().map_or_else(|| Place::Pointer(String::new()), |s| s.obs.origin.place());
            findings.push(Finding::new(Code::CityTooMany, place).with("size", group.len()).with("most", MOST_PER_CRITERION));
            continue;
        }
        if own.others.is_empty() {
            one(criterion, own, group, base, target, findings);
        } else {
            group.chunk_by(|a, b| a.point == b.point).for_each(|slots| one(criterion, own, slots, base, target, findings));
        }
        if own.survey {
            sampling(group, target, findings);
        }
    }
}

/// Chooses the period of one data point, and what belongs to it.
fn one<'c>(
    criterion: &Criterion,
    leaf: &Leaf,
    slots: &[Slot<'c>],
    base: Option<Date>,
    target: &mut BoundLeaf<'c>,
    findings: &mut Findings,
) {
    let Some(at) = slots.first().map(|s| s.point) else { return };
    let Some((data, point)) = criterion.data_points.get(at).zip(leaf.point(at)) else { return };
    let Some(bound) = target.point_mut(at, leaf.others.len()) else { return };
    let flags = period::choose(data, slots, bound, findings);
    period::other_years(data, point, base, slots, bound);
    domain_of_pairs(data, &bound.parts, findings);
    for (_, parts) in &bound.years {
        domain_of_pairs(data, parts, findings);
    }
    target.flags.set(flags);
}

/// How the people of a survey were chosen: said at least once, and always the same.
fn sampling(slots: &[Slot<'_>], target: &mut BoundLeaf<'_>, findings: &mut Findings) {
    for obs in target.first.parts.iter().flat_map(|p| p.by_role).flatten() {
        match (target.sampling, obs.sampling) {
            (Some(a), Some(b)) if a != b => {
                findings.push(Finding::new(Code::CityMixedSampling, obs.origin.place()).with("id", &obs.criterion));
            }
            (None, Some(b)) => target.sampling = Some(b),
            _ => {}
        }
    }
    if let (None, false, Some(first)) = (target.sampling, target.first.parts.is_empty(), slots.first()) {
        findings.push(Finding::new(Code::CityNoSampling, first.obs.origin.place()).with("id", &first.obs.criterion));
    }
}

/// The data point that an observation is for, the first where it names none.
fn data_point<'s>(criterion: &'s Criterion, obs: &Observation) -> Option<(usize, &'s DataPoint)> {
    let mut all = criterion.data_points.iter().enumerate();
    match &obs.data_point {
        None => all.next(),
        Some(id) => all.find(|(_, point)| point.id == *id),
    }
}

/// Checks one observation against its input.
fn fit<'c>(set: &CriteriaSet, plan: &Plan, leaf: usize, obs: &'c Observation, as_of: Date, findings: &mut Findings) -> Option<Slot<'c>> {
    let place = || obs.origin.place();
    let own = plan.leaves.get(leaf)?;
    let Some((at, point)) = data_point(set.criteria().get(own.criterion)?, obs) else {
        let id = obs.data_point.as_deref().unwrap_or_default();
        findings.push(Finding::new(Code::CityUnknownDataPoint, place()).with("id", &obs.criterion).with("point", id));
        return None;
    };
    let Some(input) = point.inputs.iter().find(|i| i.role == obs.role) else {
        let roles = point.inputs.iter().map(|i| i.role.as_str());
        findings.push(
            Finding::new(Code::CityUnknownRole, place())
                .with("id", &obs.criterion)
                .with("role", obs.role.as_str())
                .with("roles", join(roles, ", ")),
        );
        return None;
    };
    if obs.part.is_some() && point.parts == Parts::Single {
        findings.push(Finding::new(Code::CityPartsRefused, place()).with("id", &obs.criterion));
    }
    unit(set, own.point(at)?, obs, findings);
    period(obs, as_of, findings);
    match obs.value {
        Some(value) if obs.status.is_absent() => {
            let shown = match value {
                ObsValue::Number(n) => alloc::format!("{n}"),
                ObsValue::Boolean(b) => alloc::format!("{b}"),
            };
            findings.push(Finding::new(Code::CityValueWithStatus, place()).with("status", obs.status.as_str()).with("value", shown));
        }
        Some(value) => domain(point, input, obs, value, findings),
        None if !obs.status.is_absent() => findings.push(Finding::new(Code::CityNoValue, place())),
        None => {}
    }
    Some(Slot { leaf, point: at, part: obs.part.as_deref(), role: obs.role, period: obs.period, own_period: input.own_period, obs })
}

fn unit(set: &CriteriaSet, point: &Point, obs: &Observation, findings: &mut Findings) {
    let Some(found) = &obs.unit else { return };
    let expected = point.units.get(obs.role as usize).copied().flatten().and_then(|at| set.header().units.get(at));
    let Some(expected) = expected else { return };
    if *found != expected.id && *found != expected.symbol.vi && *found != expected.symbol.en {
        findings.push(
            Finding::new(Code::CityWrongUnit, obs.origin.place())
                .with("found", found)
                .with("id", &obs.criterion)
                .with_both("expected", (expected.symbol.vi.clone(), expected.symbol.en.clone())),
        );
    }
}

fn period(obs: &Observation, as_of: Date, findings: &mut Findings) {
    let Some(period) = obs.period else { return };
    let code = if period.first_day() > as_of.first_day() {
        Code::CityFuture
    } else if period.last_day() > as_of.last_day() {
        Code::CityUnfinished
    } else {
        return;
    };
    findings.push(Finding::new(code, obs.origin.place()).with("period", period).with("as_of", as_of));
}

/// A value against the domain of its input.
pub(crate) fn domain(point: &DataPoint, input: &Input, obs: &Observation, value: ObsValue, findings: &mut Findings) {
    let id = &obs.criterion;
    let mut wrong = |shown: String, expected| {
        let finding = Finding::new(Code::CityWrongValue, obs.origin.place()).with("value", shown).with("id", id);
        findings.push(finding.with_both("expected", expected));
    };
    match (point.kind, value) {
        (DataKind::Boolean, ObsValue::Boolean(_)) => {}
        (DataKind::Boolean, ObsValue::Number(n)) => wrong(alloc::format!("{n}"), ("có hoặc không", "yes or no")),
        (_, ObsValue::Boolean(b)) => wrong(alloc::format!("{b}"), ("một số", "a number")),
        (DataKind::Ordinal, ObsValue::Number(n)) => {
            if !point.steps.iter().any(|s| Dec::from_count(u64::from(s.step)) == n) {
                wrong(alloc::format!("{n}"), ("một bậc có trong bộ tiêu chí", "a step that the set has"));
            }
        }
        (DataKind::Number, ObsValue::Number(n)) => {
            let finding = |code| {
                let finding = Finding::new(code, obs.origin.place()).with("value", n).with("id", id);
                finding.with_both("role", input.role.words())
            };
            if input.whole && !n.is_whole() {
                findings.push(finding(Code::CityNotWhole));
            }
            if let Some(least) = input.minimum.filter(|least| n < *least) {
                findings.push(finding(Code::CityTooSmall).with("bound", alloc::format!("≥ {least}")));
            }
            if let Some(least) = input.above.filter(|least| n <= *least) {
                findings.push(finding(Code::CityTooSmall).with("bound", alloc::format!("> {least}")));
            }
        }
    }
}

/// Two values for the same figure, and whole next to parts.
fn conflicts(slots: &[Slot<'_>], findings: &mut Findings) {
    for (a, b) in slots.iter().zip(slots.iter().skip(1)) {
        if (a.leaf, a.point, a.part, a.role, a.period) == (b.leaf, b.point, b.part, b.role, b.period) {
            findings.push(
                Finding::new(Code::CityConflict, b.obs.origin.place())
                    .with("id", &b.obs.criterion)
                    .with_both("role", b.role.words())
                    .with("period", b.period.map_or_else(|| "—".into(), |p| alloc::format!("{p}")))
                    .with_both("first", (a.obs.origin.place().text(crate::Lang::Vi), a.obs.origin.place().text(crate::Lang::En))),
            );
        }
        if (a.leaf, a.point) == (b.leaf, b.point) && a.part.is_none() && b.part.is_some() {
            findings.push(
                Finding::new(Code::CityWholeAndParts, b.obs.origin.place()).with("id", &b.obs.criterion).with_both("role", b.role.words()),
            );
        }
    }
}

/// An input that may not exceed another.
fn domain_of_pairs(point: &DataPoint, parts: &PartList<'_>, findings: &mut Findings) {
    for input in &point.inputs {
        let Some(limit) = input.within else { continue };
        for part in parts.iter() {
            let (Some(small), Some(large)) = (part.get(input.role), part.get(limit)) else { continue };
            let (Some(ObsValue::Number(n)), Some(ObsValue::Number(d))) = (small.value, large.value) else { continue };
            if n > d {
                findings.push(
                    Finding::new(Code::CityAboveDenominator, small.origin.place())
                        .with("numerator", n)
                        .with("denominator", d)
                        .with("id", &small.criterion),
                );
            }
        }
    }
}
