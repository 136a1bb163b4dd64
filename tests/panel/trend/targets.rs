//! Targets with a horizon.

use super::{dec, trend};
use dothi::{Outlook, TargetOutlook, TrendOptions};

/// A figure of the national programme (r10, at least 30 % in 2030) over years.
fn outlook(figures: &[(&str, &str)]) -> TargetOutlook {
    let set = dothi::builtin::load("nq03").unwrap();
    let mut table = String::from("unit_code,name_vi,kind,period,criterion,value\n");
    for (period, value) in figures {
        table.push_str(&format!("X-VN,Nước,national,{period},r10,{value}\n"));
    }
    let found = trend(&set, &table, &TrendOptions::default().with_target_year(2030));
    found.places[0].targets.iter().find(|target| target.criterion == "r10").unwrap().clone()
}

#[test]
fn both_ways_of_going_on_are_shown() {
    // 4 points in two years, 2 a year: 24 + 4 · 2 = 32. A factor of 1.2 in two years: 24 · 1.2² = 34.56.
    let found = outlook(&[("2024", "20"), ("2026", "24")]);
    assert_eq!((found.target, found.horizon, found.figures), (Some(dec("30")), 2030, 2));
    let linear = found.linear.unwrap();
    assert_eq!((linear.yearly, linear.at_horizon), (dec("2"), dec("32")));
    let compound = found.compound.unwrap();
    assert_eq!(compound.at_horizon.value().round_dp(12).normalize().to_string(), "34.56");
    assert_eq!((found.by_linear, found.by_compound), (Outlook::OnTrack, Outlook::OnTrack));
    assert_eq!(found.needed_yearly, Some(dec("1.5")));
    // (30/24)^(1/4) - 1
    assert_eq!(found.needed_percent.unwrap().value().round_dp(9).to_string(), "5.737126344");
}

#[test]
fn a_straight_line_may_miss_what_growth_reaches() {
    let found = outlook(&[("2025", "15"), ("2026", "18")]);
    // 18 + 4 · 3 = 30 exactly, which is enough; 18 · 1.2⁴ = 37.3248.
    assert_eq!((found.linear.unwrap().at_horizon, found.by_linear), (dec("30"), Outlook::OnTrack));
    let found = outlook(&[("2025", "14"), ("2026", "16.9")]);
    assert_eq!((found.by_linear, found.by_compound), (Outlook::OffTrack, Outlook::OnTrack));
}

#[test]
fn what_is_not_known_is_not_projected() {
    let one = outlook(&[("2026", "20")]);
    assert_eq!((one.by_linear, one.by_compound, one.linear), (Outlook::NotEnoughData, Outlook::NotEnoughData, None));
    assert_eq!(one.needed_yearly, Some(dec("2.5")), "what is needed does not depend on the past");
    let zero = outlook(&[("2024", "0"), ("2026", "12")]);
    assert_eq!((zero.by_linear, zero.by_compound, zero.compound), (Outlook::OnTrack, Outlook::NotEnoughData, None));
    let reached = outlook(&[("2024", "20"), ("2026", "31")]);
    assert_eq!((reached.by_linear, reached.by_compound, reached.needed_yearly), (Outlook::Reached, Outlook::Reached, None));
}

#[test]
fn a_range_whose_other_side_is_unclear_stays_open() {
    let set = dothi::builtin::load("nq148").unwrap();
    let mut table = String::from("unit_code,name_vi,kind,period,criterion,value\n");
    for (period, value) in [("2024", "900"), ("2026", "960")] {
        table.push_str(&format!("X-VN,Nước,national,{period},t3,{value}\n"));
    }
    let options = crate::support::as_of().with_scheme("2030");
    let panel = super::read(&set, &table, &[]).unwrap();
    let found = panel.trend(&set, &options, &TrendOptions::default()).unwrap();
    let target = found.places[0].targets.iter().find(|target| target.criterion == "t3").unwrap();
    // 1 000 to 1 200 urban areas in 2030: 960 + 4 · 30 = 1 080.
    assert_eq!((target.target, target.high, target.by_linear), (Some(dec("1000")), Some(dec("1200")), Outlook::OnTrack));
    let steep = table.replace("900", "600");
    let found = super::read(&set, &steep, &[]).unwrap().trend(&set, &options, &TrendOptions::default()).unwrap();
    let target = found.places[0].targets.iter().find(|target| target.criterion == "t3").unwrap();
    assert_eq!(target.by_linear, Outlook::Open, "1 680 lies above the range, and the source does not say what that means");
}

#[test]
fn thresholds_without_a_year_are_no_targets() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let found = trend(&set, &super::dti("", &[("01", "2024", "", "0.4"), ("01", "2025", "", "0.6")]), &TrendOptions::default());
    assert!(found.places[0].targets.is_empty(), "the index sets none");
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let years: std::collections::BTreeSet<u16> =
        trend(&set, "unit_code,name_vi,kind,period,criterion,value\nX-1,Nơi,province,2025,plan-01,yes\n", &TrendOptions::default()).places
            [0]
        .targets
        .iter()
        .map(|target| target.horizon)
        .collect();
    assert!(years.contains(&2030) && years.iter().all(|year| (2015..=2035).contains(year)), "{years:?}");
}

#[test]
fn a_figure_marked_as_a_break_starts_its_series_anew() {
    let set = dothi::builtin::load("nq03").unwrap();
    let mut table = String::from("unit_code,name_vi,kind,period,criterion,value,status\n");
    for (period, value, status) in [("2023", "60", ""), ("2024", "20", "B"), ("2026", "24", "")] {
        table.push_str(&format!("X-VN,Nước,national,{period},r10,{value},{status}\n"));
    }
    let found = trend(&set, &table, &TrendOptions::default());
    let target = found.places[0].targets.iter().find(|target| target.criterion == "r10").unwrap();
    assert_eq!((target.figures, target.first.unwrap().1), (2, dec("20")));
    let changes: Vec<_> = found.places[0].changes.iter().flat_map(|c| &c.criteria).filter(|c| c.criterion == "r10").collect();
    let shown: Vec<_> = changes.iter().map(|c| (c.series_break, c.difference)).collect();
    assert_eq!(shown, [(true, None), (false, Some(dec("4"))), (true, None)], "the change of all years crosses the break");
}

/// Nobody can be served more than everybody, and nothing can be lost below nothing: a projection is cut there, and says what it was.
#[test]
fn a_projection_beyond_what_can_be_is_cut_and_marked() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let mut table = String::from("unit_code,name_vi,kind,period,criterion,role,value\n");
    for (period, served, lost) in [("2024", "60", "45"), ("2025", "75", "30")] {
        for (criterion, of) in [("swm-01", served), ("swm-02", lost)] {
            table.push_str(&format!("X-1,Nơi,province,{period},{criterion},numerator,{of}\n"));
            table.push_str(&format!("X-1,Nơi,province,{period},{criterion},denominator,100\n"));
        }
    }
    let found = trend(&set, &table, &TrendOptions::default());
    let targets = |id: &str| found.places[0].targets.iter().filter(|own| own.criterion == id && own.linear.is_some()).collect::<Vec<_>>();
    assert!(!targets("swm-01").is_empty() && !targets("swm-02").is_empty());
    for (id, end, yearly) in [("swm-01", "100", 15), ("swm-02", "0", -15)] {
        for target in targets(id) {
            let linear = target.linear.unwrap();
            let there = (if id == "swm-01" { 75 } else { 30 }) + yearly * (i64::from(target.horizon) - 2025);
            assert_eq!((linear.at_horizon, linear.beyond), (dec(end), Some(dec(&there.to_string()))), "{target:?}");
            assert!(target.text(dothi::Lang::Vi).ends_with("đã được cắt"), "{}", target.text(dothi::Lang::Vi));
        }
    }
    // 30 · (2/3)ⁿ never falls below 0, and what is within is not cut.
    assert!(targets("swm-02").iter().all(|own| own.compound.unwrap().beyond.is_none()));
    let rows = found.to_csv(dothi::Lang::En);
    assert!(rows.lines().next().unwrap().contains(",beyond_linear,beyond_compound,"), "{rows}");
}
