//! What the change of one place is made of, criterion by criterion.

use super::tables::{main_change, short, signed};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{CriterionChange, Dec, Lang, Presence, ScoreSplit, Trend, TrendChange};

pub(super) fn of(trend: &Trend, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    for place in &trend.places {
        let Some(change) = main_change(place) else { continue };
        out.push(Block::Text(Tone::Strong, format!("{}: {}", place.state.get(lang), place.change_text(change, lang))));
        if !change.breaks.is_empty() {
            continue;
        }
        let values = [("from", &*numbers::date(change.from, lang)), ("to", &*numbers::date(change.to, lang))];
        if let Some(split) = change.score.as_ref().and_then(|score| score.split.as_ref()) {
            out.push(Block::Heading(fill(T::TrendParts, lang, &values)));
            out.push(Block::Table(parts(trend, change, split, lang)));
        }
        let rows: Vec<Vec<Cell>> = change.criteria.iter().filter(|c| moved(c)).map(|c| outcome(trend, c, lang)).collect();
        if !rows.is_empty() {
            out.push(Block::Heading(fill(T::TrendCriteria, lang, &values)));
            let mut columns = vec![Column::text(T::Title.get(lang)), Column::number(&numbers::date(change.from, lang))];
            columns.extend([Column::number(&numbers::date(change.to, lang)), Column::number(T::TrendChange.get(lang))]);
            columns.push(Column::text(T::TrendOutcome.get(lang)));
            out.push(Block::Table(Table { columns, rows }));
        }
    }
    out
}

fn moved(c: &CriterionChange) -> bool {
    c.from != c.to || c.value_from != c.value_to || !c.met.is_empty()
}

fn outcome(trend: &Trend, c: &CriterionChange, lang: Lang) -> Vec<Cell> {
    let figure = |value: Option<Dec>| value.map(|value| numbers::value(value, lang)).unwrap_or_default();
    let title = trend.criterion(&c.criterion).map(|(label, title)| format!("{label} {}", title.get(lang))).unwrap_or_default();
    let change = if c.series_break { T::TrendBroken.get(lang).into() } else { c.difference.map(|d| signed(d, lang)).unwrap_or_default() };
    let said = if c.from == c.to { c.to.label(lang).to_string() } else { format!("{} → {}", c.from.label(lang), c.to.label(lang)) };
    vec![
        Cell::strong(title),
        Cell::new(figure(c.value_from)),
        Cell::new(figure(c.value_to)),
        Cell::new(change),
        Cell::toned(said, Tone::Of(c.to)),
    ]
}

/// The groups, or the criteria where there are none, and what rescaled weights and rounding did; the last line is the whole change.
fn parts(trend: &Trend, change: &TrendChange, split: &ScoreSplit, lang: Lang) -> Table {
    let columns = vec![
        Column::text(T::Title.get(lang)),
        Column::number_under(T::TrendValue.get(lang)),
        Column::number_under(T::TrendWeights.get(lang)),
    ];
    let line =
        |title: String, value: Dec, weights: Dec| vec![Cell::new(title), Cell::new(signed(value, lang)), Cell::new(signed(weights, lang))];
    let named =
        |found: Option<(&str, &dothi::Text)>| found.map(|(label, title)| format!("{label} {}", title.get(lang))).unwrap_or_default();
    let counts = change.criteria.iter().filter(|c| c.presence != Presence::Neither);
    let mut rows: Vec<Vec<Cell>> = counts.map(|c| line(named(trend.criterion(&c.criterion)), c.value_part, c.weights_part)).collect();
    if split.rounding != Dec::ZERO {
        rows.push(vec![Cell::new(T::TrendRounding.get(lang)), Cell::new(signed(split.rounding, lang)), Cell::new("")]);
    }
    let total = format!("{}: {}", T::TrendTotal.get(lang), short(split.change, lang));
    rows.push(vec![Cell::strong(total), Cell::strong(signed(split.value, lang)), Cell::strong(signed(split.weights, lang))]);
    Table { columns, rows }
}
