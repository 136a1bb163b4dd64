//! Criteria files from tables (feature `import`).
//!
//! An edition of the kind "criteria met per level" is kept as CSV tables that people can edit; `criteria/tables/README.md`
//! says what each holds. Every row and every column ends up in the file or is refused, with two exceptions that only
//! serve those who edit the tables: column `note` of `units.csv`, and column `confidence` of `groups.csv`, which must agree
//! with the sources cited. Remarks on inputs go to the note of their criterion. Empty rows are passed over.

mod cell;
mod criteria;
mod crosswalk;
mod data_point;
mod edition;
mod file;
mod importer;
mod index;
mod inputs;
mod kind;
mod lists;
mod parameters;
mod rules;
mod schema;
mod scheme;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod thresholds;
mod variants;

use crate::criteria::{CriteriaFile, CriteriaSet};
use crate::finding::Findings;
use crate::write::pretty;
use alloc::string::String;
use core::slice::from_ref;
use importer::Importer;
use tables::Tables;

/// Puts the tables of an edition, each with its file name, together to the text of a criteria file.
///
/// The text is a function of what the tables say: neither the order of the tables or of their columns nor the way lines end
/// changes a byte of it. It loads with [`CriteriaSet::from_json`].
///
/// # Errors
/// - tables that cannot be read, do not fit each other or leave something out: every finding, with table, row and column
/// - otherwise a file that would not load: the findings of loading it, with pointers into the file
///
/// ```
/// let findings = dothi::import(&[("criteria.csv", b"id,group\n")]).unwrap_err();
/// assert!(findings.iter().any(|finding| finding.code().as_str() == "table.missing_table"));
/// ```
pub fn import(tables: &[(&str, &[u8])]) -> Result<String, Findings> {
    let mut findings = Findings::default();
    let tables = Tables::read(tables, &mut findings);
    let mut importer = Importer::new(&tables, findings);
    let file = importer.file();
    let (file, _) = importer.findings.settle(file)?;
    let text = pretty(&CriteriaFile { header: &file.header, criteria: &file.criteria, schemes: from_ref(&file.scheme) });
    CriteriaSet::from_json(text.as_bytes())?;
    Ok(text)
}
