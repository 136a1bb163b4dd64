//! `pass_fail`: met at a level when the value passes the level's threshold.

use super::{Judged, choose};
use crate::city::Unit;
use crate::criteria::{Threshold, ThresholdValue};
use crate::number::Number;
use crate::plan::level_bit;
use crate::steps::bind::Flags;
use crate::steps::derive::Derived;

pub(crate) fn judge<N: Number>(thresholds: &[Threshold], derived: &Derived<N>, unit: &Unit) -> Judged<N> {
    let mut out = Judged::default();
    for threshold in thresholds {
        let chosen = choose(threshold, unit);
        if chosen.attribute_absent {
            out.flags.set(Flags::ATTRIBUTE_ABSENT);
        }
        let passes = match (chosen.value, derived) {
            (ThresholdValue::Yes, value) => Some(matches!(value, Derived::Yes)),
            (ThresholdValue::Number(t), value) => value.order(N::of(t)).map(|order| threshold.op.holds(order)),
        };
        match passes {
            Some(true) => out.low.passes |= level_bit(threshold.level),
            Some(false) => {}
            None => out.undecided = true,
        }
    }
    out
}
