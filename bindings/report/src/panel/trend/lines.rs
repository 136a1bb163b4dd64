//! Scores over the periods as lines.

use super::frame::{frame, frame_of, month, name};
use super::words::{T, fill};
use crate::chart::{Amount, Bar, Bars, Chart, Fill, LineSeries, Lines, Swatch};
use crate::number;
use crate::panel::levels;
use crate::panel::scores::count;
use alloc::format;
use alloc::vec::Vec;
use dothi::{Date, Dec, Lang, ObsStatus, PlaceTrend, Trend};

/// Lines that are told apart.
const MOST_LINES: usize = 6;
/// Bars that fit on a page: 34 provinces do.
const MOST_BARS: usize = 40;

/// Scores over the periods as lines; of more than six places the first and the last three of the latest period. A break of the series
/// or another edition cuts a line. Of one period alone bars. Where the edition defines no score, places by level in each period; none
/// where there is neither.
#[must_use]
pub fn trend_picture(trend: &Trend, lang: Lang) -> Option<Chart> {
    let scored = if trend.periods.len() == 1 { bars(trend, lang) } else { scores(trend, lang) };
    scored.or_else(|| by_level(trend, lang))
}

/// Scores of one period in the order of ranks; of many places the first and the last.
fn bars(trend: &Trend, lang: Lang) -> Option<Chart> {
    let point = |place: &PlaceTrend| place.points.first().and_then(|point| Some((point.score?, point.rank)));
    let mut places: Vec<(&PlaceTrend, Dec, Option<dothi::Rank>)> =
        trend.places.iter().filter_map(|place| point(place).map(|(score, rank)| (place, score, rank))).collect();
    places.sort_by_key(|(place, score, _)| (place.verified, core::cmp::Reverse(*score)));
    let all = places.len();
    let top = axis_end(places.iter().map(|(_, score, _)| *score).max()?);
    if all > MOST_BARS {
        let last = places.split_off(all - MOST_BARS / 2);
        places.truncate(MOST_BARS / 2);
        places.extend(last);
    }
    let bar = |(place, score, rank): &(&PlaceTrend, Dec, Option<dothi::Rank>)| {
        let rank = rank.map(|rank| format!("{}.{}", rank.text(lang), number::TIE)).unwrap_or_default();
        let text = number::score(*score, lang);
        Bar::new(format!("{rank}{}", name(place, lang)), text.clone(), Fill::Share(Swatch::first(), Some(Amount::of(text, *score, top))))
    };
    let title = if all > MOST_BARS {
        fill(T::BarsSome, lang, &[("n", &count(all, lang)), ("k", &count(MOST_BARS / 2, lang))])
    } else {
        T::Bars.get(lang).into()
    };
    Some(Bars::new(frame(trend, title, lang), places.iter().map(bar)).into())
}

/// An axis begins at nought and ends at a round number, which stands beside it.
pub(super) fn axis_end(most: Dec) -> Dec {
    [1u64, 10, 100, 1_000].map(Dec::from_count).into_iter().find(|end| *end >= most).unwrap_or(most)
}

fn scores(trend: &Trend, lang: Lang) -> Option<Chart> {
    let score = |place: &PlaceTrend| place.points.iter().rev().find_map(|point| point.score);
    let mut places: Vec<&PlaceTrend> = trend.places.iter().filter(|place| score(place).is_some()).collect();
    let all = places.len();
    places.sort_by_key(|place| core::cmp::Reverse(score(place)));
    if all > MOST_LINES {
        let last = places.split_off(all - MOST_LINES / 2);
        places.truncate(MOST_LINES / 2);
        places.extend(last);
    }
    let most = places.iter().flat_map(|place| &place.points).filter_map(|point| point.score).max()?;
    let top = axis_end(most);
    let series = places.iter().map(|place| {
        let at = |period| place.points.iter().position(|point| point.period == period);
        let points = trend.periods.iter().map(|period| {
            let score = place.points.get(at(*period)?)?.score?;
            Some(Amount::of(number::score(score, lang), score, top))
        });
        let cut = |(n, period): (usize, &Date)| {
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
        fill(T::LinesSome, lang, &[("n", &count(all, lang)), ("k", &count(MOST_LINES / 2, lang))])
    } else {
        T::Lines.get(lang).into()
    };
    let periods = trend.periods.iter().map(|period| number::date(*period, lang));
    let ends = [number::exact(Dec::ZERO, lang), number::exact(top, lang)];
    let times: Vec<f64> = trend.periods.iter().map(|period| month(*period)).collect();
    Some(Lines::new(frame(trend, title, lang), periods, ends, series).with_times(&times).into())
}

fn by_level(trend: &Trend, lang: Lang) -> Option<Chart> {
    let first = trend.places.first().filter(|place| place.levels > 0)?;
    let word = first.level_word.as_ref().map(|word| word.get(lang));
    let shown = |place: &PlaceTrend| !place.verified;
    let own = trend.places.iter().filter(|place| shown(place));
    let levels = own.flat_map(|place| place.points.iter().map(|point| (Some(point.period), point.level)));
    let title = T::ByLevel.get(lang);
    Some(levels::strip(frame_of(trend, title, shown, lang), word, levels, lang).into())
}
