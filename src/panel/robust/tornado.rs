//! One thing at a time, at both ends of its doubt.

use super::Robust;
use super::engine::{Engine, Scratch};
use super::factor::Doubt;
use super::model::{Model, Node, Source, bring_to};
use super::options::WeightDoubt;
use super::run::RobustStop;
use super::shift::{Shift, Trial};
use super::treated::changed;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// One end of a bar: what the thing is there, and what it does.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct TornadoEnd {
    /// A weight as a part of its group; of the others how far they are moved, as a part of themselves (goalposts: of the distance
    /// between them).
    pub at: f64,
    /// What it does to the places.
    pub shift: Shift,
}

/// One thing that is doubted, all else as the edition has it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TornadoBar {
    /// The kind of doubt.
    pub kind: Doubt,
    /// The group of a weight; none for the whole tree's own, and for other doubts.
    pub group: Option<String>,
    /// Criterion, group, parameter, or a choice (a way of putting together, of treating figures).
    pub item: String,
    /// The lower end; none for a choice, which has one end only.
    pub low: Option<TornadoEnd>,
    /// The upper end.
    pub high: TornadoEnd,
}

impl TornadoBar {
    fn size(&self) -> (f64, u32) {
        let ends = self.low.iter().chain(core::iter::once(&self.high));
        ends.fold((0.0, 0), |(mean, levels), end| (end.shift.mean.max(mean), end.shift.levels.max(levels)))
    }
}

impl Robust<'_, '_> {
    /// Moves one thing at a time to both ends of its doubt, the most moving first: weights to the ends of their band, or one standard
    /// deviation of their Dirichlet distribution to both sides, the others of the group keeping their proportions; both goalposts of a
    /// criterion together; all thresholds of a criterion together; a parameter at all its levels. Errors of figures are no part of
    /// it: they are of each place on its own, [`Robust::sobol`] weighs them.
    ///
    /// # Errors
    /// What the exact path sees: [`RobustStop::Findings`].
    pub fn tornado(&self) -> Result<Vec<TornadoBar>, RobustStop> {
        let mut out = match &self.engine {
            Engine::Columns(engine) => self.bars_of_columns(&engine.model)?,
            Engine::Places(engine) => {
                let mut bars = Vec::new();
                let mut trial = self.trial();
                for (kind, item, name) in engine.factors() {
                    let end = |by: f64, trial: &mut Trial| -> Result<Option<TornadoEnd>, RobustStop> {
                        let Scratch::Places(places) = &mut trial.scratch else { return Ok(None) };
                        engine.move_one(kind, item, by, places);
                        let shift = self.shift(trial)?;
                        if let Scratch::Places(places) = &mut trial.scratch {
                            engine.move_one(kind, item, 0.0, places);
                        }
                        Ok(Some(TornadoEnd { at: by, shift }))
                    };
                    let is_new = |bar: &TornadoBar| (bar.kind, bar.item.as_str()) != (kind, name.as_str());
                    if kind == Doubt::Figures || !bars.iter().all(is_new) {
                        continue;
                    }
                    let band = self.options.assumed.unwrap_or(0.0) / 100.0;
                    let low = end(-band, &mut trial)?;
                    if let Some(high) = end(band, &mut trial)? {
                        bars.push(TornadoBar { kind, group: None, item: name, low, high });
                    }
                }
                bars
            }
        };
        out.sort_by(|a, b| b.size().0.total_cmp(&a.size().0).then(b.size().1.cmp(&a.size().1)));
        Ok(out)
    }

    fn bars_of_columns(&self, model: &Model) -> Result<Vec<TornadoBar>, RobustStop> {
        let mut trial = self.trial();
        let mut bars = Vec::new();
        for node in model.nodes.iter().filter(|node| self.options.weights.is_some() && node.strands.len() > 1) {
            for (at, strand) in model.strands_of(node).iter().enumerate() {
                let Some(weight) = model.weights.get(node.strands.start + at).map(|weight| weight / node.total) else { continue };
                let (low, high) = ends(self.options.weights, weight);
                let mut end = |at_weight: f64| -> Result<TornadoEnd, RobustStop> {
                    with_sheet(&mut trial, |design| set_weight(model, &mut design.weights, node, at, at_weight));
                    let shift = self.shift(&mut trial)?;
                    with_sheet(&mut trial, |design| design.weights.clone_from(&model.weights));
                    Ok(TornadoEnd { at: at_weight, shift })
                };
                let (low, high) = (Some(end(low)?), end(high)?);
                bars.push(TornadoBar { kind: Doubt::Weights, group: self.group_of(node.node), item: self.name_of(strand.from), low, high });
            }
        }
        for mean in &self.options.means {
            with_sheet(&mut trial, |design| design.mean = Some(*mean));
            let shift = self.shift(&mut trial)?;
            with_sheet(&mut trial, |design| design.mean = None);
            bars.push(bar_of_choice(Doubt::Means, mean.as_str().to_string(), shift));
        }
        let base = self.base();
        let ways =
            self.options.normalise.iter().map(|own| (Doubt::Normalise, own.as_str().to_string(), changed(&base, Some(*own), None, None)));
        let ways =
            ways.chain(self.options.outliers.iter().map(|own| {
                (Doubt::Outliers, own.map_or("none".to_string(), |own| own.to_string()), changed(&base, None, Some(*own), None))
            }));
        let ways = ways.chain(
            self.options
                .impute
                .iter()
                .map(|own| (Doubt::Impute, own.map_or("none".to_string(), |own| own.to_string()), changed(&base, None, None, Some(*own)))),
        );
        for (kind, item, treatment) in ways {
            with_sheet(&mut trial, |design| design.set_treatment(model, Some(treatment)));
            let shift = self.shift(&mut trial)?;
            with_sheet(&mut trial, |design| design.set_treatment(model, None));
            bars.push(bar_of_choice(kind, item, shift));
        }
        // Goalposts do nothing where places are measured by each other.
        let by_posts = !base.normalise.is_relative();
        let Some(band) = self.options.assumed.map(|percent| percent / 100.0).filter(|_| by_posts) else { return Ok(bars) };
        for (at, leaf) in model.leaves.iter().enumerate().filter(|(_, leaf)| leaf.assumed) {
            let mut end = |by: f64| -> Result<TornadoEnd, RobustStop> {
                let reach = by * (leaf.best - leaf.worst);
                with_sheet(&mut trial, |design| design.set_posts(model, at, (leaf.worst + reach, leaf.best + reach)));
                let shift = self.shift(&mut trial)?;
                with_sheet(&mut trial, |design| design.set_posts(model, at, (leaf.worst, leaf.best)));
                Ok(TornadoEnd { at: by, shift })
            };
            let (low, high) = (Some(end(-band)?), end(band)?);
            bars.push(TornadoBar { kind: Doubt::Goalposts, group: None, item: self.name_of(Source::Leaf(at)), low, high });
        }
        Ok(bars)
    }
}

/// A choice has one end only: that it is made.
fn bar_of_choice(kind: Doubt, item: String, shift: Shift) -> TornadoBar {
    TornadoBar { kind, group: None, item, low: None, high: TornadoEnd { at: 1.0, shift } }
}

/// The ends of a weight, as parts of its group.
fn ends(doubt: Option<WeightDoubt>, weight: f64) -> (f64, f64) {
    match doubt {
        Some(WeightDoubt::Dirichlet { concentration }) => {
            let deviation = libm::sqrt(weight * (1.0 - weight) / (concentration + 1.0));
            ((weight - deviation).max(0.0), (weight + deviation).min(1.0))
        }
        Some(WeightDoubt::Band { percent }) => {
            let moved = |by: f64| weight * (1.0 + by) / (1.0 + weight * by);
            (moved(-percent / 100.0), moved(percent / 100.0))
        }
        None => (weight, weight),
    }
}

/// Gives a child of a node this part of it; the others keep their proportions.
pub(super) fn set_weight(model: &Model, weights: &mut [f64], node: &Node, at: usize, weight: f64) {
    let nominal = model.weights.get(node.strands.clone()).unwrap_or_default();
    let own = weights.get_mut(node.strands.clone()).unwrap_or_default();
    own.copy_from_slice(nominal);
    if let Some(slot) = own.get_mut(at) {
        *slot = 0.0;
    }
    bring_to(node.total * (1.0 - weight), own);
    if let Some(slot) = own.get_mut(at) {
        *slot = node.total * weight;
    }
}

/// Changes the design of columns.
pub(super) fn with_sheet(trial: &mut Trial, change: impl FnOnce(&mut super::design::Design)) {
    if let Scratch::Columns(sheet) = &mut trial.scratch {
        change(&mut sheet.design);
    }
}
