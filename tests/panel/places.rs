//! Tidy tables and city data as panels.

use crate::trend::{codes, dti_set, read};
use dothi::{Lang, Ties};

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
