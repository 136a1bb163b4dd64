//! `panel robust` from the command line.

use crate::run::{DAY, Run, dothi};

const TABLE: &str = "bindings/cli/tests/data/panel-robust.csv";

fn run(more: &str) -> Run {
    dothi(&format!("panel robust dti-922 {TABLE} --seed 7 --replications 400 --as-of {DAY} {more}"))
}

#[test]
fn ranks_come_with_their_intervals_seed_and_doubts() {
    let shown = run("--weights dirichlet:50 --lang vi");
    assert_eq!(shown.code, 0, "{}", shown.err);
    for part in ["400 lần mô phỏng, số khởi tạo 7", "weights=dirichlet:50", "2 / 3", "3 – 3 – 3", "0,613", "3 đơn vị", "1 / 1"]
    {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let again = run("--weights dirichlet:50 --lang en --format csv");
    assert_eq!(again.out, run("--weights dirichlet:50 --lang en --format csv").out);
    let head = again.out.lines().next().unwrap();
    assert!(head.starts_with("unit_code,unit_name,score,rank,rank_of,rank_low,rank_median,rank_high,rank_mean,"), "{head}");
    let last = again.out.lines().last().unwrap();
    assert!(last.starts_with("01,Một,0.25,1,1,1,1,1,1,0.25,0,"), "{last}");
    assert!(again.out.lines().skip(1).all(|line| line.contains(",7,weights=dirichlet:50,")), "{}", again.out);
}

#[test]
fn every_analysis_in_every_format_carries_the_marks() {
    for show in ["places", "pairs", "sobol", "tornado", "flips", "leave-one-out", "design"] {
        for (lang, mark) in [("vi", "bản chép chưa đối chiếu với văn bản chính thức"), ("en", "a transcription not yet compared")]
        {
            for format in ["table", "md", "csv", "json"] {
                let shown =
                    run(&format!("--weights band:25% --error awareness=5% --show {show} --resamples 100 --lang {lang} --format {format}"));
                assert_eq!(shown.code, 0, "{show} {format}: {}", shown.err);
                let words = shown.out.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(words.contains(mark), "{show} {format}: {words}");
                assert!(words.lines().count() > 0 && !shown.out.contains("NaN"), "{show} {format}");
            }
        }
    }
}

#[test]
fn a_pair_is_named_by_codes() {
    let shown = run("--weights band:25% --show flips --pair 02,03 --format csv --lang en");
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.lines().skip(1).all(|line| line.starts_with("02,03,")) && shown.out.lines().count() > 3, "{}", shown.out);
    let unknown = run("--weights band:25% --show flips --pair 02,99 --lang vi");
    assert!(unknown.code == 1 && unknown.err.contains("cả hai địa phương mang mã 02, 99"), "{}", unknown.err);
    let near = run("--weights band:25% --show flips --format csv --lang en");
    let row: Vec<&str> = near.out.lines().nth(1).unwrap().split(',').collect();
    assert_eq!(row[..4], ["03", "02", "foundation", "institutions"]);
    assert!((row[5].parse::<f64>().unwrap() - 0.2).abs() < 0.01 && row[7] == "formula", "{row:?}");
}

#[test]
fn an_edition_without_a_score_says_how_often_each_level_is_reached() {
    let line = "panel robust vn-ssc bindings/cli/tests/data/panel-ssc.csv --seed 1 --replications 5 --assumed 20%";
    let shown = dothi(&format!("{line} --lang vi --as-of {DAY}"));
    assert_eq!(shown.code, 0, "{}", shown.err);
    let words = shown.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("chưa đạt cấp độ nào: 100 % (bộ tiêu chí không chính thức; không phải kết quả công nhận)"), "{words}");
    assert!(!words.contains("hạng 5 %"), "{words}");
}

#[test]
fn options_that_do_not_fit_are_all_refused_before_anything_runs() {
    let wrong = run("--means geometric --assumed 10% --error nowhere=5% --error human=0 --lang vi");
    assert_eq!(wrong.code, 2);
    let said = format!("{}{}", wrong.out, wrong.err);
    for code in ["robust.does_not_fit", "panel.unknown_column", "robust.out_of_range"] {
        assert!(said.contains(code), "{code}: {said}");
    }
    assert_eq!(run("--lang en").code, 2, "nothing varies");
    for bad in ["--weights dirichlet", "--weights band:x", "--error human", "--means mode", "--assumed -5"] {
        assert_eq!(run(bad).code, 1, "{bad}");
    }
}

#[test]
fn errors_of_each_figure_come_from_a_table() {
    let folder = std::env::temp_dir().join(format!("dothi-robust-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("errors.csv");
    std::fs::write(&file, "unit_code,name_vi,kind,period,human\n02,Hai,province,2024,0.1\n").unwrap();
    let shown = run(&format!("--errors-of {} --show design --replication 3 --format csv --lang en", file.display()));
    assert_eq!(shown.code, 0, "{}", shown.err);
    let figures: Vec<&str> = shown.out.lines().filter(|line| line.contains(",figure,,human,,02,")).collect();
    assert_eq!(figures.len(), 1, "{}", shown.out);
    assert!(!figures[0].contains(",0.75,"), "{}", figures[0]);
    std::fs::write(&file, "unit_code,name_vi,kind,period,human\n09,Chín,province,2024,0.1\n").unwrap();
    let unknown = run(&format!("--errors-of {} --lang en", file.display()));
    assert!(unknown.code == 2 && format!("{}{}", unknown.out, unknown.err).contains("robust.unknown_place"), "{}", unknown.err);
    std::fs::remove_dir_all(folder).unwrap();
}
