//! The inner loops of joins that are no sums: child after child, since what a curve costs is far more than to read a strip of rows
//! twice. Nothing in a loop branches.

use super::kernel::{Lane, strips};
use crate::criteria::MissingPolicy;
use crate::number::Number;
use crate::steps::aggregate::power_mean::Curve;
use crate::steps::aggregate::weighted_arithmetic::Mean;
use alloc::vec::Vec;

/// Up to this many factors of at least [`super::bounds::DELICATE`] their product is far from the least number there is.
const MOST_FACTORS: f64 = 55.0;

/// What a node asks of its children.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub(super) policy: MissingPolicy,
    /// Every child has a value in every row.
    pub(super) whole: bool,
    /// The least weight present.
    pub(super) enough: f64,
    /// What a full share is worth.
    pub(super) full: f64,
}

/// Geometric, harmonic and power means of a block of rows. `spare`: a buffer.
pub(super) fn curved(curve: Curve<f64>, terms: Terms, lanes: &[Lane<'_>], out: &mut [f64], spare: &mut Vec<f64>) {
    // Each as a case of its own, so that a loop knows its curve. By what a share of 0 becomes under the curve, infinite, the mean
    // becomes 0 as it should.
    match curve {
        Curve::Logarithm if lanes.iter().map(|lane| lane.weight).sum::<f64>() <= MOST_FACTORS => strips(lanes, out, |lanes, out| {
            let mut rows = Rows::begin(1.0, terms, out, spare);
            lanes.iter().for_each(|lane| factors(&mut rows, lane));
            // A loop of its own: what follows would wait for each logarithm.
            rows.out.iter_mut().for_each(|product| *product = Curve::Logarithm.bend(*product, 1.0));
            rows.close(terms, lanes, |mean| Curve::Logarithm.back(mean, 1.0));
        }),
        Curve::Logarithm => mean(terms, lanes, out, spare, |s| Curve::Logarithm.bend(s, 1.0), |mean| Curve::Logarithm.back(mean, 1.0)),
        Curve::Reciprocal => mean(terms, lanes, out, spare, |s| Curve::Reciprocal.bend(s, 1.0), |mean| Curve::Reciprocal.back(mean, 1.0)),
        Curve::Power(p) => mean(terms, lanes, out, spare, |s| Curve::Power(p).bend(s, 1.0), |mean| Curve::Power(p).back(mean, 1.0)),
    }
}

/// The least shares of a block of rows.
pub(super) fn least(terms: Terms, lanes: &[Lane<'_>], out: &mut [f64], spare: &mut Vec<f64>) {
    strips(lanes, out, |lanes, out| {
        let mut rows = Rows::begin(f64::INFINITY, terms, out, spare);
        for lane in lanes {
            // A share that is not there stays so.
            rows.gather(lane, lane.weight, |share| share, |least, share| if least.is_nan() { least } else { share.least(least) });
        }
        rows.settle(terms, |least| least.sum, |least| least.sum);
    });
}

/// The mean of shares seen through a curve and back.
fn mean(terms: Terms, lanes: &[Lane<'_>], out: &mut [f64], spare: &mut Vec<f64>, bend: impl Fn(f64) -> f64, back: impl Fn(f64) -> f64) {
    strips(lanes, out, |lanes, out| {
        let mut rows = Rows::begin(0.0, terms, out, spare);
        for lane in lanes {
            rows.gather(lane, lane.weight, |share| lane.weight * bend(share), |sum, given| sum + given);
        }
        rows.close(terms, lanes, &back);
    });
}

/// share^weight of a weight that is a whole number: the product of all children needs one logarithm.
fn factors(rows: &mut Rows<'_>, lane: &Lane<'_>) {
    let product = |product: f64, given: f64| product * given;
    let mut rest = lane.weight;
    while rest > 0.5 {
        let weight = rest.least(4.0);
        match weight {
            1.5..2.5 => rows.gather(lane, weight, |share| share * share, product),
            2.5..3.5 => rows.gather(lane, weight, |share| share * share * share, product),
            3.5.. => rows.gather(lane, weight, |share| (share * share) * (share * share), product),
            _ => rows.gather(lane, weight, |share| share, product),
        }
        rest -= weight;
    }
}

/// A strip of rows under way.
struct Rows<'o> {
    out: &'o mut [f64],
    /// Σ weight of what is there; none where all of it counts.
    present: Option<&'o mut [f64]>,
    /// A child without a value leaves a row without one.
    spreads: bool,
}

impl<'o> Rows<'o> {
    fn begin(start: f64, terms: Terms, out: &'o mut [f64], spare: &'o mut Vec<f64>) -> Self {
        out.fill(start);
        let counts = terms.policy == MissingPolicy::Exclude && !terms.whole;
        spare.clear();
        spare.resize(if counts { out.len() } else { 0 }, 0.0);
        let spreads = terms.policy == MissingPolicy::Undecided && !terms.whole;
        Self { out, present: counts.then_some(spare.as_mut_slice()), spreads }
    }

    /// Takes what a lane gives into each row, and its weight beside.
    #[inline]
    fn gather(&mut self, lane: &Lane<'_>, weight: f64, give: impl Fn(f64) -> f64, take: impl Fn(f64, f64) -> f64) {
        let rows = self.out.iter_mut().zip(lane.cells);
        if let Some(present) = &mut self.present {
            for ((value, x), present) in rows.zip(present.iter_mut()) {
                let given = give(lane.gives.or_nothing(*x));
                *value = if x.is_nan() { *value } else { take(*value, given) };
                *present += if x.is_nan() { 0.0 } else { weight };
            }
        } else if self.spreads {
            // Without a sign: 1 / -0 would be below every number.
            rows.for_each(|(value, x)| *value = take(*value, give(lane.gives.cut(*x) + 0.0)));
        } else {
            rows.for_each(|(value, x)| *value = take(*value, give(lane.gives.or_nothing(*x))));
        }
    }

    /// From sums to means, seen back.
    fn close(self, terms: Terms, lanes: &[Lane<'_>], back: impl Fn(f64) -> f64) {
        let over = 1.0 / lanes.iter().map(|lane| lane.weight).sum::<f64>();
        self.settle(terms, |mean| back(mean.over(over)), |mean| back(mean.value(1.0)));
    }

    /// Values of shares; none where too little is there. `all`: where all weight counts.
    fn settle(self, terms: Terms, all: impl Fn(Mean<f64>) -> f64, some: impl Fn(Mean<f64>) -> f64) {
        let Some(present) = self.present else {
            return self.out.iter_mut().for_each(|sum| *sum = terms.full * all(Mean { sum: *sum, present: 0.0 }));
        };
        for (sum, present) in self.out.iter_mut().zip(present) {
            let value = terms.full * some(Mean { sum: *sum, present: *present });
            *sum = if *present >= terms.enough { value } else { f64::NAN };
        }
    }
}
