//! Two-language text and the language of an answer.

use alloc::string::String;
use serde::Serialize;

/// The language an answer is given in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

/// A text in Vietnamese and English, both present, NFC.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Text {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Builds a text from its two languages.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// The text in the language asked for.
    ///
    /// ```
    /// use dothi::{Lang, Text};
    /// assert_eq!(Text::new("đạt", "met").get(Lang::En), "met");
    /// ```
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Picks one of two static texts.
pub(crate) const fn pick(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// Texts in a row with another between; one that is empty leaves nothing. The standard way is a kilobyte of a web page for each type.
pub(crate) fn join<'t>(parts: impl IntoIterator<Item = &'t str>, between: &str) -> String {
    let mut out = String::new();
    parts.into_iter().for_each(|part| add(&mut out, part, between));
    out
}

#[inline(never)]
fn add(to: &mut String, part: &str, between: &str) {
    if !to.is_empty() && !part.is_empty() {
        to.push_str(between);
    }
    to.push_str(part);
}

/// The first letter large, as at the beginning of a sentence.
///
/// ```
/// assert_eq!(dothi::capital("đô thị"), "Đô thị");
/// ```
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Combining marks that a text in normal form C never holds in Vietnamese or English.
pub(crate) fn is_combining_mark(c: char) -> bool {
    ('\u{0300}'..='\u{036F}').contains(&c)
}
