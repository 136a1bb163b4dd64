//! Facts of a place as cells.

use super::book::{Book, Content, Look, Row, Table};
use crate::layout::{BETWEEN, column};
use crate::words::{self, list_of};
use dothi::{CityData, CityFile, Date, Dec, Lang};
use std::collections::{BTreeMap, BTreeSet};

/// One fact: the texts of its columns.
pub(super) type Fact = BTreeMap<&'static str, String>;

/// Criteria of one document that stand in one cell; more of them are further rows.
const CRITERIA_OF_A_CELL: usize = 100;

/// The columns of documents, after which the table of documents is laid out.
pub(super) const DOCUMENT: &[&str] = &[
    "evidence_number",
    "evidence_date",
    "evidence_issuer",
    "evidence_summary",
    "evidence_pages",
    "item",
    "evidence_kind",
    "evidence_public",
    "evidence_url",
    "evidence_sha256",
    "review",
    "reviewed_by",
    "review_date",
    "review_reason",
];

/// The columns of a table that holds anything.
const ANY: &[&str] = &[
    "unit_code",
    "item",
    "data_point",
    "role",
    "part",
    "period",
    "value",
    "unit",
    "status",
    "quality",
    "sampling",
    "source",
    "note",
    "evidence_number",
    "evidence_date",
    "evidence_issuer",
    "evidence_summary",
    "evidence_pages",
    "evidence_url",
    "evidence_sha256",
    "evidence_kind",
    "evidence_public",
    "review",
    "reviewed_by",
    "review_date",
    "review_reason",
    "not_applicable_reason",
];

pub(super) fn facts(city: &CityData) -> Vec<Fact> {
    city.fact_rows().into_iter().map(|row| row.into_iter().collect()).collect()
}

pub(super) fn get<'f>(fact: &'f Fact, column: &str) -> &'f str {
    fact.get(column).map_or("", String::as_str)
}

/// The item that names a criterion: one that is called like another kind of row gets a prefix.
pub(super) fn item_of(criterion: &str) -> String {
    let word = ["unit", "reference", "published"].iter().any(|word| word.eq_ignore_ascii_case(criterion));
    if word || criterion.starts_with("criterion:") { format!("criterion:{criterion}") } else { criterion.into() }
}

/// A number where a spreadsheet can hold it exactly, else its text.
pub(super) fn number(text: &str) -> Content {
    match Dec::parse(text).ok().and_then(digits) {
        Some(digits) => Content::Number(digits),
        None => Content::Text(text.into()),
    }
}

/// The digits of a decimal that is the same again when a program has read it into binary and shown it: it has at most 15, and is not so
/// large or small that it would be shown by its power of ten.
fn digits(value: Dec) -> Option<String> {
    let shown = value.to_string();
    let (whole, fraction) = shown.trim_start_matches('-').split_once('.').unwrap_or((shown.trim_start_matches('-'), ""));
    let all = whole.len() + fraction.len();
    let ends = if fraction.is_empty() { whole.len() - whole.trim_end_matches('0').len() } else { 0 };
    let leading = whole.chars().chain(fraction.chars()).take_while(|digit| *digit == '0').count();
    if all - ends > 15 + leading || fraction.len().max(ends) > 22 {
        return None;
    }
    let kept = if fraction.is_empty() { shown.as_str() } else { shown.trim_end_matches('0').trim_end_matches('.') };
    Some(kept.into())
}

/// A date as people of the language write it.
fn date(text: &str, lang: Lang) -> String {
    match Date::parse(text) {
        Some(date) if lang == Lang::Vi => date.to_vi(),
        _ => text.into(),
    }
}

/// The content of a cell of a fact.
pub(super) fn content(fact: &Fact, column: &str, lang: Lang) -> Content {
    let text = get(fact, column);
    let attribute = (get(fact, "item") == "unit").then(|| get(fact, "role"));
    if let Some(list) = list_of(column, attribute) {
        return Content::Text(words::shown(list, text, lang));
    }
    match (column, attribute) {
        ("value", None) if text == "yes" || text == "no" => Content::Text(words::shown(words::YES_NO, text, lang)),
        ("value", None) => number(text),
        ("value", Some("period" | "valid_from")) | ("period" | "evidence_date" | "review_date", _) => Content::Text(date(text, lang)),
        _ => Content::Text(text.into()),
    }
}

/// Puts the cells of a fact into a row; a normal status is not written out where there is a value.
pub(super) fn put(row: &mut Row, fact: &Fact, lang: Lang) {
    for column in fact.keys() {
        if *column != "status" || get(fact, "status") != "A" || get(fact, "value").is_empty() {
            row.put(column, content(fact, column, lang));
        }
    }
}

/// One row for each document, with all its criteria.
pub(super) fn documents(facts: Vec<Fact>, lang: Lang) -> Vec<Row> {
    let mut out: Vec<(Fact, Vec<String>)> = Vec::new();
    for mut fact in facts {
        let item = fact.remove("item").unwrap_or_default();
        match out.last_mut() {
            Some((last, items)) if *last == fact && items.len() < CRITERIA_OF_A_CELL => items.push(item),
            _ => out.push((fact, vec![item])),
        }
    }
    let row = |(fact, items): (Fact, Vec<String>)| {
        let mut row = Row { look: Look::Optional, ..Row::default() };
        put(&mut row, &fact, lang);
        row.with("item", items.join(BETWEEN))
    };
    out.into_iter().map(row).collect()
}

/// A table of facts of any kind.
pub(super) fn any(facts: &[Fact], name: String, title: String, lang: Lang) -> Table {
    let used: BTreeSet<&str> = facts.iter().flat_map(|fact| fact.keys().copied()).chain(["item", "role", "value"]).collect();
    let columns: Vec<_> = ANY.iter().filter(|name| used.contains(*name)).filter_map(|name| column(name)).collect();
    let row = |fact: &Fact| {
        let mut row = Row { look: Look::Optional, ..Row::default() };
        put(&mut row, fact, lang);
        row
    };
    let printed = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    Table { name, title, hint: String::new(), columns, rows: facts.iter().map(row).collect(), spare: 0, frozen: 2, widths: &[], printed }
}

/// A workbook with one table.
pub(super) fn table(file: &CityFile, lang: Lang) -> Book {
    let mut all = Vec::new();
    let mut marks: Vec<String> = Vec::new();
    for city in &file.cities {
        for mut fact in facts(city) {
            fact.insert("unit_code", city.unit.code.clone());
            all.push(fact);
        }
        for mark in city.marks() {
            let text = mark.text.get(lang).to_string();
            if !marks.contains(&text) {
                marks.push(text);
            }
        }
    }
    let title = if lang == Lang::Vi { "Số liệu" } else { "Data" };
    let mut book = Book { title: title.into(), marks, ..Book::default() };
    let mut table = any(&all, title.into(), title.into(), lang);
    table.hint = book.mark_line();
    book.sheets.push(table);
    book
}

#[cfg(test)]
mod tests {
    use super::digits;
    use dothi::Dec;

    /// What a program shows that has read the text into binary, where 15 digits of that are the decimal again.
    fn read(text: &str) -> Option<String> {
        let number: f64 = text.parse().ok()?;
        (Dec::parse(&format!("{number:.14e}")) == Dec::parse(text)).then(|| number.to_string())
    }

    #[test]
    fn a_number_is_what_its_text_would_be_read_as() {
        for text in [
            "0",
            "-1",
            "0.1",
            "1.50",
            "2.000",
            "100",
            "148327",
            "3.14159265358979",
            "999999999999999",
            "-0.000123",
            "1e22",
            "0.1e-21",
            "123456789012345e7",
            "9007199254740993",
        ] {
            let value = Dec::parse(text).unwrap();
            assert_eq!(digits(value), read(&value.to_string()), "{text}");
        }
        for text in ["1e25", "1e-23", "1234567890.1234567"] {
            assert_eq!(digits(Dec::parse(text).unwrap()), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_it_is(number in 0u64..10_000_000_000_000_000, point in 0usize..22) {
            let value = Dec::parse(&format!("{number}e-{point}")).unwrap();
            proptest::prop_assert_eq!(digits(value), read(&value.to_string()));
        }
    }
}
