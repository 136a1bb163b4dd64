//! Machine formats, templates, imports, completions, manual.

use crate::run::{DAY, dothi, dothi_reading, root};
use serde_json::Value;

fn json(line: &str) -> Value {
    let run = dothi(line);
    assert_eq!(run.code, 0, "{line}: {}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

/// Rows of a CSV without line breaks in its cells, by the quoting of RFC 4180.
fn rows(line: &str) -> Vec<Vec<String>> {
    let run = dothi(line);
    assert_eq!(run.code, 0, "{line}: {}", run.err);
    let cells = |row: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for c in row.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().unwrap().push(c),
            }
        }
        cells
    };
    run.out.lines().map(cells).collect()
}

#[test]
fn results_are_an_array_of_canonical_assessments() {
    let line = format!("assess dti-922 examples/dti-922-2022.json --as-of {DAY} --format json");
    let all = json(&line);
    assert_eq!(all.as_array().unwrap().len(), 5);
    assert_eq!(all[0]["self_assessed"]["score"]["value"], "0.800175");
    assert_eq!(all[0]["published"][0]["within_tolerance"], true);
    // Canonical: sorted keys, no white space. The text of the parsed value is the same text.
    assert_eq!(serde_json::to_string(&all).unwrap() + "\n", dothi(&line).out);
}

#[test]
fn rows_have_every_column_and_the_state() {
    let rows = rows(&format!("assess vn-ssc examples/vi-du.json --as-of {DAY} --format csv"));
    assert_eq!(rows[0], dothi::ROW_COLUMNS);
    assert!(rows.iter().all(|row| row.len() == dothi::ROW_COLUMNS.len()));
    let state = |state: &str| rows.iter().filter(|row| row[4] == state).count();
    assert_eq!((state("self_assessed"), state("verified")), (130, 65));
}

#[test]
fn a_plan_as_json_and_as_rows() {
    let line = format!("gaps vn-ssc examples/vi-du.json --unit X-0001 --as-of {DAY} --format");
    let plan = json(&format!("{line} json"));
    assert_eq!(plan[0]["proven_minimal"], true);
    assert_eq!(plan[0]["target"]["level"], 2);
    let rows = rows(&format!("{line} csv"));
    assert_eq!(rows.len(), plan[0]["fixes"].as_array().unwrap().len() + 1);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}

#[test]
fn a_plan_without_fixes_still_has_a_row() {
    let rows = rows(&format!("gaps dti-922 examples/dti-922-2022.json --unit 48 --as-of {DAY} --format csv"));
    assert_eq!(rows.len(), 2);
    assert!(rows[1].contains(&"no_levels".to_string()));
}

#[test]
fn findings_as_json_and_as_rows() {
    let run = dothi("check bindings/cli/tests/data/broken.json --format json");
    assert_eq!(run.code, 2);
    let all: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(all[0]["findings"][0]["finding"]["code"], "json.unknown_choice");
    let run = dothi("check bindings/cli/tests/data/broken.json --format csv --lang vi");
    assert_eq!(run.out.lines().count(), 5, "{}", run.out);
}

#[test]
fn the_set_as_json_is_the_file_itself() {
    let file = std::fs::read_to_string(root().join("criteria/dti-922/2022-u1.json")).unwrap();
    assert_eq!(dothi("show dti-922 --format json").out, file);
    assert_eq!(dothi("show criteria/dti-922/2022-u1.json --format json").out, file);
    assert_eq!(json("show dti-922 awareness --format json")["criterion"]["id"], "awareness");
}

#[test]
fn the_set_as_a_page_and_as_rows() {
    assert!(dothi("show vn-ssc --format md --lang en").out.starts_with("# Reference criteria set"));
    let rows = rows("show vn-ssc --format csv --lang en");
    assert!(rows.len() > 152 && rows.iter().all(|row| row.len() == rows[0].len()));
}

#[test]
fn the_embedded_sets_as_json_and_as_rows() {
    let all = json("sets --format json");
    let count = |id: &str| all.as_array().unwrap().iter().find(|set| set["id"] == id).unwrap()["criteria"]["all"].clone();
    assert_eq!((count("vn-ssc@2022-u1"), count("vn-ssc@2026-u1")), (49.into(), 65.into()));
    assert_eq!(rows("sets --format csv").len(), all.as_array().unwrap().len() + 1);
}

#[test]
fn units_as_json_and_as_rows() {
    let all = json(&format!("units --kind commune --on {DAY} --format json"));
    assert_eq!(all["units"].as_array().unwrap().len(), 3_321);
    assert_eq!(all["marks"][0]["code"], "reported");
    assert!(all["sources"].as_array().unwrap().len() > 10);
    let searched = json(&format!("units nam dinh --on {DAY} --format json"));
    assert_eq!(searched["units"][0]["name"], "Phường Nam Định");
}

#[test]
fn a_former_province_as_json_and_as_rows() {
    let all = json(&format!("units --former 36 --on {DAY} --format json"));
    assert_eq!(all["units"][0]["became"][0]["code"], "37");
    assert_eq!(all["units"][0]["became"][0]["change"], "merged");
    let rows = rows(&format!("units --on {DAY} --format csv --lang en"));
    assert_eq!(rows.len(), 35);
    let column = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
    let ninh_binh = rows.iter().find(|row| row[column("code")] == "37").unwrap();
    assert_eq!((ninh_binh[column("made_of")].as_str(), ninh_binh[column("change")].as_str()), ("35;36;37", "merged"));
    assert!(rows.iter().skip(1).all(|row| row.len() == rows[0].len() && row[column("mark")].contains("transcription")));
}

#[test]
fn editions_as_json_and_as_rows() {
    let all = json("sets --on 2026-11-21 --format json");
    let of = |set: &str| all.as_array().unwrap().iter().find(|one| one["set"] == set).unwrap().clone();
    assert_eq!((of("vn-ssc")["edition"].as_str(), of("vn-ssc")["holds"].as_str()), (Some("vn-ssc@2026-u1"), Some("applies")));
    assert_eq!((of("dti-922")["edition"].as_str(), of("dti-922")["holds"].as_str()), (Some("dti-922@2022-u1"), Some("in_force")));
    let diff = json("diff vn-ssc@2022 vn-ssc@2026 --format json");
    assert_eq!((diff["pairing"].as_str(), diff["counts"]["dropped"].as_u64()), (Some("crosswalk"), Some(4)));
    let carried = json(&format!("carry vn-ssc@2022 vn-ssc@2026 examples/vi-du-2022.json --as-of {DAY} --format json"));
    assert_eq!(carried[0]["levels"][0]["causes"], serde_json::json!(["data", "rule"]));
    for line in ["sets --on 2026-11-21", "diff vn-ssc@2026 vn-ssc@2022", "carry vn-ssc vn-ssc@2022 examples/vi-du.json"] {
        let rows = rows(&format!("{line} --format csv --lang vi"));
        assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == rows[0].len()), "{line}");
    }
}

#[test]
fn the_whole_result_explains_itself_as_json() {
    let all = json(&format!("explain vn-ssc examples/vi-du.json --as-of {DAY} --format json"));
    assert_eq!(all.as_array().unwrap().len(), 2);
}

#[test]
fn an_imported_set_is_the_published_file() {
    let file = std::fs::read_to_string(root().join("criteria/vn-ssc/2026-u1.json")).unwrap();
    assert!(dothi("import criteria/tables/vn-ssc/2026").out == file);
    let out = std::env::temp_dir().join(format!("dothi-import-{}.json", std::process::id()));
    let run = dothi(&format!("import criteria/tables/vn-ssc/2026 -o {}", out.display()));
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    assert!(std::fs::read_to_string(&out).unwrap() == file);
    std::fs::remove_file(out).unwrap();
}

#[test]
fn a_template_is_read_back() {
    for format in ["csv", "json"] {
        for (set, kind, code) in [("dti-922", "province", "01"), ("vn-ssc", "commune", "00001")] {
            let template = dothi(&format!("template {set} --kind {kind} --format {format} --lang vi"));
            assert_eq!(template.code, 0, "{}", template.err);
            let filled = template.out.replace("\"?\"", &format!("\"{code}\"")).replacen(";;;;code;;;;", &format!(";;;;code;;;{code};"), 1);
            let filled = filled.replacen(";;;;name_vi;;;;", ";;;;name_vi;;;Nơi Ví Dụ;", 1);
            let checked = dothi_reading(&format!("check - --set {set} --as-of {DAY} --lang en"), filled.as_bytes());
            assert_eq!(checked.code, 0, "{format} {set}:\n{}", checked.out);
        }
    }
}

#[test]
fn completions_and_manual_name_every_command() {
    for line in ["completions bash", "completions zsh", "completions fish", "man", "--help"] {
        let run = dothi(line);
        assert_eq!(run.code, 0);
        for command in [
            "sets",
            "show",
            "check",
            "template",
            "convert",
            "export",
            "merge",
            "digest",
            "assess",
            "explain",
            "gaps",
            "import",
            "panel",
            "programme",
            "record",
            "schema",
            "units",
            "verify",
        ] {
            assert!(run.out.contains(command), "{line}: {command}");
        }
    }
    assert!(dothi("--help").out.contains("Mã thoát"));
    let dir = std::env::temp_dir().join(format!("dothi-man-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    assert_eq!(dothi(&format!("man --dir {}", dir.display())).code, 0);
    assert!(dir.join("dothi-assess.1").exists());
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn schemas_are_printed_for_files_and_for_sets() {
    for name in ["criteria-set", "city-data", "assessment", "record", "local-reports", "report-round"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../criteria/schema/{name}.json"));
        assert_eq!(dothi(&format!("schema {name}")).out, std::fs::read_to_string(path).unwrap(), "{name}");
    }
    let of_set: serde_json::Value = serde_json::from_str(&dothi("schema vn-ssc@2026").out).unwrap();
    assert_eq!(of_set["$id"], "urn:dothi:schema:city-data:1.0:vn-ssc@2026-u1");
    let table: serde_json::Value = serde_json::from_str(&dothi("schema dti-922 --frictionless").out).unwrap();
    let header = dothi("template dti-922 --kind province --lang en").out.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
    let names: Vec<&str> = table["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names.join(","), header);
    assert_eq!(dothi("schema nothing-of-ours").code, 1);
    assert_eq!(dothi("schema criteria-set --format csv").code, 1);
}
