//! Codes of places: provinces have two digits, communes five; a spreadsheet takes `01` for the number 1.

use crate::criteria::UnitKind;
use crate::finding::{Code, Finding, Place};

pub(crate) const PROVINCE_DIGITS: usize = 2;
pub(crate) const COMMUNE_DIGITS: usize = 5;

/// How many digits codes of a kind have; 0 where nobody says.
pub(crate) const fn digits_of(kind: UnitKind) -> usize {
    match kind {
        UnitKind::Province => PROVINCE_DIGITS,
        UnitKind::Commune => COMMUNE_DIGITS,
        _ => 0,
    }
}

/// The finding of a number that is too short to be a code of so many digits.
pub(crate) fn lost_zeros(code: &str, digits: usize, place: impl FnOnce() -> Place) -> Option<Finding> {
    let lost = !code.is_empty() && code.len() < digits && code.bytes().all(|b| b.is_ascii_digit());
    lost.then(|| Finding::new(Code::CityZerosLost, place()).with("value", code).with("found", code.len()).with("expected", digits))
}
