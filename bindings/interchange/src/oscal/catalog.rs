//! A criteria set as a catalog.

use super::ids::{self, Ids};
use super::metadata::{Metadata, listed};
use super::params::{self, Of};
use super::sources;
use super::text::{Props, markup, object, prose, title};
use crate::facts::{both, cites, word};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Child, CriteriaSet, Criterion, Date, Dec, Lang, Method, Node, Scheme, Text};
use serde_json::{Value, json};

/// The identifiers of the catalog of a scheme: they follow from the set's content alone.
pub(super) fn ids(set: &CriteriaSet, scheme: &Scheme) -> Ids {
    Ids::of("catalog", &format!("{}\n{}", scheme.id, set.to_json()))
}

pub(super) fn document(set: &CriteriaSet, scheme: &Scheme, as_of: Date) -> Value {
    let ids = ids(set, scheme);
    let header = set.header();
    let writer = Writer { of: Of { ids, set }, scheme };
    let (groups, controls) = writer.children(&scheme.tree);
    let mut remarks: Vec<Text> = Vec::new();
    remarks.extend(listed("phần còn thiếu của bộ tiêu chí", "parts of the set that are missing", &header.missing_parts));
    let others: Vec<&str> = set.schemes().iter().filter(|other| other.id != scheme.id).map(|other| other.id.as_str()).collect();
    if !others.is_empty() {
        let all = others.join(", ");
        remarks.push(Text::new(
            format!("các cách đánh giá khác của bộ, mỗi cách một danh mục: {all}"),
            format!("other schemes of the set, each a catalog of its own: {all}"),
        ));
    }
    let metadata = Metadata {
        title: both(|lang| format!("{} – {}", header.title.get(lang), scheme.title.get(lang))),
        version: set.id(),
        as_of,
        props: Props::default()
            .with("criteria-set", &set.id())
            .with("scheme", &scheme.id)
            .with("set-status", &word(serde_json::to_value(header.status)))
            .with("stage", &word(serde_json::to_value(header.stage)))
            .with("published", &header.published.to_string())
            .maybe("effective", header.effective.map(|date| date.to_string()))
            .with("aggregate", scheme.tree.aggregate.as_str()),
        marks: &header.marks(),
        remarks,
        parties: Vec::new(),
    };
    json!({"catalog": object([
        ("uuid", ids.document().into()),
        ("metadata", metadata.value()),
        ("controls", controls.into()),
        ("groups", groups.into()),
        ("back-matter", json!({"resources": sources::resources(ids, set)})),
    ])})
}

struct Writer<'s> {
    of: Of<'s>,
    scheme: &'s Scheme,
}

impl Writer<'_> {
    /// The groups and the controls directly below a node.
    fn children(&self, node: &Node) -> (Vec<Value>, Vec<Value>) {
        let (mut groups, mut controls) = (Vec::new(), Vec::new());
        for child in &node.children {
            match child {
                Child::Group(inner) => groups.push(self.group(inner)),
                Child::Leaf { criterion, weight, max_points } => {
                    let found = self.of.set.criterion(criterion);
                    controls.extend(found.map(|criterion| self.control(criterion, *weight, *max_points)));
                }
                _ => {}
            }
        }
        (groups, controls)
    }

    fn group(&self, node: &Node) -> Value {
        let id = node.group.as_deref().unwrap_or_default();
        let group = self.of.set.group(id);
        let name = group.map_or_else(|| Text::new(id, id), |group| group.title.clone());
        let (mut groups, mut controls) = self.children(node);
        // A group of a catalog holds groups or controls, not both.
        if !groups.is_empty() && !controls.is_empty() {
            let own = core::mem::take(&mut controls);
            groups.push(object([
                ("id", format!("{}_OWN", ids::group(id)).into()),
                ("title", title(&name).into()),
                ("controls", own.into()),
            ]));
        }
        let props = Props::default()
            .maybe("label", group.map(|group| group.label.as_str()).filter(|label| !label.is_empty()))
            .with("aggregate", node.aggregate.as_str())
            .maybe("weight", node.weight.map(|weight| weight.to_string()))
            .maybe("max-points", node.max_points.map(|points| points.to_string()));
        object([
            ("id", ids::group(id).into()),
            ("title", title(&name).into()),
            ("props", props.list().into()),
            ("links", sources::links(self.of.ids, self.of.set, group.map_or(&[], |group| &group.cites)).into()),
            ("groups", groups.into()),
            ("controls", controls.into()),
        ])
    }

    fn control(&self, criterion: &Criterion, weight: Option<Dec>, max_points: Option<Dec>) -> Value {
        let for_scheme = |judgement: &&dothi::Judgement| judgement.schemes.is_empty() || judgement.schemes.contains(&self.scheme.id);
        let method = criterion.judge.iter().find(for_scheme).map_or(&Method::Monitor, |judgement| &judgement.method);
        let marks = self.of.set.header().marks();
        let props = Props::default()
            .maybe("label", Some(&criterion.label).filter(|label| !label.is_empty()))
            .maybe("tier", criterion.tier.map(dothi::Tier::as_str))
            .with("method", method.as_str())
            .with("direction", &word(serde_json::to_value(criterion.direction)))
            .with("confidence", &word(serde_json::to_value(criterion.confidence)))
            .maybe("unit", crate::facts::unit(self.of.set, criterion).map(|unit| unit.id.as_str()))
            .maybe("weight", weight.map(|weight| weight.to_string()))
            .maybe("max-points", max_points.map(|points| points.to_string()))
            .all("applies-to", criterion.applies_to.iter().cloned())
            .marks(&marks);
        let mut parts = Vec::from([self.statement(criterion)]);
        parts.extend(method.levels().into_iter().map(|level| self.objective(criterion, method, level)));
        object([
            ("id", ids::control(&criterion.id).into()),
            ("title", title(&criterion.title).into()),
            ("params", params::of(self.of, criterion, method).into()),
            ("props", props.list().into()),
            ("links", sources::links(self.of.ids, self.of.set, &cites(criterion, method)).into()),
            ("parts", parts.into()),
        ])
    }

    /// What is asked, what a city enters and which document goes with it.
    fn statement(&self, criterion: &Criterion) -> Value {
        let said = both(|lang| {
            let mut out = String::from(criterion.question.as_ref().unwrap_or(&criterion.title).get(lang));
            for input in criterion.data_points.iter().flat_map(|point| &point.inputs) {
                let symbol = self.of.set.unit(&input.unit).map_or("", |unit| unit.symbol.get(lang));
                out.push_str(&format!("\n{}: {} ({symbol})", input.role.label(lang), input.title.get(lang)));
            }
            if let Some(evidence) = &criterion.evidence {
                let word = if lang == Lang::Vi { "minh chứng" } else { "evidence" };
                out.push_str(&format!("\n{word}: {}", evidence.asked.get(lang)));
            }
            out
        });
        object([("id", ids::statement(&criterion.id).into()), ("name", "statement".into()), ("prose", prose(&said).into())])
    }

    /// What a level asks.
    fn objective(&self, criterion: &Criterion, method: &Method, level: u32) -> Value {
        let threshold = method.thresholds().iter().find(|threshold| threshold.level == level);
        let unit = crate::facts::unit(self.of.set, criterion);
        let told = |lang: Lang| {
            let symbol = unit.map_or("", |unit| unit.symbol.get(lang));
            let asked = match (threshold, method) {
                (Some(t), _) => {
                    let param = format!("{{{{ insert: param, {} }}}}", ids::parameter(&criterion.id, &level.to_string()));
                    format!("{} {param} {}", markup(t.op.sign()), markup(symbol))
                }
                (None, Method::Range(range)) => format!("{}–{} {}", range.low, range.high, markup(symbol)),
                _ => markup(method.as_str()),
            };
            format!("{}: {}", markup(&self.level_words(level, lang)), asked.trim_end())
        };
        object([
            ("id", ids::objective(&criterion.id, level).into()),
            ("name", "assessment-objective".into()),
            ("props", Props::default().marks(&self.of.set.header().marks()).list().into()),
            ("prose", format!("{}\n\n{}", told(Lang::Vi), told(Lang::En)).into()),
        ])
    }

    /// A level that is asked for, never bare where the set is not official; what a scheme without levels asks at is a target.
    fn level_words(&self, level: u32, lang: Lang) -> String {
        let vi = lang == Lang::Vi;
        let of = self.scheme.levels.len();
        if of == 0 {
            return String::from(if vi { "chỉ tiêu" } else { "target" });
        }
        if self.scheme.verdict {
            let name = self.scheme.levels.first().map_or("", |level| level.title.get(lang));
            return if vi { format!("đạt – {name}") } else { format!("met – {name}") };
        }
        let header = self.of.set.header();
        let note = header.level_note(lang).map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{} {level}/{of}{note}", header.level_word(lang))
    }
}
