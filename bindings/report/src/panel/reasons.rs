//! Figures for tables; one that is absent shows a number that a line below the table explains.

use super::words::{T, fill};
use crate::number::{percent_of, rounded};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Absence, Lang, Statistic};

/// Decimals of correlations.
const DIGITS: usize = 2;

/// Writes figures and keeps the reasons of those that are absent.
pub(super) struct Figures {
    lang: Lang,
    reasons: Vec<Absence>,
}

impl Figures {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, reasons: Vec::new() }
    }

    /// A correlation, an alpha.
    pub(super) fn statistic(&mut self, own: &Statistic) -> String {
        match (own.value(), own.absence()) {
            (Some(value), _) => rounded(value, DIGITS, self.lang),
            (None, why) => self.absent(why),
        }
    }

    /// A part of a whole.
    pub(super) fn share(&mut self, own: &Statistic) -> String {
        match (own.value(), own.absence()) {
            (Some(value), _) => percent_of(value, 1, self.lang),
            (None, why) => self.absent(why),
        }
    }

    pub(super) fn absent(&mut self, why: Option<Absence>) -> String {
        let Some(why) = why else { return "–".to_string() };
        let known = self.reasons.iter().position(|own| *own == why);
        let at = known.unwrap_or_else(|| {
            self.reasons.push(why);
            self.reasons.len() - 1
        });
        format!("– ({})", at + 1)
    }

    /// What the numbers mean.
    pub(super) fn below(self) -> Vec<String> {
        let lang = self.lang;
        let line = |(at, why): (usize, &Absence)| fill(T::Reason, lang, &[("n", &(at + 1).to_string()), ("why", why.text(lang))]);
        self.reasons.iter().enumerate().map(line).collect()
    }
}
