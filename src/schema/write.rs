//! Schemas as text that people read: what a definition is comes first, its parts after.

use alloc::string::String;
use alloc::vec::Vec;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value};

/// Keywords in the order of writing; others follow in the order of the alphabet.
const FIRST: &[&str] = &[
    "$schema",
    "$id",
    "name",
    "title",
    "x-title-vi",
    "description",
    "x-description-vi",
    "examples",
    "$ref",
    "type",
    "const",
    "enum",
    "enumDescriptions",
    "x-enumDescriptions-vi",
    "required",
    "properties",
    "additionalProperties",
    "if",
    "then",
    "else",
];
const LAST: &str = "$defs";

/// Keywords whose members are named by the format, not by JSON Schema.
const NAMED: &[&str] = &["properties", "$defs", "definitions"];

/// A schema as readable JSON with a final newline: the bytes of `criteria/schema/`.
#[must_use]
pub fn to_text(schema: &Value) -> String {
    crate::write::pretty(&Ordered { value: schema, named: false })
}

struct Ordered<'v> {
    value: &'v Value,
    named: bool,
}

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in in_order(members, self.named) {
                    map.serialize_entry(key, &Ordered { value, named: !self.named && NAMED.contains(&key.as_str()) })?;
                }
                map.end()
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(|value| Ordered { value, named: false })),
            other => other.serialize(serializer),
        }
    }
}

fn in_order(members: &Map<String, Value>, named: bool) -> Vec<(&String, &Value)> {
    let rank = |key: &str| match FIRST.iter().position(|first| *first == key) {
        _ if named => 0,
        Some(at) => at,
        None => FIRST.len() + usize::from(key == LAST),
    };
    let mut all: Vec<_> = members.iter().collect();
    all.sort_by(|(a, _), (b, _)| rank(a).cmp(&rank(b)).then_with(|| a.cmp(b)));
    all
}
