//! Runs a program over columns, block by block: all nodes of a block while it is in the cache.

use super::bent::{curved, least};
use super::column::Column;
use super::kernel::{Absent, Lane, LeftOut, Nothing, Spreads, fuse};
use super::program::{From, Join, Op, Program};
use crate::criteria::MissingPolicy;
use crate::steps::aggregate::weighted_arithmetic::Mean;
use alloc::vec;
use alloc::vec::Vec;

/// Rows of a block.
pub(super) const BLOCK: usize = 4_096;

/// The columns of a run, with what is known of each.
pub(super) struct Feed<'r, 'a> {
    /// By input of the plan; none = nothing is known.
    pub(super) columns: &'r [Option<Column<'a>>],
    /// By input of the plan: every row has a figure.
    pub(super) complete: &'r [bool],
}

/// A block of rows of every node.
struct Block<'o> {
    first: usize,
    nodes: Vec<&'o mut [f64]>,
}

/// Fills `values`, node after node, each with so many rows.
pub(super) fn run(program: &Program, feed: &Feed<'_, '_>, units: usize, values: &mut [f64]) {
    if units == 0 {
        return;
    }
    let complete = complete_nodes(program, feed);
    let mut nodes: Vec<_> = values.chunks_exact_mut(units).map(|node| node.chunks_mut(BLOCK)).collect();
    let blocks: Vec<Block<'_>> =
        (0..units).step_by(BLOCK).map(|first| Block { first, nodes: nodes.iter_mut().filter_map(Iterator::next).collect() }).collect();
    each(blocks, |block, spare| one(program, feed, &complete, block, spare));
}

/// Buffers of a thread.
#[derive(Default)]
struct Spare {
    masked: Vec<Vec<f64>>,
    present: Vec<f64>,
    nothing: Vec<f64>,
}

#[cfg(feature = "parallel")]
fn each(blocks: Vec<Block<'_>>, run: impl Fn(Block<'_>, &mut Spare) + Sync) {
    use rayon::iter::{IntoParallelIterator, ParallelIterator};
    blocks.into_par_iter().for_each_init(Spare::default, |spare, block| run(block, spare));
}

#[cfg(not(feature = "parallel"))]
fn each(blocks: Vec<Block<'_>>, run: impl Fn(Block<'_>, &mut Spare)) {
    let mut spare = Spare::default();
    blocks.into_iter().for_each(|block| run(block, &mut spare));
}

/// Nodes that have a value in every row.
fn complete_nodes(program: &Program, feed: &Feed<'_, '_>) -> Vec<bool> {
    let mut out = vec![false; program.nodes];
    for op in &program.ops {
        let all = op.strands.iter().all(|strand| match strand.from {
            From::Input(at) => feed.complete.get(at).copied().unwrap_or(false),
            From::Node(at) => out.get(at).copied().unwrap_or(false),
        });
        if let Some(slot) = out.get_mut(op.node) {
            *slot = all;
        }
    }
    out
}

fn one(program: &Program, feed: &Feed<'_, '_>, complete: &[bool], mut block: Block<'_>, spare: &mut Spare) {
    let rows = block.nodes.first().map_or(0, |node| node.len());
    let span = block.first..block.first + rows;
    spare.nothing.resize(rows, f64::NAN);
    for op in &program.ops {
        // Children come after their parent in the plan.
        let Some((upper, below)) = block.nodes.split_at_mut_checked(op.node + 1) else { continue };
        let Some(out) = upper.last_mut() else { continue };
        spare.masked.resize_with(op.strands.len().max(spare.masked.len()), Vec::new);
        let lanes = op.strands.iter().zip(&mut spare.masked).map(|(strand, masked)| {
            let cells = match strand.from {
                From::Input(at) => feed.columns.get(at).and_then(Option::as_ref).map(|column| column.block(span.clone(), masked)),
                From::Node(at) => at.checked_sub(op.node + 1).and_then(|at| below.get(at)).map(|node| &**node),
            };
            let gives = if matches!(op.join, Join::Sum | Join::Mean { .. }) { strand.gives } else { strand.share };
            Lane { gives, weight: strand.weight, cells: cells.unwrap_or(&spare.nothing) }
        });
        let lanes: Vec<Lane<'_>> = lanes.collect();
        let whole = complete.get(op.node).copied().unwrap_or(false);
        put_together(program.policy, op, whole, &lanes, out, &mut spare.present);
    }
}

fn put_together(policy: MissingPolicy, op: &Op, whole: bool, lanes: &[Lane<'_>], out: &mut [f64], present: &mut Vec<f64>) {
    match op.join {
        Join::Curved(curve) => return curved(curve, policy, lanes, (op.least, op.full), out, present),
        Join::Least => return least(policy, lanes, (op.least, op.full), out, present),
        Join::Sum | Join::Mean { .. } => {}
    }
    match policy {
        MissingPolicy::Exclude if !whole => {
            let least = op.least;
            let end = |mean: Mean<f64>| if mean.present >= least { mean.value(1.0) } else { f64::NAN };
            fuse::<LeftOut>(lanes, out, present, end);
        }
        MissingPolicy::NotMet | MissingPolicy::Zero if !whole => all::<Nothing>(op, lanes, out, present),
        _ => all::<Spreads>(op, lanes, out, present),
    }
}

/// All children count.
fn all<A: Absent>(op: &Op, lanes: &[Lane<'_>], out: &mut [f64], present: &mut Vec<f64>) {
    match op.join {
        Join::Mean { over } => fuse::<A>(lanes, out, present, |mean| mean.over(over)),
        _ => fuse::<A>(lanes, out, present, |mean| mean.sum),
    }
}
