//! Records that provinces send with their reports: one forged, two of one province that contradict each other. The other places are assessed.

use dothi::{AssessOptions, CityData, CityFile, CriteriaSet, Date};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

pub fn write(year: u16, folder: &Path) -> Vec<Value> {
    let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    let (file, _) = CityFile::from_json(include_bytes!("../vi-du.json")).unwrap();
    let model = file.cities.into_iter().find(|city| city.unit.code == "X-00").unwrap();
    let day = Date::parse(&format!("{}-11-21", year.max(2026))).unwrap();
    let forged = record(&set, &named(&model, "X33"), day).replacen("\"value\":\"", "\"value\":\"9", 1);
    put(&folder.join("forged.record.json"), &forged);
    let mut planted = vec![json!({"code": "round.file_unreadable", "of": "forged.record.json"})];
    let (whole, mut none) = (named(&model, "X34"), named(&model, "X34"));
    none.observations.clear();
    if level(&set, &whole, day) != level(&set, &none, day) {
        put(&folder.join("X34.record.json"), &record(&set, &whole, day));
        put(&folder.join("X34-other.record.json"), &record(&set, &none, day));
        planted.push(json!({"code": "round.records_contradict", "of": "X34"}));
    }
    planted
}

fn named(model: &CityData, code: &str) -> CityData {
    let mut city = model.clone();
    city.unit.code = code.into();
    city
}

fn level(set: &CriteriaSet, city: &CityData, day: Date) -> Option<u32> {
    set.assess(city, &AssessOptions::new(day)).unwrap().summary().level
}

fn record(set: &CriteriaSet, city: &CityData, day: Date) -> String {
    set.assess(city, &AssessOptions::new(day)).unwrap().record(None).unwrap().to_canonical_json()
}

fn put(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}
