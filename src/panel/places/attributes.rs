//! What a wide or tidy table says of a place beside its figures.

use crate::city::{URBAN_CLASSES, Unit, day_first, yes_or_no};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use alloc::string::String;
use alloc::vec::Vec;

/// Columns that every table may have.
pub(super) const ATTRIBUTES: [&str; 7] = ["region", "urban_class", "parent", "valid_from", "centrally_run", "heritage", "special_factors"];

pub(super) fn is_one(name: &str) -> bool {
    ATTRIBUTES.contains(&name)
}

/// Those, and the caller's own.
pub(super) fn names<'n>(own: &[&'n str]) -> Vec<&'n str> {
    let mut names: Vec<&str> = ATTRIBUTES.to_vec();
    names.extend(own.iter().filter(|name| !is_one(name)));
    names
}

/// Takes an attribute over; what is no attribute is left to the caller.
pub(super) fn set(unit: &mut Unit, name: &str, text: &str, place: impl Fn() -> Place, findings: &mut Findings) -> bool {
    if text.is_empty() {
        return is_one(name);
    }
    match name {
        "region" => unit.region = Some(String::from(text)),
        "parent" => unit.parent = Some(String::from(text)),
        "urban_class" => match URBAN_CLASSES.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)) {
            Some((_, class)) => unit.urban_class = Some(String::from(*class)),
            None => {
                let words: Vec<&str> = URBAN_CLASSES.iter().map(|(word, _)| *word).collect();
                findings.push(Finding::new(Code::UnknownChoice, place()).with("value", text).with("choices", words.join(", ")));
            }
        },
        "valid_from" => match Date::parse(text).or_else(|| day_first(text)) {
            Some(day) => unit.valid_from = Some(day),
            None => findings.push(Finding::new(Code::CsvBadDate, place()).with("value", text)),
        },
        "centrally_run" | "heritage" | "special_factors" => {
            let slot = match name {
                "centrally_run" => &mut unit.centrally_run,
                "heritage" => &mut unit.heritage,
                _ => &mut unit.special_factors,
            };
            match yes_or_no(text) {
                Some(yes) => *slot = Some(yes),
                None => findings.push(Finding::new(Code::UnknownChoice, place()).with("value", text).with("choices", "yes, no")),
            }
        }
        _ => return false,
    }
    true
}
