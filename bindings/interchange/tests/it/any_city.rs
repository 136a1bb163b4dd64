//! Any observations, as SDMX-CSV and back, keep their digest.

use crate::support::carried;
use dothi::{CityFile, Code, CsvOptions};
use dothi_interchange::sdmx::{read, write};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Text that spreadsheets or SDMX take for something else, and any other.
fn text() -> impl Strategy<Value = String> {
    let odd: &[&str] =
        &["=1+1", "-5", "007", "1.234", "_Z", "_T", "~", "#N/A", "NaN", "a: b", "a\n\nb", "kết quả", "x; y, z", "\"", "  b ", "R"];
    prop_oneof![1 => select(odd).prop_map(String::from), 3 => "[a-zéàôạđĐươ0-9 ,;'\"=+@.%\n\t<>&:_~#-]{0,12}[a-z]"]
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z0-9][a-z0-9._-]{0,5}", 1 => select(&["unit", "published", "criterion:unit"][..]).prop_map(String::from)]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof!["20[0-2][0-9]", "20[0-2][0-9]-0[1-9]", "20[0-2][0-9]-1[0-2]-2[0-8]"]
}

fn observation() -> impl Strategy<Value = Value> {
    let number = prop_oneof!["-?[1-9][0-9]{0,13}", "-?[0-9][.][0-9]{1,4}", "[1-9][0-9]{0,2}[.][0-9]{3}", "-?[1-9][0-9]{0,5}[.][0-9]{1,20}"];
    let value = prop_oneof![4 => number.prop_map(Value::from), 1 => any::<bool>().prop_map(Value::from), 1 => Just(Value::Null)];
    let role = select(&["value", "numerator", "denominator"][..]);
    let status = select(&["A", "B", "E", "I", "P", "O", "M", "U"][..]);
    let quality = of(select(&["personal_estimate", "unknown"][..]));
    let sampling = of(select(&["probability", "full_count"][..]));
    ((id(), of(id()), role, value, of(text()), of(date()), of(text())), status, quality, sampling, of(text()), of(text())).prop_map(
        |((criterion, data_point, role, value, unit, period, part), status, quality, sampling, source, note)| {
            json!({"criterion": criterion, "data_point": data_point, "role": role, "value": value, "unit": unit, "period": period,
                "part": part, "status": status, "quality": quality, "sampling": sampling, "source": source, "note": note})
        },
    )
}

fn city() -> impl Strategy<Value = Value> {
    let kind = select(&["province", "commune", "urban_area", "new_urban_area", "national"][..]);
    let flags = (of(any::<bool>()), of(any::<bool>()), of(any::<bool>()), of(any::<bool>()), any::<bool>());
    let place = (text(), of(text()), kind, of(text()), of(select(&["special", "3", "none"][..])), of(date()));
    let more = (of(date()), of(text()), proptest::collection::vec(observation(), 0..10));
    (place, flags, more).prop_map(|((name, en, kind, region, class, valid), (run, heritage, special, urban, fictional), (period, by, observations))| {
        let mut city = json!({"unit": {"code": "00004", "name": {"vi": name, "en": en}, "kind": kind, "region": region, "urban_class": class,
            "centrally_run": run, "heritage": heritage, "special_factors": special, "declared_urban": urban, "valid_from": valid},
            "fictional": fictional, "period": period, "prepared_by": by, "observations": observations,
            "not_applicable": [{"criterion": "a", "reason": "b"}]});
        without_nulls(&mut city);
        city
    })
}

fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(without_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(without_nulls),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_city_keeps_the_digest_of_what_is_carried(city in city()) {
        let json = json!({"format": 1, "cities": [city]}).to_string();
        let file = match CityFile::from_json(json.as_bytes()) {
            Ok((file, _)) => file,
            // By chance a text looks like an old encoding.
            Err(found) => { prop_assert!(found.iter().all(|f| f.code().as_str() == "text.legacy_text"), "{found}\n{json}"); return Ok(()); }
        };
        let (text, left_out) = write(&file);
        prop_assert!(left_out.iter().any(|f| f.code() == Code::SdmxNotCarried));
        let mut kept = carried(&file.cities[0]);
        // What has a meaning of its own in the format is named with its place.
        let named: Vec<String> = left_out.iter().filter(|f| f.code() == Code::SdmxReserved).map(|f| f.place().text(dothi::Lang::En)).collect();
        if named.iter().any(|place| place == "/cities/0/unit") {
            return Ok(());
        }
        let mut at = 0;
        kept.observations.retain(|_| {
            at += 1;
            !named.contains(&format!("/cities/0/observations/{}", at - 1))
        });
        let (back, found) = read(text.as_bytes(), &CsvOptions::default()).map_err(|f| TestCaseError::fail(format!("{f}\n{text}")))?;
        prop_assert!(found.iter().all(|f| f.code().as_str() != "sdmx.missing_value"), "{found}");
        prop_assert_eq!(back.cities[0].canonical_json(), kept.canonical_json(), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "STRUCTURE[,;][^\u{0}]{0,200}", head in "[A-Z_,;~:. \"\n0-9]{0,120}") {
        let _ = read(text.as_bytes(), &CsvOptions::default());
        let _ = read(format!("STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,OBS_VALUE\n{head}").as_bytes(), &CsvOptions::default());
    }
}
