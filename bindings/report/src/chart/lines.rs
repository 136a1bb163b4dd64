//! Figures over periods as lines that breaks of the series cut.

use super::canvas::{Anchor, Canvas, Ink, number};
use super::radar_labels::Point;
use super::series::{dash, mark};
use super::{Amount, BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::Lang;

/// Lines over periods.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Lines {
    /// Title and marks.
    pub frame: Frame,
    /// The periods, first at the left.
    pub periods: Vec<String>,
    /// Where each period stands from 0 at the left to 1 at the right; empty: at equal distances.
    pub at: Vec<f64>,
    /// The lowest and the highest value of the scale.
    pub ends: [String; 2],
    /// The lines.
    pub series: Vec<LineSeries>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LineSeries {
    /// What it is of.
    pub label: String,
    /// A figure for each period; none cuts the line.
    pub points: Vec<Option<Amount>>,
    /// Periods that begin a new series, by index: nothing joins them to the period before.
    pub breaks: Vec<usize>,
}

impl Lines {
    /// Lines over periods on one scale.
    #[must_use]
    pub fn new(
        frame: Frame,
        periods: impl IntoIterator<Item = impl Into<String>>,
        ends: [String; 2],
        series: impl IntoIterator<Item = LineSeries>,
    ) -> Self {
        Self { frame, periods: periods.into_iter().map(Into::into).collect(), at: Vec::new(), ends, series: series.into_iter().collect() }
    }

    /// With periods where they lie in time: any numbers that grow with it, one for each period. Fewer than two different ones change nothing.
    #[must_use]
    pub fn with_times(mut self, times: &[f64]) -> Self {
        let (first, last) = times.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(*at), high.max(*at)));
        if times.len() == self.periods.len() && last > first && (last - first).is_finite() {
            self.at = times.iter().map(|at| ((at - first) / (last - first)).clamp(0.0, 1.0)).collect();
        }
        self
    }
}

impl LineSeries {
    /// A line without breaks.
    #[must_use]
    pub fn new(label: impl Into<String>, points: impl IntoIterator<Item = Option<Amount>>) -> Self {
        Self { label: label.into(), points: points.into_iter().collect(), breaks: Vec::new() }
    }

    /// With periods that begin a new series.
    #[must_use]
    pub fn with_breaks(mut self, breaks: impl IntoIterator<Item = usize>) -> Self {
        self.breaks = breaks.into_iter().collect();
        self
    }
}

const TALL: f64 = 200.0;
/// The letter of SDMX for a break.
const BREAK: &str = "B";

fn break_words(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => {
            "B = gián đoạn chuỗi số liệu của những đường bị cắt ở vạch này (địa giới hoặc cách tính đã đổi): hai bên không so sánh được."
        }
        _ => "B = break in series of the lines cut here (boundary or method changed): the two sides cannot be compared.",
    }
}

impl Lines {
    pub(super) fn describe(&self) -> String {
        let one = |series: &LineSeries| {
            let points = self.periods.iter().enumerate().map(|(at, period)| {
                let figure = series.points.get(at).and_then(Option::as_ref).map_or("–", |amount| amount.text.as_str());
                let cut = if series.breaks.contains(&at) { " (B)" } else { "" };
                format!("{period} {figure}{cut}")
            });
            format!("{}: {}", series.label, points.collect::<Vec<_>>().join(", "))
        };
        let all: Vec<String> = self.series.iter().map(one).collect();
        let all = all.join("; ");
        if self.is_cut() { format!("{all}. {}", break_words(self.frame.lang)) } else { all }
    }

    fn is_cut(&self) -> bool {
        self.series.iter().any(|series| !series.breaks.is_empty())
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let [low, high] = &self.ends;
        let wide = SMALL.width(low).max(SMALL.width(high)).min(canvas.width * 0.25);
        let (left, right) = (EDGE + wide + EDGE, canvas.width - EDGE - 14.0);
        let top = canvas.y + if self.is_cut() { SMALL.line() } else { 6.0 };
        for (share, end) in [(0.0, low), (0.25, &String::new()), (0.5, &String::new()), (0.75, &String::new()), (1.0, high)] {
            let y = top + TALL * (1.0 - share);
            canvas.line((left, y), (right, y), false);
            for text in SMALL.wrap(end, wide, 1) {
                canvas.text(left - EDGE, y + SMALL.size * 0.36, Anchor::End, SMALL, Ink::Dim, &text);
            }
        }
        let x = |at: usize| {
            let last = self.periods.len().saturating_sub(1).max(1);
            let share = self.at.get(at).copied().unwrap_or(at as f64 / last as f64);
            if self.periods.len() < 2 { (left + right) / 2.0 } else { left + 14.0 + (right - left - 28.0) * share }
        };
        self.cuts(canvas, top, &x);
        for (at, series) in self.series.iter().enumerate() {
            let point = |n: usize, amount: &Amount| Point { x: x(n), y: top + TALL * (1.0 - amount.share) };
            series.draw(canvas, at, &point);
        }
        self.periods_below(canvas, top + TALL + 4.0, &x, right - left);
        canvas.y += EDGE;
        self.key(canvas);
        if self.is_cut() {
            canvas.paragraph(SMALL, Ink::Full, break_words(self.frame.lang));
        }
    }

    /// Upright lines between the periods where a series is cut.
    fn cuts(&self, canvas: &mut Canvas<'_>, top: f64, x: &dyn Fn(usize) -> f64) {
        let mut cuts: Vec<usize> =
            self.series.iter().flat_map(|series| &series.breaks).copied().filter(|at| *at < self.periods.len()).collect();
        cuts.sort_unstable();
        cuts.dedup();
        for at in cuts {
            let between = if at == 0 { x(0) - 10.0 } else { (x(at - 1) + x(at)) / 2.0 };
            canvas.path(&format!("M{} {}v{}", number(between), number(top), number(TALL)), Some(Swatch::series(2)), "3 3");
            canvas.text(between, top - 3.0, Anchor::Middle, SMALL, Ink::Full, BREAK);
        }
    }

    /// As many names of periods as have room, counted from the last, which is the one that is looked for.
    fn periods_below(&self, canvas: &mut Canvas<'_>, top: f64, x: &dyn Fn(usize) -> f64, room: f64) {
        let mut free = canvas.width;
        for (at, period) in self.periods.iter().enumerate().rev() {
            for text in SMALL.wrap(period, room, 1) {
                let half = SMALL.width(&text) / 2.0;
                let middle = x(at).clamp(EDGE + half, (canvas.width - EDGE - half).max(EDGE + half));
                if middle + half <= free {
                    canvas.text(middle, top + SMALL.size, Anchor::Middle, SMALL, Ink::Dim, &text);
                    free = middle - half - 8.0;
                }
            }
        }
        canvas.y = top + SMALL.line();
    }

    fn key(&self, canvas: &mut Canvas<'_>) {
        for (at, series) in self.series.iter().enumerate() {
            let middle = canvas.y + 8.0;
            canvas.path(&format!("M{} {}h30", number(EDGE), number(middle)), Some(Swatch::series(at)), dash(at));
            canvas.shape(&mark(at, Point { x: EDGE + 15.0, y: middle }), Swatch::series(at));
            let latest = series.points.iter().flatten().next_back().map(|amount| format!(": {}", amount.text)).unwrap_or_default();
            let lines = BODY.wrap(&format!("{}{latest}", series.label), canvas.width - 2.0 * EDGE - 40.0, 3);
            canvas.y += canvas.lines(EDGE + 40.0, canvas.y, Anchor::Start, BODY, Ink::Full, &lines) + 2.0;
        }
    }

    /// Rows of a table: the periods, then a row for each line.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let head = core::iter::once(String::new()).chain(self.periods.iter().cloned()).collect();
        let figures = |series: &LineSeries| {
            let points = (0..self.periods.len()).map(|at| {
                let figure = series.points.get(at).and_then(Option::as_ref).map_or_else(|| "–".to_string(), |amount| amount.text.clone());
                if series.breaks.contains(&at) { format!("{figure} ({BREAK})") } else { figure }
            });
            core::iter::once(series.label.clone()).chain(points).collect()
        };
        core::iter::once(head).chain(self.series.iter().map(figures)).collect()
    }
}

impl LineSeries {
    fn draw(&self, canvas: &mut Canvas<'_>, at: usize, point: &dyn Fn(usize, &Amount) -> Point) {
        let mut d = String::new();
        let mut before = false;
        for (n, amount) in self.points.iter().enumerate() {
            let Some(amount) = amount else {
                before = false;
                continue;
            };
            let at = point(n, amount);
            let joined = before && !self.breaks.contains(&n);
            d.push_str(&format!("{}{} {}", if joined { 'L' } else { 'M' }, number(at.x), number(at.y)));
            before = true;
        }
        if !d.is_empty() {
            canvas.path(&d, Some(Swatch::series(at)), dash(at));
        }
        for (n, amount) in self.points.iter().enumerate() {
            if let Some(amount) = amount {
                canvas.shape(&mark(at, point(n, amount)), Swatch::series(at));
            }
        }
    }
}
