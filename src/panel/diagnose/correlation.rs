//! Correlations of two columns over the rows where both have a figure.

use super::statistic::{Absence, Centred, Statistic};
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// How two columns go together: of values and of ranks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Pearson's: of the values.
    pub pearson: Statistic,
    /// Spearman's: Pearson's of the ranks, equal values sharing the mean of their ranks.
    pub spearman: Statistic,
}

/// Pearson's and Spearman's correlation over the rows where both columns have a finite figure, between -1 and 1.
///
/// A row that lacks one of the two is left out of this pair only; `places` says how many are left. Ranks are taken among those.
///
/// ```
/// let r = dothi::correlation(&[1.0, 2.0, f64::NAN, 4.0], &[1.0, 4.0, 9.0, 16.0]);
/// assert_eq!(r.pearson.places, 3);
/// assert!((r.pearson.value().unwrap() - 0.989743318610787).abs() < 1e-12);
/// assert_eq!(r.spearman.value(), Some(1.0));
/// ```
#[must_use]
pub fn correlation(x: &[f64], y: &[f64]) -> Correlation {
    let rows = x.len().min(y.len());
    let part = |column: &[f64]| Ranked::new(column.get(..rows).unwrap_or_default().to_vec());
    part(x).with(&part(y))
}

/// A column with its rows in the order of their figures.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    values: Vec<f64>,
    order: Vec<u32>,
}

impl Ranked {
    pub(super) fn new(values: Vec<f64>) -> Self {
        let mut order: Vec<u32> = (0u32..).zip(&values).filter(|(_, x)| x.is_finite()).map(|(row, _)| row).collect();
        let at = |row: &u32| values.get(*row as usize).copied().unwrap_or(f64::NAN);
        order.sort_unstable_by(|a, b| at(a).total_cmp(&at(b)));
        Self { values, order }
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    /// How many rows have a figure.
    pub(super) fn count(&self) -> usize {
        self.order.len()
    }

    pub(super) fn with(&self, other: &Self) -> Correlation {
        let both: Vec<bool> = self.values.iter().zip(&other.values).map(|(x, y)| x.is_finite() && y.is_finite()).collect();
        let kept = |values: &[f64]| -> Vec<f64> { values.iter().zip(&both).filter(|(_, both)| **both).map(|(x, _)| *x).collect() };
        let pearson = product_moment(&kept(&self.values), &kept(&other.values));
        let spearman = product_moment(&kept(&self.ranks(&both)), &kept(&other.ranks(&both)));
        Correlation { pearson, spearman }
    }

    /// Ranks among some of the rows, by row; equal figures share the mean of their ranks.
    fn ranks(&self, among: &[bool]) -> Vec<f64> {
        let mut out = vec![f64::NAN; self.values.len()];
        let rows: Vec<usize> = self.order.iter().map(|row| *row as usize).filter(|row| among.get(*row) == Some(&true)).collect();
        let figure = |row: &usize| self.values.get(*row).copied().unwrap_or(f64::NAN);
        let mut above = 0;
        for tied in rows.chunk_by(|a, b| figure(a).partial_cmp(&figure(b)) == Some(Ordering::Equal)) {
            let rank = above as f64 + (tied.len() as f64 + 1.0) / 2.0;
            tied.iter().for_each(|row| {
                if let Some(slot) = out.get_mut(*row) {
                    *slot = rank;
                }
            });
            above += tied.len();
        }
        out
    }
}

fn product_moment(x: &[f64], y: &[f64]) -> Statistic {
    let value = || -> Result<f64, Absence> {
        let (x, y) = (Centred::of(x)?, Centred::of(y)?);
        let product: f64 = x.deviations.iter().zip(&y.deviations).map(|(x, y)| x * y).sum();
        Ok((product / (libm::sqrt(x.squares()) * libm::sqrt(y.squares()))).clamp(-1.0, 1.0))
    };
    Statistic::new(x.len(), value())
}
