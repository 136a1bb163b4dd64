//! Published results beside the recomputed ones.

use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{Assessment, Lang, Outcome, PublishedResult};

/// The comparison of one place.
pub(super) fn blocks(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let all = a.published();
    if all.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(""),
        Column::number(T::Computed.get(lang)),
        Column::number(T::PublishedValue.get(lang)),
        Column::number(T::Difference.get(lang)),
        Column::word(T::Agrees.get(lang)),
    ];
    let rows = all.iter().map(|p| {
        let mut row = vec![Cell::new(node(a, p, lang)), Cell::new(computed(p, lang))];
        row.extend(cells(p, lang));
        row
    });
    let table = Table { columns, rows: rows.collect() };
    vec![Block::Heading(T::PublishedHead.get(lang).into()), Block::Table(table), Block::Text(Tone::Dim, footer(&[a], lang))]
}

fn node(a: &Assessment<'_>, p: &PublishedResult<'_>, lang: Lang) -> String {
    let group = p.published.group.as_deref().and_then(|id| a.set().group(id));
    group.map_or_else(|| T::Whole.get(lang).into(), |g| format!("{} {}", g.label, g.title.get(lang)))
}

fn computed(p: &PublishedResult<'_>, lang: Lang) -> String {
    p.computed.map_or_else(|| T::Undecided.get(lang).into(), |v| numbers::score(v, lang))
}

/// Published, difference, whether it is within the tolerance.
pub(super) fn cells(p: &PublishedResult<'_>, lang: Lang) -> [Cell; 3] {
    let agrees = match p.agrees {
        Some(true) => Cell::toned(format!("{} {}", Outcome::Passed.sign(), T::Yes.get(lang)), Tone::Of(Outcome::Passed)),
        Some(false) => Cell::toned(format!("{} {}", Outcome::BelowThreshold.sign(), T::No.get(lang)), Tone::Of(Outcome::BelowThreshold)),
        None => Cell::new("–"),
    };
    let difference = p.difference.map_or_else(|| "–".into(), |d| numbers::signed(d, lang));
    [Cell::new(numbers::exact(p.published.value, lang)), Cell::new(difference), agrees]
}

/// Tolerance and publishers.
pub(super) fn footer(all: &[&Assessment<'_>], lang: Lang) -> String {
    let mut sources: Vec<String> = Vec::new();
    for (a, result) in all.iter().flat_map(|a| a.published().into_iter().map(move |p| (a, p))) {
        let clause = result.published.clause.as_ref().map(|c| format!(", {c}")).unwrap_or_default();
        let known = a.set().source(&result.published.source).and_then(|s| s.number.as_deref());
        let source = format!("{}{clause}", known.unwrap_or(&result.published.source));
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let tolerance = all.first().and_then(|a| a.scheme().published_tolerance.as_ref());
    let tolerance = tolerance.map_or_else(|| "0".into(), |t| numbers::exact(t.value, lang));
    fill(T::Tolerance, lang, &[("value", &tolerance), ("sources", &sources.join("; "))])
}
