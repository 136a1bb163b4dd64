//! `range`: met between two ends, both included; what a value outside means the source says, or leaves open.

use super::{Answer, Judged};
use crate::criteria::{OutsideRange, Range};
use crate::number::Number;
use crate::plan::level_bit;
use crate::steps::derive::Derived;
use core::cmp::Ordering;

pub(super) fn judge<N: Number>(range: &Range, derived: &Derived<N>) -> Judged<N> {
    let mut out = Judged::default();
    let meaning = match (derived.order(N::of(range.low)), derived.order(N::of(range.high))) {
        (Some(Ordering::Less), Some(_)) => range.below,
        (Some(_), Some(Ordering::Greater)) => range.above,
        (Some(_), Some(_)) => OutsideRange::Met,
        _ => {
            out.undecided = true;
            return out;
        }
    };
    let met = Answer { passes: level_bit(range.level), ..Answer::default() };
    match meaning {
        OutsideRange::Met => out.low = met,
        OutsideRange::NotMet => {}
        OutsideRange::Unclear => out.high = Some(met),
    }
    out
}
