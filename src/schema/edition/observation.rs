//! Observations of one edition: each criterion has a definition of its own.

use super::value::{unit, value};
use super::{both, name};
use crate::criteria::{CriteriaSet, Criterion, DataPoint, Parts, Role};
use crate::schema::object::describe;
use crate::schema::words;
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value, json};

/// Replaces the general observation by one that looks at the criterion.
pub(super) fn define(set: &CriteriaSet, definitions: &mut Map<String, Value>, criterion_link: &Value) {
    let Some(Value::Object(general)) = definitions.get("observation").cloned() else { return };
    let mut branches = Vec::new();
    for criterion in set.criteria() {
        let definition = format!("observation.{}", criterion.id);
        branches.push(json!({
            "if": {"properties": {"criterion": {"const": criterion.id}}, "required": ["criterion"]},
            "then": {"$ref": format!("#/$defs/{definition}")},
        }));
        definitions.insert(definition, one(set, criterion, general.clone()).into());
    }
    let mut observation = general;
    observation.remove("additionalProperties");
    observation.remove("examples");
    observation.insert("properties".into(), json!({"criterion": criterion_link}));
    observation.insert("allOf".into(), branches.into());
    definitions.insert("observation".into(), observation.into());
}

/// The observations of one criterion.
fn one(set: &CriteriaSet, criterion: &Criterion, mut schema: Map<String, Value>) -> Map<String, Value> {
    let titles = (name(criterion, Lang::Vi), name(criterion, Lang::En));
    describe(&mut schema, Some((&titles.0, &titles.1)), both(criterion.question.as_ref().unwrap_or(&criterion.title)));
    schema.remove("examples");
    let points = &criterion.data_points;
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("criterion".into(), json!({"const": criterion.id}));
        let titled = |point: &'_ DataPoint| point.title.clone().unwrap_or_else(|| criterion.title.clone());
        let known: Vec<_> = points.iter().map(|point| (point.id.as_str(), titled(point))).collect();
        let known = words::list(known.iter().map(|(id, title)| (*id, both(title))));
        properties.insert("data_point".into(), known.to_value());
    }
    let mut rules = Vec::from([value_by_status()]);
    for (at, point) in points.iter().enumerate() {
        // Of a single data point nothing has to be asked first.
        let asked = (points.len() > 1).then_some((at, point));
        rules.push(guarded(asked, None, &roles(point)));
        for input in &point.inputs {
            let mut then = json!({"properties": {"value": value(point, input), "unit": unit(set, input)}});
            if point.parts == Parts::Single
                && let Some(Value::Object(properties)) = then.get_mut("properties")
            {
                properties.insert("part".into(), false.into());
            }
            let role = (point.inputs.len() > 1).then_some(input.role);
            rules.push(guarded(asked, role, &then));
        }
    }
    schema.insert("allOf".into(), rules.into());
    schema
}

/// A value is there unless the status says that there is none.
fn value_by_status() -> Value {
    json!({
        "if": {"properties": {"status": {"enum": ["O", "M"]}}, "required": ["status"]},
        "then": {"properties": {"value": false}},
        "else": {"required": ["value"]},
    })
}

/// The roles that a data point takes; a role left out is `value`.
fn roles(point: &DataPoint) -> Value {
    let words = words::list(point.inputs.iter().map(|input| (input.role.as_str(), both(&input.title))));
    let required: &[&str] = if point.inputs.iter().any(|input| input.role == Role::Value) { &[] } else { &["role"] };
    json!({"properties": {"role": words}, "required": required})
}

/// What holds where an observation is of a data point (the first, where it names none) and of a role (`value`, where it names none).
fn guarded(point: Option<(usize, &DataPoint)>, role: Option<Role>, then: &Value) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<&str> = Vec::new();
    if let Some((at, point)) = point {
        properties.insert("data_point".into(), json!({"const": point.id}));
        if at > 0 {
            required.push("data_point");
        }
    }
    if let Some(role) = role {
        properties.insert("role".into(), json!({"const": role.as_str()}));
        if role != Role::Value {
            required.push("role");
        }
    }
    if properties.is_empty() { then.clone() } else { json!({"if": {"properties": properties, "required": required}, "then": then}) }
}
