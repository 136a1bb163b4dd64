//! City data from and to JSON.

use super::code::{COMMUNE_DIGITS, PROVINCE_DIGITS, digits_of, lost_zeros};
use super::model::{
    CityData, EvidenceDocument, EvidenceKind, Member, NotApplicable, ObsStatus, ObsValue, Observation, Published, Quality, Reference,
    Review, ReviewResult, Sampling, URBAN_CLASSES, Unit, UnitName,
};
use super::recognition;
use crate::criteria::{FORMAT, Role, SCHEMA_KEY, ScoreOf, UnitKind, read_format};
use crate::finding::{Code, Finding, Findings};
use crate::json::{Json, Limits, Reader, parse};
use crate::order::{Again, doubled};
use crate::vietnamese::legacy;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// The yearly data of all 3 321 communes for 65 criteria fit; more is split by province.
const LIMITS: Limits = Limits { bytes: 64 << 20, values: 8_000_000 };

/// One or more places, as a file holds them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CityFile {
    /// Format of the file.
    pub format: u32,
    /// The places.
    pub cities: Vec<CityData>,
}

impl CityFile {
    /// Puts places into a file.
    #[must_use]
    pub fn new(cities: Vec<CityData>) -> Self {
        Self { format: FORMAT, cities }
    }

    /// Reads city data format 1 from JSON bytes. With the value come notes and warnings.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, wrong types, unknown or doubled keys, numbers that are not exact decimals.
    ///
    /// ```
    /// let file = r#"{"format":1,"cities":[{"unit":{"code":"01","name":{"vi":"Hà Nội"},"kind":"province"},"observations":[]}]}"#;
    /// let (cities, _notes) = dothi::CityFile::from_json(file.as_bytes()).unwrap();
    /// assert_eq!(cities.cities[0].unit.code, "01");
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        let mut r = Reader::composing();
        let file = match parse(bytes, LIMITS) {
            Ok(json) => file(&mut r, &json),
            Err(finding) => {
                let old = if finding.code() == Code::NotUtf8 { legacy(bytes) } else { None };
                r.push(old.map_or(finding, |old| Finding::at(Code::LegacyEncoding, "").with("name", old.name())));
                None
            }
        };
        r.say_composed();
        if let Some(file) = &file {
            check_doubled_units(file, &mut r.findings);
            file.cities.iter().for_each(|city| recognition::check(&city.evidence, &mut r.findings));
        }
        r.findings.settle(file)
    }

    /// Pretty JSON, readable by [`CityFile::from_json`].
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::write::pretty(self)
    }
}

pub(super) fn check_doubled_units(file: &CityFile, findings: &mut Findings) {
    let code = |at: usize| file.cities.get(at).map(|city| &city.unit.code);
    for Again { first, at, .. } in doubled(file.cities.len(), &mut |a, b| code(a).cmp(&code(b))) {
        let here = |at: usize| format!("/cities/{at}/unit/code");
        if let Some(code) = code(at) {
            findings.push(Finding::at(Code::CityDoubled, here(at)).with("code", code).with("first", here(first)));
        }
    }
}

fn file(r: &mut Reader, json: &Json) -> Option<CityFile> {
    let mut o = r.object(json)?;
    let format = read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let cities = o.full_list(r, "cities", city);
    o.finish(r);
    Some(CityFile { format, cities })
}

/// One place that stands outside a file of places.
#[cfg(feature = "record")]
pub(crate) fn read_one(r: &mut Reader, json: &Json) -> Option<CityData> {
    let city = city(r, json)?;
    recognition::check(&city.evidence, &mut r.findings);
    Some(city)
}

/// The place alone, as other files name it.
#[cfg(feature = "programme")]
pub(crate) fn read_unit(r: &mut Reader, json: &Json) -> Option<Unit> {
    unit(r, json)
}

fn city(r: &mut Reader, json: &Json) -> Option<CityData> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let unit = o.required(r, "unit", unit);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let period = o.optional(r, "period", Reader::date);
    let prepared_by = o.optional(r, "prepared_by", Reader::string);
    let notes = o.list(r, "notes", Reader::text);
    let observations = o.required(r, "observations", |r, j| r.list(j, observation));
    let evidence = o.list(r, "evidence", evidence);
    let not_applicable = o.list(r, "not_applicable", not_applicable);
    let references = o.list(r, "references", reference);
    let published = o.list(r, "published", published);
    o.finish(r);
    Some(CityData {
        unit: unit?,
        fictional,
        period,
        prepared_by,
        notes,
        observations: observations?,
        evidence,
        not_applicable,
        references,
        published,
        origin,
    })
}

fn unit(r: &mut Reader, json: &Json) -> Option<Unit> {
    let mut o = r.object(json)?;
    let code = o.required(r, "code", Reader::string);
    let name = o.required(r, "name", |r, j| {
        let mut o = r.object(j)?;
        let vi = o.required(r, "vi", Reader::string);
        let en = o.optional(r, "en", Reader::string);
        o.finish(r);
        Some(UnitName { vi: vi?, en })
    });
    let kind = o.required(r, "kind", |r, j| r.choice(j, UnitKind::WORDS));
    let parent = o.optional(r, "parent", Reader::string);
    let members = o.list(r, "members", |r, j| {
        let mut o = r.object(j)?;
        let code = o.required(r, "code", |r, j| {
            let code = r.string(j)?;
            keeps_zeros(r, &code, COMMUNE_DIGITS);
            Some(code)
        });
        let name = o.required(r, "name", Reader::string);
        o.finish(r);
        Some(Member { code: code?, name: name? })
    });
    let region = o.optional(r, "region", Reader::string);
    let urban_class = o.optional(r, "urban_class", |r, j| r.choice(j, URBAN_CLASSES)).map(String::from);
    let centrally_run = o.optional(r, "centrally_run", Reader::boolean);
    let heritage = o.optional(r, "heritage", Reader::boolean);
    let special_factors = o.optional(r, "special_factors", Reader::boolean);
    let declared_urban = o.optional(r, "declared_urban", Reader::boolean);
    let valid_from = o.optional(r, "valid_from", Reader::date);
    o.finish(r);
    if let (Some(code), Some(kind)) = (&code, kind) {
        keeps_zeros(r, code, digits_of(kind));
    }
    if let (Some(parent), Some(UnitKind::Commune)) = (&parent, kind) {
        r.within("parent", |r| keeps_zeros(r, parent, PROVINCE_DIGITS));
    }
    Some(Unit {
        code: code?,
        name: name?,
        kind: kind?,
        parent,
        members,
        region,
        urban_class,
        centrally_run,
        heritage,
        special_factors,
        declared_urban,
        valid_from,
    })
}

fn keeps_zeros(r: &mut Reader, code: &str, digits: usize) {
    if let Some(finding) = lost_zeros(code, digits, || r.place()) {
        r.push(finding);
    }
}

fn observation(r: &mut Reader, json: &Json) -> Option<Observation> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let criterion = o.required(r, "criterion", Reader::string);
    let data_point = o.optional(r, "data_point", Reader::string);
    let role = o.optional(r, "role", |r, j| r.choice(j, Role::WORDS)).unwrap_or(Role::Value);
    let value = o.optional(r, "value", obs_value);
    let unit = o.optional(r, "unit", Reader::string);
    let period = o.optional(r, "period", Reader::date);
    let part = o.optional(r, "part", Reader::string);
    let status = o.optional(r, "status", |r, j| r.choice(j, ObsStatus::WORDS)).unwrap_or_default();
    let quality = o.optional(r, "quality", |r, j| r.choice(j, Quality::WORDS));
    let sampling = o.optional(r, "sampling", |r, j| r.choice(j, Sampling::WORDS));
    let source = o.optional(r, "source", Reader::string);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Observation {
        criterion: criterion?,
        data_point,
        role,
        value,
        unit,
        period,
        part,
        status,
        quality,
        sampling,
        source,
        note,
        origin,
    })
}

fn obs_value(r: &mut Reader, json: &Json) -> Option<ObsValue> {
    match json {
        Json::Bool(flag) => Some(ObsValue::Boolean(*flag)),
        Json::Text(word) if word == "yes" => Some(ObsValue::Boolean(true)),
        Json::Text(word) if word == "no" => Some(ObsValue::Boolean(false)),
        other => r.decimal(other).map(ObsValue::Number),
    }
}

fn evidence(r: &mut Reader, json: &Json) -> Option<EvidenceDocument> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let criteria = o.full_list(r, "criteria", Reader::string);
    let number = o.optional(r, "number", Reader::string);
    let date = o.optional(r, "date", Reader::date);
    let issuer = o.optional(r, "issuer", Reader::string);
    let summary = o.required(r, "summary", Reader::string);
    let pages = o.optional(r, "pages", Reader::string);
    let url = o.optional(r, "url", Reader::string);
    let sha256 = o.optional(r, "sha256", Reader::string);
    let kind = o.optional(r, "kind", |r, j| r.choice(j, EvidenceKind::WORDS)).unwrap_or_default();
    let public = o.optional(r, "public", Reader::boolean);
    let review = o.optional(r, "review", |r, j| {
        let mut o = r.object(j)?;
        let result = o.required(r, "result", |r, j| r.choice(j, ReviewResult::WORDS));
        let by = o.optional(r, "by", Reader::string);
        let date = o.optional(r, "date", Reader::date);
        let reason = o.optional(r, "reason", Reader::string);
        o.finish(r);
        Some(Review { result: result?, by, date, reason })
    });
    o.finish(r);
    Some(EvidenceDocument { criteria, number, date, issuer, summary: summary?, pages, url, sha256, kind, public, review, origin })
}

fn not_applicable(r: &mut Reader, json: &Json) -> Option<NotApplicable> {
    let origin = r.place().into();
    let mut o = r.object(json)?;
    let criterion = o.required(r, "criterion", Reader::string);
    let reason = o.required(r, "reason", Reader::string);
    o.finish(r);
    Some(NotApplicable { criterion: criterion?, reason: reason?, origin })
}

fn reference(r: &mut Reader, json: &Json) -> Option<Reference> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let value = o.required(r, "value", Reader::decimal);
    let unit = o.optional(r, "unit", Reader::string);
    let period = o.optional(r, "period", Reader::date);
    let source = o.required(r, "source", Reader::string);
    o.finish(r);
    Some(Reference { id: id?, value: value?, unit, period, source: source? })
}

fn published(r: &mut Reader, json: &Json) -> Option<Published> {
    let mut o = r.object(json)?;
    let scheme = o.optional(r, "scheme", Reader::id);
    let group = o.optional(r, "group", Reader::id);
    let of = o.required(r, "of", |r, j| r.choice(j, ScoreOf::WORDS));
    let value = o.required(r, "value", Reader::decimal);
    let source = o.required(r, "source", Reader::string);
    let clause = o.optional(r, "clause", Reader::string);
    o.finish(r);
    Some(Published { scheme, group, of: of?, value: value?, source: source?, clause })
}
