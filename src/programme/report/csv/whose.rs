//! Which report a row belongs to.

use super::super::keys::LABEL;
use super::header::Row;
use crate::finding::{Code, Finding, Place};
use alloc::collections::BTreeMap;
use alloc::string::String;

/// What has to be known of all rows before one of them can be given to a report.
#[derive(Default)]
pub(super) struct Whose {
    has_codes: bool,
    /// First cell with a label, by the code of the unit.
    labelled: BTreeMap<String, Place>,
}

impl Whose {
    /// Looks at one row; rows without an item say nothing.
    pub(super) fn look(&mut self, row: Row<'_>) {
        if row.cell("item").is_empty() {
            return;
        }
        let code = row.cell("unit_code");
        self.has_codes |= !code.is_empty();
        if !row.cell(LABEL).is_empty() && !self.labelled.contains_key(code) {
            self.labelled.insert(code.into(), row.place(LABEL));
        }
    }

    /// What keeps a row from belonging to one report: no code where others have one, no label where others of the unit have one.
    pub(super) fn unknown(&self, row: Row<'_>) -> Option<Finding> {
        let code = row.cell("unit_code");
        if self.has_codes && code.is_empty() {
            return Some(Finding::new(Code::CsvNoUnitCode, row.place("unit_code")));
        }
        let first = self.labelled.get(code).filter(|_| row.cell(LABEL).is_empty())?;
        Some(Finding::new(Code::ReportNoLabel, row.place(LABEL)).with_both("first", first.both()))
    }
}
