//! Cells read as what they stand for; a fault leaves a finding and gives `None`.

use super::table::Line;
use crate::date::Date;
use crate::finding::{Code, Findings};
use crate::json::is_id;
use crate::number::{Dec, DecError};
use crate::text::Text;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// Yes and no in tables.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Yes,
    No,
}

/// The word that files use for a choice.
pub(super) fn word<T: Serialize>(choice: T) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(ToString::to_string)).unwrap_or_default()
}

/// The choice that a word stands for.
pub(super) fn choice<T: Copy + Serialize>(text: &str, choices: &[T]) -> Option<T> {
    choices.iter().find(|choice| word(*choice) == text).copied()
}

impl<'t> Line<'t> {
    /// A cell that must be filled.
    pub(super) fn filled(self, findings: &mut Findings, column: &str) -> Option<&'t str> {
        self.filled_for(findings, column, self.schema().item())
    }

    /// A cell that a line of this kind must fill.
    pub(super) fn filled_for(self, findings: &mut Findings, column: &str, item: &str) -> Option<&'t str> {
        let cell = self.optional(column);
        if cell.is_none() {
            findings.push(self.fault(column, Code::TableMissingCell).with("item", item));
        }
        cell
    }

    /// A cell that a line of this kind must leave empty.
    pub(super) fn unused(self, findings: &mut Findings, column: &str, item: &str) {
        if let Some(value) = self.optional(column) {
            findings.push(self.fault(column, Code::CsvUnusedCell).with("value", value).with("item", item));
        }
    }

    pub(super) fn optional(self, column: &str) -> Option<&'t str> {
        Some(self.raw(column)).filter(|cell| !cell.is_empty())
    }

    pub(super) fn note(self) -> Option<String> {
        self.optional("note").map(String::from)
    }

    pub(super) fn text(self, findings: &mut Findings, column: &str) -> Option<String> {
        self.filled(findings, column).map(String::from)
    }

    /// The columns `<stem>_vi` and `<stem>_en`, both filled.
    pub(super) fn both(self, findings: &mut Findings, stem: &str) -> Option<Text> {
        self.both_for(findings, stem, self.schema().item())
    }

    /// The same, asked of a line of this kind.
    pub(super) fn both_for(self, findings: &mut Findings, stem: &str, item: &str) -> Option<Text> {
        let vi = self.filled_for(findings, &format!("{stem}_vi"), item);
        let en = self.filled_for(findings, &format!("{stem}_en"), item);
        Some(Text::new(vi?, en?))
    }

    /// Both filled or both empty.
    pub(super) fn both_or_none(self, findings: &mut Findings, stem: &str) -> Option<Text> {
        if self.has(stem) { self.both(findings, stem) } else { None }
    }

    /// True when `<stem>_vi` or `<stem>_en` is filled.
    pub(super) fn has(self, stem: &str) -> bool {
        ["vi", "en"].iter().any(|lang| self.optional(&format!("{stem}_{lang}")).is_some())
    }

    pub(super) fn id(self, findings: &mut Findings, column: &str) -> Option<&'t str> {
        let cell = self.filled(findings, column)?;
        self.is_id(findings, column, cell).then_some(cell)
    }

    fn is_id(self, findings: &mut Findings, column: &str, text: &str) -> bool {
        if !is_id(text) {
            findings.push(self.fault(column, Code::BadId).with("value", text));
        }
        is_id(text)
    }

    pub(super) fn choice<T: Copy + Serialize>(self, findings: &mut Findings, column: &str, choices: &[T]) -> Option<T> {
        let cell = self.filled(findings, column)?;
        self.one_of(findings, column, cell, choices)
    }

    pub(super) fn choice_or_none<T: Copy + Serialize>(self, findings: &mut Findings, column: &str, choices: &[T]) -> Option<T> {
        let cell = self.optional(column)?;
        self.one_of(findings, column, cell, choices)
    }

    fn one_of<T: Copy + Serialize>(self, findings: &mut Findings, column: &str, text: &str, choices: &[T]) -> Option<T> {
        let found = choice(text, choices);
        if found.is_none() {
            let words: Vec<_> = choices.iter().map(word).collect();
            findings.push(self.fault(column, Code::UnknownChoice).with("value", text).with("choices", words.join(", ")));
        }
        found
    }

    /// `yes` or `no`; empty is no.
    pub(super) fn yes(self, findings: &mut Findings, column: &str) -> bool {
        self.choice_or_none(findings, column, &[Answer::Yes, Answer::No]) == Some(Answer::Yes)
    }

    pub(super) fn decimal(self, findings: &mut Findings, column: &str) -> Option<Dec> {
        self.filled(findings, column)?;
        self.decimal_or_none(findings, column)
    }

    pub(super) fn decimal_or_none(self, findings: &mut Findings, column: &str) -> Option<Dec> {
        let cell = self.optional(column)?;
        let code = match Dec::parse(cell) {
            Ok(value) => return Some(value),
            Err(DecError::Grammar) => Code::DecimalGrammar,
            Err(DecError::TooLong) => Code::DecimalTooLong,
        };
        findings.push(self.fault(column, code).with("value", cell));
        None
    }

    /// A whole number in plain digits.
    pub(super) fn count(self, findings: &mut Findings, column: &str, least: u32, most: u32) -> Option<u32> {
        let cell = self.filled(findings, column)?;
        let count = cell.parse().ok().filter(|count: &u32| (least..=most).contains(count) && count.to_string() == cell);
        if count.is_none() {
            findings.push(self.fault(column, Code::BadCount).with("value", cell).with("least", least).with("most", most));
        }
        count
    }

    pub(super) fn date(self, findings: &mut Findings, column: &str) -> Option<Date> {
        self.filled(findings, column)?;
        self.date_or_none(findings, column)
    }

    pub(super) fn date_or_none(self, findings: &mut Findings, column: &str) -> Option<Date> {
        let cell = self.optional(column)?;
        let date = Date::parse(cell);
        if date.is_none() {
            findings.push(self.fault(column, Code::BadDate).with("value", cell));
        }
        date
    }

    /// The items between semicolons, each filled; an empty cell has none.
    pub(super) fn items(self, findings: &mut Findings, column: &str) -> Vec<&'t str> {
        let items: Vec<&str> = self.optional(column).map(|cell| cell.split(';').collect()).unwrap_or_default();
        for (n, item) in (1u32..).zip(&items) {
            if item.trim().is_empty() {
                findings.push(self.fault(column, Code::TableEmptyItem).with("n", n));
            } else if item.trim() != *item {
                findings.push(self.fault(column, Code::TableSpaces).with("value", item));
            }
        }
        items.into_iter().map(str::trim).collect()
    }

    /// The same, each item once.
    pub(super) fn set(self, findings: &mut Findings, column: &str) -> Vec<&'t str> {
        let items = self.items(findings, column);
        let mut seen = BTreeSet::new();
        for item in &items {
            if !seen.insert(*item) {
                findings.push(self.fault(column, Code::TableDoubledItem).with("value", item));
            }
        }
        items
    }

    pub(super) fn ids(self, findings: &mut Findings, column: &str) -> Vec<&'t str> {
        let mut items = self.set(findings, column);
        items.retain(|item| !item.is_empty() && self.is_id(findings, column, item));
        items
    }

    pub(super) fn choices<T: Copy + Serialize>(self, findings: &mut Findings, column: &str, choices: &[T]) -> Vec<T> {
        let items = self.set(findings, column);
        items.into_iter().filter(|item| !item.is_empty()).filter_map(|item| self.one_of(findings, column, item, choices)).collect()
    }
}
