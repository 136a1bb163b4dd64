//! `programme synthesis`: one national report of a round.

use super::super::judging::progress_of;
use super::super::{Answer, page};
use super::files::{self, Asking, Sets};
use super::report::ending;
use crate::args::{Format, Numbers, ProgrammeSynthesis};
use crate::doc::{Block, Tone};
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, numbers};
use dothi::programme::{
    LevelRecord, Money, Outline, ProvinceOutcome, Punctuality, ReportFile, Submitted, Synthesis, SynthesisInput, Unreadable,
};
use dothi::{CsvStyle, FileKind, Findings, Lang, Record};
use dothi_report::programme::{synthesis_docx, synthesis_html, synthesis_markdown};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Endings of files to write.
const ENDINGS: [&str; 5] = ["json", "csv", "md", "html", "docx"];

pub(super) fn run(args: &ProgrammeSynthesis, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme synthesis", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    for name in &args.output {
        if !ENDINGS.contains(&ending(name).as_str()) {
            let known = ENDINGS.map(|ending| format!(".{ending}")).join(", ");
            return Err(Failure::Usage(fill(T::NoSuchEnding, settings.lang, &[("name", name), ("known", &known)])));
        }
    }
    let reader = Reader::new(settings);
    let outline = files::outline(args.reading.outline.as_deref(), &reader)?;
    let previous = match &args.previous_round {
        Some(name) => {
            let asking = files::round(name, &outline, &reader, settings)?;
            let taken = take(&files::all(&args.previous)?, args.reading.numbers, &outline, settings)?;
            Some(put_together(taken, &asking, &outline, None))
        }
        None => None,
    };
    let asking = files::round(&args.round, &outline, &reader, settings)?;
    let taken = take(&files::all(&args.files)?, args.reading.numbers, &outline, settings)?;
    let synthesis = put_together(taken, &asking, &outline, previous.as_ref());
    for name in &args.output {
        let bytes = written(name, &ending(name), &synthesis, &outline, settings)?;
        std::fs::write(name, bytes).map_err(|error| Failure::File(name.clone(), error))?;
    }
    match format {
        Format::Json => writeln!(out, "{}", synthesis.to_canonical_json())?,
        Format::Csv => out.write_all(synthesis.to_csv(&CsvStyle::default(), settings.lang).as_bytes())?,
        Format::Md => out.write_all(synthesis_markdown(&synthesis, &outline, settings.lang).as_bytes())?,
        _ => page(&blocks(&synthesis, &args.output, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn written(name: &str, ending: &str, synthesis: &Synthesis, outline: &Outline, settings: &Settings) -> Result<Vec<u8>, Failure> {
    let lang = settings.lang;
    Ok(match ending {
        "json" => synthesis.to_canonical_json().into_bytes(),
        // A file for Excel: it knows UTF-8 by the mark.
        "csv" => synthesis.to_csv(&CsvStyle::default().with_mark(true), lang).into_bytes(),
        "md" => synthesis_markdown(synthesis, outline, lang).into_bytes(),
        "html" => synthesis_html(synthesis, outline, lang).into_bytes(),
        _ => synthesis_docx(synthesis, outline, lang).map_err(|error| Failure::Usage(format!("{name}: {error}")))?,
    })
}

/// What was read.
#[derive(Default)]
pub(super) struct Taken {
    reports: Vec<Submitted>,
    unreadable: Vec<Unreadable>,
    levels: Vec<LevelRecord>,
    /// Records by their path, so that one that stands beside a report and in a folder is taken once.
    records: BTreeSet<PathBuf>,
    sets: Sets,
}

pub(super) fn put_together(taken: Taken, asking: &Asking, outline: &Outline, previous: Option<&Synthesis>) -> Synthesis {
    let mut input = SynthesisInput::new(outline, &asking.round, &asking.asked, taken.reports);
    input.unreadable = taken.unreadable;
    input.records = taken.levels;
    input.previous = previous;
    Synthesis::new(input)
}

pub(super) fn take(paths: &[PathBuf], numbers: Numbers, outline: &Outline, settings: &Settings) -> Result<Taken, Failure> {
    let bar = progress_of(paths.len(), T::RoundReading, settings);
    let mut taken = Taken::default();
    for path in paths {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| Failure::File(name.clone(), error))?;
        if FileKind::of(&bytes) == FileKind::Record {
            if let Err(findings) = taken.record(path, &bytes) {
                taken.unreadable.push(Unreadable::new(name, findings));
            }
        } else {
            match files::reports(&bytes, numbers, outline) {
                Ok((file, remarks)) => taken.reports(path, file, remarks),
                Err(findings) => taken.unreadable.push(Unreadable::new(name, findings).with_units(ReportFile::named_units(&bytes))),
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(taken)
}

impl Taken {
    /// Results that were made here, and city data that cannot be judged.
    pub(super) fn add(&mut self, levels: Vec<LevelRecord>, unreadable: Vec<Unreadable>) {
        self.levels.extend(levels);
        self.unreadable.extend(unreadable);
    }

    fn reports(&mut self, path: &Path, file: ReportFile, remarks: Findings) {
        let beside = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let mut remarks = Some(remarks);
        for report in file.reports {
            let mut findings = remarks.take().unwrap_or_default();
            let sets = &mut self.sets;
            let attached = report.attached(&mut |file| std::fs::read(beside.join(file)).ok(), &mut |id| sets.get(id));
            for own in attached.files {
                let levels = attached.levels.iter().filter(|level| level.file == own).cloned();
                let levels: Vec<LevelRecord> = levels.collect();
                if self.records.insert(real(&beside.join(&own))) {
                    self.levels.extend(levels);
                }
            }
            findings.append(attached.findings);
            let mut submitted = Submitted::new(path.display().to_string(), report);
            submitted.findings = findings;
            self.reports.push(submitted);
        }
    }

    fn record(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Findings> {
        let (record, _) = Record::from_json(bytes)?;
        let set = self.sets.get(record.set_id())?;
        let levels = LevelRecord::of(&path.display().to_string(), &record, &set)?;
        if self.records.insert(real(path)) {
            self.levels.extend(levels);
        }
        Ok(())
    }
}

/// The path without links and dots, where the file is there.
fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

pub(super) fn blocks(s: &Synthesis, output: &[String], lang: Lang) -> Vec<Block> {
    let count = |n: usize| n.to_string();
    let mut out = vec![Block::Title(s.title.get(lang).into()), Block::Under(s.round.clone())];
    out.extend(crate::marks::blocks(&s.marks, lang));
    let came = [
        ("asked", count(s.provinces.len())),
        ("reported", count(s.count(ProvinceOutcome::Reported))),
        ("late", count(s.count_of(Punctuality::Late))),
        ("missing", count(s.count(ProvinceOutcome::Missing))),
        ("contradictory", count(s.count(ProvinceOutcome::Contradictory))),
        ("refused", count(s.count(ProvinceOutcome::Refused))),
    ];
    let came: Vec<(&str, &str)> = came.iter().map(|(key, value)| (*key, value.as_str())).collect();
    out.push(Block::Text(Tone::Strong, fill(T::RoundCame, lang, &came)));
    let sum = |money: Money| {
        let dong = money.known().map_or_else(|| T::NoFigures.get(lang).into(), |dong| numbers::exact(dong, lang));
        if money.known().is_none() { dong } else { fill(T::RoundSum, lang, &[("dong", &dong), ("missing", &money.missing.to_string())]) }
    };
    let total = s.funding.total;
    out.push(Block::plain(format!("{}: {}", T::Planned.get(lang), sum(total.planned))));
    out.push(Block::plain(format!("{}: {}", T::Disbursed.get(lang), sum(total.disbursed))));
    let proof = if s.reconciliation.agrees { (Tone::Plain, T::RoundAgrees) } else { (Tone::Error, T::RoundDisagrees) };
    out.push(Block::Text(proof.0, proof.1.get(lang).into()));
    out.push(Block::Heading(fill(T::RoundAnomalies, lang, &[("n", &count(s.anomalies.len()))])));
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    s.anomalies.iter().for_each(|anomaly| *kinds.entry(anomaly.finding.code().as_str()).or_default() += 1);
    out.extend(kinds.into_iter().map(|(code, n)| Block::plain(format!("{code}: {n}"))));
    out.extend(s.unreadable.iter().flat_map(|file| super::super::findings::blocks(&file.file, &file.findings, lang)));
    out.extend(output.iter().map(|path| Block::Text(Tone::Dim, fill(T::ReportWritten, lang, &[("path", path)]))));
    crate::marks::frame(&s.marks, lang, out)
}
