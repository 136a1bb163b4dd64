//! Conditions of a level as checked, in the reading that gives least beside the one that gives most.

use super::result::ConditionResult;
use crate::criteria::{Condition, Group};
use crate::number::{Dec, Exact, Number};
use crate::steps::level::{Checked, Found, Rules};
use alloc::vec::Vec;

/// A condition with its answer; `high` is the same in the reading that gives most, where there is another.
pub(super) fn condition<'a>(
    rules: &Rules<'a, '_>,
    own: &'a Condition,
    low: Checked<Exact>,
    high: Option<Checked<Exact>>,
    group: Option<&'a Group>,
) -> ConditionResult<'a> {
    let mut out = ConditionResult {
        condition: own,
        group,
        holds: low.holds,
        undecided: high.as_ref().is_some_and(|high| high.holds != low.holds),
        attribute_absent: low.attribute_absent,
        vacuous: low.vacuous,
        met: None,
        met_high: None,
        asked: None,
        value: None,
        value_range: None,
        min: None,
        missing: None,
        inner: Vec::new(),
    };
    match low.found {
        Found::Share { tally, min } => {
            let needed = Exact::of(min).mul(Exact::of(Dec::from_count(tally.asked.into())));
            out.asked = Some(tally.asked);
            out.counted(tally.met, whole(needed, tally.asked), min);
        }
        Found::Count { tally, min } => {
            out.asked = Some(tally.asked);
            out.counted(tally.met, whole(Exact::of(min), 0), min);
        }
        Found::Value { value, min } => {
            out.value = value.and_then(Exact::dec);
            out.min = Some(min);
        }
        Found::Children { holding, needed } => {
            out.met = Some(holding);
            out.asked = Some(needed);
        }
        Found::Plain => {}
    }
    match high.as_ref().map(|high| &high.found) {
        Some(Found::Share { tally, .. } | Found::Count { tally, .. }) => out.met_high = Some(tally.met),
        Some(Found::Children { holding, .. }) => out.met_high = Some(*holding),
        Some(Found::Value { value, .. }) => {
            let range = out.value.zip(value.and_then(Exact::dec));
            if let Some(range) = range.filter(|(low, high)| low != high) {
                out.value = None;
                out.value_range = Some(range);
            }
        }
        Some(Found::Plain) | None => {}
    }
    out.met_high = out.met_high.filter(|met| out.met != Some(*met));
    let of: &'a [Condition] = match own {
        Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } | Condition::Unclear { of, .. } => of,
        Condition::If { when, then, otherwise } => rules.branch(when, then, otherwise).0,
        _ => &[],
    };
    let mut children = of.iter();
    let mut highest = high.into_iter().flat_map(|high| high.inner);
    for (at, inner) in low.inner {
        let group = at.and_then(|at| rules.plan.groups.get(at)?.group).and_then(|g| rules.set.header().groups.get(g));
        let condition_of = if at.is_some() { own } else { children.next().unwrap_or(own) };
        let high = highest.next().map(|(_, high)| high);
        out.inner.push(condition(rules, condition_of, inner, high, group));
    }
    out
}

impl ConditionResult<'_> {
    fn counted(&mut self, met: u32, needed: u32, min: Dec) {
        self.met = Some(met);
        self.min = Some(min);
        self.missing = Some(needed.saturating_sub(met));
    }
}

/// The smallest whole number that is enough; more than any count when there is none.
fn whole(least: Exact, otherwise: u32) -> u32 {
    least.ceil().dec().map_or(otherwise, |n| n.count().unwrap_or(0))
}
