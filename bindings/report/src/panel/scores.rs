//! Pictures of scores: bars by rank, and how many places lie where.

use super::PanelPart;
use super::frame::{of_results, titled};
use super::results::latest;
use super::words::{T, fill};
use crate::chart::{Amount, Bar, Bars, Chart, Fill, RankRow, Ranks, Swatch};
use crate::number;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Date, Dec, Lang, Normalise, PanelResults};

/// Bars that fit on a page: 34 provinces do.
const MOST_BARS: usize = 40;
/// Of more places so many from the top and so many from the bottom are drawn.
const ENDS: usize = 15;
/// From so many places on, their scores are counted as well.
const MANY: usize = 20;
const BINS: usize = 10;

/// The highest score there is; none where scores have no bounds.
pub(super) fn scale(found: &PanelResults<'_, '_>) -> Option<Dec> {
    let unbounded = found.treated().is_some_and(|treated| treated.treatment().normalise == Normalise::ZScore);
    found.plan().top_score().filter(|_| !unbounded)
}

/// A count as people write it.
pub(super) fn count(n: usize, lang: Lang) -> String {
    number::exact(Dec::from_count(u64::try_from(n).unwrap_or(u64::MAX)), lang)
}

/// Rows of a period that have a rank, the best first.
pub(super) fn scored_rows(found: &PanelResults<'_, '_>, period: Option<Date>) -> Vec<usize> {
    let of_period = |row: &usize| found.place(*row).is_some_and(|place| place.period == period) && found.ranking(*row).is_some();
    found.order().into_iter().filter(of_period).collect()
}

/// Bars of scores in the order of ranks; of many places the first and the last.
pub(super) fn ranking(found: &PanelResults<'_, '_>, lang: Lang) -> Vec<Chart> {
    let period = latest(found);
    let rows = scored_rows(found, period);
    if rows.is_empty() {
        return Vec::new();
    }
    let top = scale(found);
    let said = |row: usize| {
        let rank = found.ranking(row).and_then(|ranking| ranking.rank(row)).map(|rank| rank.text(lang)).unwrap_or_default();
        let name = found.place(row).map(|place| place.name_in(lang)).unwrap_or_default();
        let value = score_of(found, row);
        (rank, name, value, value.map(|value| number::score(value, lang)).unwrap_or_default())
    };
    let bar = |row: usize, top: Dec| {
        let (rank, name, value, score) = said(row);
        let amount = value.map(|value| Amount::of(score.clone(), value, top));
        Bar::new(format!("{rank}. {name}"), score, Fill::Share(Swatch::first(), amount))
    };
    let all = count(rows.len(), lang);
    let of_period = found.order().into_iter().filter(|row| found.place(*row).is_some_and(|place| place.period == period)).count();
    let base = match of_period - rows.len() {
        0 => fill(T::RankingChart, lang, &[("n", &all)]),
        without => fill(T::RankingLess, lang, &[("n", &all), ("without", &count(without, lang))]),
    };
    // Scores without a scale, as z-scores are, have no bar: the place of each is its rank.
    let dot = |row: usize| {
        let (rank, name, _, score) = said(row);
        let at = rank.replace(',', ".").parse().unwrap_or(f64::NAN);
        RankRow::new(name, format!("{rank} ({score})"), at)
    };
    let chart = |title: &str, some: &[usize]| -> Chart {
        let frame = of_results(titled(title, period, lang), found, period, lang);
        match top {
            Some(top) => Bars::new(frame, some.iter().map(|row| bar(*row, top))).into(),
            None => Ranks::new(frame, u32::try_from(rows.len()).unwrap_or(u32::MAX), some.iter().map(|row| dot(*row))).into(),
        }
    };
    if rows.len() <= MOST_BARS {
        return Vec::from([chart(&base, &rows)]);
    }
    let (first, last) = (rows.get(..ENDS).unwrap_or_default(), rows.get(rows.len() - ENDS..).unwrap_or_default());
    let left_out = count(rows.len() - 2 * ENDS, lang);
    let values = [("n", all.as_str()), ("k", &ENDS.to_string()), ("left", &left_out)];
    Vec::from([chart(&fill(T::RankingTop, lang, &values), first), chart(&fill(T::RankingBottom, lang, &values), last)])
}

/// The score with at most nine decimals: what columns and the exact path are sure to agree on.
fn score_of(found: &PanelResults<'_, '_>, row: usize) -> Option<Dec> {
    let score = found.scores().score().get(row).copied().filter(|score| score.is_finite())?;
    Dec::parse(&format!("{score:.9}")).ok()
}

/// How many places have scores in each tenth of the scale.
pub(super) fn distribution(found: &PanelResults<'_, '_>, lang: Lang) -> Option<PanelPart> {
    let period = latest(found);
    let rows = scored_rows(found, period);
    let top: f64 = scale(found)?.to_string().parse().ok()?;
    if rows.len() < MANY {
        return None;
    }
    let mut counts = [0u32; BINS];
    for row in &rows {
        let share = found.scores().score().get(*row).copied().unwrap_or(0.0) / top;
        // The highest score belongs to the last tenth.
        let at = ((share * BINS as f64).max(0.0) as usize).min(BINS - 1);
        counts.get_mut(at).into_iter().for_each(|own| *own += 1);
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let edge = |at: usize| number::rounded(top * at as f64 / BINS as f64, if top > 9.0 { 0 } else { 1 }, lang);
    let bar = |(at, own): (usize, &u32)| {
        let amount = Amount::new(own.to_string(), f64::from(*own) / f64::from(most));
        Bar::new(format!("{}–{}", edge(at), edge(at + 1)), own.to_string(), Fill::Share(Swatch::first(), Some(amount)))
    };
    let title = titled(&fill(T::DistributionChart, lang, &[("n", &count(rows.len(), lang))]), period, lang);
    let chart = Bars::new(of_results(title, found, period, lang), counts.iter().enumerate().rev().map(bar));
    let mut out = PanelPart::new("distribution", T::Distribution.get(lang)).note(T::DistributionNote.get(lang));
    out.charts.push(chart.into());
    Some(out)
}
