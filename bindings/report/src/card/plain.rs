//! The first look, in plain words: three things that are met, three that are not, and where data are missing.

use super::row::{Said, said};
use crate::content::{self, Subject, is_fine, is_judged, is_not_asked};
use crate::number;
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{ChildResult, CriterionResult, Dec, GapOptions, Outcome};
use serde::Serialize;

/// So many of each.
const SHOWN: usize = 3;

#[derive(Serialize)]
pub(super) struct Plain {
    done_head: String,
    done: Vec<Thing>,
    not_head: String,
    not: Vec<Thing>,
    /// Said in place of both where nothing is judged, or of one that is empty.
    none: Option<String>,
    missing_head: String,
    missing: Vec<Missing>,
    missing_text: String,
    /// By what rule they were taken.
    rule: String,
}

/// A criterion and what came of it.
#[derive(Serialize)]
struct Thing {
    criterion: String,
    title: String,
    detail: String,
    outcome: Said,
}

/// A group in which data are missing.
#[derive(Serialize)]
struct Missing {
    group: String,
    count: String,
}

pub(super) fn plain(s: &Subject<'_, '_>) -> Plain {
    let view = s.a.self_assessed();
    let judged = is_judged(view);
    let scored = content::scored(s);
    let ordered = in_order(s);
    let done = if scored { best(&ordered) } else { ordered.iter().copied().filter(|(_, c)| c.outcome == Outcome::Passed).collect() };
    let done = spread(done);
    let mut not = if scored { worst(&ordered) } else { failing(s, &ordered) };
    not.retain(|(_, c)| !done.iter().any(|own| own.criterion.id == c.criterion.id));
    let missing = missing(s);
    let all: usize = missing.iter().map(|(_, n)| n).sum();
    Plain {
        done_head: s.say(if scored { T::PlainBest } else { T::PlainDone }).into(),
        done: done.into_iter().map(|c| thing(s, c)).collect(),
        not_head: s.say(if scored { T::PlainWorst } else { T::PlainNot }).into(),
        not: spread(not).into_iter().map(|c| thing(s, c)).collect(),
        none: (!judged).then(|| s.say(T::PlainNotJudged).into()),
        missing_head: s.say(T::PlainMissing).into(),
        missing_text: if all == 0 {
            capital(s.say(T::RangeNoneMissing))
        } else {
            s.fill(T::PlainMissingCount, &[("n", &all.to_string()), ("all", &asked(s).to_string())])
        },
        missing: missing.into_iter().map(|(group, n)| Missing { group, count: n.to_string() }).collect(),
        rule: s
            .say(match (scored, s.a.scheme().levels.is_empty()) {
                (true, _) => T::PlainRulePoints,
                (false, false) => T::PlainRule,
                (false, true) => T::PlainRuleOrder,
            })
            .into(),
    }
}

/// Criteria that are asked with their groups: those that have a part in the level first, then in the order of the tree.
fn in_order<'r, 'a>(s: &Subject<'r, 'a>) -> Vec<(usize, &'r CriterionResult<'a>)> {
    let view = s.a.self_assessed();
    let mut out = Vec::new();
    for (at, group) in view.groups.iter().enumerate() {
        for child in &group.children {
            if let ChildResult::Criterion(own) = child {
                out.extend(view.criteria.get(*own).filter(|c| !is_not_asked(c)).map(|c| (at, c)));
            }
        }
    }
    if !s.a.scheme().levels.is_empty() {
        out.sort_by_key(|(_, c)| (!s.a.decides_level(&c.criterion.id), core::cmp::Reverse(c.met_level)));
    }
    out
}

/// Those that the plan for the next level names, then the rest; what has no data is told apart.
fn failing<'r, 'a>(s: &Subject<'r, 'a>, ordered: &[(usize, &'r CriterionResult<'a>)]) -> Vec<(usize, &'r CriterionResult<'a>)> {
    let gap = s.a.gap(&GapOptions::new());
    let planned = |c: &CriterionResult<'_>| gap.fixes.iter().any(|fix| fix.criterion.id == c.criterion.id);
    let mut out: Vec<_> = ordered
        .iter()
        .copied()
        .filter(|(_, c)| !is_fine(c.outcome) && !matches!(c.outcome, Outcome::NoData | Outcome::Undecided))
        .collect();
    out.sort_by_key(|(_, c)| !planned(c));
    out
}

fn best<'r, 'a>(ordered: &[(usize, &'r CriterionResult<'a>)]) -> Vec<(usize, &'r CriterionResult<'a>)> {
    let mut out: Vec<_> = ordered.iter().copied().filter(|(_, c)| c.share.is_some_and(|share| share > Dec::ZERO)).collect();
    out.sort_by_key(|(_, c)| core::cmp::Reverse(c.share));
    out
}

fn worst<'r, 'a>(ordered: &[(usize, &'r CriterionResult<'a>)]) -> Vec<(usize, &'r CriterionResult<'a>)> {
    let short = |c: &CriterionResult<'_>| c.outcome != Outcome::NoData && c.share.is_some_and(|share| share < Dec::ONE);
    let mut out: Vec<_> = ordered.iter().copied().filter(|(_, c)| short(c)).collect();
    out.sort_by_key(|(_, c)| c.share);
    out
}

/// One of each group as long as there are others.
fn spread<'r, 'a>(all: Vec<(usize, &'r CriterionResult<'a>)>) -> Vec<&'r CriterionResult<'a>> {
    let mut groups: Vec<usize> = Vec::new();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for (group, c) in all {
        if groups.contains(&group) {
            rest.push(c);
        } else {
            groups.push(group);
            first.push(c);
        }
    }
    first.into_iter().chain(rest).take(SHOWN).collect()
}

fn thing(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> Thing {
    Thing {
        criterion: c.criterion.id.clone(),
        title: c.criterion.title.get(s.lang).into(),
        detail: detail(s, c),
        outcome: said(s, c.outcome),
    }
}

/// `hiện có 62 %; yêu cầu ≥ 50 %`
fn detail(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> String {
    let measured = number::measured(s.a.set(), c, s.lang);
    let points = content::points_of(s, c);
    let asked = match c.levels.iter().find(|l| l.outcome == c.outcome && l.outcome != Outcome::Passed) {
        Some(failing) => s.asked(c, failing),
        None => c.levels.iter().rev().find(|l| l.outcome == Outcome::Passed).map(|l| s.asked(c, l)).unwrap_or_default(),
    };
    let mut out = Vec::new();
    if !measured.is_empty() && c.answer.is_none() {
        out.push(s.fill(T::PlainHas, &[("value", &measured)]));
        if !asked.is_empty() {
            out.push(s.fill(T::PlainAsked, &[("asked", &asked)]));
        }
    }
    if c.levels.is_empty() && points != "–" {
        out.push(format!("{}: {points}", s.say(if points.contains('%') { T::ShareOfPoints } else { T::Points })));
    }
    out.join("; ")
}

/// Groups with the number of their criteria that have no data, most first.
fn missing(s: &Subject<'_, '_>) -> Vec<(String, usize)> {
    let view = s.a.self_assessed();
    let mut out: Vec<(String, usize)> = Vec::new();
    for group in &view.groups {
        let count = content::own_criteria(view, group).filter(|(_, c)| lacks(c)).count();
        if count > 0 {
            out.push((group.group.map_or(s.say(T::Total), |g| g.title.get(s.lang)).into(), count));
        }
    }
    out.sort_by_key(|(_, n)| core::cmp::Reverse(*n));
    out
}

/// There is no value; also of a criterion that is only shown.
fn lacks(c: &CriterionResult<'_>) -> bool {
    let empty = c.value.is_none() && c.answer.is_none() && c.parts.iter().all(|p| p.value.is_none() && p.answer.is_none());
    c.outcome == Outcome::NoData || (c.outcome == Outcome::Monitored && empty)
}

fn asked(s: &Subject<'_, '_>) -> usize {
    s.a.self_assessed().criteria.iter().filter(|c| c.outcome != Outcome::NotApplicable).count()
}
