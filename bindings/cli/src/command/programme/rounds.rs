//! `programme rounds`: every round of a folder, from reports and city data to records and national reports in both languages.

use super::super::judging::progress_of;
use super::super::{Answer, page};
use super::assessed::{self, Assessed, Scope};
use super::files::{self, Asking};
use super::synthesis::{blocks, put_together, take};
use crate::DONE;
use crate::args::{Format, ProgrammeRounds};
use crate::doc::{Block, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::programme::{Outline, Synthesis};
use dothi::{CsvStyle, Lang};
use dothi_report::programme::synthesis_html;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a folder of a round holds.
const ROUND: &str = "round.json";
const REPORTS: &str = "reports";
const CITIES: &str = "cities";

pub(super) fn run(args: &ProgrammeRounds, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme rounds", &[Format::Table, Format::Md])?;
    let reader = Reader::new(settings);
    let outline = files::outline(args.reading.outline.as_deref(), &reader)?;
    let (set, _) = reader.set(&args.set)?;
    let options = assess_options(&args.judging, settings)?;
    let folders = folders(Path::new(&args.folder), settings)?;
    let mut previous: Option<Synthesis> = None;
    for folder in folders {
        let name = folder.file_name().unwrap_or_default();
        let asking = files::round(&folder.join(ROUND).display().to_string(), &outline, &reader, settings)?;
        let target = Path::new(&args.output).join(name);
        create(&target.join(assessed::RECORDS))?;
        let reports = folder.join(REPORTS);
        let reports = if reports.is_dir() { files::all(&[reports.display().to_string()])? } else { Vec::new() };
        let mut taken = take(&reports, args.reading.numbers, &outline, settings)?;
        let places = assessed::run(&folder.join(CITIES), &set, &options, args.reading.numbers, &target, settings)?;
        taken.add(places.levels(), places.unread.clone());
        let synthesis = put_together(taken, &asking, &outline, previous.as_ref());
        let written = write(&target, &synthesis, &outline, &places, settings)?;
        let shown = said(&asking, &synthesis, &places, &written, settings.lang);
        page(&shown, format, settings, out)?;
        previous = Some(synthesis);
    }
    Ok(DONE)
}

/// Folders with a round, by name: the order in which they are compared.
fn folders(folder: &Path, settings: &Settings) -> Result<Vec<PathBuf>, Failure> {
    let fault = |error| Failure::File(folder.display().to_string(), error);
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.join(ROUND).is_file() {
            out.push(path);
        }
    }
    out.sort();
    if out.is_empty() {
        return Err(Failure::Usage(fill(T::NoRounds, settings.lang, &[("path", &folder.display().to_string())])));
    }
    Ok(out)
}

fn create(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::File(folder.display().to_string(), error))
}

/// The documents of a round; both pages are made side by side. The paths that were written.
fn write(target: &Path, synthesis: &Synthesis, outline: &Outline, places: &Assessed, settings: &Settings) -> Result<Vec<String>, Failure> {
    let bar = progress_of(5, T::RoundWriting, settings);
    let page = |lang| synthesis_html(synthesis, outline, lang);
    let (vi, en) = rayon::join(|| page(Lang::Vi), || page(Lang::En));
    bar.inc(2);
    let table = CsvStyle::default().with_mark(true);
    let (json, csv) = rayon::join(|| synthesis.to_canonical_json(), || synthesis.to_csv(&table, settings.lang));
    bar.inc(2);
    let mut all = vec![("synthesis.vi.html", vi), ("synthesis.en.html", en), ("synthesis.json", json), ("synthesis.csv", csv)];
    if !places.places.is_empty() {
        all.push(("places.csv", places.to_csv(settings.lang)));
    }
    let mut out = Vec::new();
    for (name, text) in all {
        let path = target.join(name);
        std::fs::write(&path, text).map_err(|error| Failure::File(path.display().to_string(), error))?;
        out.push(path.display().to_string());
    }
    bar.finish_and_clear();
    Ok(out)
}

fn said(asking: &Asking, synthesis: &Synthesis, places: &Assessed, written: &[String], lang: Lang) -> Vec<Block> {
    let mut out = blocks(synthesis, &[], lang);
    if !places.places.is_empty() {
        let count = |scope: Scope| places.places.iter().filter(|place| place.scope == scope).count().to_string();
        let values = [
            ("round", asking.round.round.as_str()),
            ("n", &places.places.len().to_string()),
            ("judged", &count(Scope::Judged)),
            ("out", &count(Scope::Out)),
            ("faulty", &count(Scope::Faulty)),
        ];
        out.push(Block::plain(fill(T::RoundPlaces, lang, &values)));
    }
    out.extend(written.iter().map(|path| Block::Text(Tone::Dim, fill(T::ReportWritten, lang, &[("path", path)]))));
    out.push(Block::Space);
    out
}
