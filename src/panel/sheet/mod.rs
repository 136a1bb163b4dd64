//! A table with one row for each place and period, and what scoring makes of it.

mod diagnosis;
mod read;
mod results;

use super::column::Column;
use super::columns::Columns;
use super::plan::PanelPlan;
use super::treat::Peers;
use crate::city::UnitName;
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::Findings;
use crate::text::{Lang, Text};
use alloc::string::String;
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
        plan.columns(self.places.len(), self.columns.iter().map(|(name, column)| (name.as_str(), column.clone())))
    }
}
