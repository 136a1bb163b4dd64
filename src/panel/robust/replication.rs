//! What one replication drew, for people and for checking.

use super::Robust;
use super::design::Run;
use super::engine::{Engine, Scratch};
use super::options::Mean;
use crate::criteria::{Impute, Normalise, Outliers};
use crate::number::Dec;
use crate::panel::robust::model::Source;
use alloc::string::String;
use alloc::vec::Vec;

/// The design of a replication, drawn again from the seed and its number.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Replication {
    /// Its number, from 0.
    pub number: u32,
    /// Weights that were drawn; those of a group add up to 1.
    pub weights: Vec<DrawnWeight>,
    /// The way of putting shares together that was drawn.
    pub mean: Option<Mean>,
    /// How figures became shares, where that was drawn.
    pub normalise: Option<Normalise>,
    /// What happened to outliers, where that was drawn; inside, none = nothing.
    pub outliers: Option<Option<Outliers>>,
    /// What filled gaps, where that was drawn; inside, none = nothing.
    pub impute: Option<Option<Impute>>,
    /// Goalposts that were drawn: criterion, worst, best.
    pub goalposts: Vec<(String, f64, f64)>,
    /// Thresholds that were drawn: criterion, level, value.
    pub thresholds: Vec<(String, u32, Dec)>,
    /// Parameters that were drawn: id, level (none = every level), value.
    pub parameters: Vec<(String, Option<u32>, Dec)>,
    /// Figures that were drawn: column, row, value.
    pub figures: Vec<(String, usize, f64)>,
}

/// The weight of a criterion or a group in its group.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DrawnWeight {
    /// The group; none for the whole.
    pub group: Option<String>,
    /// The criterion or group that is weighed.
    pub child: String,
    /// Its part of the group.
    pub weight: f64,
}

impl Robust<'_, '_> {
    /// What a replication drew, exactly. Numbers beyond those of the run are drawn as well.
    #[must_use]
    pub fn replication(&self, number: u32) -> Replication {
        let run = Run::plain(self.options.seed, number);
        let mut out = match (&self.engine, self.engine.scratch()) {
            (Engine::Columns(_), Scratch::Columns(mut sheet)) => {
                let Some(engine) = self.engine.columns() else { return Replication::default() };
                sheet.design.draw(&engine.model, &self.options, &self.keys, &run);
                self.drawn(&sheet.design)
            }
            (Engine::Places(engine), Scratch::Places(mut places)) => {
                engine.draw(&self.options, &self.keys, &run, &mut places);
                let rows: Vec<usize> = self.places.iter().map(|place| place.row).collect();
                engine.drawn(&places, &rows)
            }
            _ => Replication::default(),
        };
        out.number = number;
        out
    }

    /// The ids of nodes of the model, and of what a strand comes from.
    pub(super) fn name_of(&self, source: Source) -> String {
        let Some(engine) = self.engine.columns() else { return String::new() };
        let name = match source {
            Source::Leaf(leaf) => {
                engine.model.leaves.get(leaf).and_then(|leaf| self.plan.inputs().get(leaf.input)).map(|own| own.criterion.clone())
            }
            Source::Node(node) => engine.model.nodes.get(node).and_then(|node| self.group_of(node.node)),
        };
        name.unwrap_or_default()
    }

    /// The id of the group of a node of the plan; none for the whole.
    pub(super) fn group_of(&self, node: usize) -> Option<String> {
        self.plan.nodes().get(node).and_then(|node| node.group).map(|group| group.id.clone())
    }

    fn drawn(&self, design: &super::design::Design) -> Replication {
        let mut out = Replication::default();
        let Some(engine) = self.engine.columns() else { return out };
        let model = &engine.model;
        out.mean = design.mean;
        let treatment = model.treated.as_ref().and_then(|treated| treated.all.get(design.treatment));
        if let Some(own) = treatment {
            out.normalise = (!self.options.normalise.is_empty()).then_some(own.normalise);
            out.outliers = (!self.options.outliers.is_empty()).then_some(own.outliers);
            out.impute = (!self.options.impute.is_empty()).then_some(own.impute);
        }
        let by_posts = treatment.is_none_or(|own| own.normalise == Normalise::Goalposts);
        if self.options.weights.is_some() {
            for node in &model.nodes {
                let group = self.group_of(node.node);
                let weights = design.weights.get(node.strands.clone()).unwrap_or_default();
                for (strand, weight) in model.strands_of(node).iter().zip(weights) {
                    out.weights.push(DrawnWeight { group: group.clone(), child: self.name_of(strand.from), weight: *weight });
                }
            }
        }
        for (at, leaf) in model.leaves.iter().enumerate() {
            let name = self.name_of(Source::Leaf(at));
            if let (Some((worst, best)), true, true) = (design.posts.get(at), leaf.assumed, self.options.assumed.is_some() && by_posts) {
                out.goalposts.push((name.clone(), *worst, *best));
            }
            if leaf.errors.is_some() {
                let figures = design.figures.get(at * model.units..(at + 1) * model.units).unwrap_or_default();
                let key = self.plan.inputs().get(leaf.input).map(|input| input.key.clone()).unwrap_or_default();
                let figures = figures.iter().zip(&self.rows).filter(|(figure, _)| !figure.is_nan());
                out.figures.extend(figures.map(|(figure, row)| (key.clone(), *row, *figure)));
            }
        }
        out
    }
}
