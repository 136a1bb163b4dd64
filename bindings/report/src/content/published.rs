//! Published results beside the recomputed ones.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table};
use crate::number;
use crate::words::T;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Outcome, PublishedResult};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    let all = s.a.published();
    if all.is_empty() {
        return;
    }
    part.section(s.say(T::Published));
    let table = Table::new(s.say(T::Published))
        .column(Kind::Name, 40, s.say(T::Group))
        .column(Kind::Number, 15, s.say(T::Computed))
        .column(Kind::Number, 15, s.say(T::PublishedValue))
        .column(Kind::Number, 15, s.say(T::Difference))
        .column(Kind::Text, 15, s.say(T::Agrees));
    let row = |p: &PublishedResult<'_>| {
        let mut row = Vec::from([Cell::new(node(s, p)), Cell::new(computed(s, p))]);
        row.extend(cells(s, p));
        row
    };
    part.push(Block::Table(table.rows(all.iter().map(row))));
    part.push(Block::dim(tolerance(s, &all)));
}

fn node(s: &Subject<'_, '_>, p: &PublishedResult<'_>) -> String {
    let group = p.published.group.as_deref().and_then(|id| s.a.set().group(id));
    group.map_or_else(|| s.say(T::Total).into(), |g| format!("{} {}", g.label, g.title.get(s.lang)))
}

fn computed(s: &Subject<'_, '_>, p: &PublishedResult<'_>) -> String {
    p.computed.map_or_else(|| s.say(T::Undecided).into(), |v| number::score(v, s.lang))
}

/// Published, difference, whether it is within the tolerance.
pub(super) fn cells(s: &Subject<'_, '_>, p: &PublishedResult<'_>) -> [Cell; 3] {
    let agrees = match p.agrees {
        Some(true) => Cell::of(Outcome::Passed, format!("{} {}", Outcome::Passed.sign(), s.say(T::Yes))),
        Some(false) => Cell::of(Outcome::BelowThreshold, format!("{} {}", Outcome::BelowThreshold.sign(), s.say(T::No))),
        None => Cell::new("–"),
    };
    let difference = p.difference.map_or_else(|| "–".into(), |d| number::signed(d, s.lang));
    [Cell::new(number::exact(p.published.value, s.lang)), Cell::new(difference), agrees]
}

/// Tolerance and publishers.
pub(super) fn tolerance(s: &Subject<'_, '_>, all: &[PublishedResult<'_>]) -> String {
    let mut sources: Vec<String> = Vec::new();
    for result in all {
        let clause = result.published.clause.as_ref().map(|c| format!(", {c}")).unwrap_or_default();
        let known = s.a.set().source(&result.published.source).and_then(|source| source.number.as_deref());
        let source = format!("{}{clause}", known.unwrap_or(&result.published.source));
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let value = s.a.scheme().published_tolerance.as_ref().map_or_else(|| "0".into(), |t| number::exact(t.value, s.lang));
    s.fill(T::Tolerance, &[("value", &value), ("sources", &sources.join("; "))])
}
