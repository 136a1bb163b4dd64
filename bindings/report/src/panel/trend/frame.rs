//! What stands around everything that is said of a trend, and words that its parts share.

use super::words::{T, fill};
use crate::chart::Frame;
use crate::number;
use crate::wording::capital;
use alloc::format;
use alloc::string::String;
use dothi::{Date, Dec, Lang, PlaceTrend, Text, Trend, TrendChange};

/// Rows that a table of a page holds; the rest stands in CSV and JSON.
pub(super) const MOST_ROWS: usize = 700;

pub(super) fn mark_line(found: &Trend, lang: Lang) -> String {
    let short = fill(T::Marks, lang, &[("set", &found.set), ("date", &number::date(found.as_of, lang))]);
    let marks = found.mark_line(lang);
    if marks.is_empty() { short } else { format!("{}. {short}", capital(&marks)) }
}

/// Marks and the states that are shown.
pub(super) fn frame(found: &Trend, title: impl Into<String>, lang: Lang) -> Frame {
    frame_of(found, title, |_| true, lang)
}

/// The same of some of the places.
pub(super) fn frame_of(found: &Trend, title: impl Into<String>, shown: impl Fn(&PlaceTrend) -> bool, lang: Lang) -> Frame {
    let mut states: alloc::vec::Vec<&str> = found.places.iter().filter(|place| shown(place)).map(|place| place.state.get(lang)).collect();
    states.sort_unstable();
    states.dedup();
    Frame::new(title, format!("{} · {}", mark_line(found, lang), states.join(", ")), lang)
}

/// The first and the last period.
pub(super) fn ends(found: &Trend, lang: Lang) -> (String, String) {
    let said = |period: Option<&Date>| period.map(|period| number::date(*period, lang)).unwrap_or_default();
    (said(found.periods.first()), said(found.periods.last()))
}

/// The name; of what was verified with its state.
pub(super) fn name(place: &PlaceTrend, lang: Lang) -> String {
    let name = place.name.en.as_deref().filter(|_| lang == Lang::En).unwrap_or(&place.name.vi);
    if place.verified { format!("{name} ({})", place.state.get(lang)) } else { name.into() }
}

/// Number as printed and title.
pub(super) fn titled(found: Option<(&str, &Text)>, lang: Lang) -> String {
    found.map(|(label, title)| String::from(format!("{label} {}", title.get(lang)).trim())).unwrap_or_default()
}

/// From the first to the last period, or the only one there is.
pub(super) fn main_change(place: &PlaceTrend) -> Option<&TrendChange> {
    place.changes.iter().find(|change| change.whole).or_else(|| place.changes.last())
}

/// Months since the year 0 at the end of a period: where it stands in time.
pub(super) fn month(period: Date) -> f64 {
    let (year, month, _) = period.last_day();
    f64::from(year) * 12.0 + f64::from(month)
}

/// A decimal for drawing.
pub(super) fn drawn(value: Dec) -> f64 {
    format!("{value}").parse().unwrap_or(0.0)
}

/// A count with its sign.
pub(super) fn signed(n: i64) -> String {
    if n == 0 { "0".into() } else { format!("{n:+}").replace('-', "−") }
}
