//! What cells mean: by their type, their format, the word chosen from a list.

use crate::books::{FIRST, by_hand, figure, plain, sheet, table, told, workbook};
use dothi::{CityFile, CsvOptions, Date, Lang, NumberStyle, ObsStatus, ObsValue, UnitKind, builtin};
use dothi_spreadsheet::{ReadOptions, read, template, write};
use rust_xlsxwriter::{ExcelDateTime, Format};
use std::collections::BTreeMap;

fn cities(bytes: &[u8]) -> CityFile {
    let (file, notes) = read(bytes, &ReadOptions::default()).unwrap_or_else(|e| panic!("{e}"));
    assert!(notes.is_empty(), "{notes}");
    file
}

fn value(value: Option<ObsValue>) -> String {
    match value {
        Some(ObsValue::Number(number)) => number.to_string(),
        Some(ObsValue::Boolean(flag)) => flag.to_string(),
        _ => "-".into(),
    }
}

fn values(bytes: &[u8]) -> Vec<String> {
    cities(bytes).cities[0].observations.iter().map(|o| value(o.value)).collect()
}

#[test]
fn numbers_are_those_that_excel_shows() {
    let numbers = [0.1 + 0.2, 148_327.0, 1.0 / 3.0, -0.5, 1e-9, 123_456_789_012_345.0, 1_152_921_504_606_846_976.0];
    let bytes = plain(|s| {
        for (row, number) in (FIRST..).zip(numbers) {
            figure(s, row, &format!("c{row}"));
            s.write(row, 2, number).unwrap();
        }
    });
    let shown = ["0.3", "148327", "0.333333333333333", "-0.5", "0.000000001", "123456789012345", "1152921504606850000"];
    assert_eq!(values(&bytes), shown);
}

#[test]
fn a_percentage_is_read_as_it_is_shown() {
    let bytes = plain(|s| {
        for (row, (number, format, unit)) in (FIRST..).zip([
            (0.85, "0%", "percent"),
            (0.125, "0.0 %", "%"),
            (1.0, "0%", "%"),
            (85.0, "General", "percent"),
            (0.85, "0.00", "ha"),
        ]) {
            figure(s, row, &format!("c{row}"));
            s.write_with_format(row, 2, number, &Format::new().set_num_format(format)).unwrap().write(row, 3, unit).unwrap();
        }
    });
    assert_eq!(values(&bytes), ["85", "12.5", "100", "85", "0.85"]);
}

#[test]
fn text_follows_the_rules_of_csv() {
    let of = |text: &str| {
        plain(|s| {
            figure(s, FIRST, "a");
            s.write(FIRST, 2, text).unwrap();
        })
    };
    assert_eq!(values(&of("1.234,5")), ["1234.5"]);
    assert_eq!(values(&of(" 12,5 ")), ["12.5"]);
    assert_eq!(values(&of("Có")), ["true"]);
    assert_eq!(values(&of("2 – Đã vận hành")), ["2"]);
    let found = |text: &str| told(&read(&of(text), &ReadOptions::default()).unwrap_err());
    assert_eq!(found("1.234"), ["Nước!C5 (cột value): csv.ambiguous_number"]);
    assert_eq!(found("85 %"), ["Nước!C5 (cột value): csv.percent_sign"]);
    assert_eq!(found("2 - Đã vận hành"), ["Nước!C5 (cột value): csv.unit_in_number"]);
    let options = ReadOptions::default().with_csv(CsvOptions::default().with_numbers(NumberStyle::Vi));
    assert_eq!(value(read(&of("1.234"), &options).unwrap().0.cities[0].observations[0].value), "1234");
}

#[test]
fn dates_are_as_exact_as_their_format() {
    let day = ExcelDateTime::from_ymd(2025, 12, 1).unwrap();
    let bytes = plain(|s| {
        for (row, format) in (FIRST..).zip(["dd/mm/yyyy", "mmm-yy", "yyyy", "[$-42A]mm/yyyy"]) {
            figure(s, row, &format!("c{row}"));
            s.write(row, 2, true).unwrap().write_with_format(row, 4, &day, &Format::new().set_num_format(format)).unwrap();
        }
        for (row, text) in (FIRST + 4..).zip(["12/2025", "31/12/2025", "2025-12"]) {
            figure(s, row, &format!("c{row}"));
            s.write(row, 2, false).unwrap().write(row, 4, text).unwrap();
        }
        figure(s, FIRST + 7, "c");
        s.write(FIRST + 7, 2, false).unwrap().write(FIRST + 7, 4, 2025).unwrap();
    });
    let file = cities(&bytes);
    let periods: Vec<String> = file.cities[0].observations.iter().map(|o| o.period.unwrap().to_string()).collect();
    assert_eq!(periods, ["2025-12-01", "2025-12", "2025", "2025-12", "2025-12", "2025-12-31", "2025-12", "2025"]);
}

#[test]
fn words_of_lists_are_read_in_both_languages() {
    let bytes = workbook(|book| {
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["item", "role", "value", "status", "quality", "sampling"]).unwrap();
        let rows = [
            ["unit", "code", "00004", "", "", ""],
            ["unit", "name_vi", "Phường Mẫu", "", "", ""],
            ["unit", "kind", "Xã, phường, đặc khu", "", "", ""],
            ["unit", "urban_class", "loại III", "", "", ""],
            ["unit", "heritage", "Không", "", "", ""],
            ["a", "", "", "O – chưa có số liệu", "", ""],
            ["b", "", "5", "E – estimated", "đo đạc chính xác", "Mẫu xác suất"],
            ["c", "", "5", "p", "unknown", "full_count"],
        ];
        for (row, cells) in (1..).zip(rows) {
            sheet.write_row(row, 0, cells).unwrap();
        }
    });
    let city = &cities(&bytes).cities[0];
    assert_eq!((city.unit.kind, city.unit.urban_class.as_deref(), city.unit.heritage), (UnitKind::Commune, Some("3"), Some(false)));
    let statuses: Vec<ObsStatus> = city.observations.iter().map(|o| o.status).collect();
    assert_eq!(statuses, [ObsStatus::O, ObsStatus::E, ObsStatus::P]);
    assert!(city.observations[1].quality.is_some() && city.observations[1].sampling.is_some());
}

#[test]
fn a_document_names_several_criteria_in_one_cell() {
    let bytes = workbook(|book| {
        table(book, "Nước");
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["item", "evidence_summary", "evidence_date"]).unwrap();
        sheet.write_row(1, 0, ["a; b,c", "Báo cáo", "27/02/2026"]).unwrap();
        sheet.write_row(2, 0, ["d", "Kế hoạch", ""]).unwrap();
    });
    let city = &cities(&bytes).cities[0];
    let documents: Vec<_> = city.evidence.iter().map(|d| (d.criteria.join(" "), d.date)).collect();
    assert_eq!(documents, [("a b c".into(), Date::parse("2026-02-27")), ("d".into(), None)]);
}

#[test]
fn a_shared_figure_is_given_to_each_of_its_criteria() {
    let make = |own: Option<(&str, &str)>| {
        workbook(|book| {
            let sheet = table(book, "Nước");
            if let Some((value, period)) = own {
                sheet.write_row(FIRST, 0, ["a", "denominator", value, "", period, "n"]).unwrap();
            }
            let sheet = book.add_worksheet();
            sheet.write_row(0, 0, ["value", "period", "source", "uses"]).unwrap();
            sheet.write_row(1, 0, ["5", "2025", "Cục Thống kê", "a//denominator; b/p/value"]).unwrap();
            sheet.write_row(2, 0, ["", "", "", "c//value"]).unwrap();
        })
    };
    let told = |bytes: &[u8]| -> BTreeMap<String, String> {
        let file = cities(bytes);
        let one = |o: &dothi::Observation| {
            let text = format!("{} {:?} {:?} {:?}", value(o.value), o.data_point, o.source, o.note);
            (format!("{} {}", o.criterion, o.period.map_or(String::new(), |p| p.to_string())), text)
        };
        file.cities[0].observations.iter().map(one).collect()
    };
    let source = "Some(\"Cục Thống kê\")";
    let b = ("b 2025".to_string(), format!("5 Some(\"p\") {source} None"));
    assert_eq!(told(&make(None)), [("a 2025".into(), format!("5 None {source} None")), b.clone()].into());
    // The criterion's own row says the same and more.
    for period in ["2025", ""] {
        assert_eq!(told(&make(Some(("5", period)))), [("a 2025".into(), format!("5 None {source} Some(\"n\")")), b.clone()].into());
    }
    // Another year is another figure.
    let both = told(&make(Some(("4", "2024"))));
    assert_eq!(both.keys().collect::<Vec<_>>(), ["a 2024", "a 2025", "b 2025"]);
}

#[test]
fn a_workbook_written_by_other_programs_is_read() {
    // Rows and cells without references, rich text, booleans in words, no styles, no shared strings.
    let rows: &[&[&str]] = &[
        &["", "Item", "ROLE", "value"],
        &["", "unit", "code", "01"],
        &["", "unit", "name_vi", "raw:<c t=\"inlineStr\"><is><r><t xml:space=\"preserve\">Tỉnh </t></r><r><t>Mẫu</t></r></is></c>"],
        &["", "unit", "kind", "province"],
        &["", "unit", "fictional", "raw:<c t=\"b\"><v>1</v></c>"],
        &["", "a", "", "raw:<c><v>1.5E2</v></c>"],
        &["", "b", "", "raw:<c t=\"n\"><v>7</v></c>"],
    ];
    let bytes = by_hand(&sheet(rows, "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"1\" hidden=\"true\"/></cols>", ""), &[]);
    let city = &cities(&bytes).cities[0];
    assert_eq!((city.unit.name.vi.as_str(), city.fictional), ("Tỉnh Mẫu", true));
    assert_eq!(city.observations.iter().map(|o| value(o.value)).collect::<Vec<_>>(), ["150", "7"]);
}

#[test]
fn a_form_is_read_whatever_the_language_it_was_written_in() {
    let set = builtin::load("vn-ssc").unwrap();
    let json = r#"{"format":1,"cities":[{"unit":{"code":"00004","name":{"vi":"Phường Mẫu"},"kind":"commune"},"observations":[
        {"criterion":"wat-01","role":"numerator","value":"90","unit":"people"},{"criterion":"plan-04","value":2},{"criterion":"plan-02","value":true}]}]}"#;
    let (file, _) = CityFile::from_json(json.as_bytes()).unwrap();
    let digests: Vec<String> =
        [Lang::Vi, Lang::En].map(|lang| cities(&write(&set, &file.cities[0], lang).unwrap()).cities[0].data_digest()).into();
    assert_eq!(digests, vec![file.cities[0].data_digest(); 2]);
    assert_ne!(template(&set, UnitKind::Commune, Lang::Vi).unwrap(), template(&set, UnitKind::Commune, Lang::En).unwrap());
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let set = builtin::load("dti-922").unwrap();
    let one = || template(&set, UnitKind::Province, Lang::Vi).unwrap();
    assert!(one() == one());
}
