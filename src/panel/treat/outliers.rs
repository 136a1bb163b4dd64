//! Figures far from the others, drawn in; what was done is recorded.

use super::sample::Sample;
use super::scores::TreatedInput;
use crate::criteria::Outliers;
use crate::number::{Dec, Number};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A change of every figure of a column.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change<N> {
    None,
    /// Cut to these ends.
    Cut(N, N),
    Logarithm,
}

impl<N: Number> Change<N> {
    /// What a rule makes of a column. `all`: every figure of it; `sample`: those that count.
    pub(super) fn of(rule: Outliers, all: impl Iterator<Item = N>, sample: &Sample<N>, record: &mut TreatedInput) -> Self {
        match rule {
            Outliers::Winsorise { low, high } => {
                sample.quantile(low).zip(sample.quantile(high)).map_or(Self::None, |(low, high)| Self::Cut(low, high))
            }
            Outliers::ByShape { skewness, kurtosis, most } => by_shape(sample, (skewness, kurtosis), most, record),
            Outliers::Logarithm => {
                let zero = N::of(Dec::ZERO);
                record.logarithm = all.into_iter().all(|x| x.order(zero) == Some(Ordering::Greater));
                record.not_positive = !record.logarithm;
                if record.logarithm { Self::Logarithm } else { Self::None }
            }
        }
    }

    /// The figure that is judged.
    pub(super) fn apply(self, x: N) -> N {
        match self {
            Self::None => x,
            Self::Cut(low, high) => x.most(low).least(high),
            Self::Logarithm => x.ln(),
        }
    }
}

/// Draws in as many of the outermost figures as it takes, and at most so many.
fn by_shape<N: Number>(sample: &Sample<N>, (skewness, kurtosis): (Dec, Dec), most: u32, record: &mut TreatedInput) -> Change<N> {
    let figures: Vec<N> = (0..sample.len()).filter_map(|at| sample.at(at)).collect();
    let mut fast: Vec<f64> = figures.iter().map(|x| x.fast()).collect();
    let (mut low, mut high) = (0usize, 0usize);
    let top = figures.len().saturating_sub(1);
    let is_long = |shape: Shape| shape.skewness.abs() > f64::of(skewness) && shape.kurtosis > f64::of(kurtosis);
    while let Some(shape) = Shape::of(&fast).filter(|shape| is_long(*shape)) {
        // Two figures stay, or nothing would be told apart.
        if low + high >= most as usize || low + high + 2 > top {
            record.still_long = true;
            break;
        }
        if shape.skewness > 0.0 {
            high += 1
        } else {
            low += 1
        }
        let (least, greatest) = (fast.get(low).copied(), fast.get(top - high).copied());
        if let (Some(least), Some(greatest)) = (least, greatest) {
            fast.iter_mut().for_each(|x| *x = x.most(least).least(greatest));
        }
    }
    let ends = figures.get(low).zip(figures.get(top - high)).filter(|_| low + high > 0);
    ends.map_or(Change::None, |(low, high)| Change::Cut(*low, *high))
}

/// How lopsided and how long-tailed figures are: the unbiased sample skewness G1 and excess kurtosis G2 of Joanes and Gill (1998).
#[derive(Clone, Copy, Debug)]
struct Shape {
    skewness: f64,
    kurtosis: f64,
}

impl Shape {
    /// None of fewer than four figures, or of equal ones.
    fn of(figures: &[f64]) -> Option<Self> {
        let n = figures.len() as f64;
        if figures.len() < 4 {
            return None;
        }
        let mean = figures.iter().sum::<f64>() / n;
        let moment = |power: i32| figures.iter().map(|x| (0..power).fold(1.0, |all, _| all * (x - mean))).sum::<f64>() / n;
        let (second, third, fourth) = (moment(2), moment(3), moment(4));
        if second <= 0.0 || !second.is_finite() {
            return None;
        }
        let (g1, g2) = (third / (second * libm::sqrt(second)), fourth / (second * second) - 3.0);
        let skewness = g1 * libm::sqrt(n * (n - 1.0)) / (n - 2.0);
        let kurtosis = ((n + 1.0) * g2 + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
        Some(Self { skewness, kurtosis })
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;

    /// Worked by hand: mean 3, deviations -2, -2, -1, 0, 5: moments 6.8, 108 / 5, 658 / 5.
    #[test]
    fn shape_of_a_few_figures() {
        let shape = Shape::of(&[1.0, 1.0, 2.0, 3.0, 8.0]).unwrap();
        let g1 = 21.6 / (6.8f64 * libm::sqrt(6.8));
        let g2 = 131.6 / (6.8 * 6.8) - 3.0;
        assert!((shape.skewness - g1 * libm::sqrt(20.0) / 3.0).abs() < 1e-12);
        assert!((shape.kurtosis - (6.0 * g2 + 6.0) * 4.0 / 6.0).abs() < 1e-12);
        assert!(Shape::of(&[1.0, 1.0, 2.0]).is_none() && Shape::of(&[3.0; 9]).is_none());
    }
}
