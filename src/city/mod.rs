//! City data: the place judged, its figures, its evidence.

#[cfg(feature = "csv")]
mod csv;
mod json;
mod model;
mod recognition;

#[cfg(feature = "csv")]
pub use csv::{CsvOptions, NumberStyle};
pub use json::CityFile;
pub(crate) use model::URBAN_CLASSES;
pub use model::{
    CityData, EvidenceDocument, EvidenceKind, Member, NotApplicable, ObsStatus, ObsValue, Observation, Published, Quality, Reference,
    Review, ReviewResult, Sampling, Unit, UnitName,
};
