//! How far one choice at a time moves a result: the widest bars at the top.

use super::canvas::{Anchor, Canvas, Ink};
use super::{Amount, BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Bars to both sides of a result.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tornado {
    /// Title and marks.
    pub frame: Frame,
    /// The lowest and the highest value of the scale.
    pub ends: [String; 2],
    /// What the result is called, and the result with nothing changed.
    pub base: (String, Amount),
    /// What the lower and the upper choice are.
    pub choices: [String; 2],
    /// One for each thing that is changed, first at the top.
    pub rows: Vec<TornadoRow>,
}

/// One thing that is changed, and what comes of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TornadoRow {
    /// What is changed.
    pub label: String,
    /// The result under the lower choice.
    pub low: Amount,
    /// The result under the upper choice.
    pub high: Amount,
}

impl Tornado {
    /// Bars around a result.
    #[must_use]
    pub fn new(
        frame: Frame,
        ends: [String; 2],
        base: (String, Amount),
        choices: [String; 2],
        rows: impl IntoIterator<Item = TornadoRow>,
    ) -> Self {
        Self { frame, ends, base, choices, rows: rows.into_iter().collect() }
    }
}

impl TornadoRow {
    /// Something changed, with the results under both choices.
    #[must_use]
    pub fn new(label: impl Into<String>, low: Amount, high: Amount) -> Self {
        Self { label: label.into(), low, high }
    }

    /// Both figures; of a row with one only that one.
    pub(super) fn figures(&self) -> String {
        let both = [self.low.text.as_str(), self.high.text.as_str()];
        both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

const TALL: f64 = 18.0;
const GAP: f64 = 5.0;
/// Between a name and the bar below it.
const BELOW: f64 = 3.0;

/// The colours of the two choices.
pub(super) fn swatches() -> [Swatch; 2] {
    [Swatch::negative(), Swatch::positive()]
}

impl Tornado {
    pub(super) fn describe(&self) -> String {
        let [lower, upper] = &self.choices;
        let one = |row: &TornadoRow| {
            let both = [(lower, &row.low.text), (upper, &row.high.text)].into_iter().filter(|(_, text)| !text.is_empty());
            let both: Vec<String> = both.map(|(choice, text)| format!("{choice} {text}")).collect();
            format!("{}: {}", row.label, both.join(", "))
        };
        let all: Vec<String> = self.rows.iter().map(one).collect();
        format!("{}: {}. {}", self.base.0, self.base.1.text, all.join("; "))
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let inner = canvas.width - 2.0 * EDGE;
        let above = canvas.width < 500.0;
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let end = widest(&mut self.rows.iter().map(|row| BODY.width(&row.figures()))).min(inner * 0.4) + EDGE;
        let label = if above { inner } else { (widest(&mut self.rows.iter().map(|row| BODY.width(&row.label))) + 0.5).min(inner * 0.35) };
        let start = if above { EDGE } else { EDGE + label + EDGE };
        let room = (canvas.width - EDGE - end - start).max(40.0);
        let x = |amount: &Amount| start + room * amount.share;
        let base = x(&self.base.1);
        for row in &self.rows {
            let lines = BODY.wrap(&row.label, label, 3);
            let words = BODY.line() * lines.len() as f64 + if above { BELOW } else { 0.0 };
            let (top, tall) = (canvas.y, if above { words + TALL } else { words.max(TALL) });
            let bar = if above { top + words } else { top + (tall - TALL) / 2.0 };
            let (at, first, anchor) =
                if above { (EDGE, top, Anchor::Start) } else { (EDGE + label, top + (tall - words) / 2.0, Anchor::End) };
            canvas.lines(at, first, anchor, BODY, Ink::Full, &lines);
            for (amount, swatch) in [&row.low, &row.high].into_iter().zip(swatches()) {
                let (from, to) = (base.min(x(amount)), base.max(x(amount)));
                if to > from {
                    // Side by side where both go the same way.
                    let lower = core::ptr::eq(amount, &row.high);
                    let same = (row.low.share - self.base.1.share) * (row.high.share - self.base.1.share) > 0.0;
                    let (y, tall) = if same { (bar + if lower { TALL / 2.0 } else { 0.0 }, TALL / 2.0) } else { (bar, TALL) };
                    canvas.rect(from, y, to - from, tall, swatch);
                }
            }
            canvas.line((base, if above { bar } else { bar - GAP }), (base, bar + TALL + GAP / 2.0), true);
            for text in BODY.wrap(&row.figures(), end, 1) {
                canvas.text(canvas.width - EDGE, bar + TALL / 2.0 + BODY.size * 0.36, Anchor::End, BODY, Ink::Full, &text);
            }
            canvas.y = top + tall + GAP;
        }
        self.axis(canvas, start, room);
        for (text, swatch) in self.choices.iter().zip(swatches()) {
            canvas.rect(EDGE, canvas.y, 14.0, 14.0, swatch);
            let lines = SMALL.wrap(text, inner - 22.0, 3);
            canvas.y += canvas.lines(EDGE + 22.0, canvas.y, Anchor::Start, SMALL, Ink::Full, &lines).max(14.0) + 4.0;
        }
        canvas.paragraph(SMALL, Ink::Full, &format!("| {}: {}", self.base.0, self.base.1.text));
    }

    fn axis(&self, canvas: &mut Canvas<'_>, start: f64, room: f64) {
        canvas.line((start, canvas.y), (start + room, canvas.y), false);
        let [low, high] = &self.ends;
        canvas.text(start, canvas.y + SMALL.line(), Anchor::Start, SMALL, Ink::Dim, low);
        canvas.text(start + room, canvas.y + SMALL.line(), Anchor::End, SMALL, Ink::Dim, high);
        canvas.y += SMALL.line() + EDGE;
    }
}
