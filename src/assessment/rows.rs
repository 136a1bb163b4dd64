//! One row per criterion, for tables and CSV; every row carries the marks.

use super::json::threshold_text;
use super::{Asked, Assessment, CriterionResult, LevelAnswer, PartResult, Possibility, View};
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The columns of a [`Row`], in order.
pub const ROW_COLUMNS: &[&str] = &[
    "unit_code",
    "unit_name",
    "set",
    "scheme",
    "state",
    "as_of",
    "data_date",
    "group",
    "criterion",
    "label",
    "title",
    "tier",
    "outcome",
    "met_level",
    "value",
    "unit",
    "period",
    "thresholds",
    "points",
    "max_points",
    "low",
    "high",
    "parts",
    "base_value",
    "difference",
    "flags",
    "fragile",
    "documents",
    "confidence",
    "sources",
    "mark",
];

/// One criterion of one view, as text cells in the order of [`ROW_COLUMNS`].
pub type Row = Vec<String>;

impl Assessment<'_> {
    /// One row per criterion of the self-assessed result, then of the verified one.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Row> {
        let mut out = self.rows_of(&self.self_assessed, false, lang);
        if let Some(view) = &self.verified {
            out.extend(self.rows_of(view, true, lang));
        }
        out
    }

    fn rows_of(&self, view: &View<'_>, verified: bool, lang: Lang) -> Vec<Row> {
        let mark = self.mark_line(lang);
        let data_date = self.data_date().map(|d| d.to_string()).unwrap_or_default();
        let state = if verified { "verified" } else { "self_assessed" };
        let group_of = |at: usize| {
            let holds = |g: &&super::GroupResult<'_>| g.children.contains(&super::ChildResult::Criterion(at));
            view.groups.iter().find(holds).and_then(|g| g.group).map(|g| g.id.clone()).unwrap_or_default()
        };
        let rows = view.criteria.iter().enumerate();
        rows.map(|(at, c)| {
            let mut row: Row = [
                self.city.unit.code.clone(),
                self.city.unit.name(lang).to_string(),
                self.set.id(),
                self.scheme.id.clone(),
                state.to_string(),
                self.as_of.to_string(),
                data_date.clone(),
                group_of(at),
            ]
            .into();
            row.extend(cells(c, lang));
            row.push(sources(c));
            row.push(mark.clone());
            row
        })
        .collect()
    }
}

fn cells(c: &CriterionResult<'_>, lang: Lang) -> Vec<String> {
    let shown = |d: Option<crate::number::Dec>| d.map(|d| d.to_string()).unwrap_or_default();
    let answer = c.answer.map(|a| if a { "yes" } else { "no" }.to_string());
    let thresholds: Vec<String> = c.levels.iter().map(level).collect();
    let word = |a| if a { "yes" } else { "no" }.to_string();
    let base = c.change.and_then(|change| change.base_value.map(|v| v.to_string()).or(change.base_answer.map(word)));
    let max_points = c.points.or_else(|| c.high.and_then(|high| high.points)).map(|_| c.max_points.to_string());
    [
        c.criterion.id.clone(),
        c.criterion.label.clone(),
        c.criterion.title.get(lang).to_string(),
        c.criterion.tier.map_or("", crate::criteria::Tier::as_str).to_string(),
        c.outcome.as_str().to_string(),
        if c.levels.is_empty() { String::new() } else { c.met_level.to_string() },
        c.value.map(|v| v.to_string()).or(answer).unwrap_or_default(),
        c.criterion.data_points.first().map(|p| p.unit.clone()).unwrap_or_default(),
        c.inputs.iter().filter_map(|o| o.period).max().map(|p| p.to_string()).unwrap_or_default(),
        thresholds.join(" "),
        shown(c.points),
        max_points.unwrap_or_default(),
        c.low.map(possibility).unwrap_or_default(),
        c.high.map(possibility).unwrap_or_default(),
        c.parts.iter().map(part).collect::<Vec<_>>().join(" "),
        base.unwrap_or_default(),
        shown(c.change.and_then(|change| change.difference)),
        c.flags.join(" "),
        if c.fragile { "yes".into() } else { String::new() },
        c.documents.all.to_string(),
        c.criterion.confidence.as_str().to_string(),
    ]
    .into()
}

/// `1:≥50:passed`, `1:11..16:undecided`, `1:passed`
fn level(l: &LevelAnswer<'_>) -> String {
    let asked = match l.asked {
        Asked::Threshold { threshold, value, .. } => format!("{}{}:", threshold.op.sign(), threshold_text(value)),
        Asked::Range(range) => format!("{}..{}:", range.low, range.high),
        Asked::Parts => String::new(),
    };
    format!("{}:{asked}{}", l.level, l.outcome.as_str())
}

/// `scored:5.5`
fn possibility(p: Possibility) -> String {
    let points = p.points.map(|points| format!(":{points}")).unwrap_or_default();
    format!("{}{points}", p.outcome.as_str())
}

/// `share=52:passed`
fn part(p: &PartResult<'_>) -> String {
    let answer = p.answer.map(|a| if a { "yes" } else { "no" }.to_string());
    let value = p.value.map(|v| v.to_string()).or(answer).unwrap_or_default();
    let points = p.points.map(|points| format!(":{points}")).unwrap_or_default();
    format!("{}={value}:{}{points}", p.data_point.id, p.outcome.as_str())
}

fn sources(c: &CriterionResult<'_>) -> String {
    let mut ids: Vec<&str> = c.criterion.cites.iter().map(|c| c.source.as_str()).collect();
    ids.extend(c.method.cites().into_iter().map(|c| c.source.as_str()));
    ids.extend(c.not_considered.iter().flat_map(|rule| &rule.cites).map(|c| c.source.as_str()));
    crate::order::sort(&mut ids);
    ids.dedup();
    ids.join(" ")
}
