//! The records that a report names: found, held against their digests, replayed.

use super::model::LocalReport;
use crate::criteria::CriteriaSet;
use crate::digest::sha256;
use crate::finding::{Code, Finding, Findings};
use crate::programme::synthesis::LevelRecord;
use crate::record::Record;
use alloc::string::String;
use alloc::vec::Vec;
use core::borrow::Borrow;

/// The levels of the records of a report, and what was found in them.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Attached {
    /// Levels of the records that hold.
    pub levels: Vec<LevelRecord>,
    /// Files of the records that hold.
    pub files: Vec<String>,
    /// What was found; an error for each record that does not hold.
    pub findings: Findings,
}

impl LocalReport {
    /// Verifies the records that the report names: `file` gives the bytes of a file beside the report, `set` the criteria set of an
    /// id, its own or one that is kept for the next.
    /// A record that is missing, changed, of another unit or that does not follow from its data is an error in
    /// [`Attached::findings`]; the others are taken all the same.
    #[must_use]
    pub fn attached<S: Borrow<CriteriaSet>>(
        &self,
        file: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
        set: &mut dyn FnMut(&str) -> Result<S, Findings>,
    ) -> Attached {
        let mut out = Attached::default();
        for link in &self.records {
            let find = |code| Finding::new(code, link.origin.place()).with("file", &link.file);
            let Some(bytes) = file(&link.file) else {
                out.findings.push(find(Code::ReportRecordMissing));
                continue;
            };
            let found = sha256(&bytes);
            if let Some(recorded) = link.sha256.as_ref().filter(|recorded| **recorded != found) {
                out.findings.push(find(Code::ReportRecordDigest).with("recorded", recorded).with("found", found));
                continue;
            }
            let replayed = Record::from_json(&bytes).and_then(|(record, _)| {
                let unit = &record.data().unit;
                if unit.code != self.unit.code {
                    let named = |code: &str, name: &str| alloc::format!("{name} ({code})");
                    let finding = find(Code::ReportRecordOtherUnit).with("found", named(&unit.code, &unit.name.vi));
                    let mut other = Findings::default();
                    other.push(finding.with("expected", named(&self.unit.code, &self.unit.name)));
                    return Err(other);
                }
                LevelRecord::of(&link.file, &record, set(record.set_id())?.borrow())
            });
            match replayed {
                Ok(levels) => {
                    out.levels.extend(levels);
                    out.files.push(link.file.clone());
                }
                Err(findings) => out.findings.append(findings),
            }
        }
        out
    }
}
