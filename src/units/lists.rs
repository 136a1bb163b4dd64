//! The embedded tables.

macro_rules! tables {
    ($($name:literal)*) => { &[$(($name, include_bytes!(concat!("../../criteria/units/", $name)))),*] };
}

/// Tables of feature `units`.
pub(super) const TABLES: &[(&str, &[u8])] = tables!("provinces-2024.csv" "provinces-2025.csv" "successors.csv" "aliases.csv" "sources.csv");

/// Tables of feature `communes`.
#[cfg(feature = "communes")]
pub(super) const COMMUNES: &[(&str, &[u8])] = tables!("communes-2025.csv");
/// None without feature `communes`.
#[cfg(not(feature = "communes"))]
pub(super) const COMMUNES: &[(&str, &[u8])] = &[];
