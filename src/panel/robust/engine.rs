//! From what a replication draws to scores and levels: along columns where the scheme allows it, else by the exact path.

use super::design::{Design, Run};
use super::evaluate::Values;
use super::exact::{ByPlace, Places};
use super::model::Model;
use super::options::RobustOptions;
use super::order::NEAR;
use crate::city::CityData;
use crate::finding::Findings;
use crate::panel::limits::Limits;
use crate::panel::plan::PanelPlan;
use crate::panel::program::Program;
use crate::panel::scores::PanelLevel;
use crate::steps::Standing;
use alloc::boxed::Box;
use alloc::vec::Vec;

/// What a replication gives.
#[derive(Default)]
pub(super) struct Outcome {
    /// By unit; empty without a score.
    pub(super) scores: Vec<f64>,
    /// By unit; empty without levels.
    pub(super) levels: Vec<PanelLevel>,
}

/// How a replication is judged.
pub(super) enum Engine<'r, 's> {
    Columns(Box<ByColumn<'r, 's>>),
    Places(ByPlace<'r, 's>),
}

/// Buffers of a worker.
pub(super) enum Scratch {
    Columns(Box<Sheet>),
    Places(Box<Places>),
}

impl<'r, 's> Engine<'r, 's> {
    pub(super) fn scratch(&self) -> Scratch {
        match self {
            Self::Columns(engine) => Scratch::Columns(Box::new(engine.sheet())),
            Self::Places(engine) => Scratch::Places(Box::new(engine.places())),
        }
    }

    /// Draws what is doubted, and judges; without `run` nothing is drawn.
    ///
    /// # Errors
    /// What only the exact path sees in figures.
    pub(super) fn run(
        &self,
        options: &RobustOptions,
        keys: &[u64],
        run: Option<&Run>,
        scratch: &mut Scratch,
        out: &mut Outcome,
    ) -> Result<(), Findings> {
        match (self, scratch) {
            (Self::Columns(engine), Scratch::Columns(sheet)) => {
                if let Some(run) = run {
                    sheet.design.draw(&engine.model, options, keys, run);
                }
                engine.put_together(sheet, out);
                // A place that loses its score comes last.
                let lost = out.scores.iter_mut().filter(|score| run.is_some() && score.is_nan());
                lost.for_each(|score| *score = f64::NEG_INFINITY);
                Ok(())
            }
            (Self::Places(engine), Scratch::Places(places)) => engine.judge(options, keys, run, places, out),
            _ => Ok(()),
        }
    }

    /// Figures that a replication goes through.
    pub(super) fn cost(&self) -> usize {
        match self {
            Self::Columns(engine) => engine.model.shares.len(),
            Self::Places(engine) => engine.cost(),
        }
    }

    /// The columns; none where places are judged one by one.
    pub(super) fn columns(&self) -> Option<&ByColumn<'r, 's>> {
        if let Self::Columns(engine) = self { Some(engine) } else { None }
    }
}

/// A plan whose columns are put together anew.
pub(super) struct ByColumn<'r, 's> {
    plan: &'r PanelPlan<'s>,
    program: &'r Program,
    pub(super) model: Model,
    limits: Option<Limits>,
}

/// Buffers for columns.
pub(super) struct Sheet {
    pub(super) design: Design,
    pub(super) values: Values,
    standing: Standing<f64>,
    place: CityData,
}

impl<'r, 's> ByColumn<'r, 's> {
    pub(super) fn new(plan: &'r PanelPlan<'s>, program: &'r Program, model: Model) -> Self {
        // Limits of levels are for untreated figures.
        let limits = (!plan.scheme().levels.is_empty() && model.treated.is_none()).then(|| Limits::of(plan));
        Self { plan, program, model, limits }
    }

    pub(super) fn sheet(&self) -> Sheet {
        Sheet {
            design: Design::nominal(&self.model),
            values: Values::default(),
            standing: Limits::standing(self.plan),
            place: CityData::blank(self.plan.kind(), ""),
        }
    }

    /// Scores and levels of the design in `sheet`.
    pub(super) fn put_together(&self, sheet: &mut Sheet, out: &mut Outcome) {
        let model = &self.model;
        sheet.values.fill(model, &sheet.design);
        out.scores.clear();
        out.scores.extend(sheet.values.root(model.units).iter().take(model.places).map(|share| share * model.scale));
        out.levels.clear();
        let Some(limits) = &self.limits else { return };
        for unit in 0..model.units {
            let value = |node: usize| {
                let at = model.nodes.iter().position(|own| own.node == node)?;
                let share = *sheet.values.node(model.units, at).get(unit)?;
                Some(share * self.program.full.get(node).copied()?)
            };
            let level = limits.level((self.plan, self.program, &sheet.place), value, NEAR, &mut sheet.standing);
            out.levels.push(PanelLevel::Reached(level));
        }
    }
}
