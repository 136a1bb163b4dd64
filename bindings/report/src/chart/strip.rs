//! All criteria by outcome, one bar for each state or place.

use super::canvas::{Anchor, Canvas, Ink, plate_width};
use super::measure::Font;
use super::{BODY, EDGE, Frame, Key, Part, key};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Bars of equal length, divided by outcome.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Strip {
    /// Title and marks.
    pub frame: Frame,
    /// The bars, first at the top.
    pub rows: Vec<StripRow>,
}

impl Strip {
    /// Bars below each other.
    #[must_use]
    pub fn new(frame: Frame, rows: impl IntoIterator<Item = StripRow>) -> Self {
        Self { frame, rows: rows.into_iter().collect() }
    }
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StripRow {
    /// What it is of.
    pub label: String,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

impl StripRow {
    /// A label and parts.
    #[must_use]
    pub fn new(label: impl Into<String>, parts: impl IntoIterator<Item = Part>) -> Self {
        Self { label: label.into(), parts: parts.into_iter().collect() }
    }
}

const TALL: f64 = 26.0;
const NUMBER: Font = Font::bold(12.0);

impl Strip {
    pub(super) fn describe(&self) -> String {
        let one = |row: &StripRow| {
            let parts: Vec<String> = row.parts.iter().filter(|p| p.count > 0).map(|p| format!("{} {}", p.key.label, p.count)).collect();
            if row.label.is_empty() { parts.join(", ") } else { format!("{}: {}", row.label, parts.join(", ")) }
        };
        let all: Vec<String> = self.rows.iter().map(one).collect();
        all.join("; ")
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let room = canvas.width - 2.0 * EDGE;
        for row in &self.rows {
            let lines = BODY.wrap(&row.label, room, 3);
            canvas.y += canvas.lines(EDGE, canvas.y, Anchor::Start, BODY, Ink::Full, &lines) + 2.0;
            let all: u64 = row.parts.iter().map(|p| u64::from(p.count)).sum();
            let mut x = EDGE;
            for part in row.parts.iter().filter(|p| p.count > 0) {
                let wide = room * f64::from(part.count) / all as f64;
                canvas.rect(x, canvas.y, wide, TALL, part.key.swatch);
                let number = part.count.to_string();
                if wide >= plate_width(NUMBER, &number) + 4.0 {
                    canvas.plate(x + wide / 2.0, canvas.y + TALL / 2.0, NUMBER, &number);
                }
                x += wide;
            }
            canvas.y += TALL + EDGE;
        }
        let keys = self.keys();
        key::draw(canvas, &keys);
    }

    /// The kinds that occur, each with its count in one or two bars; those of more bars stand in the bars only.
    fn keys(&self) -> Vec<(&Key, String)> {
        let mut keys: Vec<&Key> = Vec::new();
        for part in self.rows.iter().flat_map(|r| &r.parts).filter(|p| p.count > 0) {
            if !keys.contains(&&part.key) {
                keys.push(&part.key);
            }
        }
        let count = |key: &Key, row: &StripRow| row.parts.iter().filter(|p| p.key == *key).fold(0, |n: u32, p| n.saturating_add(p.count));
        let told = |key: &Key| {
            let counts: Vec<String> = self.rows.iter().map(|row| count(key, row).to_string()).collect();
            if counts.len() > 2 { key.words() } else { format!("{}: {}", key.words(), counts.join(" · ")) }
        };
        keys.into_iter().map(|key| (key, told(key))).collect()
    }
}
