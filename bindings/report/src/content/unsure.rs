//! What an unsure part could change.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{CriterionResult, Outcome, View};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.section(s.say(T::Unsure));
    for (view, verified) in s.views() {
        part.extend(range(s, view).map(|text| Block::plain(format!("{}: {text}", capital(s.state(verified))))));
    }
    let view = s.a.self_assessed();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for why in [T::UnsureNoData, T::UnsureUndecided, T::UnsureSurvey, T::UnsureFragile] {
        for c in view.criteria.iter().filter(|c| is_in_doubt(c, why)) {
            rows.push(Vec::from([Cell::strong(s.say(why)), Cell::new(c.criterion.label.as_str()), named(s, c), s.value_cell(c)]));
        }
    }
    if rows.is_empty() {
        return part.push(Block::plain(s.say(T::NothingUnsure)));
    }
    let table = Table::new(s.say(T::Unsure))
        .column(Kind::Text, 24, s.say(T::Reason))
        .column(Kind::Word, s.label_weight(), "")
        .column(Kind::Name, 50, s.say(T::Criterion))
        .column(Kind::Number, 20, s.say(T::Value))
        .rows(rows);
    part.push(Block::Table(table));
}

/// The criterion, and what comes of it in the readings that give least and most.
fn named(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> Cell {
    s.both_outcomes(c).into_iter().fold(s.name_cell(c.criterion), |cell, text| cell.and(Tone::Plain, format!("→ {text}")))
}

fn is_in_doubt(c: &CriterionResult<'_>, why: T) -> bool {
    match why {
        // A value that is only shown can be missing too.
        T::UnsureNoData => c.outcome == Outcome::NoData || (c.outcome == Outcome::Monitored && !c.has_value()),
        T::UnsureUndecided => c.outcome == Outcome::Undecided,
        T::UnsureSurvey => c.outcome == Outcome::SurveyInconclusive,
        _ => c.fragile,
    }
}

/// The levels possible with the missing data; none when a level is refused or there are none.
fn range(s: &Subject<'_, '_>, view: &View<'_>) -> Option<String> {
    let range = view.range?;
    if s.a.scheme().verdict {
        return s.a.range_text(view, s.lang).map(|text| format!("{text}."));
    }
    // What the source leaves open is said with the result; only what the missing data add is said here.
    if view.level.undecided == Some(range) {
        return Some(s.say(T::RangeSame).into());
    }
    let missing = view.criteria.iter().any(|c| c.outcome == Outcome::NoData);
    Some(match (range.low == range.high, missing) {
        (false, _) => s.fill(T::Range, &[("low", &range.low.to_string()), ("high", &range.high.to_string())]),
        (true, true) => s.say(T::RangeSame).into(),
        (true, false) => s.say(T::RangeNoneMissing).into(),
    })
}
