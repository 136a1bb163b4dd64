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
    crate::order::sort_by(&mut sorted, |(_, a), (_, b)| (&a.id, a.period).cmp(&(&b.id, b.period)));
    for ((_, a), (at, b)) in sorted.iter().zip(sorted.iter().skip(1)) {
        if (&a.id, a.period) == (&b.id, b.period) {
            let period = b.period.map_or_else(|| "—".into(), |p| format!("{p}"));
            findings.push(Finding::new(Code::CityDoubledReference, here(*at)).with("id", &b.id).with("period", period));
        }
    }
    References(sorted.into_iter().map(|(_, reference)| reference).collect())
}

#[cfg(test)]
mod tests {
    use super::References;
    use crate::city::Reference;
    use crate::date::Date;
    use crate::number::{Dec, Exact, Number};
    use alloc::vec::Vec;

    fn reference(id: &str, value: u64, period: Option<&str>) -> Reference {
        Reference { id: id.into(), value: Dec::from_count(value), unit: None, period: period.and_then(Date::parse), source: "x".into() }
    }

    #[test]
    fn the_period_itself_goes_first_then_the_timeless_value_then_the_latest_before() {
        let dated = [reference("a", 1, Some("2020")), reference("a", 2, Some("2022")), reference("b", 9, None)];
        let timeless = [reference("a", 7, None), reference("a", 2, Some("2022"))];
        let of = |all: &[Reference], period: Option<&str>, exactly| {
            let found = References(all.iter().collect::<Vec<_>>()).of::<Exact>("a", period.and_then(Date::parse), exactly);
            found.map(|(value, mixed)| (value.dec().unwrap(), mixed))
        };
        let value = |n, mixed| Some((Dec::from_count(n), mixed));
        assert_eq!(of(&dated, Some("2020"), true), value(1, false));
        assert_eq!(of(&dated, Some("2021"), false), value(1, true));
        assert_eq!(of(&dated, Some("2021"), true), None);
        assert_eq!(of(&dated, Some("2019"), false), None);
        assert_eq!(of(&dated, None, false), value(2, true));
        assert_eq!(of(&timeless, Some("2022"), true), value(2, false));
        assert_eq!(of(&timeless, Some("2023"), false), value(7, false));
        assert_eq!(of(&timeless, Some("2021"), true), value(7, false));
        assert_eq!(References::default().of::<Exact>("a", None, false).map(|(_, mixed)| mixed), None);
    }
}
