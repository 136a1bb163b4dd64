//! Neighbours by rank: how often their order holds, and how little of a weight turns it round.

use super::words::{T, fill};
use super::{RobustFound, named};
use crate::chart::{Amount, Bar, Bars, Fill, Swatch};
use crate::number::{TIE, rounded};
use crate::panel::scores::count;
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Flip, Lang};

/// Pairs that a picture has room for, and that a table shows.
const MOST_DRAWN: usize = 39;
const MOST_ROWS: usize = 700;

fn pair(found: &RobustFound<'_, '_, '_>, one: usize, other: usize, lang: Lang) -> String {
    let rank = |place: usize| found.results.places.get(place).and_then(|own| own.rank).map(|rank| rank.text(lang)).unwrap_or_default();
    format!("{}.{TIE}{} – {}.{TIE}{}", rank(one), found.name(one, lang), rank(other), found.name(other, lang))
}

pub(super) fn order(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    let mut ranked: Vec<usize> = (0..found.results.places.len()).collect();
    ranked.retain(|place| found.results.places.get(*place).is_some_and(|own| own.rank.is_some()));
    ranked.sort_by_key(|place| found.results.places.get(*place).map(|own| (own.rank, own.row)));
    let next = ranked.iter().zip(ranked.iter().skip(1));
    let all: Vec<(usize, usize, f64)> =
        next.filter_map(|(one, other)| Some((*one, *other, found.results.at_or_above(*one, *other)?))).collect();
    if all.is_empty() {
        return None;
    }
    let bar = |(one, other, part): &(usize, usize, f64)| {
        let text = named::share(*part, lang);
        Bar::new(pair(found, *one, *other, lang), text.clone(), Fill::Share(Swatch::first(), Some(Amount::new(text, *part))))
    };
    let mut out = PanelPart::new("pairs", T::Pairs.get(lang)).note(T::PairsNote.get(lang));
    out = out.chart(Bars::new(found.frame(T::PairsChart.get(lang), lang), all.iter().take(MOST_DRAWN).map(bar)));
    if all.len() > MOST_DRAWN {
        out = out.note(fill(T::DrawnLess, lang, &[("k", &MOST_DRAWN.to_string()), ("n", &count(all.len(), lang))]));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Name, T::Ahead.get(lang))
        .column(PanelColumn::Text, T::Behind.get(lang))
        .column(PanelColumn::Number, T::Holds.get(lang));
    let row =
        |(one, other, part): &(usize, usize, f64)| Vec::from([found.name(*one, lang), found.name(*other, lang), named::share(*part, lang)]);
    Some(out.table(table.rows(all.iter().take(MOST_ROWS).map(row))))
}

pub(super) fn flips(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    if found.flips.is_empty() {
        return None;
    }
    let plan = found.plan();
    // The first is the smallest change.
    let nearest = |flips: &'_ [Flip]| flips.first().cloned();
    let points = |flip: &Flip| format!("{} → {}", named::share(flip.from, lang), named::share(flip.to, lang));
    let weight = |flip: &Flip| format!("{} ({})", named::item(plan, &flip.child, lang), named::group(plan, flip.group.as_deref(), lang));
    let drawn: Vec<(usize, usize, Flip)> =
        found.flips.iter().filter_map(|(one, other, flips)| Some((*one, *other, nearest(flips)?))).take(MOST_DRAWN).collect();
    let mut out = PanelPart::new("flips", T::Flips.get(lang)).note(T::FlipsNote.get(lang));
    let most = drawn.iter().map(|(.., flip)| flip.change()).fold(0.0f64, f64::max);
    if most > 0.0 {
        let bar = |(one, other, flip): &(usize, usize, Flip)| {
            let by = rounded(flip.change() * 100.0, 2, lang);
            Bar::new(pair(found, *one, *other, lang), by.clone(), Fill::Share(Swatch::first(), Some(Amount::new(by, flip.change() / most))))
        };
        out = out.chart(Bars::new(found.frame(T::FlipsChart.get(lang), lang), drawn.iter().map(bar)));
    }
    if found.flips.len() > MOST_DRAWN {
        out = out.note(fill(T::DrawnLess, lang, &[("k", &MOST_DRAWN.to_string()), ("n", &count(found.flips.len(), lang))]));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Name, T::Ahead.get(lang))
        .column(PanelColumn::Text, T::Behind.get(lang))
        .column(PanelColumn::Text, T::Weight.get(lang))
        .column(PanelColumn::Word, T::FromTo.get(lang))
        .column(PanelColumn::Number, T::Points.get(lang));
    let row = |(one, other, flips): &(usize, usize, Vec<Flip>)| {
        let flip = nearest(flips);
        let said = flip.as_ref().map_or_else(|| T::NoFlip.get(lang).to_string(), &weight);
        let (ends, by) = flip.map(|flip| (points(&flip), rounded(flip.change() * 100.0, 2, lang))).unwrap_or(("–".into(), "–".into()));
        let cells: Vec<String> = Vec::from([found.name(*one, lang), found.name(*other, lang), said, ends, by]);
        cells
    };
    Some(out.table(table.rows(found.flips.iter().take(MOST_ROWS).map(row))))
}
