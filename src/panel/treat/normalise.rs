//! Figures to shares.

use super::sample::{Sample, count};
use crate::criteria::Normalise;
use crate::number::{Dec, Number};
use crate::steps::judge::goalposts::Posts;
use core::cmp::Ordering;
use rust_decimal::Decimal;

/// What a figure is measured by, made ready.
pub(in crate::panel) enum Measure<N: Number> {
    Posts(Posts<N>),
    Deviation {
        least: N,
        span: N,
        mean: N,
        /// Turned round where less is better.
        deviation: N,
    },
    Order {
        sample: Sample<N>,
        less: bool,
        percentile: bool,
    },
}

/// A share, and whether the figure lies beyond what it is measured by.
pub(in crate::panel) struct Measured<N> {
    pub(in crate::panel) share: N,
    pub(in crate::panel) beyond: bool,
}

impl<N: Number> Measure<N> {
    /// None where the places at hand cannot be told apart.
    pub(super) fn of(how: Normalise, (worst, best): (N, N), sample: Sample<N>) -> Option<Self> {
        let (one, less) = (N::of(Dec::ONE), worst.order(best) == Some(Ordering::Greater));
        if how == Normalise::Goalposts {
            return Some(Self::Posts(Posts::between(worst, best, one)));
        }
        let (least, most) = sample.ends()?;
        let span = most.sub(least);
        Some(match how {
            Normalise::Goalposts | Normalise::MinMax => {
                Self::Posts(if less { Posts::between(most, least, one) } else { Posts::between(least, most, one) })
            }
            Normalise::ZScore => {
                // As parts of the span, so that no square leaves the digits there are.
                let parts = Sample::of((0..sample.len()).filter_map(|at| sample.at(at)).map(|x| x.sub(least).div(span)));
                let mean = parts.mean()?;
                let squares = (0..parts.len()).filter_map(|at| parts.at(at)).map(|part| part.sub(mean)).map(|d| d.mul(d));
                let variance = squares.reduce(N::add)?.div(count(parts.len().saturating_sub(1)));
                let deviation = variance.power(one, N::of(Dec::from(Decimal::new(5, 1))));
                let deviation = if less { N::of(Dec::ZERO).sub(deviation) } else { deviation };
                Self::Deviation { least, span, mean, deviation }
            }
            Normalise::Rank | Normalise::Percentile => Self::Order { sample, less, percentile: how == Normalise::Percentile },
        })
    }

    /// `member`: the figure is one of those it is measured by.
    pub(in crate::panel) fn share(&self, x: N, member: bool) -> Measured<N> {
        match self {
            Self::Posts(posts) => Measured { share: posts.at(x), beyond: posts.leaves_out(x) },
            Self::Deviation { least, span, mean, deviation } => {
                Measured { share: x.sub(*least).div(*span).sub(*mean).div(*deviation), beyond: false }
            }
            Self::Order { sample, less, percentile } => {
                let (below, level) = sample.position(x);
                let behind = if *less { sample.len() - below - level } else { below };
                // In halves, so that everything stays whole.
                let (halves, of) = if member && !percentile {
                    (2 * behind + level.saturating_sub(1), sample.len().saturating_sub(1))
                } else {
                    (2 * behind + level, sample.len())
                };
                Measured { share: count::<N>(halves).div(count(2 * of)), beyond: level == 0 && (below == 0 || below == sample.len()) }
            }
        }
    }
}
