//! What may be entered for one input: its unit, and its value by type and domain.

use super::both;
use crate::criteria::{CriteriaSet, DataKind, DataPoint, Input};
use crate::number::Dec;
use crate::schema::object::describe;
use alloc::string::ToString;
use alloc::vec::Vec;
use schemars::{Schema, json_schema};
use serde_json::{Value, json};

/// A number as text that is not below zero.
const NOT_NEGATIVE: &str = "^(-0(\\.0+)?|(0|[1-9][0-9]*)(\\.[0-9]+)?)([eE][+-]?[0-9]+)?$";
/// A number as text that is above zero.
const ABOVE_ZERO: &str = "^(0\\.0*[1-9][0-9]*|[1-9][0-9]*(\\.[0-9]+)?)([eE][+-]?[0-9]+)?$";
/// A whole number as text; whether one with an exponent is whole, no pattern says.
const WHOLE: &str = "^-?((0|[1-9][0-9]*)(\\.0+)?|.*[eE].*)$";

/// The unit: its id or its symbol.
pub(super) fn unit(set: &CriteriaSet, input: &Input) -> Value {
    let Some(unit) = set.unit(&input.unit) else { return json!(true) };
    let mut names = Vec::from([unit.id.as_str(), &unit.symbol.vi, &unit.symbol.en]);
    names.sort_unstable();
    names.dedup();
    json!({"enum": names})
}

/// The value.
pub(super) fn value(point: &DataPoint, input: &Input) -> Value {
    let mut schema = match point.kind {
        DataKind::Boolean => json_schema!({"enum": ["yes", "no", true, false]}),
        DataKind::Ordinal => steps(point),
        DataKind::Number => number(input),
    };
    describe(schema.ensure_object(), None, both(&input.title));
    schema.to_value()
}

/// A step as text or number, with what has been reached.
fn steps(point: &DataPoint) -> Schema {
    let twice = |of: fn(&crate::criteria::Step) -> [Value; 2]| Value::from(point.steps.iter().flat_map(of).collect::<Vec<_>>());
    json_schema!({
        "enum": twice(|step| [json!(step.step.to_string()), json!(step.step)]),
        "enumDescriptions": twice(|step| [json!(step.label.en), json!(step.label.en)]),
        "x-enumDescriptions-vi": twice(|step| [json!(step.label.vi), json!(step.label.vi)]),
    })
}

/// A decimal within the domain. The bounds hold for JSON numbers; of texts, patterns hold what a pattern can.
fn number(input: &Input) -> Schema {
    let mut schema = json_schema!({"$ref": "#/$defs/decimal"});
    let mut patterns = Vec::new();
    if let Some(least) = input.minimum {
        schema.insert("minimum".into(), bound(least));
        if least >= Dec::ZERO {
            patterns.push(NOT_NEGATIVE);
        }
    }
    if let Some(least) = input.above {
        schema.insert("exclusiveMinimum".into(), bound(least));
        if least >= Dec::ZERO {
            patterns.push(ABOVE_ZERO);
        }
    }
    if input.whole {
        schema.insert("multipleOf".into(), json!(1));
        patterns.push(WHOLE);
    }
    if !patterns.is_empty() {
        schema.insert("allOf".into(), patterns.iter().map(|pattern| json!({"pattern": pattern})).collect());
    }
    schema
}

fn bound(value: Dec) -> Value {
    serde_json::from_str(&value.to_string()).unwrap_or_default()
}
