//! Results over the periods.

use super::frame::{MOST_ROWS, name};
use super::lines::trend_picture;
use super::words::{T, fill};
use crate::number;
use crate::panel::scores::count;
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Date, Lang, ObsStatus, PlaceTrend, Trend, TrendPoint};

/// Periods that stand side by side.
const MOST_PERIODS: usize = 5;

pub(super) fn part(found: &Trend, lang: Lang) -> PanelPart {
    let title = if found.periods.len() > 1 { T::Results } else { T::Result };
    let mut out = PanelPart::new("results", crate::wording::capital(title.get(lang)));
    if found.has_score {
        let note = if found.periods.len() > 1 { T::ResultsNote } else { T::ResultsOne };
        out = out.note(fill(note, lang, &[("ties", found.ties.label(lang))]));
    }
    if let Some(picture) = trend_picture(found, lang) {
        out = out.chart(picture);
    }
    let wide = found.has_score && found.periods.len() <= MOST_PERIODS;
    out.table(if wide { by_period(found, lang) } else { in_rows(found, lang) })
}

/// A column for each period.
fn by_period(found: &Trend, lang: Lang) -> PanelTable {
    let mut out = PanelTable::new("").column(PanelColumn::Word, T::Code.get(lang)).column(PanelColumn::Name, T::Unit.get(lang));
    for period in &found.periods {
        out = out.column(PanelColumn::Number, &number::date(*period, lang));
    }
    let row = |place: &PlaceTrend| {
        let cell = |period: &Date| {
            let point = place.points.iter().find(|point| point.period == *period);
            point.map_or_else(|| String::from("–"), |point| result(found, place, point, lang))
        };
        [place.code.clone(), name(place, lang)].into_iter().chain(found.periods.iter().map(cell)).collect()
    };
    cut(out.rows(found.places.iter().take(MOST_ROWS).map(row)), found.places.len(), lang)
}

/// A row for each place and period.
fn in_rows(found: &Trend, lang: Lang) -> PanelTable {
    let out = PanelTable::new("")
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Word, T::Period.get(lang))
        .column(PanelColumn::Text, T::Result.get(lang));
    let all = || found.places.iter().flat_map(|place| place.points.iter().map(move |point| (place, point)));
    let row = |(place, point): (&PlaceTrend, &TrendPoint)| {
        Vec::from([place.code.clone(), name(place, lang), number::date(point.period, lang), result(found, place, point, lang)])
    };
    cut(out.rows(all().take(MOST_ROWS).map(row)), all().count(), lang)
}

/// Says what is not shown.
pub(super) fn cut(table: PanelTable, all: usize, lang: Lang) -> PanelTable {
    let shown = table.rows.len();
    if shown == all {
        return table;
    }
    table.below(fill(T::RowsLeftOut, lang, &[("shown", &count(shown, lang)), ("all", &count(all, lang))]))
}

/// Score and rank, or level and criteria met; never bare, and marked where the series breaks before it.
fn result(found: &Trend, place: &PlaceTrend, point: &TrendPoint, lang: Lang) -> String {
    let said = match point.score {
        Some(score) => {
            let rank = point.rank.map(|rank| format!(" ({} / {})", rank.text(lang), point.of)).unwrap_or_default();
            let level = place.level_text(point.level, lang);
            let level = if level.is_empty() { level } else { format!("; {}", place.never_bare(level, lang)) };
            format!("{}{rank}{level}", number::score(score, lang))
        }
        None if found.has_score && place.levels == 0 => T::NoScore.get(lang).into(),
        None if place.levels == 0 && point.tallies.iter().all(|tally| tally.asked == 0) => T::NotJudged.get(lang).into(),
        None => place.point_text(point, lang),
    };
    if point.status == ObsStatus::B { format!("{said} (B)") } else { said }
}
