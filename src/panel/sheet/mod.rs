//! A table with one row for each place and period, and what scoring makes of it.

mod diagnosis;
mod places;
mod read;
mod results;

use super::column::Column;
use super::columns::Columns;
use super::plan::PanelPlan;
use super::robust::FigureError;
use super::treat::Peers;
use crate::city::{CityData, Quality, UnitName};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::Findings;
use crate::text::{Lang, Text};
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub use diagnosis::{DIAGNOSIS_COLUMNS, SheetDiagnosis};
pub use results::{PANEL_COLUMNS, PanelResults, TREATED_COLUMNS};

/// A place of a panel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PanelPlace {
    /// Code; text, zeros kept.
    pub code: String,
    /// Name.
    pub name: UnitName,
    /// The period of its figures.
    pub period: Option<Date>,
    /// The region it belongs to.
    pub region: Option<String>,
}

impl PanelPlace {
    /// The name in a language; the Vietnamese one where there is no English one.
    #[must_use]
    pub fn name_in(&self, lang: Lang) -> &str {
        self.name.en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&self.name.vi)
    }

    fn title(&self) -> Text {
        Text::new(self.name_in(Lang::Vi), self.name_in(Lang::En))
    }
}

/// Figures of many places of one kind, a column for each input.
#[derive(Clone, Debug)]
pub struct PanelSheet {
    kind: UnitKind,
    places: Vec<PanelPlace>,
    /// By the name of the input.
    pub(super) columns: Vec<(String, Column<'static>)>,
    /// What is text about each place, by the name of the column.
    pub(super) texts: Vec<(String, Vec<String>)>,
    /// Where each place stands in the table.
    pub(super) lines: Vec<u32>,
    /// Everything that is known of each place, where that is more than a row.
    cities: Option<Arc<Vec<CityData>>>,
    /// By the name of the input: how each figure was obtained.
    qualities: Vec<(String, Vec<Option<Quality>>)>,
}

impl PanelSheet {
    /// The kind of all its places.
    #[must_use]
    pub fn kind(&self) -> UnitKind {
        self.kind
    }

    /// The places, in the order of the rows.
    #[must_use]
    pub fn places(&self) -> &[PanelPlace] {
        &self.places
    }

    /// Every period, ascending; none where rows name none.
    pub(super) fn periods(&self) -> Vec<Option<Date>> {
        let mut periods: Vec<Option<Date>> = self.places.iter().map(|place| place.period).collect();
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    fn is_of(&self, row: usize, period: Option<Date>) -> bool {
        self.places.get(row).is_some_and(|place| place.period == period)
    }

    /// By row, the region.
    pub(super) fn regions(&self) -> Vec<Option<&str>> {
        self.places.iter().map(|place| place.region.as_deref()).collect()
    }

    /// What is known of the places besides their figures: their regions, where the table has any.
    pub(super) fn peers<'p>(&self, regions: &'p [Option<&'p str>]) -> Peers<'p> {
        if regions.iter().any(Option::is_some) { Peers::default().with_regions(regions) } else { Peers::default() }
    }

    /// The figures held against a plan.
    ///
    /// # Errors
    /// Those of [`PanelPlan::columns`].
    pub fn columns(&self, plan: &PanelPlan<'_>) -> Result<Columns<'static>, Findings> {
        let columns = plan.columns(self.places.len(), self.columns.iter().map(|(name, column)| (name.as_str(), column.clone())))?;
        Ok(columns.with_cities(self.cities.clone()))
    }

    /// Errors by how each figure was obtained, in percent of the figure, by column; a figure of another class, or of none, has no error. The
    /// percentages are the caller's: no source gives them. Empty where no figure is of a class that is named.
    #[must_use]
    pub fn errors_by_quality(&self, percents: &[(Quality, f64)]) -> Vec<(String, FigureError)> {
        let named = |quality: &Option<Quality>| quality.is_some_and(|own| percents.iter().any(|(other, _)| *other == own));
        let doubted = self.qualities.iter().filter(|(_, rows)| rows.iter().any(named));
        doubted.map(|(name, rows)| (name.clone(), FigureError::by_quality(rows.iter().copied(), percents))).collect()
    }
}
