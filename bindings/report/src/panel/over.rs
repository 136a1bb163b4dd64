//! Pictures of what is beside one scoring: places over periods, and ranks under doubt.

use super::frame::{of_results, titled};
use super::results::latest;
use super::scores::count;
use super::words::{T, fill};
use crate::chart::{Amount, Chart, Frame, LineSeries, Lines, RankRow, Ranks};
use crate::number;
use crate::wording::capital;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Dec, Lang, ObsStatus, PanelResults, PlaceTrend, RobustPlace, RobustResults, Trend};

/// Lines that are told apart.
const MOST_LINES: usize = 6;
/// Ranks that fit on a page.
const MOST_RANKS: usize = 40;

/// Scores over the periods as lines; of more than six places the first and the last three of the latest period. A break of the series
/// or another edition cuts a line. None where no place has a score.
#[must_use]
pub fn trend_picture(trend: &Trend, lang: Lang) -> Option<Chart> {
    let score = |place: &PlaceTrend| place.points.iter().rev().find_map(|point| point.score);
    let mut places: Vec<&PlaceTrend> = trend.places.iter().filter(|place| score(place).is_some()).collect();
    let all = places.len();
    places.sort_by_key(|place| core::cmp::Reverse(score(place)));
    if all > MOST_LINES {
        let last = places.split_off(all - MOST_LINES / 2);
        places.truncate(MOST_LINES / 2);
        places.extend(last);
    }
    let scores = || places.iter().flat_map(|place| &place.points).filter_map(|point| point.score);
    let most = scores().max()?;
    // The axis begins at nought and ends at a round number, which stands beside it.
    let top = [1u64, 10, 100, 1_000].map(Dec::from_count).into_iter().find(|end| *end >= most).unwrap_or(most);
    let series = places.iter().map(|place| {
        let at = |period| place.points.iter().position(|point| point.period == period);
        let points = trend.periods.iter().map(|period| {
            let score = place.points.get(at(*period)?)?.score?;
            Some(Amount::of(number::score(score, lang), score, top))
        });
        let cut = |(n, period): (usize, &dothi::Date)| {
            let at = at(*period)?;
            let point = place.points.get(at)?;
            let other = at.checked_sub(1).and_then(|before| place.points.get(before)).is_some_and(|before| before.set != point.set);
            (point.status == ObsStatus::B || other).then_some(n)
        };
        let name = place.name.en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&place.name.vi);
        let label = format!("{name} ({})", place.state.get(lang));
        LineSeries::new(label, points).with_breaks(trend.periods.iter().enumerate().filter_map(cut))
    });
    let title = if all > MOST_LINES {
        fill(T::TrendSome, lang, &[("n", &count(all, lang)), ("k", &count(MOST_LINES / 2, lang))])
    } else {
        T::TrendChart.get(lang).into()
    };
    let short = fill(T::TrendMarks, lang, &[("set", &trend.set), ("date", &number::date(trend.as_of, lang))]);
    let marks = trend.mark_line(lang);
    let marks = if marks.is_empty() { short } else { format!("{}. {short}", capital(&marks)) };
    let periods = trend.periods.iter().map(|period| number::date(*period, lang));
    let ends = [number::exact(Dec::ZERO, lang), number::exact(top, lang)];
    Some(Lines::new(Frame::new(title, marks, lang), periods, ends, series).into())
}

/// Ranks with the interval that holds nine of ten replications. `found` is the table that was doubted. None where nothing is ranked.
#[must_use]
pub fn robust_picture(found: &PanelResults<'_, '_>, robust: &RobustResults, lang: Lang) -> Option<Chart> {
    let mut places: Vec<&RobustPlace> = robust.places.iter().filter(|place| place.rank.is_some() && place.ranks.is_some()).collect();
    places.sort_by_key(|place| (place.rank, place.row));
    let all = places.len();
    let row = |place: &&RobustPlace| -> Option<RankRow> {
        let (rank, interval) = (place.rank?, place.ranks?);
        let name = found.place(place.row).map(|own| own.name_in(lang)).unwrap_or_default();
        let text = format!("{} ({}–{})", rank.text(lang), interval.low, interval.high);
        let at: f64 = format!("{rank}").parse().unwrap_or(f64::NAN);
        Some(RankRow::new(name, text, at).with_interval(f64::from(interval.low), f64::from(interval.high)))
    };
    let rows: Vec<RankRow> = places.iter().take(MOST_RANKS).filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let replications = usize::try_from(robust.options.replications).unwrap_or(usize::MAX);
    let title: String = titled(&fill(T::RobustChart, lang, &[("n", &count(replications, lang))]), latest(found), lang);
    let chart = Ranks::new(of_results(title, found, latest(found), lang), u32::try_from(all).unwrap_or(u32::MAX), rows);
    if all > MOST_RANKS {
        return Some(chart.with_left_out(fill(T::RobustLess, lang, &[("left", &count(all - MOST_RANKS, lang))])).into());
    }
    Some(chart.into())
}
