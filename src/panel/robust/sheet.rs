//! Analyses of a table: one for each period, places told apart by their codes.

use super::Robust;
use super::options::{FigureError, RobustOptions};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::sheet::{PanelPlace, PanelSheet};
use alloc::string::String;
use alloc::vec::Vec;

/// An analysis of the places of one period.
pub struct RobustPeriod<'r, 's> {
    /// The period.
    pub period: Option<Date>,
    /// The analysis.
    pub robust: Robust<'r, 's>,
}

impl PanelSheet {
    /// Makes an analysis ready for each period of the table. What is drawn for a figure follows from the code of its place and its
    /// period, whatever the order of the rows.
    ///
    /// # Errors
    /// Those of [`PanelPlan::robust`].
    pub fn robust<'r, 's>(
        &self,
        plan: &'r PanelPlan<'s>,
        columns: &'r Columns<'_>,
        options: &RobustOptions,
    ) -> Result<Vec<RobustPeriod<'r, 's>>, Findings> {
        let regions = self.regions();
        let peers = self.peers(&regions);
        let of = |period: Option<Date>| {
            let key = |row: usize| self.places().get(row).map_or(0, key);
            let among = |row: usize| self.places().get(row).is_some_and(|place| place.period == period);
            Ok(RobustPeriod { period, robust: plan.robust_some(columns, &peers, options, key, among)? })
        };
        self.periods().into_iter().map(of).collect()
    }

    /// Standard errors by place: a table of the same columns in which each cell is the standard error of the figure.
    ///
    /// # Errors
    /// A place that the table of figures does not have for this period: `robust.unknown_place`.
    pub fn errors_of(&self, figures: &Self) -> Result<Vec<(String, FigureError)>, Findings> {
        let mut findings = Findings::default();
        let mut rows = Vec::with_capacity(self.places().len());
        for (at, place) in self.places().iter().enumerate() {
            let same = |other: &&PanelPlace| (&other.code, other.period) == (&place.code, place.period);
            match figures.places().iter().position(|other| same(&other)) {
                Some(row) => rows.push((at, row)),
                None => findings.push(Finding::at(Code::RobustUnknownPlace, alloc::format!("/{at}")).with("code", &place.code)),
            }
        }
        if findings.has_errors() {
            return Err(findings);
        }
        let of = |(name, column): &(String, crate::panel::Column<'static>)| {
            let mut errors = alloc::vec![f64::NAN; figures.places().len()];
            for (at, row) in &rows {
                if let (Cell::Value(error), Some(slot)) = (column.cell(*at), errors.get_mut(*row)) {
                    *slot = error;
                }
            }
            (name.clone(), FigureError::Places(errors))
        };
        Ok(self.columns.iter().map(of).collect())
    }
}

/// A number for a place and period: FNV-1a of code and period.
fn key(place: &PanelPlace) -> u64 {
    let period = place.period.map(|period| alloc::format!("/{period}")).unwrap_or_default();
    let bytes = place.code.bytes().chain(period.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
