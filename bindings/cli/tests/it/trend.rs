//! Places over periods from the command line.

use crate::run::{DAY, Run, dothi};

const TABLE: &str = "bindings/cli/tests/data/panel-trend.csv";
const COUNTRY: &str = "bindings/cli/tests/data/trend-nq03.csv";

fn run(line: &str) -> Run {
    dothi(&format!("{line} --as-of {DAY}"))
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn changes_ranks_and_breaks_of_provinces() {
    let shown = run(&format!("panel trend dti-922 {TABLE} --from 2023 --to 2025 --peers region --lang vi"));
    assert_eq!(shown.code, 0, "{}", shown.err);
    let said = flat(&shown.out);
    for part in [
        "Xu hướng 2023 – 2025: 5 địa phương",
        "01 Hà Nội 0,5 0,54 +0,04 số liệu 2 / 5 2 → 2 / 4",
        "08 Tuyên Quang 0,45 0,505 đứt đoạn (B) địa giới",
        "so trên 4 đơn vị có kết quả ở cả hai kỳ, cùng địa giới",
        "Trung: – / 1",
        "Bản chép chưa đối chiếu với văn bản chính thức",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let one = flat(&run(&format!("panel trend dti-922 {TABLE} --unit 11 --lang en")).out);
    assert!(
        one.contains("What the change is made of") && one.contains("from rank 4 to rank 3 of 4 units present in both periods"),
        "{one}"
    );
}

#[test]
fn every_format_carries_the_marks() {
    for (lang, mark) in [("vi", "bản chép chưa đối chiếu với văn bản chính thức"), ("en", "a transcription not yet compared")]
    {
        for format in ["table", "md", "csv", "json"] {
            let shown = run(&format!("panel trend dti-922 {TABLE} --lang {lang} --format {format}"));
            assert!(flat(&shown.out.to_lowercase()).contains(mark), "{format}: {}", shown.out);
        }
    }
    let csv = run(&format!("panel trend dti-922 {TABLE} --lang vi --format csv --peers population --bands 600000,1500000")).out;
    let mut lines = csv.lines();
    assert!(lines.next().unwrap().starts_with("record,unit_code,") && csv.lines().count() > 60);
    assert!(lines.all(|line| line.to_lowercase().contains("bản chép chưa đối chiếu")), "every row");
    for record in ["point", "change", "cause", "group", "criterion", "peers", "mean"] {
        assert!(csv.lines().any(|line| line.starts_with(&format!("{record},"))), "{record}");
    }
    let json = run(&format!("panel trend dti-922 {TABLE} --lang en --format json")).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = json["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["mark"].is_string()) && json["periods"][1] == "2025");
    assert_eq!(json["findings"][0]["code"], "panel.break_in_series");
}

#[test]
fn targets_to_2030_by_both_ways() {
    let said = flat(&run(&format!("panel trend nq03 {COUNTRY} --target-year 2030 --lang vi")).out);
    assert!(said.contains("Mục tiêu có thời hạn (1)") && said.contains("≥ 30 (2030)"), "{said}");
    assert!(said.contains("32: đúng tiến") && said.contains("34,56: đúng") && said.contains("+1,5"), "{said}");
    assert!(said.contains("Chưa có số liệu nào: 24 mục tiêu"), "{said}");
    let none = run(&format!("panel trend nq03 {COUNTRY} --target-year 2045 --lang en"));
    assert!(none.code == 0 && !none.out.contains("Targets with"), "{}", none.out);
}

#[test]
fn city_data_over_editions_and_the_base_year() {
    let carried =
        "panel trend vn-ssc examples/vi-du.json --kind province --before vn-ssc@2022 --before-file examples/vi-du-2022.json --lang en";
    let said = flat(&run(carried).out);
    assert!(said.contains("vn-ssc@2022-u1 → vn-ssc@2026-u1: two editions"), "{said}");
    assert!(said.contains("break (B)") && said.contains("within these borders since 2025-07-01"), "{said}");
    let like = flat(&run(&format!("{carried} --like-for-like recounted")).out);
    assert!(like.contains("reference level 1/3") && like.contains("rule") && like.contains("of the same borders: recounted"), "{like}");
    let base = flat(&run("panel trend tt01 examples/vi-du-tt01.json --lang vi").out);
    assert!(base.contains("So với năm cơ sở 2015") && base.contains("Thay đổi chỉ được nêu, không đánh giá tốt xấu"), "{base}");
    assert!(base.contains("DỮ LIỆU HƯ CẤU"));
}

#[test]
fn what_cannot_be_answered_is_refused() {
    for (line, code, part) in [
        ("--from 2019", 2, "panel.no_such_period"),
        ("--peers urban_class", 2, "panel.no_such_column"),
        ("--peers region --bands 1", 2, "panel.not_a_size"),
        ("--bands 1", 1, ""),
        ("--before dti-922", 1, ""),
        ("--unit 99", 1, ""),
        ("--from năm", 1, ""),
    ] {
        let refused = run(&format!("panel trend dti-922 {TABLE} {line} --lang en"));
        let said = format!("{}{}", refused.out, refused.err);
        assert!(refused.code == code && said.contains(part), "{line}: {} {said}", refused.code);
    }
    let mixed = run("panel trend vn-ssc examples/vi-du.json --lang en");
    assert!(mixed.code == 2 && format!("{}{}", mixed.out, mixed.err).contains("panel.mixed_kinds"));
}

#[test]
fn score_and_rank_take_tidy_tables_and_city_data() {
    let ranked = run("panel rank dti-922 bindings/cli/tests/data/two-provinces.csv --lang vi --format csv");
    assert_eq!(ranked.code, 0, "{}", ranked.err);
    assert!(ranked.out.lines().skip(1).all(|line| line.contains("DỮ LIỆU HƯ CẤU") && line.contains("trong số 2 đơn vị")), "{}", ranked.out);
    let tidy = run(&format!("panel score nq03 {COUNTRY} --lang en --format csv"));
    assert_eq!(tidy.out.lines().count(), 4, "{}{}", tidy.out, tidy.err);
    let verified = flat(&run("panel score vn-ssc bindings/cli/tests/data/panel-reviewed.csv --lang vi").out);
    assert!(verified.contains("tự đánh giá") && verified.contains("đã thẩm định"), "{verified}");
    assert_eq!(run(&format!("panel rank nq03 {COUNTRY} --lang en")).code, 2);
}
