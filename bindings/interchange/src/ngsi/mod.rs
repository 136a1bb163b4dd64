//! Assessments as FIWARE Smart Data Models `KeyPerformanceIndicator` entities (NGSI-LD, normalized form).
//!
//! One entity for each criterion and one for each node of the score, of the self-assessed and of the verified result. Each carries
//! outcome, reason, marks, sources and documents itself, since entities are stored and asked for one by one.

mod entity;
mod parts;

use alloc::string::String;
use alloc::vec::Vec;
use dothi::Assessment;
use entity::Entity;
use serde_json::Value;

/// The entities of results as a JSON array.
///
/// Decimals are strings, so that nothing is rounded on the way; a level is only given in a sentence that never stands bare.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date};
/// let set = dothi::builtin::load("vn-ssc").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../../examples/vi-du.json")).unwrap();
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
/// let assessment = set.assess(&file.cities[0], &options).unwrap();
/// let entities = dothi_interchange::ngsi::entities(&[assessment]);
/// assert!(entities.contains("\"type\": \"KeyPerformanceIndicator\""));
/// ```
#[must_use]
pub fn entities(assessments: &[Assessment<'_>]) -> String {
    let mut out: Vec<Value> = Vec::new();
    for assessment in assessments {
        for seen in crate::facts::views(assessment) {
            for at in 0..seen.view.groups.len() {
                out.extend(Entity::node(seen, at));
            }
            for at in 0..seen.view.criteria.len() {
                out.extend(Entity::criterion(seen, at));
            }
        }
    }
    let mut text = serde_json::to_string_pretty(&Value::Array(out)).unwrap_or_default();
    text.push('\n');
    text
}
