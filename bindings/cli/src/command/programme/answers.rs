//! `programme answers`: criteria that a report answers, as city data.

use super::super::Answer;
use super::files;
use crate::DONE;
use crate::args::ProgrammeAnswers;
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::{CityFile, sha256};
use std::io::Write;

pub(super) fn run(args: &ProgrammeAnswers, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("programme answers")?;
    let reader = Reader::new(settings);
    let outline = files::outline(args.reading.outline.as_deref(), &reader)?;
    let asking = files::round(&args.round, &outline, &reader, settings)?;
    let (report, bytes) = files::one(&args.file, None, args.reading.numbers, &outline, &reader, settings)?;
    let name = std::path::Path::new(&args.file).file_name().and_then(|name| name.to_str()).unwrap_or(&args.file);
    let Some(city) = report.offered(&outline, &asking.round, &args.set, name, &sha256(&bytes)) else {
        return Err(Failure::Usage(fill(T::NoAnswers, settings.lang, &[("set", &args.set)])));
    };
    let text = CityFile::new(vec![city]).to_json();
    match args.output.as_deref().filter(|name| *name != "-") {
        None => out.write_all(text.as_bytes())?,
        Some(name) => std::fs::write(name, text).map_err(|error| Failure::File(name.into(), error))?,
    }
    Ok(DONE)
}
