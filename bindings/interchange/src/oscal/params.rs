//! The numbers of a method as parameters of a control.

use super::ids::{Ids, parameter};
use super::sources;
use super::text::{Props, line, markup, object, title};
use crate::facts::{both, word};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Cite, CriteriaSet, Criterion, Method, Threshold, ThresholdValue, UnitOfMeasure};
use serde_json::Value;

/// Keys that are no numbers of the method.
const OTHER: [&str; 9] = ["method", "cites", "basis", "confidence", "note", "title", "derive", "data_point", "evidence"];

/// A document's identifiers with the set it is of.
#[derive(Clone, Copy)]
pub(super) struct Of<'s> {
    pub(super) ids: Ids,
    pub(super) set: &'s CriteriaSet,
}

/// Every number that the method judges by: a threshold for each level with what it rests on, and of other methods all they hold.
pub(super) fn of(of: Of<'_>, criterion: &Criterion, method: &Method) -> Vec<Value> {
    let unit = crate::facts::unit(of.set, criterion);
    let mut out: Vec<Value> = method.thresholds().iter().flat_map(|threshold| thresholds(of, criterion, threshold, unit)).collect();
    let mut others = Vec::new();
    let mut tree = serde_json::to_value(method).unwrap_or_default();
    if let Some(members) = tree.as_object_mut() {
        members.remove("thresholds");
    }
    walk(&tree, "", (None, None), &mut others);
    let cites: Vec<Cite> = method.cites().into_iter().cloned().collect();
    let links = if method.thresholds().is_empty() { sources::links(of.ids, of.set, &cites) } else { Vec::new() };
    out.extend(others.into_iter().map(|(path, value, (basis, confidence))| {
        let props = Props::default().maybe("basis", basis).maybe("confidence", confidence);
        object([
            ("id", parameter(&criterion.id, &path).into()),
            ("label", markup(&path).into()),
            ("props", props.list().into()),
            ("links", links.clone().into()),
            ("values", Value::from(Vec::from([line(&value)]))),
        ])
    }));
    out
}

/// A threshold, and the values that replace it for some places.
fn thresholds(of: Of<'_>, criterion: &Criterion, t: &Threshold, unit: Option<&UnitOfMeasure>) -> Vec<Value> {
    let name = t.level.to_string();
    let base = Props::default()
        .with("op", &word(serde_json::to_value(t.op)))
        .maybe("printed-op", t.printed_op.as_deref())
        .maybe("horizon", t.horizon.as_deref())
        .all("use", t.uses.iter().map(|u| word(serde_json::to_value(u))));
    let label = both(|lang| format!("{} {}", t.op.sign(), unit.map_or("", |unit| unit.symbol.get(lang))));
    let one = |name: &str, label: String, value: ThresholdValue, props: Props, cites: &[Cite]| {
        object([
            ("id", parameter(&criterion.id, name).into()),
            ("label", label.into()),
            ("props", props.list().into()),
            ("links", sources::links(of.ids, of.set, cites).into()),
            ("values", Value::from(Vec::from([asked(value)]))),
        ])
    };
    let ground = |props: Props, basis, confidence| {
        props.with("basis", &word(serde_json::to_value(basis))).with("confidence", &word(serde_json::to_value(confidence)))
    };
    let mut out = Vec::from([one(&name, title(&label), t.value, ground(base, t.basis, t.confidence), &t.cites)]);
    for (at, variant) in t.variants.iter().enumerate() {
        let when = variant.when.iter().map(|test| serde_json::to_string(test).unwrap_or_default()).collect::<Vec<_>>().join(" ");
        let props = ground(Props::default().with("when", &when), variant.basis, variant.confidence);
        out.push(one(&format!("{name}.variant.{at}"), title(&label), variant.value, props, &variant.cites));
    }
    out
}

/// What a threshold asks, for programs.
pub(super) fn asked(value: ThresholdValue) -> String {
    match value {
        ThresholdValue::Number(number) => number.to_string(),
        _ => "yes".into(),
    }
}

/// Basis and confidence.
type Ground<'v> = (Option<&'v str>, Option<&'v str>);

/// Every word and number below a value, by its path, with what it rests on.
fn walk<'v>(value: &'v Value, path: &str, ground: Ground<'v>, out: &mut Vec<(String, String, Ground<'v>)>) {
    let below = |step: &str| if path.is_empty() { step.into() } else { format!("{path}.{step}") };
    match value {
        Value::Object(members) => {
            let of = |key: &str| members.get(key).and_then(Value::as_str);
            let ground = (of("basis").or(ground.0), of("confidence").or(ground.1));
            members.iter().filter(|(key, _)| !OTHER.contains(&key.as_str())).for_each(|(key, value)| walk(value, &below(key), ground, out));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| walk(value, &below(&at.to_string()), ground, out));
        }
        Value::String(text) => out.push((path.into(), text.clone(), ground)),
        Value::Null => {}
        other => out.push((path.into(), other.to_string(), ground)),
    }
}
