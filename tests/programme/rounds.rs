//! Who is asked on a day, and what is on time.

use crate::support::{read, whole};
use dothi::Date;
use dothi::programme::{Punctuality, Round};
use dothi::units::UnitRegistry;
use serde_json::json;

#[test]
fn the_day_decides_how_many_provinces_are_asked() {
    let registry = UnitRegistry::builtin().unwrap();
    let mut round = Round::builtin("bxd-1683-2022").unwrap();
    assert_eq!(round.asked(&registry).len(), 63);
    for (day, count) in [("2025-06-30", 63), ("2025-07-01", 34)] {
        round.units_on = Date::parse(day).unwrap();
        assert_eq!(round.asked(&registry).len(), count, "{day}");
    }
    let huế = |day: &str| {
        let mut round = Round::builtin("bxd-1683-2022").unwrap();
        round.units_on = Date::parse(day).unwrap();
        round.asked(&registry).into_iter().find(|unit| unit.code == "46").unwrap().name
    };
    assert_eq!([huế("2022-05-30"), huế("2025-01-01")], ["Tỉnh Thừa Thiên Huế", "Thành phố Huế"], "named as on the day");
    assert!(Round::builtin("no-such").is_none());
}

#[test]
fn the_29th_is_on_time_and_the_30th_is_late() {
    let round = Round::builtin("bxd-1683-2022").unwrap();
    let mut report = whole();
    for (day, expected) in [("2022-05-29", Punctuality::OnTime), ("2022-05-30", Punctuality::Late)] {
        report["received"] = json!(day);
        assert_eq!(round.punctuality(&read(&report)), expected, "{day}");
    }
    // The day of the document counts only where nobody wrote down when it came.
    report["date"] = json!("2022-05-01");
    assert_eq!(round.punctuality(&read(&report)), Punctuality::Late);
    report.as_object_mut().unwrap().remove("received");
    assert_eq!(round.punctuality(&read(&report)), Punctuality::OnTime);
    report.as_object_mut().unwrap().remove("date");
    assert_eq!(round.punctuality(&read(&report)), Punctuality::Unknown);
}
