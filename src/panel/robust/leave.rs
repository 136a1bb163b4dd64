//! The panel without one of its criteria.

use super::Robust;
use super::design::Design;
use super::model::{Model, Source};
use super::run::RobustStop;
use super::shift::{Shift, ranks};
use super::tornado::{set_weight, with_sheet};
use alloc::string::String;
use alloc::vec::Vec;

/// What is without a criterion.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LeftOut {
    /// The criterion.
    pub criterion: String,
    /// What its absence does to the places.
    pub shift: Shift,
    /// Ranks without it, place by place.
    pub ranks: Vec<u32>,
}

impl Robust<'_, '_> {
    /// Leaves each criterion out in turn; the others of its group keep their proportions, and a group without any left is left out
    /// itself. The one that moves most comes first. A criterion that is all there is cannot be left out.
    ///
    /// # Errors
    /// A scheme that is judged place by place: `robust.does_not_fit`.
    pub fn leave_one_out(&self) -> Result<Vec<LeftOut>, RobustStop> {
        let model = &self.needs_columns("leave_one_out").map_err(RobustStop::Findings)?.model;
        let mut trial = self.trial();
        let mut out = Vec::new();
        for leaf in 0..model.leaves.len() {
            let mut done = false;
            with_sheet(&mut trial, |design| done = leave(model, design, Source::Leaf(leaf)));
            if !done {
                continue;
            }
            let shift = self.shift(&mut trial)?;
            with_sheet(&mut trial, |design| design.weights.clone_from(&model.weights));
            out.push(LeftOut { criterion: self.name_of(Source::Leaf(leaf)), shift, ranks: ranks(&trial) });
        }
        out.sort_by(|a, b| b.shift.mean.total_cmp(&a.shift.mean));
        Ok(out)
    }
}

/// Takes the weight of a child, and of the nodes that it is all of; false where nothing would be left.
fn leave(model: &Model, design: &mut Design, source: Source) -> bool {
    let of = |node: &super::model::Node| model.strands_of(node).iter().position(|strand| strand.from == source);
    let Some((index, node, at)) = model.nodes.iter().enumerate().find_map(|(index, node)| Some((index, node, of(node)?))) else {
        return false;
    };
    if node.strands.len() < 2 {
        return leave(model, design, Source::Node(index));
    }
    set_weight(model, &mut design.weights, node, at, 0.0);
    true
}
