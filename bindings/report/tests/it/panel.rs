//! Pages and pictures of panels.

use crate::examples::between;
use dothi::{
    Among, AssessOptions, Centre, CriteriaSet, CsvOptions, Date, DiagnoseOptions, Impute, ImputeStage, Lang, PanelSheet, Ties, Treatment,
};
use dothi_report::chart::{Chart, Size};
use dothi_report::panel::{PanelPart, diagnosis, diagnosis_html, diagnosis_picture, results, results_html, results_picture, standing};

const INDICATORS: [&str; 9] =
    ["awareness", "institutions", "infrastructure", "human", "security", "smart-city", "gov-activity", "econ-activity", "soc-activity"];

/// A table of so many places in two years; some figures are missing.
fn table(count: usize, name: &str) -> PanelSheet {
    of_years(&[2024, 2025], count, name)
}

fn of_years(years: &[usize], count: usize, name: &str) -> PanelSheet {
    let mut text = format!("unit_code,name_vi,kind,period,{}\n", INDICATORS.join(","));
    for year in years {
        for at in 0..count {
            let figure = |own: usize| {
                if (at * 9 + own) % 41 == 7 { String::new() } else { format!("0.{:03}", (at * 37 + own * own * 91 + year) % 1000) }
            };
            let cells: Vec<String> = (0..INDICATORS.len()).map(figure).collect();
            text.push_str(&format!("{at:04},\"{name} {at}\",province,{year},{}\n", cells.join(",")));
        }
    }
    PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap()
}

fn dti() -> CriteriaSet {
    dothi::builtin::load("dti-922").unwrap()
}

fn day() -> AssessOptions {
    AssessOptions::new(Date::parse("2026-11-21").unwrap())
}

/// Parts and pages of a table in a language: of its results, and of its diagnosis.
fn both(sheet: &PanelSheet, lang: Lang) -> [(Vec<PanelPart>, String, Chart); 2] {
    let set = dti();
    let plan = set.panel(sheet.kind(), &day()).unwrap();
    let scored = sheet.results(&plan, Ties::Competition).unwrap();
    let found = sheet.diagnose(&plan, &DiagnoseOptions::default(), None).unwrap();
    [
        (
            results(&scored, Ties::Competition, lang),
            results_html(&scored, &results(&scored, Ties::Competition, lang), lang),
            results_picture(&scored, lang).unwrap(),
        ),
        (diagnosis(&found, lang), diagnosis_html(&found, lang), diagnosis_picture(&found, lang)),
    ]
}

#[test]
fn every_picture_and_every_printed_page_carries_the_marks() {
    let sheet = table(34, "Tỉnh");
    for (lang, mark) in [
        (Lang::Vi, "Bản chép chưa đối chiếu với văn bản chính thức"),
        (Lang::En, "A transcription not yet compared with the official text"),
    ] {
        for (parts, page, picture) in both(&sheet, lang) {
            let charts: Vec<&Chart> = parts.iter().flat_map(|part| &part.charts).collect();
            assert!(charts.len() >= 2);
            for chart in charts.into_iter().chain([&picture]) {
                assert!(chart.frame().marks.starts_with(mark), "{}", chart.frame().marks);
                for part in ["dti-922@2022-u1", "2025"] {
                    assert!(chart.frame().marks.contains(part), "{}", chart.frame().marks);
                }
                assert!(chart.description().contains(mark) && chart.to_svg(Size::Narrow).contains("<desc"));
            }
            assert!(between(&page, "<div class=\"run-foot\"", "</div>")[0].contains(mark));
            assert!(between(&page, "<aside class=\"marks\"", "</aside>")[0].contains(mark));
            for part in &parts {
                for table in &part.tables {
                    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", part.title);
                }
            }
        }
    }
}

#[test]
fn many_places_are_drawn_by_their_ends_and_counted() {
    let [(parts, page, picture), (found, _, _)] = both(&table(1_200, "Xã"), Lang::Vi);
    let charts = &parts[0].charts;
    assert_eq!(charts.len(), 2, "the first and the last");
    for chart in charts.iter().chain([&picture]) {
        let Chart::Bars(bars) = chart else { panic!("bars") };
        assert_eq!(bars.rows.len(), 15);
        assert!(bars.frame.title.contains("không vẽ") && bars.frame.title.contains("ở giữa"), "{}", bars.frame.title);
    }
    let Chart::Bars(spread) = &parts[1].charts[0] else { panic!("bars") };
    let counted: usize = spread.rows.iter().map(|row| row.end.parse::<usize>().unwrap()).sum();
    let ranked = parts[0].charts[0].frame().title.split("trong ").nth(1).unwrap().split(' ').next().unwrap().replace('.', "");
    assert_eq!(counted.to_string(), ranked);
    assert!(parts[0].tables[0].rows.len() == 700 && parts[0].tables[0].below[0].contains("2.400"), "{:?}", parts[0].tables[0].below);
    assert!(parts[0].tables[0].rows.iter().all(|row| row[2] == "2025"), "the latest period first");
    assert!(found.iter().flat_map(|part| &part.tables).all(|table| table.rows.len() <= 70));
    assert!(page.len() < 400_000, "{}", page.len());
}

#[test]
fn names_of_strangers_stay_text() {
    let bad = "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;";
    for (_, page, picture) in both(&table(12, bad), Lang::En) {
        for text in [&page, &picture.to_svg(Size::Wide)] {
            let lower = text.to_lowercase();
            assert!(!lower.contains("<script") && !lower.contains("<img"));
        }
        assert_eq!(page.matches("</style>").count(), 1);
        assert!(page.contains("Content-Security-Policy"));
    }
}

#[test]
fn places_of_an_edition_without_a_score_come_by_level() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let text = "unit_code,name_vi,kind,period\n48,A,province,2025\n01,B,province,2025\n01,B,province,2024\n";
    let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    let plan = set.panel(sheet.kind(), &day()).unwrap();
    let found = sheet.results(&plan, Ties::Competition).unwrap();
    for (lang, never_bare) in [(Lang::Vi, "không phải kết quả công nhận"), (Lang::En, "not a recognition")] {
        let Some(Chart::Strip(strip)) = results_picture(&found, lang) else { panic!("levels") };
        let counts: Vec<u32> = strip.rows.iter().map(|row| row.parts.iter().map(|part| part.count).sum()).collect();
        assert_eq!(counts, [1, 2], "one bar for each period");
        assert!(strip.frame.marks.contains(never_bare));
        let page = results_html(&found, &results(&found, Ties::Competition, lang), lang);
        assert!(page.matches(never_bare).count() >= 5, "beside every level");
    }
}

#[test]
fn treated_figures_say_so_in_every_picture_and_beside_every_place() {
    let (sheet, set) = (of_years(&[2025], 30, "Tỉnh"), dti());
    let plan = set.panel(sheet.kind(), &day()).unwrap();
    let treatment = Treatment::default().with_impute(Impute::new(ImputeStage::Criterion, Among::All, Centre::Median));
    let found = sheet.treated_results(&plan, &treatment, Ties::Competition).unwrap();
    let parts = results(&found, Ties::Competition, Lang::Vi);
    for chart in parts.iter().flat_map(|part| &part.charts) {
        assert!(chart.frame().marks.contains("số liệu đã được xử lý theo 30 đơn vị trong bảng"), "{}", chart.frame().marks);
    }
    let table = &parts[0].tables[0];
    let filled = table.rows.iter().filter(|row| row.last().is_some_and(|note| note.contains("điền từ đơn vị khác"))).count();
    // Of seven gaps one is in an index that has no points.
    assert_eq!(filled, 6, "{:?}", table.rows);
    assert!(parts.last().unwrap().notes.iter().any(|note| note == &treatment.text(Lang::Vi)));
}

#[test]
fn a_place_stands_beside_the_median_of_all_and_of_its_region() {
    let mut text = format!("unit_code,name_vi,kind,region,period,{}\n", INDICATORS.join(","));
    for at in 0..7 {
        let cells: Vec<String> = (0..INDICATORS.len()).map(|own| format!("0.{}{own}", at + 1)).collect();
        text.push_str(&format!("{at:02},Tỉnh {at},province,{},2025,{}\n", if at < 3 { "Bắc" } else { "Nam" }, cells.join(",")));
    }
    let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    let set = dti();
    let plan = set.panel(sheet.kind(), &day()).unwrap();
    let found = sheet.results(&plan, Ties::Competition).unwrap();
    let part = standing(&found, "00", Lang::Vi).unwrap();
    let Chart::Radar(radar) = &part.charts[0] else { panic!("a radar") };
    // The edition has two groups, too few for a circle: its criteria stand for them.
    assert_eq!((radar.axes.len(), radar.series.len()), (8, 3));
    assert_eq!(radar.series[1..], ["trung vị của 7 đơn vị", "trung vị vùng Bắc (3 đơn vị)"]);
    // Of the first criterion 0.10, of all the fourth of 0.10 to 0.70, of the region the second of three.
    let figures: Vec<&str> = radar.axes[0].amounts.iter().flatten().map(|own| own.text.as_str()).collect();
    assert_eq!(figures, ["10,0\u{A0}%", "40,0\u{A0}%", "20,0\u{A0}%"]);
    assert_eq!(part.tables[0].rows[0][1..], ["10,0\u{A0}%", "40,0\u{A0}%", "20,0\u{A0}%"]);
    assert!(radar.frame.marks.contains("chưa đối chiếu") && radar.frame.title.contains("Tỉnh 0"));
    assert!(standing(&found, "99", Lang::Vi).is_none());
}
