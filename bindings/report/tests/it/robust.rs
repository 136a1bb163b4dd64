//! Pages and pictures of how far results hold.

use crate::told;
use core::ops::ControlFlow;
use dothi::{AssessOptions, CsvOptions, Date, DoubtBy, FigureError, Flip, Lang, Outliers, PanelSheet, RobustOptions, WeightDoubt};
use dothi_report::chart::Chart;
use dothi_report::panel::{PanelPart, RobustFound, pictures, robust, robust_html};

const INDICATORS: [&str; 9] =
    ["awareness", "institutions", "infrastructure", "human", "security", "smart-city", "gov-activity", "econ-activity", "soc-activity"];
const BAD: &str = "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;";

fn table(count: usize, name: &str) -> PanelSheet {
    let mut text = format!("unit_code,name_vi,kind,period,{}\n", INDICATORS.join(","));
    for at in 0..count {
        let cells: Vec<String> = (0..9).map(|own| format!("0.{:03}", 100 + (at * 137 + own * own * 91 + at * own * 53) % 800)).collect();
        text.push_str(&format!("{at:04},\"{name} {at}\",province,2025,{}\n", cells.join(",")));
    }
    PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap()
}

/// Everything that can be found of a table of scores, its parts and its page.
fn all(sheet: &PanelSheet, lang: Lang) -> (Vec<PanelPart>, String) {
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(sheet.kind(), &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
    let columns = sheet.columns(&plan).unwrap();
    let doubts =
        RobustOptions::new(7, 64).with_weights(WeightDoubt::Band { percent: 25.0 }).with_error("human", FigureError::Relative(5.0));
    let periods = sheet.robust(&plan, &columns, &doubts.with_pairs()).unwrap();
    let run = &periods[0].robust;
    let results = run.run(|_| ControlFlow::Continue(())).unwrap();
    let sobol = run.sobol(DoubtBy::Kind, 100, |_| ControlFlow::Continue(())).unwrap();
    let tornado = run.tornado().unwrap();
    let order = run.by_rank();
    let flips: Vec<(usize, usize, Vec<Flip>)> =
        order.windows(2).map(|pair| (pair[0], pair[1], run.flips(pair[0], pair[1]).unwrap())).collect();
    let left_out = run.leave_one_out().unwrap();
    let page = RobustFound::new(sheet, &periods[0], &results)
        .with_sobol(&sobol)
        .with_tornado(&tornado)
        .with_flips(&flips)
        .with_left_out(&left_out);
    (robust(&page, lang), robust_html(&page, lang))
}

#[test]
fn the_parts_of_an_analysis_are_as_kept() {
    let sheet = table(4, "Tỉnh");
    for (lang, word, mark) in [(Lang::Vi, "vi", "chưa đối chiếu"), (Lang::En, "en", "not yet compared")] {
        let (parts, page) = all(&sheet, lang);
        told::sound(&parts, mark);
        told::golden(&format!("robust.{word}"), &parts);
        told::page(&page, word);
        let names: Vec<String> = pictures(&parts).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["ranks", "sobol", "tornado", "pairs", "flips", "without"]);
        // Seed and number of replications stand in every picture.
        assert!(parts.iter().flat_map(|part| &part.charts).all(|chart| chart.frame().marks.contains("64")), "{word}");
    }
}

#[test]
fn many_places_are_drawn_in_part_and_listed_whole() {
    let (parts, page) = all(&table(60, BAD), Lang::Vi);
    told::sound(&parts, "chưa đối chiếu");
    told::page(&page, "vi");
    let ranks = parts.iter().find(|part| part.id == "ranks").unwrap();
    let Chart::Ranks(chart) = &ranks.charts[0] else { panic!("ranks") };
    assert_eq!((chart.rows.len(), chart.of), (40, 60));
    assert!(
        chart.left_out.starts_with("Không vẽ 20") && chart.frame.title.contains("64 lần thử"),
        "{} {}",
        chart.left_out,
        chart.frame.title
    );
    assert!(chart.rows.iter().all(|row| row.interval.is_some_and(|[low, high]| 1.0 <= low && low <= high)));
    assert_eq!(ranks.tables[0].rows.len(), 60);
    let pairs = parts.iter().find(|part| part.id == "pairs").unwrap();
    assert_eq!(pairs.tables[0].rows.len(), 59);
}

#[test]
fn one_place_alone_has_a_rank_and_no_neighbour() {
    let (parts, page) = all(&table(1, "Tỉnh"), Lang::En);
    told::page(&page, "en");
    assert!(parts.iter().any(|part| part.id == "ranks") && parts.iter().all(|part| part.id != "pairs" && part.id != "flips"));
}

#[test]
fn levels_are_given_in_parts_of_replications_and_never_bare() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let sheet =
        PanelSheet::from_csv(b"unit_code,name_vi,kind,period\n48,A,province,2025\n01,B,province,2025\n", &CsvOptions::default()).unwrap();
    let plan = set.panel(sheet.kind(), &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
    let columns = sheet.columns(&plan).unwrap();
    let periods = sheet.robust(&plan, &columns, &RobustOptions::new(1, 4).with_assumed(20.0)).unwrap();
    let run = &periods[0].robust;
    let results = run.run(|_| ControlFlow::Continue(())).unwrap();
    let tornado = run.tornado().unwrap();
    let page = RobustFound::new(&sheet, &periods[0], &results).with_tornado(&tornado).with_not_run("Sobol: –");
    for (lang, word, never_bare) in [(Lang::Vi, "vi", "không phải kết quả công nhận"), (Lang::En, "en", "not a recognition")] {
        let parts = robust(&page, lang);
        told::sound(&parts, never_bare);
        let levels = parts.iter().find(|part| part.id == "levels").unwrap();
        let Chart::Strip(strip) = &levels.charts[0] else { panic!("levels") };
        assert!(strip.rows.iter().all(|row| row.parts.iter().map(|part| part.count).sum::<u32>() == 100));
        assert!(levels.tables[0].below[0].to_lowercase().contains(never_bare), "{:?}", levels.tables[0].below);
        assert_eq!(
            levels.tables[0].rows[0][..3],
            ["01", "B", "100,0\u{A0}%"].map(|text| if word == "en" { text.replace(',', ".") } else { text.into() })
        );
        assert!(parts.iter().all(|part| part.id != "ranks") && parts[0].notes.iter().any(|note| note == "Sobol: –"));
        told::page(&robust_html(&page, lang), word);
    }
}

#[test]
fn treated_figures_say_so_in_every_picture() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let sheet = table(6, "Tỉnh");
    let plan = set.panel(sheet.kind(), &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
    let columns = sheet.columns(&plan).unwrap();
    let share = |text: &str| dothi::Dec::parse(text).unwrap();
    let drawn_in = Outliers::Winsorise { low: share("0.1"), high: share("0.9") };
    let doubts = RobustOptions::new(3, 32).with_outliers([None, Some(drawn_in)]);
    let periods = sheet.robust(&plan, &columns, &doubts).unwrap();
    let results = periods[0].robust.run(|_| ControlFlow::Continue(())).unwrap();
    let tornado = periods[0].robust.tornado().unwrap();
    let parts = robust(&RobustFound::new(&sheet, &periods[0], &results).with_tornado(&tornado), Lang::En);
    let mark = periods[0].robust.treated().unwrap().mark(Lang::En);
    told::sound(&parts, &mark);
    let doubted = parts[0].tables[0].rows.iter().map(|row| row.join(": ")).collect::<Vec<_>>().join("; ");
    assert!(doubted.contains("Treatment of outliers: nothing, outliers drawn in to the quantiles 0.1 and 0.9"), "{doubted}");
}
