//! The nodes of a scheme's tree, as the scores of a panel count them.

use super::plan::PanelPlan;
use crate::criteria::Group;
use alloc::vec::Vec;

/// A node of the tree.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct PanelNode<'s> {
    /// The group; none for the root.
    pub group: Option<&'s Group>,
}

impl<'s> PanelPlan<'s> {
    /// The nodes in the order of the tree, the root first.
    #[must_use]
    pub fn nodes(&self) -> Vec<PanelNode<'s>> {
        let groups = &self.set().header().groups;
        self.plan().groups.iter().map(|own| PanelNode { group: own.group.and_then(|at| groups.get(at)) }).collect()
    }
}
