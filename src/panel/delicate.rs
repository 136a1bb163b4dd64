//! Rows in which a mean that is not arithmetic has a share so close to 0 that its error could be large.

use super::bounds::DELICATE;
use super::columns::Columns;
use super::mask::Mask;
use super::program::{From, Join, Program, Strand};
use super::scores::Scores;
use alloc::vec::Vec;

/// Rows of a quick look.
const RUN: usize = 1_024;

/// The rows of a scored panel that the exact path has to judge for that.
pub(super) fn delicate(program: &Program, columns: &Columns<'_>, scores: &Scores) -> Mask<'static> {
    let mut rows = Vec::new();
    let curved = program.ops.iter().filter(|op| matches!(op.join, Join::Curved(_)));
    for strand in curved.flat_map(|op| &op.strands) {
        let mut spare = Vec::new();
        let cells = match strand.from {
            From::Input(at) => columns.columns.get(at).and_then(Option::as_ref).map(|column| column.block(0..scores.units(), &mut spare)),
            From::Node(node) => Some(scores.node(node)),
        };
        // In runs, so that the quick look is one loop without branches.
        for (run, cells) in cells.unwrap_or_default().chunks(RUN).enumerate() {
            if cells.iter().fold(false, |any, x| any | is_delicate(strand, *x)) {
                rows.extend((run * RUN..).zip(cells).filter(|(_, x)| is_delicate(strand, **x)).map(|(row, _)| row));
            }
        }
    }
    if rows.is_empty() { Mask::default() } else { Mask::of_rows(scores.units(), rows) }
}

fn is_delicate(strand: &Strand, x: f64) -> bool {
    let share = strand.share.at(x);
    (share < DELICATE) & ((share > 0.0) | !strand.sure)
}
