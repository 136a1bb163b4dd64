//! What a workbook says that it was made for: cells named `dothi:…` with their value beside them.

use super::sheet::{Cell, Sheet};
use crate::layout::{FORMAT, KEY_FORMAT, KEY_LISTS, KEY_SET, KEY_TABLES, KEYS};
use dothi::{Code, CriteriaSet, Finding, Findings, Place};

/// Rows among which the keys are looked for.
const ROWS: u32 = 200;

#[derive(Default)]
pub(super) struct Identity {
    set: Option<(String, Place)>,
    tables: Option<(String, Place)>,
}

impl Identity {
    /// Takes what a sheet without a table says; false when it says nothing of ours.
    pub(super) fn look(&mut self, sheet: &Sheet, findings: &mut Findings) -> bool {
        let mut ours = false;
        for (row, _) in sheet.rows.range(..ROWS) {
            let key = sheet.text(*row, 1).to_lowercase();
            if !key.starts_with(KEYS) {
                continue;
            }
            ours = true;
            let place = Place::sheet(&sheet.name, *row, 2, "");
            let value = match sheet.cell(*row, 2) {
                Some(Cell::Text(text)) => text.trim().to_string(),
                Some(Cell::Number { value, .. }) => value.to_string(),
                _ => String::new(),
            };
            let slot = match key.as_str() {
                KEY_FORMAT => {
                    if value != FORMAT {
                        let finding = Finding::new(Code::NewerFormat, place).with("found", value);
                        findings.push(finding.with("known", FORMAT));
                    }
                    continue;
                }
                KEY_SET => &mut self.set,
                KEY_TABLES => &mut self.tables,
                KEY_LISTS => continue,
                _ => continue,
            };
            match slot {
                Some((first, at)) if *first != value => {
                    let finding = Finding::new(Code::XlsxDoubledKey, place).with("name", key).with("value", value);
                    findings.push(finding.with("other", &*first).with_both("first", at.both()));
                }
                _ => *slot = Some((value, place)),
            }
        }
        ours
    }

    /// Whether it is the workbook asked for, and whole.
    pub(super) fn check(self, set: Option<&CriteriaSet>, tables: usize, findings: &mut Findings) {
        if let (Some((found, place)), Some(set)) = (self.set, set) {
            let expected = set.id();
            let edition = |id: &str| id.rsplit_once("-u").map_or(id, |(edition, _)| edition).to_string();
            let code = if edition(&found) == edition(&expected) { Code::XlsxOtherRevision } else { Code::XlsxOtherSet };
            if found != expected {
                findings.push(Finding::new(code, place).with("found", found).with("expected", expected));
            }
        }
        if let Some((expected, place)) = self.tables
            && expected.parse().is_ok_and(|expected: usize| expected > tables)
        {
            findings.push(Finding::new(Code::XlsxTablesMissing, place).with("found", tables).with("expected", expected));
        }
    }
}
