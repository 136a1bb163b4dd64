//! Files changed at random: loading, judging and every view go on without a panic.

use crate::fuzzed::everything;
use crate::hostile::{city, city_file, codes};
use crate::support::as_of;
use dothi::{CityFile, CriteriaSet, Dec, Lang, builtin};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// A file, and a pointer to each of its nodes but the root.
struct Tree {
    root: Value,
    nodes: Vec<String>,
}

fn tree_of(bytes: &[u8]) -> Tree {
    let root: Value = serde_json::from_slice(bytes).unwrap();
    let mut nodes = Vec::new();
    gather(&root, String::new(), &mut nodes);
    Tree { root, nodes }
}

fn gather(value: &Value, here: String, nodes: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| gather(item, format!("{here}/{i}"), nodes)),
        Value::Object(members) => members.iter().for_each(|(key, item)| gather(item, format!("{here}/{key}"), nodes)),
        _ => {}
    }
    if !here.is_empty() {
        nodes.push(here);
    }
}

fn test_set(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sets").join(name)).unwrap()
}

static SMALL_SETS: LazyLock<Vec<Tree>> = LazyLock::new(|| {
    ["gates.json", "weights.json", "means.json", "expressions.json", "thirds.json", "words-all.json"]
        .map(|name| tree_of(&test_set(name)))
        .into()
});
static PUBLISHED_SETS: LazyLock<Vec<Tree>> = LazyLock::new(|| builtin::FILES.iter().map(|file| tree_of(file.bytes)).collect());
static LOADED_SETS: LazyLock<Vec<CriteriaSet>> =
    LazyLock::new(|| builtin::FILES.iter().map(|file| CriteriaSet::from_json(file.bytes).unwrap()).collect());
static EXAMPLES: LazyLock<Vec<Tree>> = LazyLock::new(|| {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = folder.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    let cities = files.iter().map(|path| fs::read(path).unwrap()).filter(|bytes| CityFile::from_json(bytes).is_ok());
    cities.map(|bytes| tree_of(&bytes)).collect()
});

/// The format's own keys and words, in alphabetical order.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words = std::collections::BTreeSet::new();
    for tree in SMALL_SETS.iter().chain(&*EXAMPLES) {
        for pointer in &tree.nodes {
            words.insert(pointer.rsplit('/').next().unwrap().to_string());
            words.extend(tree.root.pointer(pointer).and_then(Value::as_str).filter(|text| text.len() < 30).map(String::from));
        }
    }
    words.into_iter().collect()
});

const NUMBERS: &[&str] =
    &["0", "-1", "1", "2", "0.5", "1e-28", "-1e-28", "9999999999999999999999999999", "-9999999999999999999999999999", "1e27", "16", "yes"];

fn word() -> impl Strategy<Value = String> {
    any::<Index>().prop_map(|at| at.get(&WORDS).clone())
}

fn json_tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2i64..20).prop_map(Value::from),
        any::<Index>().prop_map(|at| Value::from(*at.get(NUMBERS))),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        let members = prop::collection::vec((word(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[derive(Clone, Debug)]
enum Change {
    Delete,
    Duplicate(String),
    Replace(Value),
    Number(Index),
    /// By another node of the same key.
    Copy(Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Delete),
        word().prop_map(Change::Duplicate),
        json_tree().prop_map(Change::Replace),
        any::<Index>().prop_map(Change::Number),
        any::<Index>().prop_map(Change::Copy),
    ]
}

fn changes(most: usize) -> impl Strategy<Value = Vec<(Index, Change)>> {
    prop::collection::vec((any::<Index>(), change()), 1..=most)
}

/// The file with nodes changed; what an earlier change took away stays away.
fn changed(tree: &Tree, changes: &[(Index, Change)]) -> Vec<u8> {
    let mut root = tree.root.clone();
    for (at, change) in changes {
        let mut pointer = at.get(&tree.nodes);
        if let Change::Number(_) = change {
            let is_number = |pointer: &&String| root.pointer(pointer).and_then(Value::as_str).is_some_and(|text| Dec::parse(text).is_ok());
            pointer = tree.nodes.iter().cycle().skip(at.index(tree.nodes.len())).take(tree.nodes.len()).find(is_number).unwrap_or(pointer);
        }
        let Some(node) = root.pointer(pointer).cloned() else { continue };
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        let put = match change {
            Change::Delete | Change::Duplicate(_) => None,
            Change::Replace(value) => Some(value.clone()),
            Change::Number(at) => Some(Value::from(*at.get(NUMBERS))),
            Change::Copy(at) => {
                let same_key: Vec<&String> = tree.nodes.iter().filter(|other| other.rsplit('/').next() == Some(last)).collect();
                root.pointer(at.get::<&String>(&same_key)).cloned()
            }
        };
        match (root.pointer_mut(parent), put, change) {
            (Some(Value::Array(items)), Some(value), _) => items[last.parse::<usize>().unwrap()] = value,
            (Some(Value::Array(items)), None, Change::Duplicate(_)) => items.push(node),
            (Some(Value::Array(items)), None, _) => drop(items.remove(last.parse().unwrap())),
            (Some(Value::Object(members)), Some(value), _) => drop(members.insert(last.into(), value)),
            (Some(Value::Object(members)), None, Change::Duplicate(key)) => drop(members.insert(key.clone(), node)),
            (Some(Value::Object(members)), None, _) => drop(members.remove(last)),
            _ => {}
        }
    }
    serde_json::to_vec(&root).unwrap()
}

/// Loads, assesses and shows whatever can be; whatever cannot has findings that can be shown.
fn exercise_city(bytes: &[u8], sets: &[CriteriaSet]) {
    match CityFile::from_json(bytes) {
        Err(findings) => drop(codes(&findings)),
        Ok((file, _)) => {
            let _ = (file.to_json(), file.to_csv());
            for (set, city) in sets.iter().flat_map(|set| file.cities.iter().map(move |city| (set, city))) {
                match set.assess(city, &as_of()) {
                    Ok(assessment) => {
                        assert_eq!(set.level(city, &as_of()).unwrap(), assessment.summary().level);
                        everything(&assessment);
                    }
                    Err(findings) => drop(codes(&findings)),
                }
            }
        }
    }
}

fn exercise_set(bytes: &[u8], cities: &[Vec<u8>]) {
    match CriteriaSet::from_json(bytes) {
        Err(findings) => drop(codes(&findings)),
        Ok(set) => {
            assert_eq!(CriteriaSet::from_json(set.to_json().as_bytes()).unwrap(), set);
            let _ = (set.page(Lang::Vi), set.page(Lang::En), set.template_csv(dothi::UnitKind::Province, Lang::Vi));
            let template = set.template_json(dothi::UnitKind::Province);
            let sets = [set];
            for city in cities.iter().map(Vec::as_slice).chain([template.as_bytes()]) {
                exercise_city(city, &sets);
            }
        }
    }
}

/// A city with a value for every input of the sets of `tests/cases/sets/`, whichever of them it is for.
fn city_for(set: &Value) -> Vec<u8> {
    let mut observations = Vec::new();
    for criterion in set["criteria"].as_array().unwrap() {
        let points = criterion["data_points"].as_array().unwrap();
        for (point, input) in points.iter().flat_map(|point| point["inputs"].as_array().unwrap().iter().map(move |input| (point, input))) {
            let value = if point["type"] == "boolean" { json!("yes") } else { json!(2) };
            let survey = criterion["judge"][0]["method"] == "survey";
            let mut observation = json!({"criterion": criterion["id"], "role": input["role"], "value": value, "period": "2025"});
            if points.len() > 1 {
                observation["data_point"] = point["id"].clone();
            }
            if survey {
                observation["sampling"] = json!("probability");
            }
            observations.push(observation);
        }
    }
    city_file(&city(json!(observations)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_tree_of_the_formats_own_keys_never_panics(mut tree in json_tree(), keys in prop::collection::vec((word(), json_tree()), 0..12)) {
        if let Value::Object(members) = &mut tree {
            members.extend(keys);
            members.insert("format".into(), json!(1));
        }
        let bytes = serde_json::to_vec(&tree).unwrap();
        codes(&CriteriaSet::from_json(&bytes).unwrap_err());
        exercise_city(&bytes, &[]);
    }

    #[test]
    fn a_small_set_with_changes_never_panics(at in any::<Index>(), changes in changes(2)) {
        let tree = at.get(&SMALL_SETS);
        exercise_set(&changed(tree, &changes), &[city_for(&tree.root)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn a_published_set_with_a_change_never_panics(at in any::<Index>(), changes in changes(1)) {
        let cities: Vec<Vec<u8>> = EXAMPLES.iter().map(|tree| serde_json::to_vec(&tree.root).unwrap()).collect();
        exercise_set(&changed(at.get(&PUBLISHED_SETS), &changes), &cities);
    }

    #[test]
    fn an_example_with_changes_never_panics(at in any::<Index>(), changes in changes(3)) {
        exercise_city(&changed(at.get(&EXAMPLES), &changes), &LOADED_SETS);
    }
}
