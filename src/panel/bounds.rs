//! How far a column's value may be from the exact one, from the parameters of the plan alone.
//!
//! With u the rounding unit of binary floating point (2⁻⁵³): a figure, a goalpost and each of the operations on them is off by at most u of
//! its size. A figure that counts lies between the goalposts, so its share is off by at most (4·m/span + 8)·u, where m is the
//! larger goalpost and span the distance of the two. A weighted mean is off by at most the worst share in it and (n + 8)·u
//! more for n children; a sum by the sum of its children's errors and as much again for the additions. Twice that is taken.
//!
//! A geometric, harmonic or power mean rises with each share, and by the factor that all shares rise by. So where every share is 0
//! or at least [`DELICATE`], its relative error is at most that of the worst share, error / [`DELICATE`]; a row with a share between the
//! two is judged exactly. Logarithms of such shares are below 12, exponents from 0.1 to 10: less than 128·(n + 8)·u is added by the
//! functions on the way and back.

use super::program::{From, Program, Source};
use crate::number::{Number, ROUNDING_UNIT};

/// A share above 0 and below this, under a mean that is not arithmetic, is left to the exact path.
pub(super) const DELICATE: f64 = 1e-5;

/// Of a child's share, 1 being full.
pub(super) fn share(child: &Source, done: &Program) -> f64 {
    let own = match child.from {
        From::Input(_) => {
            let (worst, best) = (f64::of(child.worst), f64::of(child.best));
            4.0 * worst.abs().max(best.abs()) / (best - worst).abs() * ROUNDING_UNIT
        }
        From::Node(node) => match (done.bounds.get(node), done.full.get(node)) {
            (Some(bound), Some(full)) => bound / full,
            _ => f64::INFINITY,
        },
    };
    own + 8.0 * ROUNDING_UNIT
}

/// Of a weighted mean, or of the least share, with this value for a full share.
pub(super) fn mean(errors: impl Iterator<Item = f64>, scale: f64) -> f64 {
    let (worst, count) = errors.fold((0.0f64, 0.0), |(worst, count), error| (worst.max(error), count + 1.0));
    2.0 * scale * (worst + (count + 8.0) * ROUNDING_UNIT)
}

/// Of a geometric, harmonic or power mean, of a row that is not delicate.
pub(super) fn curved(errors: impl Iterator<Item = f64>, full: f64) -> f64 {
    let (worst, count) = errors.fold((0.0f64, 0.0), |(worst, count), error| (worst.max(error), count + 1.0));
    2.0 * full * (worst / DELICATE + 128.0 * (count + 8.0) * ROUNDING_UNIT)
}

/// Of a sum of (error of the share, points of a full share).
pub(super) fn sum(children: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (errors, points, count) =
        children.fold((0.0, 0.0, 0.0), |(errors, all, count), (error, points)| (errors + error * points, all + points, count + 1.0));
    2.0 * (errors + points * (count + 8.0) * ROUNDING_UNIT)
}
