//! Every file of `examples/` is read and assessed by its set, in every scheme that judges the kind of its places.

use dothi::{AssessOptions, CityFile, Date};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Which set a file is for: the longest beginning that fits.
const SETS: [(&str, &str); 8] = [
    ("dti-922-2022", "dti-922@2022"),
    ("vi-du-2022", "vn-ssc@2022"),
    ("vi-du-nq03", "nq03@2025"),
    ("vi-du-nq111", "nq111@2025"),
    ("vi-du-nq148", "nq148@2022"),
    ("vi-du-tt01", "tt01@2018"),
    ("vi-du-u4ssc", "u4ssc@2017"),
    ("vi-du", "vn-ssc@2026"),
];

#[test]
fn every_example_is_assessed_in_every_scheme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let readme = fs::read_to_string(folder.join("README.md")).unwrap();
    let mut runs: BTreeMap<String, usize> = BTreeMap::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "json") {
            continue;
        }
        let stem = path.file_stem().unwrap().to_str().unwrap();
        assert!(readme.contains(&format!("({stem}.json)")), "{stem} is named in examples/README.md");
        let (_, id) = SETS.iter().find(|(start, _)| stem.starts_with(start)).expect("a set for every example");
        let set = dothi::builtin::load(id).unwrap();
        let (file, notes) = CityFile::from_json(&fs::read(&path).unwrap()).expect(stem);
        assert!(notes.is_empty(), "{stem}: {notes:?}");
        for city in &file.cities {
            let made_up = city.unit.code.starts_with('X');
            assert_eq!(city.fictional, made_up, "{stem}: {}", city.unit.code);
            assert!(!made_up || city.notes.iter().any(|note| note.vi.contains("hư cấu")), "{stem}: {}", city.unit.code);
            for scheme in set.schemes().iter().filter(|s| s.unit_kinds.is_empty() || s.unit_kinds.contains(&city.unit.kind)) {
                let options = AssessOptions::new(Date::parse("2026-11-21").unwrap()).with_scheme(&scheme.id);
                let assessment = set.assess(city, &options).unwrap_or_else(|e| panic!("{stem}, {}, {}: {e:?}", city.unit.code, scheme.id));
                assert!(assessment.self_assessed().level.refused.is_empty() || stem.starts_with("vi-du-2022"), "{stem}: in scope");
                *runs.entry(id.to_string()).or_default() += 1;
            }
        }
    }
    let published: Vec<String> = dothi::builtin::FILES.iter().map(|file| format!("{}@{}", file.set, file.edition)).collect();
    assert!(published.iter().all(|id| runs.contains_key(id)), "an example for every published edition: {runs:?}");
    // Class I: 2 places; classes II and III: 5 places each in both.
    assert_eq!(runs["nq111@2025"], 12);
    assert_eq!((runs["nq148@2022"], runs["tt01@2018"]), (8, 6));
}

#[test]
fn the_example_at_every_minimum_of_class_3_has_exactly_75_points() {
    let set = dothi::builtin::load("nq111@2025").unwrap();
    let (file, _) = CityFile::from_json(include_bytes!("../../examples/vi-du-nq111-loai-2-3.json")).unwrap();
    let city = file.cities.iter().find(|c| c.unit.code == "X-10051").unwrap();
    let options = AssessOptions::new(Date::parse("2026-11-21").unwrap()).with_scheme("class-3");
    let assessment = set.assess(city, &options).unwrap();
    let view = assessment.self_assessed();
    assert_eq!((view.score.unwrap().value.to_string(), view.level.reached), ("75".into(), Some(1)));
}
