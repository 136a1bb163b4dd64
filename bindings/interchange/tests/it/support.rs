//! What the tests begin with.

use dothi::{CityData, CityFile};
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The cities of an example.
pub fn cities(name: &str) -> CityFile {
    let bytes = std::fs::read(root().join("examples").join(name)).unwrap();
    CityFile::from_json(&bytes).unwrap_or_else(|found| panic!("{found}")).0
}

/// What SDMX-CSV has room for.
pub fn carried(city: &CityData) -> CityData {
    let mut out = city.clone();
    out.unit.members.clear();
    out.notes.clear();
    out.evidence.clear();
    out.not_applicable.clear();
    out.references.clear();
    out.published.clear();
    out
}
