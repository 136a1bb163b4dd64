//! Units for programs and spreadsheets.

use super::Shown;
use crate::marks;
use dothi::Lang;
use dothi::units::{AdminUnit, Succession};
use serde_json::{Value, json};

pub(super) const COLUMNS: &[&str] =
    &["on", "code", "name", "type", "kind", "parent", "valid_from", "valid_to", "draft_code", "became", "made_of", "change", "mark"];

/// A unit as a row; `change` is that of the step shown: to what it became, else from what it was made of.
pub(super) fn row(shown: &Shown<'_>, unit: &AdminUnit, lang: Lang) -> Vec<String> {
    let (became, made_of) = (shown.registry.successors(unit), shown.registry.predecessors(unit));
    let change = became.first().or(made_of.first()).map_or_else(String::new, |step| word(&json!(step.kind)));
    let codes = |units: Vec<&AdminUnit>| units.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>().join(";");
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        shown.on.to_string(),
        unit.code.clone(),
        unit.name.clone(),
        unit.admin_type.label(lang).into(),
        unit.kind.as_str().into(),
        text(&unit.parent),
        unit.valid_from.to_string(),
        unit.valid_to.map(|date| date.to_string()).unwrap_or_default(),
        text(&unit.draft_code),
        codes(became.iter().map(|step| step.unit).collect()),
        codes(made_of.iter().map(|step| step.former).collect()),
        change,
        marks::line(&shown.registry.marks(), lang),
    ]
}

/// Everything shown, with its marks and the sources of the lists.
pub(super) fn json(shown: &Shown<'_>) -> Value {
    let step =
        |step: &Succession<'_>, unit: &AdminUnit| json!({"code": unit.code, "name": unit.name, "change": step.kind, "date": step.date});
    let units: Vec<Value> = shown
        .units
        .iter()
        .map(|unit| {
            let mut out = json!(unit);
            let became: Vec<Value> = shown.registry.successors(unit).iter().map(|s| step(s, s.unit)).collect();
            let made_of: Vec<Value> = shown.registry.predecessors(unit).iter().map(|s| step(s, s.former)).collect();
            for (key, list) in [("became", became), ("made_of", made_of)] {
                if let (Some(members), false) = (out.as_object_mut(), list.is_empty()) {
                    members.insert(key.into(), list.into());
                }
            }
            out
        })
        .collect();
    json!({"on": shown.on, "marks": shown.registry.marks(), "sources": shown.registry.sources(), "units": units})
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().into()
}
