//! Places by name.

use dothi::{Lang, Unit};

/// Name, code and kind.
pub(crate) fn full(unit: &Unit, lang: Lang) -> String {
    format!("{} ({}, {})", unit.name(lang), unit.code, unit.kind.short_label(lang))
}
