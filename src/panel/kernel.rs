//! The inner loops: what the children of a node give, put together row by row.
//!
//! The children of a node are fused: one loop reads them all and writes the node once. There is a loop for each number of
//! children up to [`MOST`], and more children go through several. What a child gives ([`Posts`]) and how a mean is taken
//! ([`Mean`]) are the rules of the method's steps, here with `f64`; nothing in a loop branches, so the compiler can use
//! whatever vector instructions its target has.

use crate::steps::aggregate::weighted_arithmetic::Mean;
use crate::steps::judge::goalposts::Posts;
use alloc::vec::Vec;

/// The most children that one loop takes.
const MOST: usize = 8;
/// Rows of a strip ([`strips`]).
const STRIP: usize = 4_096;

/// A child: its column, and what it gives.
#[derive(Clone, Copy)]
pub(super) struct Lane<'x> {
    /// Weight × what the value gives; NaN in, NaN out.
    pub(super) gives: Posts<f64>,
    pub(super) weight: f64,
    /// NaN where there is no value.
    pub(super) cells: &'x [f64],
}

/// What a value of a child gives.
pub(super) trait Child {
    fn gives(posts: &Posts<f64>, x: f64) -> f64;
    fn or_nothing(posts: &Posts<f64>, x: f64) -> f64;
}

/// A figure, which may lie outside its goalposts, or anything else.
pub(super) struct Figure;
/// The value of a node, which lies from 0 to a full one.
pub(super) struct Value;

impl Child for Figure {
    #[inline]
    fn gives(posts: &Posts<f64>, x: f64) -> f64 {
        posts.cut(x)
    }
    #[inline]
    fn or_nothing(posts: &Posts<f64>, x: f64) -> f64 {
        posts.or_nothing(x)
    }
}

impl Child for Value {
    #[inline]
    fn gives(posts: &Posts<f64>, x: f64) -> f64 {
        posts.inside(x)
    }
    #[inline]
    fn or_nothing(posts: &Posts<f64>, x: f64) -> f64 {
        posts.inside(x)
    }
}

/// What a child without a value means.
pub(super) trait Absent {
    /// Weights differ between rows.
    const COUNTS: bool;
    /// Its weight, and what it gives.
    fn part<C: Child>(lane: &Lane<'_>, x: f64) -> (f64, f64);
}

/// Nothing above it has a value.
pub(super) struct Spreads;
/// It gives nothing. Figures alone can be so: the nodes above them always have a value.
pub(super) struct Nothing;
/// It is left out, and its weight with it.
pub(super) struct LeftOut;

impl Absent for Spreads {
    const COUNTS: bool = false;
    #[inline]
    fn part<C: Child>(lane: &Lane<'_>, x: f64) -> (f64, f64) {
        // Without a sign of nought, as the others have it.
        (lane.weight, C::gives(&lane.gives, x) + 0.0)
    }
}

impl Absent for Nothing {
    const COUNTS: bool = false;
    #[inline]
    fn part<C: Child>(lane: &Lane<'_>, x: f64) -> (f64, f64) {
        (lane.weight, C::or_nothing(&lane.gives, x))
    }
}

impl Absent for LeftOut {
    const COUNTS: bool = true;
    #[inline]
    fn part<C: Child>(lane: &Lane<'_>, x: f64) -> (f64, f64) {
        if x.is_nan() { (0.0, 0.0) } else { (lane.weight, C::or_nothing(&lane.gives, x)) }
    }
}

/// `a.zip(b).zip(c)` of the lanes' cells.
macro_rules! zipped {
    ($first:expr; ) => { $first };
    ($first:expr; $lane:ident $($rest:ident)*) => { zipped!($first.zip($lane.cells); $($rest)*) };
}

/// The pattern of an item of [`zipped!`].
macro_rules! nested {
    ($first:pat, ) => { $first };
    ($first:pat, $cell:ident $($rest:ident)*) => { nested!(($first, $cell), $($rest)*) };
}

/// For a number of children: the loop over all of them, and those that go on with sums begun before, with weights and without.
macro_rules! loops {
    ($all:ident $some:ident $sums:ident: $first:ident $head:ident $(, $lane:ident $cell:ident)*) => {
        fn $all<C: Child, A: Absent>(lanes: &[Lane<'_>], out: &mut [f64], end: impl Fn(Mean<f64>) -> f64) {
            let [$first $(, $lane)*] = lanes else { return };
            let $first = *$first;
            $(let $lane = *$lane;)*
            for nested!(out, $head $($cell)*) in zipped!(out.iter_mut(); $first $($lane)*) {
                let (present, sum) = A::part::<C>(&$first, *$head);
                let mean = Mean { sum, present };
                $(
                    let (weight, weighted) = A::part::<C>(&$lane, *$cell);
                    let mean = mean.take(weight, weighted);
                )*
                *out = end(mean);
            }
        }

        fn $some<C: Child, A: Absent>(lanes: &[Lane<'_>], sums: &mut [f64], present: &mut [f64]) {
            let [$first $(, $lane)*] = lanes else { return };
            let $first = *$first;
            $(let $lane = *$lane;)*
            for nested!((sum, present), $head $($cell)*) in zipped!(sums.iter_mut().zip(present.iter_mut()); $first $($lane)*) {
                let (weight, weighted) = A::part::<C>(&$first, *$head);
                let mean = Mean { sum: *sum, present: *present }.take(weight, weighted);
                $(
                    let (weight, weighted) = A::part::<C>(&$lane, *$cell);
                    let mean = mean.take(weight, weighted);
                )*
                (*sum, *present) = (mean.sum, mean.present);
            }
        }

        fn $sums<C: Child, A: Absent>(lanes: &[Lane<'_>], sums: &mut [f64], end: impl Fn(Mean<f64>) -> f64) {
            let [$first $(, $lane)*] = lanes else { return };
            let $first = *$first;
            $(let $lane = *$lane;)*
            for nested!(sum, $head $($cell)*) in zipped!(sums.iter_mut(); $first $($lane)*) {
                let (weight, weighted) = A::part::<C>(&$first, *$head);
                let mean = Mean { sum: *sum, present: 0.0 }.take(weight, weighted);
                $(
                    let (weight, weighted) = A::part::<C>(&$lane, *$cell);
                    let mean = mean.take(weight, weighted);
                )*
                *sum = end(mean);
            }
        }
    };
}

loops!(all_1 some_1 sums_1: a x);
loops!(all_2 some_2 sums_2: a x, b y);
loops!(all_3 some_3 sums_3: a x, b y, c z);
loops!(all_4 some_4 sums_4: a x, b y, c z, d u);
loops!(all_5 some_5 sums_5: a x, b y, c z, d u, e v);
loops!(all_6 some_6 sums_6: a x, b y, c z, d u, e v, f w);
loops!(all_7 some_7 sums_7: a x, b y, c z, d u, e v, f w, g p);
loops!(all_8 some_8 sums_8: a x, b y, c z, d u, e v, f w, g p, h q);

/// Puts the children together for a block of rows. `end`: the node's value from the sums; `spare`: a buffer.
pub(super) fn fuse<C: Child, A: Absent>(lanes: &[Lane<'_>], out: &mut [f64], spare: &mut Vec<f64>, end: impl Fn(Mean<f64>) -> f64) {
    match lanes.len() {
        0 => out.fill(f64::NAN),
        1 => all_1::<C, A>(lanes, out, end),
        2 => all_2::<C, A>(lanes, out, end),
        3 => all_3::<C, A>(lanes, out, end),
        4 => all_4::<C, A>(lanes, out, end),
        5 => all_5::<C, A>(lanes, out, end),
        6 => all_6::<C, A>(lanes, out, end),
        7 => all_7::<C, A>(lanes, out, end),
        MOST => all_8::<C, A>(lanes, out, end),
        _ => strips(lanes, out, |lanes, out| wide::<C, A>(lanes, out, spare, &end)),
    }
}

/// Rows that go through several loops, so many at a time that what they share stays in the nearest cache.
pub(super) fn strips<'x>(lanes: &[Lane<'x>], out: &mut [f64], mut each: impl FnMut(&[Lane<'x>], &mut [f64])) {
    let mut own = Vec::with_capacity(lanes.len());
    for (at, out) in out.chunks_mut(STRIP).enumerate() {
        let rows = at * STRIP..at * STRIP + out.len();
        own.clear();
        own.extend(lanes.iter().map(|lane| Lane { cells: lane.cells.get(rows.clone()).unwrap_or_default(), ..*lane }));
        each(&own, out);
    }
}

/// More children than one loop takes.
fn wide<C: Child, A: Absent>(lanes: &[Lane<'_>], out: &mut [f64], spare: &mut Vec<f64>, end: &impl Fn(Mean<f64>) -> f64) {
    if A::COUNTS {
        spare.clear();
        spare.resize(out.len(), 0.0);
        out.fill(0.0);
        lanes.chunks(MOST).for_each(|some| go_on::<C, A>(some, out, spare));
        for (sum, present) in out.iter_mut().zip(spare) {
            *sum = end(Mean { sum: *sum, present: *present });
        }
    } else if let Some((first, rest)) = lanes.split_at_checked(MOST) {
        all_8::<C, A>(first, out, |mean| mean.sum);
        let (between, last) = rest.split_at(rest.len().saturating_sub(1) / MOST * MOST);
        between.chunks(MOST).for_each(|some| sums_8::<C, A>(some, out, |mean| mean.sum));
        finish::<C, A>(last, out, end);
    }
}

fn go_on<C: Child, A: Absent>(lanes: &[Lane<'_>], sums: &mut [f64], present: &mut [f64]) {
    match lanes.len() {
        1 => some_1::<C, A>(lanes, sums, present),
        2 => some_2::<C, A>(lanes, sums, present),
        3 => some_3::<C, A>(lanes, sums, present),
        4 => some_4::<C, A>(lanes, sums, present),
        5 => some_5::<C, A>(lanes, sums, present),
        6 => some_6::<C, A>(lanes, sums, present),
        7 => some_7::<C, A>(lanes, sums, present),
        _ => some_8::<C, A>(lanes, sums, present),
    }
}

fn finish<C: Child, A: Absent>(lanes: &[Lane<'_>], sums: &mut [f64], end: impl Fn(Mean<f64>) -> f64) {
    match lanes.len() {
        1 => sums_1::<C, A>(lanes, sums, end),
        2 => sums_2::<C, A>(lanes, sums, end),
        3 => sums_3::<C, A>(lanes, sums, end),
        4 => sums_4::<C, A>(lanes, sums, end),
        5 => sums_5::<C, A>(lanes, sums, end),
        6 => sums_6::<C, A>(lanes, sums, end),
        7 => sums_7::<C, A>(lanes, sums, end),
        _ => sums_8::<C, A>(lanes, sums, end),
    }
}

#[cfg(test)]
mod tests {
    use super::{Absent, Child, Figure, Lane, LeftOut, Nothing, STRIP, Spreads, Value, fuse};
    use crate::steps::aggregate::weighted_arithmetic::Mean;
    use crate::steps::judge::goalposts::Posts;
    use alloc::vec::Vec;

    /// Row by row, one child after another.
    fn plain<A: Absent, C: Child>(lanes: &[Lane<'_>], row: usize) -> f64 {
        let start = Mean { sum: 0.0, present: 0.0 };
        let mean = lanes.iter().fold(start, |mean, lane| {
            let (weight, weighted) = A::part::<C>(lane, lane.cells[row]);
            mean.take(weight, weighted)
        });
        mean.value(1.0)
    }

    fn same<A: Absent, C: Child>(lanes: &[Lane<'_>]) {
        let (mut out, mut spare) = (alloc::vec![7.0; lanes[0].cells.len()], Vec::new());
        let all = lanes.iter().map(|lane| lane.weight).sum::<f64>();
        let over = 1.0 / all;
        let end = |mean: Mean<f64>| if A::COUNTS { mean.value(1.0) } else { mean.over(over) };
        fuse::<C, A>(lanes, &mut out, &mut spare, end);
        for (row, own) in out.iter().enumerate() {
            let expected = plain::<A, C>(lanes, row);
            assert!(own.to_bits() == expected.to_bits() || (own.is_nan() && expected.is_nan()), "{} {row}", lanes.len());
        }
    }

    #[test]
    fn any_number_of_children_as_one_after_another() {
        let rows = STRIP + 5;
        let figure =
            |child: usize, row: usize| if (row + child) % 7 == 3 { f64::NAN } else { (row * 31 + child * 17) as f64 % 140.0 - 20.0 };
        let columns: Vec<Vec<f64>> = (0..27).map(|child| (0..rows).map(|row| figure(child, row)).collect()).collect();
        let posts = |child: usize| if child % 3 == 2 { Posts::between(100.0, 3.0, 2.0) } else { Posts::between(0.0, 90.0, 3.0) };
        for count in 1..=columns.len() {
            let lane = |(child, cells)| Lane { gives: posts(child), weight: 1.0 + (child % 3) as f64, cells };
            let lanes: Vec<Lane<'_>> = columns[..count].iter().map(Vec::as_slice).enumerate().map(lane).collect();
            same::<LeftOut, Figure>(&lanes);
            same::<Nothing, Figure>(&lanes);
            same::<Spreads, Figure>(&lanes);
            same::<LeftOut, Value>(&lanes);
        }
    }
}
