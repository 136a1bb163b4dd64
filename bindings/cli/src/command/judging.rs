//! What every command that assesses begins with: a set, places, options; then results, or every fault of every place.

use crate::args::Options;
use crate::doc::text;
use crate::failure::Failure;
use crate::input::{Placed, Reader, assess_options};
use crate::settings::Settings;
use crate::texts::T;
use dothi::{AssessOptions, Assessment, Code, CriteriaSet, Finding, Findings, Place};
use std::io::{IsTerminal, Write};

/// From so many places on, the work is shown while it lasts.
const MANY: usize = 200;

/// A set and the places to judge by it.
pub(super) struct Case {
    pub(super) set: CriteriaSet,
    pub(super) places: Vec<Placed>,
    pub(super) options: AssessOptions,
}

impl Case {
    /// Reads everything; remarks on the files go to the error output.
    pub(super) fn open(set: &str, files: &[&str], options: &Options, settings: &Settings) -> Result<Self, Failure> {
        let reader = Reader::new(settings);
        let (set, _) = reader.set(set)?;
        let (places, remarks) = reader.cities(files, &options.reading, Some(&set))?;
        remark(&remarks, settings);
        Ok(Self { set, places, options: assess_options(&options.judging, settings)? })
    }

    /// Every place judged. One place with errors stops all: a comparison or a rank without it would be silent about it.
    pub(super) fn assess(&self, settings: &Settings) -> Result<Vec<Assessment<'_>>, Failure> {
        let bar = progress(self.places.len(), settings);
        let (mut done, mut faults) = (Vec::with_capacity(self.places.len()), Vec::new());
        for placed in &self.places {
            match self.set.assess(&placed.city, &self.options) {
                Ok(assessment) => done.push(assessment),
                Err(found) => {
                    // A wrong option is wrong for every place.
                    if let Some(said) = option_fault(&found, settings) {
                        return Err(Failure::Usage(said));
                    }
                    faults.push((named(placed, settings), found));
                }
            }
            bar.inc(1);
        }
        bar.finish_and_clear();
        if faults.is_empty() { Ok(done) } else { Err(Failure::Findings(faults)) }
    }
}

/// What is wrong with the scheme or the parameters asked for.
pub(super) fn option_fault(found: &Findings, settings: &Settings) -> Option<String> {
    let codes = [Code::CityUnknownScheme, Code::CityUnknownParameter, Code::ParameterRange];
    let of_options = |f: &&Finding| codes.contains(&f.code()) && matches!(f.place(), Place::Pointer(at) if at.is_empty());
    let mut said: Vec<String> = found.iter().filter(of_options).map(|f| f.message(settings.lang)).collect();
    said.dedup();
    (!said.is_empty()).then(|| said.join("; "))
}

/// File and place, for a heading over findings.
pub(super) fn named(placed: &Placed, settings: &Settings) -> String {
    format!("{} – {} ({})", placed.file, placed.city.unit.name(settings.lang), placed.city.unit.code)
}

/// Prints findings that are no errors beside the answer, not into it.
pub(super) fn remark(remarks: &[(String, Findings)], settings: &Settings) {
    let settings = settings.on_stderr(std::io::stderr().is_terminal());
    let blocks: Vec<_> = remarks.iter().flat_map(|(name, found)| super::findings::blocks(name, found, settings.lang)).collect();
    // Nobody to read remarks is no fault.
    let _ = std::io::stderr().write_all(text::render(&blocks, &settings.paper).as_bytes());
}

pub(super) fn progress(places: usize, settings: &Settings) -> indicatif::ProgressBar {
    if places <= MANY { indicatif::ProgressBar::hidden() } else { progress_of(places, T::Working, settings) }
}

/// A bar of a step, where somebody watches.
pub(super) fn progress_of(places: usize, step: T, settings: &Settings) -> indicatif::ProgressBar {
    if !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let bar = indicatif::ProgressBar::new(u64::try_from(places).unwrap_or(u64::MAX));
    let style = indicatif::ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
    let bar = if let Ok(style) = style { bar.with_style(style) } else { bar };
    bar.with_message(step.get(settings.lang))
}
