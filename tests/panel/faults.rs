//! Bad columns: every fault at once, with its place.

use dothi::{Column, Lang, Scores, UnitKind};

#[test]
fn all_faults_of_the_columns_at_once() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let key = |at: usize| plan.inputs()[at].key.clone();
    let (first, second, third) = (key(0), key(1), key(2));
    let good = [0.5, 0.5, 0.5];
    let bad = [0.5, f64::INFINITY, 1e-300];
    let low = [-1.0, f64::NAN, 1.0];
    let columns = [
        (first.as_str(), Column::from(&bad[..])),
        (first.as_str(), Column::from(&good[..])),
        (second.as_str(), Column::from(&good[..2])),
        (third.as_str(), Column::from(&low[..])),
        ("no-such", Column::from(&good[..])),
    ];
    let findings = plan.columns(3, columns).unwrap_err();
    let found: Vec<(String, &str)> = findings.iter().map(|f| (f.place().text(Lang::En), f.code().as_str())).collect();
    let place = |key: &str, row: &str| format!("/{key}{row}");
    assert_eq!(
        found,
        [
            (place(&first, "/1"), "panel.not_exact"),
            (place(&first, "/2"), "panel.not_exact"),
            (place(&first, ""), "panel.doubled_column"),
            (place(&second, ""), "panel.column_length"),
            (place(&third, "/0"), "city.too_small"),
            (place(&third, "/0"), "city.outside_goalposts"),
            ("/no-such".into(), "panel.unknown_column"),
        ]
    );
}

#[test]
fn what_only_a_whole_place_shows() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let numerator = plan.inputs().iter().find(|i| i.role == dothi::Role::Numerator && i.key.contains('/')).unwrap();
    let criterion = numerator.criterion.clone();
    let (a, b) = (format!("{criterion}/numerator"), format!("{criterion}/denominator"));
    let columns = plan.columns(2, [(a.as_str(), Column::from(vec![5.0, 50.0])), (b.as_str(), Column::from(vec![10.0, 10.0]))]).unwrap();
    let findings = plan.score(&columns, &mut Scores::default()).unwrap_err();
    let found: Vec<(String, &str)> = findings.iter().map(|f| (f.place().text(Lang::En), f.code().as_str())).collect();
    assert!(found.contains(&(format!("/{a}/1"), "city.above_denominator")), "{found:?}");
    assert!(found.iter().all(|(place, _)| place.ends_with("/1")), "{found:?}");
}

#[test]
fn a_yes_is_one_and_a_no_is_nought() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let question = plan.inputs().iter().find(|i| i.kind == dothi::DataKind::Boolean).unwrap().key.clone();
    let findings = plan.columns(3, [(question.as_str(), Column::from(vec![1.0, 0.0, 0.5]))]).unwrap_err();
    assert_eq!(findings.iter().map(|f| f.code().as_str()).collect::<Vec<_>>(), ["city.wrong_value"]);
}

#[test]
fn columns_of_another_plan() {
    let (dti, ssc) = (dothi::builtin::load("dti-922").unwrap(), dothi::builtin::load("vn-ssc").unwrap());
    let options = crate::support::as_of();
    let (one, other) = (dti.panel(UnitKind::Province, &options).unwrap(), ssc.panel(UnitKind::Province, &options).unwrap());
    let columns = one.columns(1, []).unwrap();
    let findings = other.score(&columns, &mut Scores::default()).unwrap_err();
    assert_eq!(findings.iter().map(|f| f.code().as_str()).collect::<Vec<_>>(), ["panel.other_columns"]);
}

#[test]
fn a_kind_that_is_not_judged() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let refused = set.panel(UnitKind::NewUrbanArea, &crate::support::as_of()).unwrap_err();
    assert_eq!(refused.iter().map(|f| f.code().as_str()).collect::<Vec<_>>(), ["panel.kind_out_of_scope"]);
}

#[test]
fn codes_that_lost_their_zeros_are_told_as_in_city_data() {
    let faults = |text: &str| match dothi::PanelSheet::from_csv(text.as_bytes(), &dothi::CsvOptions::default()) {
        Ok(_) => Vec::new(),
        Err(findings) => findings.iter().map(|f| f.to_string()).collect::<Vec<_>>(),
    };
    let found = faults("unit_code;name_vi;kind;air\n1;Ví Dụ;province;12,5\n02;Thử;province;7,5\n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("city.zeros_lost"), "{found:?}");
    assert!(faults("unit_code;name_vi;kind;air\n123;Ví Dụ;commune;12,5\n").iter().any(|f| f.contains("city.zeros_lost")));
    assert!(faults("unit_code;name_vi;kind;air\n1;Khu A;new_urban_area;1,5\nX;Khu B;new_urban_area;2,5\n").is_empty());
}
