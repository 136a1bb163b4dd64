//! Verifying a record: digests, then the assessment once more.

use super::differ::difference;
use super::make::normalised;
use super::{Record, format1, seal};
use crate::city::CityData;
use crate::criteria::CriteriaSet;
use crate::finding::{Code, Finding, Findings};
use alloc::string::String;
use serde_json::Value;

impl Record {
    /// Replays the record with the criteria set at hand, and with city data where they are given besides. The remarks of a record
    /// that holds; it does not say who made it.
    ///
    /// # Errors
    /// Every failure at once:
    /// - another set, edition or revision: `record.other_set`; the same with another file: `record.set_digest`
    /// - the data in the record are not those of its digest: `record.data_digest`; the data given are not: `record.other_data`
    /// - the assessment comes out otherwise: `record.differs` names the first value; not at all: `record.not_replayable`
    pub fn verify(&self, set: &CriteriaSet, data: Option<&CityData>) -> Result<Findings, Findings> {
        let mut findings = Findings::default();
        let recorded = self.data_digest();
        let found = self.digest_of(&self.data);
        if found != recorded {
            findings.push(Finding::at(Code::RecordDataDigest, "/data").with("recorded", recorded).with("found", found));
        }
        if let Some(given) = data {
            self.compare_data(given, &mut findings);
        }
        if set.id() == self.set_id() {
            if set.file_digest() != self.set_digest() {
                let finding = Finding::at(Code::RecordSetDigest, "/body/set/sha256").with("id", self.set_id());
                findings.push(finding.with("recorded", self.set_digest()).with("found", set.file_digest()));
            }
            self.replay(set, &mut findings);
        } else {
            let finding = Finding::at(Code::RecordOtherSet, "/body/set/id");
            findings.push(finding.with("recorded", self.set_id()).with("found", set.id()));
        }
        if findings.has_errors() { Err(findings) } else { Ok(findings) }
    }

    /// The digest of normalised data, sealed where the record has a salt.
    fn digest_of(&self, data: &CityData) -> String {
        self.salt.as_ref().map_or_else(|| data.data_digest(), |salt| seal::seal(data, salt).data_digest())
    }

    fn compare_data(&self, given: &CityData, findings: &mut Findings) {
        let given = match normalised(given) {
            Ok(given) => given,
            Err(faults) => return findings.append(faults),
        };
        let sealed = self.sealed();
        let (recorded, found) = if self.salt.is_none() && sealed > 0 {
            findings.push(Finding::at(Code::RecordSealed, "/data").with("count", sealed));
            (seal::without(&self.data).data_digest(), seal::without(&given).data_digest())
        } else {
            (self.data_digest().into(), self.digest_of(&given))
        };
        if found != recorded {
            findings.push(Finding::at(Code::RecordOtherData, "").with("recorded", recorded).with("found", found));
        }
    }

    fn replay(&self, set: &CriteriaSet, findings: &mut Findings) {
        match set.assess(&self.data, &self.options) {
            Ok(assessment) => {
                let mut again = format1::body(&assessment, self.data_digest());
                // A digest that differs has its own finding.
                if let Some(digest) = again.pointer_mut("/set/sha256") {
                    *digest = Value::from(self.set_digest());
                }
                findings.extend(difference(&self.body, &again));
            }
            Err(faults) => {
                findings.push(Finding::at(Code::RecordNotReplayable, "/body"));
                findings.append(faults);
            }
        }
    }
}
