//! The published files of the programme are what their tables say, byte for byte.

use dothi::programme::import_programme;
use dothi::{Code, Findings, Lang};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("criteria")
}

/// The tables of a file, by name.
fn tables(stem: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("tables/programme").join(stem);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut out: Vec<_> = files
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap())
        })
        .collect();
    out.sort();
    out
}

fn import(tables: &[(String, Vec<u8>)]) -> Result<String, Findings> {
    import_programme(&tables.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

#[test]
fn every_file_is_imported_byte_for_byte() {
    let mut count = 0;
    for entry in std::fs::read_dir(root().join("programme")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let text = import(&tables(stem)).unwrap_or_else(|e| panic!("{stem}: {e}"));
            assert_eq!(text, std::fs::read_to_string(&path).unwrap(), "{stem}");
            count += 1;
        }
    }
    assert_eq!(count, 5);
}

#[test]
fn faults_of_tables_stand_at_their_cells() {
    let with = |table: &str, from: &str, to: &str| {
        let mut tables = tables("outline-bxd-1683-2022");
        let own = tables.iter_mut().find(|(name, _)| name == table).unwrap();
        let text = String::from_utf8(own.1.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        own.1 = text.replacen(from, to, 1).into_bytes();
        let found = import(&tables).unwrap_err();
        assert!(found.iter().all(|f| !f.message(Lang::Vi).contains(['{', '?'])), "{found}");
        found.iter().map(|f| (f.code(), f.place().text(Lang::En))).collect::<Vec<_>>()
    };
    assert_eq!(
        with("file.csv", "format:count,1", "format:count,một"),
        [(Code::UnknownChoice, "file.csv, row 2, column format:count".into())]
    );
    assert_eq!(with("parts.items.csv", "\n3,3.1", "\n9,3.1"), [(Code::UnknownRef, "parts.items.csv, row 2, column of".into())]);
    assert_eq!(with("file.csv", "parts.csv", "khong-co.csv")[0].0, Code::UnknownRef);
    assert_eq!(with("parts.csv", "title.en", "title.xx")[0].0, Code::MissingKey);
    assert_eq!(import(&[]).unwrap_err().iter().map(|f| f.code()).collect::<Vec<_>>(), [Code::UnknownRef]);
}
