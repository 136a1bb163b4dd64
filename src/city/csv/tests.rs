//! Whole files: what is read, what is refused and where, and that writing and reading give the same data.

mod round_trip;
mod tables;

use super::{CsvOptions, NumberStyle};
use crate::city::{CityFile, ObsStatus, ObsValue};
use crate::criteria::{Role, UnitKind};
use crate::finding::{Code, Findings};
use crate::text::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const PLACE: &str = "01;unit;name_vi;;Thành phố Ví Dụ\n01;unit;kind;;province\n";
const HEADER: &str = "unit_code;item;role;period;value;note\n";

fn with(rows: &str) -> String {
    [HEADER, PLACE, rows].concat()
}

fn read(text: &str) -> Result<(CityFile, Findings), Findings> {
    CityFile::from_csv(text.as_bytes(), &CsvOptions::default())
}

/// Findings as `place: code`.
fn faults(text: &str) -> Vec<String> {
    let findings = read(text).map_or_else(|findings| findings, |(_, findings)| findings);
    findings.iter().map(|f| alloc::format!("{}: {}", f.place().text(Lang::En), f.code())).collect()
}

fn figures(text: &str) -> Vec<String> {
    let (file, _) = read(text).unwrap();
    let shown = |value: &Option<ObsValue>| match value {
        Some(ObsValue::Number(value)) => value.to_string(),
        Some(ObsValue::Boolean(flag)) => flag.to_string(),
        None => "-".into(),
    };
    file.cities.iter().flat_map(|city| &city.observations).map(|o| shown(&o.value)).collect()
}

#[test]
fn a_file_of_facts_becomes_places() {
    let text = "\
unit_code,item,data_point,role,part,period,value,unit,status,quality,sampling,source,note,title,evidence_number,evidence_summary,evidence_public,review,not_applicable_reason
,,,,,,,,,,,,,Hạ tầng,,,,,
00004,unit,,name_vi,,,Phường Mẫu,,,,,,,,,,,,
00004,unit,,KIND,,,Commune,,,,,,,,,,,,
00004,unit,,parent,,,01,,,,,,,,,,,,
00004,unit,,fictional,,,có,,,,,,,,,,,,
00004,unit,,note_vi,,,Ghi chú,,,,,,,,,,,,
00004,unit,,note_en,,,Note,,,,,,,,,,,,
00004,unit,,region,,,,,,,,,,,,,,,
00004,green,area,numerator,p1,31/12/2025,\"1,234.50\",m2,E,unknown,full_count,Sở,ok,shown,12/QĐ,Quyết định,yes,accepted,
00004,green,area,denominator,p1,2025,7,m2,,,,,,shown,,,,,
00004,trees,,,,,,,,,,,,shown,12/QĐ,Quyết định,yes,accepted,
00004,trees,,,,,,,O,,,,,shown,,,,,
00004,port,,,,,,,,,,,,shown,,,,,Không có cảng
00004,port,,,,,,,,,,,,shown,,,,,Không có cảng
00004,plan,,,,,Có,,,,,,,shown,,,,,
00004,reference,gdp,,,2024,5.25,,,,,GSO,,,,,,,
00004,published,g1,share,main,,0.5,,,,,Bộ,Điều 2,,,,,,
00005,unit,,name_vi,,,Xã Khác,,,,,,,,,,,,
00005,unit,,kind,,,commune,,,,,,,,,,,,
";
    let (file, findings) = read(text).unwrap();
    assert!(findings.is_empty(), "{findings}");
    let [ward, other] = file.cities.as_slice() else { panic!("two places") };
    assert_eq!((ward.unit.code.as_str(), ward.unit.name.vi.as_str(), ward.unit.kind), ("00004", "Phường Mẫu", UnitKind::Commune));
    assert_eq!((ward.unit.parent.as_deref(), ward.fictional, ward.notes.len()), (Some("01"), true, 1));
    assert_eq!(ward.observations.len(), 4);
    let first = &ward.observations[0];
    assert_eq!((first.role, first.status, first.period.unwrap().to_string()), (Role::Numerator, ObsStatus::E, "2025-12-31".into()));
    assert_eq!(first.origin.place().text(Lang::En), "row 10, column value");
    assert_eq!(figures(text), ["1234.5", "7", "-", "true"]);
    assert_eq!(ward.evidence.len(), 1);
    assert_eq!(ward.evidence[0].criteria, ["green", "trees"]);
    assert_eq!(ward.not_applicable.len(), 1);
    assert_eq!((ward.references[0].id.as_str(), ward.published[0].group.as_deref()), ("gdp", Some("g1")));
    assert_eq!(other.unit.code, "00005");
}

#[test]
fn one_place_may_give_its_code_in_a_row() {
    let (file, _) = read("item,role,value\nunit,code,01\nunit,name_vi,Hà Nội\nunit,kind,province\n").unwrap();
    assert_eq!(file.cities[0].unit.code, "01");
    assert_eq!(faults("item,role,value\nunit,name_vi,Hà Nội\nunit,kind,province\n"), ["row 2, column unit_code: csv.no_unit_code"]);
    assert_eq!(faults(&with(";tree;;;5;\n")), ["row 4, column unit_code: csv.no_unit_code"]);
    assert_eq!(faults(&with("01;unit;code;;02;\n")), ["row 4, column value: csv.code_conflict"]);
}

#[test]
fn numbers_follow_the_style_that_the_file_proves() {
    assert_eq!(figures(&with("01;a;;;1.234;\n01;b;;;12,5;\n")), ["1234", "12.5"]);
    assert_eq!(figures(&with("01;a;;;1.234;\n01;b;;;0.85;\n")), ["1.234", "0.85"]);
    assert_eq!(
        faults(&with("01;a;;;1.234;\n01;b;;;1,234;\n01;c;;;7;\n")),
        ["row 4, column value: csv.ambiguous_number", "row 5, column value: csv.ambiguous_number"]
    );
    assert_eq!(faults(&with("01;a;;;12,5;\n01;b;;;0,5;\n01;c;;;0.5;\n")), ["row 6, column value: csv.mixed_number_styles"]);
    let declared = |numbers| {
        let options = CsvOptions::default().with_numbers(numbers);
        CityFile::from_csv(with("01;a;;;1.234;\n").as_bytes(), &options).unwrap().0.cities[0].observations[0].value
    };
    let number = |text| Some(ObsValue::Number(crate::number::Dec::parse(text).unwrap()));
    assert_eq!((declared(NumberStyle::Vi), declared(NumberStyle::En)), (number("1234"), number("1.234")));
}

#[test]
fn an_ambiguous_number_shows_both_readings() {
    let findings = read(&with("01;a;;;1.234;\n")).unwrap_err();
    let message = findings.iter().next().unwrap().message(Lang::Vi);
    assert!(message.contains("1234 (kiểu Việt Nam) hoặc 1.234 (kiểu Anh)"), "{message}");
}

#[test]
fn every_fault_is_named_with_its_row_and_column() {
    let rows = "\
01;a;;31/02/2026;5;
01;b;tử số;2025;85 %;
01;;value;;5;
01;c;;2025;;nhớ hỏi lại
01;unit;nmae;;x;
01;unit;kind;;province;
01;unit;heritage;;maybe;
01;unit;note_vi;;Một;
01;d;;;Daân soá ñoâ thò;
01;e;;;\u{D0}ường;
01;f;;;\u{1}a;
01;g;;;5;x;y
01;h;;;Phu?ng;
1;unit;name_vi;;Tỉnh
1;unit;kind;;province
";
    let found = faults(&with(rows));
    let expected = [
        "row 4, column period: csv.bad_date",
        "row 5, column role: json.unknown_choice",
        "row 5, column value: csv.percent_sign",
        "row 6, column item: csv.missing_cell",
        "row 7, column value: csv.remark_without_value",
        "row 8, column role: csv.unknown_attribute",
        "row 9, column value: csv.doubled_attribute",
        "row 10, column value: csv.bad_boolean",
        "row 12, column value: text.legacy_text",
        "row 13, column value: city.eth_for_dje",
        "row 14, column value: text.control_character",
        "row 15: csv.cell_without_column",
        "row 16, column value: csv.lost_letters",
        "row 16, column value: csv.not_a_number",
        "row 2, column item: csv.note_pairs",
        "row 17, column unit_code: city.zeros_lost",
    ];
    assert_eq!(found, expected);
}

#[test]
fn cells_that_mean_nothing_in_their_row_are_refused() {
    let text =
        "unit_code,item,role,value,status,evidence_pages,reviewed_by\n01,unit,name_vi,X,A,,\n01,unit,kind,province,,3,\n01,a,,,,3,me\n";
    assert_eq!(
        faults(text),
        [
            "row 2, column status: csv.unused_cell",
            "row 3, column evidence_pages: csv.unused_cell",
            "row 4, column evidence_summary: csv.missing_cell",
            "row 4, column review: csv.missing_cell",
        ]
    );
}

#[test]
fn decomposed_text_is_composed_and_said() {
    let (file, findings) = read(&with("01;a;;;5;Tha\u{300}nh pho\u{302}\u{301}\n")).unwrap();
    assert_eq!(file.cities[0].observations[0].note.as_deref(), Some("Thành phố"));
    assert_eq!(findings.iter().map(|f| f.code()).collect::<Vec<_>>(), [Code::CityNormalised]);
    assert_eq!(faults(&with("01;a;;;5;x\u{301}\n")), ["row 4, column note: text.not_nfc"]);
}

#[test]
fn files_that_stop_short_are_refused() {
    assert_eq!(faults(&with("01;a;;;5;\"open\n01;b;;;5;\n")), ["row 4: csv.open_quote"]);
    assert_eq!(faults("item,role,value\n"), ["whole file: csv.no_rows"]);
    assert_eq!(faults(""), ["whole file: csv.no_header"]);
    assert_eq!(faults(&with(&alloc::format!("01;a;;;5;{}\n", "x".repeat(20_001)))), ["row 4, column note: json.text_too_long"]);
    assert_eq!(faults(&with(&"01;\n".repeat(2_000_000))), ["row 2000001: csv.too_many_rows"]);
}
