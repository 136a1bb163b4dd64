//! How little a weight has to change for two places to change their order.

use super::Robust;
use super::model::{Join, Model, Node, Source};
use super::options::Mean;
use super::shift::Trial;
use super::tornado::{set_weight, with_sheet};
use crate::finding::Findings;
use alloc::string::String;
use alloc::vec::Vec;

/// A change of one weight that makes the scores of two places equal; a little more of it turns their order round.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Flip {
    /// The group the weight is of; none for the whole.
    pub group: Option<String>,
    /// The criterion or group that is weighed.
    pub child: String,
    /// Its weight by the edition, as a part of the group.
    pub from: f64,
    /// The weight at which the scores are equal; the others of the group keep their proportions.
    pub to: f64,
    /// By formula, where the difference of the scores is linear in the weight; else by bisection.
    pub closed_form: bool,
}

impl Flip {
    /// How far the weight moves.
    #[must_use]
    pub fn change(&self) -> f64 {
        (self.to - self.from).abs()
    }
}

/// Steps in which a change of sign is looked for, to each side.
const STEPS: u32 = 64;
/// Halvings of a step.
const HALVINGS: u32 = 60;

impl Robust<'_, '_> {
    /// The weights that can turn the order of two places round, each on its own, the smallest change first; places are counted as in
    /// [`RobustResults::places`](super::RobustResults::places). Empty where no weight can, and where the scores are equal already.
    ///
    /// # Errors
    /// A scheme that is judged place by place has no weights: `robust.does_not_fit`.
    pub fn flips(&self, place: usize, other: usize) -> Result<Vec<Flip>, Findings> {
        let model = &self.needs_columns("flips")?.model;
        let mut trial = self.trial();
        let mut out = Vec::new();
        for node in model.nodes.iter().filter(|node| node.strands.len() > 1 && !matches!(node.join, Join::Least)) {
            let is_linear = self.is_linear(model, node, [place, other]);
            for (at, strand) in model.strands_of(node).iter().enumerate() {
                let Some(from) = model.weights.get(node.strands.start + at).map(|weight| weight / node.total) else { continue };
                let mut gap = |weight: f64| -> f64 {
                    with_sheet(&mut trial, |design| set_weight(model, &mut design.weights, node, at, weight));
                    self.gap(&mut trial, place, other)
                };
                let now = gap(from);
                if now.is_nan() || now.abs() <= self.near {
                    return Ok(Vec::new());
                }
                let to = if is_linear { crossing(gap(0.0), gap(1.0)) } else { nearest(from, now, &mut gap) };
                with_sheet(&mut trial, |design| design.weights.clone_from(&model.weights));
                if let Some(to) = to {
                    let (group, child) = (self.group_of(node.node), self.name_of(strand.from));
                    out.push(Flip { group, child, from, to, closed_form: is_linear });
                }
            }
        }
        out.sort_by(|a, b| a.change().total_cmp(&b.change()));
        Ok(out)
    }

    /// Score of one place less that of the other.
    fn gap(&self, trial: &mut Trial, place: usize, other: usize) -> f64 {
        let Trial { scratch, out, .. } = trial;
        if self.engine.run(&self.options, &self.keys, None, scratch, out).is_err() {
            return f64::NAN;
        }
        let score = |at: usize| out.scores.get(at).copied().unwrap_or(f64::NAN);
        score(place) - score(other)
    }

    /// Whether the scores of both places are linear in a weight of the node: arithmetic from there to the top, and no child of the
    /// node missing for either. Above it weights do not change.
    fn is_linear(&self, model: &Model, node: &Node, places: [usize; 2]) -> bool {
        let share = |leaf: usize, unit: usize| model.shares.get(leaf * model.units + unit).is_none_or(|share| share.is_nan());
        let gone = |source: Source, unit: usize| match source {
            Source::Leaf(leaf) => share(leaf, unit),
            Source::Node(node) => model.presences.get(node).is_none_or(|own| own.dead.contains(&unit)),
        };
        let missing = model.strands_of(node).iter().any(|strand| places.iter().any(|unit| gone(strand.from, *unit)));
        !missing && arithmetic_up(model, node)
    }
}

/// Sums and arithmetic means from a node to the whole.
fn arithmetic_up(model: &Model, node: &Node) -> bool {
    if !matches!(node.join, Join::Points | Join::Mean(Mean::Arithmetic)) {
        return false;
    }
    let at = model.nodes.iter().position(|own| own.node == node.node);
    let is_parent = |own: &&Node| model.strands_of(own).iter().any(|strand| Some(strand.from) == at.map(Source::Node));
    model.nodes.iter().find(is_parent).is_none_or(|parent| arithmetic_up(model, parent))
}

/// Where a line from one value at 0 to another at 1 is 0.
fn crossing(at_0: f64, at_1: f64) -> Option<f64> {
    let turns = (at_0 <= 0.0 && at_1 >= 0.0) || (at_0 >= 0.0 && at_1 <= 0.0);
    (turns && (at_0 - at_1).abs() > 0.0).then(|| at_0 / (at_0 - at_1))
}

/// The nearest change of sign to a weight, by steps to both sides and bisection of the first step that has one.
fn nearest(from: f64, now: f64, gap: &mut impl FnMut(f64) -> f64) -> Option<f64> {
    let mut side = |end: f64| {
        let mut before = from;
        for step in 1..=STEPS {
            let next = from + (end - from) * f64::from(step) / f64::from(STEPS);
            if gap(next) * now <= 0.0 {
                return Some(bisect(before, next, now, gap));
            }
            before = next;
        }
        None
    };
    let both = [side(0.0), side(1.0)];
    both.into_iter().flatten().min_by(|a, b| (a - from).abs().total_cmp(&(b - from).abs()))
}

/// Between a weight where the sign is as it was and one where it is not.
fn bisect(mut same: f64, mut other: f64, now: f64, gap: &mut impl FnMut(f64) -> f64) -> f64 {
    for _ in 0..HALVINGS {
        let middle = same + (other - same) / 2.0;
        if gap(middle) * now > 0.0 { same = middle } else { other = middle }
    }
    other
}
