//! Local reports and syntheses from the command line.

use crate::run::{dothi, dothi_reading};
use serde_json::Value;

const ROUND: &str = "examples/programme/dot-2025.json";
const REPORTS: &str = "examples/programme/bao-cao-2025.json examples/programme/bao-cao-2025-X-03.csv";

#[test]
fn a_synthesis_names_everything_and_reconciles() {
    let run = dothi(&format!("programme synthesis {ROUND} {REPORTS} --lang vi"));
    assert_eq!(run.code, 0, "{}", run.err);
    let said = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in
        ["DỮ LIỆU HƯ CẤU", "được cộng 3 (muộn 1), chưa gửi 1", "2.084.850.000.000 đồng", "khớp đến đồng", "round.project_of_several: 1"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    let json: Value = serde_json::from_str(&dothi(&format!("programme synthesis {ROUND} {REPORTS} --format json")).out).unwrap();
    assert_eq!(json["reconciliation"]["agrees"], true);
    let other = "examples/programme/bao-cao-2025-X-03.csv examples/programme/bao-cao-2025.json";
    let again: Value = serde_json::from_str(&dothi(&format!("programme synthesis {ROUND} {other} --format json")).out).unwrap();
    assert_eq!(json, again, "the order of files changes nothing");
}

#[test]
fn every_output_is_written_and_carries_the_marks() {
    let dir = std::env::temp_dir().join(format!("dothi-programme-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let out: Vec<String> = ["json", "csv", "md", "html", "docx"].iter().map(|ending| format!("-o {}/th.{ending}", dir.display())).collect();
    let previous = "--previous-round examples/programme/dot-2024.json --previous examples/programme/bao-cao-2024.json";
    let run = dothi(&format!("programme synthesis {ROUND} {REPORTS} {previous} {} --lang vi", out.join(" ")));
    assert_eq!(run.code, 0, "{}", run.err);
    for ending in ["json", "csv", "md", "html"] {
        let text = std::fs::read_to_string(dir.join(format!("th.{ending}"))).unwrap();
        assert!(text.contains("DỮ LIỆU HƯ CẤU") && text.contains("Sớm ban hành quy định về dữ liệu đô thị."), "{ending}");
    }
    assert!(std::fs::read_to_string(dir.join("th.html")).unwrap().contains("So với đợt trước"));
    assert!(std::fs::read(dir.join("th.docx")).unwrap().starts_with(b"PK"));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn check_lists_every_finding_and_fails_only_on_errors() {
    let run = dothi(&format!("programme check {REPORTS} --round {ROUND} --lang en"));
    assert_eq!(run.code, 0, "{}", run.out);
    for code in ["report.late", "report.item_missing", "report.total_differs", "report.disbursed_over_planned"] {
        assert!(run.out.contains(code), "{code}: {}", run.out);
    }
    let broken = std::fs::read_to_string(crate::run::root().join("examples/programme/bao-cao-2025.json"))
        .unwrap()
        .replace("\"45500\"", "\"-45500\"");
    let run = dothi_reading("programme check - --format json", broken.as_bytes());
    assert_eq!(run.code, 2);
    assert!(run.out.contains("report.negative_amount"));
    assert_eq!(dothi("programme check examples/programme/bao-cao-2025.json --round no-such-round").code, 1);
}

#[test]
fn a_template_filled_in_is_accepted() {
    let template = dothi("programme template --round vi-du-2025 --lang vi").out;
    let filled = template.replace(";unit_code;;", ";unit_code;X-01;").replace(";unit_name;;", ";unit_name;Tỉnh Ví Dụ Bắc;");
    let run = dothi_reading(&format!("programme check - --round {ROUND} --lang vi"), filled.as_bytes());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("report.part_missing"));
    assert!(serde_json::from_str::<Value>(&dothi("programme template --format json").out).is_ok());
}

#[test]
fn a_document_leaves_blank_what_a_person_fills_in() {
    let run = dothi("programme report examples/programme/bao-cao-2025.json --unit X-01 --lang vi");
    assert_eq!(run.code, 0, "{}", run.err);
    for part in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nơi nhận:", "DỮ LIỆU HƯ CẤU", "250.000.000.000", "chưa có số liệu"]
    {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    assert!(!run.out.contains("15/BC-UBND"), "the number is left blank");
    assert_eq!(dothi("programme report examples/programme/bao-cao-2025.json --lang en").code, 1, "which of three");
}

#[test]
fn answers_can_be_merged_into_city_data() {
    let file = "examples/programme/bao-cao-2025-X-03.csv";
    let run = dothi(&format!("programme answers {file} --round {ROUND}"));
    assert_eq!(run.code, 0, "{}", run.err);
    let data: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(data["cities"][0]["observations"][0]["criterion"], "gov-02");
    assert_eq!(dothi_reading("check - --set vn-ssc --as-of 2026-11-21", run.out.as_bytes()).code, 0);
    assert_eq!(dothi(&format!("programme answers {file} --round {ROUND} --set dti-922")).code, 1);
}

#[test]
fn a_report_is_written_as_a_table_and_read_again() {
    let dir = std::env::temp_dir().join(format!("dothi-report-table-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let path = |ending: &str| format!("{}/bc.{ending}", dir.display());
    let report = "examples/programme/bao-cao-2025-X-03.csv";
    assert_eq!(dothi(&format!("programme report {report} -o {} --lang vi", path("csv"))).code, 0);
    assert_eq!(dothi(&format!("programme report {} -o {}", path("csv"), path("json"))).code, 0);
    assert_eq!(dothi(&format!("programme report {report} -o {}", path("other.json"))).code, 0);
    let read = |ending: &str| std::fs::read_to_string(path(ending)).unwrap();
    assert_eq!(read("json"), read("other.json"));
    assert!(read("csv").contains("1250,75;310,5;tỷ đồng"), "{}", read("csv"));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn rounds_are_worked_off_from_files_to_pages_in_both_languages() {
    let dir = std::env::temp_dir().join(format!("dothi-rounds-{}", std::process::id()));
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for year in ["2024", "2025"] {
        std::fs::create_dir_all(dir.join(year).join("reports")).unwrap();
        std::fs::create_dir_all(dir.join(year).join("cities")).unwrap();
        let copy = |from: &str, to: &str| {
            std::fs::copy(root.join(from), dir.join(year).join(to)).unwrap();
        };
        copy(&format!("programme/dot-{year}.json"), "round.json");
        copy(&format!("programme/bao-cao-{year}.json"), "reports/a.json");
        copy("vi-du.json", "cities/a.json");
        let rural = r#"{"format":1,"cities":[{"unit":{"code":"X-9","name":{"vi":"Xã Ví Dụ"},"kind":"commune","declared_urban":false},"observations":[]},
            {"unit":{"code":"X-8","name":{"vi":"Xã Sai"},"kind":"commune"},"observations":[{"criterion":"khong-co","role":"value","value":1}]}]}"#;
        std::fs::write(dir.join(year).join("cities/b.json"), rural).unwrap();
    }
    let out = dir.join("out");
    let run = dothi(&format!("programme rounds {} -o {} --as-of 2026-11-21 --lang vi", dir.display(), out.display()));
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("4 đơn vị có số liệu, đánh giá 2, ngoài phạm vi 1, có lỗi 1"), "{}", run.out);
    for (page, words) in [("synthesis.vi.html", "Báo cáo tổng hợp"), ("synthesis.en.html", "National synthesis")] {
        let page = std::fs::read_to_string(out.join("2025").join(page)).unwrap();
        assert!(page.contains(words) && page.contains("HƯ CẤU"));
    }
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(out.join("2025/synthesis.json")).unwrap()).unwrap();
    assert_eq!(json["progress"]["round"], "vi-du-2024");
    let groups = json["levels"].as_array().unwrap().iter().map(|own| (own["kind"].as_str().unwrap(), own["verified"].as_bool().unwrap()));
    assert_eq!(groups.collect::<Vec<_>>(), [("province", false), ("urban_area", false), ("urban_area", true)]);
    assert!(json["anomalies"].to_string().contains("Xã Sai (X-8)"));
    let places = std::fs::read_to_string(out.join("2025/places.csv")).unwrap();
    let of = |code: &str| places.lines().filter(|line| line.starts_with(code)).count();
    assert_eq!((of("X-0001,"), of("X-00,"), of("X-9,"), of("X-8,"), places.lines().count()), (2, 1, 1, 1, 6), "verified and self-assessed");
    assert!(places.lines().skip(1).filter(|line| !line.contains("X-8")).all(|line| line.contains("không chính thức")), "{places}");
    let record = out.join("2025/records/X-00.record.json");
    assert_eq!(dothi(&format!("verify {}", record.display())).code, 0);
    assert_eq!(dothi(&format!("programme rounds {} -o {}", out.display(), out.display())).code, 1, "no round in it");
    std::fs::remove_dir_all(dir).unwrap();
}
