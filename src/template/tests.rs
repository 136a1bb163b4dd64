//! Templates of every embedded set and every kind of place: they load, and they ask what the set asks.

use super::asked;
use crate::builtin;
use crate::criteria::UnitKind;
use crate::{AssessOptions, CityFile, Date, Outcome};

#[test]
fn every_json_template_loads_and_assesses_to_no_data() {
    for file in builtin::FILES {
        let set = builtin::load(&file.id()).unwrap();
        for (_, kind) in UnitKind::WORDS {
            let text = set.template_json(*kind);
            let (data, findings) = CityFile::from_json(text.as_bytes()).unwrap();
            assert!(!findings.has_errors(), "{findings}");
            let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
            let result = set.assess(&data.cities[0], &options).unwrap();
            if !set.header().unit_kinds.iter().any(|rule| rule.kind == *kind) {
                assert!(data.cities[0].observations.is_empty());
                continue;
            }
            let criteria = &result.self_assessed().criteria;
            let empty = criteria.iter().filter(|c| c.outcome == Outcome::NoData).count();
            let monitored = criteria.iter().filter(|c| c.outcome == Outcome::Monitored).count();
            assert_eq!(empty + monitored, asked(&set, *kind).len(), "{} {kind:?}", set.id());
        }
    }
}

#[test]
fn a_kind_that_is_not_judged_is_asked_nothing() {
    let set = builtin::load("dti-922").unwrap();
    assert!(asked(&set, UnitKind::Commune).is_empty());
    assert_eq!(asked(&set, UnitKind::Province).len(), 9);
}

#[cfg(feature = "csv")]
mod table {
    use crate::builtin;
    use crate::criteria::{CriteriaSet, UnitKind};
    use crate::{AssessOptions, CityFile, CsvOptions, Date, Lang, Outcome};
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    /// Puts a value into the row of an attribute.
    fn fill(table: &str, role: &str, value: &str) -> String {
        let separator = if table.contains(";item;") { ';' } else { ',' };
        let header: Vec<&str> = table.lines().next().unwrap().split(separator).collect();
        let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
        let line = |line: &str| {
            let mut cells: Vec<&str> = line.split(separator).collect();
            if cells[at("item")] == "unit" && cells.contains(&role) {
                let place = cells.len() - header.len() + at("value");
                cells[place] = value;
            }
            cells.join(&separator.to_string())
        };
        table.lines().map(line).collect::<Vec<_>>().join("\n")
    }

    fn filled(set: &CriteriaSet, kind: UnitKind, lang: Lang) -> String {
        let table = set.template_csv(kind, lang);
        fill(&fill(&table, "code", "00004"), "name_vi", "Phường Mẫu")
    }

    #[test]
    fn every_table_loads_and_assesses_once_the_place_is_filled_in() {
        for file in builtin::FILES {
            let set = builtin::load(&file.id()).unwrap();
            for (_, kind) in UnitKind::WORDS {
                for lang in [Lang::Vi, Lang::En] {
                    let text = filled(&set, *kind, lang);
                    let (data, findings) = CityFile::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
                    assert!(findings.is_empty(), "{findings}");
                    assert_eq!((data.cities[0].unit.kind, data.cities[0].observations.len()), (*kind, 0));
                    let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
                    assert!(set.assess(&data.cities[0], &options).is_ok());
                }
            }
        }
    }

    #[test]
    fn what_is_filled_in_is_accepted_with_its_unit() {
        for file in builtin::FILES {
            let set = builtin::load(&file.id()).unwrap();
            let table = filled(&set, UnitKind::Province, Lang::Vi);
            let header: Vec<&str> = table.lines().next().unwrap().split(';').collect();
            let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
            let line = |line: &str| {
                let mut cells: Vec<&str> = line.split(';').collect();
                let shift = cells.len() - header.len();
                let unit = cells[shift + at("unit")];
                if !unit.is_empty() && cells[1] != "item" {
                    cells[shift + at("value")] = if unit == "có/không" { "có" } else { "1" };
                    cells[shift + at("sampling")] = if line.contains("sampling") { "full_count" } else { "" };
                }
                cells.join(";")
            };
            let text = table.lines().map(line).collect::<Vec<_>>().join("\n");
            let (data, _) = CityFile::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
            let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
            let result = set.assess(&data.cities[0], &options).unwrap();
            assert!(result.self_assessed().criteria.iter().all(|c| c.outcome != Outcome::NoData));
        }
    }

    #[test]
    fn every_figure_of_the_json_template_has_a_row() {
        for file in builtin::FILES {
            let set = builtin::load(&file.id()).unwrap();
            for (_, kind) in UnitKind::WORDS {
                let json = set.template_json(*kind);
                let (data, _) = CityFile::from_json(json.as_bytes()).unwrap();
                let table = set.template_csv(*kind, Lang::En);
                let rows = table.lines().skip(1).filter(|line| !line.starts_with(",unit,") && !line.starts_with(",,")).count();
                assert_eq!(rows, data.cities[0].observations.len(), "{table}");
                for one in &data.cities[0].observations {
                    assert!(table.contains(&format!(",{},", one.criterion)), "{}", one.criterion);
                }
            }
        }
    }

    #[test]
    fn a_row_says_what_to_enter_and_what_it_must_reach() {
        let set = builtin::load("dti-922").unwrap();
        let table = set.template_csv(UnitKind::Province, Lang::Vi);
        let row = table.lines().find(|line| line.contains(";awareness;")).unwrap();
        assert!(row.contains("1 Nhận thức số: Giá trị chỉ số chính Nhận thức số"), "{row}");
        assert!(row.contains("chấm điểm từ 0 (kém nhất) đến 1 (tốt nhất)"), "{row}");
    }

    #[test]
    fn the_new_words_ask_for_what_they_need() {
        let set = CriteriaSet::from_json(include_bytes!("../../tests/cases/sets/words-all.json")).unwrap();
        let table = set.template_csv(UnitKind::UrbanArea, Lang::Vi);
        let row = |start: &str| table.lines().skip(1).find(|line| line.contains(start)).unwrap_or_else(|| panic!("{start}: {table}"));
        for (start, told) in [
            (";density;", "điểm nội suy: ≥ 1.000 người/km²: 4,5 điểm; ≥ 1.500 người/km²: 6 điểm"),
            (";role;", "≥ bậc 1: 5,5 điểm; ≥ bậc 2: 7 điểm"),
            (";green;", "từ 6 đến 8 m²"),
            (";waste;", "mục tiêu: 10 %"),
            (";services;", "ít nhất 2 trong 3 phần: có; có; có"),
            (";smart;", "B.4 Đô thị thông minh hoặc chống chịu – Được công nhận đô thị thông minh"),
            (";smart;", "`recognition`"),
        ] {
            assert!(row(start).contains(told), "{told}: {}", row(start));
        }
        // What a condition, a relief or a criterion asks of the place.
        for role in ["urban_class", "heritage", "special_factors", "centrally_run", "member"] {
            row(&format!(";{role};"));
        }
        assert!(table.contains(";national-income;"), "comparison values of every scheme");
        assert!(!table.contains("cấp độ"), "a verdict is no level");
        // The scheme that holds them judges other kinds of place.
        assert!(!set.template_csv(UnitKind::Province, Lang::Vi).contains(";density;"));
        assert!(set.template_csv(UnitKind::Province, Lang::Vi).contains(";events;"));
    }
}
