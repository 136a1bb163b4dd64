//! What a replication draws: weights, goalposts, figures. Everything follows from seed, number and what is drawn.

use super::exact::draw_figure;
use super::model::{Model, bring_to};
use super::normal::Normals;
use super::options::{Mean, RobustOptions, WeightDoubt};
use super::presence::Presence;
use super::stream::{Address, Purpose};
use super::treated::state;
use crate::criteria::{Normalise, Treatment};
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
    /// The number of the treatment; 0: as it is.
    pub(super) treatment: usize,
    /// A treatment that is none of those that can be drawn.
    pub(super) own_treatment: Option<Treatment>,
    /// By leaf: `shares` hold it, and not the table of the treatment.
    pub(super) own: Vec<bool>,
    /// By leaf whose shares are here: no two places can be told apart.
    pub(super) constants: Vec<bool>,
    /// By node, where it is another than that of the treatment.
    pub(super) own_presence: Vec<Presence>,
    normals: Normals,
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
            treatment: 0,
            own_treatment: None,
            own: alloc::vec![model.treated.is_none(); model.leaves.len()],
            constants: alloc::vec![false; model.leaves.len()],
            own_presence: Vec::new(),
            normals: Normals::default(),
        }
    }

    /// What is done to figures.
    fn treated<'d>(&'d self, model: &'d Model) -> Option<&'d Treatment> {
        self.own_treatment.as_ref().or_else(|| model.treated.as_ref()?.all.get(self.treatment))
    }

    /// The shares of a leaf.
    #[inline]
    pub(super) fn column<'d>(&'d self, model: &'d Model, leaf: usize) -> Option<&'d [f64]> {
        let span = leaf * model.units..(leaf + 1) * model.units;
        match &model.treated {
            Some(treated) if !self.own.get(leaf).copied().unwrap_or(true) => treated.table(model, self.treatment).get(span),
            _ => self.shares.get(span),
        }
    }

    /// By node, which units have a value.
    pub(super) fn presence<'d>(&'d self, model: &'d Model) -> &'d [Presence] {
        match &model.treated {
            _ if !self.own_presence.is_empty() => &self.own_presence,
            Some(treated) => treated.presence(self.treatment),
            None => &model.presences,
        }
    }

    /// Gives units of a group that have too little the value of other places, where the treatment says so.
    pub(super) fn fill_group(&self, model: &Model, presence: &Presence, out: &mut [f64]) {
        if let Some(treatment) = self.treated(model).filter(|_| !presence.filled.is_empty()) {
            model.fill_group(treatment, presence, out);
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
        self.treatment = model.treated.as_ref().map_or(0, |treated| treated.draw(run));
        let by_posts = self.treated(model).is_none_or(|own| own.normalise == Normalise::Goalposts);
        let band = options.assumed.map(|percent| percent / 100.0).filter(|_| by_posts);
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
                let first = self.normals.at(address, leaf.input, keys);
                for ((((figure, drawn), error), key), first) in own.iter().zip(drawn).zip(errors).zip(keys).zip(first) {
                    if *error > 0.0 && !figure.is_nan() {
                        let again = |attempt| if attempt == 0 { *first } else { address.normal(leaf.input, key.wrapping_add(attempt)) };
                        *drawn = draw_figure(*figure, *error, leaf.bounds, f64::INFINITY, again);
                    }
                }
                changed = true;
            }
            if model.treated.is_some() {
                self.own.get_mut(at).into_iter().for_each(|own| *own = changed);
            }
            if changed {
                self.shares_of(model, at);
            }
        }
        self.own_presence.clear();
        let Some(treated) = &model.treated else { return };
        let is_other = |(at, own): (usize, &bool)| *own && self.constants.get(at) != Some(&treated.is_constant(self.treatment, at));
        if self.own.iter().enumerate().any(is_other) {
            self.own_presence = self.presence_of(model);
        }
    }

    /// By node, which units have a value by the shares that are here.
    fn presence_of(&self, model: &Model) -> Vec<Presence> {
        let constant = |leaf: usize| match &model.treated {
            Some(treated) if !self.own.get(leaf).copied().unwrap_or(true) => treated.is_constant(self.treatment, leaf),
            _ => self.constants.get(leaf).copied().unwrap_or(false),
        };
        let at = |leaf: usize, unit: usize| {
            let share = self.column(model, leaf).and_then(|own| own.get(unit)).copied().unwrap_or(f64::NAN);
            state(model, share, constant(leaf), leaf, unit)
        };
        model.presence(at, self.treated(model).and_then(|own| own.impute))
    }

    /// Other goalposts for a leaf.
    pub(super) fn set_posts(&mut self, model: &Model, at: usize, posts: (f64, f64)) {
        if let Some(slot) = self.posts.get_mut(at) {
            *slot = posts;
            self.own.get_mut(at).into_iter().for_each(|own| *own = true);
            self.shares_of(model, at);
        }
    }

    /// Treats all figures anew, by a treatment that need not be one of those that can be drawn; none: as it is.
    pub(super) fn set_treatment(&mut self, model: &Model, treatment: Option<Treatment>) {
        (self.treatment, self.own_treatment) = (0, treatment);
        self.own_presence.clear();
        let is_own = self.own_treatment.is_some();
        self.own.fill(is_own);
        if is_own {
            (0..model.leaves.len()).for_each(|at| self.shares_of(model, at));
            self.own_presence = self.presence_of(model);
        }
    }

    /// Shares of a leaf from its figures and goalposts.
    fn shares_of(&mut self, model: &Model, at: usize) {
        let Some((worst, best)) = self.posts.get(at) else { return };
        let posts = Posts::between(*worst, *best, 1.0);
        let span = at * model.units..(at + 1) * model.units;
        let figures = self.figures.get(span.clone()).unwrap_or_default();
        let treatment = self.own_treatment.as_ref().or_else(|| model.treated.as_ref()?.all.get(self.treatment));
        let shares = self.shares.get_mut(span).unwrap_or_default();
        if let Some(treatment) = treatment {
            let constant = model.treat_leaf(treatment, at, (*worst, *best), figures, shares);
            self.constants.get_mut(at).into_iter().for_each(|own| *own = constant);
            return;
        }
        shares.iter_mut().zip(figures).for_each(|(share, x)| *share = if x.is_nan() { *share } else { posts.at(*x) });
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
