//! A replication put together: shares up the tree, all units of a node at once, in buffers that are used again.

use super::design::Design;
use super::model::{Join, Model, Source};
use super::options::Mean;
use crate::steps::aggregate::power_mean::Curve;
use crate::steps::aggregate::weighted_arithmetic::Mean as Weighed;
use alloc::vec::Vec;
use core::ops::Range;

/// Values of the nodes, node after node, as shares.
#[derive(Default)]
pub(super) struct Values {
    pub(super) nodes: Vec<f64>,
    present: Vec<f64>,
    logarithms: Bent,
    reciprocals: Bent,
    powers: Bent,
}

/// Columns seen through a curve, first those of leaves, then those of nodes, each with the column that it was made of: most leaves
/// stay as they are from one replication to the next.
#[derive(Default)]
struct Bent {
    of: Vec<f64>,
    bent: Vec<f64>,
}

impl Bent {
    fn see(&mut self, curve: Curve<f64>, span: Range<usize>, cells: &[f64]) {
        let wanted = self.of.len().max(span.end);
        self.of.resize(wanted, f64::NAN);
        self.bent.resize(wanted, f64::NAN);
        let (Some(of), Some(bent)) = (self.of.get_mut(span.clone()), self.bent.get_mut(span)) else { return };
        let same = of.iter().zip(cells).fold(true, |same, (of, x)| same & (of.to_bits() == x.to_bits()));
        if !same {
            of.copy_from_slice(cells);
            // Shares of -0 have no sign.
            bent.iter_mut().zip(cells).for_each(|(bent, x)| *bent = curve.bend(x + 0.0, 1.0));
        }
    }
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
            let mut lanes = strands.clone().filter_map(|(strand, weight)| Some((*weight, column(strand.from)?)));
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
            match curve {
                // The weights of a design add up to one whole.
                None if presence.complete => add(&mut lanes, out),
                None => mean(lanes, false, out, &mut self.present, |mean| mean),
                Some(curve) => {
                    let bent = match curve {
                        Curve::Logarithm => &mut self.logarithms,
                        Curve::Reciprocal => &mut self.reciprocals,
                        Curve::Power(_) => &mut self.powers,
                    };
                    let span = |source: Source| {
                        let at = match source {
                            Source::Leaf(leaf) => leaf,
                            Source::Node(node) => model.leaves.len() + node,
                        };
                        at * units..(at + 1) * units
                    };
                    // A weight of nothing times the logarithm of nothing is no number.
                    let strands = strands.filter(|(_, weight)| **weight > 0.0);
                    for (strand, cells) in strands.clone().filter_map(|(strand, _)| Some((strand, column(strand.from)?))) {
                        bent.see(curve, span(strand.from), cells);
                    }
                    let lanes = strands.filter_map(|(strand, weight)| Some((*weight, bent.bent.get(span(strand.from))?)));
                    mean(lanes, presence.complete, out, &mut self.present, |mean| curve.back(mean, 1.0));
                }
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

/// Weighted means, seen back.
fn mean<'x>(
    mut lanes: impl Iterator<Item = (f64, &'x [f64])> + Clone,
    complete: bool,
    out: &mut [f64],
    present: &mut [f64],
    back: impl Fn(f64) -> f64,
) {
    if complete {
        let all = lanes.clone().fold(0.0, |sum, (weight, _)| sum + weight);
        add(&mut lanes, out);
        out.iter_mut().for_each(|sum| *sum = back(Weighed { sum: *sum, present: all }.value(1.0)));
    } else {
        present.fill(0.0);
        lanes.for_each(|lane| add_present(lane, out, present));
        let sums = out.iter_mut().zip(present);
        sums.for_each(|(sum, present)| *sum = back(Weighed { sum: *sum, present: *present }.value(1.0)));
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

/// Σ weight × value and Σ weight of the units that have one.
fn add_present((weight, cells): (f64, &[f64]), out: &mut [f64], present: &mut [f64]) {
    for ((sum, present), x) in out.iter_mut().zip(present).zip(cells) {
        let (weight, weighted) = if x.is_nan() { (0.0, 0.0) } else { (weight, weight * x) };
        let mean = Weighed { sum: *sum, present: *present }.take(weight, weighted);
        (*sum, *present) = (mean.sum, mean.present);
    }
}
