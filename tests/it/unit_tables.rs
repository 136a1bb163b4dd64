//! Tables of units that contradict themselves: each fault is found, with table, row and column.

use crate::hostile::{codes, soon};
use dothi::units::UnitRegistry;
use dothi::{Code, Lang, Place};

const BEFORE: &str = "code,name_vi,kind_vi,valid_from,valid_to,communes
01,Hà An,tỉnh,2000-01-01,2025-06-30,
02,Hòa Lạc,tỉnh,2000-01-01,2025-06-30,
";
const AFTER: &str = "code,name_vi,kind_vi,valid_from,valid_to,communes
01,Hà Lạc,thành phố trực thuộc trung ương,2025-07-01,,2
";
const COMMUNES: &str = "code,name_vi,kind_vi,province_code,valid_from,valid_to,code_draft
00001,Xã Một,xã,01,2025-07-01,,
00002,Phường Một,phường,01,2025-07-01,,00009
";
const SUCCESSORS: &str = "code_before,name_before,code_after,name_after,kind,date
01,Hà An,01,Hà Lạc,merged,2025-07-01
02,Hòa Lạc,01,Hà Lạc,merged,2025-07-01
";
const SOURCES: &str = "id,kind,number,title_vi,title_en,issuer_vi,issuer_en,issued,effective,url,retrieved,confidence,tables,note
law,law,1,Luật,Law,Quốc hội,National Assembly,2025,,,2026-01-01,primary,provinces-2025.csv;aliases.csv,
";
const ALIASES: &str = "alias,code,valid_from,valid_to,kind,source,note
HA,01,,2025-06-30,short,law,
";

const TABLES: [(&str, &str); 6] = [
    ("provinces-2024.csv", BEFORE),
    ("provinces-2025.csv", AFTER),
    ("communes-2025.csv", COMMUNES),
    ("successors.csv", SUCCESSORS),
    ("sources.csv", SOURCES),
    ("aliases.csv", ALIASES),
];

fn load(tables: &[(&str, String)]) -> Result<UnitRegistry, dothi::Findings> {
    let bytes: Vec<(&str, &[u8])> = tables.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    UnitRegistry::from_tables(&bytes)
}

fn whole() -> Vec<(&'static str, String)> {
    TABLES.map(|(name, text)| (name, text.to_string())).to_vec()
}

#[test]
fn tables_that_agree_are_read_and_official_ones_carry_no_mark() {
    let registry = load(&whole()).unwrap_or_else(|e| panic!("{e}"));
    assert!(registry.marks().is_empty());
    let without: Vec<_> = whole().into_iter().filter(|(name, _)| !name.starts_with("sources") && !name.starts_with("aliases")).collect();
    assert_eq!(load(&without).unwrap().marks().len(), 1, "no source is no official source");
}

#[test]
fn every_contradiction_is_found_where_it_is() {
    for (table, from, to, code, place) in [
        ("provinces-2024.csv", "02,Hòa Lạc", "01,Hòa Lạc", "table.doubled_row", "row 3, column code"),
        ("provinces-2024.csv", "02,Hòa Lạc", "02,HÀ AN", "table.doubled_row", "row 3, column name_vi"),
        ("provinces-2024.csv", "02,Hòa Lạc", "Ơ,Hòa Lạc", "json.bad_id", "row 3, column code"),
        ("provinces-2024.csv", "02,Hòa Lạc", ",Hòa Lạc", "table.missing_cell", "row 3, column code"),
        ("provinces-2024.csv", "Hòa Lạc", "Hòa\u{300} Lạc", "text.not_nfc", "row 3, column name_vi"),
        ("provinces-2024.csv", "Hòa Lạc", "Hòa Lạc ", "table.spaces", "row 3, column name_vi"),
        ("provinces-2024.csv", "Hòa Lạc", "Hòa\tLạc", "text.control_character", "row 3, column name_vi"),
        ("provinces-2024.csv", "Hòa Lạc", "-", "json.text_too_long", "row 3, column name_vi"),
        ("provinces-2024.csv", "Hòa Lạc,tỉnh", "Hòa Lạc,xã", "json.unknown_choice", "row 3, column kind_vi"),
        ("provinces-2024.csv", "2000-01-01,2025-06-30,\n02", "2000-01,2025-06-30,\n02", "json.bad_date", "row 2, column valid_from"),
        ("provinces-2024.csv", "2000-01-01,2025-06-30,\n02", "2025-06-31,2025-06-30,\n02", "json.bad_date", "row 2, column valid_from"),
        ("provinces-2024.csv", "2000-01-01,2025-06-30,\n02", "2025-07-30,2025-06-30,\n02", "set.date_order", "row 2, column valid_to"),
        ("provinces-2024.csv", ",communes", ",population", "table.unknown_column", "row 1, column population"),
        ("provinces-2024.csv", ",valid_to,communes", ",communes,valid_from", "csv.doubled_column", "row 1, column valid_from"),
        ("provinces-2024.csv", "2025-06-30,\n02", "2025-06-30,,x\n02", "csv.cell_without_column", "row 2"),
        ("provinces-2024.csv", "02,Hòa Lạc", "02,\"Hòa Lạc", "csv.open_quote", "row 3"),
        ("communes-2025.csv", "00002,Phường", "00001,Phường", "table.doubled_row", "row 3, column code"),
        ("communes-2025.csv", "00002,Phường Một,phường", "00002,Xã Một,xã", "table.doubled_row", "row 3, column name_vi"),
        ("communes-2025.csv", "phường,01", "phường,02", "table.unknown_reference", "row 3, column province_code"),
        ("successors.csv", "02,Hòa Lạc", "03,Hòa Lạc", "table.unknown_reference", "row 3, column code_before"),
        ("successors.csv", "02,Hòa Lạc", "02,Hoà Lạc", "table.unknown_reference", "row 3, column name_before"),
        ("successors.csv", "02,Hòa Lạc,01", "02,Hòa Lạc,02", "table.unknown_reference", "row 3, column code_after"),
        ("successors.csv", "02,Hòa Lạc", "01,Hà An", "table.doubled_row", "row 3, column code_before"),
        ("successors.csv", "merged,2025-07-01\n02", "same,2025-07-01\n02", "json.unknown_choice", "row 2, column kind"),
        ("successors.csv", "02,Hòa Lạc,01,Hà Lạc,merged,2025-07-01\n", "", "table.missing_row", "row 3, column valid_to"),
        ("sources.csv", "primary", "read", "json.unknown_choice", "row 2, column confidence"),
        ("sources.csv", ",2025,", ",soon,", "json.bad_date", "row 2, column issued"),
        ("aliases.csv", "HA,01", "HA,05", "table.unknown_reference", "row 2, column code"),
        ("aliases.csv", "short,law", "short,press", "table.unknown_reference", "row 2, column source"),
        ("aliases.csv", "HA,01", "Hoà Lạc,01", "table.unused_row", "row 2, column alias"),
        ("aliases.csv", "HA,01", "HÀ AN,01", "table.unused_row", "row 2, column alias"),
        ("aliases.csv", "HA,01,,2025-06-30", "HA,01,,", "table.unused_row", "row 2, column alias"),
        (
            "aliases.csv",
            "HA,01,,2025-06-30,short,law,\n",
            "HA,01,,2025-06-30,short,law,\nha,02,,,short,law,\n",
            "table.unused_row",
            "row 3, column alias",
        ),
    ] {
        let mut tables = whole();
        let text = &mut tables.iter_mut().find(|(name, _)| *name == table).unwrap().1;
        assert!(text.contains(from), "{table}: {from}");
        *text = text.replacen(from, to, 1);
        let findings = load(&tables).err().unwrap_or_else(|| panic!("{table}: {to} was read"));
        codes(&findings);
        // A fault of one table may make another one wrong as well.
        let place_of = |place: &Place| place.text(Lang::En);
        let hit = findings.iter().any(|f| f.code().as_str() == code && place_of(f.place()).ends_with(place));
        assert!(hit, "{table}: {to}: expected {code} at {place}, found\n{findings}");
    }
}

#[test]
fn names_of_tables_are_checked() {
    let with = |extra: &'static str| {
        let mut tables = whole();
        tables.push((extra, AFTER.into()));
        codes(&load(&tables).unwrap_err())
    };
    assert_eq!(with("districts.csv"), ["table.unknown_table"]);
    assert!(with("sources.csv").contains(&"table.doubled_table"));
    assert_eq!(codes(&load(&[]).unwrap_err()), ["table.missing_table"]);
}

#[test]
fn hostile_tables_are_refused_in_time() {
    let row = |n: u32| format!("{n:05},Xã Một,xã,{:02},2025-07-01,,\n", n % 100);
    let many: String = std::iter::once(COMMUNES.lines().next().unwrap().to_string() + "\n").chain((10..30_000).map(row)).collect();
    let load_with = |table: &str, text: String| {
        let mut tables = whole();
        tables.iter_mut().find(|(name, _)| *name == table).unwrap().1 = text;
        load(&tables).unwrap_err()
    };
    let findings = soon("30 000 communes of one name", || load_with("communes-2025.csv", many));
    assert!(findings.iter().any(|f| f.code() == Code::CsvTooManyRows));
    let steps: String = (0..15_000).map(|_| "01,Hà An,01,Hà Lạc,merged,2025-07-01\n").collect();
    soon("15 000 successors", || load_with("successors.csv", SUCCESSORS.lines().next().unwrap().to_string() + "\n" + &steps));
    let aliases: String = (0..15_000).map(|n| format!("A{n},01,,2025-06-30,short,law,\n")).collect();
    let mut tables = whole();
    tables[5].1.push_str(&aliases);
    assert!(soon("15 000 aliases", || load(&tables)).is_ok());
    codes(&load_with("aliases.csv", ",".repeat(100_000)));
    codes(&load_with("aliases.csv", format!("{ALIASES}{},01,,,short,law,\n", "x".repeat(100_000))));
}
