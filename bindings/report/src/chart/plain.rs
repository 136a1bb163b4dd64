//! A chart as plain bars with words, for formats without pictures.

use super::{Bars, Chart, Fill, Gauge, Key, Ladder, Part, Radar, Strip, Swatch};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::Outcome;

/// A bar with words beside it.
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) strong: bool,
    /// Parts of the whole length, from the left; none = words only.
    pub(crate) parts: Vec<(Swatch, f64)>,
    pub(crate) end: String,
}

impl Line {
    fn new(label: impl Into<String>, parts: impl IntoIterator<Item = (Swatch, f64)>, end: impl Into<String>) -> Self {
        Self { label: label.into(), strong: false, parts: parts.into_iter().collect(), end: end.into() }
    }

    fn head(label: impl Into<String>, end: impl Into<String>) -> Self {
        Self { strong: true, ..Self::new(label, [], end) }
    }
}

/// The bars of a chart, and what their colours stand for.
pub(crate) struct Plain {
    pub(crate) lines: Vec<Line>,
    pub(crate) keys: Vec<(Swatch, String)>,
}

impl Chart {
    pub(crate) fn plain(&self) -> Plain {
        match self {
            Self::Radar(chart) => radar(chart),
            Self::Bars(chart) => bars(chart),
            Self::Ladder(chart) => ladder(chart),
            Self::Gauge(chart) => gauge(chart),
            Self::Strip(chart) => strip(chart),
            Self::Ranks(_) | Self::Lines(_) | Self::Spans(_) | Self::Tornado(_) | Self::HeatMap(_) => told(self),
        }
    }
}

/// As words alone.
fn told(chart: &Chart) -> Plain {
    let line = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let label = cells.next().unwrap_or_default();
        Line::new(label, [], cells.collect::<Vec<_>>().join(" · "))
    };
    Plain { lines: chart.table().into_iter().skip(1).map(line).collect(), keys: Vec::new() }
}

fn total(parts: &[Part]) -> u32 {
    parts.iter().fold(0, |sum: u32, part| sum.saturating_add(part.count))
}

fn counted(parts: &[Part], whole: u32) -> Vec<(Swatch, f64)> {
    let share = |part: &Part| f64::from(part.count) / f64::from(whole.max(1));
    parts.iter().filter(|p| p.count > 0).map(|p| (p.key.swatch, share(p))).collect()
}

fn keys<'k>(parts: impl Iterator<Item = &'k Part>) -> Vec<(Swatch, String)> {
    let mut out: Vec<&Key> = Vec::new();
    for part in parts.filter(|p| p.count > 0) {
        if !out.contains(&&part.key) {
            out.push(&part.key);
        }
    }
    out.into_iter().map(|key| (key.swatch, key.words())).collect()
}

fn strip(chart: &Strip) -> Plain {
    let told = |parts: &[Part]| {
        let all: Vec<String> = parts.iter().filter(|p| p.count > 0).map(|p| format!("{} {}", p.key.sign, p.count)).collect();
        all.join("  ")
    };
    let lines = chart.rows.iter().map(|row| Line::new(row.label.as_str(), counted(&row.parts, total(&row.parts)), told(&row.parts)));
    Plain { lines: lines.collect(), keys: keys(chart.rows.iter().flat_map(|r| &r.parts)) }
}

fn bars(chart: &Bars) -> Plain {
    let count = |fill: &Fill| if let Fill::Boxes(parts) = fill { total(parts) } else { 0 };
    let most = chart.rows.iter().map(|row| count(&row.fill)).max().unwrap_or(0);
    let line = |row: &super::Bar| {
        let parts = match &row.fill {
            Fill::Boxes(parts) => counted(parts, most),
            Fill::Share(swatch, amount) => amount.iter().map(|a| (*swatch, a.share)).collect(),
        };
        Line { strong: row.depth == 0, ..Line::new(row.label.as_str(), parts, row.end.as_str()) }
    };
    let boxes = chart.rows.iter().filter_map(|row| if let Fill::Boxes(parts) = &row.fill { Some(parts) } else { None });
    Plain { lines: chart.rows.iter().map(line).collect(), keys: keys(boxes.flatten()) }
}

fn radar(chart: &Radar) -> Plain {
    let mut lines = Vec::new();
    for axis in &chart.axes {
        let mut last = None;
        for (at, amount) in axis.amounts.iter().enumerate() {
            // A line that agrees with the one above is not drawn again.
            if at > 0 && last == Some(amount) {
                continue;
            }
            last = Some(amount);
            let label = if at == 0 { axis.named() } else { chart.series.get(at).cloned().unwrap_or_default() };
            let parts = amount.iter().map(|a| (Swatch::series(at), a.share));
            lines.push(Line::new(label, parts, amount.as_ref().map_or("–", |a| a.text.as_str())));
        }
    }
    let keys = chart.series.iter().enumerate().map(|(at, name)| (Swatch::series(at), name.clone()));
    Plain { lines, keys: keys.collect() }
}

fn ladder(chart: &Ladder) -> Plain {
    let mut lines = Vec::new();
    for rung in chart.rungs.iter().rev() {
        lines.push(Line::head(rung.name.as_str(), ""));
        lines.extend(rung.answers.iter().map(|(text, outcome)| Line::new(format!("{} {text}", outcome.sign()), [], "")));
        lines.extend(rung.bars.iter().map(|bar| {
            let need = bar.need.as_ref().map(|need| format!(" (≥ {})", need.text)).unwrap_or_default();
            Line::new(bar.label.as_str(), [(Swatch::of(bar.outcome), bar.amount.share)], format!("{}{need}", bar.amount.text))
        }));
    }
    Plain { lines, keys: Vec::new() }
}

fn gauge(chart: &Gauge) -> Plain {
    let bar = |(label, amount): &(String, super::Amount)| {
        Line::new(label.as_str(), [(Swatch::of(Outcome::Passed), amount.share)], amount.text.as_str())
    };
    let beside = chart
        .beside
        .iter()
        .map(|(label, amount)| Line::new(label.as_str(), [(Swatch::of(Outcome::Monitored), amount.share)], amount.text.as_str()));
    Plain { lines: chart.rows.iter().map(bar).chain(beside).collect(), keys: Vec::new() }
}
