//! `show`: a set, or one of its criteria, with the source beside every number.

mod criterion;
mod figures;
mod rows;
mod set;
mod words;

pub(super) use words::cites;

use super::{Answer, page};
use crate::DONE;
use crate::args::{Format, Show};
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::{CriteriaSet, Criterion};
use std::io::Write;

pub(super) fn run(args: &Show, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("show", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let (set, bytes) = Reader::new(settings).set(&args.set)?;
    let criterion = args.criterion.as_deref().map(|id| find(&set, id, settings)).transpose()?;
    match (format, criterion) {
        (Format::Json, None) => out.write_all(&bytes)?,
        (Format::Json, Some(criterion)) => rows::json(&set, criterion, out)?,
        (Format::Csv, criterion) => rows::csv(&set, criterion, settings.lang, out)?,
        (Format::Md, None) => out.write_all(set.page(settings.lang).as_bytes())?,
        (_, None) => page(&set::blocks(&set, &args.set, settings.lang), format, settings, out)?,
        (_, Some(criterion)) => page(&criterion::blocks(&set, criterion, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

/// A criterion by id, or by the number it is printed with.
pub(super) fn find<'s>(set: &'s CriteriaSet, asked: &str, settings: &Settings) -> Result<&'s Criterion, Failure> {
    let found = set.criterion(asked).or_else(|| set.criteria().iter().find(|c| c.label == asked));
    found.ok_or_else(|| {
        let set = set.id();
        Failure::Usage(fill(T::NoSuchCriterion, settings.lang, &[("set", &set), ("id", asked)]))
    })
}
