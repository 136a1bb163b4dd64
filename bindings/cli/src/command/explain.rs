//! `explain`: the result told in words.

use super::judging::Case;
use super::show::find;
use super::{Answer, findings, page};
use crate::args::{Explain, Format};
use crate::doc::Block;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks};
use dothi::Assessment;
use std::io::Write;

pub(super) fn run(args: &Explain, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("explain", &[Format::Table, Format::Json, Format::Md])?;
    let case = Case::open(&args.set, &[&args.file], &args.options, settings)?;
    let criterion = args.criterion.as_deref().map(|id| find(&case.set, id, settings)).transpose()?;
    let assessments = case.assess(settings)?;
    if format == Format::Json {
        let all: Vec<String> = assessments.iter().map(|a| a.to_json().trim_end().to_string()).collect();
        writeln!(out, "[{}]", all.join(",\n"))?;
        return Ok(DONE);
    }
    let mut blocks = Vec::new();
    for assessment in &assessments {
        let text = match criterion {
            None => assessment.explain(settings.lang),
            Some(c) => assessment.explain_criterion(&c.id, settings.lang).ok_or_else(|| {
                let values = [("scheme", assessment.scheme().id.as_str()), ("id", &c.id)];
                Failure::Usage(fill(T::NotInScheme, settings.lang, &values))
            })?,
        };
        if !blocks.is_empty() {
            blocks.push(Block::Space);
        }
        blocks.extend(told(assessment, text, settings));
    }
    page(&blocks, format, settings, out)?;
    Ok(DONE)
}

/// The prose names the marks itself; made-up data frame it, and what was found while reading follows it.
fn told(assessment: &Assessment<'_>, text: String, settings: &Settings) -> Vec<Block> {
    let mut out = vec![Block::Prose(text.trim_end().into())];
    out.extend(findings::of_place(assessment, settings.lang));
    marks::frame(&assessment.marks(), settings.lang, out)
}
