//! One entity: a criterion, or a node of the score.

use super::parts::{addresses, answer, citations, context, date, document, languages, pair, property, put, relationship, urn};
use crate::facts::{self, Seen, both};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{
    ChildResult, Cite, Criterion, CriterionResult, DataKind, Dec, GroupResult, Lang, ObsValue, Observation, PartResult, Possibility,
};
use serde_json::{Map, Value, json};

/// An entity while it is made.
pub(super) struct Entity<'v, 'a> {
    seen: Seen<'v, 'a>,
    members: Map<String, Value>,
}

impl<'v, 'a> Entity<'v, 'a> {
    /// The entity of a criterion.
    pub(super) fn criterion(seen: Seen<'v, 'a>, at: usize) -> Option<Value> {
        let c = seen.view.criteria.get(at)?;
        let mut out = Self::new(seen, &id(seen, "criterion", &c.criterion.id));
        out.named(&c.criterion.title.vi, &c.criterion.title.en, c.outcome.label(Lang::Vi));
        out.set("category", property(json!([category(c.criterion)])));
        out.set("calculationFormula", property(c.method.as_str()));
        out.maybe("kpiValue", c.answer.map(Value::from).or(c.value.map(|value| value.to_string().into())));
        if let Some((from, to)) = facts::days(c) {
            out.set("calculationPeriod", property(json!({"from": from, "to": to})));
        }
        out.set("criterion", property(c.criterion.id.as_str()));
        out.set("label", property(c.criterion.label.as_str()));
        out.maybe("tier", c.criterion.tier.map(|tier| tier.as_str().into()));
        out.set("method", property(c.method.as_str()));
        out.judged(c);
        out.grounds(&facts::cites(c.criterion, c.method));
        let evidence: Vec<Value> = facts::documents(seen.assessment, c.criterion).into_iter().map(|(_, d)| document(d)).collect();
        out.list("evidence", evidence);
        out.below(ChildResult::Criterion(at), c.weight);
        Some(out.finish())
    }

    /// The entity of a node of the score; the first node is the whole.
    pub(super) fn node(seen: Seen<'v, 'a>, at: usize) -> Option<Value> {
        let node = seen.view.groups.get(at)?;
        let mut out = Self::new(seen, &node_id(seen, at));
        let title = node.group.map_or(&seen.assessment.set().header().title, |group| &group.title);
        let said = if node.group.is_none() { seen.statement(Lang::Vi) } else { String::new() };
        out.named(&title.vi, &title.en, &said);
        out.set("category", property(json!(["quantitative"])));
        out.set("calculationFormula", property(node.aggregate.as_str()));
        let statement = seen.statements();
        let whole = (node.group.is_none() && !statement.vi.is_empty()).then(|| pair(&statement));
        out.maybe("kpiValue", node.value.map(|value| value.to_string().into()).or(whole));
        if node.group.is_none() {
            out.set("statement", languages(&statement));
        }
        out.maybe("group", node.group.map(|group| group.id.as_str().into()));
        out.maybe("label", node.group.map(|group| group.label.as_str().into()));
        out.set("method", property(node.aggregate.as_str()));
        out.scored(node);
        out.grounds(node.group.map_or(&[], |group| &group.cites));
        out.below(ChildResult::Group(at), node.weight);
        Some(out.finish())
    }

    fn new(seen: Seen<'v, 'a>, id: &str) -> Self {
        let mut members = Map::new();
        put(&mut members, "id", Some(id.into()));
        put(&mut members, "type", Some("KeyPerformanceIndicator".into()));
        members.insert("@context".into(), context());
        Self { seen, members }
    }

    /// The node it belongs to, and what it weighs there.
    fn below(&mut self, child: ChildResult, weight: Dec) {
        if let Some((parent, _)) = facts::parent(self.seen.view, child) {
            self.set("partOf", relationship(&node_id(self.seen, parent)));
        }
        self.maybe("weight", facts::weight(self.seen.view, child, weight).map(Value::from));
    }

    fn set(&mut self, key: &str, value: Value) {
        self.members.insert(key.into(), value);
    }

    fn maybe(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.set(key, property(value));
        }
    }

    fn list(&mut self, key: &str, all: Vec<Value>) {
        self.maybe(key, (!all.is_empty()).then(|| all.into()));
    }

    /// Names, and a description in which the marks stand.
    fn named(&mut self, vi: &str, en: &str, said: &str) {
        self.set("name", property(vi));
        self.set("alternateName", property(en));
        let marks = facts::mark_line(self.seen.assessment);
        let told: Vec<&str> = [vi, said, self.seen.assessment.state_word(self.seen.verified, Lang::Vi), &marks.vi].to_vec();
        let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
        self.set("description", property(told.join(" – ")));
    }

    /// What came of the criterion, and why.
    fn judged(&mut self, c: &CriterionResult<'_>) {
        let a = self.seen.assessment;
        self.set("outcome", property(c.outcome.as_str()));
        self.set("outcomeText", languages(&both(|lang| c.outcome.label(lang).into())));
        self.set("explanation", languages(&both(|lang| a.criterion_text(c, lang))));
        self.maybe("reason", c.reason.map(Value::from));
        if let Some(reason) = facts::set_reason(a, c) {
            self.set("reasonText", languages(&reason));
        }
        if let Some(unit) = facts::unit(a.set(), c.criterion).filter(|_| c.value.is_some()) {
            self.set("unitOfMeasure", property(unit.id.as_str()));
            self.set("unitSymbol", languages(&unit.symbol));
        }
        self.list("levels", c.levels.iter().map(|level| answer(a, level)).collect());
        self.list("parts", c.parts.iter().map(part).collect());
        self.list("inputs", c.inputs.iter().map(|input| observation(input)).collect());
        self.maybe("low", c.low.map(possibility));
        self.maybe("high", c.high.map(possibility));
        self.maybe("share", c.share.map(|share| share.to_string().into()));
        self.maybe("points", c.points.map(|points| points.to_string().into()));
        self.maybe("maxPoints", c.points.map(|_| c.max_points.to_string().into()));
        self.maybe("unrounded", c.unrounded.map(|value| value.to_string().into()));
        self.list("flags", c.flags.iter().map(|flag| (*flag).into()).collect());
        self.maybe("fragile", c.fragile.then(|| true.into()));
        if let Some((low, high)) = c.survey.and_then(|survey| survey.interval) {
            self.set("survey", property(json!({"low": low.to_string(), "high": high.to_string()})));
        }
        if let Some(change) = c.change {
            let mut told = Map::new();
            let answer = change.base_answer.map(|yes| String::from(if yes { "yes" } else { "no" }));
            put(&mut told, "baseValue", change.base_value.map(|value| value.to_string()).or(answer));
            put(&mut told, "difference", change.difference.map(|value| value.to_string()));
            self.maybe("change", (!told.is_empty()).then(|| told.into()));
        }
    }

    /// What a node comes to.
    fn scored(&mut self, node: &GroupResult<'_>) {
        self.maybe("share", node.share.map(|share| share.to_string().into()));
        self.maybe("unrounded", node.unrounded.map(|value| value.to_string().into()));
        self.maybe("present", node.present.map(|share| share.to_string().into()));
        self.maybe("undecided", node.undecided.then(|| true.into()));
        self.maybe("band", node.band.map(|band| pair(&band.title)));
        let range = node.low.zip(node.high);
        let one = |side: dothi::NodePossibility<'_>| side.value.or(side.share).map(|value| value.to_string().into());
        self.maybe("low", range.and_then(|(low, _)| one(low)));
        self.maybe("high", range.and_then(|(_, high)| one(high)));
        let levels = !self.seen.assessment.scheme().levels.is_empty();
        let tally = |t: &dothi::LevelTally| {
            let mut out = json!({"met": t.met, "metHigh": t.met_high, "asked": t.asked});
            if let (true, Some(members)) = (levels, out.as_object_mut()) {
                members.insert("level".into(), t.level.into());
                members.insert("levelText".into(), pair(&both(|lang| self.seen.assessment.level_words(t.level, lang))));
            }
            out
        };
        let tallies: Vec<Value> = node.tallies.iter().map(tally).collect();
        self.list("tallies", tallies);
        if !node.children.is_empty() {
            self.set("aggregatedData", property(json!([{"entityType": "KeyPerformanceIndicator", "attrs": ["kpiValue", "outcome"]}])));
        }
    }

    fn grounds(&mut self, cites: &[Cite]) {
        let set = self.seen.assessment.set();
        self.list("citations", citations(set, cites));
        self.list("seeAlso", addresses(set, cites));
    }

    /// What holds for every entity of the result: place, set, state, days, marks.
    fn finish(mut self) -> Value {
        let a = self.seen.assessment;
        let unit = &a.city().unit;
        self.set("organization", property(unit.name(Lang::Vi)));
        self.set("area", property(unit.code.as_str()));
        self.set("areaServed", property(unit.name(Lang::Vi)));
        self.set("placeKind", property(unit.kind.as_str()));
        self.set("process", property(format!("{} – {}", a.set().id(), a.scheme().title.get(Lang::Vi))));
        self.set("calculationMethod", property("automatic"));
        self.set("calculatedBy", property("dothi"));
        self.set("criteriaSet", property(a.set().id()));
        self.set("scheme", property(a.scheme().id.as_str()));
        self.set("state", property(self.seen.state()));
        self.set("stateText", languages(&both(|lang| a.state_word(self.seen.verified, lang).into())));
        self.set("asOf", date(&facts::day(a.as_of().last_day())));
        self.maybe("dataDate", a.data_date().map(|date| date.to_string().into()));
        let marks: Vec<Value> = a.marks().iter().map(|mark| json!({"code": mark.code, "text": pair(&mark.text)})).collect();
        self.list("marks", marks);
        let line = facts::mark_line(a);
        if !line.vi.is_empty() {
            self.set("markLine", languages(&line));
        }
        let changed = a.parameters().into_iter().filter(|p| p.value != p.default);
        let changed: Vec<Value> = changed
            .map(|p| json!({"id": p.id, "level": p.level.unwrap_or_default(), "value": p.value.to_string(), "default": p.default.to_string()}))
            .collect();
        self.list("parameters", changed);
        Value::Object(self.members)
    }
}

fn id(seen: Seen<'_, '_>, kind: &str, of: &str) -> String {
    let a = seen.assessment;
    urn(&[&a.set().id(), &a.scheme().id, &a.city().unit.code, &a.as_of().to_string(), seen.state(), kind, of])
}

fn node_id(seen: Seen<'_, '_>, at: usize) -> String {
    let group = seen.view.groups.get(at).and_then(|node| node.group);
    group.map_or_else(|| id(seen, "score", "root"), |group| id(seen, "group", &group.id))
}

/// Yes/no and steps are qualities, anything else is a quantity.
fn category(criterion: &Criterion) -> &'static str {
    if criterion.data_points.iter().any(|point| point.kind == DataKind::Number) { "quantitative" } else { "qualitative" }
}

fn possibility(p: Possibility) -> Value {
    let mut out = Map::new();
    put(&mut out, "outcome", Some(p.outcome.as_str().into()));
    put(&mut out, "points", p.points.map(|points| points.to_string()));
    put(&mut out, "share", p.share.map(|share| share.to_string()));
    Value::Object(out)
}

fn part(p: &PartResult<'_>) -> Value {
    let mut out = Map::new();
    put(&mut out, "dataPoint", Some(p.data_point.id.clone()));
    put(&mut out, "method", Some(p.part.method.as_str().into()));
    put(&mut out, "outcome", Some(p.outcome.as_str().into()));
    let answer = p.answer.map(|yes| String::from(if yes { "yes" } else { "no" }));
    put(&mut out, "value", p.value.map(|value| value.to_string()).or(answer));
    put(&mut out, "points", p.points.map(|points| points.to_string()));
    Value::Object(out)
}

fn observation(o: &Observation) -> Value {
    let mut out = Map::new();
    put(&mut out, "dataPoint", o.data_point.clone());
    put(&mut out, "role", Some(o.role.as_str().into()));
    put(&mut out, "part", o.part.clone());
    let value = o.value.map(|value| match value {
        ObsValue::Boolean(yes) => String::from(if yes { "yes" } else { "no" }),
        ObsValue::Number(number) => number.to_string(),
        _ => String::new(),
    });
    put(&mut out, "value", value);
    put(&mut out, "unit", o.unit.clone());
    put(&mut out, "period", o.period.map(|period| period.to_string()));
    put(&mut out, "status", Some(o.status.as_str().into()));
    put(&mut out, "quality", o.quality.map(|quality| quality.as_str().into()));
    put(&mut out, "source", o.source.clone());
    Value::Object(out)
}
