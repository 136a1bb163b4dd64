//! What the tests begin with.

use dothi::{AssessOptions, Assessment, CityData, CityFile, CriteriaSet, Date, Stage, builtin};
use std::path::{Path, PathBuf};

#[path = "../../../../tests/support/cases.rs"]
mod cases;

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The cities of an example.
pub fn cities(name: &str) -> CityFile {
    let bytes = std::fs::read(root().join("examples").join(name)).unwrap();
    CityFile::from_json(&bytes).unwrap_or_else(|found| panic!("{found}")).0
}

/// What SDMX-CSV has room for.
pub fn carried(city: &CityData) -> CityData {
    let mut out = city.clone();
    out.unit.members.clear();
    out.notes.clear();
    out.evidence.clear();
    out.not_applicable.clear();
    out.references.clear();
    out.published.clear();
    out
}

/// The day of every test.
pub const DAY: &str = "2026-11-21";

pub fn assess<'a>(set: &'a CriteriaSet, city: &'a CityData) -> Assessment<'a> {
    set.assess(city, &AssessOptions::new(Date::parse(DAY).unwrap())).unwrap_or_else(|found| panic!("{found}"))
}

/// One place of an example, judged.
pub fn judged<T>(set: &str, name: &str, code: &str, see: impl FnOnce(Assessment<'_>) -> T) -> T {
    let (set, file) = (builtin::load(set).unwrap(), cities(name));
    see(assess(&set, file.cities.iter().find(|city| city.unit.code == code).unwrap()))
}

/// Every example and every case of every language-neutral set that is judged without an error.
pub fn all(mut see: impl FnMut(Assessment<'_>)) {
    for (set, name) in [("vn-ssc", "vi-du.json"), ("vn-ssc@2022", "vi-du-2022.json"), ("dti-922", "dti-922-2022.json")] {
        let (set, file) = (builtin::load(set).unwrap(), cities(name));
        file.cities.iter().for_each(|city| see(assess(&set, city)));
    }
    let (mut judged, of_cases) = (0, root().join("tests/cases"));
    cases::each_case(&root(), |(path, set, at, _, data, options)| {
        // Sets written for the cases, and a few cases of each file, are enough to see every method.
        if set.header().stage != Stage::Draft || path.parent() != Some(of_cases.as_path()) || at % 7 > 0 {
            return;
        }
        let Ok((data, _)) = CityFile::from_json(data.to_string().as_bytes()) else { return };
        if let Ok(assessment) = set.assess(&data.cities[0], &options) {
            judged += 1;
            see(assessment);
        }
    });
    assert!(judged > 20, "{judged}");
}

/// Wherever a level is told as n of m, the words that go with it stand around it.
pub fn no_bare_level(text: &str) {
    let mut seen = 0;
    for told in ["1/3", "2/3", "3/3"] {
        for (at, _) in text.match_indices(told) {
            let (before, after) = (&text[..at], &text[at + told.len()..]);
            if !before.ends_with("cấp độ tham khảo ") && !before.ends_with("reference level ") {
                // Criteria met of criteria asked.
                assert!(
                    before.ends_with(": ") || before.ends_with(|c: char| c.is_ascii_digit()),
                    "{}",
                    &text[at.saturating_sub(60)..at + 40]
                );
                continue;
            }
            seen += 1;
            assert!(after.starts_with(" (bộ tiêu chí không chính thức") || after.starts_with(" (non-official set"), "{}", &after[..60]);
        }
    }
    assert!(seen > 3);
}

/// A place whose every text is hostile, of a set that judges it.
pub fn hostile() -> (CriteriaSet, CityFile) {
    let set = builtin::load("vn-ssc").unwrap();
    let long = "Rất dài ".repeat(2_000);
    let json = serde_json::json!({"format": 1, "cities": [{
        "unit": {"code": "a/b <c> \"d\"", "name": {"vi": "<b>Tên</b> [x](javascript:x)\n# đầu"}, "kind": "urban_area"},
        "observations": [{"criterion": "plan-02", "value": "yes", "period": "2025", "source": "{{ insert: param, a }}", "note": long, "part": null}],
        "evidence": [
            {"criteria": ["plan-02"], "summary": "=cmd|' /C calc'!A0 <script>", "url": "javascript:x", "number": "`1`", "sha256": "0".repeat(64),
             "review": {"result": "accepted", "by": "Người Thẩm Định", "reason": "*_~"}},
            {"criteria": ["plan-02"], "summary": "nội bộ", "url": "https://internal.example/a", "public": false},
            {"criteria": ["plan-02"], "summary": "công khai", "url": "https://example.vn/a", "public": true, "sha256": "0".repeat(64)},
        ],
        "not_applicable": [{"criterion": "cul-02", "reason": "<b>\n- không có"}],
    }]});
    let mut json = json;
    json["cities"][0]["observations"][0].as_object_mut().unwrap().remove("part");
    let (file, _) = CityFile::from_json(json.to_string().as_bytes()).unwrap_or_else(|found| panic!("{found}"));
    (set, file)
}
