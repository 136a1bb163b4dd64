//! Comparison values given with the city data: one for each id and period.

use crate::city::{CityData, Reference};
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::number::Number;
use crate::plan::Plan;
use alloc::format;
use alloc::vec::Vec;

/// The comparison values by id, those without a period first, then the earliest.
#[derive(Default)]
pub(crate) struct References<'c>(Vec<&'c Reference>);

impl References<'_> {
    /// The value for a period, and whether it is of another one: that of the period itself, else the one without a period, else,
    /// unless exactly this period is meant, the latest before.
    pub(crate) fn of<N: Number>(&self, id: &str, period: Option<Date>, exactly: bool) -> Option<(N, bool)> {
        let from = self.0.get(self.0.partition_point(|r| r.id.as_str() < id)..)?;
        let own = from.get(..from.partition_point(|r| r.id == id))?;
        let before = own.partition_point(|r| period.is_none() || r.period <= period);
        let latest = before.checked_sub(1).and_then(|at| own.get(at));
        if let Some(found) = latest.filter(|r| r.period == period) {
            return Some((N::of(found.value), false));
        }
        if let Some(timeless) = own.first().filter(|r| r.period.is_none()) {
            return Some((N::of(timeless.value), false));
        }
        latest.filter(|_| !exactly).map(|r| (N::of(r.value), true))
    }
}

pub(super) fn bind<'c>(set: &CriteriaSet, plan: &Plan, city: &'c CityData, findings: &mut Findings) -> References<'c> {
    let mut sorted: Vec<(usize, &Reference)> = city.references.iter().enumerate().collect();
    let here = |at: usize| city.origin.within(&format!("/references/{at}"));
    for (at, reference) in &sorted {
        if plan.references.binary_search(&reference.id).is_err() && !set.uses_reference(&reference.id) {
            findings.push(Finding::new(Code::CityUnknownReference, here(*at)).with("id", &reference.id));
        }
    }
    sorted.sort_by(|(_, a), (_, b)| (&a.id, a.period).cmp(&(&b.id, b.period)));
    for ((_, a), (at, b)) in sorted.iter().zip(sorted.iter().skip(1)) {
        if (&a.id, a.period) == (&b.id, b.period) {
            let period = b.period.map_or_else(|| "—".into(), |p| format!("{p}"));
            findings.push(Finding::new(Code::CityDoubledReference, here(*at)).with("id", &b.id).with("period", period));
        }
    }
    References(sorted.into_iter().map(|(_, reference)| reference).collect())
}
