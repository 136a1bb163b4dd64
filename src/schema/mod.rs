//! JSON Schema 2020-12 of criteria files, city data and results.
//!
//! The readers are written by hand and so are these schemas: beside each file that reads stands one that says the same in JSON
//! Schema, with the same tables of words and the same bounds. Tests hold both against each other.

mod edition;
mod for_types;
pub(crate) mod object;
pub(crate) mod scalar;
pub(crate) mod union;
pub(crate) mod words;
mod write;

use crate::assessment::schema::AssessmentDocument;
use crate::city::CityFile;
use crate::criteria::CriteriaSet;
use alloc::format;
use schemars::Schema;
use schemars::generate::SchemaSettings;

pub use write::to_text;

/// Format, and how often it has grown by optional keys. Raise the second number with each of them: the objects are closed, so an
/// older schema refuses what a newer one takes.
const VERSION: &str = "1.0";

/// What there is a schema for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Document {
    /// A criteria file.
    CriteriaSet,
    /// City data as JSON, whatever set they are for.
    CityData,
    /// The result of one place as JSON.
    Assessment,
    /// An assessment that can be replayed.
    #[cfg(feature = "record")]
    Record,
    /// Local reports of the programme.
    #[cfg(feature = "programme")]
    LocalReports,
    /// A round of local reports.
    #[cfg(feature = "programme")]
    ReportRound,
}

impl Document {
    /// Every document.
    pub const ALL: &'static [Self] = &[
        Self::CriteriaSet,
        Self::CityData,
        Self::Assessment,
        #[cfg(feature = "record")]
        Self::Record,
        #[cfg(feature = "programme")]
        Self::LocalReports,
        #[cfg(feature = "programme")]
        Self::ReportRound,
    ];

    /// Its name, as in `criteria/schema/<name>.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CriteriaSet => "criteria-set",
            Self::CityData => "city-data",
            Self::Assessment => "assessment",
            #[cfg(feature = "record")]
            Self::Record => "record",
            #[cfg(feature = "programme")]
            Self::LocalReports => "local-reports",
            #[cfg(feature = "programme")]
            Self::ReportRound => "report-round",
        }
    }

    /// Its schema in JSON Schema 2020-12, as published in `criteria/schema`.
    ///
    /// ```
    /// use dothi::schema::Document;
    /// let schema = Document::CriteriaSet.schema();
    /// assert_eq!(schema.get("$id").unwrap(), "urn:dothi:schema:criteria-set:1.0");
    /// ```
    #[must_use]
    pub fn schema(self) -> Schema {
        let mut schema = self.made_by(SchemaSettings::draft2020_12());
        schema.insert("$id".into(), format!("urn:dothi:schema:{}:{VERSION}", self.name()).into());
        schema
    }

    /// The same in draft 07, for programs that make types from schemas: a choice of shapes is `oneOf`, and what only judges values
    /// (patterns, depth) or is for people of another language is left out. It is not published; validate with [`Document::schema`].
    #[must_use]
    pub fn draft07(self) -> Schema {
        let mut schema = self.made_by(SchemaSettings::draft07().with_transform(for_types::ForTypes));
        schema.insert("title".into(), for_types::type_name(self.name()).into());
        schema
    }

    fn made_by(self, settings: SchemaSettings) -> Schema {
        let generator = settings.into_generator();
        match self {
            Self::CriteriaSet => generator.into_root_schema_for::<CriteriaSet>(),
            Self::CityData => generator.into_root_schema_for::<CityFile>(),
            Self::Assessment => generator.into_root_schema_for::<AssessmentDocument>(),
            #[cfg(feature = "record")]
            Self::Record => generator.into_root_schema_for::<crate::record::schema::RecordDocument>(),
            #[cfg(feature = "programme")]
            Self::LocalReports => generator.into_root_schema_for::<crate::programme::ReportFile>(),
            #[cfg(feature = "programme")]
            Self::ReportRound => generator.into_root_schema_for::<crate::programme::Round>(),
        }
    }
}
