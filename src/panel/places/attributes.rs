//! What a wide or tidy table says of a place beside its figures.

use crate::city::{URBAN_CLASSES, Unit, day_first, yes_or_no};
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use alloc::string::String;
use alloc::vec::Vec;

/// Columns that every table may have.
pub(super) const ATTRIBUTES: [&str; 7] = ["region", "urban_class", "parent", "valid_from", "centrally_run", "heritage", "special_factors"];

fn is_one(name: &str) -> bool {
    ATTRIBUTES.contains(&name)
}

fn is_told(name: &str) -> bool {
    is_one(name) || name == SIZE
}

/// Whether a column speaks of the place in a way that a plain wide table does not know.
pub(super) fn is_beyond_wide(name: &str) -> bool {
    is_told(name) && name != "region"
}

/// A size that every table may have; it is no attribute of city data, so it is kept as text.
const SIZE: &str = "population";

/// Those, the size, and the caller's own; a criterion of such a name goes before all of them.
pub(super) fn names<'n>(set: &CriteriaSet, own: &[&'n str]) -> Vec<&'n str> {
    let mut names: Vec<&str> = ATTRIBUTES.to_vec();
    names.push(SIZE);
    names.extend(own.iter().filter(|name| !is_told(name)));
    names.retain(|name| set.criterion(name).is_none());
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
