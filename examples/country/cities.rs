//! City data of every place: provinces, wards, special zones and urban areas with figures, rural communes mostly out of scope.

use crate::places::{Country, Kind, Place};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The province whose two records contradict each other, see `records`; it has no city data here.
const WITH_RECORDS: &str = "X34";

/// One file for each province; what was planted, and how many places are in scope and out of it.
pub fn write(country: &Country, year: u16, folder: &Path) -> (Vec<Value>, [usize; 2]) {
    let model: Value = serde_json::from_slice(include_bytes!("../vi-du.json")).unwrap();
    let of = |code: &str| model["cities"].as_array().unwrap().iter().find(|city| city["unit"]["code"] == code).unwrap();
    let (province_model, urban_model) = (of("X-00"), of("X-0001"));
    fs::create_dir_all(folder).unwrap();
    let (mut planted, mut counts) = (Vec::new(), [0, 0]);
    for province in &country.provinces {
        let inside: Vec<&Place> = country.inside(province).collect();
        let wards: Vec<&Place> = inside.iter().copied().filter(|place| place.kind == Kind::Ward).collect();
        let mut cities = Vec::new();
        if province.code != WITH_RECORDS {
            cities.push(known(province_model, province, year));
        }
        for place in &inside {
            let mut city = if place.reports() { known(urban_model, place, year) } else { rural(place) };
            if place.kind == Kind::Urban {
                city["unit"]["members"] = members(place, &wards);
            }
            counts[usize::from(!place.reports())] += 1;
            cities.push(city);
        }
        // A figure of a criterion that nobody asks.
        if province.code == "X03" {
            let faulty = cities.iter_mut().find(|city| city["unit"]["kind"] == "urban_area").unwrap();
            faulty["observations"][0]["criterion"] = json!("khong-co");
            planted.push(json!({"code": "round.file_unreadable", "of": faulty["unit"]["code"]}));
            counts[0] -= 1;
        }
        counts[0] += usize::from(province.code != WITH_RECORDS);
        fs::write(folder.join(format!("{}.json", province.code)), json!({"format": 1, "cities": cities}).to_string()).unwrap();
    }
    (planted, counts)
}

/// The figures of the model, of which each place and year lacks others.
fn known(model: &Value, place: &Place, year: u16) -> Value {
    let mut city = model.clone();
    let parent = (place.kind != Kind::Province).then_some(&place.parent);
    city["unit"] = json!({"code": place.code, "name": {"vi": place.name}, "kind": place.kind.word(), "valid_from": "2025-07-01"});
    if let Some(parent) = parent {
        city["unit"]["parent"] = json!(parent);
    }
    city["unit"]["centrally_run"] = json!(false);
    if place.kind != Kind::Province {
        for (key, value) in [("urban_class", json!("3")), ("heritage", json!(false)), ("special_factors", json!(false))] {
            city["unit"][key] = value;
        }
    }
    let lacking = place.number + u64::from(year);
    let criteria: Vec<String> =
        city["observations"].as_array().unwrap().iter().map(|own| own["criterion"].as_str().unwrap().into()).collect();
    let is_kept = |criterion: &str| !(criterion.bytes().map(u64::from).sum::<u64>() + lacking).is_multiple_of(7);
    assert!(criteria.iter().any(|criterion| is_kept(criterion)));
    city["observations"].as_array_mut().unwrap().retain(|own| is_kept(own["criterion"].as_str().unwrap()));
    city
}

/// A xã without a declared urban area.
fn rural(place: &Place) -> Value {
    json!({"unit": {"code": place.code, "name": {"vi": place.name}, "kind": "commune", "parent": place.parent, "declared_urban": false},
        "fictional": true, "observations": []})
}

/// Three or more phường of the province.
fn members(place: &Place, wards: &[&Place]) -> Value {
    let own = wards.iter().cycle().skip((place.number % 3) as usize * 4).take(4);
    own.map(|ward| json!({"code": ward.code, "name": ward.name})).collect()
}
