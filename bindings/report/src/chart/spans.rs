//! Estimates on one scale, each with the interval in which it lies.

use super::canvas::{Anchor, Canvas, Ink, number};
use super::radar_labels::Point;
use super::series::mark;
use super::{Amount, BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Estimates below each other.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spans {
    /// Title and marks.
    pub frame: Frame,
    /// The lowest and the highest value of the scale.
    pub ends: [String; 2],
    /// What the estimates of a row are of, in order.
    pub series: Vec<String>,
    /// The rows, first at the top.
    pub rows: Vec<SpanRow>,
}

/// What is estimated.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SpanRow {
    /// What it is called.
    pub label: String,
    /// An estimate for each series; none where there is none.
    pub spans: Vec<Option<Span>>,
}

/// An estimate.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Span {
    /// Estimate and interval in words, and where the estimate lies on the scale.
    pub amount: Amount,
    /// Where the interval begins and ends, from 0 to 1.
    pub ends: [f64; 2],
}

impl Spans {
    /// Estimates on one scale.
    #[must_use]
    pub fn new(
        frame: Frame,
        ends: [String; 2],
        series: impl IntoIterator<Item = impl Into<String>>,
        rows: impl IntoIterator<Item = SpanRow>,
    ) -> Self {
        Self { frame, ends, series: series.into_iter().map(Into::into).collect(), rows: rows.into_iter().collect() }
    }
}

impl SpanRow {
    /// A row.
    #[must_use]
    pub fn new(label: impl Into<String>, spans: impl IntoIterator<Item = Option<Span>>) -> Self {
        Self { label: label.into(), spans: spans.into_iter().collect() }
    }
}

impl Span {
    /// An estimate; ends outside the scale are drawn at its ends.
    #[must_use]
    pub fn new(amount: Amount, low: f64, high: f64) -> Self {
        let end = |x: f64| if x.is_nan() { amount.share } else { x.clamp(0.0, 1.0) };
        let ends = [end(low), end(high)];
        Self { amount, ends }
    }
}

const ROW: f64 = 17.0;
const GAP: f64 = 6.0;

impl Spans {
    pub(super) fn describe(&self) -> String {
        let one = |row: &SpanRow| {
            let all = self.series.iter().zip(&row.spans).filter_map(|(name, span)| Some((name, span.as_ref()?)));
            let all: Vec<String> = all.map(|(name, span)| format!("{name} {}", span.amount.text)).collect();
            format!("{}: {}", row.label, all.join(", "))
        };
        self.rows.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let inner = canvas.width - 2.0 * EDGE;
        let above = canvas.width < 500.0;
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| BODY.width(text)).fold(0.0, f64::max);
        let figures = &mut self.rows.iter().flat_map(|row| row.spans.iter().flatten()).map(|span| &span.amount.text);
        let end = widest(figures).min(inner * 0.5) + EDGE;
        let label = if above { inner } else { (widest(&mut self.rows.iter().map(|row| &row.label)) + 0.5).min(inner * 0.35) };
        let start = if above { EDGE + 6.0 } else { EDGE + label + EDGE + 6.0 };
        let room = (canvas.width - EDGE - end - 6.0 - start).max(40.0);
        let x = |share: f64| start + room * share;
        for (share, text, anchor) in [(0.0, &self.ends[0], Anchor::Start), (1.0, &self.ends[1], Anchor::End)] {
            let at = if anchor == Anchor::Start { x(share) - 4.0 } else { x(share) + 4.0 };
            canvas.text(at, canvas.y + SMALL.size, anchor, SMALL, Ink::Dim, text);
        }
        canvas.y += SMALL.line() + 2.0;
        for row in &self.rows {
            let lines = BODY.wrap(&row.label, label, 3);
            let (words, tall) = (BODY.line() * lines.len() as f64, ROW * row.spans.len().max(1) as f64);
            let (top, whole) = (canvas.y, if above { words + tall } else { words.max(tall) });
            let (at, first, anchor) =
                if above { (EDGE, top, Anchor::Start) } else { (EDGE + label, top + (whole - words) / 2.0, Anchor::End) };
            canvas.lines(at, first, anchor, BODY, Ink::Full, &lines);
            let first = if above { top + words } else { top + (whole - tall) / 2.0 };
            for quarter in 0..=4u32 {
                let at = x(f64::from(quarter) / 4.0);
                canvas.line((at, first), (at, first + tall), false);
            }
            for (series, span) in row.spans.iter().enumerate() {
                if let Some(span) = span {
                    span.draw(canvas, series, first + ROW * (series as f64 + 0.5), &x, end);
                }
            }
            canvas.y = top + whole + GAP;
        }
        for (at, name) in self.series.iter().enumerate() {
            let middle = canvas.y + 8.0;
            canvas.path(&format!("M{} {}h30", number(EDGE), number(middle)), Some(Swatch::series(at)), "");
            canvas.shape(&mark(at, Point { x: EDGE + 15.0, y: middle }), Swatch::series(at));
            let lines = SMALL.wrap(name, inner - 40.0, 3);
            canvas.y += canvas.lines(EDGE + 40.0, canvas.y, Anchor::Start, SMALL, Ink::Full, &lines).max(14.0) + 2.0;
        }
    }

    /// Rows of a table: the series, then a row for each thing.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let head = core::iter::once(String::new()).chain(self.series.iter().cloned()).collect();
        let figures = |row: &SpanRow| {
            let text =
                |at: usize| row.spans.get(at).and_then(Option::as_ref).map_or_else(|| "–".to_string(), |own| own.amount.text.clone());
            core::iter::once(row.label.clone()).chain((0..self.series.len()).map(text)).collect()
        };
        core::iter::once(head).chain(self.rows.iter().map(figures)).collect()
    }
}

impl Span {
    fn draw(&self, canvas: &mut Canvas<'_>, series: usize, middle: f64, x: &dyn Fn(f64) -> f64, end: f64) {
        let [low, high] = self.ends.map(x);
        let caps = format!("M{a} {y}v8M{b} {y}v8", a = number(low), b = number(high), y = number(middle - 4.0));
        canvas.path(&format!("M{} {}H{}{caps}", number(low), number(middle), number(high)), Some(Swatch::series(series)), "");
        canvas.shape(&mark(series, Point { x: x(self.amount.share), y: middle }), Swatch::series(series));
        for text in BODY.wrap(&self.amount.text, end, 1) {
            canvas.text(canvas.width - EDGE, middle + BODY.size * 0.36, Anchor::End, BODY, Ink::Full, &text);
        }
    }
}
