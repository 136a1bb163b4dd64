//! One text for the same facts, however they were written: canonical JSON of a city's data, and its digest.

use super::model::CityData;
use crate::order;
use crate::vietnamese::compose;
use crate::write::canonical;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::Value;

impl CityData {
    /// The data as canonical JSON (RFC 8785) in normal form: every default written out, texts in NFC without spaces around them
    /// and with line feeds only, decimals in normal form, lists sorted, documents and claims that say the same joined.
    /// `criteria/FORMAT.md` §2.2 says it in full. No criteria set takes part, so data points and units stay as they were written.
    ///
    /// ```
    /// # use dothi::CityFile;
    /// let read = |text: &str| CityFile::from_json(text.as_bytes()).unwrap().0.cities.remove(0);
    /// let head = r#"{"format":1,"cities":[{"unit":{"code":"01","name":{"vi":"Hà Nội"},"kind":"province"},"observations":"#;
    /// let one = read(&format!(r#"{head}[{{"criterion":"a","value":1.50}},{{"criterion":"b","value":true}}]}}]}}"#));
    /// let two = read(&format!(r#"{head}[{{"value":"yes","criterion":"b"}},{{"status":"A","criterion":"a","value":"1.5"}}]}}]}}"#));
    /// assert_eq!(one.canonical_json(), two.canonical_json());
    /// ```
    #[must_use]
    pub fn canonical_json(&self) -> String {
        canonical(self.normal_value())
    }

    /// The normal form before it is written.
    pub(crate) fn normal_value(&self) -> Value {
        let mut city = serde_json::to_value(self).unwrap_or_default();
        tidy(&mut city);
        if let Some(members) = city.as_object_mut() {
            if let Some(Value::Array(documents)) = members.get_mut("evidence") {
                *documents = joined(core::mem::take(documents));
            }
            for list in ["notes", "observations", "evidence", "not_applicable", "references", "published"] {
                sort(members.get_mut(list), list == "not_applicable");
            }
            sort(members.get_mut("unit").and_then(|unit| unit.get_mut("members")), false);
        }
        city
    }

    /// SHA-256 of [`CityData::canonical_json`], as 64 hexadecimal digits in small letters: the same facts have the same digest,
    /// whether they came as JSON, CSV or a workbook.
    #[cfg(feature = "digest")]
    #[must_use]
    pub fn data_digest(&self) -> String {
        crate::digest::sha256(self.canonical_json().as_bytes())
    }
}

/// Every text composed, with one kind of line end and without spaces around it.
fn tidy(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(tidied) = tidied(text) {
                *text = tidied;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(members) => members.values_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn tidied(text: &str) -> Cow<'_, str> {
    let mut out = Cow::Borrowed(text.trim());
    if out.contains('\r') {
        out = Cow::Owned(out.replace("\r\n", "\n").replace('\r', "\n"));
    }
    match compose(&out) {
        Some(composed) => Cow::Owned(composed),
        None if out.len() == text.len() && matches!(out, Cow::Borrowed(_)) => Cow::Borrowed(text),
        None => Cow::Owned(out.into_owned()),
    }
}

/// Documents that are the same in everything but their criteria become one; its criteria are sorted, each once.
fn joined(documents: Vec<Value>) -> Vec<Value> {
    let mut out: Vec<(String, Value, Vec<Value>)> = Vec::new();
    for mut document in documents {
        let criteria = document.as_object_mut().and_then(|members| members.remove("criteria"));
        let criteria = criteria.and_then(|list| list.as_array().cloned()).unwrap_or_default();
        out.push((canonical(document.clone()), document, criteria));
    }
    order::sort_by(&mut out, |(a, ..), (b, ..)| a.cmp(b));
    let mut joined: Vec<Value> = Vec::new();
    for same in out.chunk_by_mut(|(a, ..), (b, ..)| a == b) {
        let mut criteria: Vec<Value> = same.iter_mut().flat_map(|(_, _, list)| core::mem::take(list)).collect();
        order::sort_by(&mut criteria, |a, b| a.as_str().cmp(&b.as_str()));
        criteria.dedup();
        if let Some((_, document, _)) = same.first_mut() {
            let mut document = core::mem::take(document);
            if let Some(members) = document.as_object_mut() {
                members.insert("criteria".into(), Value::Array(criteria));
            }
            joined.push(document);
        }
    }
    joined
}

/// In ascending order of their canonical text, byte by byte.
fn sort(list: Option<&mut Value>, each_once: bool) {
    let Some(Value::Array(items)) = list else { return };
    order::sort_by_text(items, |item| canonical(item.clone()));
    if each_once {
        items.dedup();
    }
}

#[cfg(test)]
mod tests {
    use crate::city::{CityData, CityFile};
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    fn city(members: &str) -> CityData {
        let text = format!(r#"{{"format":1,"cities":[{{"unit":{{"code":"01","name":{{"vi":"Hà Nội"}},"kind":"province"}},{members}}}]}}"#);
        CityFile::from_json(text.as_bytes()).unwrap_or_else(|e| panic!("{e}")).0.cities.remove(0)
    }

    #[test]
    fn what_is_written_differently_is_the_same() {
        let plain = r#""observations":[{"criterion":"a","role":"value","value":"12.5","period":"2025","status":"A"},
            {"criterion":"b","value":"yes","note":"một\nhai"}],
            "evidence":[{"criteria":["a","b"],"summary":"Báo cáo","kind":"result"},{"criteria":["c"],"summary":"Khác"}],
            "not_applicable":[{"criterion":"d","reason":"không có"}]"#;
        let other = r#""fictional":false,"evidence":[{"criteria":["c"],"summary":" Khác"},{"summary":"Báo cáo","criteria":["b","a","a"]}],
            "not_applicable":[{"criterion":"d","reason":"không có "},{"criterion":"d","reason":"không có"}],
            "observations":[{"note":" một\r\nhai","criterion":"b","value":true},{"criterion":"a","value":1.250e1,"period":"2025"}]"#;
        let split = plain.replace(r#"{"criteria":["a","b"],"#, r#"{"criteria":["b"],"summary":"Báo cáo"},{"criteria":["a"],"#);
        assert_eq!(city(plain).canonical_json(), city(other).canonical_json());
        assert_eq!(city(plain).canonical_json(), city(&split).canonical_json());
    }

    #[test]
    fn what_is_another_fact_is_not_the_same() {
        let base = r#""observations":[{"criterion":"a","value":"1","period":"2025"}]"#;
        let of = |text: &str| city(text).canonical_json();
        for (from, to) in [
            ("\"1\"", "\"2\""),
            ("\"1\"", "\"yes\""),
            ("2025", "2025-12"),
            ("\"a\"", "\"b\""),
            ("\"value\":\"1\"", "\"value\":\"1\",\"unit\":\"%\""),
            ("\"value\":\"1\"", "\"value\":\"1\",\"data_point\":\"a\""),
            ("\"value\":\"1\"", "\"value\":\"1\",\"status\":\"E\""),
        ] {
            assert_ne!(of(base), of(&base.replacen(from, to, 1)), "{from} {to}");
        }
        let twice = format!("{},{}", &base[..base.len() - 1], &base[16..]);
        assert_ne!(of(base), of(&twice), "a figure given twice is a fault, not the same data");
    }

    #[test]
    fn it_is_canonical_json() {
        let data = city(r#""observations":[{"criterion":"a","value":"1","note":"\"\\ \t \u0101 Đ 😀"}]"#);
        let text = data.canonical_json();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json_canonicalizer::to_string(&value).unwrap(), text);
        let keys: Vec<String> = value.as_object().unwrap().keys().map(ToString::to_string).collect();
        assert_eq!(keys, ["fictional", "observations", "unit"]);
    }
}
