//! The figures that something is computed from, in order.

use crate::number::{Dec, Number};
use alloc::vec::Vec;
use core::cmp::Ordering;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Figures in ascending order.
#[derive(Clone, Debug)]
pub(in crate::panel) struct Sample<N> {
    sorted: Vec<N>,
}

impl<N: Number> Sample<N> {
    pub(super) fn of(figures: impl Iterator<Item = N>) -> Self {
        let mut sorted: Vec<N> = figures.collect();
        crate::order::sort_by(&mut sorted, |a, b| a.order(*b).unwrap_or(Ordering::Equal));
        Self { sorted }
    }

    pub(super) fn len(&self) -> usize {
        self.sorted.len()
    }

    pub(super) fn at(&self, place: usize) -> Option<N> {
        self.sorted.get(place).copied()
    }

    /// The least and the most; none where no two figures differ.
    pub(super) fn ends(&self) -> Option<(N, N)> {
        let ends = self.sorted.first().copied().zip(self.sorted.last().copied());
        ends.filter(|(least, most)| least.order(*most) == Some(Ordering::Less))
    }

    pub(super) fn mean(&self) -> Option<N> {
        let sum = self.sorted.iter().copied().reduce(N::add)?;
        Some(sum.div(count(self.len()))).filter(|mean| mean.poison().is_none())
    }

    pub(super) fn median(&self) -> Option<N> {
        self.quantile(Dec::from(Decimal::new(5, 1)))
    }

    /// Between neighbours at (n - 1)·q, q from 0 to 1.
    pub(super) fn quantile(&self, q: Dec) -> Option<N> {
        let place = Decimal::from(self.len().checked_sub(1)?).checked_mul(q.value())?;
        let below = place.trunc();
        let low = self.at(below.to_usize()?)?;
        let high = self.at(below.to_usize()?.saturating_add(1)).unwrap_or(low);
        let part = N::of(Dec::from(place.checked_sub(below)?));
        Some(if part.is_zero() { low } else { low.add(high.sub(low).mul(part)) }).filter(|found| found.poison().is_none())
    }

    /// How many are below a figure, and how many equal to it. A mean that fills a gap may be somebody's figure.
    pub(super) fn position(&self, x: N) -> (usize, usize) {
        let below = self.sorted.partition_point(|own| own.order(x) == Some(Ordering::Less) && !own.same(x));
        let upto = self.sorted.partition_point(|own| own.order(x).is_some_and(Ordering::is_le) || own.same(x));
        (below, upto.saturating_sub(below))
    }
}

/// A whole number as a number.
pub(super) fn count<N: Number>(n: usize) -> N {
    N::of(Dec::from_count(n as u64))
}
