//! What colours, patterns and signs stand for.

use super::canvas::{Anchor, Canvas, Ink};
use super::{EDGE, SMALL, Swatch};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Lang, Outcome};

/// An entry of a key: swatch, sign, word.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Key {
    /// Colour and pattern.
    pub swatch: Swatch,
    /// Sign.
    pub sign: String,
    /// What it stands for.
    pub label: String,
}

impl Key {
    /// A swatch, a sign, what they stand for.
    #[must_use]
    pub fn new(swatch: Swatch, sign: impl Into<String>, label: impl Into<String>) -> Self {
        Self { swatch, sign: sign.into(), label: label.into() }
    }

    /// The entry of an outcome.
    #[must_use]
    pub fn of(outcome: Outcome, lang: Lang) -> Self {
        Self { swatch: Swatch::of(outcome), sign: outcome.sign().into(), label: outcome.label(lang).into() }
    }

    /// Sign and word.
    pub(crate) fn words(&self) -> String {
        format!("{} {}", self.sign, self.label)
    }
}

const BOX: f64 = 14.0;
const GAP: f64 = 6.0;

/// Entries after each other, in as many rows as they need.
pub(super) fn draw(canvas: &mut Canvas<'_>, entries: &[(&Key, String)]) {
    let right = canvas.width - EDGE;
    let row = SMALL.line().max(BOX) + GAP;
    let (mut x, mut y) = (EDGE, canvas.y);
    for (key, text) in entries {
        let room = right - EDGE - BOX - GAP;
        let lines: Vec<String> = SMALL.wrap(text, room, usize::MAX);
        let wide = lines.iter().map(|l| SMALL.width(l)).fold(0.0, f64::max);
        if x > EDGE && x + BOX + GAP + wide > right {
            x = EDGE;
            y += row;
        }
        canvas.rect(x, y, BOX, BOX, key.swatch);
        let tall = canvas.lines(x + BOX + GAP, y, Anchor::Start, SMALL, Ink::Full, &lines);
        x += BOX + GAP + wide + 2.0 * GAP;
        if lines.len() > 1 {
            x = EDGE;
            y += tall.max(row);
        }
    }
    canvas.y = if x > EDGE { y + row } else { y };
}
