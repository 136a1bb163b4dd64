//! The same city as JSON, CSV and workbook has one digest.

use dothi::{CityFile, CriteriaSet, CsvOptions, Lang, UnitKind, builtin};
use dothi_spreadsheet::{ReadOptions, read, template, write, write_table};
use std::path::Path;

fn example(name: &str) -> CityFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    CityFile::from_json(&std::fs::read(path).unwrap()).unwrap().0
}

fn sets() -> impl Iterator<Item = CriteriaSet> {
    builtin::FILES.iter().map(|file| builtin::load(&file.id()).unwrap())
}

#[test]
fn json_csv_and_workbook_have_one_digest() {
    for name in ["vi-du.json", "dti-922-2022.json"] {
        let file = example(name);
        let csv = CityFile::from_csv(file.to_csv().as_bytes(), &CsvOptions::default()).unwrap().0;
        let table = read(&write_table(&file, Lang::Vi).unwrap(), &ReadOptions::default()).unwrap_or_else(|e| panic!("{e}")).0;
        for (at, city) in file.cities.iter().enumerate() {
            assert_eq!(csv.cities[at].canonical_json(), city.canonical_json(), "{name} as CSV");
            assert_eq!(table.cities[at].canonical_json(), city.canonical_json(), "{name} as a table");
            for set in sets() {
                // Both languages for the first place of a file; the others differ in figures only.
                for lang in [Lang::Vi, Lang::En].into_iter().take(if at == 0 { 2 } else { 1 }) {
                    let bytes = write(&set, city, lang).unwrap();
                    let (back, notes) =
                        read(&bytes, &ReadOptions::default().with_set(&set)).unwrap_or_else(|e| panic!("{}: {e}", set.id()));
                    assert!(notes.is_empty(), "{}: {notes}", set.id());
                    assert_eq!(back.cities[0].canonical_json(), city.canonical_json(), "{name} in the form of {}", set.id());
                    assert_eq!(back.cities[0].data_digest(), city.data_digest());
                }
            }
        }
    }
}

#[test]
fn a_template_that_is_filled_in_no_further_says_what_is_missing() {
    for set in sets() {
        for kind in [UnitKind::Province, UnitKind::UrbanArea, UnitKind::Commune] {
            let bytes = template(&set, kind, Lang::Vi).unwrap();
            let found = read(&bytes, &ReadOptions::default().with_set(&set)).unwrap_err();
            let codes: Vec<&str> = found.iter().map(|f| f.code().as_str()).collect();
            assert_eq!(codes, ["csv.no_unit_code"], "{found}");
        }
    }
}
