//! Units, names and dates in the words of findings.

use super::find::{How, UnitMatch};
use super::model::AdminUnit;
use super::registry::UnitRegistry;
use crate::date::Date;
use alloc::format;
use alloc::string::{String, ToString};

/// Vietnamese and English.
pub(super) type Words = (String, String);

/// More units than this are not listed in a sentence.
const MOST_LISTED: usize = 5;

impl UnitRegistry {
    /// Code and name, and what tells it from others of that name: `48 Đà Nẵng (thành phố trực thuộc trung ương, từ 1/7/2025)`,
    /// `00004 Phường Ba Đình (thuộc 01 Hà Nội)`.
    pub(super) fn describe(&self, unit: &AdminUnit) -> Words {
        let known = format!("{} {}", unit.code, unit.name);
        if let Some(parent) = &unit.parent {
            let name = self.code(parent, unit.valid_from).map_or("", |parent| parent.name.as_str());
            return (format!("{known} (thuộc {parent} {name})"), format!("{known} (in {parent} {name})"));
        }
        let (type_vi, type_en) = unit.admin_type.words();
        let (vi, en) = match unit.valid_to {
            Some(end) => (format!("đến {}", end.to_vi()), format!("until {end}")),
            None => (format!("từ {}", unit.valid_from.to_vi()), format!("since {}", unit.valid_from)),
        };
        (format!("{known} ({type_vi}, {vi})"), format!("{known} ({type_en}, {en})"))
    }

    /// Several units, the first few of them.
    pub(super) fn describe_all<'r>(&self, units: impl Iterator<Item = &'r AdminUnit>) -> Words {
        let mut out = Words::default();
        for (at, unit) in units.enumerate() {
            if at == MOST_LISTED {
                return (out.0 + "; …", out.1 + "; …");
            }
            let (vi, en) = self.describe(unit);
            let between = if at == 0 { "" } else { "; " };
            out = (format!("{}{between}{vi}", out.0), format!("{}{between}{en}", out.1));
        }
        out
    }

    /// What a unit was made of, as the end of a sentence; nothing when that is not known or nothing changed.
    pub(super) fn made_of(&self, unit: &AdminUnit) -> Words {
        let formers = self.predecessors(unit);
        if formers.is_empty() {
            return Words::default();
        }
        let (vi, en) = self.describe_all(formers.iter().map(|step| step.former));
        (format!("; trước đó: {vi}"), format!("; before that: {en}"))
    }
}

/// What kind of name was recognised, and until when it holds: `tên cũ, dùng đến 31/12/2024`.
pub(super) fn name_kind(found: &UnitMatch<'_>) -> Words {
    let How::Alias(alias) = found.how else { return ("cách viết khác".into(), "another spelling".into()) };
    let (vi, en) = alias.kind.words();
    match alias.valid_to {
        Some(end) => (format!("{vi}, dùng đến {},", end.to_vi()), format!("{en}, used until {end},")),
        None => (vi.into(), en.into()),
    }
}

/// A date in both languages.
pub(super) fn date(date: Date) -> Words {
    (date.to_vi(), date.to_string())
}

/// The day that a date stands for in both languages: of a month or a year the last.
pub(super) fn day(of: Date) -> Words {
    let (year, month, day) = of.last_day();
    date(Date::from_parts(year, Some(month), Some(day)).unwrap_or(of))
}
