//! Places by name.

use crate::texts::T;
use dothi::{Lang, Unit, UnitKind};

/// The kind of a place in short words, to stand beside its name.
pub(crate) fn kind(kind: UnitKind, lang: Lang) -> &'static str {
    match kind {
        UnitKind::Province => T::Province.get(lang),
        UnitKind::UrbanArea => T::UrbanArea.get(lang),
        UnitKind::Commune => T::Commune.get(lang),
        UnitKind::NewUrbanArea => T::NewUrbanArea.get(lang),
        UnitKind::National => T::National.get(lang),
        other => other.as_str(),
    }
}

/// Name, code and kind.
pub(crate) fn full(unit: &Unit, lang: Lang) -> String {
    format!("{} ({}, {})", unit.name(lang), unit.code, kind(unit.kind, lang))
}
