//! Wide tables from the command line.

use crate::run::{DAY, dothi};

const TABLE: &str = "bindings/cli/tests/data/panel-dti.csv";

fn run(line: &str) -> crate::run::Run {
    dothi(&format!("{line} --as-of {DAY}"))
}

#[test]
fn places_are_ranked_within_their_period() {
    let shown = run(&format!("panel rank dti-922 {TABLE} --lang vi"));
    assert_eq!(shown.code, 0, "{}", shown.err);
    for part in ["Một", "Hai", "1 / 2", "2 / 2", "1 / 1", "0,75", "Thứ hạng chỉ là thứ tự"] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let average = run(&format!("panel rank dti-922 {TABLE} --lang en --format csv --ties average"));
    let lines: Vec<&str> = average.out.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[1].starts_with("02,Hai,province,2024,dti-922@2022-u1,main,") && lines[1].contains(",0.75,1,2,average,"), "{}", lines[1]);
}

#[test]
fn every_format_carries_the_marks() {
    for lang in ["vi", "en"] {
        for format in ["table", "md", "csv", "json"] {
            let shown = run(&format!("panel score dti-922 {TABLE} --lang {lang} --format {format}")).out.to_lowercase();
            let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            let mark = if lang == "vi" {
                "bản chép chưa đối chiếu với văn bản chính thức"
            } else {
                "a transcription not yet compared"
            };
            assert!(words.contains(mark), "{format}: {words}");
        }
    }
}

#[test]
fn an_edition_without_a_score_is_not_ranked() {
    let table = "bindings/cli/tests/data/panel-ssc.csv";
    let refused = run(&format!("panel rank vn-ssc {table} --lang en"));
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("defines no score") || refused.out.contains("defines no score"), "{}{}", refused.out, refused.err);
    let grouped = run(&format!("panel score vn-ssc {table} --lang vi"));
    assert_eq!(grouped.code, 0, "{}", grouped.err);
    let flat = grouped.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("chưa đạt cấp độ nào (0/3)"), "{flat}");
}

#[test]
fn a_bad_table_names_every_cell() {
    let bad = run("panel score dti-922 bindings/cli/tests/data/panel-bad.csv --lang en");
    assert_eq!(bad.code, 2);
    let said = format!("{}{}", bad.out, bad.err);
    assert!(said.contains("panel.doubled_place") && said.contains("csv.not_a_number"), "{said}");
    assert_eq!(run(&format!("panel rank dti-922 {TABLE} --ties none --lang en")).code, 1);
}
