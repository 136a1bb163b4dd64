//! Rows in which a mean that is not arithmetic has a share so close to 0 that its error could be large: the exact path judges them.

use super::bounds::DELICATE;
use super::kernel::Lane;
use super::program::{From, Join, Op};
use alloc::vec::Vec;

/// Rows of a quick look.
const RUN: usize = 1_024;

/// Adds those of a block that begins with the row `first`.
pub(super) fn delicate(op: &Op, lanes: &[Lane<'_>], first: usize, rows: &mut Vec<usize>) {
    if !matches!(op.join, Join::Curved(_)) {
        return;
    }
    for (strand, lane) in op.strands.iter().zip(lanes) {
        // Each as a case of its own, so that the quick look is one loop without branches.
        match (strand.from, strand.sure) {
            (From::Input(_), true) => look(lane, first, rows, |x| is_small(strand.share.cut(x))),
            (From::Input(_), false) => look(lane, first, rows, |x| strand.share.cut(x) < DELICATE),
            (From::Node(_), true) => look(lane, first, rows, |x| is_small(strand.share.inside(x))),
            (From::Node(_), false) => look(lane, first, rows, |x| strand.share.inside(x) < DELICATE),
        }
    }
}

/// Where 0 is sure to be 0.
#[inline]
fn is_small(share: f64) -> bool {
    (share < DELICATE) & (share > 0.0)
}

#[inline]
fn look(lane: &Lane<'_>, first: usize, rows: &mut Vec<usize>, is_delicate: impl Fn(f64) -> bool) {
    for (run, cells) in lane.cells.chunks(RUN).enumerate() {
        if cells.iter().fold(false, |any, x| any | is_delicate(*x)) {
            rows.extend((first + run * RUN..).zip(cells).filter(|(_, x)| is_delicate(**x)).map(|(row, _)| row));
        }
    }
}
