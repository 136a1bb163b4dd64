//! Tables of a set and lists of places.

use super::{parts, said};
use dothi::units::UnitRegistry;
use dothi::{CriteriaSet, import};

/// Tables of a set to import, and lists of places to read: a file that is imported loads.
pub fn tables(bytes: &[u8]) {
    let parts = parts(bytes);
    let tables: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    match import(&tables) {
        Ok(file) => drop(CriteriaSet::from_json(file.as_bytes()).unwrap_or_else(|e| panic!("what it imports is refused: {e}"))),
        Err(findings) => said(&findings),
    }
    if let Err(findings) = UnitRegistry::from_tables(&tables) {
        said(&findings);
    }
}
