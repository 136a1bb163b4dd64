//! The schema of city data for one edition: the general one, with the ids, units, domains and steps that the set asks for.

mod observation;
#[cfg(feature = "csv")]
mod table;
mod value;

use super::words;
use super::{Document, object::describe};
use crate::criteria::{CriteriaSet, Criterion};
use crate::text::{Lang, Text};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use schemars::Schema;
use serde_json::{Map, Value, json};

impl CriteriaSet {
    /// JSON Schema 2020-12 of city data for this set: criteria, data points, roles, units and steps as closed lists, domains as
    /// `minimum` and `maximum`, titles and questions in English and (`x-…-vi`) Vietnamese.
    ///
    /// What it refuses, [`CriteriaSet::assess`] refuses too, but for three habits that it does not know: a criterion called by its
    /// printed label, a step written with a point (`"2.0"`), and data of another set beside those of this one. It does not see what
    /// needs two places of a file at once (a numerator above its denominator, a figure given twice) or an exponent in a text.
    ///
    /// ```
    /// let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    /// assert_eq!(set.city_schema().get("$id").unwrap(), "urn:dothi:schema:city-data:1.0:vn-ssc@2026-u1");
    /// ```
    #[must_use]
    pub fn city_schema(&self) -> Schema {
        let mut schema = Document::CityData.schema();
        let id = schema.get("$id").and_then(Value::as_str).map(|general| format!("{general}:{}", self.id()));
        schema.insert("$id".into(), id.into());
        let header = self.header();
        let title = |lang: Lang, of: &str| format!("{of}: {} ({})", header.title.get(lang), self.id());
        let titles = (title(Lang::Vi, "Số liệu của địa phương"), title(Lang::En, "City data"));
        let standing = header.not_official.as_ref().map_or(("", ""), both);
        describe(schema.ensure_object(), Some((&titles.0, &titles.1)), standing);
        schema.remove("examples");
        if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
            self.narrow(definitions);
        }
        schema
    }

    fn narrow(&self, definitions: &mut Map<String, Value>) {
        let criterion = words::list(self.criteria().iter().map(|c| (c.id.as_str(), both(&c.title)))).to_value();
        definitions.insert("criterion".into(), criterion);
        let link = json!({"$ref": "#/$defs/criterion"});
        observation::define(self, definitions, &link);
        replace(definitions, "evidence", "criteria", &json!({"items": link}));
        replace(definitions, "not_applicable", "criterion", &link);
        let references: Vec<&str> = self.reference_ids().into_iter().collect();
        if references.is_empty() {
            definitions.insert("reference".into(), false.into());
        } else {
            replace(definitions, "reference", "id", &json!({"enum": references}));
        }
        let schemes: Vec<&str> = self.schemes().iter().map(|scheme| scheme.id.as_str()).collect();
        replace(definitions, "published", "scheme", &json!({"enum": schemes}));
        let groups: Vec<&str> = self.header().groups.iter().map(|group| group.id.as_str()).collect();
        replace(definitions, "published", "group", &if groups.is_empty() { json!(false) } else { json!({"enum": groups}) });
    }
}

/// Puts keywords into a property in place of its `$ref`, beside what it is for; or refuses the property.
fn replace(definitions: &mut Map<String, Value>, definition: &str, key: &str, by: &Value) {
    let properties = definitions.get_mut(definition).and_then(|of| of.get_mut("properties")).and_then(Value::as_object_mut);
    let Some(property) = properties.and_then(|of| of.get_mut(key)) else { return };
    match (property.as_object_mut(), by) {
        (Some(property), Value::Object(keywords)) => {
            property.remove("$ref");
            property.extend(keywords.clone());
        }
        _ => *property = by.clone(),
    }
}

fn both(text: &Text) -> (&str, &str) {
    (&text.vi, &text.en)
}

/// What a criterion is called: number and title, in a language.
fn name(criterion: &Criterion, lang: Lang) -> String {
    format!("{} {}", criterion.label, criterion.title.get(lang))
}
