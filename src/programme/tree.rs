//! Groups of a scheme's tree.

use crate::criteria::{Child, Node};
use alloc::vec::Vec;

/// The node of a group, however deep.
pub(super) fn group<'s>(node: &'s Node, id: &str) -> Option<&'s Node> {
    if node.group.as_deref() == Some(id) {
        return Some(node);
    }
    inner(node).find_map(|child| group(child, id))
}

/// The groups that a criterion stands in, outermost first.
pub(super) fn groups_of<'s>(node: &'s Node, criterion: &str) -> Vec<&'s str> {
    if !node.holds(criterion) {
        return Vec::new();
    }
    let mut out: Vec<&str> = node.group.as_deref().into_iter().collect();
    inner(node).for_each(|child| out.extend(groups_of(child, criterion)));
    out
}

fn inner(node: &Node) -> impl Iterator<Item = &Node> {
    node.children.iter().filter_map(|child| if let Child::Group(inner) = child { Some(inner) } else { None })
}
