//! Levels above each other: which are reached, and how far the others are.

use super::canvas::{Anchor, Canvas, Ink};
use super::measure::Font;
use super::{Amount, BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::Outcome;

/// Levels, the highest drawn at the top.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ladder {
    /// Title and marks.
    pub frame: Frame,
    /// The levels, lowest first.
    pub rungs: Vec<Rung>,
}

impl Ladder {
    /// Levels, lowest first.
    #[must_use]
    pub fn new(frame: Frame, rungs: impl IntoIterator<Item = Rung>) -> Self {
        Self { frame, rungs: rungs.into_iter().collect() }
    }
}

/// A level.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rung {
    /// Its number, or a sign.
    pub badge: String,
    /// Its name.
    pub name: String,
    /// For each state, in words, whether it is reached: passed, below threshold, undecided.
    pub answers: Vec<(String, Outcome)>,
    /// What it asks, as far as it can be drawn.
    pub bars: Vec<RungBar>,
}

impl Rung {
    /// A level with its answers and bars.
    #[must_use]
    pub fn new(
        badge: impl Into<String>,
        name: impl Into<String>,
        answers: impl IntoIterator<Item = (String, Outcome)>,
        bars: impl IntoIterator<Item = RungBar>,
    ) -> Self {
        Self { badge: badge.into(), name: name.into(), answers: answers.into_iter().collect(), bars: bars.into_iter().collect() }
    }
}

/// Something a level asks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RungBar {
    /// In words, with its figures.
    pub label: String,
    /// How far it is.
    pub amount: Amount,
    /// How far it has to be.
    pub need: Option<Amount>,
    /// Whether that is enough: passed, below threshold, undecided.
    pub outcome: Outcome,
}

impl RungBar {
    /// A bar that shows how much of what is needed is there.
    #[must_use]
    pub fn new(label: impl Into<String>, amount: Amount, need: Option<Amount>, outcome: Outcome) -> Self {
        Self { label: label.into(), amount, need, outcome }
    }
}

const BADGE: f64 = 40.0;
const NUMBER: Font = Font::bold(20.0);
const NAME: Font = Font::bold(14.0);
const TALL: f64 = 14.0;

impl Ladder {
    pub(super) fn describe(&self) -> String {
        let one = |rung: &Rung| {
            let answers: Vec<&str> = rung.answers.iter().map(|(text, _)| text.as_str()).collect();
            let bars: Vec<&str> = rung.bars.iter().map(|b| b.label.as_str()).collect();
            let bars = if bars.is_empty() { String::new() } else { format!(" ({})", bars.join("; ")) };
            format!("{}: {}{bars}", rung.name, answers.join("; "))
        };
        let all: Vec<String> = self.rungs.iter().map(one).collect();
        all.join(". ")
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        for (at, rung) in self.rungs.iter().rev().enumerate() {
            if at > 0 {
                canvas.line((EDGE, canvas.y), (canvas.width - EDGE, canvas.y), false);
                canvas.y += EDGE;
            }
            rung.draw(canvas);
        }
    }
}

impl Rung {
    fn draw(&self, canvas: &mut Canvas<'_>) {
        let top = canvas.y;
        let left = EDGE + BADGE + 12.0;
        let room = canvas.width - EDGE - left;
        let reached = !self.answers.is_empty() && self.answers.iter().all(|(_, outcome)| *outcome == Outcome::Passed);
        canvas.rect(EDGE, top, BADGE, BADGE, Swatch::of(if reached { Outcome::Passed } else { Outcome::NotApplicable }));
        canvas.plate(EDGE + BADGE / 2.0, top + BADGE / 2.0, NUMBER, &self.badge);
        let lines = NAME.wrap(&self.name, room, 3);
        canvas.y += canvas.lines(left, canvas.y, Anchor::Start, NAME, Ink::Full, &lines);
        for (text, outcome) in &self.answers {
            let lines = BODY.wrap(&format!("{} {text}", outcome.sign()), room, 3);
            canvas.y += canvas.lines(left, canvas.y, Anchor::Start, BODY, Ink::Full, &lines);
        }
        canvas.y += 4.0;
        for bar in &self.bars {
            canvas.track(left, canvas.y, room, TALL);
            if bar.amount.share > 0.0 {
                canvas.rect(left, canvas.y, room * bar.amount.share, TALL, Swatch::of(bar.outcome));
            }
            if let Some(need) = &bar.need {
                let x = left + room * need.share;
                canvas.line((x, canvas.y - 3.0), (x, canvas.y + TALL + 3.0), true);
            }
            canvas.y += TALL + 3.0;
            let lines = SMALL.wrap(&format!("{} {}", bar.outcome.sign(), bar.label), room, 4);
            canvas.y += canvas.lines(left, canvas.y, Anchor::Start, SMALL, Ink::Full, &lines) + 5.0;
        }
        canvas.y = canvas.y.max(top + BADGE) + EDGE;
    }
}
