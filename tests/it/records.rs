//! Records: they replay, and nothing in them can be changed unnoticed.

use crate::cases::each_case;
use crate::support::as_of;
use dothi::{CityData, CityFile, Code, CriteriaSet, CsvOptions, Findings, Lang, Record, Salt};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static VN_SSC: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("vn-ssc@2026").unwrap());
const EXAMPLE: &[u8] = include_bytes!("../../examples/vi-du.json");

fn example() -> CityData {
    CityFile::from_json(EXAMPLE).unwrap().0.cities.swap_remove(0)
}

fn salt() -> Salt {
    Salt::new([7; 32])
}

/// The example with everything that a public copy leaves out.
fn with_people() -> CityData {
    let mut city = example();
    city.prepared_by = Some("Nguyễn Văn A, 0900 000 000".into());
    let document = city.evidence.first_mut().unwrap();
    (document.url, document.public) = (Some("https://noi-bo.example/1".into()), None);
    document.review.as_mut().unwrap().by = Some("Trần Thị B".into());
    let open = city.evidence.get_mut(1).unwrap();
    (open.url, open.public) = (Some("https://cong-khai.example/2".into()), Some(true));
    city
}

fn record(city: &CityData, salt: Option<Salt>) -> Record {
    VN_SSC.assess(city, &as_of()).unwrap().record(salt).unwrap()
}

fn read(text: &str) -> Record {
    let (record, remarks) = Record::from_json(text.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    assert!(remarks.is_empty(), "{remarks}");
    record
}

/// A record with one value changed, read again.
fn changed(record: &Record, pointer: &str, to: Value) -> Record {
    let mut file: Value = serde_json::from_str(&record.to_canonical_json()).unwrap();
    *file.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = to;
    read(&serde_json_canonicalizer::to_string(&file).unwrap())
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.iter().map(|f| f.code().as_str()).collect()
}

fn failed(record: &Record, data: Option<&CityData>) -> Findings {
    record.verify(&VN_SSC, data).expect_err("it does not hold")
}

#[test]
fn it_is_canonical_survives_reading_and_holds() {
    for salt in [None, Some(salt())] {
        let made = record(&with_people(), salt);
        let text = made.to_canonical_json();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json_canonicalizer::to_string(&value).unwrap(), text);
        assert!(!text.contains("null"), "absent members are left out");
        let again = read(&text);
        assert_eq!(again.to_canonical_json(), text);
        assert!(again.verify(&VN_SSC, None).unwrap().is_empty());
        assert!(again.verify(&VN_SSC, Some(&with_people())).unwrap().is_empty());
    }
}

#[test]
fn the_same_facts_give_the_same_record() {
    let city = example();
    let (mut from_csv, _) = CityFile::from_csv(CityFile::new(vec![city.clone()]).to_csv().as_bytes(), &CsvOptions::default()).unwrap();
    let mut turned = from_csv.cities.remove(0);
    turned.observations.reverse();
    turned.evidence.reverse();
    assert_eq!(record(&city, None).to_canonical_json(), record(&turned, None).to_canonical_json());
    assert_eq!(record(&city, None).data_digest(), city.data_digest());
}

#[test]
fn no_level_and_no_score_stands_without_its_marks() {
    let body: Value = serde_json::from_str(&record(&example(), None).body_json()).unwrap();
    for view in ["self_assessed", "verified"] {
        assert_eq!(body[view]["level"]["marks"], body["marks"], "{view}");
    }
    assert_eq!(body["marks"][0], "fictional");
    assert!(body["marks"].as_array().unwrap().contains(&json!("not_official")));
    assert_eq!(body["set"]["status"], "reference");
    assert!(body["set"]["not_official"]["vi"].as_str().unwrap().contains("không"));
    let dti = dothi::builtin::load("dti-922").unwrap();
    let (file, _) = CityFile::from_json(include_bytes!("../../examples/dti-922-2022.json")).unwrap();
    let scored: Value = serde_json::from_str(&dti.assess(&file.cities[0], &as_of()).unwrap().record(None).unwrap().body_json()).unwrap();
    assert_eq!(scored["self_assessed"]["score"]["marks"], scored["marks"]);
    assert_eq!(scored["self_assessed"]["score"]["value"], "0.800175");
}

#[test]
fn a_changed_result_is_named() {
    let made = record(&example(), None);
    let body: Value = serde_json::from_str(&made.body_json()).unwrap();
    let at = body["verified"]["criteria"].as_array().unwrap().iter().position(|c| c["outcome"] == "no_data").unwrap();
    let id = body["verified"]["criteria"][at]["id"].as_str().unwrap();
    let findings = failed(&changed(&made, &format!("/body/verified/criteria/{at}/outcome"), json!("passed")), None);
    assert_eq!(codes(&findings), ["record.differs"]);
    let finding = findings.iter().next().unwrap();
    assert_eq!(finding.place().text(Lang::En), format!("/body/verified/criteria/{at}/outcome"));
    assert_eq!(
        finding.message(Lang::En),
        format!(
            "criterion `{id}` (verified), outcome: `passed` recorded, `no_data` replayed (values that differ: 1); \
             the record does not follow from its data and set"
        )
    );
    assert!(finding.message(Lang::Vi).starts_with(&format!("tiêu chí `{id}` (đã thẩm định), outcome: hồ sơ ghi `passed`, tính lại ra")));

    for (pointer, value, node) in [
        ("/body/self_assessed/level/reached", json!(3), "the result (self-assessed)"),
        ("/body/self_assessed/groups/1/met/0/met", json!(99), "group `"),
        ("/body/self_assessed/levels/1/condition/of/0/min", json!("0.1"), "level `2`"),
        ("/body/marks/1", json!("official"), "the head"),
        ("/body/set/status", json!("official"), "the head"),
    ] {
        let message = failed(&changed(&made, pointer, value), None).to_string();
        assert!(message.contains(node) && message.contains(pointer), "{pointer}: {message}");
    }
}

#[test]
fn a_parameter_or_a_day_that_was_not_used_is_noticed() {
    let made = record(&example(), None);
    assert_eq!(codes(&failed(&changed(&made, "/body/parameters/0/value", json!("0.99")), None)).first(), Some(&"record.differs"));
    let outside = failed(&changed(&made, "/body/parameters/0/value", json!("7")), None);
    assert_eq!(codes(&outside).get(..2), Some(["record.not_replayable", "set.parameter_range"].as_slice()));
    let early = failed(&changed(&made, "/body/as_of", json!("2001-01-01")), None);
    assert_eq!(codes(&early).first(), Some(&"record.not_replayable"));
    assert!(early.iter().any(|f| f.place().text(Lang::En).starts_with("/data/observations/")), "{early}");
}

#[test]
fn parameters_of_one_level_are_replayed() {
    let id = VN_SSC.header().parameters.iter().find(|p| p.level == Some(2)).map(|p| (p.id.clone(), p.maximum)).unwrap();
    let options = as_of().with_parameter(id.0, Some(2), id.1);
    let made = VN_SSC.assess(&example(), &options).unwrap().record(None).unwrap();
    assert!(made.body_json().contains("non_default"));
    assert!(read(&made.to_canonical_json()).verify(&VN_SSC, None).is_ok());
}

#[test]
fn changed_data_are_noticed_even_where_the_result_stays() {
    let made = record(&example(), None);
    let findings = failed(&changed(&made, "/data/unit/name/vi", json!("Nơi Khác")), None);
    assert_eq!(codes(&findings), ["record.data_digest"]);
    let mut other = example();
    other.observations.pop();
    assert_eq!(codes(&failed(&made, Some(&other))), ["record.other_data"]);
}

#[test]
fn another_set_and_another_file_of_the_set_are_told_apart() {
    let made = record(&example(), None);
    let bytes = dothi::builtin::find("vn-ssc@2026").unwrap().bytes;
    let text = std::str::from_utf8(bytes).unwrap();
    let relaid = CriteriaSet::from_json(format!("{text} ").as_bytes()).unwrap();
    assert_eq!(codes(&made.verify(&relaid, None).unwrap_err()), ["record.set_digest"]);
    let revision = text.replacen("\"revision\": 1", "\"revision\": 2", 1);
    let revised = CriteriaSet::from_json(revision.as_bytes()).unwrap();
    assert_eq!(revised.id(), "vn-ssc@2026-u2");
    assert_eq!(codes(&made.verify(&revised, None).unwrap_err()), ["record.other_set"]);
}

#[test]
fn a_public_copy_leaves_people_and_links_out_and_holds() {
    let city = with_people();
    let full = record(&city, Some(salt()));
    let public = read(&full.public_copy().unwrap().to_canonical_json());
    let text = public.to_canonical_json();
    for secret in ["Nguyễn Văn A", "Trần Thị B", "noi-bo.example", &salt().to_hex(), "\"salt\""] {
        assert!(!text.contains(secret), "{secret}");
        assert!(full.to_canonical_json().contains(secret), "{secret}");
    }
    assert!(text.contains("https://cong-khai.example/2"), "a public link stays");
    assert_eq!(public.body_json(), full.body_json());
    assert_eq!(public.data().data_digest(), full.data_digest(), "of a public copy the digest is that of its data");
    assert_ne!(city.data_digest(), full.data_digest());
    assert!(public.sealed() >= 3 && full.sealed() == 0 && public.salt().is_none());
    assert!(public.verify(&VN_SSC, None).unwrap().is_empty());

    assert_eq!(codes(&public.verify(&VN_SSC, Some(&city)).unwrap()), ["record.sealed_not_compared"]);
    assert!(full.verify(&VN_SSC, Some(&city)).unwrap().is_empty());
    let mut other = city.clone();
    other.prepared_by = Some("Người khác".into());
    assert_eq!(codes(&failed(&full, Some(&other))), ["record.other_data"]);
    other.observations.pop();
    assert_eq!(codes(&failed(&public, Some(&other))), ["record.sealed_not_compared", "record.other_data"]);

    let sealed = public.data().prepared_by.clone().unwrap();
    assert!(sealed.starts_with("sealed:") && sealed.len() == 71);
    let swapped = changed(&public, "/data/prepared_by", json!(format!("sealed:{}", "0".repeat(64))));
    assert_eq!(codes(&failed(&swapped, None)), ["record.data_digest"]);
}

#[test]
fn a_sealed_text_is_what_the_format_says() {
    // SHA-256 of 32 bytes 07, "prepared_by", a zero byte and the text, computed with another program.
    let mut city = example();
    city.prepared_by = Some(" Ủy ban Ví Dụ\r\n".into());
    let sealed = record(&city, Some(salt())).public_copy().unwrap();
    assert_eq!(sealed.data().prepared_by.as_deref(), Some(SEALED));
}

/// `printf '\7…\7prepared_by\0Ủy ban Ví Dụ' | sha256sum`
const SEALED: &str = "sealed:be11c9adb5f784196de90e67c339d1417a3e63fa12ed20ac48d969230473dbe1";

#[test]
fn without_a_salt_nothing_is_hidden_by_something_that_can_be_guessed() {
    let refused = record(&with_people(), None).public_copy().unwrap_err();
    assert_eq!(codes(&refused), ["record.no_salt"]);
    let mut open = example();
    open.prepared_by = None;
    for document in &mut open.evidence {
        document.url = None;
        document.review.iter_mut().for_each(|review| review.by = None);
    }
    let made = record(&open, None);
    assert_eq!(made.public_copy().unwrap(), made, "nothing to seal");
}

#[test]
fn faults_of_form_are_found_all_at_once() {
    let text = record(&example(), Some(salt())).to_canonical_json();
    let broken = text
        .replacen("\"record_format\":1", "\"record_format\":1,\"extra\":2", 1)
        .replacen("\"scheme\":\"main\"", "\"scheme\":\"Main\"", 1)
        .replacen("\"outcome\":\"passed\"", "\"outcome\":7", 1)
        .replacen("\"sha256\":\"", "\"sha256\":\"X", 1)
        .replacen("\"as_of\":\"2026-11-21\"", "\"as_of\":null", 1)
        .replacen("\"version\"", "\"versions\"", 1);
    let mut found = codes(&Record::from_json(broken.as_bytes()).unwrap_err());
    found.sort_unstable();
    let expected = [
        "json.bad_id",
        "json.missing_key",
        "json.unknown_key",
        "json.unknown_key",
        "json.wrong_type",
        "json.wrong_type",
        "record.bad_digest",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_newer_format_is_said_and_nothing_else() {
    let text = record(&example(), None).to_canonical_json();
    for key in ["record_format", "assessment_format"] {
        let newer = text.replacen(&format!("\"{key}\":1"), &format!("\"{key}\":2,\"new\":3"), 1);
        let findings = Record::from_json(newer.as_bytes()).unwrap_err();
        assert_eq!(codes(&findings), [Code::NewerFormat.as_str()], "{findings}");
    }
}

#[test]
fn a_file_laid_out_again_is_read_with_a_warning() {
    let made = record(&example(), None);
    let value: Value = serde_json::from_str(&made.to_canonical_json()).unwrap();
    let (read, remarks) = Record::from_json(serde_json::to_string_pretty(&value).unwrap().as_bytes()).unwrap();
    assert_eq!(codes(&remarks), ["record.not_canonical"]);
    assert!(read.verify(&VN_SSC, None).is_ok());
    assert_eq!(read, made);
}

/// Of every case file the records of every thirteenth case that gives a result, with its set: each is assessed four times.
static OF_CASES: LazyLock<Vec<(&CriteriaSet, Record)>> = LazyLock::new(|| {
    let mut out = Vec::new();
    each_case(|(_, set, at, _, data, options)| {
        if at % 13 > 0 {
            return;
        }
        let Ok((cities, _)) = CityFile::from_json(&serde_json::to_vec(&data).unwrap()) else { return };
        let Ok(assessment) = set.assess(&cities.cities[0], &options) else { return };
        out.push((set, assessment.record(Some(salt())).unwrap()));
    });
    out
});

#[test]
fn the_records_of_cases_hold() {
    for (set, made) in OF_CASES.iter() {
        let text = made.to_canonical_json();
        let again = read(&text);
        assert_eq!(again.to_canonical_json(), text);
        again.verify(set, None).unwrap_or_else(|e| panic!("{}: {e}", set.id()));
        made.public_copy().unwrap().verify(set, None).unwrap_or_else(|e| panic!("{}: {e}", set.id()));
    }
    assert!(OF_CASES.len() > 100, "only {}", OF_CASES.len());
}

/// Pointers of everything in a value, members of objects and items of lists alike.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, inner)| {
            out.push(format!("{at}/{key}"));
            pointers(inner, &format!("{at}/{key}"), out);
        }),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, inner)| {
            out.push(format!("{at}/{i}"));
            pointers(inner, &format!("{at}/{i}"), out);
        }),
        _ => {}
    }
}

/// One value changed into another of its kind, or left out.
fn spoilt(body: &mut Value, pointer: &str, left_out: bool) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap();
    if left_out {
        match parent {
            Value::Object(members) => drop(members.remove(key)),
            Value::Array(items) => drop(items.remove(key.parse().unwrap())),
            _ => {}
        }
        return;
    }
    let value = parent.pointer_mut(&format!("/{key}")).unwrap();
    let changed = match &*value {
        Value::Bool(yes) => json!(!*yes),
        Value::Number(count) => json!(count.as_u64().unwrap() + 1),
        Value::String(text) if text == "yes" => json!("no"),
        Value::String(text) if text.len() == 64 => json!(format!("{}{}", &text[1..], &text[..1])),
        Value::String(text) if text.parse::<f64>().is_ok() => json!(format!("{text}1")),
        Value::String(text) => json!(format!("{text}x")),
        Value::Array(items) => json!(items.iter().chain(items.first()).collect::<Vec<_>>()),
        Value::Object(_) | Value::Null => Value::Null,
    };
    *value = changed;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_value_of_a_body_can_be_changed_unnoticed(case in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), left_out: bool) {
        let (set, made) = &OF_CASES[case.index(OF_CASES.len())];
        let mut file: Value = serde_json::from_str(&made.to_canonical_json()).unwrap();
        let mut all = Vec::new();
        pointers(&file["body"], "", &mut all);
        let pointer = &all[at.index(all.len())];
        spoilt(&mut file["body"], pointer, left_out);
        if let Ok((spoilt, _)) = Record::from_json(serde_json::to_string(&file).unwrap().as_bytes()) {
            prop_assert!(spoilt.body_json() == made.body_json() || spoilt.verify(set, None).is_err(), "{}", pointer);
            prop_assert!(spoilt.body_json() != made.body_json(), "{}", pointer);
        }
    }

    #[test]
    fn no_value_of_the_data_can_be_changed_unnoticed(case in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), left_out: bool) {
        let (set, made) = &OF_CASES[case.index(OF_CASES.len())];
        let mut file: Value = serde_json::from_str(&made.to_canonical_json()).unwrap();
        let mut all = Vec::new();
        pointers(&file["data"], "", &mut all);
        let pointer = &all[at.index(all.len())];
        spoilt(&mut file["data"], pointer, left_out);
        if let Ok((spoilt, _)) = Record::from_json(serde_json::to_string(&file).unwrap().as_bytes()) {
            // What the normal form says anyway (a default, a document's criterion twice) is no other fact.
            let same = spoilt.data().data_digest() == made.data().data_digest();
            prop_assert!(same || spoilt.verify(set, None).is_err(), "{}", pointer);
        }
    }

    #[test]
    fn a_mutated_record_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(), public in any::<bool>()) {
        static TEXTS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
            let full = record(&with_people(), Some(salt()));
            [full.to_canonical_json().into_bytes(), full.public_copy().unwrap().to_canonical_json().into_bytes()]
        });
        let mut bytes = TEXTS[usize::from(public)].clone();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Ok((read, _)) = Record::from_json(&bytes) {
            let _ = read.verify(&VN_SSC, Some(&example()));
            let _ = read.public_copy();
        }
    }
}
