//! What the tests of the schemas share: every document of the tree, and the verdict of the reader on a document.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

#[path = "../../support/cases.rs"]
mod cases;

pub use cases::Case;
use dothi::programme::{ReportFile, Round};
use dothi::schema::Document;
use dothi::{CityFile, Class, Code, CriteriaSet, Findings, Record, Severity};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every JSON file below a folder, sorted.
#[must_use]
pub fn json_files(folder: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}

/// Every language-neutral case.
pub fn each_case(see: impl FnMut(Case<'_>)) {
    cases::each_case(&root(), see);
}

/// A file as JSON.
#[must_use]
pub fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every criteria file: the published ones and those of the cases.
#[must_use]
pub fn criteria_files() -> Vec<(String, Value)> {
    let published = json_files("criteria").into_iter().filter(|path| path.file_stem().unwrap().to_str().unwrap().contains("-u"));
    let all = published.chain(json_files("tests/cases/sets"));
    all.map(|path| (path.display().to_string(), read(&path))).collect()
}

/// City files: the examples, and every case as a file of its own.
#[must_use]
pub fn city_files() -> Vec<(String, Value)> {
    let examples = json_files("examples").into_iter().filter(|path| !path.starts_with(root().join("examples/programme")));
    let mut out: Vec<(String, Value)> = examples.map(|path| (path.display().to_string(), read(&path))).collect();
    each_case(|(path, _, _, case, data, _)| out.push((format!("{} {}", path.display(), case["name"]), data)));
    out
}

/// Records: one of each edition.
#[must_use]
pub fn record_files() -> Vec<(String, Value)> {
    json_files("tests/history").iter().map(|path| (path.display().to_string(), read(path))).collect()
}

/// Local reports and rounds: the examples and the published round.
#[must_use]
pub fn programme_files() -> Vec<(Document, String, Value)> {
    let all = json_files("examples/programme").into_iter().chain(json_files("criteria/programme"));
    let of = |path: PathBuf| {
        let value = read(&path);
        let document = match (value.get("reports"), value.get("round")) {
            (Some(_), _) => Document::LocalReports,
            (None, Some(_)) => Document::ReportRound,
            _ => return None,
        };
        Some((document, path.display().to_string(), value))
    };
    all.filter_map(of).collect()
}

/// The validator of a document's schema.
#[must_use]
pub fn validator(document: Document) -> Validator {
    jsonschema::draft202012::new(document.schema().as_value()).unwrap()
}

/// What stages one and two of loading say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Well formed.
    Accepted,
    /// A fault of shape: the schema must see it.
    Refused,
    /// Only faults that no schema sees, or that it need not see: see [`BEYOND_SCHEMA`] and [`Class::Lexical`].
    Exempt,
}

/// Codes of class shape that a validator cannot see, and why.
pub const BEYOND_SCHEMA: &[(Code, &str)] =
    &[(Code::DoubledKey, "a JSON value has each key once; which of two is kept is up to the parser")];

/// The verdict of the reader on the bytes of a document, and the codes of its errors in stages one and two.
#[must_use]
pub fn verdict(document: Document, bytes: &[u8]) -> (Verdict, BTreeSet<Code>) {
    let findings = match document {
        Document::CriteriaSet => CriteriaSet::from_json(bytes).err(),
        Document::Record => Record::from_json(bytes).err(),
        Document::LocalReports => ReportFile::from_json(bytes).err(),
        Document::ReportRound => Round::from_json(bytes).err(),
        _ => CityFile::from_json(bytes).err(),
    };
    of_stages(&findings.unwrap_or_default())
}

fn of_stages(findings: &Findings) -> (Verdict, BTreeSet<Code>) {
    let errors = findings.iter().map(dothi::Finding::code).filter(|code| code.severity() == Severity::Error);
    let codes: BTreeSet<Code> = errors.filter(|code| code.class() != Class::Meaning).collect();
    let seen = |code: &Code| code.class() == Class::Shape && BEYOND_SCHEMA.iter().all(|(beyond, _)| beyond != code);
    let verdict = if codes.iter().any(seen) {
        Verdict::Refused
    } else if codes.is_empty() {
        Verdict::Accepted
    } else {
        Verdict::Exempt
    };
    (verdict, codes)
}
