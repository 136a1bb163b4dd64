//! Tidy tables and city data as panels.

use crate::trend::{codes, dti_set, read};
use dothi::{CityFile, Code, Column, Lang, PanelSheet, PlacePanel, Scores, Ties};

const TIDY: &str = "unit_code;name_vi;name_en;kind;period;criterion;value;status;region;urban_class\n\
    01;Một;One;province;2024;awareness;0,5;;Bắc;\n\
    01;Một;One;province;2024;human;;O;;\n\
    01;Một;One;province;2025;awareness;0,6;;Bắc;1\n\
    02;Hai;;province;2025;awareness;;M;;\n\
    02;Hai;;province;2025;human;0,25;;;\n";

#[test]
fn a_tidy_table_has_a_snapshot_for_each_place_and_period() {
    let panel = read(&dti_set(), TIDY, &[]).unwrap_or_else(|findings| panic!("{findings}"));
    let found: Vec<String> = panel
        .snapshots()
        .iter()
        .map(|own| {
            let unit = &own.city.unit;
            let class = unit.urban_class.as_deref().unwrap_or("-");
            let claims = own.city.not_applicable.len();
            format!("{} {} {} {class} {} {claims}", unit.code, own.period.unwrap(), unit.name(Lang::En), own.city.observations.len())
        })
        .collect();
    assert_eq!(found, ["01 2024 One - 2 0", "01 2025 One 1 2 0", "02 2025 Hai - 1 1"]);
}

#[test]
fn wide_tidy_and_city_data_give_the_same_results() {
    let set = dti_set();
    let wide = "unit_code,name_vi,kind,period,awareness,human\n01,Một,province,2024,0.5,0.25\n01,Một,province,2025,0.75,0.5\n";
    let tidy = "unit_code,name_vi,kind,period,criterion,value\n01,Một,province,2024,awareness,0.5\n01,Một,province,2024,human,0.25\n\
        01,Một,province,2025,awareness,0.75\n01,Một,province,2025,human,0.5\n";
    let facts = "unit_code,item,role,period,value\n01,unit,name_vi,,Một\n01,unit,kind,,province\n01,awareness,value,2024,0.5\n\
        01,human,value,2024,0.25\n01,awareness,value,2025,0.75\n01,human,value,2025,0.5\n";
    let options = crate::support::as_of();
    let csv = |text: &str| {
        let panel = read(&set, text, &[]).unwrap_or_else(|findings| panic!("{findings}"));
        panel.results(&set, &options, Ties::Competition).unwrap().to_csv(Lang::Vi)
    };
    assert_eq!(csv(wide), csv(tidy));
    assert_eq!(csv(wide), csv(facts));
    assert!(csv(wide).lines().skip(1).all(|line| line.to_lowercase().contains("bản chép chưa đối chiếu")), "each row carries its marks");
}

#[test]
fn an_old_figure_never_stands_for_a_new_one() {
    let set = dothi::builtin::load("nq03").unwrap();
    let facts = "unit_code,item,role,period,value\nX-VN,unit,name_vi,,Nước\nX-VN,unit,kind,,national\nX-VN,r10,value,2024,20\n\
        X-VN,r11,value,2025,1\n";
    let panel = read(&set, facts, &[]).unwrap();
    let of = |period: &str| {
        let own = panel.snapshots().iter().find(|own| own.period.unwrap().to_string() == period).unwrap();
        own.city.observations.iter().map(|obs| obs.criterion.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((of("2024"), of("2025")), (vec!["r10"], vec!["r11"]));
}

#[test]
fn faults_of_a_tidy_table_are_named_all_at_once() {
    let set = dti_set();
    let text = "unit_code,name_vi,kind,period,criterion,value\n01,Một,province,2024,awareness,abc\n01,Hai,province,2024,human,0.5\n\
        1,Ba,province,2024,human,0.5\n02,Bốn,province,31/02/2024,human,0.5\n03,Năm,province,2024,,1\n";
    let found = read(&set, text, &[]).unwrap_err();
    let found = codes(&found);
    for code in ["panel.two_values", "csv.not_a_number", "city.zeros_lost", "csv.bad_date", "csv.missing_cell"] {
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    let stray = "unit_code,name_vi,kind,period,criterion,value,foo\n01,Một,province,2024,awareness,0.5,\n";
    assert!(codes(&read(&set, stray, &[]).unwrap_err()).contains(&"csv.unknown_column"));
    let undated = "unit_code,item,role,period,value\n01,unit,name_vi,,Một\n01,unit,kind,,province\n01,awareness,value,2024,0.5\n\
        01,awareness,value,2025,0.5\n01,human,value,,0.5\n";
    assert_eq!(codes(&read(&set, undated, &[]).unwrap_err()), ["panel.no_period"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 128, ..proptest::prelude::ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_panic(text in "(unit_code|name_vi|kind|period|criterion|item|value|province|01|M|O|,|;|\t|\n|\"|1.5|1,5|\\PC){0,60}") {
        let set = dti_set();
        let _ = read(&set, &text, &["population"]);
        let _ = read(&set, &format!("unit_code,name_vi,kind,period,criterion,value\n{text}"), &[]);
    }
}

/// As a table a place keeps what no column says of it: its documents, its attributes, figures of its parts.
#[test]
fn a_table_of_city_data_judges_places_as_they_are() {
    let (file, _) = CityFile::from_json(include_bytes!("../../examples/vi-du.json")).unwrap();
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let options = crate::support::as_of();
    for city in file.cities {
        let assessment = set.assess(&city, &options).unwrap();
        let level = assessment.self_assessed().level.reached;
        let panel = PlacePanel::from_cities(&set, vec![city.clone()]).unwrap();
        let plan = set.panel(panel.kind(), &options).unwrap();
        let sheet = PanelSheet::from_places(&panel, &plan).unwrap_or_else(|findings| panic!("{findings}"));
        let columns = sheet.columns(&plan).unwrap();
        let mut scores = Scores::default();
        plan.score(&columns, &mut scores).unwrap();
        assert_eq!(scores.level(0).reached(), level);
        // The same figures without documents: a level that rests on them is not reached.
        let keys: Vec<String> = plan.inputs().iter().map(|input| input.key.clone()).collect();
        let bare = keys.iter().enumerate().map(|(at, key)| {
            let figure = if let dothi::Cell::Value(x) = columns.cell(at, 0) { x } else { f64::NAN };
            (key.as_str(), Column::from(vec![figure]))
        });
        let bare = plan.columns(1, bare).unwrap().with_sampling(dothi::Sampling::Probability);
        plan.score(&bare, &mut scores).unwrap();
        assert!(scores.level(0).reached() < level || level == Some(0), "{:?} {level:?}", scores.level(0));
        // A figure taken out and put back judges the place as it was.
        let mut changed = columns.clone();
        for (at, input) in plan.inputs().iter().enumerate().filter(|(at, _)| matches!(columns.cell(*at, 0), dothi::Cell::Value(_))).take(9)
        {
            plan.put(&mut changed, at, 0, dothi::Cell::Missing).unwrap();
            plan.score_row(&changed, 0, &mut scores).unwrap_or_else(|findings| panic!("{} {findings}", input.key));
            plan.put(&mut changed, at, 0, columns.cell(at, 0)).unwrap();
        }
        plan.score_row(&changed, 0, &mut scores).unwrap();
        assert_eq!(scores.level(0).reached(), level);
        // Figures as they are drawn again change nothing where the error is next to nothing.
        let options = dothi::RobustOptions::new(1, 2).with_assumed(0.001);
        for period in sheet.robust(&plan, &columns, &options).unwrap() {
            let own = period.robust.run(|_| std::ops::ControlFlow::Continue(())).unwrap();
            assert_eq!(own.places[0].level.reached(), level);
        }
    }
}

#[test]
fn a_tidy_table_is_the_wide_one_as_columns() {
    let set = dti_set();
    let tidy = "unit_code,name_vi,kind,period,criterion,value,quality,region\n01,Một,province,2024,awareness,0.5,personal_estimate,N\n\
        01,Một,province,2024,human,0.25,,N\n02,Hai,province,2024,awareness,,,\n02,Hai,province,2024,human,0.125,unknown,\n";
    let panel = read(&set, &tidy.replace("awareness,,,", "awareness,0.75,,"), &[]).unwrap();
    let plan = set.panel(panel.kind(), &crate::support::as_of()).unwrap();
    let sheet = PanelSheet::from_places(&panel, &plan).unwrap();
    let columns = sheet.columns(&plan).unwrap();
    let at = |key: &str| plan.inputs().iter().position(|input| input.key == key).unwrap();
    let cells =
        [columns.cell(at("awareness"), 0), columns.cell(at("awareness"), 1), columns.cell(at("human"), 1), columns.cell(at("security"), 0)];
    assert_eq!(cells, [dothi::Cell::Value(0.5), dothi::Cell::Value(0.75), dothi::Cell::Value(0.125), dothi::Cell::Missing]);
    assert_eq!(sheet.places()[0].region.as_deref(), Some("N"));
    // Errors by class; a class that is not named has none, and columns without any are not doubted.
    let errors = sheet.errors_by_quality(&[(dothi::Quality::PersonalEstimate, 20.0)]);
    assert_eq!(errors, [("awareness".into(), dothi::FigureError::RelativePlaces(vec![20.0, 0.0]))]);
    assert!(sheet.errors_by_quality(&[(dothi::Quality::HigherLevelData, 20.0)]).is_empty());
    // More digits than a column keeps.
    let long = read(&set, &tidy.replace("0.25", "0.2500000000000000000001").replace("awareness,,,", "awareness,0.75,,"), &[]).unwrap();
    let refused = PanelSheet::from_places(&long, &plan).err().unwrap();
    assert_eq!(refused.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::PanelTooManyDigits]);
}

/// Columns have one figure for a place; figures of its parts are for the exact path.
#[test]
fn figures_of_parts_are_no_column() {
    let mut set: serde_json::Value = serde_json::from_slice(include_bytes!("../cases/sets/weights.json")).unwrap();
    for criterion in set["criteria"].as_array_mut().unwrap() {
        criterion["data_points"][0]["parts"] = "sum".into();
    }
    let id = set["criteria"][0]["id"].as_str().unwrap().to_string();
    let scheme = set["schemes"][1]["id"].as_str().unwrap().to_string();
    let set = dothi::CriteriaSet::from_json(&serde_json::to_vec(&set).unwrap()).unwrap_or_else(|findings| panic!("{findings}"));
    let city = serde_json::json!({
        "unit": {"code": "01", "name": {"vi": "Một"}, "kind": "province"},
        "observations": [
            {"criterion": id, "role": "value", "value": "1", "part": "a"}, {"criterion": id, "role": "value", "value": "2", "part": "b"}
        ]
    });
    let (file, _) = CityFile::from_json(&crate::support::file(&[city])).unwrap_or_else(|findings| panic!("{findings}"));
    let panel = PlacePanel::from_cities(&set, file.cities).unwrap();
    let plan = set.panel(panel.kind(), &crate::support::as_of().with_scheme(scheme.as_str())).unwrap();
    assert!(plan.obstacle().is_none());
    let refused = PanelSheet::from_places(&panel, &plan).err().unwrap();
    assert_eq!(refused.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::PanelSeveralParts]);
}
