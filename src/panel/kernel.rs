//! The inner loops: what the children of a node give, put together row by row.
//!
//! The children of a node are fused: one loop reads them all and writes the node once. There is a loop for each number of
//! children up to [`MOST`], and more children go through several. What a child gives ([`Posts::at`]) and how a mean is taken
//! ([`Mean`]) are the rules of the method's steps, here with `f64`; nothing in a loop branches, so the compiler can use
//! whatever vector instructions its target has.

use crate::steps::aggregate::weighted_arithmetic::Mean;
use crate::steps::judge::goalposts::Posts;

/// The most children that one loop takes.
const MOST: usize = 8;

/// A child: its column, and what it gives.
#[derive(Clone, Copy)]
pub(super) struct Lane<'x> {
    /// Weight × what the value gives; NaN in, NaN out.
    pub(super) gives: Posts<f64>,
    pub(super) weight: f64,
    /// NaN where there is no value.
    pub(super) cells: &'x [f64],
}

/// What a child without a value means.
pub(super) trait Absent {
    fn take(mean: Mean<f64>, lane: &Lane<'_>, x: f64) -> Mean<f64>;
}

/// Nothing above it has a value.
pub(super) struct Spreads;
/// It gives nothing.
pub(super) struct Nothing;
/// It is left out, and its weight with it.
pub(super) struct LeftOut;

impl Absent for Spreads {
    #[inline]
    fn take(mean: Mean<f64>, lane: &Lane<'_>, x: f64) -> Mean<f64> {
        mean.take(lane.weight, lane.gives.at(x))
    }
}

impl Absent for Nothing {
    #[inline]
    fn take(mean: Mean<f64>, lane: &Lane<'_>, x: f64) -> Mean<f64> {
        mean.take(lane.weight, if x.is_nan() { 0.0 } else { lane.gives.at(x) })
    }
}

impl Absent for LeftOut {
    #[inline]
    fn take(mean: Mean<f64>, lane: &Lane<'_>, x: f64) -> Mean<f64> {
        let (weight, weighted) = if x.is_nan() { (0.0, 0.0) } else { (lane.weight, lane.gives.at(x)) };
        mean.take(weight, weighted)
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

/// For a number of children: the loop over all of them, and the one that goes on with sums begun before.
macro_rules! loops {
    ($all:ident $some:ident: $($lane:ident $cell:ident),+) => {
        fn $all<A: Absent>(lanes: &[Lane<'_>], out: &mut [f64], end: impl Fn(Mean<f64>) -> f64) {
            let [$($lane),+] = lanes else { return };
            $(let $lane = *$lane;)+
            for nested!(out, $($cell)+) in zipped!(out.iter_mut(); $($lane)+) {
                let mean = Mean::start(0.0);
                $(let mean = A::take(mean, &$lane, *$cell);)+
                *out = end(mean);
            }
        }

        fn $some<A: Absent>(lanes: &[Lane<'_>], sums: &mut [f64], present: &mut [f64]) {
            let [$($lane),+] = lanes else { return };
            $(let $lane = *$lane;)+
            for nested!((sum, present), $($cell)+) in zipped!(sums.iter_mut().zip(present.iter_mut()); $($lane)+) {
                let mean = Mean { sum: *sum, present: *present };
                $(let mean = A::take(mean, &$lane, *$cell);)+
                (*sum, *present) = (mean.sum, mean.present);
            }
        }
    };
}

loops!(all_1 some_1: a x);
loops!(all_2 some_2: a x, b y);
loops!(all_3 some_3: a x, b y, c z);
loops!(all_4 some_4: a x, b y, c z, d u);
loops!(all_5 some_5: a x, b y, c z, d u, e v);
loops!(all_6 some_6: a x, b y, c z, d u, e v, f w);
loops!(all_7 some_7: a x, b y, c z, d u, e v, f w, g p);
loops!(all_8 some_8: a x, b y, c z, d u, e v, f w, g p, h q);

/// Puts the children together for a block of rows. `end`: the node's value from the sums; `spare`: a buffer.
pub(super) fn fuse<A: Absent>(lanes: &[Lane<'_>], out: &mut [f64], spare: &mut alloc::vec::Vec<f64>, end: impl Fn(Mean<f64>) -> f64) {
    match lanes.len() {
        0 => out.fill(f64::NAN),
        1 => all_1::<A>(lanes, out, end),
        2 => all_2::<A>(lanes, out, end),
        3 => all_3::<A>(lanes, out, end),
        4 => all_4::<A>(lanes, out, end),
        5 => all_5::<A>(lanes, out, end),
        6 => all_6::<A>(lanes, out, end),
        7 => all_7::<A>(lanes, out, end),
        MOST => all_8::<A>(lanes, out, end),
        _ => {
            spare.clear();
            spare.resize(out.len(), 0.0);
            out.fill(0.0);
            lanes.chunks(MOST).for_each(|some| go_on::<A>(some, out, spare));
            for (sum, present) in out.iter_mut().zip(spare) {
                *sum = end(Mean { sum: *sum, present: *present });
            }
        }
    }
}

fn go_on<A: Absent>(lanes: &[Lane<'_>], sums: &mut [f64], present: &mut [f64]) {
    match lanes.len() {
        1 => some_1::<A>(lanes, sums, present),
        2 => some_2::<A>(lanes, sums, present),
        3 => some_3::<A>(lanes, sums, present),
        4 => some_4::<A>(lanes, sums, present),
        5 => some_5::<A>(lanes, sums, present),
        6 => some_6::<A>(lanes, sums, present),
        7 => some_7::<A>(lanes, sums, present),
        _ => some_8::<A>(lanes, sums, present),
    }
}
