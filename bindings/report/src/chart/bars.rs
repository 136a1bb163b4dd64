//! A bar for each group: a box for each criterion, coloured by outcome, or a share of points.

use super::canvas::{Anchor, Canvas, Ink};
use super::measure::Font;
use super::{Amount, BODY, EDGE, Frame, Key, Swatch, key};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Horizontal bars.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bars {
    /// Title and marks.
    pub frame: Frame,
    /// The bars, first at the top.
    pub rows: Vec<Bar>,
}

impl Bars {
    /// Bars below each other.
    #[must_use]
    pub fn new(frame: Frame, rows: impl IntoIterator<Item = Bar>) -> Self {
        Self { frame, rows: rows.into_iter().collect() }
    }
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// A figure at its end.
    pub end: String,
    /// What fills it.
    pub fill: Fill,
    /// How many groups it lies in; a bar at 0 has a bold label.
    pub depth: u8,
}

impl Bar {
    /// A bar at depth 1.
    #[must_use]
    pub fn new(label: impl Into<String>, end: impl Into<String>, fill: Fill) -> Self {
        Self { label: label.into(), end: end.into(), fill, depth: 1 }
    }

    /// At another depth.
    #[must_use]
    pub fn at_depth(mut self, depth: u8) -> Self {
        self.depth = depth;
        self
    }
}

/// What fills a bar.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fill {
    /// A box for each thing counted.
    Boxes(Vec<Part>),
    /// A share of the whole length; none = nothing is drawn.
    Share(Swatch, Option<Amount>),
}

/// Things of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// The kind.
    pub key: Key,
    /// How many.
    pub count: u32,
}

impl Part {
    /// So many of a kind.
    #[must_use]
    pub fn new(key: Key, count: u32) -> Self {
        Self { key, count }
    }
}

/// Largest side of a box.
const BOX: f64 = 20.0;
/// Smallest side; more boxes than fit so are drawn as one length.
const LEAST: f64 = 3.0;
const GAP: f64 = 2.0;
const SHARE: f64 = 16.0;
const SIGN: Font = Font::plain(10.5);

/// Where labels end and bars begin, and how wide the figures at the end are.
struct Layout {
    label: f64,
    start: f64,
    room: f64,
    above: bool,
    step: f64,
}

impl Bars {
    pub(super) fn describe(&self) -> String {
        let one = |row: &Bar| {
            let inside = match &row.fill {
                Fill::Boxes(parts) => parts.iter().filter(|p| p.count > 0).map(|p| format!("{} {}", p.key.label, p.count)).collect(),
                Fill::Share(..) => Vec::new(),
            };
            let inside: String = if inside.is_empty() { String::new() } else { format!(" ({})", inside.join(", ")) };
            format!("{}: {}{inside}", row.label, row.end)
        };
        let all: Vec<String> = self.rows.iter().map(one).collect();
        all.join("; ")
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let layout = self.layout(canvas.width);
        for row in &self.rows {
            row.draw(canvas, &layout);
        }
        let keys = self.keys();
        if !keys.is_empty() {
            canvas.y += EDGE;
            let entries: Vec<(&Key, String)> = keys.iter().map(|k| (*k, k.words())).collect();
            key::draw(canvas, &entries);
        }
    }

    /// The kinds that occur, each once.
    fn keys(&self) -> Vec<&Key> {
        let mut out: Vec<&Key> = Vec::new();
        for row in &self.rows {
            let Fill::Boxes(parts) = &row.fill else { continue };
            for part in parts.iter().filter(|p| p.count > 0) {
                if !out.contains(&&part.key) {
                    out.push(&part.key);
                }
            }
        }
        out
    }

    fn layout(&self, width: f64) -> Layout {
        let inner = width - 2.0 * EDGE;
        let end = self.rows.iter().map(|r| r.font().width(&r.end)).fold(0.0, f64::max).min(inner * 0.4) + EDGE;
        let above = width < 500.0;
        let widest = self.rows.iter().map(|r| r.font().width(&r.label)).fold(0.0, f64::max);
        // The widest label is measured word by word when it is wrapped, which may differ in the last bits.
        let label = if above { inner } else { (widest + 0.5).min(inner * 0.4) };
        let start = if above { EDGE } else { EDGE + label + EDGE };
        let room = (width - EDGE - start - end).max(40.0);
        let most = self.rows.iter().map(Bar::boxes).max().unwrap_or(0).max(1);
        let step = (room / f64::from(most)).min(BOX + GAP);
        Layout { label, start, room, above, step }
    }
}

impl Bar {
    fn font(&self) -> Font {
        if self.depth == 0 { Font { bold: true, ..BODY } } else { BODY }
    }

    fn boxes(&self) -> u32 {
        match &self.fill {
            Fill::Boxes(parts) => parts.iter().fold(0, |sum: u32, p| sum.saturating_add(p.count)),
            Fill::Share(..) => 0,
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, layout: &Layout) {
        let font = self.font();
        let indent = f64::from(self.depth.saturating_sub(1)) * 10.0;
        let ink = if self.depth > 1 { Ink::Dim } else { Ink::Full };
        let lines = font.wrap(&self.label, layout.label - indent, 4);
        let tall = if matches!(self.fill, Fill::Boxes(_)) { BOX - GAP } else { SHARE };
        let words = font.line() * lines.len() as f64;
        let top = canvas.y;
        let (label_top, bar_top, below) = if layout.above {
            (top, top + words + 1.0, top + words + 1.0 + tall + 8.0)
        } else {
            let row = words.max(tall);
            (top + (row - words) / 2.0, top + (row - tall) / 2.0, top + row + 6.0)
        };
        let x = if layout.above { EDGE + indent } else { EDGE + layout.label };
        let anchor = if layout.above { Anchor::Start } else { Anchor::End };
        canvas.lines(x, label_top, anchor, font, ink, &lines);
        let right = match &self.fill {
            Fill::Boxes(parts) => boxes(canvas, parts, layout, bar_top, tall),
            Fill::Share(swatch, amount) => {
                canvas.track(layout.start, bar_top, layout.room, tall);
                if let Some(amount) = amount.as_ref().filter(|a| a.share > 0.0) {
                    canvas.rect(layout.start, bar_top, layout.room * amount.share, tall, *swatch);
                }
                layout.start + layout.room
            }
        };
        // The room is what the widest of them was measured to take, but for the last bits of a sum.
        for end in font.wrap(&self.end, canvas.width - right - EDGE, 1) {
            canvas.text(right + EDGE, bar_top + tall / 2.0 + BODY.size * 0.36, Anchor::Start, font, Ink::Full, &end);
        }
        canvas.y = below;
    }
}

/// Draws the boxes and gives where they end.
fn boxes(canvas: &mut Canvas<'_>, parts: &[Part], layout: &Layout, top: f64, tall: f64) -> f64 {
    let mut x = layout.start;
    for part in parts {
        if layout.step < LEAST + GAP {
            let wide = layout.step * f64::from(part.count);
            if part.count > 0 {
                canvas.rect(x, top, wide, tall, part.key.swatch);
            }
            x += wide;
            continue;
        }
        for _ in 0..part.count {
            canvas.rect(x, top, layout.step - GAP, tall, part.key.swatch);
            if layout.step >= BOX {
                canvas.plate(x + (layout.step - GAP) / 2.0, top + tall / 2.0, SIGN, &part.key.sign);
            }
            x += layout.step;
        }
    }
    x
}
