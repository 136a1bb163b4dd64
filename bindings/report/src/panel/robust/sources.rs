//! Where the spread comes from: doubts together, one thing at a time, without a criterion.

use super::words::{T, fill};
use super::{RobustFound, named};
use crate::chart::{Amount, Bar, Bars, Fill, Span, SpanRow, Spans, Swatch, Tornado, TornadoRow};
use crate::number::{TIE, rounded};
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Estimate, Lang, LeftOut, Shift, Sobol, SobolIndex, SobolOf, TornadoBar, TornadoEnd};

/// Bars and estimates that a picture has room for.
const MOST_DRAWN: usize = 20;
/// Results that a table explains one by one.
const MOST_RESULTS: usize = 100;

pub(super) fn sobol(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    let plan = found.plan();
    let whole = found.sobol.first()?;
    let mut out = PanelPart::new("sobol", T::Sobol.get(lang)).note(T::SobolNote.get(lang));
    let span = |own: &Estimate| Some(Span::new(Amount::new(estimate(own, lang), own.value), own.low, own.high));
    let doubt = |index: &SobolIndex| named::doubt(plan, index.doubt.kind, index.doubt.item.as_deref(), lang);
    let mut most: Vec<&SobolIndex> = whole.indices.iter().collect();
    most.sort_by(|a, b| b.total.value.total_cmp(&a.total.value));
    if most.is_empty() {
        let still = if whole.of == SobolOf::MeanLevel { T::SobolStillLevels } else { T::SobolStillRanks };
        out = out.note(still.get(lang));
    } else {
        let rows = most.iter().take(MOST_DRAWN).map(|index| SpanRow::new(doubt(index), [span(&index.first), span(&index.total)]));
        let series = [T::First, T::Total].map(|word| crate::wording::capital(word.get(lang)));
        let title = match whole.of {
            SobolOf::MeanLevel => T::SobolLevel,
            _ => T::SobolShift,
        };
        out = out.chart(Spans::new(found.frame(title.get(lang), lang), ["0".into(), "1".into()], series, rows));
        if most.len() > MOST_DRAWN {
            out = out.note(fill(T::DrawnLess, lang, &[("k", &MOST_DRAWN.to_string()), ("n", &most.len().to_string())]));
        }
    }
    let of = |own: &Sobol| match own.of {
        SobolOf::MeanLevel => T::OfLevel.get(lang).into(),
        SobolOf::Score(place) => fill(T::OfScore, lang, &[("unit", &found.name(place, lang))]),
        _ => T::OfShift.get(lang).to_string(),
    };
    let table = PanelTable::new("")
        .column(PanelColumn::Name, T::Of.get(lang))
        .column(PanelColumn::Text, T::Doubt.get(lang))
        .column(PanelColumn::Interval, T::First.get(lang))
        .column(PanelColumn::Interval, T::Total.get(lang));
    let rows = found.sobol.iter().take(MOST_RESULTS).flat_map(|own| own.indices.iter().map(move |index| (own, index)));
    let row = |(own, index): (&Sobol, &SobolIndex)| {
        Vec::from([of(own), doubt(index), estimate(&index.first, lang), estimate(&index.total, lang)])
    };
    let mut table = table.rows(rows.map(row));
    if found.sobol.len() > MOST_RESULTS {
        let values = [("shown", MOST_RESULTS.to_string()), ("all", found.sobol.len().to_string())];
        table = table.below(fill(T::ResultsLeftOut, lang, &[("shown", &values[0].1), ("all", &values[1].1)]));
    }
    Some(if table.rows.is_empty() { out } else { out.table(table) })
}

fn estimate(own: &Estimate, lang: Lang) -> String {
    format!("{}{TIE}({}{TIE}–{TIE}{})", rounded(own.value, 3, lang), rounded(own.low, 3, lang), rounded(own.high, 3, lang))
}

pub(super) fn tornado(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    let plan = found.plan();
    if found.tornado.is_empty() {
        return None;
    }
    let scored = plan.scheme().score.is_some();
    let size = |end: &TornadoEnd| if scored { end.shift.mean } else { f64::from(end.shift.levels) };
    let text = |end: &TornadoEnd| if scored { rounded(end.shift.mean, 3, lang) } else { end.shift.levels.to_string() };
    let name = |bar: &TornadoBar| {
        let item = named::item(plan, &bar.item, lang);
        let group = bar.group.as_deref().map(|id| format!(" – {}", named::item(plan, id, lang))).unwrap_or_default();
        format!("{}: {item}{group}", crate::wording::capital(bar.kind.label(lang)))
    };
    let ends = |bar: &TornadoBar| bar.low.iter().chain([&bar.high]).map(size).fold(0.0f64, f64::max);
    let most = found.tornado.iter().map(ends).fold(0.0f64, f64::max);
    let mut out = PanelPart::new("tornado", T::Tornado.get(lang)).note(T::TornadoNote.get(lang));
    if most > 0.0 {
        let amount = |end: Option<&TornadoEnd>| end.map_or_else(|| Amount::new("", 0.0), |end| Amount::new(text(end), size(end) / most));
        let row = |bar: &TornadoBar| TornadoRow::new(name(bar), amount(bar.low.as_ref()), amount(Some(&bar.high)));
        let title = if scored { T::TornadoRanks } else { T::TornadoLevels };
        let top = if scored { rounded(most, 3, lang) } else { rounded(most, 0, lang) };
        let base = (T::AsItIs.get(lang).to_string(), Amount::new("0", 0.0));
        let choices = [T::LowerEnd, T::UpperEnd].map(|word| word.get(lang).to_string());
        // What moves nothing stands in the table only.
        let moving: Vec<&TornadoBar> = found.tornado.iter().filter(|bar| ends(bar) > 0.0).take(MOST_DRAWN).collect();
        let shown = moving.len();
        let rows = moving.into_iter().map(row);
        out = out.chart(Tornado::new(found.frame(title.get(lang), lang), ["0".into(), top], base, choices, rows));
        if found.tornado.len() > shown {
            out = out.note(fill(T::DrawnLess, lang, &[("k", &shown.to_string()), ("n", &found.tornado.len().to_string())]));
        }
    } else {
        out = out.note(T::NothingMoves.get(lang));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Name, T::Doubt.get(lang))
        .column(PanelColumn::Word, T::End.get(lang))
        .column(PanelColumn::Number, T::At.get(lang));
    let table = shift_columns(table, scored, lang);
    let row = |bar: &TornadoBar, word: T, end: &TornadoEnd| {
        let at = if bar.low.is_none() { String::new() } else { named::share(end.at, lang) };
        let word = if bar.low.is_none() { "" } else { word.get(lang) };
        [name(bar), word.into(), at].into_iter().chain(shift(&end.shift, scored, lang)).collect()
    };
    let rows = found.tornado.iter().flat_map(|bar| {
        let low = bar.low.iter().map(|end| row(bar, T::Low, end));
        low.chain([row(bar, T::High, &bar.high)]).collect::<Vec<Vec<String>>>()
    });
    Some(out.table(table.rows(rows)))
}

pub(super) fn left_out(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    let plan = found.plan();
    if found.left_out.is_empty() {
        return None;
    }
    let scored = plan.scheme().score.is_some();
    let size = |own: &LeftOut| if scored { own.shift.mean } else { f64::from(own.shift.levels) };
    let most = found.left_out.iter().map(size).fold(0.0f64, f64::max);
    let mut out = PanelPart::new("without", T::LeftOut.get(lang)).note(T::LeftOutNote.get(lang));
    if most > 0.0 {
        let bar = |own: &LeftOut| {
            let text = if scored { rounded(own.shift.mean, 3, lang) } else { own.shift.levels.to_string() };
            let fill = Fill::Share(Swatch::first(), Some(Amount::new(text.clone(), size(own) / most)));
            Bar::new(named::item(plan, &own.criterion, lang), text, fill)
        };
        let title = if scored { T::LeftOutRanks } else { T::LeftOutLevels };
        let moving: Vec<&LeftOut> = found.left_out.iter().filter(|own| size(own) > 0.0).take(MOST_DRAWN).collect();
        let shown = moving.len();
        out = out.chart(Bars::new(found.frame(title.get(lang), lang), moving.into_iter().map(bar)));
        if found.left_out.len() > shown {
            out = out.note(fill(T::DrawnLess, lang, &[("k", &shown.to_string()), ("n", &found.left_out.len().to_string())]));
        }
    } else {
        out = out.note(T::NothingMoves.get(lang));
    }
    let table = shift_columns(PanelTable::new("").column(PanelColumn::Name, T::Without.get(lang)), scored, lang);
    let row = |own: &LeftOut| core::iter::once(named::item(plan, &own.criterion, lang)).chain(shift(&own.shift, scored, lang)).collect();
    Some(out.table(table.rows(found.left_out.iter().map(row))))
}

fn shift_columns(table: PanelTable, scored: bool, lang: Lang) -> PanelTable {
    let heads: &[T] = if scored { &[T::MeanMove, T::MostMove, T::Moved, T::Lost] } else { &[T::LevelsChanged] };
    heads.iter().fold(table, |table, head| table.column(PanelColumn::Number, head.get(lang)))
}

fn shift(own: &Shift, scored: bool, lang: Lang) -> Vec<String> {
    if !scored {
        return Vec::from([own.levels.to_string()]);
    }
    Vec::from([rounded(own.mean, 3, lang), own.most.to_string(), own.moved.to_string(), own.lost.to_string()])
}
