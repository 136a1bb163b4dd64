//! What is made wrong on purpose.

use serde_json::{Value, json};
use std::path::Path;

/// Files with their reports.
type Files = Vec<(String, Vec<Value>)>;

/// The reports of a province's own file.
fn own(files: &mut Files, code: &str) -> usize {
    let name = format!("{code}.json");
    files.iter().position(|(file, _)| *file == name).unwrap()
}

/// Changes reports of one year; what was planted: the code of the finding, and the unit or file it is of.
pub fn plant(files: &mut Files, year: u16) -> Vec<Value> {
    let mut planted = Vec::new();
    let mut named = |code: &str, of: &str| planted.push(json!({"code": code, "of": of}));
    let edit = |files: &mut Files, code: &str, change: &dyn Fn(&mut Value)| {
        let at = own(files, code);
        change(&mut files[at].1[0]);
    };
    let at = own(files, "X05");
    files[at].1.clear();
    named("round.report_missing", "X05");
    for code in ["X07", "X08"] {
        edit(files, code, &|r| r["received"] = json!(format!("{}-03-31", year + 1)));
        named("report.late", code);
    }
    edit(files, "X09", &|r| drop(r.as_object_mut().unwrap().remove("received")));
    named("report.no_day", "X09");
    let at = own(files, "X10");
    let mut copy = files[at].1.clone();
    copy[0]["received"] = json!(format!("{}-03-30", year + 1));
    files.push(("X10-again.json".into(), copy));
    named("round.report_copied", "X10");
    let at = own(files, "X11");
    let mut other = files[at].1.clone();
    other[0]["funding"][0]["disbursed"] = json!("1");
    files.push(("X11-other.json".into(), other));
    named("round.reports_contradict", "X11-other.json");
    named("round.reports_contradict", "X11.json");
    edit(files, "X12", &|r| r["funding"][0]["planned"] = json!("-5"));
    named("report.negative_amount", "X12");
    named("round.report_refused", "X12");
    edit(files, "X13", &|r| r["round"] = json!("gia-dinh-1999"));
    named("report.other_round", "X13");
    edit(files, "X14", &|r| r["totals"][0]["planned"] = json!("1"));
    named("report.total_differs", "X14");
    edit(files, "X15", &|r| r["funding"][1]["disbursed"] = json!("99999999"));
    named("report.disbursed_over_planned", "X15");
    edit(files, "X16", &|r| {
        let line = r["funding"][2].clone();
        r["funding"].as_array_mut().unwrap().push(line);
    });
    named("report.doubled_project", "X16");
    for code in ["X17", "X18"] {
        edit(files, code, &|r| r["funding"][0]["code"] = json!("GD-CHUNG"));
    }
    named("round.project_of_several", "X17");
    edit(files, "X19", &|r| drop(r["entries"].as_array_mut().unwrap().remove(4)));
    named("report.item_missing", "X19");
    edit(files, "X20", &|r| drop(r["entries"].as_array_mut().unwrap().remove(5)));
    named("report.part_missing", "X20");
    edit(files, "X21", &|r| r["funding"][0]["year"] = json!(2019));
    named("report.year_outside", "X21");
    edit(files, "X22", &|r| r["nothing"] = json!([{"item": "5.1"}]));
    named("report.nothing_but_filled", "X22");
    edit(files, "X23", &|r| r["funding"][0]["category"] = json!("4.4"));
    named("report.unknown_category", "X23");
    edit(files, "X24", &|r| r["records"] = json!([{"file": "khong-co.json"}]));
    named("report.record_missing", "X24");
    let at = own(files, "X01");
    let mut stranger = files[at].1.clone();
    stranger[0]["unit"] = json!({"code": "X99", "name": "Tỉnh Ngoài Danh Sách", "kind": "province"});
    files.push(("X99.json".into(), stranger));
    named("report.unit_not_listed", "X99");
    let lost = files.iter_mut().find(|(name, _)| name == "X02-inside.json").unwrap();
    lost.1[0]["unit"]["parent"] = json!("X77");
    named("round.unknown_parent", lost.1[0]["unit"]["code"].as_str().unwrap());
    replaced(files, year, &mut named);
    let own_project = json!("GD-X31");
    for name in ["X31.json", "X31-inside.json"] {
        let file = files.iter_mut().find(|(file, _)| file == name).unwrap();
        file.1[0]["funding"][0]["code"] = own_project.clone();
    }
    named("round.project_in_province", "X31 ");
    if year > 2023 {
        // Less from year to year.
        edit(files, "X25", &|r| r["funding"][0]["disbursed"] = json!((2026 - year).to_string()));
        named("round.disbursed_fell", "X25");
    }
    planted
}

/// Corrected reports: one as it should be, two of the same, a circle, one of another unit, one of nobody.
fn replaced(files: &mut Files, year: u16, named: &mut dyn FnMut(&str, &str)) {
    let date = format!("{}-02-01", year + 1);
    let mut put = |code: &str, version: &str, number: &str, replaces: Option<&str>| {
        let at = own(files, code);
        let mut report = files[at].1[0].clone();
        report["number"] = json!(number);
        report["date"] = json!(date);
        match replaces {
            Some(earlier) => report["replaces"] = json!({"number": earlier, "date": date}),
            None => drop(report.as_object_mut().unwrap().remove("replaces")),
        }
        if version.is_empty() {
            files[at].1[0] = report;
        } else {
            report["funding"][0]["disbursed"] = json!(version.len() + number.len());
            files.push((format!("{code}{version}.json"), vec![report]));
        }
    };
    put("X26", "-moi", "26b/BC", Some("26a/BC"));
    put("X26", "", "26a/BC", None);
    put("X27", "-hai", "27b/BC", Some("27a/BC"));
    put("X27", "-ba", "27cc/BC", Some("27a/BC"));
    put("X27", "", "27a/BC", None);
    put("X28", "-hai", "28b/BC", Some("28a/BC"));
    put("X28", "", "28a/BC", Some("28b/BC"));
    put("X29", "", "29/BC", Some("26a/BC"));
    put("X30", "", "30/BC", Some("chua-gui/BC"));
    named("round.report_replaced", "X26.json");
    named("round.report_replaced", "X27.json");
    named("round.replaced_twice", "X27-hai.json");
    named("round.replaced_twice", "X27-ba.json");
    named("round.replacement_cycle", "X28.json");
    named("round.replacement_cycle", "X28-hai.json");
    named("round.replaces_other_unit", "X29");
    named("round.replaces_unknown", "X30");
}

/// A file that is cut off, and one that is no report.
pub fn broken_files(folder: &Path) -> Vec<Value> {
    std::fs::write(folder.join("cut-off.json"), "{\"format\": 1, \"reports\": [").unwrap();
    std::fs::write(folder.join("no-report.csv"), "a,b\n1,2\n").unwrap();
    ["cut-off.json", "no-report.csv"].map(|file| json!({"code": "round.file_unreadable", "of": file})).into()
}
