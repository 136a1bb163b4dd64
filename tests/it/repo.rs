//! The tree keeps its own promises: paths named in documents exist, public types can be shared, the glossary is whole.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn documents(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !name.starts_with('.') && name != "target" && name != "node_modules" {
            documents(&path, out);
        } else if name.ends_with(".md") {
            out.push(path);
        }
    }
}

#[test]
fn links_in_documents_lead_somewhere() {
    let mut files = Vec::new();
    documents(root(), &mut files);
    let mut broken = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            if !file.parent().unwrap().join(target).exists() {
                broken.push(format!("{}: {link}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn paths_in_commands_of_documents_exist() {
    for name in ["README.md", "CONTRIBUTING.md", "bindings/cli/README.md"] {
        let text = fs::read_to_string(root().join(name)).unwrap();
        for word in text.split(|c: char| c.is_whitespace() || "`'\"()".contains(c)) {
            let is_path = ["examples/", "criteria/", "scripts/", "tests/"].iter().any(|start| word.starts_with(start));
            let word = word.trim_end_matches(['.', ',', ';', ':']).split('#').next().unwrap();
            if is_path && !word.contains(['*', '<', '…']) {
                assert!(root().join(word).exists(), "{name}: {word}");
            }
        }
    }
}

#[test]
fn public_types_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<dothi::CriteriaSet>();
    shared::<dothi::CityFile>();
    shared::<dothi::Assessment<'static>>();
    shared::<dothi::Findings>();
}

/// Lines as `sha256sum` writes and checks them. Blessing adds a file that became released; a line that stands is never written again.
#[test]
fn released_files_never_change_and_drafts_have_no_digest() {
    let list = root().join("criteria/DIGESTS");
    let before = fs::read_to_string(&list).unwrap_or_default();
    let mut digests = before.clone();
    for file in dothi::builtin::FILES {
        let set = dothi::CriteriaSet::from_json(file.bytes).unwrap();
        let path = format!("{}/{}-u{}.json", file.set, file.edition, file.revision);
        let listed = digests.lines().find_map(|line| line.strip_suffix(&path)?.strip_suffix("  ")).map(String::from);
        let released = (set.header().stage == dothi::Stage::Released).then(|| sha256(file.bytes));
        match (listed, released) {
            (None, Some(digest)) if std::env::var_os("BLESS").is_some() => digests.push_str(&format!("{digest}  {path}\n")),
            (listed, released) => assert_eq!(listed, released, "{path}: a released file never changes; a correction is a new revision"),
        }
    }
    if digests != before {
        fs::write(&list, &digests).unwrap();
    }
    assert_eq!(digests.lines().count(), dothi::builtin::FILES.iter().filter(|file| digests.contains(&sha256(file.bytes))).count());
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_glossary_has_both_languages_and_no_combining_marks() {
    let text = fs::read_to_string(root().join("criteria/terms.csv")).unwrap();
    assert!(text.lines().count() > 40);
    assert!(!text.chars().any(|c| ('\u{0300}'..='\u{036F}').contains(&c)));
    for line in text.lines().skip(1) {
        assert!(!line.starts_with(',') && !line.contains(",,"), "{line}");
    }
}

#[test]
fn the_words_for_outcomes_are_those_of_the_glossary() {
    let text = fs::read_to_string(root().join("criteria/terms.csv")).unwrap();
    for outcome in dothi::Outcome::ALL {
        let start = format!("{},{},", outcome.label(dothi::Lang::Vi), outcome.label(dothi::Lang::En));
        assert!(text.lines().any(|line| line.starts_with(&start)), "{start}");
    }
}
