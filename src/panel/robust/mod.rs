//! How far results hold when weights, goalposts or figures are other than the edition says.
//!
//! A replication draws all that is doubted ([`design`]), puts the shares together anew ([`evaluate`]) and is counted ([`tally`]).
//! What is drawn follows from the seed, the number of the replication and what it is drawn for ([`stream`]), so a replication is
//! the same whoever runs it, and can be drawn again on its own.

mod check;
mod design;
mod draw;
mod engine;
mod evaluate;
mod exact;
mod factor;
mod flip;
mod leave;
mod model;
mod options;
mod order;
mod philox;
mod replication;
mod results;
mod run;
mod sheet;
mod shift;
mod sobol;
mod stream;
mod table;
mod tally;
mod threads;
mod tornado;

use super::columns::Columns;
use super::plan::PanelPlan;
use super::rank::Ties;
use super::scores::Scores;
use crate::finding::Findings;
use alloc::vec::Vec;
use engine::{ByColumn, Engine};
use exact::ByPlace;
use model::Model;

pub use factor::{Doubt, DoubtBy, DoubtOf};
pub use flip::Flip;
pub use leave::LeftOut;
pub use options::{FigureError, Mean as RobustMean, RobustOptions, WeightDoubt};
pub use replication::{DrawnWeight, Replication};
pub use results::{LevelShares, RankInterval, RobustPlace, RobustResults};
pub use run::{RobustProgress, RobustStop};
pub use sheet::RobustPeriod;
pub use shift::Shift;
pub use sobol::{Estimate, Sobol, SobolIndex, SobolOf};
pub use table::{RobustTable, RobustTables};
pub use tornado::{TornadoBar, TornadoEnd};

/// An analysis made ready: options checked, figures normalised once.
pub struct Robust<'r, 's> {
    plan: &'r PanelPlan<'s>,
    options: RobustOptions,
    engine: Engine<'r, 's>,
    places: Vec<RobustPlace>,
    /// Tell places apart where figures are drawn.
    keys: Vec<u64>,
    /// Scores by the edition as it is, along the same way as those of replications; empty without a score.
    nominal: Vec<f64>,
    /// Ranks of these.
    usual: Vec<u32>,
    near: f64,
}

impl<'s> PanelPlan<'s> {
    /// Makes an analysis ready; nothing runs yet. Where the edition defines a score it is of all places that have one, else of all
    /// places, and of levels only. Places are told apart by their rows.
    ///
    /// # Errors
    /// All at once, before anything runs:
    /// - nothing that could vary is doubted: `robust.nothing_varies`
    /// - a number outside its range: `robust.out_of_range`
    /// - an option that does not fit the scheme: `robust.does_not_fit`
    /// - an error of a column that the plan does not have, or two of one: `panel.unknown_column`, `panel.doubled_column`
    /// - more work or memory than an analysis may take: `robust.too_much`
    /// - those of [`PanelPlan::score`]
    pub fn robust<'r>(&'r self, columns: &'r Columns<'_>, options: &RobustOptions) -> Result<Robust<'r, 's>, Findings> {
        self.robust_some(columns, options, |row| Some(row as u64))
    }

    /// The same of the rows that have a key.
    pub(super) fn robust_some<'r>(
        &'r self,
        columns: &'r Columns<'_>,
        options: &RobustOptions,
        key: impl Fn(usize) -> Option<u64>,
    ) -> Result<Robust<'r, 's>, Findings> {
        let mut findings = Findings::default();
        check::options(self, columns, options, &mut findings);
        if findings.has_errors() {
            return Err(findings);
        }
        let mut scores = Scores::default();
        self.score(columns, &mut scores)?;
        let is_scored = self.scheme().score.is_some();
        let among = |row: usize| key(row).is_some();
        let ranking = if is_scored { Some(self.rank_some(columns, &scores, Ties::Competition, among)?) } else { None };
        let is_in = |row: &usize| among(*row) && (!is_scored || scores.score().get(*row).is_some_and(|score| !score.is_nan()));
        let rows: Vec<usize> = (0..scores.units()).filter(is_in).collect();
        let program = check::columns_do(self);
        check::size(rows.len(), self.inputs().len(), program.is_some(), options, &mut findings);
        if findings.has_errors() {
            return Err(findings);
        }
        let place = |row: &usize| RobustPlace {
            row: *row,
            score: scores.score().get(*row).copied().unwrap_or(f64::NAN),
            rank: ranking.as_ref().and_then(|ranking| ranking.rank(*row)),
            level: scores.level(*row),
            ranks: None,
            scores: None,
            levels: None,
        };
        let places = rows.iter().map(place).collect();
        let keys = rows.iter().filter_map(|row| key(*row)).collect();
        let engine = match program {
            Some(program) => Engine::Columns(ByColumn::new(self, program, Model::new(self, program, columns, &rows, options))),
            None => Engine::Places(ByPlace::new(self, columns, &rows, options)?),
        };
        let mut out = Robust {
            plan: self,
            options: options.clone(),
            near: order::NEAR * engine.columns().map_or(0.0, |columns| columns.model.scale),
            engine,
            places,
            keys,
            nominal: Vec::new(),
            usual: Vec::new(),
        };
        out.as_it_is()?;
        Ok(out)
    }
}

impl<'s> Robust<'_, 's> {
    /// Scores and ranks of the edition as it is.
    fn as_it_is(&mut self) -> Result<(), Findings> {
        let (mut scratch, mut out) = (self.engine.scratch(), engine::Outcome::default());
        self.engine.run(&self.options, &self.keys, None, &mut scratch, &mut out)?;
        let mut order = order::Order::new(&out.scores);
        order.rank(&out.scores, self.near);
        (self.nominal, self.usual) = (out.scores, order.ranks);
        Ok(())
    }

    /// The plan it is of, with the marks that go with every result.
    #[must_use]
    pub fn plan(&self) -> &PanelPlan<'s> {
        self.plan
    }

    /// The row of a place, as places are counted in [`RobustResults::places`]; none beyond the last.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<usize> {
        self.places.get(place).map(|place| place.row)
    }

    /// The places in the order of their ranks by the edition as it is; empty without a score.
    #[must_use]
    pub fn by_rank(&self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.usual.len()).collect();
        all.sort_by_key(|place| (self.usual.get(*place).copied(), *place));
        all
    }

    /// The options.
    #[must_use]
    pub fn options(&self) -> &RobustOptions {
        &self.options
    }
}
