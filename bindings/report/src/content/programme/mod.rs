//! What pages of the programme say.

pub(crate) mod local;
pub(crate) mod synthesis;

use crate::model::{Cell, Line, Tone};
use crate::number;
use alloc::format;
use alloc::string::{String, ToString};
use dothi::programme::{Money, Outline};
use dothi::{Dec, Lang};

/// A text of the language.
pub(super) fn say(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::Vi { vi } else { en }
}

/// What stands where no amount is known. It is never 0.
pub(super) fn no_data(lang: Lang) -> &'static str {
    say(lang, "chưa có số liệu", "no data")
}

/// An amount of one line.
pub(super) fn amount(dong: Option<Dec>, lang: Lang) -> Cell {
    match dong {
        Some(dong) => Cell::new(number::exact(dong, lang)),
        None => Cell::default().and(Tone::Dim, no_data(lang)),
    }
}

/// A sum; what it lacks stands below it.
pub(super) fn money(money: Money, lang: Lang) -> Cell {
    let cell = amount(money.known(), lang);
    if money.given > 0 && money.missing > 0 { cell.and(Tone::Dim, lacking(money, lang)) } else { cell }
}

fn lacking(money: Money, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("{} dòng chưa có số liệu", money.missing),
        _ if money.missing == 1 => "1 line without data".into(),
        _ => format!("{} lines without data", money.missing),
    }
}

/// A sum in a sentence.
pub(super) fn money_text(money: Money, lang: Lang) -> String {
    let Some(dong) = money.known() else { return no_data(lang).into() };
    let text = format!("{} {}", number::exact(dong, lang), say(lang, "đồng", "VND"));
    if money.missing > 0 { format!("{text} ({})", lacking(money, lang)) } else { text }
}

/// The title of a class of funds.
pub(super) fn fund_source(outline: &Outline, id: &str, lang: Lang) -> String {
    outline.fund_source(id).map_or(id, |source| source.title.get(lang)).to_string()
}

/// Number and title of an item.
pub(super) fn titled(outline: &Outline, id: &str, lang: Lang) -> String {
    format!("{id}. {}", outline.title_of(id, lang))
}

pub(super) fn line(tone: Tone, text: impl Into<String>) -> Line {
    Line { tone, text: text.into(), link: None, id: None }
}
