//! Which nodes of a graph reach each other.

use alloc::vec;
use alloc::vec::Vec;

/// For each node the name of its circle: nodes that reach each other have the same, every other node one of its own. `edges` has, for each node,
/// those that it leads to. Time and memory grow with nodes and edges (Kosaraju).
pub(super) fn circles(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut back = vec![Vec::new(); edges.len()];
    for (from, to) in edges.iter().enumerate().flat_map(|(from, own)| own.iter().map(move |to| (from, *to))) {
        if let Some(own) = back.get_mut(to) {
            own.push(from);
        }
    }
    let mut order = Vec::with_capacity(edges.len());
    let mut seen = vec![false; edges.len()];
    (0..edges.len()).for_each(|node| walk(node, edges, &mut seen, &mut order));
    let mut seen = vec![false; edges.len()];
    let mut out: Vec<usize> = (0..edges.len()).collect();
    for root in order.into_iter().rev() {
        let mut members = Vec::new();
        walk(root, &back, &mut seen, &mut members);
        for member in members {
            if let Some(own) = out.get_mut(member) {
                *own = root;
            }
        }
    }
    out
}

/// Every node that is not seen yet and can be reached, in the order in which each is done with.
fn walk(from: usize, edges: &[Vec<usize>], seen: &mut [bool], out: &mut Vec<usize>) {
    let mut is_new = |node: usize| seen.get_mut(node).is_some_and(|seen| !core::mem::replace(seen, true));
    if !is_new(from) {
        return;
    }
    let mut stack = vec![(from, 0)];
    while let Some((node, at)) = stack.pop() {
        match edges.get(node).and_then(|own| own.get(at)) {
            Some(to) => {
                stack.push((node, at + 1));
                if is_new(*to) {
                    stack.push((*to, 0));
                }
            }
            None => out.push(node),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::circles;
    use alloc::vec;

    #[test]
    fn nodes_that_reach_each_other_have_one_name() {
        // 0 > 1 > 2 > 0, 2 > 3 > 4, 5 > 5.
        let found = circles(&[vec![1], vec![2], vec![0, 3], vec![4], vec![], vec![5]]);
        assert!(found[0] == found[1] && found[1] == found[2]);
        let others = [found[0], found[3], found[4], found[5]];
        assert!((1..4).all(|at| !others[..at].contains(&others[at])), "{found:?}");
    }
}
