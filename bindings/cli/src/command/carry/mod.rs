//! `carry`: an assessment of one edition carried to the other.

mod plan;

use super::judging::{named, option_fault, remark};
use super::{Answer, page};
use crate::args::{Carry, Format};
use crate::doc::{Block, csv};
use crate::failure::Failure;
use crate::input::{Placed, Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks};
use dothi::{CARRY_COLUMNS, CarrySide};
use std::io::Write;

pub(super) fn run(args: &Carry, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("carry", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let reader = Reader::new(settings);
    let ((before, _), (now, _)) = (reader.set(&args.before)?, reader.set(&args.now)?);
    let (places, mut remarks) = reader.cities(&[&args.file], &args.options.reading, Some(&before))?;
    let newer = match &args.newer {
        Some(name) => {
            let (newer, more) = reader.cities(&[name], &args.options.reading, Some(&now))?;
            remarks.extend(more);
            newer
        }
        None => Vec::new(),
    };
    remark(&remarks, settings);
    let options = assess_options(&args.options.judging, settings)?;
    let mut carries = Vec::with_capacity(places.len());
    for placed in &places {
        let carry = dothi::carry(&before, &now, &placed.city);
        let newer = args.newer.as_ref().map(|_| newer_of(placed, &places, &newer, settings)).transpose()?;
        carries.push((placed, newer, newer.map_or(carry.clone(), |newer| carry.with_newer(&newer.city))));
    }
    let (mut done, mut faults) = (Vec::new(), Vec::new());
    for (placed, newer, carry) in &carries {
        match carry.assess(&options) {
            Ok(carried) => done.push(carried),
            Err(fault) => {
                if let Some(said) = option_fault(&fault.findings, settings) {
                    return Err(Failure::Usage(said));
                }
                let whose = if fault.side == CarrySide::Newer { newer.unwrap_or(placed) } else { placed };
                faults.push((format!("{} – {}", named(whose, settings), fault.side.label(settings.lang)), fault.findings));
            }
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Findings(faults));
    }
    match format {
        Format::Json => {
            let all: Vec<String> = done.iter().map(dothi::Carried::to_canonical_json).collect();
            writeln!(out, "[{}]", all.join(","))?;
        }
        Format::Csv => {
            csv::row(out, CARRY_COLUMNS)?;
            for row in done.iter().flat_map(|carried| carried.rows(settings.lang)) {
                csv::row(out, &row)?;
            }
        }
        _ => {
            let mut blocks = Vec::new();
            for carried in &done {
                if !blocks.is_empty() {
                    blocks.push(Block::Space);
                }
                blocks.extend(marks::frame(&carried.marks(), settings.lang, plan::blocks(carried, settings.lang)));
            }
            page(&blocks, format, settings, out)?;
        }
    }
    Ok(DONE)
}

/// The newer data of a place: those of its code; or the only ones of the only place, whose code may have changed.
fn newer_of<'n>(placed: &Placed, places: &[Placed], newer: &'n [Placed], settings: &Settings) -> Result<&'n Placed, Failure> {
    if let ([_], [only]) = (places, newer) {
        return Ok(only);
    }
    let code = &placed.city.unit.code;
    newer.iter().find(|n| n.city.unit.code == *code).ok_or_else(|| {
        let known: Vec<&str> = newer.iter().take(30).map(|n| n.city.unit.code.as_str()).collect();
        Failure::Usage(fill(T::NoSuchUnit, settings.lang, &[("code", code), ("known", &known.join(", "))]))
    })
}
