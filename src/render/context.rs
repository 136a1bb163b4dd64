//! The set and the language of a page: numbers, dates, citations and confidence as people of the language read them.

use super::markdown::{code, plain};
use super::rule_words;
use crate::criteria::{Basis, Cite, Confidence, CriteriaSet, Criterion, DataKind, DataPoint, Judgement, Op, Scheme, ThresholdValue};
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
            ThresholdValue::Number(n) => format!("{} {}", op.sign(), self.amount(n, point)),
        }
    }

    /// A number with the unit of its data point, as text: `85 %`, `step 2`.
    pub(crate) fn amount(self, value: Dec, point: &DataPoint) -> String {
        if point.kind == DataKind::Ordinal {
            return format!("{} {}", self.say("bậc", "step"), self.number(value));
        }
        format!("{} {}", self.number(value), self.symbol(&point.unit)).trim_end().into()
    }

    /// A range with the unit of its data point, as text.
    pub(crate) fn between(self, low: Dec, high: Dec, point: &DataPoint) -> String {
        let (low, high) = (self.number(low), self.amount(high, point));
        match self.lang {
            Lang::Vi => format!("từ {low} đến {high}"),
            Lang::En => format!("{low} to {high}"),
        }
    }

    /// A number of points, as text.
    pub(crate) fn points(self, value: Dec) -> String {
        match self.lang {
            Lang::Vi => format!("{} điểm", self.number(value)),
            Lang::En => format!("{} point{}", self.number(value), if value == Dec::ONE { "" } else { "s" }),
        }
    }

    /// Whether a judgement of a criterion asks at levels of maturity, and not only once or for a verdict.
    pub(super) fn has_levels(self, criterion: &Criterion, judgement: &Judgement) -> bool {
        let asks = |scheme: &&Scheme| judgement.schemes.is_empty() || judgement.schemes.contains(&scheme.id);
        let mut schemes = self.set.schemes().iter().filter(asks).filter(|s| s.tree.holds(&criterion.id));
        schemes.any(Scheme::has_levels)
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

    /// How the sources of a figure were read that has no confidence of its own: the weakest of them decides.
    pub(super) fn read_in(self, cites: &[Cite]) -> &'static str {
        let weakest = cites.iter().filter_map(|cite| self.set.source(&cite.source)).map(|source| source.confidence).max();
        weakest.map_or("", |weakest| self.confidence(weakest, cites))
    }

    /// The sources of a figure that has no basis of its own, and how they were read; empty without any.
    pub(super) fn read_at(self, cites: &[Cite]) -> String {
        if cites.is_empty() { String::new() } else { format!("{}; {}", self.read_in(cites), self.cites(cites)) }
    }

    /// What a figure rests on, how sure it is, and where it is read.
    pub(super) fn grounds(self, basis: Basis, confidence: Option<Confidence>, cites: &[Cite]) -> String {
        let mut parts = Vec::from([String::from(rule_words::basis(basis, self.lang))]);
        parts.extend(confidence.map(|confidence| self.confidence(confidence, cites).into()));
        parts.extend((!cites.is_empty()).then(|| self.cites(cites)));
        parts.join("; ")
    }
}
