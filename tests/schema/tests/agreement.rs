//! Schema and stage two of loading accept and refuse the same documents.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

use dothi::schema::Document;
use dothi_schema_tests::{Verdict, city_files, criteria_files, json_files, programme_files, read, record_files, root, validator, verdict};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static VALIDATORS: LazyLock<Vec<(Document, Validator)>> = LazyLock::new(|| READ.map(|document| (document, validator(document))).into());

/// Documents that a reader takes.
const READ: [Document; 5] = [Document::CriteriaSet, Document::CityData, Document::Record, Document::LocalReports, Document::ReportRound];

/// What differs between reader and schema on a document; what they agreed on.
fn held(document: Document, bytes: &[u8]) -> Result<Verdict, String> {
    let (verdict, codes) = verdict(document, bytes);
    let Ok(value) = serde_json::from_slice::<Value>(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) else {
        return if verdict == Verdict::Exempt { Ok(verdict) } else { Err(format!("no JSON, {codes:?}")) };
    };
    let (_, validator) = VALIDATORS.iter().find(|(known, _)| *known == document).unwrap();
    match (verdict, validator.is_valid(&value)) {
        (Verdict::Accepted, false) => {
            let errors = validator.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path()));
            Err(format!("only the schema refuses: {:?}", errors.take(3).collect::<Vec<_>>()))
        }
        (Verdict::Refused, true) => Err(format!("only the reader refuses: {codes:?}")),
        _ => Ok(verdict),
    }
}

#[test]
fn every_file_of_the_tree_is_accepted_by_both() {
    let sets = criteria_files();
    let cities = city_files();
    let records = record_files();
    assert!(records.len() > 8, "{}", records.len());
    assert!(sets.len() > 20 && cities.len() > 1_000, "{} {}", sets.len(), cities.len());
    let mut refused = Vec::new();
    for (document, files) in [(Document::CriteriaSet, &sets), (Document::CityData, &cities), (Document::Record, &records)] {
        for (name, file) in files {
            let bytes = serde_json::to_vec(file).unwrap();
            if held(document, &bytes).unwrap_or_else(|e| panic!("{name}: {e}")) != Verdict::Accepted {
                refused.push(name);
            }
        }
    }
    for (document, name, file) in programme_files() {
        assert_eq!(held(document, &serde_json::to_vec(&file).unwrap()), Ok(Verdict::Accepted), "{name}");
    }
    // The cases of faults hold one of shape; no other file does.
    assert!(refused.iter().all(|name| name.contains("tests/cases/errors")), "{refused:?}");
}

/// Broken files of faults that the schema does not see, and why. Faults of meaning need no entry: their files are well formed.
const LEXICAL: &[(&str, &str)] = &[
    ("json.syntax", "no JSON value"),
    ("json.doubled_key", "a JSON value has each key once"),
    ("json.decimal_too_long", "digits of a JSON number are not part of its value; those of a text are treated alike"),
    ("text.not_nfc", "no pattern says which marks could be composed"),
    ("text.legacy_text", "a guess about letters"),
    ("city.eth_for_dje", "a look-alike letter"),
    ("input.not_utf8", "no JSON value"),
    ("text.legacy_encoding", "no JSON value"),
];

#[test]
fn broken_files_are_refused_by_both_or_exempt_with_a_reason() {
    let mut exempt = BTreeSet::new();
    let mut counted = [0; 3];
    for path in json_files("tests/invalid") {
        let file = read(&path);
        let document = match file["input"].as_str().unwrap() {
            "set" => Document::CriteriaSet,
            "city" => Document::CityData,
            _ => continue,
        };
        let bytes = input(&file);
        let code = file["code"].as_str().unwrap();
        match held(document, &bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display())) {
            Verdict::Refused => counted[0] += 1,
            Verdict::Accepted => counted[1] += 1,
            Verdict::Exempt => {
                counted[2] += 1;
                let value = serde_json::from_slice::<Value>(&bytes);
                let (_, validator) = VALIDATORS.iter().find(|(known, _)| *known == document).unwrap();
                if value.is_ok_and(|value| !validator.is_valid(&value)) {
                    continue;
                }
                assert!(LEXICAL.iter().any(|(known, _)| *known == code), "{} is not seen and has no reason", path.display());
                exempt.insert(code.to_owned());
            }
        }
    }
    assert!(counted.iter().all(|n| *n > 5), "{counted:?}");
    assert_eq!(exempt, LEXICAL.iter().map(|(code, _)| (*code).to_owned()).collect(), "reasons that no file needs");
}

fn input(file: &Value) -> Vec<u8> {
    if let Some(lines) = file.get("lines") {
        return lines.as_array().unwrap().iter().map(|line| format!("{}\n", line.as_str().unwrap())).collect::<String>().into_bytes();
    }
    if let Some(hex) = file.get("hex") {
        let digits = hex.as_str().unwrap();
        return (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect();
    }
    if let Some(text) = file.get("text") {
        return text.as_str().unwrap().as_bytes().to_vec();
    }
    if let Some(base) = file.get("base") {
        let mut set = read(&root().join("tests/cases/sets").join(format!("{}.json", base.as_str().unwrap())));
        file["patch"].as_array().unwrap().iter().for_each(|change| patch(&mut set, change));
        return serde_json::to_vec(&set).unwrap();
    }
    serde_json::to_vec(&file["json"]).unwrap()
}

fn patch(set: &mut Value, change: &Value) {
    let (parent, last) = change["at"].as_str().unwrap().rsplit_once('/').unwrap();
    match (change.get("value"), set.pointer_mut(parent).unwrap()) {
        (Some(value), Value::Array(items)) if last == "-" => items.push(value.clone()),
        (Some(value), Value::Array(items)) => items[last.parse::<usize>().unwrap()] = value.clone(),
        (Some(value), Value::Object(members)) => drop(members.insert(last.into(), value.clone())),
        (None, Value::Object(members)) => drop(members.remove(last)),
        (None, Value::Array(items)) => drop(items.remove(last.parse().unwrap())),
        _ => panic!("{change}"),
    }
}

/// A document with the pointers of its nodes.
struct Tree {
    document: Document,
    root: Value,
    nodes: Vec<String>,
}

fn nodes(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.into());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| nodes(item, &format!("{at}/{i}"), out)),
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| nodes(member, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), out));
        }
        _ => {}
    }
}

fn tree(document: Document, root: Value) -> Tree {
    let mut pointers = Vec::new();
    nodes(&root, "", &mut pointers);
    Tree { document, root, nodes: pointers }
}

/// Small sets that together hold every word of the format, and the cases, one city each.
static TREES: LazyLock<Vec<Tree>> = LazyLock::new(|| {
    let sets = json_files("tests/cases/sets");
    let sets = sets.iter().map(|path| tree(Document::CriteriaSet, read(path)));
    let cities = city_files();
    let few = cities.len() / 60;
    let cities = cities.into_iter().step_by(few).map(|(_, city)| tree(Document::CityData, city));
    // The smallest records; those of 65 criteria take long.
    let mut records = record_files();
    records.sort_by_key(|(_, record)| record.to_string().len());
    let records = records.into_iter().take(4).map(|(_, record)| tree(Document::Record, record));
    let reports = programme_files().into_iter().map(|(document, _, file)| tree(document, file));
    let full = [tree(Document::CityData, full_city()), tree(Document::LocalReports, full_report())];
    sets.chain(cities).chain(records).chain(reports).chain(full).collect()
});

/// A city with every key.
fn full_city() -> Value {
    json!({"format": 1, "$schema": "../criteria/schema/city-data.json", "cities": [{
        "unit": {"code": "00004", "name": {"vi": "Phường Thử", "en": "Test Ward"}, "kind": "commune", "parent": "01", "region": "x",
            "members": [{"code": "00005", "name": "x"}], "urban_class": "special", "centrally_run": true, "heritage": false,
            "special_factors": true, "declared_urban": true, "valid_from": "2025-07-01"},
        "fictional": true, "period": "2025", "prepared_by": "x", "notes": [{"vi": "Ghi chú", "en": "Note"}],
        "observations": [
            {"criterion": "a", "data_point": "b", "role": "denominator", "value": "1.5", "unit": "percent", "period": "2025-12", "part": "x",
                "status": "E", "quality": "unknown", "sampling": "full_count", "source": "x", "note": "x"},
            {"criterion": "a", "value": true}, {"criterion": "a", "value": "no"}, {"criterion": "a", "value": -2.5e1}, {"criterion": "a", "status": "M"}],
        "evidence": [{"criteria": ["a", "b"], "number": "1/QĐ", "date": "2025-02-28", "issuer": "x", "summary": "x", "pages": "1-2", "url": "x",
            "sha256": "x", "kind": "plan", "public": false, "review": {"result": "asked_again", "by": "x", "date": "2026", "reason": "x"}}],
        "not_applicable": [{"criterion": "a", "reason": "x"}],
        "references": [{"id": "mean", "value": 2, "unit": "x", "period": "2025", "source": "x"}],
        "published": [{"scheme": "main", "group": "g", "of": "share", "value": "0.5", "source": "x", "clause": "x"}]}]})
}

/// A local report with every key.
fn full_report() -> Value {
    json!({"format": 1, "$schema": "x", "reports": [{
        "outline": "x", "round": "y", "unit": {"code": "00004", "name": "Phường Thử", "kind": "commune", "parent": "01"}, "fictional": true,
        "period": {"from": "2023", "to": "2025-06"}, "number": "1/BC", "date": "2025-07-01",
        "replaces": {"number": "0/BC", "date": "2025-06-30", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}, "received": "2025-07-02", "prepared_by": "x",
        "entries": [{"item": "5.1", "text": "x", "to": "x", "document": "x", "date": "2025-01"}],
        "nothing": [{"item": "1", "reason": "x"}],
        "funding": [{"category": "4.1", "project": "x", "code": "x", "year": 2024, "source": "other", "planned": "1.5", "disbursed": 0,
            "unit": "ty_dong", "note": "x"}],
        "totals": [{"category": "4.1", "year": 2024, "source": "other", "planned": "1", "disbursed": "1", "unit": "dong"}],
        "records": [{"file": "x.json", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}]})
}

static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = TREES.iter().flat_map(|tree| &tree.nodes).map(|pointer| pointer.rsplit('/').next().unwrap().to_owned());
    let mut keys: BTreeSet<String> = all.filter(|key| key.parse::<usize>().is_err()).collect();
    keys.insert("surprise".into());
    keys.into_iter().collect()
});

/// Texts of the documents: words of lists, ids, dates, numbers as text.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all = BTreeSet::new();
    for tree in TREES.iter() {
        all.extend(tree.nodes.iter().filter_map(|at| tree.root.pointer(at)?.as_str()).filter(|text| text.len() < 30).map(String::from));
    }
    all.into_iter().collect()
});

/// Texts at the edge of a rule.
const EDGES: &[&str] = &[
    "",
    " ",
    "\u{a0}",
    "x\n",
    "A",
    "a b",
    "a_b.c-d",
    "-a",
    ".a",
    "2026-02-29",
    "2024-02-29",
    "2100-02-29",
    "2000-02-29",
    "1899",
    "1900",
    "2999-12-31",
    "3000",
    "2026-13",
    "2026-00",
    "2026-4-1",
    "2026-04-31",
    "2026-06-30",
    "2026-11-00",
    "20261",
    "01",
    "-0",
    "1e5",
    "1E+5",
    "1.",
    ".5",
    "+1",
    "1,5",
    "0x1",
    "yes",
    "no",
    "Yes",
    "null",
    "1e-28",
    "1e-29",
    "12345678901234567890123456789",
    "đ",
    "a\u{323}",
    "a\u{7}",
];

/// Numbers as they may stand in a file.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "1.0",
    "1e0",
    "1.5",
    "2",
    "7",
    "16",
    "17",
    "20",
    "21",
    "30",
    "31",
    "100",
    "101",
    "9999",
    "10000",
    "10001",
    "1e27",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "12345678901234567890123456789",
    "0.1234567890123456789012345678901",
    "1e-30",
];

#[derive(Clone, Debug)]
enum Change {
    Delete,
    Add(Index, Leaf),
    Put(Leaf),
    Empty,
    Wrap,
    Repeat(usize),
    /// By a node of the same key elsewhere.
    Copy(Index, Index),
}

#[derive(Clone, Debug)]
enum Leaf {
    Null,
    Flag(bool),
    Text(Index),
    Edge(Index),
    Number(Index),
    Long(usize),
    List,
    Object,
}

impl Leaf {
    fn value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Flag(flag) => json!(flag),
            Self::Text(at) => json!(at.get::<String>(&TEXTS)),
            Self::Edge(at) => json!(at.get::<&str>(EDGES)),
            Self::Number(at) => serde_json::from_str(at.get::<&str>(NUMBERS)).unwrap(),
            Self::Long(length) => json!("a".repeat(*length)),
            Self::List => json!([]),
            Self::Object => json!({}),
        }
    }
}

fn leaf() -> impl Strategy<Value = Leaf> {
    prop_oneof![
        1 => Just(Leaf::Null),
        2 => any::<bool>().prop_map(Leaf::Flag),
        6 => any::<Index>().prop_map(Leaf::Text),
        6 => any::<Index>().prop_map(Leaf::Edge),
        6 => any::<Index>().prop_map(Leaf::Number),
        1 => prop::sample::select(vec![64usize, 65, 20_000, 20_001]).prop_map(Leaf::Long),
        1 => Just(Leaf::List),
        1 => Just(Leaf::Object),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => Just(Change::Delete),
        4 => (any::<Index>(), leaf()).prop_map(|(at, leaf)| Change::Add(at, leaf)),
        8 => leaf().prop_map(Change::Put),
        1 => Just(Change::Empty),
        1 => Just(Change::Wrap),
        1 => (2usize..20).prop_map(Change::Repeat),
        4 => (any::<Index>(), any::<Index>()).prop_map(|(tree, at)| Change::Copy(tree, at)),
    ]
}

fn apply(root: &mut Value, pointer: &str, change: &Change) {
    let Some(node) = root.pointer_mut(pointer) else { return };
    match change {
        Change::Put(leaf) => *node = leaf.value(),
        Change::Add(at, leaf) => {
            if let Value::Object(members) = node {
                members.insert(at.get::<String>(&KEYS).clone(), leaf.value());
            }
        }
        Change::Empty => match node {
            Value::Array(items) => items.clear(),
            Value::Object(members) => members.clear(),
            other => *other = json!(""),
        },
        Change::Wrap => *node = json!([node.take()]),
        Change::Repeat(times) => {
            if let Value::Array(items) = node
                && let Some(first) = items.first().cloned()
            {
                items.extend(std::iter::repeat_n(first, *times));
            }
        }
        Change::Copy(tree, at) => {
            let key = pointer.rsplit('/').next().unwrap();
            let tree = tree.get::<Tree>(&TREES);
            let same: Vec<&String> = tree.nodes.iter().filter(|other| other.rsplit('/').next() == Some(key)).collect();
            if !same.is_empty() {
                *node = tree.root.pointer(at.get::<&String>(&same)).unwrap().clone();
            }
        }
        Change::Delete => {
            let Some((parent, last)) = pointer.rsplit_once('/') else { return };
            match root.pointer_mut(parent) {
                Some(Value::Object(members)) => drop(members.remove(last)),
                Some(Value::Array(items)) => drop(items.remove(last.parse().unwrap())),
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn changed_documents_get_the_same_verdict(at in any::<Index>(), changes in prop::collection::vec((any::<Index>(), change()), 1..=2)) {
        let tree = at.get::<Tree>(&TREES);
        let mut root = tree.root.clone();
        for (at, change) in &changes {
            apply(&mut root, at.get::<String>(&tree.nodes), change);
        }
        let bytes = serde_json::to_vec(&root).unwrap();
        prop_assert!(bytes.len() < 3_000_000);
        held(tree.document, &bytes).map_err(TestCaseError::fail)?;
    }
}

/// Every third node of the set and the city that hold every key, deleted or of another type, one at a time.
#[test]
fn every_node_deleted_or_of_another_type_gets_the_same_verdict() {
    let others = [json!(null), json!(true), json!(7), json!("x"), json!([]), json!({}), json!(["x"]), json!({"surprise": 1})];
    let words = read(&root().join("tests/cases/sets/words-all.json"));
    let mut counted = [0; 3];
    for tree in [tree(Document::CriteriaSet, words), tree(Document::CityData, full_city())] {
        for (at, pointer) in tree.nodes.iter().step_by(3).enumerate() {
            let mut root = tree.root.clone();
            match others.get(at % (others.len() + 1)) {
                Some(value) => *root.pointer_mut(pointer).unwrap() = value.clone(),
                None => apply(&mut root, pointer, &Change::Delete),
            }
            let bytes = serde_json::to_vec(&root).unwrap();
            match held(tree.document, &bytes).unwrap_or_else(|e| panic!("{pointer}: {e}\n{:?}", root.pointer(pointer))) {
                Verdict::Refused => counted[0] += 1,
                Verdict::Accepted => counted[1] += 1,
                Verdict::Exempt => counted[2] += 1,
            }
        }
    }
    assert!(counted[0] > 100 && counted[1] > 5, "{counted:?}");
}
