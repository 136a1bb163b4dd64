//! `gaps`: what to fix first.

mod plan;
mod rows;

use super::judging::Case;
use super::{Answer, page};
use crate::args::{Format, Gaps};
use crate::doc::{Block, csv};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks};
use dothi::{Gap, GapOptions};
use std::io::Write;

pub(super) fn run(args: &Gaps, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("gaps", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let case = Case::open(&args.set, &[&args.file], &args.options, settings)?;
    if let Some((id, _)) = args.costs.iter().find(|(id, _)| case.set.criterion(id).is_none()) {
        return Err(Failure::Usage(fill(T::UnknownCost, settings.lang, &[("id", id)])));
    }
    let mut options = args.costs.iter().fold(GapOptions::new(), |options, (id, cost)| options.with_cost(id.as_str(), *cost));
    options = args.to.map_or(options.clone(), |level| options.with_target(level));
    let assessments = case.assess(settings)?;
    let plans: Vec<Gap<'_>> = assessments.iter().map(|a| a.gap(&options)).collect();
    let pairs = assessments.iter().zip(&plans);
    match format {
        Format::Json => {
            let all: Vec<String> = pairs.map(|(a, gap)| gap.to_canonical_json(a)).collect();
            writeln!(out, "[{}]", all.join(","))?;
        }
        Format::Csv => {
            csv::row(out, rows::COLUMNS)?;
            for (assessment, gap) in pairs {
                rows::write(assessment, gap, settings.lang, out)?;
            }
        }
        _ => {
            let mut blocks = Vec::new();
            for (assessment, gap) in pairs {
                if !blocks.is_empty() {
                    blocks.push(Block::Space);
                }
                blocks.extend(marks::frame(&assessment.marks(), settings.lang, plan::blocks(assessment, gap, args, settings.lang)));
            }
            page(&blocks, format, settings, out)?;
        }
    }
    Ok(DONE)
}
