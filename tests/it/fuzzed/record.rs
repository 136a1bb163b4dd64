//! Records.

use super::said;
use dothi::{CriteriaSet, Record};
use std::sync::LazyLock;

/// The sets of the smaller records in `tests/history`.
static SETS: LazyLock<Vec<CriteriaSet>> =
    LazyLock::new(|| ["dti-922@2022-u1", "nq03@2025-u1", "nq148@2022-u1"].map(|name| dothi::builtin::load(name).unwrap()).into());

/// A record: read, written and read again, verified with its set and with another, copied for the public.
pub fn record(bytes: &[u8]) {
    let record = match Record::from_json(bytes) {
        Ok((record, findings)) => {
            said(&findings);
            record
        }
        Err(findings) => return said(&findings),
    };
    let written = record.to_canonical_json();
    let (again, remarks) = Record::from_json(written.as_bytes()).unwrap_or_else(|e| panic!("it does not read what it wrote: {e}"));
    assert!(remarks.is_empty() && again.to_canonical_json() == written, "{remarks}");
    let mine = SETS.iter().find(|set| set.id() == record.set_id());
    for set in mine.into_iter().chain(SETS.first()) {
        match record.verify(set, None) {
            Ok(findings) | Err(findings) => said(&findings),
        }
    }
    match record.public_copy() {
        Ok(copy) => assert!(Record::from_json(copy.to_canonical_json().as_bytes()).is_ok(), "its public copy is not read"),
        Err(findings) => said(&findings),
    }
}
