//! Ranks below each other, each with the interval in which it lies.

use super::canvas::{Anchor, Canvas, Ink, number};
use super::radar_labels::Point;
use super::series::mark;
use super::{BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Ranks with their intervals on one axis, rank 1 at the left.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ranks {
    /// Title and marks.
    pub frame: Frame,
    /// How many are ranked; the end of the axis.
    pub of: u32,
    /// The ranks, first at the top.
    pub rows: Vec<RankRow>,
    /// What is said of those that are ranked and not shown; empty when all are.
    pub left_out: String,
}

/// One rank.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RankRow {
    /// What is ranked.
    pub label: String,
    /// Rank and interval in words.
    pub text: String,
    /// The rank.
    pub rank: f64,
    /// The interval in which it lies, the better end first; none where nothing was varied.
    pub interval: Option<[f64; 2]>,
}

impl Ranks {
    /// Ranks among so many.
    #[must_use]
    pub fn new(frame: Frame, of: u32, rows: impl IntoIterator<Item = RankRow>) -> Self {
        Self { frame, of, rows: rows.into_iter().collect(), left_out: String::new() }
    }

    /// With a sentence on those that are not shown.
    #[must_use]
    pub fn with_left_out(mut self, text: impl Into<String>) -> Self {
        self.left_out = text.into();
        self
    }
}

impl RankRow {
    /// A rank without interval.
    #[must_use]
    pub fn new(label: impl Into<String>, text: impl Into<String>, rank: f64) -> Self {
        Self { label: label.into(), text: text.into(), rank, interval: None }
    }

    /// With the lowest and the highest rank.
    #[must_use]
    pub fn with_interval(mut self, low: f64, high: f64) -> Self {
        self.interval = Some([low, high]);
        self
    }
}

const ROW: f64 = 18.0;
const GAP: f64 = 4.0;

/// Where things stand from left to right.
struct Layout {
    above: bool,
    label: f64,
    start: f64,
    room: f64,
    end: f64,
}

impl Ranks {
    pub(super) fn describe(&self) -> String {
        let all: Vec<String> = self.rows.iter().map(|row| format!("{}: {}", row.label, row.text)).collect();
        let all = all.join("; ");
        if self.left_out.is_empty() { all } else { format!("{all}. {}", self.left_out) }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let layout = self.layout(canvas.width);
        let ticks = self.ticks(&layout);
        for tick in &ticks {
            canvas.text(self.at(f64::from(*tick), &layout), canvas.y + SMALL.size, Anchor::Middle, SMALL, Ink::Dim, &tick.to_string());
        }
        canvas.y += SMALL.line() + 2.0;
        for row in &self.rows {
            self.row(row, canvas, &layout, &ticks);
        }
        if !self.left_out.is_empty() {
            canvas.y += GAP;
            canvas.paragraph(SMALL, Ink::Full, &self.left_out);
        }
    }

    fn layout(&self, width: f64) -> Layout {
        let inner = width - 2.0 * EDGE;
        let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| BODY.width(text)).fold(0.0, f64::max);
        let end = widest(&mut self.rows.iter().map(|row| &row.text)).min(inner * 0.35) + EDGE;
        let above = width < 500.0;
        let label = if above { inner } else { (widest(&mut self.rows.iter().map(|row| &row.label)) + 0.5).min(inner * 0.38) };
        // Half a mark and half a number of the axis beside its ends.
        let start = if above { EDGE + 8.0 } else { EDGE + label + EDGE + 8.0 };
        Layout { above, label, start, room: (width - EDGE - end - 8.0 - start).max(40.0), end }
    }

    fn at(&self, rank: f64, layout: &Layout) -> f64 {
        let last = f64::from(self.of.max(2));
        let rank = if rank.is_finite() { rank.clamp(1.0, last) } else { 1.0 };
        layout.start + layout.room * (rank - 1.0) / (last - 1.0)
    }

    /// The first, the last and round ones between them that have room.
    fn ticks(&self, layout: &Layout) -> Vec<u32> {
        let last = self.of.max(1);
        let room = SMALL.width(&last.to_string()) + 10.0;
        let most = (layout.room / room).max(1.0);
        let step = [1u32, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000];
        let step = step.into_iter().find(|step| f64::from(last) / f64::from(*step) <= most).unwrap_or(last);
        let mut out = Vec::from([1]);
        out.extend((1..=most as u32 + 1).map(|n| n.saturating_mul(step)).filter(|n| *n > 1 && *n < last));
        let far = |a: u32, b: u32| (self.at(f64::from(a), layout) - self.at(f64::from(b), layout)).abs() >= room;
        out.retain(|n| *n == 1 || (far(*n, 1) && far(*n, last)));
        if last > 1 {
            out.push(last);
        }
        out
    }

    fn row(&self, row: &RankRow, canvas: &mut Canvas<'_>, layout: &Layout, ticks: &[u32]) {
        let lines = BODY.wrap(&row.label, layout.label, 3);
        let words = BODY.line() * lines.len() as f64;
        let (top, tall) = (canvas.y, if layout.above { words + ROW } else { words.max(ROW) });
        let middle = if layout.above { top + words + ROW / 2.0 } else { top + tall / 2.0 };
        for tick in ticks {
            let x = self.at(f64::from(*tick), layout);
            canvas.line((x, if layout.above { top + words } else { top }), (x, top + tall + GAP), false);
        }
        let (x, label_top) = if layout.above { (EDGE, top) } else { (EDGE + layout.label, top + (tall - words) / 2.0) };
        canvas.lines(x, label_top, if layout.above { Anchor::Start } else { Anchor::End }, BODY, Ink::Full, &lines);
        if let Some([low, high]) = row.interval {
            let (from, to) = (self.at(low.min(high), layout), self.at(low.max(high), layout));
            let caps = format!("M{x} {y}v8M{z} {y}v8", x = number(from), z = number(to), y = number(middle - 4.0));
            canvas.path(&format!("M{} {}H{}{caps}", number(from), number(middle), number(to)), Some(Swatch::series(1)), "");
        }
        canvas.shape(&mark(0, Point { x: self.at(row.rank, layout), y: middle }), Swatch::series(0));
        for text in BODY.wrap(&row.text, layout.end, 1) {
            canvas.text(canvas.width - EDGE, middle + BODY.size * 0.36, Anchor::End, BODY, Ink::Full, &text);
        }
        canvas.y = top + tall + GAP;
    }
}
