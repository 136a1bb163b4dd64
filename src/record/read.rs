//! Reading a record.

use super::make::{in_order, normalised};
use super::shape::digest;
use super::{Producer, RECORD_FORMAT, Record, Salt, format1};
use crate::assessment::AssessOptions;
use crate::city::read_one;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::json::{Json, Limits, Reader};
use crate::number::Dec;
use alloc::string::String;
use serde_json::Value;

/// A record of 65 criteria and their documents has 0.2 MB, one of 5 000 observations per criterion 60.
pub(super) const LIMITS: Limits = Limits { bytes: 64 << 20, values: 4_000_000 };

impl Record {
    /// Reads a record. With the value come remarks, such as that the file is not laid out as it was written.
    ///
    /// Reading says that the file is well formed; [`Record::verify`] says whether it is right.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, wrong types, unknown or doubled keys, data that are at fault; a newer format.
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        let mut r = Reader::new();
        let record = r.file(bytes, LIMITS, record);
        let mut findings = r.findings;
        let Some(mut record) = record.filter(|_| !findings.has_errors()) else { return Err(findings) };
        record.data = normalised(&record.data)?;
        if record.to_canonical_json().as_bytes() != bytes {
            findings.push(Finding::at(Code::RecordNotCanonical, ""));
        }
        Ok((record, findings))
    }
}

fn record(r: &mut Reader, json: &Json) -> Option<Record> {
    let mut o = r.object(json)?;
    o.required(r, "record_format", |r, json| known(r, json, RECORD_FORMAT))?;
    let body = o.required(r, "body", body);
    r.compose = true;
    let data = o.required(r, "data", read_one);
    r.compose = false;
    let salt = o.optional(r, "salt", digest).and_then(|hex| Salt::parse(&hex));
    let producer = o.required(r, "producer", |r, json| {
        let mut o = r.object(json)?;
        let name = o.required(r, "name", Reader::string);
        let version = o.required(r, "version", Reader::string);
        o.finish(r);
        Some(Producer { name: name?, version: version? })
    });
    o.finish(r);
    let (body, data, producer) = (body?, data?, producer?);
    let options = options(&body);
    if options.is_none() {
        r.push(Finding::at(Code::RecordNotReplayable, "/body"));
    }
    Some(Record { body, options: options?, data, salt, producer })
}

/// What the caller had decided.
fn options(body: &Value) -> Option<AssessOptions> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(String::from);
    let mut options = AssessOptions::new(Date::parse(&text(body, "as_of")?)?).with_scheme(text(body, "scheme")?);
    for parameter in body.get("parameters").and_then(Value::as_array).into_iter().flatten() {
        let level = parameter.get("level").and_then(Value::as_u64).and_then(|level| u32::try_from(level).ok());
        options = options.with_parameter(text(parameter, "id")?, level, Dec::parse(&text(parameter, "value")?).ok()?);
    }
    Some(in_order(options))
}

/// The format comes first: of a newer one nothing else can be said.
fn body(r: &mut Reader, json: &Json) -> Option<Value> {
    if let Json::Object(members) = json
        && let Some((key, format)) = members.iter().find(|(key, _)| key == "assessment_format")
    {
        r.within(key, |r| known(r, format, format1::FORMAT))?;
    }
    format1::BODY.read(r, json)
}

fn known(r: &mut Reader, json: &Json, newest: u32) -> Option<()> {
    let found = r.count(json, 1, u32::MAX)?;
    if found > newest {
        let finding = r.find(Code::NewerFormat).with("found", found).with("known", newest);
        r.push(finding);
        return None;
    }
    Some(())
}
