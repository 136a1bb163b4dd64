//! `record`, `public_copy`, `verify`: an assessment that others can replay.

use crate::Set;
use crate::case::Case;
use crate::fault::{Answer, Told, list, refused, told};
use crate::options::Options;
use crate::places;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::json::Writer;
use dothi::{CityData, Findings, NumberStyle, Record, Salt};
use wasm_bindgen::prelude::wasm_bindgen;

/// The record of an assessment, canonical JSON.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn record(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let salt = options.text("salt").map(|hex| {
        let salt = Salt::parse(&hex);
        if salt.is_none() {
            options.fault(
                "call.bad_salt",
                "salt",
                "ở đây cần 64 chữ số thập lục phân, chữ thường".into(),
                "expected 64 hexadecimal digits in small letters".into(),
            );
        }
        salt
    });
    let case = Case::read(data, options)?;
    let record = case.assess(set)?.record(salt.flatten()).map_err(|findings| refused(&findings))?;
    Ok(record.to_canonical_json())
}

/// The copy of a record for everybody, canonical JSON.
///
/// # Errors
/// A JSON list of what is wrong with the record.
#[wasm_bindgen]
pub fn public_copy(file: &[u8]) -> Answer {
    let copy = Record::from_json(file).and_then(|(record, _)| record.public_copy());
    copy.map(|copy| copy.to_canonical_json()).map_err(|findings| refused(&findings))
}

/// What a record says of itself, before it is verified.
///
/// # Errors
/// A JSON list of what is wrong with the record.
#[wasm_bindgen]
pub fn record_summary(file: &[u8]) -> Answer {
    let (record, findings) = Record::from_json(file).map_err(|findings| refused(&findings))?;
    Ok(Writer::object(|w| {
        claim(w, &record);
        if !findings.is_empty() {
            w.raw("findings", &refused(&findings));
        }
    }))
}

/// Whether a record holds: replayed with the set at hand, beside city data where they are given (no bytes for none).
///
/// # Errors
/// A JSON list of what is wrong with the options or with the data beside the record; what is wrong with the record is the answer.
#[wasm_bindgen]
pub fn verify(set: &Set, file: &[u8], data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (numbers, unit) = (places::numbers(&mut options), options.text("unit"));
    let numbers = options.finish(numbers)?;
    let beside = beside(data, numbers, unit.as_deref())?;
    let mut ok = false;
    let mut out: Vec<Told> = Vec::new();
    let mut note = |findings: &Findings| out.extend(told(findings));
    let record = match Record::from_json(file) {
        Ok((record, findings)) => {
            note(&findings);
            let verified = record.verify(&set.0, beside.as_ref());
            ok = verified.is_ok();
            note(verified.as_ref().unwrap_or_else(|findings| findings));
            Some(record)
        }
        Err(findings) => {
            note(&findings);
            None
        }
    };
    Ok(Writer::object(|w| {
        w.flag("ok", ok);
        if let Some(record) = &record {
            w.inner("record", |w| claim(w, record));
        }
        w.raw("findings", &list(&out));
    }))
}

fn beside(data: &[u8], numbers: NumberStyle, unit: Option<&str>) -> Result<Option<CityData>, String> {
    if data.is_empty() {
        return Ok(None);
    }
    let (file, _) = places::all(data, numbers).map_err(|findings| refused(&findings))?;
    places::place(file.cities, unit).map(Some)
}

/// What it was made with; whether that is true only verifying says.
fn claim(w: &mut Writer, record: &Record) {
    w.text("set", record.set_id());
    w.text("set_sha256", record.set_digest());
    w.text("data_sha256", record.data_digest());
    w.text("scheme", record.options().scheme.as_deref().unwrap_or_default());
    w.text("unit", &record.data().unit.code);
    w.count("sealed", u32::try_from(record.sealed()).ok().filter(|count| *count > 0));
    let producer = record.producer();
    w.inner("producer", |w| {
        w.text("name", &producer.name);
        w.text("version", &producer.version);
    });
}
