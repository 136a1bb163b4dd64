//! The inner loops of joins that are no sums: child after child, since what a curve costs is far more than to read a block twice.
//! Nothing in a loop branches.

use super::kernel::Lane;
use crate::criteria::MissingPolicy;
use crate::number::Number;
use crate::steps::aggregate::power_mean::Curve;
use alloc::vec::Vec;

/// Up to this many factors of at least [`super::bounds::DELICATE`] their product is far from the least number there is.
const MOST_FACTORS: f64 = 55.0;

/// Geometric, harmonic and power means of a block of rows. `enough`: the least weight present; `spare`: a buffer.
pub(super) fn curved(
    curve: Curve<f64>,
    policy: MissingPolicy,
    lanes: &[Lane<'_>],
    (enough, full): (f64, f64),
    out: &mut [f64],
    spare: &mut Vec<f64>,
) {
    // By what a share of 0 becomes under the curve, infinite, the mean becomes 0 as it should.
    match curve {
        Curve::Logarithm if lanes.iter().map(|lane| lane.weight).sum::<f64>() <= MOST_FACTORS => {
            product(policy, lanes, out, spare);
            close(enough, full, out, spare, |product, weight| curve.back(curve.bend(product, 1.0) / weight, 1.0));
        }
        Curve::Logarithm => {
            sum(policy, lanes, |share| curve_of(Curve::Logarithm, share), out, spare);
            close(enough, full, out, spare, |sum, weight| Curve::Logarithm.back(sum / weight, 1.0));
        }
        Curve::Reciprocal => {
            sum(policy, lanes, |share| curve_of(Curve::Reciprocal, share), out, spare);
            close(enough, full, out, spare, |sum, weight| Curve::Reciprocal.back(sum / weight, 1.0));
        }
        Curve::Power(exponent) => {
            sum(policy, lanes, |share| curve_of(Curve::Power(exponent), share), out, spare);
            close(enough, full, out, spare, |sum, weight| Curve::Power(exponent).back(sum / weight, 1.0));
        }
    }
}

/// The least shares of a block of rows.
pub(super) fn least(policy: MissingPolicy, lanes: &[Lane<'_>], (enough, full): (f64, f64), out: &mut [f64], spare: &mut Vec<f64>) {
    // A share that is not there stays so.
    let take = |least: f64, share: f64| if least.is_nan() { least } else { share.least(least) };
    begin(f64::INFINITY, out, spare);
    for lane in lanes {
        gather(policy, lane, lane.weight, f64::INFINITY, |share| share, take, out, spare);
    }
    close(enough, full, out, spare, |least, _| least);
}

#[inline]
fn curve_of(curve: Curve<f64>, share: f64) -> f64 {
    curve.bend(share, 1.0)
}

fn begin(start: f64, out: &mut [f64], present: &mut Vec<f64>) {
    present.clear();
    present.resize(out.len(), 0.0);
    out.fill(start);
}

/// Σ weight × what the share is under a curve.
fn sum(policy: MissingPolicy, lanes: &[Lane<'_>], bend: impl Fn(f64) -> f64, out: &mut [f64], present: &mut Vec<f64>) {
    begin(0.0, out, present);
    for lane in lanes {
        gather(policy, lane, lane.weight, 0.0, |share| lane.weight * bend(share), |sum, given| sum + given, out, present);
    }
}

/// Π share^weight of weights that are whole numbers: one logarithm for all children, in [`close`].
fn product(policy: MissingPolicy, lanes: &[Lane<'_>], out: &mut [f64], present: &mut Vec<f64>) {
    begin(1.0, out, present);
    for lane in lanes {
        let mut rest = lane.weight;
        while rest > 0.5 {
            let weight = rest.least(4.0);
            match weight {
                1.5..2.5 => factors(policy, lane, weight, |share| share * share, out, present),
                2.5..3.5 => factors(policy, lane, weight, |share| share * share * share, out, present),
                3.5.. => factors(policy, lane, weight, |share| (share * share) * (share * share), out, present),
                _ => factors(policy, lane, weight, |share| share, out, present),
            }
            rest -= weight;
        }
    }
}

fn factors(policy: MissingPolicy, lane: &Lane<'_>, weight: f64, power: impl Fn(f64) -> f64, out: &mut [f64], present: &mut [f64]) {
    gather(policy, lane, weight, 1.0, power, |product, given| product * given, out, present);
}

/// Takes what a lane gives into each row, and its weight beside. `nothing`: what changes no row.
#[allow(clippy::too_many_arguments, reason = "the parts of one loop, made into one by the compiler")]
#[inline]
fn gather(
    policy: MissingPolicy,
    lane: &Lane<'_>,
    weight: f64,
    nothing: f64,
    give: impl Fn(f64) -> f64,
    take: impl Fn(f64, f64) -> f64,
    out: &mut [f64],
    present: &mut [f64],
) {
    // Without a sign: 1 / -0 would be below every number.
    let share = |x: f64| lane.gives.at(x) + 0.0;
    let rows = out.iter_mut().zip(present).zip(lane.cells);
    match policy {
        MissingPolicy::Exclude => {
            for ((value, present), x) in rows {
                let given = give(share(*x));
                *value = take(*value, if x.is_nan() { nothing } else { given });
                *present += if x.is_nan() { 0.0 } else { weight };
            }
        }
        MissingPolicy::NotMet | MissingPolicy::Zero => {
            for ((value, present), x) in rows {
                *value = take(*value, give(if x.is_nan() { 0.0 } else { share(*x) }));
                *present += weight;
            }
        }
        MissingPolicy::Undecided => {
            for ((value, present), x) in rows {
                *value = take(*value, give(share(*x)));
                *present += weight;
            }
        }
    }
}

fn close(enough: f64, full: f64, out: &mut [f64], present: &[f64], end: impl Fn(f64, f64) -> f64) {
    for (value, present) in out.iter_mut().zip(present) {
        let all = full * end(*value, *present);
        *value = if *present >= enough { all } else { f64::NAN };
    }
}
