//! Which period of a data point is judged, and what its inputs are then and in the other years that something looks at.

use super::observations::Slot;
use super::{BoundPoint, Flags, PartInputs, PartList};
use crate::city::Observation;
use crate::criteria::{DataPoint, Parts, Role};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::plan::Point;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// Picks the latest period in which every input is there for every part; failing that the latest of each, flagged.
pub(super) fn choose<'c>(data: &DataPoint, slots: &[Slot<'c>], target: &mut BoundPoint<'c>, findings: &mut Findings) -> Flags {
    let mut flags = Flags::default();
    if let [first, rest @ ..] = slots
        && slots.len() == data.inputs.len()
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
        target.period = first.period;
        return flags;
    }
    let parts = parts(slots);
    let given = slots.iter().filter(|s| !s.own_period && !s.obs.status.is_absent());
    let mut periods: Vec<Option<Date>> = given.map(|s| s.period).collect();
    crate::order::sort_by(&mut periods, |a, b| b.cmp(a));
    periods.dedup();
    let complete = periods.into_iter().find(|period| {
        let has = |part, role| find(slots, part, role, Some(*period)).is_some();
        parts.iter().all(|part| data.inputs.iter().all(|i| i.own_period || has(*part, i.role)))
    });
    for part in &parts {
        let mut inputs = PartInputs { by_role: [None; 3] };
        let mut chosen_period = None;
        for input in &data.inputs {
            let period = if input.own_period { None } else { complete };
            let Some(obs) = find(slots, *part, input.role, period) else {
                if parts.len() > 1 {
                    report_missing_part(slots, *part, input.role, findings);
                }
                target.parts = PartList::Empty;
                target.period = None;
                return Flags::default();
            };
            if !input.own_period {
                if chosen_period.is_some_and(|p| p != obs.period) {
                    flags.set(Flags::MIXED_PERIODS);
                }
                chosen_period = Some(obs.period);
                target.period = target.period.max(obs.period);
            }
            if let Some(slot) = inputs.by_role.get_mut(input.role as usize) {
                *slot = Some(obs);
            }
        }
        target.parts.push(inputs);
    }
    if target.parts.len() > 1 {
        flags.set(if data.parts == Parts::Sum { Flags::PARTS_SUMMED } else { Flags::WORST_PART });
    }
    flags
}

/// The inputs of the years that expressions look back at, and of the year the present is compared with.
pub(super) fn other_years<'c>(data: &DataPoint, point: &Point, base: Option<Date>, slots: &[Slot<'c>], target: &mut BoundPoint<'c>) {
    if point.years.is_empty() && base.is_none() {
        return;
    }
    let mut wanted: Vec<Date> = base.into_iter().collect();
    for period in [target.period, base].into_iter().flatten() {
        wanted.extend(point.years.iter().filter_map(|n| period.years_earlier(*n)));
    }
    crate::order::sort(&mut wanted);
    wanted.dedup();
    let parts = parts(slots);
    let others = wanted.into_iter().filter(|period| target.period != Some(*period));
    target.years = others.map(|period| (period, of_period(data, &parts, slots, period))).collect();
}

/// The inputs of every part in exactly this period, as far as they are there: an expression may need only some of them. Inputs of a
/// year of their own are always the same.
fn of_period<'c>(data: &DataPoint, parts: &[Option<&'c str>], slots: &[Slot<'c>], period: Date) -> PartList<'c> {
    let mut out = PartList::Empty;
    for part in parts {
        let mut inputs = PartInputs { by_role: [None; 3] };
        for input in &data.inputs {
            let found = find(slots, *part, input.role, if input.own_period { None } else { Some(Some(period)) });
            if let Some(slot) = inputs.by_role.get_mut(input.role as usize) {
                *slot = found;
            }
        }
        out.push(inputs);
    }
    out
}

#[inline(never)]
fn parts<'c>(slots: &[Slot<'c>]) -> Vec<Option<&'c str>> {
    let mut out = Vec::new();
    for slot in slots {
        if out.last() != Some(&slot.part) {
            out.push(slot.part);
        }
    }
    out
}

/// The figure of a period, or the latest. Slots are sorted by part and role, the latest period first.
fn find<'c>(slots: &[Slot<'c>], part: Option<&str>, role: Role, period: Option<Option<Date>>) -> Option<&'c Observation> {
    let before = |s: &Slot<'_>| match (s.part, s.role).cmp(&(part, role)) {
        Ordering::Equal => period.is_some_and(|p| s.period > p),
        other => other.is_lt(),
    };
    let from = slots.get(slots.partition_point(before)..)?;
    let mut fitting = from.iter().take_while(|s| s.part == part && s.role == role && period.is_none_or(|p| p == s.period));
    fitting.find(|s| !s.obs.status.is_absent()).map(|s| s.obs)
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
