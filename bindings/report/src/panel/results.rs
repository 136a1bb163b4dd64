//! The parts of a scored table: ranks or levels, groups of a few places, and how it was done.

use super::frame::{of_results, titled};
use super::levels::strip;
use super::scores::{count, distribution, ranking, scale, scored_rows};
use super::words::{T, fill};
use super::{PanelColumn, PanelPart, PanelTable};
use crate::chart::{Amount, Axis, Chart, Radar};
use crate::number;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Date, Dec, Lang, PANEL_COLUMNS, PanelResults, Ties};

/// Rows that a table of a page holds; the rest stands in CSV and JSON.
const MOST_ROWS: usize = 700;

/// The parts of a scored table in order: ranks and scores, or levels; groups; method. Pictures are of the latest period.
#[must_use]
pub fn results(found: &PanelResults<'_, '_>, ties: Ties, lang: Lang) -> Vec<PanelPart> {
    let plan = found.plan();
    let mut out = Vec::new();
    if plan.scheme().score.is_some() {
        let mut part = PanelPart::new("ranking", T::Ranking.get(lang)).note(fill(T::RankNote, lang, &[("ties", ties.label(lang))]));
        part.charts = ranking(found, lang);
        out.push(part.table(table(found, lang)));
        out.extend(distribution(found, lang));
    }
    if !plan.scheme().levels.is_empty() {
        let mut part = PanelPart::new("levels", T::Levels.get(lang)).note(T::LevelsNote.get(lang));
        part.charts.push(levels(found, lang));
        out.push(if plan.scheme().score.is_some() { part } else { part.table(table(found, lang)) });
    }
    out.extend(groups(found, lang));
    out.push(method(found, lang));
    out
}

/// The picture that stands for the whole: ranks, or else levels.
#[must_use]
pub fn results_picture(found: &PanelResults<'_, '_>, lang: Lang) -> Option<Chart> {
    let first = ranking(found, lang).into_iter().next();
    first.or_else(|| (!found.plan().scheme().levels.is_empty()).then(|| levels(found, lang)))
}

/// The latest period of the table.
pub(super) fn latest(found: &PanelResults<'_, '_>) -> Option<Date> {
    found.order().iter().filter_map(|row| found.place(*row)?.period).max()
}

fn table(found: &PanelResults<'_, '_>, lang: Lang) -> PanelTable {
    let mut all = found.rows(lang);
    // The latest period first, which is the one that is asked for.
    all.sort_by_key(|row| core::cmp::Reverse(Date::parse(cell(row, "period"))));
    let plan = found.plan();
    let (scored, levels) = (plan.scheme().score.is_some(), !plan.scheme().levels.is_empty());
    let mut out = PanelTable::new("").column(PanelColumn::Word, T::Code.get(lang)).column(PanelColumn::Name, T::Unit.get(lang));
    let dated = all.iter().any(|row| !cell(row, "period").is_empty());
    if dated {
        out = out.column(PanelColumn::Word, T::Period.get(lang));
    }
    if scored {
        out = out.column(PanelColumn::Number, T::Score.get(lang)).column(PanelColumn::Number, T::RankAmong.get(lang));
    }
    if levels {
        out = out.column(PanelColumn::Text, T::Result.get(lang));
    }
    // What a result rests on besides the figures of its own place never stays unsaid.
    let notes = found.columns().iter().position(|name| name == "notes").filter(|_| found.treated().is_some());
    if notes.is_some() {
        out = out.column(PanelColumn::Text, T::Notes.get(lang));
    }
    let row = |row: &Vec<String>| {
        let mut cells = Vec::from([cell(row, "unit_code").to_string(), cell(row, "unit_name").to_string()]);
        if dated {
            cells.push(Date::parse(cell(row, "period")).map(|period| number::date(period, lang)).unwrap_or_default());
        }
        if scored {
            let score = Dec::parse(cell(row, "score")).map(|score| number::score(score, lang));
            cells.push(score.unwrap_or_else(|_| T::NoScore.get(lang).into()));
            let rank = if lang == Lang::Vi { cell(row, "rank").replace('.', ",") } else { cell(row, "rank").into() };
            cells.push(if rank.is_empty() { "–".into() } else { alloc::format!("{rank} / {}", cell(row, "rank_of")) });
        }
        if levels {
            cells.push(cell(row, "statement").into());
        }
        cells.extend(notes.map(|at| row.get(at).cloned().unwrap_or_default()));
        cells
    };
    out = out.rows(all.iter().take(MOST_ROWS).map(row));
    if all.len() > MOST_ROWS {
        out.below.push(fill(T::RowsLeftOut, lang, &[("shown", &count(MOST_ROWS, lang)), ("all", &count(all.len(), lang))]));
    }
    out
}

fn cell<'r>(row: &'r [String], name: &str) -> &'r str {
    PANEL_COLUMNS.iter().position(|own| *own == name).and_then(|at| row.get(at)).map_or("", String::as_str)
}

/// Places by level, one bar for each period.
fn levels(found: &PanelResults<'_, '_>, lang: Lang) -> Chart {
    let plan = found.plan();
    let word = (!plan.scheme().verdict).then(|| plan.set().header().level_word(lang));
    let places = found.order().into_iter().filter_map(|row| Some((found.place(row)?.period, found.scores().level(row))));
    strip(of_results(T::LevelsChart.get(lang), found, None, lang), word, places, lang).into()
}

/// Axes that a circle needs.
const LEAST_AXES: usize = 3;

/// The first, the middle and the last place by rank, group by group.
fn groups(found: &PanelResults<'_, '_>, lang: Lang) -> Option<PanelPart> {
    let (plan, period) = (found.plan(), latest(found));
    // Without a scale there is no part of it.
    scale(found)?;
    let rows = scored_rows(found, period);
    let mut few: Vec<usize> = Vec::new();
    for at in [0, rows.len() / 2, rows.len().saturating_sub(1)] {
        few.extend(rows.get(at).copied().filter(|row| !few.contains(row)));
    }
    let nodes = plan.nodes();
    let axis = |(node, own): (usize, &dothi::PanelNode<'_>)| {
        let group = own.group?;
        let full = plan.full_value(node)?;
        let amount = |row: &usize| {
            let value = found.scores().node(node).get(*row).copied().filter(|x| !x.is_nan())?;
            Some(Amount::new(number::percent_of(value / full, 1, lang), value / full))
        };
        Some(Axis::new(group.label.as_str(), group.title.get(lang), few.iter().map(amount)))
    };
    let axes: Vec<Axis> = nodes.iter().enumerate().skip(1).filter(|(node, _)| plan.is_below_root(*node)).filter_map(axis).collect();
    if axes.len() < LEAST_AXES || few.is_empty() {
        return None;
    }
    let named = |row: &usize| {
        let place = found.place(*row).map(|place| place.name_in(lang)).unwrap_or_default();
        let rank = found.ranking(*row).and_then(|ranking| ranking.text(*row, lang)).unwrap_or_default();
        alloc::format!("{place} – {rank}")
    };
    let series: Vec<String> = few.iter().map(named).collect();
    let chart = Radar::new(of_results(titled(T::GroupsChart.get(lang), period, lang), found, period, lang), series, axes);
    let mut out = PanelPart::new("groups", T::GroupsOfFew.get(lang)).note(T::GroupsNote.get(lang));
    out.charts.push(chart.into());
    Some(out)
}

fn method(found: &PanelResults<'_, '_>, lang: Lang) -> PanelPart {
    let plan = found.plan();
    let scheme = plan.scheme();
    let mut out = PanelPart::new("method", T::Method.get(lang)).note(fill(
        T::MethodSet,
        lang,
        &[("set", &plan.set().id()), ("scheme", scheme.title.get(lang)), ("date", &number::date(plan.as_of(), lang))],
    ));
    if let Some(treated) = found.treated() {
        out = out.note(treated.treatment().text(lang));
    }
    out = out.note(match plan.obstacle() {
        _ if found.treated().is_some() => T::MethodTreated.get(lang).to_string(),
        None => T::MethodColumns.get(lang).to_string(),
        Some(why) => fill(T::MethodExact, lang, &[("why", why.text(lang))]),
    });
    out = out.note(T::MethodAmong.get(lang));
    out = out.note(fill(T::MethodMissing, lang, &[("rule", scheme.missing.policy.text(lang))]));
    out.note(fill(T::Software, lang, &[("version", env!("CARGO_PKG_VERSION"))]))
}
