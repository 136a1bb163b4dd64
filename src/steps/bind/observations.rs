//! Observations: each value is checked against its input, then one period is chosen per criterion.

use super::{Bound, BoundLeaf, Flags, PartInputs, PartList, unknown_criterion};
use crate::city::{CityData, ObsValue, Observation};
use crate::criteria::{CriteriaSet, DataKind, DataPoint, Input, Parts, Role};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::Dec;
use crate::plan::{Leaf, Plan};
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// Periods times parts times roles of one criterion; choosing a period is quadratic in them at worst.
const MOST_PER_CRITERION: usize = 5_000;

/// An observation that fits its criterion.
struct Slot<'c> {
    leaf: usize,
    part: Option<&'c str>,
    role: Role,
    period: Option<Date>,
    own_period: bool,
    obs: &'c Observation,
}

pub(super) fn bind<'c>(set: &CriteriaSet, plan: &Plan, city: &'c CityData, as_of: Date, bound: &mut Bound<'c>, findings: &mut Findings) {
    let mut slots: Vec<Slot<'c>> = Vec::with_capacity(city.observations.len());
    let mut last = 0;
    let mut outside = 0usize;
    for obs in &city.observations {
        let Some(leaf) = plan.leaf_near(last, &obs.criterion) else {
            if set.criterion(&obs.criterion).is_none() {
                findings.push(unknown_criterion(set, obs.origin.place(), &obs.criterion));
            } else {
                outside += 1;
            }
            continue;
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
        a.leaf.cmp(&b.leaf).then_with(by_part)
    };
    if !slots.is_sorted_by(|a, b| order(a, b).is_le()) {
        slots.sort_by(order);
    }
    conflicts(&slots, findings);
    for group in slots.chunk_by(|a, b| a.leaf == b.leaf) {
        let Some(leaf) = group.first().map(|s| s.leaf) else { continue };
        let Some((point, target)) = data_point(set, plan, leaf).zip(bound.leaves.get_mut(leaf)) else { continue };
        if group.len() > MOST_PER_CRITERION {
            let place = group.first().map_or_else(|| Place::Pointer(String::new()), |s| s.obs.origin.place());
            findings.push(Finding::new(Code::CityTooMany, place).with("size", group.len()).with("most", MOST_PER_CRITERION));
            continue;
        }
        choose(point, group, target, findings);
        domain_of_pairs(point, target, findings);
        if plan.leaves.get(leaf).is_some_and(|l| l.survey) {
            sampling(group, target, findings);
        }
    }
}

/// How the people of a survey were chosen: said at least once, and always the same.
fn sampling(slots: &[Slot<'_>], target: &mut BoundLeaf<'_>, findings: &mut Findings) {
    for obs in target.parts.iter().flat_map(|p| p.by_role).flatten() {
        match (target.sampling, obs.sampling) {
            (Some(a), Some(b)) if a != b => {
                findings.push(Finding::new(Code::CityMixedSampling, obs.origin.place()).with("id", &obs.criterion));
            }
            (None, Some(b)) => target.sampling = Some(b),
            _ => {}
        }
    }
    if let (None, false, Some(first)) = (target.sampling, target.parts.is_empty(), slots.first()) {
        findings.push(Finding::new(Code::CityNoSampling, first.obs.origin.place()).with("id", &first.obs.criterion));
    }
}

fn data_point<'s>(set: &'s CriteriaSet, plan: &Plan, leaf: usize) -> Option<&'s DataPoint> {
    set.criteria().get(plan.leaves.get(leaf)?.criterion)?.data_points.first()
}

/// Checks one observation against its input.
fn fit<'c>(set: &CriteriaSet, plan: &Plan, leaf: usize, obs: &'c Observation, as_of: Date, findings: &mut Findings) -> Option<Slot<'c>> {
    let place = || obs.origin.place();
    let point = data_point(set, plan, leaf)?;
    if let Some(id) = obs.data_point.as_ref().filter(|id| **id != point.id) {
        findings.push(Finding::new(Code::CityUnknownDataPoint, place()).with("id", &obs.criterion).with("point", id));
        return None;
    }
    let Some(input) = point.inputs.iter().find(|i| i.role == obs.role) else {
        let roles: Vec<_> = point.inputs.iter().map(|i| i.role.as_str()).collect();
        findings.push(
            Finding::new(Code::CityUnknownRole, place())
                .with("id", &obs.criterion)
                .with("role", obs.role.as_str())
                .with("roles", roles.join(", ")),
        );
        return None;
    };
    if obs.part.is_some() && point.parts == Parts::Single {
        findings.push(Finding::new(Code::CityPartsRefused, place()).with("id", &obs.criterion));
    }
    unit(set, plan.leaves.get(leaf)?, obs, findings);
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
    Some(Slot { leaf, part: obs.part.as_deref(), role: obs.role, period: obs.period, own_period: input.own_period, obs })
}

fn unit(set: &CriteriaSet, leaf: &Leaf, obs: &Observation, findings: &mut Findings) {
    let Some(found) = &obs.unit else { return };
    let expected = leaf.units.get(obs.role as usize).copied().flatten().and_then(|at| set.header().units.get(at));
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

fn domain(point: &DataPoint, input: &Input, obs: &Observation, value: ObsValue, findings: &mut Findings) {
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
        if (a.leaf, a.part, a.role, a.period) == (b.leaf, b.part, b.role, b.period) {
            findings.push(
                Finding::new(Code::CityConflict, b.obs.origin.place())
                    .with("id", &b.obs.criterion)
                    .with_both("role", b.role.words())
                    .with("period", b.period.map_or_else(|| "—".into(), |p| alloc::format!("{p}")))
                    .with_both("first", (a.obs.origin.place().text(crate::Lang::Vi), a.obs.origin.place().text(crate::Lang::En))),
            );
        }
        if a.leaf == b.leaf && a.part.is_none() && b.part.is_some() {
            findings.push(
                Finding::new(Code::CityWholeAndParts, b.obs.origin.place()).with("id", &b.obs.criterion).with_both("role", b.role.words()),
            );
        }
    }
}

/// Picks the latest period in which every input is there for every part; failing that the latest of each, flagged.
fn choose<'c>(point: &DataPoint, slots: &[Slot<'c>], target: &mut BoundLeaf<'c>, findings: &mut Findings) {
    if let [first, rest @ ..] = slots
        && slots.len() == point.inputs.len()
        && rest.iter().all(|s| (s.part, s.period) == (first.part, first.period))
        && slots.iter().all(|s| !s.obs.status.is_absent())
    {
        // One part, one period, every input once: what nearly every criterion looks like.
        let mut inputs = PartInputs { by_role: [None; 3] };
        for slot in slots {
            if let Some(input) = inputs.by_role.get_mut(slot.role as usize) {
                *input = Some(slot.obs);
            }
        }
        target.parts.push(inputs);
        return;
    }
    let parts: Vec<Option<&'c str>> = slots.chunk_by(|a, b| a.part == b.part).filter_map(|s| s.first().map(|s| s.part)).collect();
    let given = slots.iter().filter(|s| !s.own_period && !s.obs.status.is_absent());
    let mut periods: Vec<Option<Date>> = given.map(|s| s.period).collect();
    periods.sort_unstable_by(|a, b| b.cmp(a));
    periods.dedup();
    // Slots are sorted by part and role, the latest period first.
    let find = |part: Option<&str>, role: Role, period: Option<Option<Date>>| {
        let before = |s: &Slot<'_>| match (s.part, s.role).cmp(&(part, role)) {
            Ordering::Equal => period.is_some_and(|p| s.period > p),
            other => other.is_lt(),
        };
        let from = slots.get(slots.partition_point(before)..)?;
        let mut fitting = from.iter().take_while(|s| s.part == part && s.role == role && period.is_none_or(|p| p == s.period));
        fitting.find(|s| !s.obs.status.is_absent()).map(|s| s.obs)
    };
    let complete = periods
        .iter()
        .copied()
        .find(|period| parts.iter().all(|part| point.inputs.iter().all(|i| i.own_period || find(*part, i.role, Some(*period)).is_some())));
    for part in &parts {
        let mut inputs = PartInputs { by_role: [None; 3] };
        let mut chosen_period = None;
        for input in &point.inputs {
            let period = if input.own_period { None } else { complete };
            let obs = find(*part, input.role, period);
            let Some(obs) = obs else {
                if parts.len() > 1 {
                    report_missing_part(slots, *part, input.role, findings);
                }
                target.parts = PartList::Empty;
                return;
            };
            if !input.own_period {
                if chosen_period.is_some_and(|p| p != obs.period) {
                    target.flags.set(Flags::MIXED_PERIODS);
                }
                chosen_period = Some(obs.period);
            }
            if let Some(slot) = inputs.by_role.get_mut(input.role as usize) {
                *slot = Some(obs);
            }
        }
        target.parts.push(inputs);
    }
    if target.parts.len() > 1 {
        target.flags.set(if point.parts == Parts::Sum { Flags::PARTS_SUMMED } else { Flags::WORST_PART });
    }
}

fn report_missing_part(slots: &[Slot<'_>], part: Option<&str>, role: Role, findings: &mut Findings) {
    let Some(slot) = slots.iter().find(|s| s.part == part) else { return };
    findings.push(
        Finding::new(Code::CityPartIncomplete, slot.obs.origin.place())
            .with("part", part.unwrap_or("—"))
            .with("id", &slot.obs.criterion)
            .with_both("role", role.words()),
    );
}

/// An input that may not exceed another.
fn domain_of_pairs(point: &DataPoint, target: &BoundLeaf<'_>, findings: &mut Findings) {
    for input in &point.inputs {
        let Some(limit) = input.within else { continue };
        for part in target.parts.iter() {
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
