//! `interpolate`: points between a minimum and a maximum standard.

use super::{Answer, Judged};
use crate::city::Unit;
use crate::criteria::{Interpolate, Relief};
use crate::number::{Dec, Number, Rounding, RoundingMode};
use crate::steps::attributes::all_hold;
use crate::steps::bind::Flags;
use crate::steps::derive::Derived;
use core::cmp::Ordering;

pub(super) fn judge<N: Number>(rule: &Interpolate, derived: &Derived<N>, unit: &Unit) -> Judged<N> {
    let mut out = Judged { most: Some(N::of(rule.points_max)), ..Judged::default() };
    let Some(x) = derived.value() else { return out };
    let (Some(to_minimum), Some(to_maximum)) = (x.order(N::of(rule.minimum)), x.order(N::of(rule.maximum))) else {
        out.undecided = true;
        return out;
    };
    if to_minimum == Ordering::Less {
        below(rule, x, unit, &mut out);
        return out;
    }
    let points = if to_maximum == Ordering::Less { between(rule, x) } else { N::of(rule.points_max) };
    out.undecided = points.order(points).is_none();
    out.low = Answer::of_points(points);
    out
}

/// points_min + (points_max - points_min)·(x - minimum)/(maximum - minimum), multiplied before divided.
fn between<N: Number>(rule: &Interpolate, x: N) -> N {
    let [minimum, maximum, least, most] = [rule.minimum, rule.maximum, rule.points_min, rule.points_max].map(N::of);
    least.add(most.sub(least).mul(x.sub(minimum)).div(maximum.sub(minimum)))
}

/// A value below the minimum: nothing, unless a lower minimum holds for this place.
fn below<N: Number>(rule: &Interpolate, x: N, unit: &Unit, out: &mut Judged<N>) {
    out.low = Answer::nothing();
    let Some(relief) = &rule.relief else { return };
    match all_hold(&relief.when, unit) {
        Some(true) => {}
        Some(false) => return,
        None => return out.flags.set(Flags::ATTRIBUTE_ABSENT),
    }
    let (lowest, highest) = lowered::<N>(rule.minimum, relief);
    let relieved = || Answer::of_points(N::of(rule.points_min));
    match (x.order(lowest), x.order(highest)) {
        (Some(Ordering::Less), Some(_)) => {}
        (Some(_), Some(Ordering::Less)) => {
            out.high = Some(relieved());
            out.flags.set(Flags::RELIEF);
        }
        (Some(_), Some(_)) => {
            out.low = relieved();
            out.flags.set(Flags::RELIEF);
        }
        _ => out.undecided = true,
    }
}

/// The lowered minimum. Of whole numbers both neighbours, at least 1, since the source does not say how it is rounded.
pub(crate) fn lowered<N: Number>(minimum: Dec, relief: &Relief) -> (N, N) {
    let exact = N::of(relief.factor).mul(N::of(minimum));
    if !relief.whole {
        return (exact, exact);
    }
    let one = N::of(Dec::ONE);
    let down = exact.rounded(Rounding { digits: 0, mode: RoundingMode::Down });
    let up = if down.order(exact) == Some(Ordering::Less) { down.add(one) } else { down };
    (down.most(one), up.most(one))
}

#[cfg(test)]
mod tests {
    use super::lowered;
    use crate::criteria::Relief;
    use crate::number::{Dec, Exact, Number};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn a_lowered_whole_minimum_has_two_neighbours_and_is_never_below_one() {
        let relief = |factor, whole| Relief { when: Vec::new(), factor: Dec::parse(factor).unwrap(), whole, cites: Vec::new(), note: None };
        for (minimum, factor, whole, expected) in [
            ("5", "0.5", true, ("2", "3")),
            ("10", "0.5", true, ("5", "5")),
            ("1", "0.5", true, ("1", "1")),
            ("2", "0.3", true, ("1", "1")),
            ("3", "0.5", true, ("1", "2")),
            ("5", "0.5", false, ("2.5", "2.5")),
        ] {
            let (low, high) = lowered::<Exact>(Dec::parse(minimum).unwrap(), &relief(factor, whole));
            let shown = |n: Exact| n.dec().unwrap().to_string();
            assert_eq!((shown(low).as_str(), shown(high).as_str()), expected, "{factor} x {minimum}");
        }
    }
}
