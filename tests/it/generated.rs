//! Files of the tree that are made from others: `BLESS=1` writes them, otherwise they are compared byte for byte.

use dothi::{CriteriaSet, Lang};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn same(path: &Path, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, text).unwrap();
        return;
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    let line = found.lines().zip(text.lines()).position(|(a, b)| a != b).map_or(0, |at| at + 1);
    assert!(found == text, "{} differs from what it is made from (first at line {line}); BLESS=1 writes it anew", path.display());
}

/// Folders `criteria/tables/<set>/<edition>`; those of the programme are tested in `tests/programme/tables.rs`.
fn tables() -> Vec<(String, String, PathBuf)> {
    let mut out = Vec::new();
    for set in
        fs::read_dir(root().join("criteria/tables")).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir() && !p.ends_with("programme"))
    {
        for edition in fs::read_dir(&set).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
            let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_string();
            out.push((name(&set), name(&edition), edition));
        }
    }
    out
}

#[test]
fn a_criteria_file_is_what_its_tables_give() {
    for (set, edition, folder) in tables() {
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            files.push((path.file_name().unwrap().to_str().unwrap().into(), fs::read(&path).unwrap()));
        }
        let borrowed: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let text = dothi::import(&borrowed).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        let revision = CriteriaSet::from_json(text.as_bytes()).unwrap().header().revision;
        same(&root().join(format!("criteria/{set}/{edition}-u{revision}.json")), &text);
    }
}

#[cfg(feature = "schema")]
#[test]
fn schemas_are_made_from_the_code() {
    for document in dothi::schema::Document::ALL {
        let path = root().join(format!("criteria/schema/{}.json", document.name()));
        same(&path, &dothi::schema::to_text(document.schema().as_value()));
    }
}

#[test]
fn pages_and_source_index_are_made_from_the_criteria_files() {
    let mut sets = Vec::new();
    for file in dothi::builtin::FILES {
        let path = root().join(format!("criteria/{}/{}-u{}", file.set, file.edition, file.revision));
        let set = CriteriaSet::from_json(&fs::read(path.with_extension("json")).unwrap()).unwrap();
        for (lang, ending) in [(Lang::Vi, "vi.md"), (Lang::En, "en.md")] {
            same(&PathBuf::from(format!("{}.{ending}", path.display())), &set.page(lang));
        }
        sets.push(set);
    }
    same(&root().join("criteria/sources.json"), &dothi::sources_index(&sets));
}

#[test]
fn the_page_of_every_word_is_as_kept() {
    let set = CriteriaSet::from_json(&fs::read(root().join("tests/cases/sets/words-all.json")).unwrap()).unwrap_or_else(|e| panic!("{e}"));
    for (lang, ending) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        same(&root().join(format!("tests/pages/words-all.{ending}.txt")), &set.page(lang));
    }
}

#[test]
fn embedded_files_are_the_files_of_the_tree() {
    for file in dothi::builtin::FILES {
        let path = root().join(format!("criteria/{}/{}-u{}.json", file.set, file.edition, file.revision));
        assert!(fs::read(&path).unwrap() == file.bytes, "{}", path.display());
        let set = CriteriaSet::from_json(file.bytes).unwrap();
        assert_eq!(set.id(), file.id());
    }
}
