//! What a criterion asks, and what has to be said below its title.

use super::subject::Subject;
use crate::model::Cell;
use crate::number;
use crate::words::T;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Asked, CriterionResult, Dec, LevelAnswer, Method, Outcome, Range, ThresholdValue};

impl Subject<'_, '_> {
    /// What is asked at a level, in few letters: `≥ 50`; empty where only parts ask something.
    fn short_asked(&self, c: &CriterionResult<'_>, answer: &LevelAnswer<'_>) -> String {
        match answer.asked {
            Asked::Threshold { threshold, value: ThresholdValue::Number(n), .. } => {
                format!("{}{}{}", threshold.op.sign(), number::TIE, number::exact(n, self.lang))
            }
            Asked::Threshold { value, .. } => number::asked(c.criterion, value, self.lang),
            Asked::Range(range) => self.about(range).unwrap_or_else(|| self.ends(range.low, range.high)),
            _ => String::new(),
        }
    }

    /// As printed, where both ends are the same because the source prints "about".
    fn about(&self, range: &Range) -> Option<String> {
        let printed = range.printed.as_ref().filter(|_| range.low == range.high)?;
        Some(printed.get(self.lang).replace(' ', &number::TIE.to_string()))
    }

    /// `≥ 50 %`
    pub(crate) fn asked(&self, c: &CriterionResult<'_>, answer: &LevelAnswer<'_>) -> String {
        match answer.asked {
            Asked::Threshold { threshold, value, .. } => {
                number::compared(c.criterion, threshold.op, value, self.symbol(c.criterion), self.lang)
            }
            Asked::Range(range) if self.about(range).is_some() => self.about(range).unwrap_or_default(),
            Asked::Range(range) => number::with_unit(&self.ends(range.low, range.high), self.symbol(c.criterion)),
            _ => String::new(),
        }
    }

    /// Where what is asked at a level is read, and how.
    pub(crate) fn source_of(&self, c: &CriterionResult<'_>, answer: &LevelAnswer<'_>) -> String {
        let (basis, cites, confidence) = match answer.asked {
            Asked::Threshold { threshold: t, variant, .. } => match variant.and_then(|at| t.variants.get(at)) {
                Some(variant) => (variant.basis, &variant.cites, variant.confidence),
                None => (t.basis, &t.cites, t.confidence),
            },
            Asked::Range(range) => (range.ground.basis, &range.ground.cites, range.ground.confidence),
            _ => return self.a.cites_text(&c.criterion.cites),
        };
        let read = self.a.set().how_read(confidence, cites, self.lang);
        format!("{}; {} ({read})", basis.label(self.lang), self.a.cites_text(cites))
    }

    /// What is asked at a maturity level with its answer: `≥ 50 ✓`.
    pub(crate) fn at_level(&self, c: &CriterionResult<'_>, level: u32) -> Cell {
        c.levels.iter().find(|l| l.level == level).map_or_else(Cell::default, |answer| self.answered(c, answer))
    }

    fn answered(&self, c: &CriterionResult<'_>, answer: &LevelAnswer<'_>) -> Cell {
        let (asked, sign) = (self.short_asked(c, answer), answer.outcome.sign());
        let text = if asked.is_empty() { sign.to_string() } else { format!("{asked}{}{sign}", number::TIE) };
        Cell::of(answer.outcome, text)
    }

    /// What is asked once: a threshold, a range, a standard, the edges of steps.
    pub(crate) fn once(&self, c: &CriterionResult<'_>) -> Cell {
        if let Some(answer) = c.levels.first() {
            return self.answered(c, answer);
        }
        Cell::new(match c.method {
            Method::Interpolate(rule) => self.ends(rule.minimum, rule.maximum),
            Method::Steps { points, .. } => {
                let edges: Vec<String> = points.iter().map(|step| number::exact(step.at_least, self.lang)).collect();
                edges.join(" / ")
            }
            Method::TargetShare { target, .. } => number::exact(*target, self.lang),
            _ => String::new(),
        })
    }

    fn ends(&self, low: Dec, high: Dec) -> String {
        format!("{}–{}", number::exact(low, self.lang), number::exact(high, self.lang))
    }

    /// Lines below the title: both outcomes, why it is left aside, parts, what was done to the value.
    pub(crate) fn remarks(&self, c: &CriterionResult<'_>) -> Vec<String> {
        let mut out: Vec<String> = self.both_outcomes(c).into_iter().collect();
        out.extend(c.not_considered.map(|rule| self.fill(T::NotConsidered, &[("cites", &self.a.cites_text(&rule.cites))])));
        if c.outcome != Outcome::NotApplicable {
            out.extend(c.parts.iter().map(|part| self.a.part_text(c, part, self.lang)));
        }
        out.extend(c.flag_texts(self.lang).into_iter().map(String::from));
        out.extend(c.reason.map(|reason| format!("{}: {reason}", self.say(T::Reason))));
        out
    }

    /// What comes of a criterion in the readings that give least and most, where they differ.
    pub(crate) fn both_outcomes(&self, c: &CriterionResult<'_>) -> Option<String> {
        let (low, high) = c.low.zip(c.high)?;
        Some(self.fill(T::BothOutcomes, &[("low", &low.text(self.lang)), ("high", &high.text(self.lang))]))
    }

    /// The value of the year that the scheme compares with, and the difference.
    pub(crate) fn change(&self, c: &CriterionResult<'_>) -> [Cell; 2] {
        let base = c.change.and_then(|change| match (change.base_value, change.base_answer) {
            (Some(value), _) => Some(number::value_of(c.criterion, value, self.symbol(c.criterion), self.lang)),
            (None, answer) => answer.map(|yes| self.say(if yes { T::Yes } else { T::No }).into()),
        });
        let difference = c.change.and_then(|change| change.difference).map(|d| number::change(d, self.lang));
        [Cell::new(base.unwrap_or_default()), Cell::new(difference.unwrap_or_default())]
    }
}

/// Whether something is asked of a criterion that a column can show.
pub(crate) fn asks(c: &CriterionResult<'_>) -> bool {
    !c.levels.is_empty() || matches!(c.method, Method::Interpolate(_) | Method::Steps { .. } | Method::TargetShare { .. })
}
