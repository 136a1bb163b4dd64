//! What a replication draws: weights, goalposts, figures. Everything follows from seed, number and what is drawn.

use super::exact::draw_figure;
use super::model::{Model, bring_to};
use super::options::{Mean, RobustOptions, WeightDoubt};
use super::stream::{Address, Purpose};
use crate::steps::judge::goalposts::Posts;
use alloc::vec::Vec;

/// Something that is doubted on its own: all of a purpose, or one item of it (a node, a column).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Factor {
    pub(super) purpose: Purpose,
    pub(super) item: Option<usize>,
}

/// Which numbers a run takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) seed: u64,
    pub(super) replication: u32,
    /// From the second of two designs.
    pub(super) second: bool,
    /// But this factor from the other one.
    pub(super) swapped: Option<Factor>,
}

impl Run {
    /// A plain replication.
    pub(super) fn plain(seed: u64, replication: u32) -> Self {
        Self { seed, replication, second: false, swapped: None }
    }

    pub(super) fn of(&self, purpose: Purpose, item: usize) -> Address {
        let swapped = self.swapped.is_some_and(|factor| factor.purpose == purpose && factor.item.is_none_or(|own| own == item));
        Address { seed: self.seed, replication: self.replication, second: self.second != swapped }
    }
}

/// A design, in buffers that are used again.
#[derive(Default)]
pub(super) struct Design {
    /// By strand of the model.
    pub(super) weights: Vec<f64>,
    /// Leaf after leaf.
    pub(super) shares: Vec<f64>,
    /// Worst and best by leaf.
    pub(super) posts: Vec<(f64, f64)>,
    /// Leaf after leaf; only where figures are doubted.
    pub(super) figures: Vec<f64>,
    /// Wherever the edition takes a mean; none: as the edition does.
    pub(super) mean: Option<Mean>,
}

impl Design {
    /// The edition as it is.
    pub(super) fn nominal(model: &Model) -> Self {
        Self {
            weights: model.weights.clone(),
            shares: model.shares.clone(),
            posts: model.leaves.iter().map(|leaf| (leaf.worst, leaf.best)).collect(),
            figures: model.figures.clone(),
            mean: None,
        }
    }

    /// Draws all that is doubted; the rest stays nominal. `keys` tell places apart.
    pub(super) fn draw(&mut self, model: &Model, options: &RobustOptions, keys: &[u64], run: &Run) {
        if let Some(doubt) = options.weights {
            self.weights(model, doubt, run);
        }
        if !options.means.is_empty() {
            let drawn = run.of(Purpose::Means, 0).stream(Purpose::Means, 0, 0).below(options.means.len());
            self.mean = options.means.get(drawn).copied();
        }
        let band = options.assumed.map(|percent| percent / 100.0);
        for (at, leaf) in model.leaves.iter().enumerate() {
            let mut changed = false;
            if let (Some(band), true, Some(posts)) = (band, leaf.assumed, self.posts.get_mut(at)) {
                let mut stream = run.of(Purpose::Posts, leaf.input).stream(Purpose::Posts, leaf.input, 0);
                let reach = band * (leaf.best - leaf.worst);
                *posts = (leaf.worst + reach * stream.sway(), leaf.best + reach * stream.sway());
                changed = true;
            }
            if let Some(errors) = &leaf.errors {
                let own = model.figures.get(at * model.units..).unwrap_or_default();
                let drawn = self.figures.get_mut(at * model.units..).unwrap_or_default();
                let address = run.of(Purpose::Figures, leaf.input);
                for (((figure, drawn), error), key) in own.iter().zip(drawn).zip(errors).zip(keys) {
                    if *error > 0.0 && !figure.is_nan() {
                        let mut stream = address.stream(Purpose::Figures, leaf.input, *key);
                        *drawn = draw_figure(*figure, *error, leaf.bounds, f64::INFINITY, &mut stream);
                    }
                }
                changed = true;
            }
            if changed {
                self.shares_of(model, at);
            }
        }
    }

    /// Other goalposts for a leaf.
    pub(super) fn set_posts(&mut self, model: &Model, at: usize, posts: (f64, f64)) {
        if let Some(slot) = self.posts.get_mut(at) {
            *slot = posts;
            self.shares_of(model, at);
        }
    }

    /// Shares of a leaf from its figures and goalposts.
    fn shares_of(&mut self, model: &Model, at: usize) {
        let Some((worst, best)) = self.posts.get(at) else { return };
        let posts = Posts::between(*worst, *best, 1.0);
        let span = at * model.units..(at + 1) * model.units;
        let figures = self.figures.get(span.clone()).unwrap_or_default();
        let shares = self.shares.get_mut(span).unwrap_or_default();
        shares.iter_mut().zip(figures).filter(|(_, x)| !x.is_nan()).for_each(|(share, x)| *share = posts.at(*x));
    }

    fn weights(&mut self, model: &Model, doubt: WeightDoubt, run: &Run) {
        for node in &model.nodes {
            let (strands, own) = (model.strands_of(node), model.weights.get(node.strands.clone()).unwrap_or_default());
            let drawn = self.weights.get_mut(node.strands.clone()).unwrap_or_default();
            if strands.len() < 2 {
                continue;
            }
            let mut stream = run.of(Purpose::Weights, node.node).stream(Purpose::Weights, node.node, 0);
            for ((drawn, strand), weight) in drawn.iter_mut().zip(strands).zip(own) {
                *drawn = match (doubt, strand.gamma) {
                    (WeightDoubt::Dirichlet { .. }, Some(gamma)) => gamma.draw(&mut stream),
                    (WeightDoubt::Dirichlet { .. }, None) => *weight,
                    (WeightDoubt::Band { percent }, _) => weight * (1.0 + percent / 100.0 * stream.sway()),
                };
            }
            bring_to(node.total, drawn);
        }
    }
}
