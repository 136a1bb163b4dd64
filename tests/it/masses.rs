//! Masses of one thing in what is joined, imported or looked up: a limit that is named, or time that grows with the bytes.

use crate::hostile::{city, city_file, codes, soon};
use crate::support::as_of;
use dothi::units::UnitRegistry;
use dothi::{CityData, CityFile, Findings, Lang, MergePart, import, merge};
use serde_json::{Value, json};

fn read(city: &Value) -> CityData {
    CityFile::from_json(&city_file(city)).unwrap().0.cities.remove(0)
}

#[test]
fn joining_takes_time_by_the_number_of_facts() {
    let day = |n: u32| format!("{}-{:02}-{:02}", 1900 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
    let dated = (0..60_000).map(|n| json!({"criterion": "a", "value": "7", "period": day(n)}));
    let open = (0..60_000).map(|_| json!({"criterion": "a", "value": "7"}));
    let (one, other) = (read(&city(dated.chain(open).collect())), read(&city(json!([]))));
    let merged = soon("60 000 figures with a period and as many without, in one file", || {
        merge(&[MergePart::new("a", &one), MergePart::new("b", &other)], None)
    });
    assert_eq!(merged.conflicts().count(), 0);

    let whole = |from: u32| {
        let mut whole = city(json!([]));
        let criteria: Vec<String> = (from..from + 60_000).map(|n| format!("c{n}")).collect();
        whole["evidence"] = json!([{"criteria": criteria, "summary": "x"}]);
        whole["notes"] = (from..from + 60_000).map(|n| json!({"vi": format!("ghi chú {n}"), "en": format!("note {n}")})).collect();
        read(&whole)
    };
    let (one, other) = (whole(0), whole(30_000));
    let merged = soon("a document of 60 000 criteria and 60 000 notes in two files", || {
        merge(&[MergePart::new("a", &one), MergePart::new("b", &other)], None).city.unwrap()
    });
    assert_eq!((merged.evidence[0].criteria.len(), merged.notes.len()), (90_000, 90_000));
}

/// Whether a file is refused with this code, its limit in both languages.
fn limited(findings: &Findings, code: &str, limit: &str) {
    let found = findings.iter().find(|finding| finding.code().as_str() == code).unwrap_or_else(|| panic!("no {code}: {findings}"));
    for lang in [Lang::Vi, Lang::En] {
        assert!(found.message(lang).contains(limit), "{}", found.message(lang));
    }
}

#[test]
fn tables_to_import_have_limits() {
    let head = "id,n,title_vi,title_en,source,clause,confidence,note\n";
    let refused = |content: String| import(&[("groups.csv", content.as_bytes())]).unwrap_err();
    limited(&soon("20 001 rows of a table", || refused([head, &"a,\n".repeat(20_001)].concat())), "csv.too_many_rows", "20000");
    limited(&refused(format!("{head}a,1,{},x,s,c,primary,\n", "ă".repeat(20_001))), "json.text_too_long", "20000");
    limited(&refused("x".repeat(5 << 20)), "input.too_large", "4194304");
    assert!(codes(&refused(",".repeat(1_000_000))).contains(&"csv.cell_without_column"));
}

#[test]
fn lists_of_places_have_limits() {
    let head = "code,name_vi,kind_vi,valid_from,valid_to,communes\n";
    let refused = |content: String| UnitRegistry::from_tables(&[("provinces-2025.csv", content.as_bytes())]).unwrap_err();
    limited(&soon("20 001 rows of a list", || refused([head, &",,,,,x\n".repeat(20_001)].concat())), "csv.too_many_rows", "20000");
    limited(&refused(format!("{head}01,{},tỉnh,2025-07-01,,\n", "a".repeat(1_001))), "json.text_too_long", "1000");
    limited(&refused("x".repeat(5 << 20)), "input.too_large", "4194304");
}

#[test]
fn a_place_of_many_parts_is_looked_up_in_time() {
    let mut place = city(json!([]));
    let name = "Phường Bến Nghé ".repeat(20);
    place["unit"]["kind"] = json!("urban_area");
    place["unit"]["members"] = (0..20_000).map(|n| json!({"code": format!("{n:05}"), "name": name})).collect();
    let (place, registry) = (read(&place), UnitRegistry::builtin().unwrap());
    let found = soon("20 000 members held against the lists", || registry.check(&place, as_of().as_of));
    assert!(codes(&found).contains(&"input.more_remarks") || codes(&found).contains(&"input.too_many_findings"), "{found}");
}
