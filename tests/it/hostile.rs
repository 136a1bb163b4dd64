//! Input that is broken on purpose or by a stranger: a clear finding, no panic, bounded time.

use crate::fuzzed::{everything, faults_of_wording};
use crate::support::as_of;
use dothi::{CityFile, Code, CriteriaSet, CsvOptions, Date, Dec, Findings, GapOptions, GapOutcome, Lang, NumberStyle, ObsValue, builtin};
use serde_json::{Value, json};
use std::fmt::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static GATES: LazyLock<Value> = LazyLock::new(|| serde_json::from_slice(include_bytes!("../cases/sets/gates.json")).unwrap());

/// Far above what a debug build takes on a slow machine, far below what a quadratic step would take.
const PATIENCE: Duration = Duration::from_secs(120);

pub fn soon<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let out = run();
    let took = start.elapsed();
    println!("{what}: {took:?}");
    assert!(took < PATIENCE, "{what} took {took:?}");
    out
}

/// The codes of findings, each once; their wording is checked on the way.
pub fn codes(findings: &Findings) -> Vec<&'static str> {
    let faults: Vec<String> = findings.iter().flat_map(faults_of_wording).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let mut codes: Vec<&str> = findings.iter().map(|f| f.code().as_str()).collect();
    codes.dedup();
    codes
}

fn set_faults(bytes: &[u8]) -> Vec<&'static str> {
    codes(&CriteriaSet::from_json(bytes).unwrap_err())
}

fn city_faults(bytes: &[u8]) -> Vec<&'static str> {
    codes(&CityFile::from_json(bytes).unwrap_err())
}

fn csv_faults(bytes: &[u8]) -> Vec<&'static str> {
    codes(&CityFile::from_csv(bytes, &CsvOptions::default()).unwrap_err())
}

fn loaded(set: &Value) -> CriteriaSet {
    CriteriaSet::from_json(&serde_json::to_vec(set).unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

fn gates_with(pointer: &str, value: Value) -> Vec<u8> {
    let mut set = GATES.clone();
    *set.pointer_mut(pointer).unwrap() = value;
    serde_json::to_vec(&set).unwrap()
}

pub fn city(observations: Value) -> Value {
    json!({"unit": {"code": "01", "name": {"vi": "Tỉnh Thử"}, "kind": "province"}, "observations": observations})
}

pub fn city_file(city: &Value) -> Vec<u8> {
    serde_json::to_vec(&json!({"format": 1, "cities": [city]})).unwrap()
}

/// What assessing a city against the set of `gates.json` finds.
fn gates_faults(city: &Value) -> Vec<&'static str> {
    let (set, (file, _)) = (loaded(&GATES), CityFile::from_json(&city_file(city)).unwrap());
    let mut found = codes(&set.assess(&file.cities[0], &as_of()).err().unwrap());
    found.retain(|code| *code != "city.kind_is_our_reading");
    found
}

fn value(text: &str) -> Vec<u8> {
    format!(r#"{{"format":1,"cities":[{{"unit":{{"code":"01","name":{{"vi":"T"}},"kind":"province"}},"observations":[{{"criterion":"shade","value":{text}}}]}}]}}"#)
        .into_bytes()
}

const CSV: &str = "item,role,value,note\nunit,code,01,\nunit,name_vi,Tỉnh Mẫu,\nunit,kind,province,\n";

fn csv(rows: &str) -> Vec<u8> {
    [CSV, rows].concat().into_bytes()
}

#[test]
fn empty_files_are_refused() {
    for empty in ["", " \n", "\u{FEFF}", "null", "[]", "{}", "\"\"", "0"] {
        assert!(!set_faults(empty.as_bytes()).is_empty(), "{empty:?}");
        assert!(!city_faults(empty.as_bytes()).is_empty(), "{empty:?}");
    }
    assert_eq!(csv_faults(b""), ["csv.no_header"]);
    assert_eq!(csv_faults(b"\xEF\xBB\xBF\n\n"), ["csv.no_header"]);
    assert_eq!(codes(&dothi::import(&[]).unwrap_err()), ["table.missing_table"]);
    let empty: Vec<(&str, &[u8])> = vec![("edition.csv", b""), ("criteria.csv", b"\n")];
    assert_eq!(codes(&dothi::import(&empty).unwrap_err()), ["csv.no_header", "table.missing_table", "csv.no_header"]);
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_read() {
    let bytes = vec![b'['; 200 << 20];
    soon("200 MB of brackets", || {
        assert_eq!(set_faults(&bytes), ["input.too_large"]);
        assert_eq!(city_faults(&bytes), ["input.too_large"]);
        assert_eq!(csv_faults(&bytes), ["input.too_large"]);
        let table = [("edition.csv", bytes.as_slice())];
        assert!(codes(&dothi::import(&table).unwrap_err()).contains(&"input.too_large"));
    });
}

#[test]
fn deep_nesting_costs_no_stack() {
    let open = "[".repeat(4 << 20);
    soon("4 MB of brackets", || assert_eq!(set_faults(open.as_bytes()), ["json.syntax"]));
    let closed = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    soon("100 000 lists in each other, set", || assert_eq!(set_faults(closed.as_bytes()), ["json.depth"]));
    soon("100 000 lists in each other, city", || assert_eq!(city_faults(closed.as_bytes()), ["json.depth"]));
    let objects = [r#"{"a":"#.repeat(100_000), "1".into(), "}".repeat(100_000)].concat();
    assert_eq!(city_faults(objects.as_bytes()), ["json.depth"]);
    let set = String::from_utf8(gates_with("/criteria/2/data_points/0/derive", json!("here"))).unwrap();
    let expression = [r#"{"op":"min","of":["#.repeat(1_000), "1".into(), "]}".repeat(1_000)].concat();
    assert_eq!(set_faults(set.replace("\"here\"", &expression).as_bytes()), ["json.depth"]);
}

#[test]
fn masses_of_keys_and_values_are_refused() {
    let mut keys = String::from(r#"{"format":1,"cities":[]"#);
    for n in 0..1_000_000 {
        write!(keys, r#","k{n}":0"#).unwrap();
    }
    keys.push('}');
    let found = soon("a million unknown keys, city", || CityFile::from_json(keys.as_bytes()).unwrap_err());
    assert_eq!(codes(&found), ["json.empty_list", "json.unknown_key", "input.too_many_findings"]);
    assert_eq!(found.len(), 1_001);
    soon("a million unknown keys, set", || assert_eq!(set_faults(keys.as_bytes()), ["input.too_large"]));
    let doubled = format!("{{\"format\":1,{}\"cities\":[]}}", "\"notes\":0,".repeat(100_000));
    soon("a key 100 000 times", || assert_eq!(city_faults(doubled.as_bytes()), ["json.doubled_key", "json.empty_list"]));
    let values = format!("[{}0]", "0,".repeat(400_000));
    soon("400 001 values", || assert_eq!(set_faults(values.as_bytes()), ["json.too_many_values"]));
}

#[test]
fn only_exact_decimals_are_numbers() {
    assert_eq!(city_faults(&value("NaN")), ["json.syntax"]);
    assert_eq!(city_faults(&value("-Infinity")), ["json.syntax"]);
    assert_eq!(city_faults(&value("01")), ["json.syntax"]);
    let grammar = ["NaN", "1_0", "12,5", "+5", " 5", "5 ", ".5", "0x10", "１２", "٣", "5%", "−5", "1e", "maybe", "YES", ""];
    for text in grammar {
        assert_eq!(city_faults(&value(&json!(text).to_string())), ["json.decimal_grammar"], "{text}");
    }
    let long = ["1e400", "1e-400", "1e99999999999999999999", "12345678901234567890123456789", "0.00000000000000000000000000001"];
    for text in long {
        assert_eq!(city_faults(&value(text)), ["json.decimal_too_long"], "{text}");
        assert_eq!(city_faults(&value(&format!("\"{text}\""))), ["json.decimal_too_long"], "{text}");
    }
    let digits = "9".repeat(1_000_000);
    soon("a number of a million digits", || assert_eq!(city_faults(&value(&digits)), ["json.decimal_too_long"]));
    for other in ["null", "[]", "{}"] {
        assert_eq!(city_faults(&value(other)), ["json.wrong_type"], "{other}");
    }
}

#[test]
fn a_number_that_reads_two_ways_is_shown_both_ways() {
    let findings = CityFile::from_csv(&csv("shade,,1.234,\n"), &CsvOptions::default()).unwrap_err();
    assert_eq!(codes(&findings), ["csv.ambiguous_number"]);
    for lang in [Lang::Vi, Lang::En] {
        let message = findings.iter().next().unwrap().message(lang);
        assert!(message.contains("1234 ") && message.contains("1.234 "), "{message}");
    }
    for (style, read) in [(NumberStyle::Vi, "1234"), (NumberStyle::En, "1.234")] {
        let (file, _) = CityFile::from_csv(&csv("shade,,1.234,\n"), &CsvOptions::default().with_numbers(style)).unwrap();
        assert_eq!(file.cities[0].observations[0].value, Some(ObsValue::Number(Dec::parse(read).unwrap())));
    }
}

#[test]
fn figures_that_cannot_be_are_refused() {
    let pair = |a: &str, b: &str| json!([{"criterion": "tap", "role": "numerator", "value": a}, {"criterion": "tap", "role": "denominator", "value": b}]);
    assert_eq!(gates_faults(&city(pair("101", "100"))), ["city.above_denominator"]);
    assert_eq!(gates_faults(&city(pair("-1", "100"))), ["city.too_small"]);
    assert_eq!(gates_faults(&city(pair("0", "0"))), ["city.too_small"]);
    assert_eq!(gates_faults(&city(json!([{"criterion": "shade", "value": "7", "unit": "furlong"}]))), ["city.wrong_unit"]);
    let two = json!([{"criterion": "shade", "value": "7", "period": "2025"}, {"criterion": "shade", "value": "7", "period": "2025"}]);
    assert_eq!(gates_faults(&city(two)), ["city.conflicting_values"]);
    assert_eq!(gates_faults(&city(json!([{"criterion": "shade", "value": "7", "period": "2027-01"}]))), ["city.after_as_of"]);
}

#[test]
fn texts_have_both_languages_and_one_form() {
    assert_eq!(set_faults(&gates_with("/title", json!({"vi": "Bộ thử"}))), ["json.missing_key"]);
    assert_eq!(set_faults(&gates_with("/title", json!({"vi": "Bộ thử", "en": " "}))), ["json.empty_text"]);
    assert_eq!(set_faults(&gates_with("/title", json!({"vi": "Bộ thử", "en": "Test", "fr": "Essai"}))), ["json.unknown_key"]);
    assert_eq!(set_faults(&gates_with("/title/vi", json!("Bo\u{323}\u{302} thu\u{31B}\u{309}"))), ["text.not_nfc"]);
    let mut place = city(json!([]));
    place["unit"]["name"]["vi"] = json!("Ha\u{300} No\u{323}\u{302}i");
    let (file, notes) = CityFile::from_json(&city_file(&place)).unwrap();
    assert_eq!((codes(&notes), file.cities[0].unit.name.vi.as_str()), (vec!["city.text_normalised"], "Hà Nội"));
    place["unit"]["name"]["vi"] = json!("\u{D0}à Nẵng");
    assert_eq!(city_faults(&city_file(&place)), ["city.eth_for_dje"]);
}

#[test]
fn dates_are_real_and_day_first() {
    assert_eq!(csv_faults(&csv("unit,period,31/02/2026,\n")), ["csv.bad_date"]);
    assert_eq!(csv_faults(&csv("unit,period,06/25/2026,\n")), ["csv.bad_date"]);
    let (file, _) = CityFile::from_csv(&csv("unit,period,05/06/2026,\nshade,,7,\n"), &CsvOptions::default()).unwrap();
    assert_eq!(file.cities[0].period, Date::parse("2026-06-05"));
    for bad in ["31/02/2026", "05/06/2026", "2026-02-31", "2026-6-5", "26", "2026-06-05T00:00:00Z", "0000", "9999"] {
        let mut place = city(json!([]));
        place["period"] = json!(bad);
        assert_eq!(city_faults(&city_file(&place)), ["json.bad_date"], "{bad}");
    }
}

#[test]
fn a_code_keeps_its_zeros() {
    let mut place = city(json!([]));
    place["unit"]["code"] = json!(1);
    assert_eq!(city_faults(&city_file(&place)), ["json.wrong_type"]);
    let mut place = city(json!([]));
    place["unit"]["kind"] = json!("commune");
    place["unit"]["code"] = json!("00004");
    assert!(CityFile::from_json(&city_file(&place)).is_ok());
    place["unit"]["parent"] = json!("1");
    place["unit"]["members"] = json!([{"code": "2020", "name": "x"}, {"code": "A-1", "name": "x"}]);
    let found = CityFile::from_json(&city_file(&place)).unwrap_err();
    let places: Vec<String> = found.iter().map(|f| format!("{} {}", f.code(), f.place().text(Lang::En))).collect();
    assert_eq!(places, ["city.zeros_lost /cities/0/unit/members/0/code", "city.zeros_lost /cities/0/unit/parent"]);
    let lost = "item,role,value\nunit,code,1\nunit,name_vi,Tỉnh Mẫu\nunit,kind,province\n";
    assert_eq!(csv_faults(lost.as_bytes()), ["city.zeros_lost"]);
    assert_eq!(csv_faults(lost.replace("1\n", "4\n").replace("province", "commune").as_bytes()), ["city.zeros_lost"]);
}

#[test]
fn a_set_or_a_format_that_there_is_not_is_named() {
    for reference in ["vn-ssc@1999", "vn-ssc@2026-u2", "", "@", "vn-ssc@", "vn-ssc@2026@2026", "../vn-ssc", "\u{1B}[2J"] {
        let findings = builtin::load(reference).unwrap_err();
        assert_eq!(codes(&findings), ["set.unknown_set"], "{reference}");
        assert!(findings.to_string().contains("vn-ssc@2026-u1"), "{findings}");
    }
    assert_eq!(set_faults(&gates_with("/format", json!(2))), ["json.newer_format"]);
    assert_eq!(city_faults(br#"{"format": 4294967295, "places": 1}"#), ["json.newer_format"]);
    for format in ["0", "-1", "1.5", "1e-1", "4294967296", "18446744073709551616", "1e27", "1e400"] {
        assert_eq!(city_faults(format!(r#"{{"format": {format}}}"#).as_bytes()), ["json.bad_count"], "{format}");
    }
    for one in ["1", "1.0", "10e-1"] {
        assert_eq!(city_faults(format!(r#"{{"format": {one}, "$schema": "x"}}"#).as_bytes()), ["json.missing_key"], "{one}");
    }
    assert_eq!(city_faults(br#"{"format": "1"}"#), ["json.wrong_type"]);
}

#[test]
fn old_encodings_are_recognised() {
    let with_name = |name: &[u8]| [b"item,role,value\nunit,code,01\nunit,name_vi,".as_slice(), name, b"\nunit,kind,province\n"].concat();
    for (encoding, name) in [
        ("Windows-1258", b"Th\xE0nh ph\xF4\xEC Thu\xD2 \xD0\xFD\xF5\xCCng Ph\xFD\xF5\xCCng".as_slice()),
        ("TCVN3", b"Th\xB5nh ph\xE8 V\xDD D\xF4"),
        ("VNI", b"Tha\xF8nh pho\xE1 \xD1a\xF8 Na\xFCng, da\xE2n so\xE1 \xF1o\xE2 th\xF2"),
    ] {
        let findings = CityFile::from_csv(&with_name(name), &CsvOptions::default()).unwrap_err();
        assert_eq!(codes(&findings), ["text.legacy_encoding"], "{encoding}");
        assert!(findings.to_string().contains(encoding), "{findings}");
        let json = [br#"{"format": 1, "cities": [{"unit": {"name": {"vi": ""#.as_slice(), name, br#""}}}]}"#].concat();
        assert_eq!(city_faults(&json), ["text.legacy_encoding"], "{encoding}");
        assert_eq!(set_faults(&json), ["input.not_utf8"], "{encoding}");
    }
}

#[test]
fn utf_16_is_read_as_csv_only() {
    let text = [CSV, "shade,,7,\n"].concat();
    let units = || text.encode_utf16();
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect();
    let (plain, _) = CityFile::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    for bytes in [little, big] {
        assert_eq!(CityFile::from_csv(&bytes, &CsvOptions::default()).unwrap().0, plain);
        assert_eq!(city_faults(&bytes), ["input.not_utf8"]);
        assert_eq!(csv_faults(&bytes[..bytes.len() - 1]), ["csv.bad_utf16"]);
    }
}

#[test]
fn parts_and_places_have_limits() {
    let parts: Vec<Value> = (0..100_000).map(|n| json!({"criterion": "shade", "value": "7", "part": format!("p{n}")})).collect();
    let place = city(json!(parts));
    soon("100 000 parts of one criterion", || assert_eq!(gates_faults(&place), ["city.too_many_observations"]));
    let most: Vec<Value> = (0..2_500)
        .flat_map(|n| {
            ["numerator", "denominator"]
                .map(|role| json!({"criterion": "tap", "role": role, "value": "7", "part": format!("p{n}"), "period": "2024"}))
        })
        .collect();
    let (set, (file, _)) = (loaded(&GATES), CityFile::from_json(&city_file(&city(json!(most)))).unwrap());
    soon("2 500 parts of a ratio", || everything(&set.assess(&file.cities[0], &as_of()).unwrap()));

    let mut places = String::from("unit_code,item,role,value\n");
    for n in 0..=100_000 {
        writeln!(places, "{n:05},unit,parent,01").unwrap();
    }
    let found = soon("100 001 places", || CityFile::from_csv(places.as_bytes(), &CsvOptions::default()).unwrap_err());
    assert_eq!(codes(&found), ["csv.too_many_places", "csv.missing_attribute", "input.too_many_findings"]);
    let rows = [CSV.as_bytes(), "\n".repeat(2_000_000).as_bytes(), b"shade,,7,\n"].concat();
    soon("2 000 001 rows", || assert_eq!(csv_faults(&rows), ["csv.too_many_rows"]));
}

#[test]
fn masses_of_levels_and_groups_are_refused() {
    let level = |n: u32| json!({"level": n, "title": {"vi": "a", "en": "a"}, "conditions": [{"condition": "lower_levels"}]});
    let levels: Vec<Value> = (1..=30_000).map(level).collect();
    let bytes = gates_with("/schemes/0/levels", json!(levels));
    soon("30 000 levels", || assert_eq!(set_faults(&bytes), ["json.bad_count", "input.too_many_findings"]));
    let bytes = gates_with("/schemes/0/levels", json!((1..=100_000).map(|_| json!({})).collect::<Vec<_>>()));
    soon("100 000 empty levels", || assert_eq!(set_faults(&bytes), ["json.missing_key", "input.too_many_findings"]));
    let group = |n: u32| json!({"id": format!("g{n}"), "label": "1", "title": {"vi": "a", "en": "a"}, "cites": []});
    let groups: Vec<Value> = (0..50_000).map(group).collect();
    let bytes = gates_with("/groups", json!(groups));
    soon("50 000 groups", || assert_eq!(set_faults(&bytes)[0], "set.unknown_reference"));
    let bytes = gates_with("/schemes/0/tree/children", json!(vec![json!({"criterion": "tap"}); 100_000]));
    soon("a leaf 100 000 times", || assert!(set_faults(&bytes).contains(&"set.doubled_in_tree")));
}

#[test]
fn long_texts_are_refused_and_cut_in_messages() {
    assert_eq!(set_faults(&gates_with("/title/vi", json!("ă".repeat(20_001)))), ["json.text_too_long"]);
    assert!(CriteriaSet::from_json(&gates_with("/title/vi", json!("ă".repeat(20_000)))).is_ok());
    assert_eq!(csv_faults(&csv(&format!("shade,,7,{}\n", "x".repeat(20_001)))), ["json.text_too_long"]);
    let long = "x".repeat(1_000_000);
    for pointer in ["/groups/0/id", "/schemes/0/tree/aggregate", "/published", "/parameters/0/value"] {
        let findings = CriteriaSet::from_json(&gates_with(pointer, json!(long))).unwrap_err();
        codes(&findings);
        assert!(findings.to_string().len() < 1_000, "{pointer}");
    }
    let mut set = GATES.clone();
    set[&long] = json!(0);
    assert_eq!(set_faults(&serde_json::to_vec(&set).unwrap()), ["json.unknown_key"]);
    let id = "y".repeat(20_000);
    assert_eq!(gates_faults(&city(json!([{"criterion": id, "value": "7"}]))), ["city.unknown_criterion"]);
}

/// What a terminal would obey: clear the screen, ring, colour, a C1 control, a new line, a null.
const ESCAPES: &str = "a\u{1B}[2J\u{7}\u{1B}[31m\u{9B}31m\r\n\u{0}b";

#[test]
fn messages_hold_nothing_that_a_terminal_obeys() {
    let mut set = GATES.clone();
    set[ESCAPES] = json!(0);
    codes(&CriteriaSet::from_json(&serde_json::to_vec(&set).unwrap()).unwrap_err());
    for pointer in ["/set", "/stage", "/published", "/parameters/0/value", "/schemes/0/tree/children/0/aggregate"] {
        codes(&CriteriaSet::from_json(&gates_with(pointer, json!(ESCAPES))).unwrap_err());
    }
    for observation in [
        json!({"criterion": ESCAPES, "value": "7"}),
        json!({"criterion": "shade", "value": "7", "unit": ESCAPES}),
        json!({"criterion": "shade", "value": "7", "data_point": ESCAPES}),
        json!({"criterion": "charter", "value": true, "part": ESCAPES}),
    ] {
        assert_eq!(city_faults(&city_file(&city(json!([observation])))), ["text.control_character"]);
    }
    assert_eq!(city_faults(&value(&json!(ESCAPES).to_string())), ["json.decimal_grammar"]);
    let (set, (file, _)) = (loaded(&GATES), CityFile::from_json(&city_file(&city(json!([])))).unwrap());
    for options in [as_of().with_scheme(ESCAPES), as_of().with_parameter(ESCAPES, None, Dec::ONE)] {
        codes(&set.assess(&file.cities[0], &options).err().unwrap());
    }
    let quoted = format!("\"{ESCAPES}\"");
    assert_eq!(csv_faults(&csv(&format!("shade,,{quoted},\n"))), ["text.control_character"]);
    assert_eq!(csv_faults(&csv(&format!("shade,,7,{quoted}\n"))), ["text.control_character"]);
    csv_faults(&csv(&format!("shade,,7,,{quoted}\n")));
    csv_faults(format!("item,role,value,{quoted}\n").as_bytes());
    csv_faults(format!("item,role,value,{}\n", "x".repeat(100_000)).as_bytes());
    codes(&dothi::import(&[(ESCAPES, b"")]).unwrap_err());
    codes(&dothi::import(&[("units.csv", format!("id,{quoted}\n").as_bytes())]).unwrap_err());
}

#[test]
fn any_number_of_remarks_leaves_correct_data_accepted() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let parts = (0..1_500).map(|n| {
        json!({"criterion": "wat-01", "role": if n % 2 == 0 { "numerator" } else { "denominator" }, "value": "7", "period": "2026", "part": format!("p{}", n / 2)})
    });
    let observations: Vec<Value> = parts.collect();
    let (file, _) = CityFile::from_json(&city_file(&city(json!(observations)))).unwrap();
    let assessment = set.assess(&file.cities[0], &as_of()).unwrap();
    assert_eq!(assessment.findings().iter().filter(|f| f.code() == Code::MoreRemarks).count(), 1);
}

#[test]
fn letters_without_width_do_not_pass_for_the_same_word() {
    for unseen in ['\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}'] {
        let id = format!("shade{unseen}");
        let (set, (file, _)) = (loaded(&GATES), CityFile::from_json(&city_file(&city(json!([{"criterion": id, "value": "7"}])))).unwrap());
        let findings = set.assess(&file.cities[0], &as_of()).err().unwrap();
        let unknown = findings.iter().find(|f| f.code() == Code::CityUnknownCriterion).unwrap();
        assert!(unknown.message(Lang::En).contains("`shade`?"), "{unknown}");
        assert_eq!(set_faults(&gates_with("/groups/0/id", json!(format!("base{unseen}")))), ["json.bad_id"]);
        assert_eq!(set_faults(&gates_with("/stage", json!(format!("draft{unseen}")))), ["json.unknown_choice"]);
        assert_eq!(city_faults(&value(&json!(format!("7{unseen}")).to_string())), ["json.decimal_grammar"]);
    }
}

/// A set of many criteria like `shade` in groups of at most `size`, each with a threshold at each of three levels.
fn large_set(count: usize, size: usize, conditions: &[Value]) -> Value {
    let mut set = GATES.clone();
    let mut one = set["criteria"][2].clone();
    one["tier"] = json!("basic");
    let threshold = one["judge"][0]["thresholds"][0].clone();
    let at = |level: u32| {
        let mut threshold = threshold.clone();
        threshold["level"] = json!(level);
        threshold["value"] = json!((5 * level).to_string());
        threshold
    };
    one["judge"][0]["thresholds"] = json!([at(1), at(2), at(3)]);
    let named = |n: usize| {
        let mut criterion = one.clone();
        criterion["id"] = json!(format!("c{n}"));
        criterion
    };
    set["criteria"] = (0..count).map(named).collect();
    let groups = count.div_ceil(size);
    let group = |n: usize| json!({"id": format!("g{n}"), "label": "1", "title": {"vi": "a", "en": "a"}, "cites": []});
    set["groups"] = (0..groups).map(group).collect();
    let node = |n: usize| {
        let leaves: Vec<Value> = (n * size..((n + 1) * size).min(count)).map(|c| json!({"criterion": format!("c{c}")})).collect();
        json!({"group": format!("g{n}"), "aggregate": "count_passed", "children": leaves})
    };
    let nodes: Vec<Value> = (0..groups).map(node).collect();
    set["schemes"][0]["tree"]["children"] = json!(nodes);
    set["schemes"][0]["preconditions"] = json!([]);
    set["parameters"] = json!([]);
    let level = |n: usize| json!({"level": n, "title": {"vi": "a", "en": "a"}, "conditions": conditions});
    set["schemes"][0]["levels"] = (1..=3).map(level).collect();
    set
}

#[test]
fn a_set_of_thousands_of_criteria_is_judged_in_time() {
    let set = large_set(4_500, 100, &[json!({"condition": "share_met", "each_group": true, "tier": "basic", "min": "0.5"})]);
    let bytes = serde_json::to_vec(&set).unwrap();
    let set = soon("4 500 criteria, loading", || CriteriaSet::from_json(&bytes).unwrap_or_else(|e| panic!("{e}")));
    let observations: Vec<Value> =
        (0..4_500).rev().map(|n| json!({"criterion": format!("c{n}"), "value": n % 20, "period": "2025"})).collect();
    let (file, _) = CityFile::from_json(&city_file(&city(json!(observations)))).unwrap();
    let assessment = soon("4 500 criteria, judging", || set.assess(&file.cities[0], &as_of()).unwrap());
    soon("4 500 criteria, explaining", || assessment.explain(Lang::Vi).len() + assessment.to_canonical_json().len());
}

#[test]
fn a_plan_for_hundreds_of_criteria_is_made_in_time() {
    let share = json!({"condition": "share_met", "min": "0.75"});
    let in_each = vec![json!({"condition": "share_met", "each_group": true, "tier": "basic", "min": "0.5"}), share.clone()];
    let of_one = |n: usize| json!({"condition": "share_met", "group": format!("g{n}"), "min": "0.5"});
    let one_by_one: Vec<Value> = (0..30).map(of_one).collect();
    // Half of thirty groups of ten, or three quarters of all.
    for (what, conditions, target, fixes) in
        [("a floor in each group", &in_each, 1, 225), ("the same for level 3", &in_each, 3, 225), ("thirty floors", &one_by_one, 1, 150)]
    {
        let set = loaded(&large_set(300, 10, conditions));
        let (file, _) = CityFile::from_json(&city_file(&city(json!([])))).unwrap();
        let assessment = set.assess(&file.cities[0], &as_of()).unwrap();
        assert_eq!(assessment.self_assessed().level.reached, Some(0));
        let gap = soon(what, || assessment.gap(&GapOptions::new().with_target(target)));
        assert_eq!((gap.outcome, gap.fixes.len()), (GapOutcome::Reachable, fixes), "{what}");
        assert!(gap.proven_minimal, "{what}: {} sets looked at", gap.nodes);
    }
}

#[test]
fn many_periods_parts_and_comparison_values_cost_bounded_time() {
    let set = CriteriaSet::from_json(include_bytes!("../cases/sets/engine-count.json")).unwrap();
    let one = |day: usize, part: Option<usize>| {
        let (year, month, day) = (2000 + day / 300, day / 25 % 12 + 1, day % 25 + 1);
        let period = format!("{year}-{month:02}-{day:02}");
        json!({"criterion": "income", "value": day, "period": period, "part": part.map(|n| format!("p{n}"))})
    };
    let clean = |mut o: Value| {
        o.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        o
    };
    let days: Vec<Value> = (0..5_000).map(|day| clean(one(day, None))).collect();
    let parts: Vec<Value> = (0..5_000).map(|n| clean(one(n / 500 * 300, Some(n % 500)))).collect();
    let references: Vec<Value> = (0..100_000)
        .map(|n| json!({"id": "national-income", "value": "1", "period": format!("{}-{:02}-{:02}", 1900 + n / 300, n / 25 % 12 + 1, n % 25 + 1), "source": "x"}))
        .collect();
    for (what, observations) in [("5 000 days", days), ("500 parts in ten years", parts)] {
        let mut place = city(json!(observations));
        place["references"] = json!(references);
        let (file, _) = CityFile::from_json(&city_file(&place)).unwrap();
        let assessment = soon(what, || set.assess(&file.cities[0], &as_of()).unwrap());
        assert!(assessment.self_assessed().criteria[0].parts[0].value.is_some(), "{what}");
        everything(&assessment);
    }
}
