//! Where a series breaks because the place has other borders.

use super::options::TrendOptions;
use crate::city::CityData;
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::panel::PanelSnapshot;
use crate::text::Text;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A known change of the borders of whatever has a code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BoundaryBreak {
    /// Code of the unit, before or after.
    pub code: String,
    /// Kind of the unit.
    pub kind: UnitKind,
    /// First day of the new borders.
    pub date: Date,
    /// What happened.
    pub why: Text,
}

impl BoundaryBreak {
    /// A change on a day.
    #[must_use]
    pub fn new(code: impl Into<String>, kind: UnitKind, date: Date, why: Text) -> Self {
        Self { code: code.into(), kind, date, why }
    }
}

/// Why the series of a place breaks between two periods.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrendBreak {
    /// `kind`, `members`, `valid_from`, or `unit_list` where a list of units says so.
    pub what: &'static str,
    /// First day of the new borders, where it is known.
    pub date: Option<Date>,
    /// What happened.
    pub why: Text,
}

/// Known changes of borders, by code.
pub(super) struct Borders<'x> {
    /// The caller vouches for all figures.
    declared: bool,
    known: BTreeMap<&'x str, Vec<&'x BoundaryBreak>>,
}

impl<'x> Borders<'x> {
    pub(super) fn of(options: &'x TrendOptions<'_>) -> Self {
        let mut known: BTreeMap<&str, Vec<&BoundaryBreak>> = BTreeMap::new();
        for own in &options.breaks {
            known.entry(own.code.as_str()).or_default().push(own);
        }
        Self { declared: options.like_for_like.is_some(), known }
    }
}

/// Every sign of other borders between two periods of a place. A period stands for its last day, as everywhere.
pub(super) fn between(borders: &Borders<'_>, from: &PanelSnapshot, to: &PanelSnapshot) -> Vec<TrendBreak> {
    if borders.declared {
        return Vec::new();
    }
    let (Some(earlier), Some(later)) = (from.period, to.period) else { return Vec::new() };
    let (a, b) = (&from.city.unit, &to.city.unit);
    let within = |day: Date| earlier.last_day() < day.first_day() && day.first_day() <= later.last_day();
    let mut out = Vec::new();
    let mut push = |what, date, why| out.push(TrendBreak { what, date, why });
    if a.kind != b.kind {
        let ((vi_a, en_a), (vi_b, en_b)) = (a.kind.words(), b.kind.words());
        push(
            "kind",
            None,
            Text::new(format!("loại địa bàn đổi từ {vi_a} thành {vi_b}"), format!("the kind of place changes from {en_a} to {en_b}")),
        );
    }
    if !a.members.is_empty() && !b.members.is_empty() && members(&from.city) != members(&to.city) {
        push("members", None, Text::new("đơn vị thành viên đã đổi", "its members have changed"));
    }
    let since = match (a.valid_from, b.valid_from) {
        (Some(a), Some(b)) if a != b => Some(b),
        (_, Some(day)) | (Some(day), None) => Some(day).filter(|day| within(*day)),
        (None, None) => None,
    };
    if let Some(day) = since {
        let why = Text::new(format!("có địa giới này từ {}", day.to_vi()), format!("within these borders since {day}"));
        push("valid_from", Some(day), why);
    }
    let is_made_up = |city: &CityData| city.fictional || city.unit.code.starts_with(['X', 'x']);
    if !is_made_up(&from.city) && !is_made_up(&to.city) {
        let known = borders.known.get(b.code.as_str()).into_iter().flatten();
        for known in known.filter(|known| known.kind == b.kind && within(known.date)) {
            push("unit_list", Some(known.date), known.why.clone());
        }
    }
    out
}

fn members(city: &CityData) -> Vec<&str> {
    let mut codes: Vec<&str> = city.unit.members.iter().map(|member| member.code.as_str()).collect();
    codes.sort_unstable();
    codes
}
