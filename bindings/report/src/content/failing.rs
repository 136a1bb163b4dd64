//! What is not met, by reason, with the value and the threshold beside each other.

use super::Part;
use super::subject::{Subject, is_fine, is_judged};
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::number;
use crate::words::T;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use dothi::{CriterionResult, Dec, Outcome, View};

/// So many places where points are missing are read.
const MOST_LOST: usize = 10;

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    if !is_judged(s.a.self_assessed()) {
        return;
    }
    let scheme = s.a.scheme();
    let by_level = !scheme.levels.is_empty() && !scheme.verdict;
    let scored = super::groups::scored(s);
    part.section(s.say(if scored { T::FailingPoints } else { T::Failing }));
    let view = s.a.self_assessed();
    let reasons = reasons(view);
    if !reasons.is_empty() && by_level {
        part.push(Block::dim(s.say(T::FailingNote)));
    }
    for (outcome, failing) in &reasons {
        let count = failing.len().to_string();
        let key = if failing.len() == 1 { T::CountedOne } else { T::CountedHead };
        let head = s.fill(key, &[("sign", outcome.sign()), ("label", outcome.label(s.lang)), ("n", &count)]);
        part.under(crate::words::capital(&head));
        part.push(Block::Table(table(s, &head, failing)));
    }
    if reasons.is_empty() && !scored {
        part.push(Block::plain(s.say(T::NothingFails)));
    }
    if scored {
        lost(s, view, part);
    }
    differing(s, part);
}

/// The criteria of each outcome that fails, in the order of the tree.
fn reasons<'v, 'a>(view: &'v View<'a>) -> Vec<(Outcome, Vec<&'v CriterionResult<'a>>)> {
    let mut out: Vec<(Outcome, Vec<&CriterionResult<'a>>)> = Vec::new();
    for outcome in Outcome::ALL.iter().filter(|o| !is_fine(**o)) {
        let mut failing: Vec<_> = view.criteria.iter().filter(|c| c.outcome == *outcome).collect();
        // Those that fail at the lowest level stand first; the order is stable.
        failing.sort_by_key(|c| c.levels.iter().find(|l| l.outcome == *outcome).map(|l| l.level));
        if !failing.is_empty() {
            out.push((*outcome, failing));
        }
    }
    out
}

fn table(s: &Subject<'_, '_>, caption: &str, failing: &[&CriterionResult<'_>]) -> Table {
    let levels = !s.a.scheme().levels.is_empty() && !s.a.scheme().verdict;
    let asks = levels || failing.iter().any(|c| super::asked::asks(c));
    let mut table = Table::new(caption).column(Kind::Word, s.label_weight(), "").column(Kind::Name, 34, s.say(T::Criterion)).column(
        Kind::Number,
        14,
        s.say(T::Value),
    );
    if levels {
        table = table.column(Kind::Word, 8, s.say(T::Level));
    }
    if asks {
        table = table.column(Kind::Number, 12, s.say(T::ToReach));
    }
    table = table.column(Kind::Text, 26, s.say(T::Source));
    let row = |c: &&CriterionResult<'_>| {
        let name = s.both_outcomes(c).into_iter().fold(s.name_cell(c.criterion), |cell, text| cell.and(Tone::Plain, format!("→ {text}")));
        let mut row = Vec::from([Cell::new(c.criterion.label.as_str()), name, s.value_cell(c)]);
        let answer = c.levels.iter().find(|l| l.outcome == c.outcome);
        if levels {
            row.push(Cell::new(answer.map(|l| s.short_level(l.level)).unwrap_or_default()));
        }
        if asks {
            row.push(answer.map_or_else(|| s.once(c), |l| Cell::new(s.asked(c, l))));
        }
        let source = answer.map_or_else(|| s.a.cites_text(&c.criterion.cites), |l| s.source_of(c, l));
        row.push(Cell::default().and(Tone::Dim, source));
        row
    };
    table.rows(failing.iter().map(row))
}

/// Where points are missing, most first.
fn lost(s: &Subject<'_, '_>, view: &View<'_>, part: &mut Part) {
    let missing = |c: &CriterionResult<'_>| match (c.points, c.share) {
        (Some(points), _) => c.max_points.value().checked_sub(points.value()).map(Dec::from),
        (None, Some(share)) => {
            Dec::ONE.value().checked_sub(share.value()).and_then(|left| left.checked_mul(c.weight.value())).map(Dec::from)
        }
        (None, None) => None,
    };
    let mut all: Vec<(Dec, &CriterionResult<'_>)> = view.criteria.iter().filter_map(|c| Some((missing(c)?, c))).collect();
    all.retain(|(lost, _)| *lost > Dec::ZERO);
    all.sort_by_key(|(lost, _)| core::cmp::Reverse(*lost));
    if all.is_empty() {
        return part.push(Block::plain(s.say(T::NothingLost)));
    }
    let table = Table::new(s.say(T::LostPoints))
        .shown()
        .column(Kind::Word, s.label_weight(), "")
        .column(Kind::Name, 49, s.say(T::Criterion))
        .column(Kind::Number, 15, s.say(T::Value))
        .column(Kind::Number, 15, s.say(T::Points))
        .column(Kind::Number, 15, s.say(T::Lost));
    let row = |(lost, c): &(Dec, &CriterionResult<'_>)| {
        let points = c.points.or(c.share).map(|p| number::value(p, s.lang)).unwrap_or_default();
        Vec::from([
            Cell::new(c.criterion.label.as_str()),
            s.name_cell(c.criterion),
            s.value_cell(c),
            Cell::new(points),
            Cell::new(number::value(*lost, s.lang)),
        ])
    };
    part.push(Block::Table(table.rows(all.iter().take(MOST_LOST).map(row))));
}

/// Criteria whose verified outcome is another one.
fn differing(s: &Subject<'_, '_>, part: &mut Part) {
    let Some(verified) = s.a.verified() else { return };
    let pairs = s.a.self_assessed().criteria.iter().zip(&verified.criteria);
    let rows: Vec<Vec<Cell>> = pairs
        .filter(|(own, other)| own.outcome != other.outcome)
        .map(|(own, other)| {
            let of = |c: &CriterionResult<'_>| Cell::of(c.outcome, s.outcome(c.outcome));
            Vec::from([Cell::new(own.criterion.label.as_str()), s.name_cell(own.criterion), of(own), of(other)])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    part.under(s.say(T::FailingVerified));
    let table = Table::new(s.say(T::FailingVerified))
        .column(Kind::Word, s.label_weight(), "")
        .column(Kind::Name, 50, s.say(T::Criterion))
        .column(Kind::Text, 22, s.state(false))
        .column(Kind::Text, 22, s.state(true))
        .rows(rows);
    part.push(Block::Table(table));
}
