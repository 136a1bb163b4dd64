//! Makes an artificial country: 34 provinces, 3 321 commune-level units, urban areas made of several wards, three years of reports and records, with
//! anomalies planted on purpose; and checks that a synthesis names each of them.
//!
//! ```text
//! cargo run --release -p dothi --example country -- make target/country
//! dothi programme synthesis target/country/2025/round.json target/country/2025/reports -o target/country/2025.json -o target/country/2025.html \
//!     --previous-round target/country/2024/round.json --previous target/country/2024/reports
//! cargo run --release -p dothi --example country -- check target/country/2025/planted.json target/country/2025.json
//! ```
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a program of one run stops at the first surprise")]

mod anomalies;
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
        ["check", planted, synthesis] => return check(planted, synthesis),
        _ => {
            eprintln!("usage: country make FOLDER | country check PLANTED SYNTHESIS");
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
        let planted = [planted, anomalies::broken_files(&reports), records::write(&country, year, &records)].concat();
        write(&own.join("planted.json"), &json!(planted));
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

/// Every planted anomaly must be among those of the synthesis: the same code, and the unit or file it was planted in.
fn check(planted: &str, synthesis: &str) -> ExitCode {
    let read = |path: &str| -> Value { serde_json::from_slice(&fs::read(path).unwrap()).unwrap() };
    let (planted, synthesis) = (read(planted), read(synthesis));
    let found = synthesis["anomalies"].as_array().unwrap();
    let mut lost = 0;
    for one in planted.as_array().unwrap() {
        let (code, of) = (&one["code"], one["of"].as_str().unwrap());
        let is_it = |anomaly: &&Value| {
            let all = anomaly.to_string();
            anomaly["finding"]["code"] == *code && all.contains(of)
        };
        if !found.iter().any(|anomaly| is_it(&anomaly)) {
            lost += 1;
            println!("not named: {one}");
        }
    }
    let agrees = synthesis["reconciliation"]["agrees"] == true;
    println!("{} planted, {lost} not named; {} found; reconciliation agrees: {agrees}", planted.as_array().unwrap().len(), found.len());
    if lost == 0 && agrees { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
