//! The whole result as JSON: every decimal a string, only counts numbers, no prose but the sentences that must travel along.
//!
//! It is canonical as it is written: members stand in the order of their keys.

use super::{
    Asked, Assessment, ChildResult, ConditionResult, CriterionResult, Documents, GroupResult, LevelAnswer, LevelRange, LevelResult, Mark,
    NodePossibility, PartResult, Possibility, PublishedResult, SurveyResult, View,
};
use crate::city::Observation;
use crate::criteria::{Aggregate, Cite, Condition, Header, Limit, ShareBand, ThresholdValue};
use crate::finding::Finding;
use crate::json::Writer;
use crate::number::Dec;
use crate::text::Lang;
use crate::write::{in_order, readable};
use alloc::string::{String, ToString};

/// The format of the assessment document.
pub(crate) const ASSESSMENT_FORMAT: u32 = 1;

impl Assessment<'_> {
    /// RFC 8785 canonical JSON of the whole result: the same bytes on every platform.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        in_order(Writer::object(|w| self.write(w, false)))
    }

    /// The same for the other end of a call, quicker to take over: in ASCII, and a criterion of which the verified view says what the
    /// self-assessed one says is an empty object there.
    #[must_use]
    pub fn to_json_once(&self) -> String {
        Writer::ascii_object(|w| self.write(w, true))
    }

    /// Readable JSON of the whole result.
    #[must_use]
    pub fn to_json(&self) -> String {
        readable(&self.to_canonical_json())
    }

    /// As a part of another document.
    pub(crate) fn to_value(&self) -> serde_json::Value {
        serde_json::from_str(&self.to_canonical_json()).unwrap_or_default()
    }

    fn write(&self, w: &mut Writer, once: bool) {
        w.date("as_of", Some(self.as_of));
        w.count("assessment_format", ASSESSMENT_FORMAT);
        w.date("data_date", self.data_date());
        w.flag("fictional", self.city.fictional);
        w.list("findings", self.findings.iter(), Finding::write);
        w.list("marks", &self.marks(), Mark::write);
        w.flag("non_default", self.is_non_default());
        w.list("notes", &self.city.notes, Writer::languages);
        w.list("parameters", &self.parameters(), |w, p| {
            w.decimal("default", p.default);
            w.text("id", &p.id);
            w.count("level", p.level);
            w.decimal("value", p.value);
        });
        w.list("published", &self.published(), published);
        w.text("scheme", &self.scheme.id);
        w.inner("self_assessed", |w| self.view(w, &self.self_assessed, None));
        w.inner("set", |w| {
            edition(w, self.set.header());
            w.both("title", Some(&self.set.header().title));
        });
        w.inner("unit", |w| self.city.unit.write(w));
        if let Some(verified) = &self.verified {
            w.inner("verified", |w| self.view(w, verified, once.then_some(&self.self_assessed)));
        }
    }

    fn view(&self, w: &mut Writer, view: &View<'_>, told: Option<&View<'_>>) {
        if view.level.of > 0 || !view.level.refused.is_empty() {
            w.inner("level", |w| {
                w.count("of", view.level.of);
                w.count("reached", view.level.reached);
                w.list("refused", &view.level.refused, |w, r| {
                    w.text("condition", r.condition);
                    w.count("count", r.count);
                    w.decimal("limit", r.limit);
                    w.count("of", r.of);
                });
                sentence(w, |lang| self.level_statement(view, lang));
                w.mark("verdict", self.scheme.verdict);
            });
        }
        levels(w, "level_range", view.level.undecided);
        w.list("levels", &view.levels, level);
        levels(w, "range", view.range);
        if let Some(score) = view.score {
            w.inner("score", |w| {
                w.decimal("unrounded", score.unrounded);
                w.decimal("value", score.value);
            });
        }
        decimals(w, "score_range", view.score_range.map(|s| (s.low, s.high)));
        w.list("sensitivity", &self.sensitivity(view), super::ShareSensitivity::write);
        sentence(w, |lang| self.count_statement(view, lang));
        if let Some(root) = view.groups.first() {
            w.inner("tree", |w| group(w, (view, told), root));
        }
    }
}

/// Which edition of which set, to begin an object with.
pub(crate) fn edition(w: &mut Writer, header: &Header) {
    w.text("edition", &header.edition);
    w.text("id", &header.set);
    w.count("revision", header.revision);
    w.text("stage", header.stage.as_str());
    w.text("status", header.status.as_str());
}

impl Mark {
    pub(crate) fn write(w: &mut Writer, mark: &Self) {
        w.text("code", mark.code);
        w.both("text", Some(&mark.text));
    }
}

/// A statement that there is in both languages or in none.
fn sentence(w: &mut Writer, said: impl Fn(Lang) -> Option<String>) {
    if let Some((vi, en)) = said(Lang::Vi).zip(said(Lang::En)) {
        w.both("statement", Some(&crate::text::Text { vi, en }));
    }
}

fn levels(w: &mut Writer, key: &str, range: Option<LevelRange>) {
    if let Some(range) = range {
        w.inner(key, |w| {
            w.count("high", range.high);
            w.count("low", range.low);
        });
    }
}

fn decimals(w: &mut Writer, key: &str, range: Option<(Dec, Dec)>) {
    if let Some((low, high)) = range {
        w.inner(key, |w| {
            w.decimal("high", high);
            w.decimal("low", low);
        });
    }
}

fn published(w: &mut Writer, p: &PublishedResult<'_>) {
    w.text_if("clause", p.published.clause.as_deref());
    w.decimal("computed", p.computed);
    w.decimal("difference", p.difference);
    w.text_if("group", p.published.group.as_deref());
    w.text("of", p.published.of.as_str());
    w.decimal("published", p.published.value);
    w.text("source", &p.published.source);
    w.flag("within_tolerance", p.agrees);
}

fn level(w: &mut Writer, level: &LevelResult<'_>) {
    let d = &level.deciding;
    w.inner("condition", |w| condition(w, &level.condition));
    w.inner("deciding", |w| {
        w.count("assumed", d.assumed);
        w.count("criteria", d.criteria);
        w.count("mirror", d.mirror);
        w.count("own_use", d.own_use);
        w.count("primary", d.primary);
        w.count("repeated", d.repeated);
        w.count("secondary", d.secondary);
    });
    w.count("level", level.level.level);
    w.flag("reached", level.reached);
    w.both("title", Some(&level.level.title));
    w.mark("undecided", level.reached.is_none());
}

fn condition(w: &mut Writer, c: &ConditionResult<'_>) {
    let (tier, limit, of_group) = match c.condition {
        Condition::ShareMet { tier, min, group, .. } | Condition::CountMet { tier, min, group, .. } => (*tier, Some(min), group.as_deref()),
        Condition::NodeValue { min, group, .. } => (None, Some(min), group.as_deref()),
        _ => (None, None, None),
    };
    let unclear = match c.condition {
        Condition::Unclear { title, cites, .. } => Some((title, cites)),
        _ => None,
    };
    w.count("asked", c.asked);
    w.mark("attribute_absent", c.attribute_absent);
    cites(w, unclear.iter().flat_map(|(_, cites)| *cites));
    w.text("condition", c.kind());
    w.text_if("group", c.group.map(|g| g.id.as_str()).or(of_group));
    w.flag("holds", (!c.undecided).then_some(c.holds));
    w.count("met", c.met);
    w.count("met_high", c.met_high);
    w.decimal("min", c.min);
    w.count("missing", c.missing);
    w.list("of", &c.inner, condition);
    if let Some(Limit::Parameter(id)) = limit {
        w.text("parameter", id);
    }
    w.text_if("tier", tier.map(crate::criteria::Tier::as_str));
    w.both("title", unclear.map(|(title, _)| title));
    w.mark("undecided", c.undecided);
    w.mark("vacuous", c.vacuous);
    w.decimal("value", c.value);
    decimals(w, "value_range", c.value_range);
}

impl ConditionResult<'_> {
    /// Asked of every group that holds criteria directly, and not the answer of one of them.
    pub(super) fn is_each_group(&self) -> bool {
        self.group.is_none() && matches!(self.condition, Condition::ShareMet { each_group: true, .. })
    }

    /// The word of the condition in files.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.condition {
            Condition::All { .. } => "all",
            Condition::Any { .. } => "any",
            Condition::AtLeast { .. } => "at_least",
            Condition::ShareMet { .. } => "share_met",
            Condition::CountMet { .. } => "count_met",
            Condition::NodeValue { .. } => "node_value",
            Condition::Mandatory { .. } => "mandatory",
            Condition::LowerLevels => "lower_levels",
            Condition::If { .. } => "if",
            Condition::Unclear { .. } => "unclear",
        }
    }
}

/// A node of a view, without what another view has told.
fn group(w: &mut Writer, (view, told): (&View<'_>, Option<&View<'_>>), of: &GroupResult<'_>) {
    let in_points = matches!(of.aggregate, Aggregate::Sum | Aggregate::SumOfScored);
    w.text("aggregate", of.aggregate.as_str());
    band(w, of.band);
    w.list("children", &of.children, |w, child| match child {
        ChildResult::Criterion(at) => {
            let told = told.and_then(|told| told.criteria.get(*at));
            let new = view.criteria.get(*at).filter(|c| !told.is_some_and(|told| told.is_seen_alike(c)));
            new.into_iter().for_each(|c| criterion(w, c));
        }
        ChildResult::Group(at) => view.groups.get(*at).into_iter().for_each(|inner| group(w, (view, told), inner)),
    });
    w.decimal("exponent", of.exponent);
    w.text_if("group", of.group.map(|g| g.id.as_str()));
    node(w, "high", of.high);
    node(w, "low", of.low);
    w.decimal("max_points", in_points.then_some(of.max_points));
    w.list("met", &of.tallies, |w, t| {
        w.count("asked", t.asked);
        w.count("level", t.level);
        w.count("met", t.met);
        w.count("met_high", (t.met_high != t.met).then_some(t.met_high));
    });
    w.decimal("present", of.present);
    w.decimal("share", of.share);
    w.mark("undecided", of.undecided);
    w.decimal("unrounded", of.unrounded);
    w.decimal("value", of.value);
    w.decimal("weight", of.aggregate.weighs().then_some(of.weight));
}

fn node(w: &mut Writer, key: &str, possible: Option<NodePossibility<'_>>) {
    if let Some(p) = possible {
        w.inner(key, |w| {
            band(w, p.band);
            w.decimal("share", p.share);
            w.decimal("value", p.value);
        });
    }
}

fn band(w: &mut Writer, band: Option<&ShareBand>) {
    if let Some(band) = band {
        w.inner("band", |w| {
            w.decimal("at_least", band.at_least);
            w.both("title", Some(&band.title));
        });
    }
}

fn criterion(w: &mut Writer, c: &CriterionResult<'_>) {
    let leveled = !c.levels.is_empty();
    let counted = c.points.is_some() || c.high.is_some_and(|high| high.points.is_some());
    w.flag("answer", c.answer);
    if let Some(change) = c.change {
        let base_answer = change.base_answer.map(|yes| if yes { "yes" } else { "no" });
        w.inner("change", |w| {
            w.text_if("base_value", change.base_value.map(|v| v.to_string()).as_deref().or(base_answer));
            w.decimal("difference", change.difference);
        });
    }
    cites(w, &c.criterion.cites);
    w.text("confidence", c.criterion.confidence.as_str());
    w.text("criterion", &c.criterion.id);
    documents(w, &c.documents);
    w.texts("flags", c.flags.iter().copied());
    w.mark("fragile", c.fragile);
    possibility(w, "high", c.high, leveled);
    w.list("inputs", c.inputs.iter().copied(), input);
    w.list("levels", &c.levels, answer);
    possibility(w, "low", c.low, leveled);
    w.decimal("max_points", counted.then_some(c.max_points));
    w.count("met_level", (leveled && c.low.is_none() && c.outcome != super::Outcome::NotApplicable).then_some(c.met_level));
    w.text("method", c.method.as_str());
    if let Some(rule) = c.not_considered {
        w.inner("not_considered", |w| {
            cites(w, &rule.cites);
            w.text_if("note", rule.note.as_deref());
        });
    }
    w.text("outcome", c.outcome.as_str());
    w.list("parts", &c.parts, part);
    w.decimal("points", c.points);
    w.text_if("reason", c.reason);
    w.decimal("share", c.share);
    if let Some(s) = &c.survey {
        w.inner("survey", |w| survey(w, s));
    }
    w.text_if("tier", c.criterion.tier.map(crate::criteria::Tier::as_str));
    w.text_if("unit", c.criterion.data_points.first().map(|p| p.unit.as_str()));
    w.decimal("unrounded", c.unrounded);
    w.decimal("value", c.value);
    w.decimal("weight", (!leveled && !counted && c.share.is_some()).then_some(c.weight));
}

fn possibility(w: &mut Writer, key: &str, possible: Option<Possibility>, leveled: bool) {
    if let Some(p) = possible {
        w.inner(key, |w| {
            w.count("met_level", leveled.then_some(p.met_level));
            w.text("outcome", p.outcome.as_str());
            w.decimal("points", p.points);
            w.decimal("share", p.share);
        });
    }
}

fn input(w: &mut Writer, o: &Observation) {
    w.text_if("data_point", o.data_point.as_deref());
    w.text_if("part", o.part.as_deref());
    w.date("period", o.period);
    w.text_if("quality", o.quality.map(crate::city::Quality::as_str));
    w.text("role", o.role.as_str());
    w.text_if("source", o.source.as_deref());
    w.text("status", o.status.as_str());
    w.text_if("unit", o.unit.as_deref());
    if let Some(value) = o.value {
        w.text("value", &value.to_text());
    }
}

fn survey(w: &mut Writer, s: &SurveyResult) {
    w.decimal("asked", s.asked);
    decimals(w, "interval", s.interval);
    w.flag("plain_share_passes", s.plain_share_passes);
    w.decimal("positive", s.positive);
    w.decimal("sample_to_settle", s.sample_to_settle);
    w.text_if("sampling", s.sampling.map(crate::city::Sampling::as_str));
}

fn documents(w: &mut Writer, d: &Documents) {
    if d.all > 0 {
        w.inner("documents", |w| {
            w.count("accepted", d.accepted);
            w.count("all", d.all);
            w.count("plans", d.plans);
            w.count("recognitions", (d.recognitions > 0).then_some(d.recognitions));
            w.count("rejected", d.rejected);
        });
    }
}

fn answer(w: &mut Writer, l: &LevelAnswer<'_>) {
    let variant = match l.asked {
        Asked::Threshold { threshold, variant, .. } => {
            let chosen = variant.and_then(|at| threshold.variants.get(at));
            let (basis, confidence, grounds) =
                chosen.map_or((threshold.basis, threshold.confidence, &threshold.cites), |v| (v.basis, v.confidence, &v.cites));
            w.text("basis", basis.as_str());
            w.count("carried_from", threshold.carried_from);
            cites(w, grounds);
            w.text("confidence", confidence.as_str());
            variant.and_then(|at| u32::try_from(at).ok())
        }
        Asked::Range(range) => {
            w.text("above", range.above.as_str());
            w.text("basis", range.ground.basis.as_str());
            w.text("below", range.below.as_str());
            cites(w, &range.ground.cites);
            w.text("confidence", range.ground.confidence.as_str());
            w.decimal("from", range.low);
            None
        }
        Asked::Parts => None,
    };
    w.count("level", l.level);
    if let Asked::Threshold { threshold, .. } = l.asked {
        w.text("op", threshold.op.as_str());
    }
    w.text("outcome", l.outcome.as_str());
    match l.asked {
        Asked::Threshold { threshold, value, .. } => {
            w.text_if("printed_op", threshold.printed_op.as_deref());
            match value {
                ThresholdValue::Yes => w.text("threshold", "yes"),
                ThresholdValue::Number(number) => w.decimal("threshold", number),
            }
            w.texts("use", threshold.uses.iter().map(|own| own.as_str()));
        }
        Asked::Range(range) => {
            w.both("printed", range.printed.as_ref());
            w.decimal("to", range.high);
        }
        Asked::Parts => {}
    }
    w.flag("value_passes", l.value_passes);
    w.count("variant", variant);
}

fn part(w: &mut Writer, p: &PartResult<'_>) {
    w.flag("answer", p.answer);
    cites(w, p.part.method.cites());
    w.text("data_point", &p.data_point.id);
    w.text_if("evidence", p.part.evidence.map(|e| e.kind.as_str()));
    w.decimal("max_points", p.max_points);
    w.text("method", p.part.method.as_str());
    w.text("outcome", p.outcome.as_str());
    w.decimal("points", p.points);
    w.both("title", p.part.title.as_ref());
    w.text("unit", &p.data_point.unit);
    w.decimal("value", p.value);
}

/// A threshold as files write it.
pub(crate) fn threshold_text(value: ThresholdValue) -> String {
    match value {
        ThresholdValue::Yes => "yes".into(),
        ThresholdValue::Number(n) => Dec::to_string(&n),
    }
}

fn cites<'c>(w: &mut Writer, all: impl IntoIterator<Item = &'c Cite>) {
    w.list("cites", all, |w, cite| {
        w.text("clause", &cite.clause);
        w.text("source", &cite.source);
    });
}
