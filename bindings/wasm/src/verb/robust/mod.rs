//! How far results of many places hold, in slices, so that a page stays alive and can stop it.

mod asked;
mod told;

use super::panel::{Batch, Plan, Ready as Planned};
use crate::fault::{refused, text};
use crate::options::Options;
use crate::places::numbers;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use asked::asked;
pub(crate) use asked::{replications, weights};
use core::fmt;
use dothi::{Columns, CsvOptions, Findings, PanelSheet, RobustOptions, RobustPeriod, RobustRun};
use self_cell::self_cell;
use wasm_bindgen::prelude::wasm_bindgen;

struct Source {
    plan: Rc<Planned>,
    columns: Columns<'static>,
    sheet: Option<PanelSheet>,
}

/// One for each period.
type Periods<'s> = Vec<RobustPeriod<'s, 's>>;

self_cell!(
    /// Analyses beside what they look at.
    struct Ready {
        owner: Source,
        #[covariant]
        dependent: Periods,
    }
);

/// An analysis on its way.
#[wasm_bindgen]
pub struct Analysis {
    ready: Ready,
    /// By period, those that have begun.
    runs: Vec<RobustRun>,
    /// Replications done in the period that is running.
    done: u64,
}

impl fmt::Debug for Analysis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Analysis").field("done", &self.done).finish_non_exhaustive()
    }
}

impl Analysis {
    fn begin(source: Source, options: &RobustOptions) -> Result<Self, String> {
        let ready = Ready::try_new(source, |source| -> Result<Periods<'_>, Findings> {
            let plan = source.plan.borrow_dependent();
            match &source.sheet {
                Some(sheet) => sheet.robust(plan, &source.columns, options),
                None => Ok(Vec::from([RobustPeriod { period: None, robust: plan.robust(&source.columns, options)? }])),
            }
        });
        Ok(Self { ready: ready.map_err(|findings| refused(&findings))?, runs: Vec::new(), done: 0 })
    }
}

#[wasm_bindgen]
impl Analysis {
    /// Makes an analysis of columns ready. `errors`: standard errors by row, one column after the
    /// other, for options that name them.
    ///
    /// # Errors
    /// A JSON list of everything that is wrong with the options, or else with the figures.
    #[wasm_bindgen(constructor)]
    pub fn new(batch: &Batch, options: &str, errors: &[f64]) -> Result<Analysis, String> {
        let mut options = Options::read(options);
        let own = asked(&mut options, errors);
        let own = options.finish(own)?;
        Self::begin(Source { plan: batch.plan.clone(), columns: batch.columns.clone(), sheet: None }, &own)
    }

    /// The same of a wide table, each period by itself; places are told apart by their codes.
    ///
    /// # Errors
    /// A JSON list of everything that is wrong with the options, or else with the table.
    pub fn table(plan: &Plan, data: &[u8], options: &str, errors: &[f64]) -> Result<Analysis, String> {
        let mut options = Options::read(options);
        let numbers = numbers(&mut options);
        let own = asked(&mut options, errors);
        let (numbers, own) = options.finish(numbers.zip(own))?;
        let sheet = PanelSheet::from_csv(data, &CsvOptions::default().with_numbers(numbers)).map_err(|findings| refused(&findings))?;
        let ready = plan.0.borrow_dependent();
        if sheet.kind() != ready.kind() {
            return Err(told::other_kind(sheet.kind(), ready.kind()));
        }
        let columns = sheet.columns(ready).map_err(|findings| refused(&findings))?;
        Self::begin(Source { plan: plan.0.clone(), columns, sheet: Some(sheet) }, &own)
    }

    /// Runs the next slice; gives how many replications of all periods are done, and how many there are.
    ///
    /// # Errors
    /// A JSON list of what only the exact path sees in figures that were drawn.
    pub fn advance(&mut self) -> Result<Vec<f64>, String> {
        let periods = self.ready.borrow_dependent();
        let of = |at: usize| periods.get(at).map_or(0, |period| u64::from(period.robust.options().replications));
        let next = self.runs.len() - usize::from(self.runs.last().is_some_and(|run| !run.is_done()));
        if let Some(period) = periods.get(next) {
            if next == self.runs.len() {
                self.runs.push(period.robust.begin());
            }
            if let Some(run) = self.runs.get_mut(next) {
                self.done = period.robust.advance(run).map_err(|findings| refused(&findings))?.done;
            }
        }
        let before: u64 = (0..next.min(periods.len().saturating_sub(1))).map(of).sum();
        let all: u64 = (0..periods.len()).map(of).sum();
        Ok(Vec::from([(before + self.done) as f64, all as f64]))
    }

    /// JSON: the results of each period; an empty list before all is done.
    #[must_use]
    pub fn results(&self) -> String {
        let periods = self.ready.borrow_dependent();
        let sheet = self.ready.borrow_owner().sheet.as_ref();
        let all: Option<Vec<_>> = periods.iter().zip(&self.runs).map(|(period, run)| Some((period, period.robust.finish(run)?))).collect();
        let all = all.filter(|all| all.len() == periods.len()).unwrap_or_default();
        text(&all.iter().map(|(period, results)| told::Told::of(period, results, sheet)).collect::<Vec<_>>())
    }

    /// Place after place of a period: the part of replications in which it ranks at or above each other; empty unless asked for.
    #[must_use]
    pub fn pairs(&self, period: u32) -> Vec<f64> {
        let at = period as usize;
        let results = self.ready.borrow_dependent().get(at).zip(self.runs.get(at)).and_then(|(period, run)| period.robust.finish(run));
        let Some(results) = results else { return Vec::new() };
        let units = results.places.len();
        (0..units).flat_map(|place| (0..units).map(move |other| (place, other))).filter_map(|(a, b)| results.at_or_above(a, b)).collect()
    }
}
