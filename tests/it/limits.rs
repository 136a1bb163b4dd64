//! The table of limits in DESIGN.md is what the code has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where bytes of a stranger are read.
const READERS: [&str; 12] = [
    "src/criteria/read",
    "src/city",
    "src/json",
    "src/panel/sheet",
    "src/programme",
    "src/record",
    "src/records.rs",
    "src/import/table.rs",
    "src/units/table.rs",
    "bindings/spreadsheet/src/gate/mod.rs",
    "bindings/spreadsheet/src/gate/part.rs",
    "bindings/spreadsheet/src/gate/sheet.rs",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(path: PathBuf, out: &mut Vec<PathBuf>) {
    if path.is_dir() {
        fs::read_dir(path).unwrap().for_each(|entry| sources(entry.unwrap().path(), out));
    } else {
        out.push(path);
    }
}

/// Names and values of the numeric constants of a file that are no part of a test.
fn constants(path: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let number = |line: &str| {
        let (_, rest) = line.trim_start().split_once("const ")?;
        let (name, rest) = rest.split_once(": ")?;
        let (kind, value) = rest.split_once(" = ")?;
        let value = value.strip_suffix(';')?.trim_start_matches("Limits { ").trim_end_matches(" }");
        ["usize", "u32", "u64", "Limits"].contains(&kind).then(|| (name.to_string(), value.to_string()))
    };
    code.lines().filter(|line| !line.trim_start().starts_with("//")).filter_map(number).collect()
}

#[test]
fn every_limit_is_listed_with_its_value() {
    let design = fs::read_to_string(root().join("DESIGN.md")).unwrap();
    let table = design.split("## Limits").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut listed = BTreeSet::new();
    for row in table.lines().filter(|line| line.starts_with('|')).skip(2) {
        let words: Vec<&str> = row.split('`').collect();
        let (file, name, value) = (words[1], words[3], words[5]);
        let found = constants(&root().join(file));
        assert!(found.contains(&(name.into(), value.into())), "{file} has no {name} = {value}: {found:?}");
        assert!(listed.insert((file.to_string(), name.to_string())), "{file} {name} stands twice");
    }
    let mut files = Vec::new();
    READERS.iter().for_each(|path| sources(root().join(path), &mut files));
    for path in files {
        let file = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        for (name, _) in
            constants(&path).into_iter().filter(|(name, _)| name.starts_with("MOST") || name.starts_with("LIMIT") || file.contains("gate"))
        {
            assert!(listed.contains(&(file.clone(), name.clone())), "{name} of {file} is not listed in DESIGN.md");
        }
    }
    assert!(listed.len() > 30);
}
