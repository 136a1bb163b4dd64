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

const TWELVE: &str = "bindings/cli/tests/data/panel-twelve.csv";

#[test]
fn a_scheme_is_diagnosed_on_the_latest_period() {
    let shown = run(&format!("panel diagnose dti-922 {TWELVE} --lang vi --least-data 0.9"));
    assert_eq!(shown.code, 0, "{}", shown.err);
    let flat = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "12 đơn vị, kỳ 2025",
        "Trọng số thực tế âm −0,03 10",
        "11 0,74 0,264 0,97",
        "Trị riêng 3,75 1,48 1,06",
        "1 94 Gia Phú (hư cấu) 11 0 0",
        "93 Đông Hà Nam (hư cấu) 7/8",
        "một quy ước do người dùng chọn",
        "Bản chép chưa đối chiếu với văn bản chính thức",
    ] {
        assert!(flat.contains(part), "{part}: {}", shown.out);
    }
    let table = run(&format!("panel diagnose dti-922 {TWELVE} --lang en --format csv --period 2024"));
    assert!(table.out.lines().skip(1).all(|line| line.contains(",2024,") && line.contains("transcription not yet compared")));
    assert!(table.out.lines().any(|line| line.contains(",group,activity,") && line.contains(",alpha,")), "{}", table.out);
    let json: serde_json::Value = serde_json::from_str(&run(&format!("panel diagnose dti-922 {TWELVE} --format json")).out).unwrap();
    assert!(json["places"] == 12 && json["sections"]["component"].as_array().is_some_and(|all| !all.is_empty()));
}

#[test]
fn a_diagnosis_refuses_what_it_cannot_look_at() {
    let no_period = run(&format!("panel diagnose dti-922 {TWELVE} --lang en --period 1999"));
    assert_eq!(no_period.code, 1);
    assert!(no_period.err.contains("no period 1999") && no_period.err.contains("2024, 2025"), "{}", no_period.err);
    for wrong in ["--high-correlation 2", "--least-data NaN", "--period soon"] {
        assert_eq!(run(&format!("panel diagnose dti-922 {TWELVE} {wrong}")).code, 1, "{wrong}");
    }
    // An edition without a score is looked at by its figures.
    let figures = run("panel diagnose vn-ssc bindings/cli/tests/data/panel-ssc.csv --lang en");
    assert_eq!(figures.code, 0, "{}", figures.err);
    assert!(figures.out.contains("the scheme has no score"), "{}", figures.out);
}

#[test]
fn pictures_and_pages_are_files() {
    let dir = std::env::temp_dir().join(format!("dothi-panel-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let at = |name: &str| dir.join(name).display().to_string();
    for (command, said) in [
        ("rank", "Điểm của 10 đơn vị theo thứ hạng (không vẽ 2 đơn vị chưa có điểm)"),
        ("diagnose", "Tương quan (Pearson) giữa các tiêu chí"),
    ] {
        let (svg, html) = (at(&format!("{command}.svg")), at(&format!("{command}.html")));
        let done = run(&format!("panel {command} dti-922 {TWELVE} --lang vi --picture {svg} --report {html}"));
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(done.out.contains(&svg) && done.out.contains(&html), "{}", done.out);
        let (picture, page) = (std::fs::read_to_string(&svg).unwrap(), std::fs::read_to_string(&html).unwrap());
        assert!(picture.starts_with("<svg") && picture.contains("chính thức") && picture.contains(said), "{picture}");
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains(said) && page.contains("Gia Phú"));
    }
    let (svg, html, dir_of) = (at("trend.svg"), at("trend.html"), at("trend"));
    let done = run(&format!("panel trend dti-922 {TWELVE} --lang vi --picture {svg} --report {html} --pictures {dir_of}"));
    assert_eq!(done.code, 0, "{}", done.err);
    let picture = std::fs::read_to_string(&svg).unwrap();
    for part in ["3 đơn vị đầu và 3 đơn vị cuối trong", "Gia Phú (hư cấu) (tự đánh giá)", "chính thức", ">2024</text>"]
    {
        assert!(picture.contains(part), "{part}: {picture}");
    }
    assert_eq!(picture, std::fs::read_to_string(dir.join("trend/results.svg")).unwrap());
    let page = std::fs::read_to_string(&html).unwrap();
    for part in ["<html lang=\"vi\">", "Xu hướng 2024 – 2025", "chưa đối chiếu", "Thay đổi của điểm theo nguyên nhân", "So sánh trên cùng"]
    {
        assert!(page.contains(part), "{part}");
    }
    std::fs::remove_dir_all(&dir).unwrap();
}

/// The names of the files in a folder.
fn listed(folder: &std::path::Path) -> Vec<String> {
    let mut all: Vec<String> = std::fs::read_dir(folder).unwrap().map(|own| own.unwrap().file_name().into_string().unwrap()).collect();
    all.sort_unstable();
    all
}

#[test]
fn every_picture_of_an_analysis_can_be_had() {
    let dir = std::env::temp_dir().join(format!("dothi-pictures-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let at = |name: &str| dir.join(name).display().to_string();
    let doubts = "--seed 7 --replications 50 --resamples 100 --weights band:25%";
    let (html, folder) = (at("robust.html"), at("all"));
    let done = run(&format!("panel robust dti-922 {TWELVE} --lang en {doubts} --report {html} --pictures {folder}"));
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(listed(&dir.join("all")), ["flips.svg", "pairs.svg", "ranks.svg", "sobol.svg", "tornado.svg", "without.svg"]);
    let page = std::fs::read_to_string(&html).unwrap();
    for part in ["<html lang=\"en\">", "How far the results hold", "not yet compared", "50 replications, seed 7", "Gia Phú"] {
        assert!(page.contains(part), "{part}");
    }
    // A picture by itself is that of the page.
    for (show, name) in [
        ("places", "ranks"),
        ("tornado", "tornado"),
        ("sobol", "sobol"),
        ("flips", "flips"),
        ("pairs", "pairs"),
        ("leave-one-out", "without"),
    ] {
        let svg = at("one.svg");
        let done = run(&format!("panel robust dti-922 {TWELVE} --lang en {doubts} --show {show} --picture {svg}"));
        assert_eq!(done.code, 0, "{show}: {}", done.err);
        assert_eq!(std::fs::read_to_string(&svg).unwrap(), std::fs::read_to_string(dir.join(format!("all/{name}.svg"))).unwrap(), "{show}");
    }
    let nothing = run(&format!("panel robust dti-922 {TWELVE} --lang en {doubts} --show design --picture {}", at("none.svg")));
    assert!(nothing.code == 1 && nothing.err.contains("nothing to draw"), "{}", nothing.err);
    // A place by group, beside the median; of verified places the page is that of places judged one by one.
    let done = run(&format!("panel rank dti-922 {TWELVE} --lang vi --unit 94 --pictures {}", at("rank")));
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(listed(&dir.join("rank")), ["ranking.svg", "standing.svg"]);
    assert!(std::fs::read_to_string(dir.join("rank/standing.svg")).unwrap().contains("trung vị của 10 đơn vị"));
    for (wrong, said) in [("--unit 94", "--unit"), (&format!("--unit 1 --report {html}"), "by group")] {
        let refused = run(&format!("panel rank dti-922 {TWELVE} --lang en {wrong}"));
        assert!(refused.code == 1 && refused.err.contains(said), "{wrong}: {}", refused.err);
    }
    let done = run(&format!("panel score vn-ssc bindings/cli/tests/data/panel-reviewed.csv --lang vi --report {html}"));
    assert_eq!(done.code, 0, "{}", done.err);
    let page = std::fs::read_to_string(&html).unwrap();
    assert!(page.contains("(đã thẩm định)") && page.contains("không phải kết quả công nhận") && page.contains("DỮ LIỆU HƯ CẤU"));
    std::fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn files_are_refused_with_a_format_and_by_their_ending() {
    for wrong in ["--picture x.png", "--report x.docx", "--picture x.svg --format json"] {
        assert_eq!(run(&format!("panel rank dti-922 {TWELVE} {wrong}")).code, 1, "{wrong}");
    }
}

#[test]
fn treated_figures_say_so_in_every_row() {
    let folder = std::env::temp_dir().join(format!("dothi-treated-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let table = folder.join("one.csv");
    let all = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(TABLE)).unwrap();
    let one: Vec<&str> = all.lines().filter(|line| !line.contains("2024")).collect();
    std::fs::write(&table, one.join("\n")).unwrap();
    let table = table.to_str().unwrap().to_string();
    let shown = run(&format!("panel score dti-922 {table} --lang vi --least-data 1 --format csv"));
    assert_eq!(shown.code, 0, "{}{}", shown.out, shown.err);
    assert!(shown.out.lines().next().unwrap().contains(",mark,treatment,figures,notes,"), "{}", shown.out);
    assert!(shown.out.lines().skip(1).all(|line| line.contains("số liệu đã được xử lý theo")), "{}", shown.out);
    let words = run(&format!("panel score dti-922 {table} --lang en --least-data 1"));
    assert!(words.out.contains("units with less than 1 of their figures are not ranked"), "{}", words.out);
    let apart = run(&format!("panel score dti-922 {TABLE} --lang en --least-data 1 --format csv")).out;
    assert!(apart.lines().skip(1).all(|line| line.contains("figures are treated by the units of their period (2024: ")), "{apart}");
    let pooled = run(&format!("panel score dti-922 {TABLE} --lang vi --least-data 1 --pool-periods --format csv")).out;
    assert!(pooled.lines().skip(1).all(|line| line.contains("mọi kỳ chung một mẫu")), "{pooled}");
    for wrong in ["--normalise best", "--impute all", "--outliers winsorise:a:b", "--least-data x"] {
        assert_eq!(run(&format!("panel score dti-922 {table} {wrong}")).code, 1, "{wrong}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
