//! Breaks in series: borders that changed between two periods.

use super::{cities, codes, dec, dti, dti_set, place, read, trend, with_breaks};
use dothi::units::{UnitQuery, UnitRegistry};
use dothi::{Date, Lang, ObsStatus, PlacePanel, TrendOptions, Withheld};
use serde_json::json;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Every province of 2024 and of 2025, with figures of both years where it stands in both lists.
fn provinces() -> String {
    let registry = UnitRegistry::builtin().unwrap();
    let mut rows: Vec<(String, &str, String)> = Vec::new();
    for (period, on) in [("2024", "2024-12-31"), ("2025", "2025-12-31")] {
        for (at, unit) in registry.list(&UnitQuery::on(day(on)).provinces()).iter().enumerate() {
            rows.push((unit.code.clone(), period, format!("0.{:02}", 10 + (at * 7) % 80)));
        }
    }
    let rows: Vec<(&str, &str, &str, &str)> =
        rows.iter().map(|(code, period, value)| (code.as_str(), *period, "", value.as_str())).collect();
    dti("", &rows)
}

#[test]
fn sixty_three_provinces_become_thirty_four() {
    let set = dti_set();
    let found = trend(&set, &provinces(), &with_breaks());
    assert_eq!(found.places.len(), 63, "every code of 2025 is one of 2024");
    let both: Vec<_> = found.places.iter().filter(|place| place.points.len() == 2).collect();
    assert_eq!(both.len(), 34);
    let (broken, whole): (Vec<_>, Vec<_>) = both.into_iter().partition(|place| !place.changes[0].breaks.is_empty());
    assert_eq!((broken.len(), whole.len()), (23, 11), "23 were merged, 11 were not");
    for place in &broken {
        let change = &place.changes[0];
        assert_eq!((place.points[0].status, place.points[1].status), (ObsStatus::A, ObsStatus::B), "{}", place.code);
        assert_eq!(change.withheld, [Withheld::Boundary]);
        assert!(change.score.is_none() && change.rank.is_none() && change.criteria.is_empty() && change.level.is_none());
        let said = place.change_text(change, Lang::Vi);
        assert!(said.starts_with("đứt đoạn chuỗi số liệu, không so sánh: hợp thành từ "), "{said}");
    }
    for place in &whole {
        let change = &place.changes[0];
        assert!(change.score.is_some() && place.points[1].status == ObsStatus::A, "{}", place.code);
        assert_eq!(change.rank.unwrap().of, 11, "ranks are compared among the places that did not change");
    }
    let like = &found.like_for_like[0];
    assert_eq!((like.places, like.present, like.broken), (11, (63, 34), 23));
    assert_eq!(found.findings.iter().filter(|f| f.code().as_str() == "panel.break_in_series").count(), 23);
    // Ranks inside a period are among all its places.
    assert!(found.places.iter().all(|place| place.points[0].of == 63));
    // The lists are transcriptions; so is said wherever they decide.
    assert!(found.marks.iter().any(|mark| mark.text.vi.starts_with("danh mục đơn vị hành chính")));
    let csv = found.to_csv(Lang::En);
    let rows: Vec<&str> = csv.lines().filter(|line| line.starts_with("change,08,")).collect();
    assert!(rows.len() == 1 && rows[0].contains(",boundary,") && rows[0].contains(",B,"), "{rows:?}");
}

#[test]
fn nothing_is_projected_or_compared_across_a_break() {
    let rows = [("08", "2023", "", "0.3"), ("08", "2024", "", "0.4"), ("08", "2025", "", "0.6"), ("08", "2026", "", "0.7")];
    let found = trend(&dti_set(), &dti("", &rows), &with_breaks());
    let changes: Vec<_> = found.places[0].changes.iter().map(|c| (c.from.to_string(), c.score.as_ref().map(|s| s.change))).collect();
    assert_eq!(
        changes,
        [("2023".into(), Some(dec("0.1"))), ("2024".into(), None), ("2025".into(), Some(dec("0.1"))), ("2023".into(), None),]
    );
    assert!(found.places[0].changes[3].whole && !found.places[0].changes[3].breaks.is_empty());
}

#[test]
fn like_for_like_data_are_declared_and_marked() {
    let rows = [("08", "2024", "", "0.4"), ("08", "2025", "", "0.6")];
    let asked = with_breaks().with_like_for_like("cộng lại theo xã từ niên giám 2024");
    let found = trend(&dti_set(), &dti("", &rows), &asked);
    assert_eq!(found.places[0].changes[0].score.as_ref().unwrap().change, dec("0.2"));
    for lang in [Lang::Vi, Lang::En] {
        assert!(found.rows(lang).iter().all(|row| row.last().unwrap().contains("niên giám 2024")), "every row says so");
    }
}

#[test]
fn data_themselves_may_say_that_borders_changed() {
    let set = dti_set();
    let table = dti(",valid_from", &[("01", "2024", ",2025-07-01", "0.4"), ("01", "2025", ",2025-07-01", "0.6")]);
    let found = trend(&set, &table, &TrendOptions::default());
    assert_eq!(found.places[0].changes[0].breaks[0].what, "valid_from");
    let later = dti(",valid_from", &[("01", "2025", ",2025-07-01", "0.4"), ("01", "2026", ",2025-07-01", "0.6")]);
    assert!(trend(&set, &later, &TrendOptions::default()).places[0].changes[0].breaks.is_empty());
    // Members of an area.
    let made = |period: &str, members: serde_json::Value| {
        let mut city = place("X-7", period, &[("awareness", "0.5")]);
        city["unit"]["members"] = members;
        cities(&[city]).remove(0)
    };
    let (a, b) = (json!([{"code": "X1", "name": "A"}]), json!([{"code": "X1", "name": "A"}, {"code": "X2", "name": "B"}]));
    let panel = PlacePanel::from_cities(&set, vec![made("2024", a.clone()), made("2025", b)]).unwrap();
    let found = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap();
    assert_eq!(found.places[0].changes[0].breaks[0].what, "members");
    let panel = PlacePanel::from_cities(&set, vec![made("2024", a.clone()), made("2025", a)]).unwrap();
    assert!(panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap().places[0].changes[0].breaks.is_empty());
}

#[test]
fn made_up_places_are_not_looked_up() {
    let set = dti_set();
    let made = |period: &str| cities(&[place("08", period, &[("awareness", "0.5")])]).remove(0);
    let panel = PlacePanel::from_cities(&set, vec![made("2024"), made("2025")]).unwrap();
    let found = panel.trend(&set, &crate::support::as_of(), &with_breaks()).unwrap();
    assert!(found.places[0].changes[0].breaks.is_empty());
    assert!(found.rows(Lang::Vi).iter().all(|row| row.last().unwrap().contains("DỮ LIỆU HƯ CẤU")));
}

#[test]
fn a_commune_of_before_the_list_is_not_compared() {
    let registry = UnitRegistry::builtin().unwrap();
    let breaks = registry.breaks();
    let of = |code: &str| breaks.iter().filter(|known| known.code == code).count();
    assert_eq!(of("00004"), 1, "nothing is listed of communes before 2025-07-01");
}

#[test]
fn kinds_and_missing_periods_are_refused() {
    let set = dti_set();
    let mixed = dti("", &[("01", "2024", "", "0.4")]) + "00004,Xã,commune,2024,1,1,1,1,1,1,1,1,1\n";
    assert_eq!(codes(&read(&set, &mixed, &[]).unwrap_err()), ["panel.mixed_kinds"]);
    let panel = read(&set, &dti("", &[("01", "", "", "0.4")]), &[]).unwrap();
    let refused = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap_err();
    assert_eq!(codes(&refused), ["panel.no_period"]);
    let panel = read(&set, &dti("", &[("01", "2024", "", "0.4")]), &[]).unwrap();
    let asked = TrendOptions::default().with_periods(Some(day("2019")), Some(day("2030")));
    let refused = panel.trend(&set, &crate::support::as_of(), &asked).unwrap_err();
    assert_eq!(codes(&refused), ["panel.no_such_period", "panel.no_such_period"]);
}
