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
    if year > 2023 {
        // Less from year to year.
        edit(files, "X25", &|r| r["funding"][0]["disbursed"] = json!((2026 - year).to_string()));
        named("round.disbursed_fell", "X25");
    }
    planted
}

/// A file that is cut off, and one that is no report.
pub fn broken_files(folder: &Path) -> Vec<Value> {
    std::fs::write(folder.join("cut-off.json"), "{\"format\": 1, \"reports\": [").unwrap();
    std::fs::write(folder.join("no-report.csv"), "a,b\n1,2\n").unwrap();
    ["cut-off.json", "no-report.csv"].map(|file| json!({"code": "round.file_unreadable", "of": file})).into()
}
