//! What may be entered for a criterion, with where it stands in the data.

use crate::content::Subject;
use crate::number;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{CriterionResult, DataKind, DataPoint, Date, Input, ObsValue, Observation};
use serde::Serialize;

/// A figure or an answer.
#[derive(Serialize)]
pub(super) struct Field {
    data_point: String,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    kind: DataKind,
    /// What it is, in words; with several parts the part as well.
    label: String,
    /// As the data write it.
    unit: String,
    symbol: String,
    whole: bool,
    /// Place among the observations; none = nothing is there yet.
    at: Option<usize>,
    /// As it is read: `12,5`; `yes`, `no`; the number of a step.
    value: String,
    steps: Vec<(String, String)>,
}

/// The latest figure of each input, and one to fill in where there is none.
pub(super) fn fields(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> Vec<Field> {
    let mut out = Vec::new();
    for point in &c.criterion.data_points {
        for input in &point.inputs {
            let given = latest(c, point, input, c.criterion.data_points.first().map_or("", |first| &first.id));
            if given.is_empty() {
                out.push(field(s, point, input, None));
            }
            out.extend(given.into_iter().map(|o| field(s, point, input, Some(o))));
        }
    }
    out
}

/// The observations of an input in their latest period, one for each part.
fn latest<'a>(c: &CriterionResult<'a>, point: &DataPoint, input: &Input, first: &str) -> Vec<&'a Observation> {
    let own = |o: &&&Observation| o.role == input.role && o.data_point.as_deref().unwrap_or(first) == point.id;
    let all = c.inputs.iter().filter(own);
    let period: Option<Date> = all.clone().filter_map(|o| o.period).max();
    all.filter(|o| o.period == period).copied().collect()
}

fn field(s: &Subject<'_, '_>, point: &DataPoint, input: &Input, given: Option<&Observation>) -> Field {
    let all = &s.a.city().observations;
    let part = given.and_then(|o| o.part.clone());
    let mut label = String::from(input.title.get(s.lang));
    if let Some(part) = &part {
        label.push_str(" – ");
        label.push_str(part);
    }
    Field {
        data_point: point.id.clone(),
        role: input.role.as_str(),
        part,
        kind: point.kind,
        label,
        unit: input.unit.clone(),
        symbol: s
            .a
            .set()
            .unit(&input.unit)
            .filter(|_| point.kind == DataKind::Number)
            .map_or_else(String::new, |u| u.symbol.get(s.lang).into()),
        whole: input.whole,
        at: given.and_then(|given| all.iter().position(|o| core::ptr::eq(o, given))),
        value: given.and_then(|o| o.value).map(|value| text(s, point, value)).unwrap_or_default(),
        steps: point.steps.iter().map(|step| (alloc::format!("{}", step.step), step.label.get(s.lang).into())).collect(),
    }
}

fn text(s: &Subject<'_, '_>, point: &DataPoint, value: ObsValue) -> String {
    match value {
        ObsValue::Number(value) if point.kind == DataKind::Number => number::exact(value, s.lang),
        ObsValue::Number(value) => alloc::format!("{value}"),
        ObsValue::Boolean(yes) => if yes { "yes" } else { "no" }.into(),
        _ => String::new(),
    }
}
