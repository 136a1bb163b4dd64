//! Runs a program over columns, block by block: all nodes of a block while it is in the cache.

use super::bent::{Terms, curved, least};
use super::column::Column;
use super::delicate::delicate;
use super::kernel::{Child, Figure, Lane, LeftOut, Nothing, Spreads, Value, fuse};
use super::mask::Mask;
use super::program::{From, Join, Op, Program};
use crate::criteria::MissingPolicy;
use alloc::vec;
use alloc::vec::Vec;

/// The most rows of a block. Columns are read in long runs, which memory gives faster than short ones; the nodes of a group and of its
/// parts stay in the cache meanwhile.
const MOST_ROWS: usize = 16_384;
/// The fewest, unless there are no more.
const LEAST_ROWS: usize = 4_096;
/// Blocks for each thread, so that they end together.
const BLOCKS: usize = 8;

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

/// Fills `values`, node after node, each with so many rows; gives the rows that the exact path has to judge.
pub(super) fn run(program: &Program, feed: &Feed<'_, '_>, units: usize, values: &mut [f64]) -> Mask<'static> {
    if units == 0 {
        return Mask::default();
    }
    let complete = complete_nodes(program, feed);
    let rows = (units / (BLOCKS * threads())).clamp(LEAST_ROWS, MOST_ROWS).next_multiple_of(512);
    let mut nodes: Vec<_> = values.chunks_exact_mut(units).map(|node| node.chunks_mut(rows)).collect();
    let blocks: Vec<Block<'_>> =
        (0..units).step_by(rows).map(|first| Block { first, nodes: nodes.iter_mut().filter_map(Iterator::next).collect() }).collect();
    let nothing = vec![f64::NAN; rows.min(units)];
    let rows: Vec<usize> = each(blocks, |block, spare| one((program, feed), (&complete, &nothing), block, spare));
    if rows.is_empty() { Mask::default() } else { Mask::of_rows(units, rows) }
}

/// Buffers of a thread.
#[derive(Default)]
struct Spare {
    masked: Vec<Vec<f64>>,
    present: Vec<f64>,
}

#[cfg(feature = "parallel")]
fn threads() -> usize {
    rayon::current_num_threads().max(1)
}

#[cfg(not(feature = "parallel"))]
fn threads() -> usize {
    1
}

#[cfg(feature = "parallel")]
fn each(blocks: Vec<Block<'_>>, run: impl Fn(Block<'_>, &mut Spare) -> Vec<usize> + Sync) -> Vec<usize> {
    use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
    // One block at a time, so that none waits behind others while a thread has nothing to do.
    blocks.into_par_iter().with_max_len(1).map_init(Spare::default, |spare, block| run(block, spare)).flatten_iter().collect()
}

#[cfg(not(feature = "parallel"))]
fn each(blocks: Vec<Block<'_>>, run: impl Fn(Block<'_>, &mut Spare) -> Vec<usize>) -> Vec<usize> {
    let mut spare = Spare::default();
    blocks.into_iter().flat_map(|block| run(block, &mut spare)).collect()
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

/// `complete`: by node; `nothing`: the cells of what is not there.
fn one(
    (program, feed): (&Program, &Feed<'_, '_>),
    (complete, nothing): (&[bool], &[f64]),
    mut block: Block<'_>,
    spare: &mut Spare,
) -> Vec<usize> {
    let mut rows_apart = Vec::new();
    let rows = block.nodes.first().map_or(0, |node| node.len());
    let span = block.first..block.first + rows;
    let nothing = nothing.get(..rows).unwrap_or_default();
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
            Lane { gives, weight: strand.weight, cells: cells.unwrap_or(nothing) }
        });
        let lanes: Vec<Lane<'_>> = lanes.collect();
        let whole = complete.get(op.node).copied().unwrap_or(false);
        put_together(program.policy, op, whole, &lanes, out, &mut spare.present);
        delicate(op, &lanes, block.first, &mut rows_apart);
    }
    rows_apart
}

fn put_together(policy: MissingPolicy, op: &Op, whole: bool, lanes: &[Lane<'_>], out: &mut [f64], present: &mut Vec<f64>) {
    let terms = Terms { policy, whole, enough: op.least, full: op.full };
    let over = match op.join {
        Join::Curved(curve) => return curved(curve, terms, lanes, out, present),
        Join::Least => return least(terms, lanes, out, present),
        Join::Sum => 1.0,
        Join::Mean { over } => over,
    };
    if op.strands.iter().all(|strand| matches!(strand.from, From::Node(_))) {
        weigh::<Value>(policy, (op.least, over), whole, lanes, out, present);
    } else {
        weigh::<Figure>(policy, (op.least, over), whole, lanes, out, present);
    }
}

/// `over`: what all children's sum is multiplied by.
fn weigh<C: Child>(
    policy: MissingPolicy,
    (least, over): (f64, f64),
    whole: bool,
    lanes: &[Lane<'_>],
    out: &mut [f64],
    present: &mut Vec<f64>,
) {
    match policy {
        MissingPolicy::Exclude if !whole => {
            fuse::<C, LeftOut>(lanes, out, present, |mean| if mean.present >= least { mean.value(1.0) } else { f64::NAN });
        }
        MissingPolicy::Undecided if !whole => fuse::<C, Spreads>(lanes, out, present, |mean| mean.over(over)),
        _ => fuse::<C, Nothing>(lanes, out, present, |mean| mean.over(over)),
    }
}
