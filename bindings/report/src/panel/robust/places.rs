//! Ranks with their intervals, and how often each level is reached.

use super::words::{T, fill};
use super::{RobustFound, named};
use crate::chart::{Part, RankRow, Ranks, Strip, StripRow};
use crate::number::{TIE, rounded};
use crate::panel::scores::count;
use crate::panel::{PanelColumn, PanelPart, PanelTable, levels::key};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Lang, PanelLevel, RobustPlace};

/// Ranks that fit on a page.
const MOST_DRAWN: usize = 40;
/// Rows of a table.
pub(super) const MOST_ROWS: usize = 700;

pub(super) fn ranks(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    let mut places: Vec<&RobustPlace> = found.results.places.iter().filter(|place| place.rank.is_some() && place.ranks.is_some()).collect();
    places.sort_by_key(|place| (place.rank, place.row));
    if places.is_empty() {
        return None;
    }
    let all = places.len();
    let own = |place: &RobustPlace| found.place(place.row).map(|own| (own.code.clone(), own.name_in(lang).to_string()));
    let drawn = |place: &&RobustPlace| -> Option<RankRow> {
        let (rank, interval) = (place.rank?, place.ranks?);
        let text = format!("{} ({}–{})", rank.text(lang), interval.low, interval.high);
        let at: f64 = format!("{rank}").parse().unwrap_or(f64::NAN);
        let (_, name) = own(place)?;
        Some(RankRow::new(name, text, at).with_interval(f64::from(interval.low), f64::from(interval.high)))
    };
    let replications = usize::try_from(found.results.options.replications).unwrap_or(usize::MAX);
    let title = fill(T::RanksChart, lang, &[("n", &count(replications, lang))]);
    let rows = places.iter().take(MOST_DRAWN).filter_map(drawn);
    let mut chart = Ranks::new(found.frame(&title, lang), u32::try_from(all).unwrap_or(u32::MAX), rows);
    if all > MOST_DRAWN {
        chart = chart.with_left_out(fill(T::RanksLess, lang, &[("left", &count(all - MOST_DRAWN, lang))]));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Number, T::Score.get(lang))
        .column(PanelColumn::Number, &fill(T::RankOf, lang, &[("n", &count(all, lang))]))
        .column(PanelColumn::Number, T::Best.get(lang))
        .column(PanelColumn::Number, T::Middle.get(lang))
        .column(PanelColumn::Number, T::Worst.get(lang))
        .column(PanelColumn::Number, T::MeanRank.get(lang))
        .column(PanelColumn::Interval, T::MeanScore.get(lang));
    let row = |place: &&RobustPlace| -> Option<Vec<String>> {
        let ((code, name), rank, interval) = (own(place)?, place.rank?, place.ranks?);
        let scores = place.scores.map(|(mean, deviation)| format!("{}{TIE}±{TIE}{}", rounded(mean, 4, lang), rounded(deviation, 4, lang)));
        Some(Vec::from([
            code,
            name,
            rounded(place.score, 4, lang),
            rank.text(lang),
            interval.low.to_string(),
            interval.median.to_string(),
            interval.high.to_string(),
            rounded(interval.mean, 2, lang),
            scores.unwrap_or_else(|| "–".into()),
        ]))
    };
    let mut table = table.rows(places.iter().take(MOST_ROWS).filter_map(row));
    if all > MOST_ROWS {
        table = table.below(fill(T::RowsLeftOut, lang, &[("shown", &count(MOST_ROWS, lang)), ("all", &count(all, lang))]));
    }
    Some(PanelPart::new("ranks", T::Ranks.get(lang)).note(T::RanksNote.get(lang)).chart(chart).table(table))
}

/// In parts of all replications; never bare, since the word of the level and the marks stand beside it.
pub(super) fn levels(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Option<PanelPart> {
    let plan = found.plan();
    let word = (!plan.scheme().verdict).then(|| plan.set().header().level_word(lang));
    let mut places: Vec<&RobustPlace> = found.results.places.iter().filter(|place| place.levels.is_some()).collect();
    let code = |place: &RobustPlace| found.place(place.row).map(|own| own.code.clone()).unwrap_or_default();
    places.sort_by_key(|place| (place.rank, code(place)));
    let most = places.first()?.levels.as_ref()?.reached.len();
    let classes: Vec<PanelLevel> = (0..most).map(|level| PanelLevel::Reached(u32::try_from(level).unwrap_or(u32::MAX))).collect();
    let others = [PanelLevel::Between(0, 1), PanelLevel::Refused];
    let shares = |place: &RobustPlace| -> Vec<f64> {
        place.levels.as_ref().map(|own| own.reached.iter().copied().chain([own.open, own.refused]).collect()).unwrap_or_default()
    };
    let name = |place: &RobustPlace| found.place(place.row).map(|own| own.name_in(lang).to_string()).unwrap_or_default();
    let strip = |place: &&RobustPlace| {
        // Whole percents: what is less stands in the table.
        let part = |(level, share): (&PanelLevel, f64)| Part::new(key(*level, word, lang), libm::round(share * 100.0) as u32);
        StripRow::new(name(place), classes.iter().chain(&others).zip(shares(place)).map(part))
    };
    let shown = places.len().min(MOST_DRAWN);
    let mut out = PanelPart::new("levels", T::Levels.get(lang)).note(T::LevelsNote.get(lang));
    out = out.chart(Strip::new(found.frame(T::LevelsChart.get(lang), lang), places.iter().take(shown).map(strip)));
    if places.len() > shown {
        out = out.note(fill(T::LevelsLess, lang, &[("left", &count(places.len() - shown, lang))]));
    }
    // A class that no place is ever in has no column.
    let used: Vec<usize> = (0..most + others.len())
        .filter(|at| *at < most || places.iter().any(|place| shares(place).get(*at).is_some_and(|share| *share > 0.0)))
        .collect();
    let all: Vec<&PanelLevel> = classes.iter().chain(&others).collect();
    let mut table = PanelTable::new("").column(PanelColumn::Word, T::Code.get(lang)).column(PanelColumn::Name, T::Unit.get(lang));
    for at in &used {
        let head = all.get(*at).map(|level| match (level, word) {
            (PanelLevel::Reached(level @ 1..), Some(word)) => format!("{word} {level}/{}", most - 1),
            _ => key(**level, word, lang).label,
        });
        table = table.column(PanelColumn::Number, &head.unwrap_or_default());
    }
    let row = |place: &&RobustPlace| {
        let shares = shares(place);
        let cells = used.iter().map(|at| named::share(shares.get(*at).copied().unwrap_or(0.0), lang));
        [code(place), name(place)].into_iter().chain(cells).collect()
    };
    table = table.rows(places.iter().take(MOST_ROWS).map(row));
    if let Some(note) = plan.set().header().level_note(lang) {
        table = table.below(crate::wording::capital(&format!("{note}.")));
    }
    if places.len() > MOST_ROWS {
        table = table.below(fill(T::RowsLeftOut, lang, &[("shown", &count(MOST_ROWS, lang)), ("all", &count(places.len(), lang))]));
    }
    Some(out.table(table))
}
