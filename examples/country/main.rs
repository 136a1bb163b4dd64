//! Makes an artificial country: 34 provinces, 3 321 commune-level units, urban areas made of several wards, three years of reports and records, with
//! anomalies planted on purpose; and checks that a synthesis names each of them.
//!
//! ```text
//! cargo build --release -p dothi-cli
//! cargo run --release -p dothi --example country -- all target/country target/release/dothi
//! ```
//!
//! `all` makes the country, has `dothi programme rounds` work off its three years (reports, records of every place in scope, syntheses, HTML in
//! both languages), and checks them. `make FOLDER` and `check FOLDER` are its first and last step.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a program of one run stops at the first surprise")]

mod anomalies;
mod cities;
mod places;
mod records;

use places::{Country, Kind, Place};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const YEARS: [u16; 3] = [2023, 2024, 2025];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", folder] => make(Path::new(folder)),
        ["check", folder] => return check(Path::new(folder)),
        ["all", folder, command] => {
            make(Path::new(folder));
            let code = work_off(Path::new(folder), command);
            let checked = check(Path::new(folder));
            return if code == ExitCode::SUCCESS { checked } else { code };
        }
        _ => {
            eprintln!("usage: country make FOLDER | country check FOLDER | country all FOLDER DOTHI");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn make(folder: &Path) {
    let country = Country::new();
    for year in YEARS {
        let own = folder.join(year.to_string());
        let (reports, records) = (own.join("reports"), own.join("reports/records"));
        fs::create_dir_all(&records).unwrap();
        write(&own.join("round.json"), &round(&country, year));
        let mut files = Vec::new();
        for province in &country.provinces {
            files.push((format!("{}.json", province.code), vec![report(province, year)]));
            let inside: Vec<Value> = country.inside(province).filter(|place| place.reports()).map(|place| report(place, year)).collect();
            files.push((format!("{}-inside.json", province.code), inside));
        }
        let planted = anomalies::plant(&mut files, year);
        for (name, all) in files.iter().filter(|(_, all)| !all.is_empty()) {
            write(&reports.join(name), &json!({"format": 1, "reports": all}));
        }
        let (faulty, [judged, out]) = cities::write(&country, year, &own.join("cities"));
        let planted = [planted, anomalies::broken_files(&reports), records::write(year, &records), faulty].concat();
        write(&own.join("planted.json"), &json!({"planted": planted, "assessed": judged, "out_of_scope": out}));
        let count: usize = files.iter().map(|(_, all)| all.len()).sum();
        println!("{year}: {count} reports, {} anomalies planted", planted.len());
    }
}

fn write(path: &Path, value: &Value) {
    fs::write(path, format!("{value:#}\n")).unwrap();
}

fn round(country: &Country, year: u16) -> Value {
    let units: Vec<Value> = country.provinces.iter().map(|place| json!({"code": place.code, "name": place.name})).collect();
    json!({
        "format": 1, "round": format!("gia-dinh-{year}"), "outline": "bxd-1683-2022", "fictional": true,
        "title": {"vi": format!("Đợt báo cáo của một nước giả định, {year}"), "en": format!("Round of an artificial country, {year}")},
        "period": {"from": "2023", "to": year.to_string()},
        "deadline": {"day": format!("{}-03-31", year + 1), "rule": "before", "wording": format!("trước ngày 31/3/{}", year + 1)},
        "units_on": format!("{}-03-31", year + 1), "units": units,
    })
}

/// A whole report: every part, a line for each category and year, totals that add up.
fn report(place: &Place, year: u16) -> Value {
    let texts = ["2", "3.1", "3.2", "5.1", "5.2", "6"]
        .map(|item| json!({"item": item, "text": format!("Nội dung mục {item} năm {year} của {}.", place.name)}));
    let mut funding = Vec::new();
    let (mut planned, mut disbursed) = (0, 0);
    for own in 2023..=year {
        for (at, category) in ["4.1", "4.2", "4.3"].into_iter().enumerate() {
            let million = 1_000 + u64::from(own) % 7 * 310 + place.number % 9_973 * (at as u64 + 1);
            let paid = million * 6 / 10 + u64::from(year - own) * 20;
            planned += million;
            disbursed += paid;
            let source = ["central_budget", "local_budget", "oda", "enterprise", "other"][(place.number as usize + at) % 5];
            funding.push(
                json!({"category": category, "project": format!("Hạng mục {category} của {}", place.name), "year": own, "source": source,
                "planned": million.to_string(), "disbursed": paid.to_string(), "unit": "trieu_dong"}),
            );
        }
    }
    let mut out = json!({
        "outline": "bxd-1683-2022", "round": format!("gia-dinh-{year}"), "fictional": true,
        "unit": {"code": place.code, "name": place.name, "kind": place.kind.word()},
        "period": {"from": "2023", "to": year.to_string()}, "received": format!("{}-03-{:02}", year + 1, 1 + place.number % 30),
        "entries": texts, "funding": funding,
        "totals": [{"planned": planned.to_string(), "disbursed": disbursed.to_string(), "unit": "trieu_dong"}],
    });
    if place.kind != Kind::Province {
        out["unit"]["parent"] = json!(place.parent);
    }
    out
}

/// The years one after the other, by the command that users have.
fn work_off(folder: &Path, command: &str) -> ExitCode {
    let run = std::process::Command::new(command)
        .args(["programme", "rounds"])
        .arg(folder)
        .arg("-o")
        .arg(folder.join("out"))
        .args(["--set", "vn-ssc@2026", "--as-of", "2026-11-21"])
        .status()
        .unwrap();
    if run.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check(folder: &Path) -> ExitCode {
    let all: Vec<bool> = YEARS.iter().map(|year| check_year(folder, *year)).collect();
    if all.iter().all(|good| *good) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every planted anomaly must be among those of the synthesis: the same code, and the unit or file it was planted in. Every place must be
/// assessed or out of scope, as it was made.
fn check_year(folder: &Path, year: u16) -> bool {
    let read = |path: &str| -> Value { serde_json::from_slice(&fs::read(folder.join(path)).unwrap()).unwrap() };
    let made = read(&format!("{year}/planted.json"));
    let synthesis = read(&format!("out/{year}/synthesis.json"));
    let planted = made["planted"].as_array().unwrap();
    let found = synthesis["anomalies"].as_array().unwrap();
    let texts: Vec<String> = found.iter().map(Value::to_string).collect();
    let mut lost = 0;
    for one in planted {
        let (code, of) = (&one["code"], one["of"].as_str().unwrap());
        if !found.iter().zip(&texts).any(|(anomaly, text)| anomaly["finding"]["code"] == *code && text.contains(of)) {
            lost += 1;
            println!("not named: {one}");
        }
    }
    let places = fs::read_to_string(folder.join(format!("out/{year}/places.csv"))).unwrap();
    let count = |state: &str| {
        let own = places.lines().filter(|line| line.contains(&format!(",{state},self_assessed,")));
        own.map(|line| line.split(',').next().unwrap()).collect::<std::collections::BTreeSet<_>>().len() as u64
    };
    let places = [("assessed", count("assessed")), ("out_of_scope", count("out_of_scope"))];
    let as_made = places.iter().all(|(state, count)| made[*state] == *count);
    let agrees = synthesis["reconciliation"]["agrees"] == true;
    println!(
        "{year}: {} planted, {lost} not named; {} found; {places:?}, as made: {as_made}; reconciliation agrees: {agrees}",
        planted.len(),
        found.len()
    );
    lost == 0 && agrees && as_made
}
