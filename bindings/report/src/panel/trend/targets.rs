//! Targets with a horizon: where the figures lead.

use super::frame::{MOST_ROWS, drawn, frame, month, name, titled};
use super::results::cut;
use super::words::{T, fill};
use crate::chart::{Amount, Chart, Key, LineSeries, Lines, Part, Strip, StripRow, Swatch};
use crate::number;
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Date, Dec, Lang, Outcome, Outlook, PlaceTrend, Projection, TargetOutlook, Trend};

/// Pictures of single targets.
const MOST_LINES: usize = 6;
/// Targets that are counted in one picture.
const MOST_COUNTED: usize = 30;

type Own<'t> = (&'t PlaceTrend, &'t TargetOutlook);

pub(super) fn part(found: &Trend, lang: Lang) -> Option<PanelPart> {
    let every = || found.places.iter().flat_map(|place| place.targets.iter().map(move |target| (place, target)));
    // A target of which nothing is known is only counted.
    let is_known = |target: &TargetOutlook| target.last.is_some() || target.by_linear != Outlook::NotEnoughData;
    let all: Vec<Own<'_>> = every().filter(|(_, target)| is_known(target)).collect();
    if all.is_empty() {
        return None;
    }
    let mut out = PanelPart::new("targets", fill(T::Targets, lang, &[("n", &all.len().to_string())])).note(T::TargetsNote.get(lang));
    let unknown = every().count() - all.len();
    if unknown > 0 {
        out = out.note(fill(T::TargetsUnknown, lang, &[("n", &unknown.to_string())]));
    }
    let lines: Vec<Own<'_>> = all.iter().copied().filter(|(_, target)| target.first.is_some() && target.target.is_some()).collect();
    if lines.len() <= MOST_LINES {
        out.charts.extend(lines.iter().filter_map(|(place, target)| going_on(found, place, target, lang)));
    }
    if all.len() > 1 {
        out.charts.push(counted(found, &all, lang));
    }
    let mut table = cut(rows(found, &all, lang), all.len(), lang);
    if all.iter().any(|(_, target)| target.national) {
        table = table.below(T::National.get(lang));
    }
    Some(out.table(table))
}

/// The first and the last figure, where both ways of going on lead, and what is asked.
fn going_on(found: &Trend, place: &PlaceTrend, target: &TargetOutlook, lang: Lang) -> Option<Chart> {
    let (first, last, asked) = (target.first?, target.last?, target.target?);
    if first.0 >= last.0 {
        return None;
    }
    let horizon = Date::from_parts(target.horizon, None, None)?;
    if month(horizon) <= month(last.0) {
        return None;
    }
    let ways = [(T::Linear, target.linear), (T::Compound, target.compound)];
    let figures = [Some(first.1), Some(last.1), Some(asked), target.high];
    let all: Vec<Dec> = figures.into_iter().flatten().chain(ways.iter().filter_map(|(_, way)| Some((*way)?.at_horizon))).collect();
    let (least, most) = (all.iter().min().copied()?, all.iter().max().copied()?);
    let bottom = if least > Dec::ZERO { Dec::ZERO } else { least };
    let (low, high) = (drawn(bottom), drawn(most));
    // A little above the highest figure, so that its mark is whole.
    let scale = (high - low) * 1.05;
    if scale <= 0.0 {
        return None;
    }
    let amount = |value: Dec| Some(Amount::new(number::value(value, lang), (drawn(value) - low) / scale));
    let mut series = Vec::from([LineSeries::new(T::Figures.get(lang), [amount(first.1), amount(last.1), None])]);
    for (word, way) in ways {
        series.extend(way.map(|way: Projection| LineSeries::new(word.get(lang), [None, amount(last.1), amount(way.at_horizon)])));
    }
    let named = |op: &str| fill(T::Asked, lang, &[("op", op), ("year", &target.horizon.to_string())]);
    series.push(LineSeries::new(named(if target.high.is_some() { "≥" } else { target.op.sign() }), [None, None, amount(asked)]));
    if let Some(high) = target.high {
        series.push(LineSeries::new(named("≤"), [None, None, amount(high)]));
    }
    let title = format!("{}: {}", name(place, lang), titled(found.criterion(&target.criterion), lang));
    let periods = [first.0, last.0, horizon];
    let top = number::rounded(low + scale, if scale >= 10.0 { 0 } else { 2 }, lang);
    let ends = [number::value(bottom, lang), top];
    let lines = Lines::new(frame(found, title, lang), periods.map(|period| number::date(period, lang)), ends, series);
    Some(lines.with_times(&periods.map(month)).into())
}

/// How many places reach each target, by going on in a straight line.
fn counted(found: &Trend, all: &[Own<'_>], lang: Lang) -> Chart {
    let key = |outlook: Outlook| {
        let (swatch, sign) = match outlook {
            Outlook::Reached => (Swatch::of(Outcome::Passed), "✓"),
            Outlook::OnTrack => (Swatch::of(Outcome::Scored), "↗"),
            Outlook::OffTrack => (Swatch::of(Outcome::BelowThreshold), "↘"),
            Outlook::Missed => (Swatch::of(Outcome::EvidenceRejected), "✗"),
            Outlook::Open => (Swatch::of(Outcome::Undecided), "?"),
            Outlook::NotProjected => (Swatch::of(Outcome::NotConsidered), "–"),
            _ => (Swatch::of(Outcome::NoData), "…"),
        };
        Key::new(swatch, sign, outlook.label(lang))
    };
    const ORDER: [Outlook; 7] = [
        Outlook::Reached,
        Outlook::OnTrack,
        Outlook::OffTrack,
        Outlook::Missed,
        Outlook::Open,
        Outlook::NotProjected,
        Outlook::NotEnoughData,
    ];
    let mut named: Vec<(String, Vec<Outlook>)> = Vec::new();
    for (_, target) in all {
        let label =
            fill(T::TargetOf, lang, &[("what", &titled(found.criterion(&target.criterion), lang)), ("year", &target.horizon.to_string())]);
        match named.iter_mut().find(|(own, _)| *own == label) {
            Some((_, outlooks)) => outlooks.push(target.by_linear),
            None => named.push((label, Vec::from([target.by_linear]))),
        }
    }
    let row = |(label, outlooks): &(String, Vec<Outlook>)| {
        let count = |outlook: Outlook| outlooks.iter().filter(|own| **own == outlook).fold(0u32, |n, _| n.saturating_add(1));
        StripRow::new(label.clone(), ORDER.map(|outlook| Part::new(key(outlook), count(outlook))))
    };
    let shown = named.len().min(MOST_COUNTED);
    let title = if named.len() > shown {
        fill(T::TargetsSome, lang, &[("k", &shown.to_string()), ("n", &named.len().to_string())])
    } else {
        T::TargetsChart.get(lang).into()
    };
    Strip::new(frame(found, title, lang), named.iter().take(shown).map(row)).into()
}

fn rows(found: &Trend, all: &[Own<'_>], lang: Lang) -> PanelTable {
    let out = PanelTable::new("")
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Text, T::Criterion.get(lang))
        .column(PanelColumn::Number, T::FirstFigure.get(lang))
        .column(PanelColumn::Number, T::LastFigure.get(lang))
        .column(PanelColumn::Word, T::Target.get(lang))
        .column(PanelColumn::Text, T::Linear.get(lang))
        .column(PanelColumn::Text, T::Compound.get(lang))
        .column(PanelColumn::Number, T::Needed.get(lang));
    let figure = |own: Option<(Date, Dec)>| {
        own.map_or_else(|| "–".into(), |(period, value)| format!("{} ({})", number::value(value, lang), number::date(period, lang)))
    };
    let row = |(place, target): &Own<'_>| {
        let star = if target.national { " *" } else { "" };
        let asked = match (target.target, target.high) {
            (None, _) => T::Yes.get(lang).into(),
            (Some(low), Some(high)) => format!("{} – {}", number::value(low, lang), number::value(high, lang)),
            (Some(value), None) => format!("{} {}", target.op.sign(), number::value(value, lang)),
        };
        let there = |way: Option<Projection>, outlook: Outlook| {
            let value = way.map(|way| format!("{}: ", number::value(way.at_horizon, lang))).unwrap_or_default();
            format!("{value}{}", outlook.label(lang))
        };
        Vec::from([
            name(place, lang),
            format!("{}{star}", titled(found.criterion(&target.criterion), lang)),
            figure(target.first),
            figure(target.last),
            format!("{asked} ({})", target.horizon),
            there(target.linear, target.by_linear),
            there(target.compound, target.by_compound),
            target.needed_yearly.map_or_else(|| "–".into(), |needed| number::change(needed, lang)),
        ])
    };
    out.rows(all.iter().take(MOST_ROWS).map(row))
}
