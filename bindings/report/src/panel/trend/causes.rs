//! What changed, and why: data, rule, or other borders.

use super::frame::{MOST_ROWS, drawn, ends, frame, main_change, name, signed, titled};
use super::results::cut;
use super::words::{T, fill};
use crate::chart::{Amount, Chart, Tornado, TornadoRow};
use crate::number;
use crate::panel::scores::count;
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{ChangeCause, CriterionChange, Dec, Lang, PlaceTrend, Presence, ScoreSplit, Trend, TrendChange};

/// Bars that fit on a page: 34 provinces do.
const MOST_BARS: usize = 40;

/// Amounts to both sides of nought: what it is of, by rule, by data; none where no number is given, and why.
pub(super) struct Moved {
    pub(super) label: String,
    pub(super) parts: Result<[Option<(f64, String)>; 2], String>,
}

/// A picture of amounts to both sides of nought; none where nothing moves.
pub(super) fn picture(found: &Trend, title: String, choices: [String; 2], rows: &[Moved], lang: Lang) -> Option<Chart> {
    let parts = || rows.iter().filter_map(|row| row.parts.as_ref().ok()).flatten().flatten();
    let most = parts().fold(0.0f64, |most, (by, _)| most.max(by.abs()));
    if rows.is_empty() || most <= 0.0 {
        return None;
    }
    let text = parts().find(|(by, _)| by.abs() >= most).map(|(_, text)| text.trim_start_matches(['+', '−']).to_string())?;
    let middle = || Amount::new(String::new(), 0.5);
    let amount =
        |part: &Option<(f64, String)>| part.as_ref().map_or_else(middle, |(by, text)| Amount::new(text.clone(), 0.5 + by / most / 2.0));
    let row = |row: &Moved| match &row.parts {
        Ok([rule, data]) => TornadoRow::new(row.label.clone(), amount(rule), amount(data)),
        Err(why) => TornadoRow::new(row.label.clone(), middle(), Amount::new(why.clone(), 0.5)),
    };
    let base = (T::NoChange.get(lang).to_string(), Amount::new("0", 0.5));
    Some(Tornado::new(frame(found, title, lang), [format!("−{text}"), format!("+{text}")], base, choices, rows.iter().map(row)).into())
}

pub(super) fn part(found: &Trend, lang: Lang) -> Option<PanelPart> {
    if found.places.iter().all(|place| place.changes.is_empty()) {
        return None;
    }
    let (from, to) = ends(found, lang);
    let mut out = PanelPart::new("changes", fill(T::Changes, lang, &[("from", &from), ("to", &to)])).note(T::ChangesNote.get(lang));
    let choices = [ChangeCause::Rule, ChangeCause::Data].map(|cause| crate::wording::capital(cause.label(lang)));
    if found.has_score {
        let rows = found.places.iter().filter_map(|place| moved(place, main_change(place)?, lang)).collect();
        out.charts.extend(drawn_some(found, T::CausesChart.get(lang), choices, rows, lang));
    } else {
        let mut levels: Vec<u32> =
            found.places.iter().filter_map(main_change).flat_map(|change| &change.met).map(|met| met.level).collect();
        levels.sort_unstable();
        levels.dedup();
        for level in levels {
            let title =
                if found.levels > 1 { fill(T::MetChartAt, lang, &[("level", &level.to_string())]) } else { T::MetChart.get(lang).into() };
            let rows = found.places.iter().filter_map(|place| met(place, main_change(place)?, level, lang)).collect();
            out.charts.extend(drawn_some(found, &title, choices.clone(), rows, lang));
        }
    }
    let all: Vec<(&PlaceTrend, &TrendChange)> = found.places.iter().filter_map(|place| Some((place, main_change(place)?))).collect();
    Some(out.table(table(found, &all, lang)))
}

/// The places that moved most, in the order they come; how many are left out stands in the title.
fn drawn_some(found: &Trend, title: &str, choices: [String; 2], mut rows: Vec<Moved>, lang: Lang) -> Option<Chart> {
    let all = rows.len();
    let by = |row: &Moved| row.parts.as_ref().map_or(f64::INFINITY, |parts| parts.iter().flatten().map(|(by, _)| by).sum::<f64>().abs());
    if all > MOST_BARS {
        let mut sizes: Vec<f64> = rows.iter().filter(|row| row.parts.is_ok()).map(by).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        let least = sizes.get(MOST_BARS - 1).copied().unwrap_or(0.0);
        rows.retain(|row| row.parts.is_ok() && by(row) >= least);
        rows.truncate(MOST_BARS);
        let values = [("what", title), ("k", &*count(rows.len(), lang)), ("n", &*count(all, lang))];
        return picture(found, fill(T::MostMoved, lang, &values), choices, &rows, lang);
    }
    picture(found, title.into(), choices, &rows, lang)
}

fn moved(place: &PlaceTrend, change: &TrendChange, lang: Lang) -> Option<Moved> {
    let label = name(place, lang);
    if !change.breaks.is_empty() {
        return Some(Moved { label, parts: Err(T::BorderNoNumber.get(lang).into()) });
    }
    let score = change.score.as_ref()?;
    if score.causes.is_empty() {
        return Some(Moved { label, parts: Err(T::CauseUnknown.get(lang).into()) });
    }
    let of = |cause: ChangeCause| {
        let part = score.causes.iter().find(|part| part.cause == cause)?;
        Some((drawn(part.change), number::signed(part.change, lang)))
    };
    Some(Moved { label, parts: Ok([of(ChangeCause::Rule), of(ChangeCause::Data)]) })
}

fn met(place: &PlaceTrend, change: &TrendChange, level: u32, lang: Lang) -> Option<Moved> {
    let label = name(place, lang);
    if !change.breaks.is_empty() {
        return Some(Moved { label, parts: Err(T::BorderNoNumber.get(lang).into()) });
    }
    let own = change.met.iter().find(|met| met.level == level)?;
    let of = |cause: ChangeCause| {
        let (_, n) = own.causes.iter().find(|(own, _)| *own == cause)?;
        Some((*n as f64, signed(*n)))
    };
    Some(Moved { label, parts: Ok([of(ChangeCause::Rule), of(ChangeCause::Data)]) })
}

fn table(found: &Trend, all: &[(&PlaceTrend, &TrendChange)], lang: Lang) -> PanelTable {
    let mut out = PanelTable::new("")
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Number, T::Change.get(lang))
        .column(PanelColumn::Number, ChangeCause::Data.label(lang))
        .column(PanelColumn::Number, ChangeCause::Rule.label(lang));
    if found.has_score {
        out = out.column(PanelColumn::Interval, T::RankChange.get(lang));
    }
    // What columns of numbers do not hold.
    let said: Vec<String> = all.iter().take(MOST_ROWS).map(|(place, change)| beside(found, place, change, lang)).collect();
    let worded = said.iter().any(|said| !said.is_empty());
    if worded {
        out = out.column(PanelColumn::Text, T::InWords.get(lang));
    }
    let row = |((place, change), said): (&(&PlaceTrend, &TrendChange), String)| {
        let whole = match &change.score {
            _ if !change.breaks.is_empty() => "–".into(),
            Some(score) => number::signed(score.change, lang),
            None => met_or_none(change.met.iter().map(|met| signed(met.change)).collect()),
        };
        let by = |cause: ChangeCause| match &change.score {
            _ if !change.breaks.is_empty() => "–".into(),
            Some(score) => {
                let part = score.causes.iter().find(|part| part.cause == cause);
                let nothing = if score.causes.is_empty() { "–" } else { "0" };
                part.map_or_else(|| nothing.to_string(), |part| number::signed(part.change, lang))
            }
            None => {
                let of = |met: &dothi::MetChange| met.causes.iter().find(|(own, _)| *own == cause).map_or(0, |(_, n)| *n);
                met_or_none(change.met.iter().map(|met| signed(of(met))).collect())
            }
        };
        let mut cells = Vec::from([place.code.clone(), name(place, lang), whole, by(ChangeCause::Data), by(ChangeCause::Rule)]);
        if found.has_score {
            let rank = change.rank.map(|rank| format!("{} → {} / {}", rank.from.text(lang), rank.to.text(lang), rank.of));
            cells.push(rank.unwrap_or_else(|| "–".into()));
        }
        cells.extend(worded.then_some(said));
        cells
    };
    cut(out.rows(all.iter().zip(said.iter().cloned()).map(row)), all.len(), lang)
}

/// By level; a dash where nothing is counted.
fn met_or_none(all: Vec<String>) -> String {
    if all.is_empty() { "–".into() } else { all.join(" · ") }
}

/// Where levels or criteria met are all there is, the whole change in words; of scores only what is not given, and why.
fn beside(found: &Trend, place: &PlaceTrend, change: &TrendChange, lang: Lang) -> String {
    if !change.breaks.is_empty() {
        let why: Vec<&str> = change.breaks.iter().map(|own| own.why.get(lang)).collect();
        return format!("{}: {}", crate::wording::capital(ChangeCause::Boundary.label(lang)), why.join("; "));
    }
    if !found.has_score || change.level.is_some() {
        return place.change_text(change, lang);
    }
    let notes = change.score.iter().flat_map(|score| &score.causes).filter_map(|part| part.note.as_ref()).map(|note| note.get(lang));
    let all: Vec<&str> = change.withheld.iter().map(|own| own.label(lang)).chain(notes).collect();
    all.join("; ")
}

/// Of one place: what each criterion adds to the change, and how outcomes changed.
pub(super) fn criteria(found: &Trend, lang: Lang) -> Option<PanelPart> {
    let (first, rest) = found.places.split_first()?;
    if rest.iter().any(|place| place.code != first.code) {
        return None;
    }
    let mut out = PanelPart::new("criteria", T::Parts.get(lang));
    for place in &found.places {
        let Some(change) = main_change(place).filter(|change| change.breaks.is_empty()) else { continue };
        if let Some(split) = change.score.as_ref().and_then(|score| score.split.as_ref()) {
            out = out.note(T::PartsNote.get(lang));
            let part = |own: &CriterionChange| {
                let of = |value: Dec| (value != Dec::ZERO).then(|| (drawn(value), number::signed(value, lang)));
                let parts = [of(own.weights_part), of(own.value_part)];
                let label = titled(found.criterion(&own.criterion), lang);
                parts.iter().any(Option::is_some).then_some(Moved { label, parts: Ok(parts) })
            };
            let rows: Vec<Moved> = change.criteria.iter().filter(|own| own.presence != Presence::Neither).filter_map(part).collect();
            let choices = [T::ByWeights, T::ByValue].map(|word| crate::wording::capital(word.get(lang)));
            let title = fill(T::PartsChart, lang, &[("unit", &name(place, lang))]);
            out.charts.extend(drawn_some(found, &title, choices, rows, lang));
            out.tables.push(parts(found, change, split, &name(place, lang), lang));
        }
        let outcomes = outcomes(found, change, &name(place, lang), lang);
        if !outcomes.rows.is_empty() {
            out.tables.push(outcomes);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// The last line is the whole change.
fn parts(found: &Trend, change: &TrendChange, split: &ScoreSplit, unit: &str, lang: Lang) -> PanelTable {
    let mut out = PanelTable::new(fill(T::PartsOf, lang, &[("unit", unit)]))
        .column(PanelColumn::Name, T::Criterion.get(lang))
        .column(PanelColumn::Number, T::ByValue.get(lang))
        .column(PanelColumn::Number, T::ByWeights.get(lang));
    let line = |title: String, value: Dec, weights: Dec| Vec::from([title, number::signed(value, lang), number::signed(weights, lang)]);
    let counts = change.criteria.iter().filter(|own| own.presence != Presence::Neither);
    let rows = counts.map(|own| line(titled(found.criterion(&own.criterion), lang), own.value_part, own.weights_part));
    out = out.rows(rows);
    if split.rounding != Dec::ZERO {
        out.rows.push(Vec::from([T::Rounding.get(lang).into(), number::signed(split.rounding, lang), String::new()]));
    }
    let total = fill(T::Total, lang, &[("change", &number::signed(split.change, lang))]);
    out.rows.push(line(total, split.value, split.weights));
    out
}

/// Values and outcomes that are others than before.
fn outcomes(found: &Trend, change: &TrendChange, unit: &str, lang: Lang) -> PanelTable {
    let out = PanelTable::new(fill(T::OutcomesOf, lang, &[("unit", unit)]))
        .column(PanelColumn::Name, T::Criterion.get(lang))
        .column(PanelColumn::Number, &number::date(change.from, lang))
        .column(PanelColumn::Number, &number::date(change.to, lang))
        .column(PanelColumn::Number, T::Change.get(lang))
        .column(PanelColumn::Text, T::Outcome.get(lang));
    let figure = |value: Option<Dec>| value.map(|value| number::value(value, lang)).unwrap_or_default();
    let row = |own: &CriterionChange| {
        let by = if own.series_break {
            T::Broken.get(lang).into()
        } else {
            own.difference.map(|by| number::change(by, lang)).unwrap_or_default()
        };
        let said = if own.from == own.to {
            own.to.label(lang).to_string()
        } else {
            format!("{} → {}", own.from.label(lang), own.to.label(lang))
        };
        Vec::from([titled(found.criterion(&own.criterion), lang), figure(own.value_from), figure(own.value_to), by, said])
    };
    let other = |own: &&CriterionChange| own.from != own.to || own.value_from != own.value_to || !own.met.is_empty();
    out.rows(change.criteria.iter().filter(other).map(row))
}
