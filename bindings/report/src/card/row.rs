//! The table of criteria with ids, sources and what may be entered.

use super::blocks::{ShownLine, lines};
use super::fields::{Field, fields};
use crate::chart::Swatch;
use crate::content::{self, Subject, is_not_asked};
use crate::model::{Cell, Tone};
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{ChildResult, CriterionResult, GroupResult, Outcome, Tier};
use serde::Serialize;

/// All criteria, group by group.
#[derive(Serialize)]
pub(super) struct Criteria {
    title: &'static str,
    legend: &'static str,
    words: Words,
    /// Something has points.
    scored: bool,
    /// Something is asked.
    asks: bool,
    groups: Vec<Group>,
}

/// Heads of columns.
#[derive(Serialize)]
struct Words {
    criterion: String,
    value: String,
    asked: String,
    points: String,
    outcome: String,
    papers: String,
    source: String,
    base: Option<String>,
    difference: String,
}

#[derive(Serialize)]
struct Group {
    label: String,
    title: String,
    depth: u32,
    /// `3/5`, one for each level.
    tallies: Vec<(String, String)>,
    worth: String,
    band: String,
    rows: Vec<Row>,
    not_asked: Option<String>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    label: String,
    title: String,
    question: Option<String>,
    tier: String,
    /// It has no part in the level.
    aside: Option<&'static str>,
    value: Vec<ShownLine>,
    change: Vec<Vec<ShownLine>>,
    asked: Vec<Ask>,
    points: String,
    /// From 0 to 1, for drawing only.
    share: Option<String>,
    outcome: Said,
    verified: Option<Said>,
    remarks: Vec<String>,
    /// Numbers and summaries of its documents.
    papers: Vec<(usize, String)>,
    papers_asked: Option<String>,
    /// What each source is for, and where it is read.
    sources: Vec<(String, String)>,
    fields: Vec<Field>,
    /// Documents are needed for it to be met, and there are none.
    needs_papers: bool,
}

/// What is asked, and the answer.
#[derive(Serialize)]
struct Ask {
    /// `C1`; empty where it is asked once.
    level: String,
    text: String,
    outcome: Option<&'static str>,
    sign: &'static str,
    word: &'static str,
}

/// An outcome: the word of its class, a sign, a text.
#[derive(Serialize)]
pub(super) struct Said {
    outcome: &'static str,
    sign: &'static str,
    text: String,
}

pub(super) fn said(s: &Subject<'_, '_>, outcome: Outcome) -> Said {
    Said { outcome: Swatch::of(outcome).word(), sign: outcome.sign(), text: capital(outcome.label(s.lang)) }
}

pub(super) fn criteria(s: &Subject<'_, '_>) -> Criteria {
    let scheme = s.a.scheme();
    let view = s.a.self_assessed();
    let head = |key: T| capital(s.say(key));
    let base = scheme.compare_with.as_ref().map(|with| crate::number::date(with.year, s.lang));
    let mut out = Criteria {
        title: s.say(T::Criteria),
        legend: s.say(if by_level(s) { T::CriteriaLegend } else { T::PointsLegend }),
        words: Words {
            criterion: head(T::Criterion),
            value: head(T::Value),
            asked: head(T::AskedOf),
            points: head(T::Points),
            outcome: head(T::Outcome),
            papers: head(T::Evidence),
            source: head(T::Source),
            base: base.map(|year| capital(&s.fill(T::ValueOf, &[("year", &year)]))),
            difference: head(T::Difference),
        },
        scored: content::scored(s),
        asks: view.criteria.iter().any(content::asks),
        groups: Vec::new(),
    };
    add(s, 0, 0, &mut out.groups);
    out
}

fn by_level(s: &Subject<'_, '_>) -> bool {
    !s.a.scheme().levels.is_empty() && !s.a.scheme().verdict
}

/// Trees are not deeper than files may be.
fn add(s: &Subject<'_, '_>, at: usize, depth: u32, out: &mut Vec<Group>) {
    let view = s.a.self_assessed();
    let Some(group) = view.groups.get(at) else { return };
    let mut own = head(s, group, depth);
    let mut not_asked: Vec<String> = Vec::new();
    let mut inner = Vec::new();
    for child in &group.children {
        match child {
            ChildResult::Group(at) => inner.push(*at),
            ChildResult::Criterion(at) => {
                let Some(c) = view.criteria.get(*at) else { continue };
                if is_not_asked(c) {
                    not_asked.push(format!("{} {} [{}]", c.criterion.label, c.criterion.title.get(s.lang), c.criterion.id));
                } else {
                    own.rows.push(row(s, *at, c));
                }
            }
            _ => {}
        }
    }
    if !not_asked.is_empty() {
        let (n, names) = (not_asked.len().to_string(), not_asked.join("; "));
        own.not_asked = Some(s.fill(T::NotAskedHere, &[("sign", Outcome::NotApplicable.sign()), ("n", &n), ("names", &names)]));
    }
    out.push(own);
    inner.into_iter().for_each(|at| add(s, at, depth.saturating_add(1), out));
}

fn head(s: &Subject<'_, '_>, group: &GroupResult<'_>, depth: u32) -> Group {
    let (label, title) = match group.group {
        Some(own) => (own.label.clone(), own.title.get(s.lang).into()),
        None => (String::new(), s.say(T::Total).into()),
    };
    let tallies = group.tallies.iter().filter(|t| t.asked > 0);
    let level = |level| if by_level(s) { s.short_level(level) } else { String::new() };
    Group {
        label,
        title,
        depth,
        tallies: tallies.map(|t| (level(t.level), content::tally(t))).collect(),
        worth: if content::scored(s) { content::worth(s, group) } else { String::new() },
        band: content::banded(s, group).unwrap_or_default(),
        rows: Vec::new(),
        not_asked: None,
    }
}

fn row(s: &Subject<'_, '_>, at: usize, c: &CriterionResult<'_>) -> Row {
    let own = c.criterion;
    let title = |text: &dothi::Text| String::from(text.get(s.lang));
    let asked: Vec<Ask> = if c.levels.is_empty() { once(s.once(c)) } else { c.levels.iter().map(|l| ask(s, c, l)).collect() };
    let papers = s.a.city().evidence.iter().enumerate().filter(|(_, d)| d.criteria.contains(&own.id));
    let points = content::points_of(s, c);
    let verified = s.a.verified().and_then(|view| view.criteria.get(at));
    Row {
        id: own.id.clone(),
        label: own.label.clone(),
        title: title(&own.title),
        question: own.question.as_ref().map(title),
        tier: match own.tier {
            Some(Tier::Basic) => s.say(T::Basic).into(),
            Some(Tier::Elective) => s.say(T::Elective).into(),
            Some(tier) => tier.label(s.lang).into(),
            None => String::new(),
        },
        aside: (by_level(s) && !s.a.decides_level(&own.id)).then(|| s.say(T::NoPartInLevel)),
        value: lines(&s.value_cell(c)),
        change: if s.a.scheme().compare_with.is_some() { s.change(c).iter().map(lines).collect() } else { Vec::new() },
        asked,
        points: if points == "–" { String::new() } else { points },
        share: c.share.map(|share| format!("{share}")),
        outcome: self::outcome(s, c),
        verified: verified.map(|c| self::outcome(s, c)),
        remarks: s.remarks(c),
        papers: papers.map(|(at, d)| (at.saturating_add(1), d.summary.clone())).collect(),
        papers_asked: own.evidence.as_ref().map(|e| title(&e.asked)),
        sources: sources(s, c),
        fields: if c.outcome == Outcome::NotApplicable { Vec::new() } else { fields(s, c) },
        needs_papers: own.evidence.as_ref().is_some_and(|e| e.required) && c.documents.all <= c.documents.plans,
    }
}

fn ask(s: &Subject<'_, '_>, c: &CriterionResult<'_>, answer: &dothi::LevelAnswer<'_>) -> Ask {
    Ask {
        level: if by_level(s) { s.short_level(answer.level) } else { String::new() },
        text: s.asked(c, answer),
        outcome: Some(Swatch::of(answer.outcome).word()),
        sign: answer.outcome.sign(),
        word: answer.outcome.label(s.lang),
    }
}

/// What is asked once, of a criterion that has points.
fn once(cell: Cell) -> Vec<Ask> {
    let text: Vec<String> = cell.lines.into_iter().filter(|line| line.tone == Tone::Plain).map(|line| line.text).collect();
    let text = text.join("; ");
    if text.is_empty() { Vec::new() } else { Vec::from([Ask { level: String::new(), text, outcome: None, sign: "", word: "" }]) }
}

/// The outcome, and from which level on.
pub(super) fn outcome(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> Said {
    let mut out = said(s, c.outcome);
    out.text = capital(&content::outcome_text(s, c));
    out
}

/// The definition's source, then that of each figure it is held against.
fn sources(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> Vec<(String, String)> {
    let mut out = Vec::new();
    if !c.criterion.cites.is_empty() {
        let read = s.a.set().how_read(c.criterion.confidence, &c.criterion.cites, s.lang);
        out.push((capital(s.say(T::Criterion)), format!("{} ({read})", s.a.cites_text(&c.criterion.cites))));
    }
    for answer in &c.levels {
        let asked = s.asked(c, answer);
        let level = if by_level(s) { s.short_level(answer.level) } else { capital(s.say(T::AskedOf)) };
        let name = if asked.is_empty() { level } else { format!("{level}: {asked}") };
        out.push((name, s.source_of(c, answer)));
    }
    if c.levels.is_empty() {
        let rule = s.a.cites_text(&c.method.cites().into_iter().cloned().collect::<Vec<_>>());
        if !rule.is_empty() && !out.iter().any(|(_, text)| text.starts_with(&rule)) {
            out.push((capital(s.say(T::AskedOf)), rule));
        }
    }
    out
}
