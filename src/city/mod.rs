//! City data: the place judged, its figures, its evidence.

mod canonical;
mod code;
#[cfg(feature = "csv")]
mod csv;
mod json;
mod model;
mod recognition;
#[cfg(feature = "schema")]
mod schema;

#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use code::{digits_of, lost_zeros};
#[cfg(all(feature = "csv", feature = "schema"))]
pub(crate) use csv::ATTRIBUTES;
#[cfg(feature = "programme")]
pub(crate) use csv::csv_decimal;
#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use csv::csv_table;
#[cfg(feature = "csv")]
pub(crate) use csv::csv_text;
#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use csv::{CellNumbers, NumberProofs, day_first, decode, yes_or_no};
#[cfg(feature = "csv")]
pub use csv::{
    CellValue, CsvOptions, CsvStyle, FactCell, FactColumn, FactRow, FactTable, NumberStyle, Separator, csv_line, csv_line_as_is, csv_rows,
};
pub use json::CityFile;
#[cfg(feature = "record")]
pub(crate) use json::read_one;
#[cfg(feature = "programme")]
pub(crate) use json::read_unit;
pub(crate) use model::URBAN_CLASSES;
pub use model::{
    CityData, EvidenceDocument, EvidenceKind, Member, NotApplicable, ObsStatus, ObsValue, Observation, Published, Quality, Reference,
    Review, ReviewResult, Sampling, Unit, UnitName,
};
