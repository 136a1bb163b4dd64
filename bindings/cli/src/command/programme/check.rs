//! `programme check`: every finding of local reports at once.

use super::super::{Answer, findings, page};
use super::files::{self, Asking, Sets};
use crate::args::{Format, ProgrammeCheck};
use crate::doc::{Block, Tone};
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, FINDINGS};
use dothi::Findings;
use dothi::programme::{Outline, Punctuality, ReportFile};
use serde_json::json;
use std::io::Write;
use std::path::Path;

/// A report, or a file that could not be read, with what was found.
struct Checked {
    name: String,
    punctuality: Option<Punctuality>,
    complete: Option<bool>,
    /// What a corrected report may name it by.
    digest: Option<String>,
    findings: Findings,
}

pub(super) fn run(args: &ProgrammeCheck, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme check", &[Format::Table, Format::Json, Format::Md])?;
    let reader = Reader::new(settings);
    let outline = files::outline(args.reading.outline.as_deref(), &reader)?;
    let asking = match &args.round {
        Some(name) => Some(files::round(name, &outline, &reader, settings)?),
        None => None,
    };
    let (mut checked, mut sets) = (Vec::new(), Sets::default());
    for name in &args.files {
        let bytes = reader.bytes(name)?;
        match files::reports(&bytes, args.reading.numbers, &outline) {
            Ok((file, remarks)) => reports(name, file, remarks, &outline, asking.as_ref(), (&mut sets, &mut checked)),
            Err(findings) => checked.push(Checked { name: name.clone(), punctuality: None, complete: None, digest: None, findings }),
        }
    }
    let has_errors = checked.iter().any(|one| one.findings.has_errors());
    match format {
        Format::Json => {
            let all: Vec<_> = checked.iter().map(json_of).collect();
            writeln!(out, "{:#}", json!(all))?;
        }
        _ => page(&checked.iter().flat_map(|one| blocks(one, settings)).collect::<Vec<_>>(), format, settings, out)?,
    }
    Ok(if has_errors { FINDINGS } else { DONE })
}

fn reports(
    name: &str,
    file: ReportFile,
    remarks: Findings,
    outline: &Outline,
    asking: Option<&Asking>,
    (sets, checked): (&mut Sets, &mut Vec<Checked>),
) {
    let mut remarks = Some(remarks);
    for report in file.reports {
        let mut findings = remarks.take().unwrap_or_default();
        findings.append(report.check(outline, asking.map(|asking| (&asking.round, asking.asked.as_slice()))));
        let beside = Path::new(name).parent().unwrap_or(Path::new(""));
        let attached = report.attached(&mut |file| std::fs::read(beside.join(file)).ok(), &mut |id| sets.get(id));
        findings.append(attached.findings);
        checked.push(Checked {
            name: format!("{name} – {} ({})", report.unit.name, report.unit.code),
            punctuality: asking.map(|asking| asking.round.punctuality(&report)),
            complete: Some(report.is_complete(outline)),
            digest: Some(report.digest()),
            findings,
        });
    }
}

fn blocks(one: &Checked, settings: &Settings) -> Vec<Block> {
    let lang = settings.lang;
    let mut out = findings::blocks(&one.name, &one.findings, lang);
    if let Some(complete) = one.complete {
        let whole = if complete { T::ReportComplete } else { T::ReportIncomplete }.get(lang);
        let day = one.punctuality.map_or(String::new(), |own| fill(T::ReportPunctuality, lang, &[("word", own.label(lang))]));
        out.insert(1, Block::Text(Tone::Dim, format!("{whole}{day}")));
        let digest = one.digest.iter().map(|digest| fill(T::ReportDigest, lang, &[("digest", digest)]));
        out.extend(digest.map(|text| Block::Text(Tone::Dim, text)));
    }
    out
}

fn json_of(one: &Checked) -> serde_json::Value {
    json!({"report": one.name, "punctuality": one.punctuality, "complete": one.complete, "digest": one.digest, "findings": one.findings})
}
