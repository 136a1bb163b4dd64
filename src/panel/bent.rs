//! The inner loops of joins that are no sums: child after child, since what a function like the logarithm costs is far more than to
//! read a block twice.

use super::kernel::Lane;
use crate::criteria::MissingPolicy;
use crate::number::Number;
use crate::steps::aggregate::power_mean::Curve;
use alloc::vec::Vec;

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
    let take = |sum: f64, weight: f64, share: f64| sum + weight * curve.bend(share, 1.0);
    gather(policy, lanes, 0.0, take, out, spare);
    close(enough, full, out, spare, |sum, weight| curve.back(sum / weight, 1.0));
}

/// The least shares of a block of rows.
pub(super) fn least(policy: MissingPolicy, lanes: &[Lane<'_>], (enough, full): (f64, f64), out: &mut [f64], spare: &mut Vec<f64>) {
    // A share that is not there stays so.
    let take = |least: f64, _, share: f64| if least.is_nan() { least } else { share.least(least) };
    gather(policy, lanes, f64::INFINITY, take, out, spare);
    close(enough, full, out, spare, |least, _| least);
}

/// Takes the shares of each lane in, and the weight present beside.
fn gather(
    policy: MissingPolicy,
    lanes: &[Lane<'_>],
    start: f64,
    take: impl Fn(f64, f64, f64) -> f64,
    out: &mut [f64],
    present: &mut Vec<f64>,
) {
    present.clear();
    present.resize(out.len(), 0.0);
    out.fill(start);
    let nothing = match policy {
        MissingPolicy::NotMet | MissingPolicy::Zero => Some(0.0),
        MissingPolicy::Exclude => None,
        MissingPolicy::Undecided => Some(f64::NAN),
    };
    for lane in lanes {
        for ((sum, present), x) in out.iter_mut().zip(present.iter_mut()).zip(lane.cells) {
            // Without a sign: 1 / -0 would be below every number.
            let share = if x.is_nan() { nothing } else { Some(lane.gives.at(*x) + 0.0) };
            if let Some(share) = share {
                *sum = take(*sum, lane.weight, share);
                *present += lane.weight;
            }
        }
    }
}

fn close(enough: f64, full: f64, out: &mut [f64], present: &[f64], end: impl Fn(f64, f64) -> f64) {
    for (value, present) in out.iter_mut().zip(present) {
        *value = if *present >= enough { full * end(*value, *present) } else { f64::NAN };
    }
}
