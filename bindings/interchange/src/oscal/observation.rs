//! What was seen of a criterion or of a node of the score.

use super::evidence;
use super::ids::Ids;
use super::metadata::instant;
use super::sources;
use super::text::{Props, object, prose, title};
use crate::facts::{self, Seen, both};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{ChildResult, CriterionResult, GroupResult, ObsValue, Observation, Outcome, Possibility, Text};
use serde_json::{Value, json};

/// The identifier of the observation of a criterion.
pub(super) fn id(ids: Ids, seen: Seen<'_, '_>, c: &CriterionResult<'_>) -> String {
    ids.part(&format!("{}/observation", seen.state()), &c.criterion.id)
}

/// The observation of a criterion: outcome and reason as properties, the whole explanation in words, documents.
pub(super) fn criterion(ids: Ids, seen: Seen<'_, '_>, at: usize, c: &CriterionResult<'_>) -> Value {
    let weight = facts::weight(seen.view, ChildResult::Criterion(at), c.weight);
    let a = seen.assessment;
    let cites = facts::cites(c.criterion, c.method);
    let documents = facts::documents(a, c.criterion);
    let relevant: Vec<Value> = documents.into_iter().map(|(at, document)| evidence::relevant(ids, at, document)).collect();
    object([
        ("uuid", id(ids, seen, c).into()),
        ("title", format!("{} {}", super::text::markup(&c.criterion.label), title(&c.criterion.title)).into()),
        ("description", prose(&both(|lang| a.criterion_text(c, lang))).into()),
        ("props", props(seen, c).maybe("weight", weight).marks(&a.marks()).list().into()),
        ("links", sources::links(ids, a.set(), &cites).into()),
        ("methods", json!(["EXAMINE"])),
        ("types", json!(["control-objective"])),
        ("subjects", subject(ids, seen)),
        ("relevant-evidence", relevant.into()),
        ("collected", instant(a.as_of()).into()),
    ])
}

fn props(seen: Seen<'_, '_>, c: &CriterionResult<'_>) -> Props {
    let text = |value: Option<dothi::Dec>| value.map(|value| value.to_string());
    let answer = |yes: bool| String::from(if yes { "yes" } else { "no" });
    let unit = facts::unit(seen.assessment.set(), c.criterion).filter(|_| c.value.is_some());
    let outcome = |outcome: Outcome| both(|lang| outcome.label(lang).into());
    let interval = c.survey.and_then(|survey| survey.interval).map(|(low, high)| format!("{low} {high}"));
    let base = c.change.and_then(|change| change.base_value.map(|v| v.to_string()).or(change.base_answer.map(answer)));
    let (from, to) = facts::days(c).unzip();
    let reason = facts::set_reason(seen.assessment, c).unwrap_or_default();
    Props::default()
        .with("state", seen.state())
        .maybe("period-from", from)
        .maybe("period-to", to)
        .with("control", &super::ids::control(&c.criterion.id))
        .with("outcome", c.outcome.as_str())
        .both("outcome-text", &outcome(c.outcome))
        .maybe("reason", c.reason)
        .both("reason-text", &reason)
        .with("method", c.method.as_str())
        .maybe("tier", c.criterion.tier.map(dothi::Tier::as_str))
        .maybe("value", text(c.value).or(c.answer.map(answer)))
        .maybe("unit", unit.map(|unit| unit.id.as_str()))
        .maybe("points", text(c.points))
        .maybe("max-points", c.points.map(|_| c.max_points.to_string()))
        .maybe("share", text(c.share))
        .maybe("unrounded", text(c.unrounded))
        .maybe("low", c.low.map(possibility))
        .maybe("high", c.high.map(possibility))
        .maybe("interval", interval)
        .maybe("base-value", base)
        .maybe("difference", text(c.change.and_then(|change| change.difference)))
        .maybe("fragile", c.fragile.then_some("yes"))
        .all("flag", c.flags.iter().map(|flag| String::from(*flag)))
        .all("part", c.parts.iter().map(|p| format!("{} {} {}", p.data_point.id, p.part.method.as_str(), p.outcome.as_str())))
        .all("input", c.inputs.iter().map(|input| figure(input)))
        .with("confidence", &facts::word(serde_json::to_value(c.criterion.confidence)))
}

/// A figure in one line: role, value, unit, period, part, status, source.
fn figure(o: &Observation) -> String {
    let value = match o.value {
        Some(ObsValue::Number(number)) => number.to_string(),
        Some(ObsValue::Boolean(yes)) => String::from(if yes { "yes" } else { "no" }),
        _ => String::new(),
    };
    let mut out = format!("{} {value}", o.role.as_str());
    for (word, text) in [
        ("data point", o.data_point.clone()),
        ("unit", o.unit.clone()),
        ("period", o.period.map(|period| period.to_string())),
        ("part", o.part.clone()),
        ("status", Some(o.status.as_str().into())),
        ("quality", o.quality.map(|quality| quality.as_str().into())),
        ("source", o.source.clone()),
    ] {
        if let Some(text) = text {
            out.push_str(&format!("; {word} {text}"));
        }
    }
    out
}

fn possibility(p: Possibility) -> String {
    let points = p.points.or(p.share).map(|value| format!(" {value}")).unwrap_or_default();
    format!("{}{points}", p.outcome.as_str())
}

/// The observation of a node of the score; the first node is the whole.
pub(super) fn node(ids: Ids, seen: Seen<'_, '_>, at: usize, node: &GroupResult<'_>) -> Value {
    let a = seen.assessment;
    let text = |value: Option<dothi::Dec>| value.map(|value| value.to_string());
    let name = node.group.map_or(&a.set().header().title, |group| &group.title);
    let statement = if node.group.is_none() { seen.statements() } else { Text::default() };
    let levels = !a.scheme().levels.is_empty();
    let tally = |t: &dothi::LevelTally| {
        let of = |lang| if levels { format!("{}: ", a.level_words(t.level, lang)) } else { String::new() };
        both(|lang| format!("{}{}/{}", of(lang), t.met_text(), t.asked))
    };
    let mut props = Props::default()
        .with("state", seen.state())
        .maybe("group", node.group.map(|group| super::ids::group(&group.id)))
        .with("aggregate", node.aggregate.as_str())
        .maybe("weight", facts::weight(seen.view, ChildResult::Group(at), node.weight))
        .maybe("value", text(node.value))
        .maybe("unrounded", text(node.unrounded))
        .maybe("share", text(node.share))
        .maybe("present", text(node.present))
        .maybe("undecided", node.undecided.then_some("yes"))
        .maybe("low", node.low.and_then(|side| text(side.value.or(side.share))))
        .maybe("high", node.high.and_then(|side| text(side.value.or(side.share))))
        .both("statement", &statement);
    if let Some(band) = node.band {
        props = props.both("band", &band.title);
    }
    for one in node.tallies.iter().map(tally) {
        props = props.both("met-of-asked", &one);
    }
    let said = if node.group.is_none() && !statement.vi.is_empty() { prose(&statement) } else { title(name) };
    let key = node.group.map_or("root", |group| group.id.as_str());
    object([
        ("uuid", ids.part(&format!("{}/node", seen.state()), key).into()),
        ("title", title(name).into()),
        ("description", said.into()),
        ("props", props.marks(&a.marks()).list().into()),
        ("links", sources::links(ids, a.set(), node.group.map_or(&[], |group| &group.cites)).into()),
        ("methods", json!(["EXAMINE"])),
        ("subjects", subject(ids, seen)),
        ("collected", instant(a.as_of()).into()),
    ])
}

fn subject(ids: Ids, seen: Seen<'_, '_>) -> Value {
    let unit = &seen.assessment.city().unit;
    json!([{"subject-uuid": ids.part("party", &unit.code), "type": "party", "title": super::text::markup(unit.name(dothi::Lang::Vi))}])
}
