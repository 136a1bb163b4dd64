//! `survey`: the lower bound of the Wilson score interval must pass the threshold.
//!
//! Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212. With x of n people and a threshold share t the
//! lower bound reaches t exactly when x ≥ n·t and (x - n·t)² ≥ z²·n·t·(1 - t), so no root is needed to judge.

use super::{Given, Judged, choose};
use crate::city::{Sampling, Unit};
use crate::criteria::{Threshold, ThresholdValue};
use crate::number::{Dec, Exact, Number, Rounding, RoundingMode};
use crate::plan::{Leaf, level_bit};
use crate::steps::bind::Flags;
use crate::steps::derive::Derived;

pub(crate) fn judge<N: Number>(
    z: Dec,
    thresholds: &[Threshold],
    leaf: &Leaf,
    given: &Given<N>,
    derived: &Derived<N>,
    unit: &Unit,
) -> Judged<N> {
    let mut out = super::pass_fail::judge(thresholds, derived, unit);
    match given.sampling {
        Some(Sampling::FullCount) => return out,
        Some(Sampling::SelfSelected) => {
            out.flags.set(Flags::SELF_SELECTED);
            out.low.inconclusive = out.low.passes;
            out.low.passes = 0;
            return out;
        }
        _ => {}
    }
    let Some((x, n)) = counts(given) else { return out };
    for threshold in thresholds {
        let bit = level_bit(threshold.level);
        let ThresholdValue::Number(t) = choose(threshold, unit).value else { continue };
        if out.low.passes & bit == 0 {
            continue;
        }
        match bound_reaches(N::of(z), x, n, N::of(t).div(N::of(leaf.first.factor))) {
            Some(true) => {}
            Some(false) => {
                out.low.passes &= !bit;
                out.low.inconclusive |= bit;
            }
            None => out.undecided = true,
        }
    }
    out
}

/// Positive answers and people asked, summed over parts.
pub(crate) fn counts<N: Number>(given: &Given<N>) -> Option<(N, N)> {
    let [_, numerator, denominator] = given.inputs;
    numerator.zip(denominator)
}

/// (x - n·t)² ≥ z²·n·t·(1 - t), given x ≥ n·t.
pub(crate) fn bound_reaches<N: Number>(z: N, x: N, n: N, t: N) -> Option<bool> {
    let above = x.sub(n.mul(t));
    let left = above.mul(above);
    let right = z.mul(z).mul(n).mul(t).mul(N::of(Dec::ONE).sub(t));
    left.order(right).map(core::cmp::Ordering::is_ge)
}

/// The Wilson interval as shares of 1, twelve decimals, half-even.
pub(crate) fn interval(z: Dec, x: Exact, n: Exact) -> Option<(Dec, Dec)> {
    let z = Exact::of(z);
    let zz = z.mul(z);
    let (two, four) = (Exact::count(2), Exact::count(4));
    let denominator = n.add(zz);
    let centre = x.add(zz.div(two));
    let spread = z.mul(x.mul(n.sub(x)).div(n).add(zz.div(four)).sqrt());
    let round = |v: Exact| v.unsettled(Rounding { digits: 12, mode: RoundingMode::HalfEven }).dec();
    Some((round(centre.sub(spread).div(denominator))?, round(centre.add(spread).div(denominator))?))
}

/// The smallest sample that would settle a share that passes while its bound does not: n ≥ z²·t(1 - t)/(p - t)².
pub(crate) fn sample_to_settle(z: Dec, x: Exact, n: Exact, t: Exact) -> Option<Dec> {
    let z = Exact::of(z);
    // Multiplied out, with p = x / n: n' ≥ z²·t(1 - t)·n² / (x - n·t)².
    let above = x.sub(n.mul(t));
    let need = z.mul(z).mul(t).mul(Exact::ONE.sub(t)).mul(n).mul(n).div(above.mul(above));
    need.ceil().dec()
}

#[cfg(test)]
mod tests {
    use super::{bound_reaches, interval, sample_to_settle};
    use crate::number::{Dec, Exact, Number};
    use alloc::string::ToString;

    fn n(text: &str) -> Exact {
        Exact::of(Dec::parse(text).unwrap())
    }

    /// 81 of 263 with z = 1.96: 0.2553 to 0.3662 (Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3).
    #[test]
    fn the_interval_agrees_with_newcombe() {
        let z = Dec::parse("1.959963984540054").unwrap();
        let (low, high) = interval(z, n("81"), n("263")).unwrap();
        assert!(low.to_string().starts_with("0.2552") || low.to_string().starts_with("0.2553"), "{low}");
        assert!(high.to_string().starts_with("0.3662"), "{high}");
    }

    #[test]
    fn the_sample_to_settle_is_the_smallest() {
        let z = Dec::parse("1.959963984540054").unwrap();
        // 92 % of 500 against 90 %.
        let (x, all, t) = (n("460"), n("500"), n("0.9"));
        assert_eq!(bound_reaches(Exact::of(z), x, all, t), Some(false));
        let need = sample_to_settle(z, x, all, t).unwrap();
        let reaches = |size: Exact| bound_reaches(Exact::of(z), size.mul(n("0.92")), size, t);
        assert_eq!(reaches(Exact::of(need)), Some(true));
        assert_eq!(reaches(Exact::of(need).sub(Exact::ONE)), Some(false));
    }
}
