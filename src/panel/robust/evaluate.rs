//! A replication put together: shares up the tree, all units of a node at once, in buffers that are used again.

use super::design::Design;
use super::model::{Join, Model, Source};
use super::options::Mean;
use crate::steps::aggregate::power_mean::Curve;
use crate::steps::aggregate::weighted_arithmetic::Mean as Weighed;
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

    /// Puts the shares of a design together; its weights add up as those of the model.
    pub(super) fn fill(&mut self, model: &Model, design: &Design) {
        let units = model.units;
        self.nodes.resize(units * model.nodes.len(), 0.0);
        self.present.resize(units, 0.0);
        for ((at, node), presence) in model.nodes.iter().enumerate().zip(design.presence(model)) {
            let (below, from) = self.nodes.split_at_mut(at * units);
            let Some(out) = from.get_mut(..units) else { continue };
            let column = |source: Source| match source {
                Source::Leaf(leaf) => design.column(model, leaf),
                Source::Node(node) => below.get(node * units..(node + 1) * units),
            };
            let strands = model.strands_of(node).iter().zip(design.weights.get(node.strands.clone()).unwrap_or_default());
            let mut lanes = strands.filter_map(|(strand, weight)| Some((*weight, column(strand.from)?)));
            let curve = match design.mean.filter(|_| node.join.is_mean()).map_or(node.join, Join::Mean) {
                Join::Points | Join::Mean(Mean::Arithmetic) => None,
                Join::Mean(Mean::Geometric) => Some(Curve::Logarithm),
                Join::Mean(Mean::Harmonic) => Some(Curve::Reciprocal),
                Join::Power(curve) => Some(curve),
                Join::Least => {
                    out.fill(f64::NAN);
                    lanes.filter(|(weight, _)| *weight > 0.0).for_each(|(_, cells)| least(cells, out));
                    presence.kill(out);
                    design.fill_group(model, presence, out);
                    continue;
                }
            };
            out.fill(0.0);
            if presence.complete && curve.is_none() {
                add(&mut lanes, out);
                continue;
            }
            self.present.fill(0.0);
            match curve {
                None => lanes.for_each(|lane| add_present(lane, out, &mut self.present, |x| x)),
                // A weight of nothing times the logarithm of nothing is no number; shares of -0 have no sign.
                Some(curve) => lanes
                    .filter(|(weight, _)| *weight > 0.0)
                    .for_each(|lane| add_present(lane, out, &mut self.present, |x| curve.bend(x + 0.0, 1.0))),
            }
            for (sum, present) in out.iter_mut().zip(&self.present) {
                let mean = Weighed { sum: *sum, present: *present }.value(1.0);
                *sum = curve.map_or(mean, |curve| curve.back(mean, 1.0));
            }
            presence.kill(out);
            design.fill_group(model, presence, out);
        }
    }
}

/// The least share so far, of those that are there.
fn least(cells: &[f64], out: &mut [f64]) {
    for (least, x) in out.iter_mut().zip(cells) {
        if least.is_nan() || x < least {
            *least = *x;
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
        let mean = Weighed { sum: *sum, present: 1.0 };
        *sum = mean.take(0.0, w * a).take(0.0, x * b).take(0.0, y * c).take(0.0, z * d).sum;
    }
}

fn add_one((weight, cells): (f64, &[f64]), out: &mut [f64]) {
    out.iter_mut().zip(cells).for_each(|(sum, x)| *sum += weight * x);
}

/// Σ weight × bent value and Σ weight of the units that have one.
fn add_present((weight, cells): (f64, &[f64]), out: &mut [f64], present: &mut [f64], bend: impl Fn(f64) -> f64) {
    for ((sum, present), x) in out.iter_mut().zip(present).zip(cells) {
        let (weight, weighted) = if x.is_nan() { (0.0, 0.0) } else { (weight, weight * bend(*x)) };
        let mean = Weighed { sum: *sum, present: *present }.take(weight, weighted);
        (*sum, *present) = (mean.sum, mean.present);
    }
}
