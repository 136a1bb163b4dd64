//! Records of every published edition, kept for ever: each later version replays them to the byte.
//!
//! `BLESS=1` makes the records of drafts anew, from their own data; those of released editions it never touches.

use dothi::{CriteriaSet, Record, builtin};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn records() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/history");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Record {
    let (record, remarks) = Record::from_json(&fs::read(path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(remarks.is_empty(), "{} is not what is written of it: {remarks}", path.display());
    record
}

fn set_of(record: &Record) -> CriteriaSet {
    let embedded = builtin::find(record.set_id()).unwrap_or_else(|| panic!("{} is no longer embedded", record.set_id()));
    assert_eq!(embedded.id(), record.set_id());
    CriteriaSet::from_json(embedded.bytes).unwrap()
}

/// A record of a released edition is what it is.
fn may_be_blessed(record: &Record) -> bool {
    let body: Value = serde_json::from_str(&record.body_json()).unwrap();
    body["set"]["stage"] == "draft"
}

fn again(record: &Record, set: &CriteriaSet) -> Record {
    set.assess(record.data(), record.options()).unwrap().record(record.salt().cloned()).unwrap()
}

#[test]
fn every_record_replays_to_the_byte() {
    for path in records() {
        let record = read(&path);
        let set = set_of(&record);
        if std::env::var_os("BLESS").is_some() && may_be_blessed(&record) {
            fs::write(&path, again(&record, &set).to_canonical_json()).unwrap();
        }
        let record = read(&path);
        record.verify(&set, None).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert_eq!(again(&record, &set).body_json(), record.body_json(), "{}", path.display());
    }
}

#[test]
fn every_edition_has_a_record() {
    let recorded: BTreeSet<String> = records().iter().map(|path| read(path).set_id().to_string()).collect();
    let known: BTreeSet<String> = builtin::FILES.iter().map(builtin::Embedded::id).collect();
    assert_eq!(recorded, known);
}

#[test]
fn a_public_copy_has_the_body_of_its_record() {
    let public: Vec<PathBuf> = records().into_iter().filter(|path| path.to_str().unwrap().ends_with("-public.json")).collect();
    assert!(!public.is_empty());
    for path in public {
        let full = read(Path::new(&path.to_str().unwrap().replace("-public.json", ".json")));
        assert_eq!(full.public_copy().unwrap().to_canonical_json().as_bytes(), fs::read(&path).unwrap());
    }
}

#[test]
fn only_records_of_drafts_are_made_anew() {
    let path = records().remove(0);
    let text = fs::read_to_string(&path).unwrap();
    let stage = |stage: &str| text.replacen("\"stage\":\"draft\"", stage, 1).replacen("\"stage\":\"released\"", stage, 1);
    assert!(may_be_blessed(&Record::from_json(stage("\"stage\":\"draft\"").as_bytes()).unwrap().0));
    assert!(!may_be_blessed(&Record::from_json(stage("\"stage\":\"released\"").as_bytes()).unwrap().0));
}
