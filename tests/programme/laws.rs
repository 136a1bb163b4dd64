//! Laws: sums reconcile for any split, the order of files changes nothing, nothing is lost.

use crate::support::{outline, read, round};
use dothi::programme::{Standing, Submitted, Synthesis, SynthesisInput};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A line: project, year, category, source, planned and disbursed in an amount of a unit.
type Line = (u8, u16, usize, usize, Option<u64>, Option<u64>, usize);

const CATEGORIES: [&str; 4] = ["4.1", "4.2", "4.3", "4.9"];
const SOURCES: [&str; 3] = ["central_budget", "local_budget", "other"];
const UNITS: [&str; 3] = ["dong", "trieu_dong", "ty_dong"];
/// Whole đồng in every unit, given in each: one unit lower and a fraction.
const PLACES: [usize; 3] = [0, 6, 9];

fn line() -> impl Strategy<Value = Line> {
    let amount = || prop::option::weighted(0.8, 0u64..5_000_000_000_000);
    (0u8..6, 2023u16..2027, 0usize..40, 0usize..3, amount(), amount(), 0usize..3)
        .prop_map(|(p, y, c, s, a, b, u)| (p, y, if c == 39 { 3 } else { c % 3 }, s, a, b, u))
}

fn written(dong: u64, unit: usize) -> String {
    let digits = format!("{dong:0>12}");
    let (whole, fraction) = digits.split_at(digits.len() - PLACES[unit]);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() { whole.into() } else { format!("{whole}.{fraction}") }
}

/// A report: place among the units, its lines, its texts.
fn report() -> impl Strategy<Value = Value> {
    let unit = prop_oneof![8 => 0usize..4, 2 => 4usize..7];
    (unit, prop::collection::vec(line(), 0..6), prop::collection::vec((0usize..6, "[a-zđ ]{1,8}x"), 0..5), 0u32..40).prop_map(
        |(unit, lines, texts, day)| {
            let (code, kind, parent) = [
                ("X-01", "province", None),
                ("X-02", "province", None),
                ("X-03", "province", None),
                ("X-04", "province", None),
                ("X-09", "province", None),
                ("X-01-01", "commune", Some("X-01")),
                ("X-02-07", "urban_area", Some("X-55")),
            ][unit];
            let funding: Vec<Value> = lines
                .into_iter()
                .map(|(project, year, category, source, planned, disbursed, unit)| {
                    let mut line = json!({"category": CATEGORIES[category], "project": format!("Dự án {project}"), "year": year,
                    "source": SOURCES[source], "unit": UNITS[unit]});
                    for (key, amount) in [("planned", planned), ("disbursed", disbursed)] {
                        if let Some(dong) = amount {
                            line[key] = json!(written(dong, unit));
                        }
                    }
                    line
                })
                .collect();
            let items = ["1", "2", "3.1", "5.1", "5.2", "6"];
            let entries: Vec<Value> = texts.into_iter().map(|(item, text)| json!({"item": items[item], "text": text})).collect();
            let mut out = json!({"outline": "bxd-1683-2022", "unit": {"code": code, "name": format!("Nơi {code}"), "kind": kind},
            "received": format!("2026-0{}-{:02}", 3 + day / 30, 1 + day % 30), "entries": entries, "funding": funding});
            if let Some(parent) = parent {
                out["unit"]["parent"] = json!(parent);
            }
            out
        },
    )
}

fn synthesis(reports: &[(String, Value)]) -> Synthesis {
    let (outline, round) = (outline(), round("dot-2025.json"));
    let submitted = reports.iter().map(|(file, report)| Submitted::new(file, read(report))).collect();
    Synthesis::new(SynthesisInput::new(&outline, &round, &round.units, submitted))
}

/// Sum of an amount over all lines, in đồng, by integers.
fn sum(reports: &[(String, Value)], key: &str) -> u128 {
    let lines = reports.iter().flat_map(|(_, report)| report["funding"].as_array().unwrap());
    let dong = |line: &Value| -> u128 {
        let Some(text) = line[key].as_str() else { return 0 };
        let places = PLACES[UNITS.iter().position(|unit| line["unit"] == *unit).unwrap()];
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        format!("{whole}{fraction:0<places$}").parse().unwrap()
    };
    lines.map(dong).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sums_reconcile_and_nothing_is_lost(reports in prop::collection::vec(report(), 0..9)) {
        let files: Vec<(String, Value)> = reports.into_iter().enumerate().map(|(at, report)| (format!("{at}.json"), report)).collect();
        let synthesis = synthesis(&files);
        let proof = &synthesis.reconciliation;
        prop_assert!(proof.agrees, "{proof:?}");
        prop_assert_eq!(proof.read.planned.dong.to_string(), sum(&files, "planned").to_string());
        prop_assert_eq!(proof.read.disbursed.dong.to_string(), sum(&files, "disbursed").to_string());
        let counted = proof.rows.iter().find(|row| row.standing == Standing::Counted).map(|row| row.sums).unwrap_or_default();
        prop_assert_eq!(counted, synthesis.funding.total);
        // Every report, project line and text is in the document, whatever became of its report.
        let json: Value = serde_json::from_str(&synthesis.to_canonical_json()).unwrap();
        prop_assert_eq!(json["reports"].as_array().map_or(0, Vec::len), files.len());
        let lines: usize = json["projects"].as_array().unwrap().iter().map(|project| project["lines"].as_array().unwrap().len()).sum();
        prop_assert_eq!(lines, files.iter().map(|(_, report)| report["funding"].as_array().unwrap().len()).sum::<usize>());
        let mut given: Vec<String> = files.iter().flat_map(|(file, report)| {
            report["entries"].as_array().unwrap().iter().map(move |entry| format!("{file} {} {}", entry["item"], entry["text"]))
        }).collect();
        let mut found: Vec<String> = json["texts"].as_array().unwrap().iter().flat_map(|group| {
            group["texts"].as_array().unwrap().iter().map(|text| format!("{} {} {}", text["file"].as_str().unwrap(), group["item"], text["text"]))
        }).collect();
        given.sort();
        found.sort();
        prop_assert_eq!(given, found);
    }

    #[test]
    fn the_order_of_files_changes_nothing(reports in prop::collection::vec(report(), 0..7), seed in any::<u64>()) {
        let files: Vec<(String, Value)> = reports.into_iter().enumerate().map(|(at, report)| (format!("{at}.json"), report)).collect();
        let mut other = files.clone();
        let mut state = seed;
        for at in (1..other.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            other.swap(at, (state >> 33) as usize % (at + 1));
        }
        for (_, report) in &mut other {
            report["funding"].as_array_mut().unwrap().reverse();
            report["entries"].as_array_mut().unwrap().reverse();
        }
        let (one, two) = (synthesis(&files), synthesis(&other));
        prop_assert_eq!(&one.funding, &two.funding);
        prop_assert_eq!(&one.projects, &two.projects);
        prop_assert_eq!(&one.texts, &two.texts);
        prop_assert_eq!(&one.reconciliation, &two.reconciliation);
        let standings = |synthesis: &Synthesis| synthesis.reports.iter().map(|report| (report.file.clone(), report.standing)).collect::<Vec<_>>();
        prop_assert_eq!(standings(&one), standings(&two));
    }

    #[test]
    fn a_split_of_an_amount_over_lines_and_units_changes_no_sum(parts in prop::collection::vec((0u64..9_000_000_000_000, 0usize..3), 1..12)) {
        let whole: u128 = parts.iter().map(|(dong, _)| u128::from(*dong)).sum();
        let funding: Vec<Value> = parts.iter().enumerate().map(|(at, (dong, unit))| {
            json!({"category": "4.1", "project": format!("P{at}"), "year": 2024, "source": "other", "planned": written(*dong, *unit), "unit": UNITS[*unit]})
        }).collect();
        let report = json!({"outline": "bxd-1683-2022", "unit": {"code": "X-01", "name": "x", "kind": "province"}, "entries": [], "funding": funding});
        let synthesis = synthesis(&[("a.json".into(), report)]);
        prop_assert_eq!(synthesis.funding.total.planned.dong.to_string(), whole.to_string());
        prop_assert!(synthesis.reconciliation.agrees);
    }
}
