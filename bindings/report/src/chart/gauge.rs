//! A score on its scale.

use super::canvas::{Anchor, Canvas, Ink};
use super::measure::Font;
use super::{Amount, BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::Outcome;

/// Scores on one scale from its lowest to its highest value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Gauge {
    /// Title and marks.
    pub frame: Frame,
    /// The lowest and the highest value of the scale.
    pub ends: [String; 2],
    /// What each score is of, and the score.
    pub rows: Vec<(String, Amount)>,
    /// Another score to compare with: what it is, and where it stands.
    pub beside: Option<(String, Amount)>,
}

impl Gauge {
    /// Scores on a scale.
    #[must_use]
    pub fn new(frame: Frame, ends: [String; 2], rows: impl IntoIterator<Item = (String, Amount)>) -> Self {
        Self { frame, ends, rows: rows.into_iter().collect(), beside: None }
    }

    /// With another score marked on the scale.
    #[must_use]
    pub fn with_beside(mut self, label: impl Into<String>, amount: Amount) -> Self {
        self.beside = Some((label.into(), amount));
        self
    }

    pub(super) fn describe(&self) -> String {
        let all: Vec<String> = self.rows.iter().chain(&self.beside).map(|(label, a)| format!("{label}: {}", a.text)).collect();
        let [low, high] = &self.ends;
        format!("{} ({low} – {high})", all.join("; "))
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let room = canvas.width - 2.0 * EDGE;
        for (label, amount) in &self.rows {
            let lines = BODY.wrap(label, room, 3);
            canvas.y += canvas.lines(EDGE, canvas.y, Anchor::Start, BODY, Ink::Full, &lines);
            let lines = SCORE.wrap(&amount.text, room, 2);
            canvas.y += canvas.lines(EDGE, canvas.y, Anchor::Start, SCORE, Ink::Full, &lines) + 2.0;
            canvas.track(EDGE, canvas.y, room, TALL);
            if amount.share > 0.0 {
                canvas.rect(EDGE, canvas.y, room * amount.share, TALL, Swatch::of(Outcome::Passed));
            }
            if let Some((_, beside)) = &self.beside {
                let x = EDGE + room * beside.share;
                canvas.line((x, canvas.y - 4.0), (x, canvas.y + TALL + 4.0), true);
            }
            canvas.y += TALL + 4.0;
            let [low, high] = &self.ends;
            canvas.text(EDGE, canvas.y + SMALL.size, Anchor::Start, SMALL, Ink::Dim, low);
            canvas.text(EDGE + room, canvas.y + SMALL.size, Anchor::End, SMALL, Ink::Dim, high);
            canvas.y += SMALL.line() + 4.0;
        }
        if let Some((label, amount)) = &self.beside {
            canvas.paragraph(SMALL, Ink::Full, &format!("| {label}: {}", amount.text));
        }
    }
}

const TALL: f64 = 20.0;
const SCORE: Font = Font::bold(22.0);
