//! The base year of Circular 01/2018.

use super::{dec, trend};
use dothi::{CityFile, Direction, Lang, PlacePanel, TrendOptions, improved_of};

#[test]
fn change_against_the_base_year_is_shown_and_never_judged() {
    let set = dothi::builtin::load("tt01").unwrap();
    let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du-tt01.json")).unwrap();
    let panel = PlacePanel::from_cities(&set, file.cities).unwrap();
    let found = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap();
    let place = &found.places[0];
    let base: Vec<_> = place.base.iter().filter(|base| base.period.to_string() == "2020").collect();
    assert!(base.len() > 10, "{}", base.len());
    let water = base.iter().find(|base| base.criterion == "i0102").unwrap();
    // 6 204 000 of 24 310 000 m³ in 2015 (25.520362 %), 5 871 000 of 33 920 000 in 2020 (17.308373 %).
    assert_eq!(water.difference.unwrap().value().round_dp(6).to_string(), "-8.211989");
    assert_eq!((water.direction, water.inferred, water.improved), (Direction::Less, true, None));
    // No direction is stated by the circular, so nothing is counted as improved.
    assert!(place.base.iter().all(|base| base.improved.is_none()));
    assert_eq!(improved_of(&place.base, water.period), None);
    assert!(found.places.iter().all(|place| place.points.iter().all(|point| point.score.is_none() && point.rank.is_none())));
    let rows = found.rows(Lang::Vi);
    let row = rows.iter().find(|row| row[0] == "base").unwrap();
    assert!(row.iter().any(|cell| cell == "less inferred") && row.last().unwrap().contains("DỮ LIỆU HƯ CẤU"), "{row:?}");
}

#[test]
fn a_base_year_of_other_borders_is_not_compared() {
    let set = dothi::builtin::load("tt01").unwrap();
    let mut table = String::from("unit_code,name_vi,kind,period,criterion,role,value,valid_from\n");
    for (period, value) in [("2015", "10"), ("2025", "20"), ("2026", "25")] {
        for (role, of) in [("numerator", value), ("denominator", "100")] {
            table.push_str(&format!("X-9,Đô thị,urban_area,{period},i0101,{role},{of},2025-07-01\n"));
        }
    }
    let found = trend(&set, &table, &TrendOptions::default());
    let base = &found.places[0].base;
    assert_eq!(base.iter().map(|b| (b.broken, b.base_value, b.difference)).collect::<Vec<_>>(), [(true, Some(dec("10")), None); 2]);
    let same = trend(&set, &table.replace("2025-07-01", "2001-01-01"), &TrendOptions::default());
    assert_eq!(same.places[0].base[1].difference, Some(dec("15")));
    assert_eq!(same.places[0].base[1].percent, Some(dec("150")));
}
