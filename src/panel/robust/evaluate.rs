//! A replication put together: shares up the tree, all units of a node at once, in buffers that are used again.

use super::model::{Model, Source};
use crate::steps::aggregate::weighted_arithmetic::Mean;
use alloc::vec::Vec;

/// Values of the nodes, node after node, as shares.
#[derive(Default)]
pub(super) struct Values {
    pub(super) nodes: Vec<f64>,
    present: Vec<f64>,
}

impl Values {
    /// Of a node of the model.
    pub(super) fn node(&self, units: usize, node: usize) -> &[f64] {
        self.nodes.get(node * units..(node + 1) * units).unwrap_or_default()
    }

    /// Of the whole.
    pub(super) fn root(&self, units: usize) -> &[f64] {
        self.nodes.get(self.nodes.len().saturating_sub(units)..).unwrap_or_default()
    }

    /// Puts shares together by weights that add up to 1 in each node.
    pub(super) fn fill(&mut self, model: &Model, weights: &[f64], shares: &[f64]) {
        let units = model.units;
        self.nodes.resize(units * model.nodes.len(), 0.0);
        self.present.resize(units, 0.0);
        for (at, node) in model.nodes.iter().enumerate() {
            let (below, from) = self.nodes.split_at_mut(at * units);
            let Some(out) = from.get_mut(..units) else { continue };
            let column = |source: Source| match source {
                Source::Leaf(leaf) => shares.get(leaf * units..(leaf + 1) * units),
                Source::Node(node) => below.get(node * units..(node + 1) * units),
            };
            let strands = model.strands_of(node).iter().zip(weights.get(node.strands.clone()).unwrap_or_default());
            let mut lanes = strands.filter_map(|(strand, weight)| Some((*weight, column(strand.from)?)));
            out.fill(0.0);
            if node.complete {
                add(&mut lanes, out);
                continue;
            }
            self.present.fill(0.0);
            lanes.for_each(|(weight, cells)| add_present(weight, cells, out, &mut self.present));
            out.iter_mut().zip(&self.present).for_each(|(sum, present)| *sum = Mean { sum: *sum, present: *present }.value(1.0));
            node.dead.iter().for_each(|unit| {
                if let Some(value) = out.get_mut(*unit) {
                    *value = f64::NAN;
                }
            });
        }
    }
}

/// Σ weight × value, where every unit has a value; four children in one pass.
fn add<'x>(lanes: &mut impl Iterator<Item = (f64, &'x [f64])>, out: &mut [f64]) {
    while let Some(first) = lanes.next() {
        match (lanes.next(), lanes.next(), lanes.next()) {
            (Some(second), Some(third), Some(fourth)) => add_four([first, second, third, fourth], out),
            (second, third, _) => [Some(first), second, third].into_iter().flatten().for_each(|lane| add_one(lane, out)),
        }
    }
}

fn add_four([(w, a), (x, b), (y, c), (z, d)]: [(f64, &[f64]); 4], out: &mut [f64]) {
    for ((((sum, a), b), c), d) in out.iter_mut().zip(a).zip(b).zip(c).zip(d) {
        let mean = Mean { sum: *sum, present: 1.0 };
        *sum = mean.take(0.0, w * a).take(0.0, x * b).take(0.0, y * c).take(0.0, z * d).sum;
    }
}

fn add_one((weight, cells): (f64, &[f64]), out: &mut [f64]) {
    out.iter_mut().zip(cells).for_each(|(sum, x)| *sum += weight * x);
}

/// Σ weight × value and Σ weight of the units that have one.
fn add_present(weight: f64, cells: &[f64], out: &mut [f64], present: &mut [f64]) {
    for ((sum, present), x) in out.iter_mut().zip(present).zip(cells) {
        let (weight, weighted) = if x.is_nan() { (0.0, 0.0) } else { (weight, weight * x) };
        let mean = Mean { sum: *sum, present: *present }.take(weight, weighted);
        (*sum, *present) = (mean.sum, mean.present);
    }
}
