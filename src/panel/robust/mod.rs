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
mod normal;
mod options;
mod order;
mod philox;
mod presence;
mod replication;
mod results;
mod run;
mod said;
mod sheet;
mod shift;
mod sobol;
mod stream;
mod table;
mod tally;
mod threads;
mod tornado;
mod treated;
mod treating;

use super::columns::Columns;
use super::plan::PanelPlan;
use super::treat::{Peers, TreatedScores};
use crate::finding::Findings;
use alloc::boxed::Box;
use alloc::vec::Vec;
use engine::{ByColumn, Engine};
use exact::ByPlace;
use model::{Model, Treating};
use treating::AsItIs;

pub use factor::{Doubt, DoubtBy, DoubtOf};
pub use flip::Flip;
pub use leave::LeftOut;
pub use options::{FigureError, Mean as RobustMean, RobustOptions, WeightDoubt};
pub use replication::{DrawnWeight, Replication};
pub use results::{LevelShares, RankInterval, RobustPlace, RobustResults};
pub use run::{RobustProgress, RobustRun, RobustStop};
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
    /// The rows of the places, then those of others that figures are computed from.
    rows: Vec<usize>,
    /// Scores by the edition as it is, along the same way as those of replications; empty without a score.
    nominal: Vec<f64>,
    /// Ranks of these.
    usual: Vec<u32>,
    near: f64,
    /// The panel as it is, where figures are treated.
    treated: Option<TreatedScores>,
    remarks: Findings,
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
    /// - those of [`PanelPlan::score`], or of [`PanelPlan::score_treated`] where figures are treated
    pub fn robust<'r>(&'r self, columns: &'r Columns<'_>, options: &RobustOptions) -> Result<Robust<'r, 's>, Findings> {
        self.robust_among(columns, &Peers::default(), options)
    }

    /// The same where something is known of the places besides their figures: the regions that gaps are filled from, and places that
    /// are not ranked.
    ///
    /// # Errors
    /// Those of [`PanelPlan::robust`].
    pub fn robust_among<'r>(
        &'r self,
        columns: &'r Columns<'_>,
        peers: &Peers<'_>,
        options: &RobustOptions,
    ) -> Result<Robust<'r, 's>, Findings> {
        self.robust_some(columns, peers, options, |row| row as u64, |_| true)
    }

    /// The same of some of the rows. `key` tells all rows apart.
    pub(super) fn robust_some<'r>(
        &'r self,
        columns: &'r Columns<'_>,
        peers: &Peers<'_>,
        options: &RobustOptions,
        key: impl Fn(usize) -> u64,
        among: impl Fn(usize) -> bool,
    ) -> Result<Robust<'r, 's>, Findings> {
        let mut findings = Findings::default();
        check::options(self, columns, options, &mut findings);
        let treats = options.treats(self.scheme());
        if treats {
            treating::check(self, columns, peers, options, &mut findings);
        }
        if findings.has_errors() {
            return Err(findings);
        }
        let chosen: Vec<usize> = (0..columns.units()).filter(|row| among(*row)).collect();
        let own = if treats { AsItIs::treated(self, columns, peers, options, &chosen)? } else { AsItIs::plain(self, columns, &chosen)? };
        let program = check::columns_do(self, options);
        check::size(own.rows.len(), self.inputs().len(), program.is_some(), options, &mut findings);
        if findings.has_errors() {
            return Err(findings);
        }
        let places = own.rows.iter().enumerate().map(|(at, row)| own.place(at, *row)).collect();
        let keys = own.rows.iter().chain(&own.others).map(|row| key(*row)).collect();
        let rows = own.rows.iter().chain(&own.others).copied().collect();
        let engine = match program {
            Some(program) => {
                let base = options.treatment.clone().unwrap_or_else(|| self.treatment());
                let regions = |row: usize| own.regions.get(row).copied().flatten();
                let treating = Treating { base: &base, regions: &regions, others: &own.others, unranked: &own.unranked };
                let model = Model::new(self, program, columns, &own.rows, options, treats.then_some(&treating));
                Engine::Columns(Box::new(ByColumn::new(self, program, model)))
            }
            None => Engine::Places(ByPlace::new(self, columns, &own.rows, options)?),
        };
        let mut out = Robust {
            plan: self,
            options: options.clone(),
            near: order::NEAR * engine.columns().map_or(0.0, |columns| columns.model.scale),
            engine,
            places,
            keys,
            rows,
            nominal: Vec::new(),
            usual: Vec::new(),
            treated: own.treated,
            remarks: Findings::default(),
        };
        out.as_it_is()?;
        out.remarks = treating::remarks(&out);
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

    /// The panel as it is with its figures treated; none where nothing is done to them.
    #[must_use]
    pub fn treated(&self) -> Option<&TreatedScores> {
        self.treated.as_ref()
    }

    /// What is allowed and yet should be known: doubts that change nothing, levels that are left out, scores without a common scale.
    #[must_use]
    pub fn remarks(&self) -> &Findings {
        &self.remarks
    }

    /// How many levels are told apart; 0 where the scheme has none, and where figures are treated, which limits are not for.
    #[must_use]
    pub fn levels(&self) -> usize {
        if self.treated.is_some() { 0 } else { self.plan.scheme().levels.len() }
    }

    /// Whether scores of different replications can be compared: z-scores beside shares cannot.
    pub(super) fn has_one_scale(&self) -> bool {
        self.engine.columns().and_then(|columns| columns.model.treated.as_ref()).is_none_or(treated::Treated::has_one_scale)
    }

    /// The options.
    #[must_use]
    pub fn options(&self) -> &RobustOptions {
        &self.options
    }
}
