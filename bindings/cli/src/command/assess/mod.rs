//! `assess`: one place in full, or several side by side.

mod asked;
mod compare;
mod conditions;
mod criteria;
mod published;
mod report;
mod single;

use super::judging::{Case, remark};
use super::{Answer, page};
use crate::DONE;
use crate::args::{Assess, Format};
use crate::doc::csv;
use crate::settings::Settings;
use dothi::{Assessment, ROW_COLUMNS};
use std::io::Write;

pub(super) fn run(args: &Assess, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("assess", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let report = report::asked(args, settings)?;
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    let case = Case::open(&args.set, &files, &args.options, settings)?;
    let assessments = case.assess(settings)?;
    if let Some(report) = report {
        report.write(&assessments, settings, out)?;
        return Ok(DONE);
    }
    match (format, assessments.as_slice()) {
        (Format::Json, all) => json(all, out)?,
        (Format::Csv, all) => rows(all, settings, out)?,
        (_, [only]) => page(&single::blocks(only, settings.lang), format, settings, out)?,
        (_, all) => page(&compare::blocks(all, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

/// An array of whole results; each is canonical, so the array is.
fn json(all: &[Assessment<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(b"[")?;
    for (at, assessment) in all.iter().enumerate() {
        out.write_all(if at > 0 { b"," } else { b"" })?;
        out.write_all(assessment.to_canonical_json().as_bytes())?;
    }
    out.write_all(b"]\n")
}

fn rows(all: &[Assessment<'_>], settings: &Settings, out: &mut dyn Write) -> std::io::Result<()> {
    csv::row(out, ROW_COLUMNS)?;
    for assessment in all {
        for row in assessment.rows(settings.lang) {
            csv::row(out, &row)?;
        }
        // Rows have no room for what was found.
        if !assessment.findings().is_empty() {
            let unit = &assessment.city().unit;
            remark(&[(crate::place::full(unit, settings.lang), assessment.findings().clone())], settings);
        }
    }
    Ok(())
}
