//! The broken files of `tests/invalid/`: each gets exactly the finding it is named after, at the place it names.

use crate::fuzzed::faults_of_wording;
use dothi::{AssessOptions, CityFile, Code, CriteriaSet, CsvOptions, Date, Dec, Finding, Findings, Lang, NumberStyle, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Codes without a file, and why. What is too large to keep is made in `hostile.rs`.
const WITHOUT_FILE: &[(&str, &str)] = &[
    ("input.too_large", "needs megabytes"),
    ("input.too_many_findings", "needs more than 1 000 faults"),
    ("json.too_many_values", "needs 400 000 values"),
    ("json.text_too_long", "needs 20 000 letters"),
    ("city.too_many_observations", "needs 5 000 observations"),
    ("csv.too_many_rows", "needs 2 000 000 rows"),
    ("csv.too_many_places", "needs 100 000 places"),
    ("set.unknown_set", "comes of a name, not of a file"),
    ("input.more_remarks", "needs more than 1 000 remarks"),
    ("panel.unknown_column", OF_COLUMNS),
    ("panel.doubled_column", OF_COLUMNS),
    ("panel.column_length", OF_COLUMNS),
    ("panel.not_exact", OF_COLUMNS),
    ("panel.other_columns", OF_COLUMNS),
    ("panel.no_score", OF_COLUMNS),
    ("panel.treatment", OF_COLUMNS),
    ("panel.kind_out_of_scope", OF_COLUMNS),
    ("panel.mixed_kinds", OF_SHEETS),
    ("panel.doubled_place", OF_SHEETS),
    ("panel.too_many_digits", OF_SHEETS),
    ("panel.no_period", OF_TRENDS),
    ("panel.two_values", OF_TRENDS),
    ("panel.no_such_period", OF_TRENDS),
    ("panel.no_such_column", OF_TRENDS),
    ("panel.not_a_size", OF_TRENDS),
    ("panel.across_editions", OF_TRENDS),
    ("panel.across_states", OF_TRENDS),
    ("panel.break_in_series", OF_TRENDS),
    ("robust.nothing_varies", OF_ROBUST),
    ("robust.out_of_range", OF_ROBUST),
    ("robust.does_not_fit", OF_ROBUST),
    ("robust.too_much", OF_ROBUST),
    ("robust.unknown_place", OF_ROBUST),
    ("panel.several_parts", "comes of places as a table; tested in tests/panel/places.rs"),
    ("robust.remark", "comes of options, not of a file; tested in tests/panel/doubted.rs"),
];

/// Places over periods.
const OF_TRENDS: &str = "comes of several periods; tested in tests/panel/trend and tests/panel/places.rs";

/// Tables with a row for each place are no city data.
const OF_SHEETS: &str = "a table of a panel; tested in tests/panel/sheets.rs";

/// Options are handed over in memory.
const OF_ROBUST: &str = "comes of options, not of a file; tested in tests/panel/robust.rs";

/// Columns are handed over in memory.
const OF_COLUMNS: &str = "comes of columns, not of a file; tested in tests/panel";

/// Codes of workbooks and of exchange formats; their broken files are made in the tests of `bindings/spreadsheet` and
/// `bindings/interchange`, which check that none is left out.
const OF_BINDINGS: [&str; 2] = ["xlsx.", "sdmx."];

/// Codes of the programme; their broken files are made in `tests/programme`, which checks that none is left out.
const OF_PROGRAMME: [&str; 6] = ["report.", "round.", "voice.", "milestone.", "pilot.", "priority."];

/// Codes of records; a record that is broken needs one that is whole, which is made in `records.rs`.
const OF_RECORDS: &str = "record.";

const KEYS: &[&str] = &[
    "code",
    "why",
    "input",
    "base",
    "patch",
    "with",
    "scheme",
    "as_of",
    "parameters",
    "city",
    "json",
    "text",
    "lines",
    "hex",
    "numbers",
    "files",
    "again",
    "without",
    "edits",
    "expect",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn broken_files() -> Vec<(String, Value)> {
    let entries = fs::read_dir(root().join("tests/invalid")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_string();
        let file = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        (name, file)
    };
    paths.into_iter().map(read).collect()
}

fn code(name: &str) -> Code {
    *Code::ALL.iter().find(|code| code.as_str() == name).unwrap_or_else(|| panic!("no code {name}"))
}

#[test]
fn every_broken_file_gets_its_finding_at_its_place() {
    let mut failures = Vec::new();
    for (name, file) in broken_files() {
        let differences = compare(&name, &file);
        if !differences.is_empty() {
            failures.push(format!("{name}: {}\n  why: {}", differences.join("\n  "), file["why"]));
        }
    }
    assert!(failures.is_empty(), "{} files differ:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_code_has_a_broken_file() {
    let with_file: BTreeSet<Code> = broken_files().iter().map(|(_, file)| code(file["code"].as_str().unwrap())).collect();
    let without: BTreeSet<Code> = WITHOUT_FILE.iter().map(|(name, _)| code(name)).collect();
    let elsewhere = |code: &&Code| OF_BINDINGS.iter().chain(&OF_PROGRAMME).chain([&OF_RECORDS]).any(|of| code.as_str().starts_with(of));
    for code in Code::ALL.iter().filter(|code| !elsewhere(code)) {
        assert!(with_file.contains(code) != without.contains(code), "{code}: neither or both of file and excuse");
    }
}

fn compare(name: &str, file: &Value) -> Vec<String> {
    let own = code(file["code"].as_str().unwrap());
    let unknown = file.as_object().unwrap().keys().find(|key| !KEYS.contains(&key.as_str()));
    assert_eq!(unknown, None, "{name}");
    assert!(name == own.as_str() || name.starts_with(&format!("{own}-")), "{name} holds {own}");
    let (findings, refused) = run(file);
    let expect = &file["expect"];
    let mut out = Vec::new();
    let mut same = |what: &str, want: &Value, got: Value| {
        if *want != got {
            out.push(format!("{what}: expected {want}, got {got}; all findings:\n{findings}"));
        }
    };
    let places: Vec<String> = findings.iter().filter(|f| f.code() == own).map(|f| f.place().text(Lang::En)).collect();
    same("place", &json!([expect["place"]]), json!(places));
    same("severity", &expect["severity"], json!(own.severity()));
    same("refused", &json!(own.severity() == Severity::Error), json!(refused));
    let others: BTreeSet<&str> = findings.iter().map(|f| f.code()).filter(|code| *code != own).map(Code::as_str).collect();
    same("also", expect.get("also").unwrap_or(&json!([])), json!(others));
    out.extend(findings.iter().flat_map(|f| [faults_of_wording(f), values_left_out(f)].concat()));
    for value in expect.get("says").and_then(Value::as_array).into_iter().flatten().map(|value| value.as_str().unwrap()) {
        for finding in findings.iter().filter(|f| f.code() == own) {
            for message in [finding.message(Lang::Vi), finding.message(Lang::En)] {
                if !message.contains(value) {
                    out.push(format!("{value} is not named: {message}"));
                }
            }
        }
    }
    out
}

/// A value that the wording asks for and the finding does not have is shown as a question mark. Inputs that hold one themselves:
/// those of lost letters.
fn values_left_out(finding: &Finding) -> Vec<String> {
    let messages = [Lang::Vi, Lang::En].map(|lang| finding.message(lang));
    let left_out = |m: &String| m.contains(['{', '}']) || (m.contains('?') && finding.code() != Code::CsvLostLetters);
    messages.into_iter().filter(left_out).map(|m| format!("{} leaves a value out: {m}", finding.code())).collect()
}

/// The findings of a file's input, and whether the input was refused.
fn run(file: &Value) -> (Findings, bool) {
    let settle = |result: Result<Findings, Findings>| match result {
        Ok(findings) => (findings, false),
        Err(findings) => (findings, true),
    };
    settle(match file["input"].as_str().unwrap() {
        "set" if file.get("patch").is_none() => CriteriaSet::from_json(&bytes(file)).map(|_| Findings::default()),
        "set" => CriteriaSet::from_json(&set_text(file)).map(|_| Findings::default()),
        "city" => CityFile::from_json(&bytes(file)).map(|(_, findings)| findings),
        "csv" => {
            let numbers = match file.get("numbers").map(|style| style.as_str().unwrap()) {
                None => NumberStyle::Auto,
                Some("vi") => NumberStyle::Vi,
                Some("en") => NumberStyle::En,
                Some(other) => panic!("number style {other}"),
            };
            CityFile::from_csv(&bytes(file), &CsvOptions::default().with_numbers(numbers)).map(|(_, findings)| findings)
        }
        "assess" => assess(file),
        "unit" => unit(file),
        "diff" => Ok(dothi::diff(&set(&set_text(&file["with"])), &set(&set_text(file))).findings),
        "tables" => {
            let tables = tables(file);
            let slices: Vec<(&str, &[u8])> = tables.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            dothi::import(&slices).map(|_| Findings::default())
        }
        other => panic!("input {other}"),
    })
}

fn set(text: &[u8]) -> CriteriaSet {
    CriteriaSet::from_json(text).unwrap_or_else(|e| panic!("{e}"))
}

/// The bytes of `text`, `lines`, `hex` or `json`.
fn bytes(from: &Value) -> Vec<u8> {
    if let Some(lines) = from.get("lines") {
        return lines.as_array().unwrap().iter().flat_map(|line| [line.as_str().unwrap(), "\n"]).collect::<String>().into_bytes();
    }
    if let Some(hex) = from.get("hex") {
        let digits = hex.as_str().unwrap();
        return (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect();
    }
    if let Some(json) = from.get("json") {
        return serde_json::to_vec(json).unwrap();
    }
    from["text"].as_str().unwrap().as_bytes().to_vec()
}

/// A set of `tests/cases/sets/` with `patch` applied; by its name alone, or by `base`.
fn set_text(of: &Value) -> Vec<u8> {
    let base = of.get("base").unwrap_or(of).as_str().unwrap();
    let bytes = fs::read(root().join("tests/cases/sets").join(format!("{base}.json"))).unwrap();
    let mut set = serde_json::from_slice(&bytes).unwrap();
    for change in of.get("patch").and_then(Value::as_array).into_iter().flatten() {
        patch(&mut set, change);
    }
    serde_json::to_vec(&set).unwrap()
}

/// Sets the value at a JSON pointer, adds it where the pointer ends in `-`, or removes it.
fn patch(set: &mut Value, change: &Value) {
    let (parent, last) = change["at"].as_str().unwrap().rsplit_once('/').unwrap();
    let parent = set.pointer_mut(parent).unwrap_or_else(|| panic!("{change}"));
    match (change.get("value"), parent) {
        (Some(value), Value::Array(items)) if last == "-" => items.push(value.clone()),
        (Some(value), Value::Array(items)) => items[last.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), Value::Object(members)) => {
            members.insert(last.into(), value.clone());
        }
        (None, Value::Object(members)) => assert!(members.remove(last).is_some(), "{change}"),
        (None, Value::Array(items)) => {
            items.remove(last.parse().unwrap());
        }
        _ => panic!("{change}"),
    }
}

fn assess(file: &Value) -> Result<Findings, Findings> {
    let set = CriteriaSet::from_json(&set_text(&file["with"])).unwrap_or_else(|e| panic!("{}: {e}", file["code"]));
    let bytes = serde_json::to_vec(&json!({"format": 1, "cities": [file["city"]]})).unwrap();
    let (cities, notes) = CityFile::from_json(&bytes).unwrap_or_else(|e| panic!("{}: {e}", file["code"]));
    assert!(notes.is_empty(), "{notes}");
    let as_of = file.get("as_of").map_or("2026-11-21", |day| day.as_str().unwrap());
    let mut options = AssessOptions::new(Date::parse(as_of).unwrap());
    if let Some(scheme) = file.get("scheme") {
        options = options.with_scheme(scheme.as_str().unwrap());
    }
    for parameter in file.get("parameters").and_then(Value::as_array).into_iter().flatten() {
        let value = Dec::parse(parameter["value"].as_str().unwrap()).unwrap();
        options = options.with_parameter(parameter["id"].as_str().unwrap(), None, value);
    }
    let assessment = set.assess(&cities.cities[0], &options);
    let level = set.level(&cities.cities[0], &options);
    assert_eq!(assessment.as_ref().err(), level.as_ref().err(), "assess and level differ");
    assessment.map(|assessment| assessment.findings().clone())
}

/// One city held against the embedded lists of units.
fn unit(file: &Value) -> Result<Findings, Findings> {
    let bytes = serde_json::to_vec(&json!({"format": 1, "cities": [file["city"]]})).unwrap();
    let (cities, notes) = CityFile::from_json(&bytes).unwrap_or_else(|e| panic!("{}: {e}", file["code"]));
    assert!(notes.is_empty(), "{notes}");
    let lists = dothi::units::UnitRegistry::builtin().unwrap();
    let findings = lists.check(&cities.cities[0], Date::parse("2026-11-21").unwrap());
    if findings.has_errors() { Err(findings) } else { Ok(findings) }
}

/// The tables of folder `base`, some taken out, replaced, added, given `again` or edited.
fn tables(file: &Value) -> Vec<(String, Vec<u8>)> {
    let list = |key: &str| file.get(key).and_then(Value::as_array).into_iter().flatten();
    let entries = fs::read_dir(root().join(file["base"].as_str().unwrap())).unwrap().map(|entry| entry.unwrap());
    let mut tables: Vec<(String, Vec<u8>)> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect();
    tables.sort();
    for name in list("without") {
        tables.retain(|(table, _)| *table != *name);
    }
    for other in list("files") {
        let name = other["name"].as_str().unwrap();
        tables.retain(|(table, _)| table != name);
        tables.push((name.into(), bytes(other)));
    }
    for name in list("again") {
        let table = tables.iter().find(|(table, _)| *table == *name).unwrap().clone();
        tables.push(table);
    }
    for change in list("edits") {
        let (_, bytes) = tables.iter_mut().find(|(table, _)| *table == change["table"]).unwrap();
        edit(bytes, change);
    }
    tables
}

/// Changes a row, the header being row 1: one cell, the whole line, a line put before it, or none left. No cell of the base
/// holds a line break.
fn edit(bytes: &mut Vec<u8>, change: &Value) {
    let text = String::from_utf8(std::mem::take(bytes)).unwrap();
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    let at = usize::try_from(change["row"].as_u64().unwrap()).unwrap() - 1;
    let text_of = |key: &str| change.get(key).map(|value| value.as_str().unwrap());
    if let Some(column) = text_of("column") {
        let column = cells(&lines[0]).iter().position(|name| name == column).unwrap();
        let mut row = cells(&lines[at]);
        row[column] = text_of("value").unwrap().into();
        let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        lines[at] = quoted.join(",");
    } else if let Some(line) = text_of("replace") {
        lines[at] = line.into();
    } else if let Some(line) = text_of("insert") {
        lines.insert(at, line.into());
    } else {
        assert_eq!(change["remove"], true, "{change}");
        lines.remove(at);
    }
    *bytes = (lines.join("\n") + "\n").into_bytes();
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => cells.last_mut().unwrap().extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}
