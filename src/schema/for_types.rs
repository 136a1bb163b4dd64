//! Draft 07 for programs that make types from schemas: names of types, and nothing that types do not know.

use alloc::string::String;
use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::Value;

/// Keywords that say nothing about a type, or that become a tuple for each length.
const NOT_OF_TYPES: &[&str] = &["enumDescriptions", "examples", "pattern", "if", "then", "else", "minItems", "maxItems"];

/// Names definitions as types are named and drops what types do not know.
#[derive(Clone)]
pub(super) struct ForTypes;

impl Transform for ForTypes {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(keywords) = schema.as_object_mut() else { return };
        keywords.retain(|key, _| !NOT_OF_TYPES.contains(&key.as_str()) && !key.starts_with("x-"));
        let is_empty = |schema: &Value| schema.as_object().is_some_and(serde_json::Map::is_empty);
        if keywords.get("allOf").and_then(Value::as_array).is_some_and(|all| all.iter().all(is_empty)) {
            keywords.remove("allOf");
        }
        if let Some(Value::Object(definitions)) = keywords.get_mut("definitions") {
            for (name, definition) in definitions {
                if let Value::Object(definition) = definition {
                    definition.insert("title".into(), type_name(name).into());
                }
            }
        }
    }
}

/// `judgement.pass_fail` is `JudgementPassFail`.
pub(super) fn type_name(name: &str) -> String {
    let words = name.split(['.', '_', '-']);
    words.flat_map(|word| word.chars().enumerate().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c })).collect()
}
