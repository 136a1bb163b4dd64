//! Workbooks in Office Open XML (ECMA-376), as far as a form needs them: texts and figures in cells, their looks, lists to choose from,
//! rules, protection, and how a sheet prints. What has no use here is not there: with a writer of everything the part of the page that
//! writes forms weighed 110 KB more.

mod archive;
mod book;
mod place;
mod sheet;
mod style;
mod xml;

pub(crate) use book::Workbook;
pub(crate) use place::{Area, letters};
pub(crate) use sheet::{Page, Sheet};
pub(crate) use style::Style;

/// More than a sheet, a cell or an archive can hold.
pub(crate) type Full = &'static str;
