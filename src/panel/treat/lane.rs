//! The figures of one criterion treated: outliers, then gaps. What is done is the same for results that are official and for
//! replications of a robustness analysis.

use super::impute::Filler;
use super::normalise::Measure;
use super::outliers::Change;
use super::sample::Sample;
use super::scores::TreatedInput;
use crate::criteria::{Impute, ImputeStage, Treatment};
use crate::number::Number;
use alloc::vec::Vec;

/// What a place has of a criterion.
#[derive(Clone, Copy, Debug)]
pub(in crate::panel) enum Held<N> {
    Figure(N),
    Imputed(N),
    Missing,
    NotApplicable,
}

/// What happens to a figure on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::panel) enum Happened {
    DrawnIn,
    Imputed,
}

/// The places that a criterion is treated for.
pub(in crate::panel) trait Places {
    /// A group of places.
    type Region: Ord + Copy;
    /// Whether something is computed from a place for the others.
    fn ranked(&self, row: usize) -> bool;
    fn region(&self, row: usize) -> Option<Self::Region>;
}

/// Draws outliers in and fills gaps; what the figures are then measured by, none where the places cannot be told apart.
pub(in crate::panel) fn treat<N: Number>(
    treatment: &Treatment,
    posts: (N, N),
    places: &impl Places,
    column: &mut [Held<N>],
    record: &mut TreatedInput,
    happened: &mut dyn FnMut(usize, Happened),
) -> Option<Measure<N>> {
    draw_in(treatment, places, column, record, happened);
    if let Some(rule) = treatment.impute.filter(|rule| rule.stage == ImputeStage::Criterion) {
        fill(rule, places, column, record, happened);
    }
    let known = known(places, column);
    record.figures = known.len();
    let measure = Measure::of(treatment.normalise, posts, Sample::of(known.into_iter().map(|(_, x)| x)));
    record.constant = measure.is_none();
    measure
}

/// Row and figure of the places that are ranked and have one.
fn known<N: Number>(places: &impl Places, column: &[Held<N>]) -> Vec<(usize, N)> {
    let ranked = column.iter().enumerate().filter(|(row, _)| places.ranked(*row));
    ranked.filter_map(|(row, held)| if let Held::Figure(x) = held { Some((row, *x)) } else { None }).collect()
}

fn draw_in<N: Number>(
    treatment: &Treatment,
    places: &impl Places,
    column: &mut [Held<N>],
    record: &mut TreatedInput,
    happened: &mut dyn FnMut(usize, Happened),
) {
    let Some(rule) = treatment.outliers else { return };
    let sample = Sample::of(known(places, column).into_iter().map(|(_, x)| x));
    let all = column.iter().filter_map(|held| if let Held::Figure(x) = held { Some(*x) } else { None });
    let change = Change::of(rule, all, &sample, record);
    if let Change::Cut(low, high) = change {
        record.ends = low.dec().zip(high.dec());
    }
    for (row, held) in column.iter_mut().enumerate() {
        let Held::Figure(x) = held else { continue };
        let judged = change.apply(*x);
        if let Change::Cut(..) = change
            && let Some(order) = judged.order(*x).filter(|order| order.is_ne())
        {
            if order.is_gt() {
                record.drawn_up += 1
            } else {
                record.drawn_down += 1
            }
            happened(row, Happened::DrawnIn);
        }
        *held = if judged.poison().is_some() { Held::Missing } else { Held::Figure(judged) };
    }
}

fn fill<N: Number>(
    rule: Impute,
    places: &impl Places,
    column: &mut [Held<N>],
    record: &mut TreatedInput,
    happened: &mut dyn FnMut(usize, Happened),
) {
    let filler = Filler::of(rule, places, &known(places, column));
    for (row, held) in column.iter_mut().enumerate() {
        if let (Held::Missing, Some(x)) = (&held, filler.fill(places, row)) {
            *held = Held::Imputed(x);
            record.imputed += 1;
            happened(row, Happened::Imputed);
        }
    }
}
