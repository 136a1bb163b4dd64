//! Tables of cells follow the rules of CSV; what a cell is known to be is not guessed from its text.

use crate::city::*;
use crate::date::Date;
use crate::finding::Findings;
use crate::number::Dec;
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

fn table(rows: Vec<[FactCell; 4]>) -> FactTable {
    let mut out = FactTable::new("Nước", 3);
    let columns = [("item", "Mã"), ("role", "Vai trò"), ("period", "Kỳ"), ("value", "Giá trị")];
    out.columns = columns.into_iter().zip(2..).map(|((name, heading), at)| FactColumn::new(name, at, heading)).collect();
    out.rows = rows.into_iter().zip(5..).map(|(cells, at)| FactRow::new(at, cells.into())).collect();
    out
}

fn words(item: &str, role: &str, value: FactCell) -> [FactCell; 4] {
    [FactCell::text(item), FactCell::text(role), FactCell::default(), value]
}

fn place() -> Vec<[FactCell; 4]> {
    let of = |role, value: &str| words("unit", role, FactCell::text(value));
    vec![of("code", "01"), of("name_vi", "Tỉnh Ví Dụ"), of("kind", "province")]
}

fn faults(rows: Vec<[FactCell; 4]>) -> Vec<String> {
    let all: Findings = CityFile::from_tables(&[table(place()), table(rows)], &CsvOptions::default()).unwrap_err();
    all.iter().map(|f| format!("{}: {}", f.place().text(Lang::Vi), f.code())).collect()
}

#[test]
fn cells_are_what_their_program_says() {
    let date = |text| FactCell::date(Date::parse(text).unwrap());
    let number = FactCell::number(Dec::parse("1.234").unwrap());
    let rows = vec![
        [FactCell::text("a"), FactCell::default(), date("2025-06"), number],
        words("b", "", FactCell::boolean(true)),
        words("c", "", FactCell::text("12,5")),
        words("unit", "valid_from", date("2025-07-01")),
        words("unit", "heritage", FactCell::boolean(false)),
    ];
    let (file, notes) = CityFile::from_tables(&[table(place()), table(rows)], &CsvOptions::default()).unwrap();
    assert!(notes.is_empty(), "{notes}");
    let city = &file.cities[0];
    let values: Vec<_> = city.observations.iter().map(|o| o.value.unwrap()).collect();
    let decimal = |text| ObsValue::Number(Dec::parse(text).unwrap());
    assert_eq!(values, [decimal("1.234"), ObsValue::Boolean(true), decimal("12.5")]);
    assert_eq!(city.observations[0].period, Date::parse("2025-06"));
    assert_eq!((city.unit.valid_from, city.unit.heritage), (Date::parse("2025-07-01"), Some(false)));
    assert_eq!(city.observations[0].origin.place().text(Lang::Vi), "Nước!E5 (cột Giá trị)");
}

#[test]
fn faults_name_sheet_cell_and_heading() {
    let day = FactCell::date(Date::parse("2026-02-01").unwrap());
    assert_eq!(faults(vec![words("a", "", day)]), ["Nước!E5 (cột Giá trị): xlsx.date_for_number"]);
    let rows = vec![words("a", "x", FactCell::text("1.234")), words("unit", "code", FactCell::text("02"))];
    assert_eq!(
        faults(rows),
        [
            "Nước!C5 (cột Vai trò): json.unknown_choice",
            "Nước!E5 (cột Giá trị): csv.ambiguous_number",
            "Nước!E6 (cột Giá trị): csv.doubled_attribute"
        ]
    );
    let mut broken = table(vec![]);
    broken.columns[3].name = "valeu".into();
    let all = CityFile::from_tables(&[broken], &CsvOptions::default()).unwrap_err();
    let said: Vec<_> = all.iter().map(|f| format!("{}: {}", f.place().text(Lang::Vi), f.code())).collect();
    assert_eq!(said, ["Nước!E3 (cột Giá trị): csv.unknown_column", "Nước!3:3: csv.missing_column"]);
}
