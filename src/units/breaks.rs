//! Where the lists say that borders changed, for series of figures.

use super::describe::date;
use super::model::{AdminUnit, SuccessionKind};
use super::registry::UnitRegistry;
use crate::panel::BoundaryBreak;
use crate::text::Text;
use alloc::format;
use alloc::vec::Vec;

impl UnitRegistry {
    /// Every change of borders that the lists know of, by the code that a series would go on under: units that others were merged
    /// into, units that ended, and units listed from a day before which nothing is listed of their kind, so that it is not known
    /// whether their borders are older.
    ///
    /// ```
    /// use dothi::{Date, units::UnitRegistry};
    /// let breaks = UnitRegistry::builtin().unwrap().breaks();
    /// let on = Date::parse("2025-07-01").unwrap();
    /// let of = |code: &str| breaks.iter().filter(|known| known.code == code && known.date == on).count();
    /// assert_eq!((of("01"), of("08"), of("02")), (0, 1, 1));
    /// ```
    #[must_use]
    pub fn breaks(&self) -> Vec<BoundaryBreak> {
        self.units.iter().filter_map(|unit| self.begins(unit)).chain(self.units.iter().filter_map(|unit| self.ends(unit))).collect()
    }

    fn begins(&self, unit: &AdminUnit) -> Option<BoundaryBreak> {
        let before = self.predecessors(unit);
        let (vi, en) = if before.iter().any(|step| step.kind == SuccessionKind::Merged) {
            let (vi, en) = self.describe_all(before.iter().map(|step| step.former));
            (format!("hợp thành từ {vi}"), format!("made of {en}"))
        } else if before.is_empty() {
            let (vi, en) = date(unit.valid_from);
            (
                format!("danh mục trước ngày {vi} chưa có, không biết địa giới có giữ nguyên hay không"),
                format!("nothing is listed before {en}, so it is not known whether the borders are older"),
            )
        } else {
            return None;
        };
        Some(BoundaryBreak::new(unit.code.as_str(), unit.kind, unit.valid_from, Text::new(vi, en)))
    }

    /// A unit whose code goes to nobody, or to a unit of other borders.
    fn ends(&self, unit: &AdminUnit) -> Option<BoundaryBreak> {
        let next = self.successors(unit);
        let step = next.first().filter(|step| step.unit.code != unit.code)?;
        let (vi, en) = self.describe(step.unit);
        let why = Text::new(format!("nay thuộc {vi}"), format!("part of {en} now"));
        Some(BoundaryBreak::new(unit.code.as_str(), unit.kind, step.date, why))
    }
}
