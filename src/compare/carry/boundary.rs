//! Whether two data files are of the same place within the same borders.

use crate::city::{CityData, Unit};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// What of the place itself differs between the data and the newer data: a break in series, never a trend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct BoundaryChange {
    /// `code`, `kind`, `valid_from` or `members`.
    pub what: &'static str,
    /// In the data; none = not said there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// In the newer data; none = not said there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}

/// Every difference of code, kind, start date or members.
///
/// A start date that only one side states counts as a difference when it is later than the first period of the older figures: the
/// place of these borders did not exist yet.
pub(super) fn changes(city: &CityData, newer: &CityData) -> Vec<BoundaryChange> {
    let (before, now) = (&city.unit, &newer.unit);
    let mut out = Vec::new();
    let mut push = |what, before: Option<String>, now: Option<String>| out.push(BoundaryChange { what, before, now });
    if before.code != now.code {
        push("code", Some(before.code.clone()), Some(now.code.clone()));
    }
    if before.kind != now.kind {
        push("kind", Some(before.kind.as_str().into()), Some(now.kind.as_str().into()));
    }
    let first = city.observations.iter().filter_map(|obs| obs.period).min_by_key(|period| period.first_day());
    let differs = match (before.valid_from, now.valid_from) {
        (Some(before), Some(now)) => before != now,
        (None, Some(now)) => first.is_some_and(|first| first.first_day() < now.first_day()),
        (Some(_), None) | (None, None) => false,
    };
    if differs {
        push("valid_from", before.valid_from.map(|d| d.to_string()), now.valid_from.map(|d| d.to_string()));
    }
    if !before.members.is_empty() && !now.members.is_empty() && members(before) != members(now) {
        push("members", Some(members(before).join(" ")), Some(members(now).join(" ")));
    }
    out
}

fn members(unit: &Unit) -> Vec<&str> {
    let mut codes: Vec<&str> = unit.members.iter().map(|m| m.code.as_str()).collect();
    crate::order::sort(&mut codes);
    codes
}
