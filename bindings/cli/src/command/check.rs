//! `check`: every finding of every file.

use super::judging::option_fault;
use super::units::registry;
use super::{Answer, findings, page};
use crate::args::{Check, Format};
use crate::doc::{Block, Tone, csv};
use crate::facts::Facts;
use crate::failure::Failure;
use crate::input::{Found, Reader, assess_options, city_file};
use crate::settings::Settings;
use crate::texts::{T, capital, fill};
use crate::{DONE, FINDINGS, marks, numbers};
use dothi::{CriteriaSet, FileKind, Finding, Findings, Mark, Record, Severity};
use serde_json::json;
use std::io::Write;

/// A file and what was found in it.
struct Checked {
    file: String,
    /// What the file is; none when it could not be read.
    what: Vec<String>,
    marks: Vec<Mark>,
    /// Findings with the place they are of, where a file has several.
    findings: Found,
}

pub(super) fn run(args: &Check, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("check", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let reader = Reader::new(settings);
    let set = args.set.as_deref().map(|name| reader.set(name)).transpose()?.map(|(set, _)| set);
    let mut all = Vec::new();
    for file in &args.files {
        let bytes = reader.bytes(file)?;
        all.push(match FileKind::of(&bytes) {
            FileKind::Criteria => criteria(file, &bytes, settings),
            FileKind::Record => record(file, &bytes, settings),
            _ => cities(file, &bytes, set.as_ref(), args, settings)?,
        });
    }
    match format {
        Format::Json => writeln!(out, "{:#}", serde_json::Value::from(all.iter().map(json).collect::<Vec<_>>()))?,
        Format::Csv => rows(&all, settings, out)?,
        _ => page(&blocks(&all, settings), format, settings, out)?,
    }
    let failed = all.iter().flat_map(|c| &c.findings).any(|(_, found)| found.has_errors());
    Ok(if failed { FINDINGS } else { DONE })
}

fn criteria(file: &str, bytes: &[u8], settings: &Settings) -> Checked {
    let lang = settings.lang;
    let mut out = Checked { file: file.into(), what: Vec::new(), marks: Vec::new(), findings: Vec::new() };
    match CriteriaSet::from_json(bytes) {
        Ok(set) => {
            let facts = Facts::of(&set);
            out.what.push(fill(T::IsCriteria, lang, &[("id", &set.id())]));
            out.what.push(format!("{}: {}", T::Criteria.get(lang), facts.criteria(lang)));
            out.what.push(format!("{}: {}", T::Sources.get(lang), facts.sources(lang)));
            out.what.extend(facts.thresholds(lang));
            out.what.push(fill(T::MissingCount, lang, &[("n", &set.header().missing_parts.len().to_string())]));
            out.marks = set.header().marks();
            out.findings.push((String::new(), Findings::default()));
        }
        Err(found) => out.findings.push((String::new(), found)),
    }
    out
}

fn record(file: &str, bytes: &[u8], settings: &Settings) -> Checked {
    let mut out = Checked { file: file.into(), what: Vec::new(), marks: Vec::new(), findings: Vec::new() };
    out.findings.push((
        String::new(),
        match Record::from_json(bytes) {
            Ok((record, found)) => {
                out.what.push(fill(T::IsRecord, settings.lang, &[("set", record.set_id())]));
                out.what.push(T::RecordNotVerified.get(settings.lang).into());
                out.marks = record.data().marks();
                found
            }
            Err(found) => found,
        },
    ));
    out
}

fn cities(file: &str, bytes: &[u8], set: Option<&CriteriaSet>, args: &Check, settings: &Settings) -> Result<Checked, Failure> {
    let lang = settings.lang;
    let mut out = Checked { file: file.into(), what: Vec::new(), marks: Vec::new(), findings: Vec::new() };
    let (read, found) = match city_file(bytes, args.options.reading.numbers, set) {
        Ok(read) => read,
        Err(found) => {
            out.findings.push((String::new(), found));
            return Ok(out);
        }
    };
    out.findings.push((String::new(), found));
    out.what.push(fill(T::IsCities, lang, &[("n", &read.cities.len().to_string())]));
    for mark in read.cities.iter().flat_map(dothi::CityData::marks).chain(set.iter().flat_map(|s| s.header().marks())) {
        if !out.marks.contains(&mark) {
            out.marks.push(mark);
        }
    }
    let options = assess_options(&args.options.judging, settings)?;
    let lists = registry()?;
    let wanted = |code: &str| args.options.reading.unit.as_deref().is_none_or(|only| only == code);
    for city in read.cities.iter().filter(|c| wanted(&c.unit.code)) {
        let mut found = lists.check(city, options.as_of);
        if let Some(set) = set {
            let judged = set.assess(city, &options).map_or_else(|found| found, |assessment| assessment.findings().clone());
            if let Some(said) = option_fault(&judged, settings) {
                return Err(Failure::Usage(said));
            }
            found.extend(judged.iter().cloned());
        }
        out.findings.push((format!("{} ({})", city.unit.name(lang), city.unit.code), found));
    }
    out.what.push(match set {
        Some(set) => fill(T::AgainstSet, lang, &[("set", &set.id()), ("date", &numbers::date(options.as_of, lang))]),
        None => T::NotAgainstSet.get(lang).into(),
    });
    Ok(out)
}

fn blocks(all: &[Checked], settings: &Settings) -> Vec<Block> {
    let lang = settings.lang;
    let mut out = Vec::new();
    for checked in all {
        if !out.is_empty() {
            out.push(Block::Space);
        }
        let mut one = vec![Block::Title(checked.file.clone())];
        one.extend(checked.what.iter().map(|text| Block::Under(capital(text))));
        one.extend(marks::blocks(&checked.marks, lang));
        let fine = checked.findings.iter().all(|(_, found)| found.is_empty());
        for (place, found) in checked.findings.iter().filter(|(place, found)| !found.is_empty() || (fine && place.is_empty())) {
            let at = if place.is_empty() { String::new() } else { format!("{place}: ") };
            let tone = if found.has_errors() { Tone::Error } else { Tone::Strong };
            one.push(Block::Text(tone, format!("  {}", capital(&format!("{at}{}", findings::counted(found, lang))))));
            one.extend(found.iter().map(|finding| findings::one(finding, lang)));
        }
        out.extend(marks::frame(&checked.marks, lang, one));
    }
    out
}

fn rows(all: &[Checked], settings: &Settings, out: &mut dyn Write) -> std::io::Result<()> {
    csv::row(out, &["file", "unit", "severity", "code", "place", "message", "mark"])?;
    for checked in all {
        let mark = marks::line(&checked.marks, settings.lang);
        for (unit, finding) in each(checked) {
            let severity = word(finding.severity());
            let place = finding.place().text(settings.lang);
            csv::row(out, &[&checked.file, unit, severity, finding.code().as_str(), &place, &finding.message(settings.lang), &mark])?;
        }
    }
    Ok(())
}

fn each(checked: &Checked) -> impl Iterator<Item = (&String, &Finding)> {
    checked.findings.iter().flat_map(|(unit, found)| found.iter().map(move |finding| (unit, finding)))
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        _ => "note",
    }
}

fn json(checked: &Checked) -> serde_json::Value {
    let all: Vec<_> = each(checked).map(|(unit, finding)| json!({"unit": unit, "finding": finding})).collect();
    json!({"file": checked.file, "marks": checked.marks, "findings": all})
}
