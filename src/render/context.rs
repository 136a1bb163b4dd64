//! The set and the language of a page: numbers, dates, citations and confidence as people of the language read them.

use super::markdown::{code, plain};
use super::rule_words;
use crate::criteria::{Basis, Cite, Confidence, CriteriaSet, DataKind, DataPoint, Op, ThresholdValue};
use crate::date::Date;
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What every part of a page needs.
#[derive(Clone, Copy)]
pub(crate) struct Context<'s> {
    pub(crate) set: &'s CriteriaSet,
    pub(crate) lang: Lang,
}

impl<'s> Context<'s> {
    pub(crate) fn say(self, vi: &'static str, en: &'static str) -> &'static str {
        pick(self.lang, vi, en)
    }

    pub(super) fn text(self, text: &Text) -> String {
        plain(text.get(self.lang))
    }

    /// A remark of the encoders; there is only an English one.
    pub(super) fn note(self, note: &str) -> String {
        match self.lang {
            Lang::Vi => format!("{} (ghi chú tiếng Anh)", plain(note)),
            Lang::En => plain(note),
        }
    }

    /// Every digit: whoever recomputes a result needs them all.
    pub(crate) fn number(self, value: Dec) -> String {
        match self.lang {
            Lang::Vi => value.to_vi(),
            Lang::En => value.to_en(),
        }
    }

    /// A share with the percentage it is.
    pub(super) fn share(self, value: Dec) -> String {
        let percent = value.value().checked_mul(Dec::from_count(100).value()).map(Dec::from);
        match percent.filter(|_| value > Dec::ZERO && value <= Dec::ONE) {
            Some(percent) => format!("{} ({} %)", self.number(value), self.number(percent)),
            None => self.number(value),
        }
    }

    pub(super) fn date(self, date: Date) -> String {
        match self.lang {
            Lang::Vi => date.to_vi(),
            Lang::En => date.to_string(),
        }
    }

    /// The symbol of a unit, as text.
    pub(crate) fn symbol(self, unit: &str) -> &'s str {
        self.set.unit(unit).map_or("", |unit| unit.symbol.get(self.lang))
    }

    /// What a threshold asks of a value, as text: `≥ 85 %`, `≥ step 2`, `yes`.
    pub(crate) fn asked(self, op: Op, value: ThresholdValue, point: &DataPoint) -> String {
        match value {
            ThresholdValue::Yes => self.say("có", "yes").into(),
            ThresholdValue::Number(n) if point.kind == DataKind::Ordinal => {
                format!("{} {} {}", op.sign(), self.say("bậc", "step"), self.number(n))
            }
            ThresholdValue::Number(n) => format!("{} {} {}", op.sign(), self.number(n), self.symbol(&point.unit)).trim_end().into(),
        }
    }

    pub(super) fn level(self, level: u32) -> String {
        format!("{} {level}", self.say("cấp độ", "level"))
    }

    pub(super) fn cites(self, cites: &[Cite]) -> String {
        let one = |cite: &Cite| format!("{}, {}", self.source_link(&cite.source), plain(&cite.clause));
        cites.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn source_link(self, id: &str) -> String {
        let name = self.set.source(id).and_then(|s| s.number.as_deref()).map_or_else(|| code(id), plain);
        format!("[{name}](#s-{id})")
    }

    pub(super) fn criterion_link(self, id: &str) -> String {
        match self.set.criterion(id) {
            Some(c) => format!("{} [{}](#c-{id})", plain(&c.label), self.text(&c.title)),
            None => code(id),
        }
    }

    /// How the sources of a figure were read.
    pub(super) fn confidence(self, confidence: Confidence, cites: &[Cite]) -> &'static str {
        self.set.how_read(confidence, cites, self.lang)
    }

    /// What a figure rests on, how sure it is, and where it is read.
    pub(super) fn grounds(self, basis: Basis, confidence: Option<Confidence>, cites: &[Cite]) -> String {
        let mut parts = Vec::from([String::from(rule_words::basis(basis, self.lang))]);
        parts.extend(confidence.map(|confidence| self.confidence(confidence, cites).into()));
        parts.extend((!cites.is_empty()).then(|| self.cites(cites)));
        parts.join("; ")
    }
}
