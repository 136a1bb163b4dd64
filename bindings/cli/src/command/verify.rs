//! `verify`: a record replayed.

use super::{Answer, findings, page};
use crate::args::{Format, Verify};
use crate::doc::{Block, Tone};
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, capital, fill};
use crate::{DONE, FINDINGS, marks, numbers, place, signing};
use dothi::{Assessment, CityData, Code, CriteriaSet, Finding, Findings, Lang, Mark, Place, Record};
use serde_json::{Value, json};
use std::io::Write;

/// What verifying came to.
struct Verified<'a> {
    record: &'a Record,
    holds: bool,
    findings: Findings,
    /// The replayed result, where the record holds.
    assessment: Option<Assessment<'a>>,
    /// File and digest of the key whose signature fits.
    signer: Option<(&'a str, String)>,
    /// File of the data it was held against.
    data: Option<&'a str>,
}

pub(super) fn run(args: &Verify, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("verify", &[Format::Table, Format::Json, Format::Md])?;
    let reader = Reader::new(settings);
    let bytes = reader.bytes(&args.file)?;
    let (record, mut found) = Record::from_json(&bytes).map_err(|found| Failure::of(args.file.as_str(), found))?;
    let set = set_of(&record, args, &reader, settings)?;
    let given = data_of(&record, args, &set, &reader)?;
    found.append(match record.verify(&set, given.as_ref()) {
        Ok(found) | Err(found) => found,
    });
    let signer = match &args.key {
        Some(path) => signed(path, args, &bytes, &mut found, settings)?,
        None => None,
    };
    let holds = !found.has_errors();
    let assessment = if holds { set.assess(record.data(), record.options()).ok() } else { None };
    let verified = Verified { record: &record, holds, findings: found, assessment, signer, data: args.data.as_deref() };
    match format {
        Format::Json => writeln!(out, "{:#}", verified.json(&args.file))?,
        _ => page(&verified.blocks(&args.file, settings.lang), format, settings, out)?,
    }
    Ok(if holds { DONE } else { FINDINGS })
}

fn set_of(record: &Record, args: &Verify, reader: &Reader<'_>, settings: &Settings) -> Result<CriteriaSet, Failure> {
    match &args.set {
        Some(name) => Ok(reader.set(name)?.0),
        None if dothi::builtin::find(record.set_id()).is_some() => Ok(reader.set(record.set_id())?.0),
        None => Err(Failure::Usage(fill(T::RecordUnknownSet, settings.lang, &[("set", record.set_id())]))),
    }
}

/// The place of the record among the data given.
fn data_of(record: &Record, args: &Verify, set: &CriteriaSet, reader: &Reader<'_>) -> Result<Option<CityData>, Failure> {
    let Some(file) = &args.data else { return Ok(None) };
    let mut reading = args.reading.clone();
    if reading.unit.is_none() {
        reading.unit = Some(record.data().unit.code.clone());
    }
    let (places, _) = reader.cities(&[file], &reading, Some(set))?;
    Ok(places.into_iter().next().map(|placed| placed.city))
}

fn signed<'a>(
    path: &'a str,
    args: &Verify,
    bytes: &[u8],
    found: &mut Findings,
    settings: &Settings,
) -> Result<Option<(&'a str, String)>, Failure> {
    let key = signing::public_key(path, settings)?;
    let file = args.signature.clone().unwrap_or_else(|| signing::signature_of(&args.file));
    let signature = std::fs::read(&file).map_err(|error| Failure::File(file, error))?;
    if signing::fits(&key, bytes, &signature) {
        return Ok(Some((path, signing::digest(&key))));
    }
    found.push(Finding::new(Code::RecordBadSignature, Place::Pointer(String::new())));
    Ok(None)
}

impl Verified<'_> {
    fn marks(&self) -> Vec<Mark> {
        self.assessment.as_ref().map_or_else(|| self.record.data().marks(), Assessment::marks)
    }

    fn blocks(&self, file: &str, lang: Lang) -> Vec<Block> {
        let record = self.record;
        let verdict = if self.holds { T::VerifyHolds } else { T::VerifyFails };
        let values = [
            ("place", place::full(&record.data().unit, lang)),
            ("set", record.set_id().into()),
            ("scheme", record.options().scheme.clone().unwrap_or_default()),
            ("date", numbers::date(record.options().as_of, lang)),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let producer = record.producer();
        let mut out = vec![
            Block::Title(file.into()),
            Block::Under(fill(T::VerifyOf, lang, &values)),
            Block::Under(fill(T::VerifySet, lang, &[("digest", record.set_digest())])),
            Block::Under(fill(T::VerifyData, lang, &[("digest", record.data_digest())])),
            Block::Under(fill(T::VerifyProducer, lang, &[("name", &producer.name), ("version", &producer.version)])),
        ];
        if record.sealed() > 0 {
            out.push(Block::Under(fill(T::VerifySealed, lang, &[("n", &record.sealed().to_string())])));
        }
        if let Some(data) = self.data.filter(|_| self.holds) {
            out.push(Block::Under(fill(T::VerifyAgainst, lang, &[("path", data)])));
        }
        let marks = self.marks();
        out.extend(marks::blocks(&marks, lang));
        out.push(Block::Text(if self.holds { Tone::Strong } else { Tone::Error }, verdict.get(lang).into()));
        out.extend(self.results(lang).into_iter().map(Block::Under));
        out.push(Block::Text(Tone::Plain, self.signature(lang)));
        out.extend(self.findings.iter().map(|finding| findings::one(finding, lang)));
        marks::frame(&marks, lang, out)
    }

    fn signature(&self, lang: Lang) -> String {
        match &self.signer {
            Some((path, digest)) => fill(T::VerifySigned, lang, &[("path", path), ("digest", digest)]),
            None => T::VerifyUnsigned.get(lang).into(),
        }
    }

    /// Level, score or count of each view in its sentence, never bare.
    fn results(&self, lang: Lang) -> Vec<String> {
        let Some(a) = &self.assessment else { return Vec::new() };
        let views = [Some((a.self_assessed(), false)), a.verified().map(|view| (view, true))];
        let said = |(view, verified): (&dothi::View<'_>, bool)| {
            let score = view.score.map(|score| {
                let value = if lang == Lang::Vi { score.value.to_vi() } else { score.value.to_en() };
                a.never_bare(format!("{} {value}", T::Score.get(lang)), lang)
            });
            let all = [a.level_statement(view, lang), score, a.count_statement(view, lang)];
            let state = capital(a.state_word(verified, lang));
            all.into_iter().flatten().map(move |one| format!("{state}: {one}")).collect::<Vec<_>>()
        };
        views.into_iter().flatten().flat_map(said).collect()
    }

    fn json(&self, file: &str) -> Value {
        let record = self.record;
        json!({
            "file": file,
            "holds": self.holds,
            "set": record.set_id(),
            "scheme": record.options().scheme,
            "as_of": record.options().as_of,
            "unit": record.data().unit,
            "set_sha256": record.set_digest(),
            "data_sha256": record.data_digest(),
            "sealed": record.sealed(),
            "producer": {"name": record.producer().name, "version": record.producer().version},
            "marks": self.marks(),
            "results": {"vi": self.results(Lang::Vi), "en": self.results(Lang::En)},
            "signed_by": self.signer.as_ref().map(|(_, digest)| digest),
            "findings": self.findings,
        })
    }
}
