//! Cells that a spreadsheet program would run as a formula are written as texts, and come back as they were.

#[path = "../support/formula.rs"]
mod formula;

use dothi::{CityFile, CsvOptions, CsvStyle, NumberStyle, Separator};
use formula::run;
use proptest::prelude::*;
use serde_json::{Value, json};

const SEPARATORS: [Separator; 3] = [Separator::Comma, Separator::Semicolon, Separator::Tab];

/// Texts of strangers: what begins a formula, apostrophes, separators, quotes.
fn text() -> impl Strategy<Value = String> {
    "['=+@\t-]{0,3}[ '=1a,;\"-]{0,4}[a-zđ]"
}

fn city(texts: &[String; 6], value: &str) -> Value {
    let [name, en, source, note, summary, reason] = texts;
    json!({"format": 1, "cities": [{
        "unit": {"code": "01", "name": {"vi": name, "en": en}, "kind": "province"},
        "prepared_by": source,
        "observations": [{"criterion": "a-1", "value": value, "period": "2025", "source": source, "note": note}],
        "evidence": [{"criteria": ["a-1"], "summary": summary, "number": note}],
        "not_applicable": [{"criterion": "a-2", "reason": reason}],
        "notes": [{"vi": summary, "en": reason}],
    }]})
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn city_data_run_nothing_and_come_back(
        texts in prop::array::uniform6(text()),
        value in -5_000i32..5_000,
        separator in 0usize..3,
        vi in any::<bool>(),
    ) {
        let value = format!("{}{}.{}", if value < 0 { "-" } else { "" }, value.abs() / 10, value.abs() % 10);
        let json = city(&texts, &value).to_string();
        let (file, _) = CityFile::from_json(json.as_bytes()).unwrap();
        let separator = SEPARATORS[separator];
        let numbers = if vi { NumberStyle::Vi } else { NumberStyle::En };
        let table = file.to_csv_with(&CsvStyle::default().with_separator(separator).with_numbers(numbers));
        prop_assert_eq!(run(&table, separator), None);
        let (again, _) = CityFile::from_csv(table.as_bytes(), &CsvOptions::default().with_numbers(numbers)).unwrap();
        prop_assert_eq!(again.cities[0].canonical_json(), file.cities[0].canonical_json());
    }
}

#[test]
fn a_negative_figure_stays_a_number_and_a_list_stays_a_text() {
    let texts = ["Tên", "Name", "=cmd|' /C calc'!A0", "- một\n- hai", "+84 24", "'=x"].map(String::from);
    let (file, _) = CityFile::from_json(city(&texts, "-12.5").to_string().as_bytes()).unwrap();
    let table = file.to_csv();
    for cell in [",-12.5,", "'=cmd|' /C calc'!A0", "\"'- một\n- hai\"", "'+84 24", "''=x"] {
        assert!(table.contains(cell), "{cell}: {table}");
    }
    let (again, _) = CityFile::from_csv(table.as_bytes(), &CsvOptions::default()).unwrap();
    assert_eq!(again.cities[0].data_digest(), file.cities[0].data_digest());
}

#[test]
fn a_table_that_nobody_guarded_is_read_as_it_stands() {
    let table = "item,role,value,note\nunit,code,01,\nunit,name_vi,=Một,\nunit,kind,province,\na-1,value,-3,- ghi chú 'x'\n";
    let (file, _) = CityFile::from_csv(table.as_bytes(), &CsvOptions::default()).unwrap();
    assert_eq!(file.cities[0].unit.name.vi, "=Một");
    assert_eq!(file.cities[0].observations[0].note.as_deref(), Some("- ghi chú 'x'"));
}
