//! Observations from and to SDMX-CSV 2.0 and 2.1.
//!
//! The structure is our own ([`STRUCTURE_ID`]); no agency has registered or recognised it. The README tells which column holds what
//! and what the format has no room for.

mod columns;
mod header;
mod read;
mod rows;
mod values;
mod write;

use dothi::Separator;

pub use read::read;
pub use write::write;

/// The structure declared in every row written: an own one, neither registered with nor recognised by any statistical agency.
pub const STRUCTURE_ID: &str = "DOTHI:CITY_OBSERVATIONS(1.0.0)";

/// True for a text whose first cell is the one by which SDMX-CSV is known.
///
/// ```
/// assert!(dothi_interchange::sdmx::is_sdmx_csv(b"STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA\n"));
/// assert!(!dothi_interchange::sdmx::is_sdmx_csv(b"unit_code,item,role,value\n"));
/// ```
#[must_use]
pub fn is_sdmx_csv(bytes: &[u8]) -> bool {
    separator(bytes).is_some()
}

/// What stands after the first term of the header separates all cells.
fn separator(bytes: &[u8]) -> Option<Separator> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.strip_prefix(b"\"").unwrap_or(bytes);
    let mut rest = bytes.strip_prefix(b"STRUCTURE")?;
    if let Some(inside) = rest.strip_prefix(b"[") {
        // One sign between brackets, which separates values inside a cell.
        let end = inside.iter().take(8).position(|byte| *byte == b']')?;
        rest = inside.get(end + 1..)?;
    }
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    match rest.first()? {
        b',' => Some(Separator::Comma),
        b';' => Some(Separator::Semicolon),
        b'\t' => Some(Separator::Tab),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_sdmx_csv, separator};
    use dothi::Separator;

    #[test]
    fn the_separator_follows_the_first_term() {
        assert_eq!(separator(b"STRUCTURE,STRUCTURE_ID"), Some(Separator::Comma));
        assert_eq!(separator(b"\xEF\xBB\xBFSTRUCTURE[|];STRUCTURE_ID"), Some(Separator::Semicolon));
        assert_eq!(separator(b"\"STRUCTURE[;]\"\tSTRUCTURE_ID"), Some(Separator::Tab));
        for other in [&b""[..], b"STRUCTURE", b"STRUCTURE_ID,STRUCTURE", b"STRUCTURE[", b"structure,", b"DATAFLOW,FREQ", b"{}"] {
            assert!(!is_sdmx_csv(other), "{other:?}");
        }
    }
}
