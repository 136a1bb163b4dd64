//! Pages and pictures of trends.

use crate::told;
use dothi::{AssessOptions, BoundaryBreak, CriteriaSet, CsvOptions, Date, Lang, PeerBy, PlacePanel, Text, Trend, TrendOptions, UnitKind};
use dothi_report::chart::Chart;
use dothi_report::panel::{pictures, trend, trend_html, trend_picture};

const INDICATORS: &str = "awareness,institutions,infrastructure,human,security,smart-city,gov-activity,econ-activity,soc-activity";
const BAD: &str = "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;";

fn day() -> AssessOptions {
    AssessOptions::new(Date::parse("2026-11-21").unwrap())
}

fn set(name: &str) -> CriteriaSet {
    dothi::builtin::load(name).unwrap()
}

/// So many provinces in these years; the second lacks a figure in the first of them.
fn provinces(count: usize, years: &[u16], name: &str) -> String {
    let mut out = format!("unit_code,name_vi,kind,region,period,{INDICATORS}\n");
    for year in years {
        for at in 0..count {
            let cells: Vec<String> = (0..9)
                .map(|own| {
                    let gap = at == 1 && *year == years[0] && own == 2;
                    if gap { String::new() } else { format!("0.{:03}", 100 + (at * 53 + own * 71 + usize::from(*year) * 29) % 800) }
                })
                .collect();
            out.push_str(&format!(
                "{:02},\"{name} {at}\",province,{},{year},{}\n",
                at + 1,
                if at % 2 == 0 { "Bắc" } else { "Nam" },
                cells.join(",")
            ));
        }
    }
    out
}

/// The third place has other borders from 1 July 2025 on.
fn trend_of(set: &CriteriaSet, table: &str) -> Trend {
    let panel = PlacePanel::from_csv(table.as_bytes(), &CsvOptions::default(), set, &day(), &[]).unwrap();
    let why = Text::new("hợp thành từ 03 và 09", "made of 03 and 09");
    let broken = BoundaryBreak::new("03", UnitKind::Province, Date::parse("2025-07-01").unwrap(), why);
    let mut asked = TrendOptions::default().with_breaks(vec![broken], Vec::new());
    asked.peers = Some(PeerBy::Region);
    panel.trend(set, &day(), &asked).unwrap()
}

#[test]
fn the_parts_of_a_trend_are_as_kept() {
    let dti = set("dti-922");
    let found = trend_of(&dti, &provinces(5, &[2018, 2024, 2025], "Tỉnh"));
    for (lang, word, mark) in [(Lang::Vi, "vi", "chưa đối chiếu"), (Lang::En, "en", "not yet compared")] {
        let parts = trend(&found, lang);
        told::sound(&parts, mark);
        told::golden(&format!("trend.{word}"), &parts);
        told::page(&trend_html(&found, lang), word);
        assert_eq!(pictures(&parts).iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["results", "changes", "peers"]);
    }
}

#[test]
fn other_borders_cut_the_line_and_give_no_number() {
    let dti = set("dti-922");
    let found = trend_of(&dti, &provinces(5, &[2018, 2024, 2025], "Tỉnh"));
    let Some(Chart::Lines(lines)) = trend_picture(&found, Lang::Vi) else { panic!("lines") };
    let cut: Vec<&str> = lines.series.iter().filter(|own| own.breaks == [2]).map(|own| own.label.as_str()).collect();
    assert_eq!(cut, ["Tỉnh 2 (tự đánh giá)"]);
    // 2018 to 2024 is six of the seven years.
    assert!((lines.at[1] - 6.0 / 7.0).abs() < 1e-9 && lines.at.len() == 3);
    let parts = trend(&found, Lang::Vi);
    let changes = parts.iter().find(|part| part.id == "changes").unwrap();
    let row = changes.tables[0].rows.iter().find(|row| row[0] == "03").unwrap();
    assert_eq!(row[2..6], ["–", "–", "–", "–"]);
    assert_eq!(row[6], "Địa giới: hợp thành từ 03 và 09");
    let Chart::Tornado(causes) = &changes.charts[0] else { panic!("causes") };
    let own = causes.rows.iter().find(|row| row.label == "Tỉnh 2").unwrap();
    assert_eq!((own.low.text.as_str(), own.high.text.as_str(), own.high.share), ("", "địa giới đổi", 0.5));
    let breaks = parts.iter().find(|part| part.id == "breaks").unwrap();
    assert_eq!(breaks.tables[0].rows, [["03", "Tỉnh 2", "2024 → 2025", "Hợp thành từ 03 và 09"]]);
}

#[test]
fn one_place_is_told_by_criterion() {
    let dti = set("dti-922");
    let mut found = trend_of(&dti, &provinces(5, &[2024, 2025], "Tỉnh"));
    found.places.retain(|place| place.code == "04");
    let parts = trend(&found, Lang::En);
    told::sound(&parts, "not yet compared");
    told::golden("trend-one.en", &parts);
    let own = parts.iter().find(|part| part.id == "criteria").unwrap();
    let last = own.tables[0].rows.last().unwrap();
    assert!(last[0].starts_with("Total: ") && last[0].ends_with(&last[1]), "{last:?}");
}

#[test]
fn targets_are_drawn_to_their_horizon() {
    let nq03 = set("nq03");
    let table =
        "unit_code,name_vi,kind,period,criterion,value\nX-VN,Nước Ví Dụ,national,2024,r10,20\nX-VN,Nước Ví Dụ,national,2026,r10,24\n";
    let panel = PlacePanel::from_csv(table.as_bytes(), &CsvOptions::default(), &nq03, &day(), &[]).unwrap();
    let found = panel.trend(&nq03, &day(), &TrendOptions::default()).unwrap();
    let parts = trend(&found, Lang::Vi);
    let own = parts.iter().find(|part| part.id == "targets").unwrap();
    let Chart::Lines(lines) = &own.charts[0] else { panic!("lines") };
    let ends: Vec<(&str, &str)> =
        lines.series.iter().map(|own| (own.label.as_str(), own.points.iter().flatten().next_back().unwrap().text.as_str())).collect();
    assert_eq!(ends, [("Số liệu", "24"), ("Theo đường thẳng", "32"), ("Theo tốc độ tăng", "34,56"), ("Mục tiêu 2030 (≥)", "30")]);
    assert_eq!(lines.periods, ["2024", "2026", "2030"]);
    assert!((lines.at[1] - 1.0 / 3.0).abs() < 1e-9);
    told::sound(&parts, "chưa đối chiếu");
    told::page(&trend_html(&found, Lang::Vi), "vi");
}

#[test]
fn an_edition_of_levels_never_shows_a_bare_one() {
    let ssc = set("vn-ssc");
    let table = "unit_code,name_vi,kind,period\n48,A,province,2024\n48,A,province,2025\n01,B,province,2025\n";
    let panel = PlacePanel::from_csv(table.as_bytes(), &CsvOptions::default(), &ssc, &day(), &[]).unwrap();
    let found = panel.trend(&ssc, &day(), &TrendOptions::default()).unwrap();
    for (lang, word, never_bare) in [(Lang::Vi, "vi", "không phải kết quả công nhận"), (Lang::En, "en", "not a recognition")] {
        let parts = trend(&found, lang);
        told::sound(&parts, never_bare);
        let Some(Chart::Strip(strip)) = trend_picture(&found, lang) else { panic!("levels") };
        assert_eq!(strip.rows.len(), 2);
        assert!(parts[0].tables[0].rows.iter().all(|row| row[3].contains(never_bare)));
        told::page(&trend_html(&found, lang), word);
    }
}

#[test]
fn names_of_strangers_stay_text_and_many_places_are_counted() {
    let dti = set("dti-922");
    let found = trend_of(&dti, &provinces(60, &[2024, 2025], BAD));
    let parts = trend(&found, Lang::En);
    told::sound(&parts, "not yet compared");
    told::page(&trend_html(&found, Lang::En), "en");
    let changes = parts.iter().find(|part| part.id == "changes").unwrap();
    let Chart::Tornado(causes) = &changes.charts[0] else { panic!("causes") };
    assert!(causes.rows.len() == 40 && causes.frame.title.contains("40 of 5"), "{} {}", causes.rows.len(), causes.frame.title);
}
