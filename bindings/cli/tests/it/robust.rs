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

const TREATED: &str = "tests/cases/sets/means.json bindings/cli/tests/data/panel-treated.csv --scheme many --seed 7 --replications 300";

#[test]
fn a_scheme_that_treats_figures_is_analysed_and_doubted() {
    let shown = dothi(&format!("panel robust {TREATED} --as-of {DAY} --weights band:25% --format csv --lang en"));
    assert_eq!(shown.code, 0, "{}", shown.err);
    let ranked = dothi(&format!(
        "panel rank tests/cases/sets/means.json bindings/cli/tests/data/panel-treated.csv --scheme many --as-of {DAY} --format csv --lang en"
    ));
    assert_eq!(ranked.code, 0, "{}", ranked.err);
    // Code, period, score and rank as it is are those of `panel rank`.
    let cells = |out: &str, names: [&str; 4]| -> Vec<Vec<String>> {
        let head: Vec<&str> = out.lines().next().unwrap().split(',').collect();
        let at = names.map(|name| head.iter().position(|own| *own == name).unwrap());
        let mut rows: Vec<Vec<String>> =
            out.lines().skip(1).map(|line| at.map(|at| line.split(',').nth(at).unwrap().to_string()).to_vec()).collect();
        rows.retain(|row| !row[3].is_empty());
        rows.sort();
        rows
    };
    let by_code = |out: &str| cells(out, ["unit_code", "unit_name", "score", "rank"]);
    assert_eq!(by_code(&shown.out), by_code(&ranked.out));
    assert!(shown.out.contains("by percentile") && shown.out.contains("scores measure the"), "{}", shown.out);

    // Every analysis of every panel, treated or not.
    for show in ["places", "pairs", "sobol", "tornado", "flips", "leave-one-out", "design"] {
        let doubts = "--base-normalise min_max --normalise min_max,rank,percentile --outliers none,winsorise:0.1:0.9 --impute none,criterion:region:median";
        let own = dothi(&format!("panel robust {TREATED} --as-of {DAY} {doubts} --show {show} --resamples 100 --format csv --lang vi"));
        assert_eq!(own.code, 0, "{show}: {}", own.err);
        let said =
            "treatment=min_max normalise=min_max,rank,percentile outliers=none,winsorise:0.1:0.9 impute=none,criterion:region:median";
        assert!(own.out.lines().skip(1).all(|line| line.contains(said)), "{show}: {}", own.out);
        let part = match show {
            "sobol" => ",normalise,",
            "tornado" => "impute,,criterion:region:median,high,",
            "design" => ",normalise,,",
            _ => ",",
        };
        assert!(own.out.contains(part), "{show}: {}", own.out);
    }
}

#[test]
fn doubts_that_do_not_fit_are_refused_and_idle_ones_said() {
    let refused = run("--normalise min_max --impute none,criterion:region:mean --lang vi");
    assert_eq!(refused.code, 2, "{}", refused.out);
    let said = format!("{}{}", refused.out, refused.err);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("normalise min_max") && said.contains("`sum` không bỏ được tiêu chí"), "{said}");
    assert!(said.contains("impute criterion:region:mean") && said.contains("chưa cho biết các đơn vị thuộc vùng nào"), "{said}");
    let idle = run("--impute none,criterion:all:mean --lang en");
    assert_eq!(idle.code, 0, "{}", idle.err);
    assert!(idle.err.contains("nothing is missing that could be filled"), "{}", idle.err);
    assert_eq!(run("--outliers nowhere --lang en").code, 1);
}

#[test]
fn tidy_tables_say_how_figures_were_obtained() {
    let tidy = |more: &str| {
        dothi(&format!(
            "panel robust dti-922 bindings/cli/tests/data/panel-quality.csv --seed 7 --replications 400 --as-of {DAY} --lang en {more}"
        ))
    };
    // The same figures in another shape.
    let same = "--weights band:25% --error awareness=5% --format csv";
    assert_eq!(tidy(same).out, run(&format!("{same} --lang en")).out);
    let by_class = tidy("--error-by-quality personal_estimate=20%,survey_of_inhabitants=2 --show design --format csv");
    assert_eq!(by_class.code, 0, "{}", by_class.err);
    let drawn = |column: &str| by_class.out.lines().filter(|line| line.contains(&format!("figure,,{column},"))).count();
    assert!(drawn("awareness") > 0 && drawn("security") > 0 && drawn("human") == 0, "{}", by_class.out);
    let none = tidy("--error-by-quality unknown=5%");
    assert!(none.code == 1 && none.err.contains("no figure is of a class"), "{}", none.err);
    assert_eq!(tidy("--error-by-quality guess=5%").code, 1);
}

#[test]
fn city_data_are_read_by_kind() {
    let line =
        format!("panel robust vn-ssc examples/vi-du.json --as-of {DAY} --format csv --lang en --seed 1 --replications 3 --assumed 1%");
    let shown = dothi(&format!("{line} --kind urban_area"));
    assert_eq!((shown.code, shown.out.lines().count()), (0, 2), "{}", shown.err);
    assert!(shown.out.lines().nth(1).unwrap().starts_with("X-0001,"), "{}", shown.out);
    let both = dothi(&line);
    assert!(both.code == 2 && both.err.contains("panel.mixed_kinds"), "{}", both.err);
    let looked = dothi(&format!("panel diagnose vn-ssc examples/vi-du.json --kind province --as-of {DAY} --format csv --lang en"));
    assert_eq!(looked.code, 0, "{}", looked.err);
}
