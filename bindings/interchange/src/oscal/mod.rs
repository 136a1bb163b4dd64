//! Assessments as NIST OSCAL assessment results, criteria sets as OSCAL catalogs (JSON, OSCAL 1.2).
//!
//! A document has the same bytes for the same result: identifiers are UUIDs of version 5 made of the content, days come from the
//! caller. What OSCAL has no word for stands in properties of the namespace `urn:dothi:ns:1`.

mod catalog;
mod evidence;
mod finding;
mod ids;
mod metadata;
mod observation;
mod params;
mod results;
mod sources;
mod text;

use alloc::string::String;
use dothi::{Assessment, CriteriaSet, Date, Scheme};
use serde_json::Value;

/// The version of OSCAL that the documents follow.
pub const OSCAL_VERSION: &str = "1.2.1";

/// The assessment results of one place: one result as the place claims and one as reviewed, each with an observation for every
/// criterion and every node of the score, and a finding for whatever is met or not.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date};
/// let set = dothi::builtin::load("vn-ssc").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../../examples/vi-du.json")).unwrap();
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
/// let assessment = set.assess(&file.cities[0], &options).unwrap();
/// assert!(dothi_interchange::oscal::assessment_results(&assessment).contains("\"not-satisfied\""));
/// ```
#[must_use]
pub fn assessment_results(assessment: &Assessment<'_>) -> String {
    pretty(&results::document(assessment))
}

/// The criteria of one scheme as a catalog: groups as in its tree, a control for each criterion, thresholds as parameters, sources
/// as resources. `as_of` is the day that the document is made for.
///
/// ```
/// use dothi::Date;
/// let set = dothi::builtin::load("vn-ssc").unwrap();
/// let catalog = dothi_interchange::oscal::catalog(&set, &set.schemes()[0], Date::parse("2026-11-21").unwrap());
/// assert!(catalog.contains("\"catalog\""));
/// ```
#[must_use]
pub fn catalog(set: &CriteriaSet, scheme: &Scheme, as_of: Date) -> String {
    pretty(&catalog::document(set, scheme, as_of))
}

fn pretty(document: &Value) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
