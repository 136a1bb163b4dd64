//! Places of one kind over periods, as city data: what needs documents, attributes or several years goes the exact path.

mod attributes;
mod judge;
mod results;
mod shape;
mod split;
mod tidy;
mod wide;

use crate::assessment::AssessOptions;
use crate::city::{CityData, CsvOptions, decode};
use crate::criteria::{CriteriaSet, UnitKind};
use crate::date::Date;
use crate::finding::{Findings, Place};
use alloc::string::String;
use alloc::vec::Vec;
use shape::Shape;

pub(super) use judge::{Judged, judge, level};
pub use results::PlaceResults;
pub(super) use results::all_marks;

/// A place in one period.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PanelSnapshot {
    /// Its data: the figures of the period, and older ones only where rules look back and the period itself is complete.
    pub city: CityData,
    /// The period; none where the data name none.
    pub period: Option<Date>,
    /// What the table says of it in columns that the caller named, as text.
    pub columns: Vec<(String, String)>,
}

impl PanelSnapshot {
    /// What a column says of it; of city data the comparison value of that id.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<String> {
        let unit = &self.city.unit;
        let text = match name {
            "region" => unit.region.clone(),
            "urban_class" => unit.urban_class.clone(),
            "parent" => unit.parent.clone(),
            _ => self.columns.iter().find(|(own, _)| own == name).map(|(_, text)| text.clone()),
        };
        let reference = || {
            let of = self.city.references.iter().filter(|reference| reference.id == name);
            of.max_by_key(|reference| reference.period).map(|reference| alloc::format!("{}", reference.value))
        };
        text.or_else(reference).filter(|text| !text.is_empty())
    }
}

/// Places of one kind, each in one or more periods.
///
/// ```
/// use dothi::{AssessOptions, CsvOptions, Date, PlacePanel};
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
/// let tidy = "unit_code,name_vi,kind,period,criterion,value\n\
///     01,Một,province,2024,awareness,0.5\n01,Một,province,2025,awareness,0.6\n";
/// let panel = PlacePanel::from_csv(tidy.as_bytes(), &CsvOptions::default(), &set, &options, &[]).unwrap();
/// assert_eq!(panel.snapshots().len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PlacePanel {
    kind: UnitKind,
    /// By code, then by period.
    snapshots: Vec<PanelSnapshot>,
}

impl PlacePanel {
    /// The kind of all its places.
    #[must_use]
    pub fn kind(&self) -> UnitKind {
        self.kind
    }

    /// The places in each of their periods, by code and period.
    #[must_use]
    pub fn snapshots(&self) -> &[PanelSnapshot] {
        &self.snapshots
    }

    /// Every period, ascending.
    #[must_use]
    pub fn periods(&self) -> Vec<Date> {
        let mut periods: Vec<Date> = self.snapshots.iter().filter_map(|snapshot| snapshot.period).collect();
        periods.sort_unstable_by_key(|period| (period.first_day(), period.last_day()));
        periods.dedup();
        periods
    }

    /// Puts data of places side by side. Data that name their period are of that period as a whole, as an assessment takes them;
    /// several data of one place are its periods. Data that name none are taken apart by the periods of their figures: a figure belongs
    /// to the period that holds it (years, where any figure is of a year), and none stands for another period.
    ///
    /// # Errors
    /// - places of two kinds: `panel.mixed_kinds`
    /// - a figure without a period in data that are taken apart: `panel.no_period`
    /// - two data of one place for the same period: `panel.doubled_place`
    pub fn from_cities(set: &CriteriaSet, cities: Vec<CityData>) -> Result<Self, Findings> {
        split::split(set, cities.into_iter().map(|city| (city, Vec::new())).collect())
    }

    /// Reads a table as CSV, whichever of three it is by its columns:
    /// - wide, as [`PanelSheet::from_csv`](crate::PanelSheet::from_csv) reads it;
    /// - tidy, a row for each place, period and criterion: `unit_code`, `name_vi`, `kind`, `period`, `criterion`, `value`, and the other
    ///   columns of city data (`data_point`, `role`, `part`, `unit`, `status`, `source`, ...) where there are any;
    /// - city data ([`CityFile::from_csv`](crate::CityFile::from_csv)), known by its column `item`.
    ///
    /// A wide or tidy table may also say `region`, `urban_class`, `parent`, `valid_from`, `centrally_run`, `heritage` and
    /// `special_factors` of a place; `population` and what `columns` names are kept as text for peer groups.
    ///
    /// # Errors
    /// Every finding at once, each with its row and column: those of the readers named, and
    /// - two values in a column that speaks of the place, for one place and period: `panel.two_values`
    /// - what [`PlacePanel::from_cities`] refuses
    pub fn from_csv(
        bytes: &[u8],
        csv: &CsvOptions,
        set: &CriteriaSet,
        options: &AssessOptions,
        columns: &[&str],
    ) -> Result<Self, Findings> {
        let text = decode(bytes).map_err(|finding| {
            let mut findings = Findings::default();
            findings.push(finding);
            findings
        })?;
        match Shape::of(&text) {
            Some((Shape::Tidy, separator, names)) => tidy::read(&text, (separator, &names), csv, set, columns),
            Some((Shape::Facts, ..)) => {
                let (file, _) = crate::city::CityFile::from_csv(bytes, csv)?;
                Self::from_cities(set, file.cities)
            }
            Some((Shape::Wide, ..)) | None => wide::read(bytes, csv, set, options, columns),
        }
    }

    /// Whether a table is for [`PlacePanel::from_csv`] only: tidy, city data, or wide with columns that speak of the places.
    #[must_use]
    pub fn is_needed(bytes: &[u8]) -> bool {
        let Ok(text) = decode(bytes) else { return false };
        Shape::of(&text).is_some_and(|(shape, _, names)| shape != Shape::Wide || names.iter().any(|name| attributes::is_beyond_wide(name)))
    }
}

fn cell(row: u32, column: &str) -> Place {
    Place::cell("", row, column)
}
