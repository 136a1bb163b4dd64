//! City data into workbooks: the form of a set, empty or filled, and a plain table.

mod book;
mod fill;
mod form;
mod guide;
mod lists;
mod names;
mod render;
mod shared;

use crate::xlsx;
use dothi::{CityData, CityFile, CriteriaSet, Lang, UnitKind};
use std::fmt;

pub(crate) use guide::attribute;

/// Why a workbook could not be written: more rows or longer texts than a sheet can hold.
#[derive(Debug)]
pub struct WriteError(&'static str);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for WriteError {}

impl From<xlsx::Full> for WriteError {
    fn from(error: xlsx::Full) -> Self {
        Self(error)
    }
}

/// An empty form for one place of a kind: instructions, the place, figures shared by several criteria, one sheet for each group,
/// documents, and the lists to choose from. [`crate::read`] reads it once it is filled in.
///
/// # Errors
/// The set has more to ask than a workbook can hold.
///
/// ```
/// use dothi::{Lang, UnitKind};
/// let set = dothi::builtin::load("vn-ssc").unwrap();
/// let bytes = dothi_spreadsheet::template(&set, UnitKind::Commune, Lang::Vi).unwrap();
/// assert!(dothi_spreadsheet::is_workbook(&bytes));
/// ```
pub fn template(set: &CriteriaSet, kind: UnitKind, lang: Lang) -> Result<Vec<u8>, WriteError> {
    render::workbook(&form::book(set, kind, None, lang), lang)
}

/// The form of a set, filled with the data of a place. Whatever the set does not ask stands on a sheet of its own, so that
/// [`crate::read`] gives the same data back.
///
/// # Errors
/// The data have more than a workbook can hold.
pub fn write(set: &CriteriaSet, city: &CityData, lang: Lang) -> Result<Vec<u8>, WriteError> {
    render::workbook(&form::book(set, city.unit.kind, Some(city), lang), lang)
}

/// A workbook with one table of all places, in the columns of the CSV format, without any set.
///
/// # Errors
/// The data have more than a workbook can hold.
pub fn write_table(file: &CityFile, lang: Lang) -> Result<Vec<u8>, WriteError> {
    render::workbook(&fill::table(file, lang), lang)
}
