//! `steps`: points of the highest step reached. Below the lowest there are none, or for some places nobody knows.

use super::{Answer, Judged};
use crate::city::Unit;
use crate::criteria::{Band, Open};
use crate::number::{Dec, Number};
use crate::steps::attributes::all_hold;
use crate::steps::bind::Flags;
use crate::steps::derive::Derived;

pub(super) fn judge<N: Number>(steps: &[Band], open: Option<&Open>, derived: &Derived<N>, unit: &Unit) -> Judged<N> {
    let mut out = Judged { most: steps.last().map(|step| N::of(step.points)), ..Judged::default() };
    let Some(x) = derived.value() else { return out };
    out.undecided = x.order(x).is_none();
    out.low = reached(steps, x).map_or_else(Answer::nothing, |step| Answer::of_points(N::of(step.points)));
    if let Some(open) = open.filter(|_| reached(steps, x).is_none()) {
        match all_hold(&open.when, unit) {
            Some(true) => {
                out.high = Some(Answer::of_points(N::of(least_above_zero(steps))));
                out.flags.set(Flags::LEFT_OPEN);
            }
            Some(false) => {}
            None => out.flags.set(Flags::ATTRIBUTE_ABSENT),
        }
    }
    out
}

/// The highest step whose lower edge the value reaches; the edge belongs to the step.
pub(crate) fn reached<N: Number>(steps: &[Band], x: N) -> Option<&Band> {
    steps.iter().rfind(|step| x.order(N::of(step.at_least)).is_some_and(core::cmp::Ordering::is_ge))
}

/// What a criterion that is not considered gets: the lowest points above 0.
pub(crate) fn least_above_zero(steps: &[Band]) -> Dec {
    steps.iter().map(|step| step.points).filter(|points| *points > Dec::ZERO).min().unwrap_or(Dec::ZERO)
}
