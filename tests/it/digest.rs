//! Digests of city data are those that the Python oracle computes from `criteria/FORMAT.md` alone.

use dothi::{CityFile, CsvOptions};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

#[test]
fn digests_are_those_of_the_oracle() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let list: Value = serde_json::from_slice(&std::fs::read(folder.join("digests.json")).unwrap()).unwrap();
    for entry in list.as_array().unwrap() {
        let bytes = match entry.get("file") {
            Some(name) => std::fs::read(folder.join(name.as_str().unwrap())).unwrap(),
            None => serde_json::to_vec(&json!({"format": 1, "cities": [entry["city"]]})).unwrap(),
        };
        let (file, _) = CityFile::from_json(&bytes).unwrap_or_else(|e| panic!("{e}"));
        let found: BTreeMap<_, _> = file.cities.iter().map(|city| (city.unit.code.clone(), city.data_digest())).collect();
        assert_eq!(json!(found), entry["digests"], "{entry:.80}");
        let (from_csv, _) = CityFile::from_csv(file.to_csv().as_bytes(), &CsvOptions::default()).unwrap_or_else(|e| panic!("{e}"));
        let found: BTreeMap<_, _> = from_csv.cities.iter().map(|city| (city.unit.code.clone(), city.data_digest())).collect();
        assert_eq!(json!(found), entry["digests"], "as CSV: {entry:.80}");
    }
}
