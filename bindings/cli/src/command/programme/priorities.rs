//! `programme priorities`: what a place should do next, and its result by objectives.

use super::super::judging::Case;
use super::super::{Answer, page};
use super::files;
use crate::args::{Format, Priorities as Args};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers, place};
use dothi::programme::{LocalPriorities, Objectives, Priorities, PriorityOptions, Survey, priorities};
use dothi::{Assessment, Lang};
use std::io::Write;

pub(super) fn run(args: &Args, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme priorities", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let case = Case::open(&args.set, &[&args.file], &args.options, settings)?;
    let assessments = case.assess(settings)?;
    if args.objectives {
        return by_objective(args, &case, &assessments, format, settings, out);
    }
    let reader = Reader::new(settings);
    let survey = match &args.survey {
        Some(file) => Some(files::remarked(file, Survey::from_json(&reader.bytes(file)?), settings)?),
        None => None,
    };
    let voice = match (&survey, &args.answers) {
        (Some(survey), Some(answers)) => Some(super::voice::read(survey, answers, &reader)?),
        _ => None,
    };
    let declared = args.local.as_ref().map(|file| Ok::<_, Failure>((file, reader.bytes(file)?))).transpose()?;
    let mut blocks = Vec::new();
    let mut documents = Vec::new();
    for (at, assessment) in assessments.iter().enumerate() {
        let local = match &declared {
            Some((file, bytes)) => Some(files::remarked(file, LocalPriorities::from_json(bytes, assessment), settings)?),
            None => None,
        };
        let mut options = PriorityOptions::new().with_keys(&args.keys);
        options = args.to.map_or(options, |level| options.with_target(level));
        options = voice.as_ref().map_or(options, |voice| options.with_voice(voice));
        options = local.as_ref().map_or(options, |local| options.with_local(local));
        let list = priorities(assessment, &options).map_err(|found| Failure::of(args.survey.clone().unwrap_or_default(), found))?;
        match format {
            Format::Json => documents.push(list.to_canonical_json()),
            Format::Csv => write_rows(&list.to_csv(settings.lang), at, out)?,
            _ => blocks.extend(self::list(&list, at, settings.lang)),
        }
    }
    finish(&blocks, &documents, format, settings, out)
}

/// The head of a table stands once.
fn write_rows(csv: &str, at: usize, out: &mut dyn Write) -> std::io::Result<()> {
    let rows = if at == 0 { csv } else { csv.split_once('\n').map_or("", |(_, rows)| rows) };
    out.write_all(rows.as_bytes())
}

fn finish(blocks: &[Block], documents: &[String], format: Format, settings: &Settings, out: &mut dyn Write) -> Answer {
    match format {
        Format::Json => writeln!(out, "[{}]", documents.join(","))?,
        Format::Csv => {}
        _ => page(blocks, format, settings, out)?,
    }
    Ok(DONE)
}

fn head(key: T, assessment: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(fill(key, lang, &[("place", &place::full(&assessment.city().unit, lang))]))];
    let date = fill(T::AsOf, lang, &[("date", &numbers::date(assessment.as_of(), lang))]);
    out.push(Block::plain(format!("{} · {} · {date}", assessment.set().header().title.get(lang), assessment.set().id())));
    out
}

fn list(list: &Priorities<'_>, at: usize, lang: Lang) -> Vec<Block> {
    let marks = list.marks();
    let mut out = head(T::PrioritiesHead, list.assessment, lang);
    out.extend(marks::blocks(&marks, lang));
    out.push(Block::Space);
    out.push(Block::plain(list.gap.text(list.assessment, lang)));
    out.push(Block::plain(list.rule(lang)));
    let columns = vec![
        Column::number("#"),
        Column::word(T::Criteria.get(lang)),
        Column::text(T::Title.get(lang)),
        Column::text(T::Reasons.get(lang)),
    ];
    let rows = list.items.iter().enumerate().map(|(number, own)| {
        vec![
            Cell::strong((number + 1).to_string()),
            Cell::new(own.fix.criterion.label.as_str()),
            Cell::new(own.fix.criterion.title.get(lang)),
            Cell::new(own.reasons(lang).join("; ")),
        ]
    });
    out.push(Block::Table(Table { columns, rows: rows.collect() }));
    let mut framed = if at > 0 { vec![Block::Space] } else { Vec::new() };
    framed.extend(marks::frame(&marks, lang, out));
    framed
}

fn by_objective(
    args: &Args,
    case: &Case,
    assessments: &[Assessment<'_>],
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
) -> Answer {
    let lang = settings.lang;
    let objectives = Objectives::builtin(&case.set).map_err(|found| Failure::of("criteria/programme", found))?;
    let (mut blocks, mut documents) = (Vec::new(), Vec::new());
    for (at, assessment) in assessments.iter().enumerate() {
        let level = args.to.unwrap_or(1);
        match format {
            Format::Json => documents.push(objectives.to_canonical_json(assessment, level)),
            Format::Csv => write_rows(&objectives.to_csv(assessment, level, lang), at, out)?,
            _ => blocks.extend(view(&objectives, assessment, level, lang)),
        }
    }
    finish(&blocks, &documents, format, settings, out)
}

fn view(objectives: &Objectives, assessment: &Assessment<'_>, level: u32, lang: Lang) -> Vec<Block> {
    let mut marks = assessment.marks();
    marks.extend(objectives.marks());
    let mut out = head(T::ObjectivesHead, assessment, lang);
    out.extend(marks::blocks(&marks, lang));
    out.push(Block::Space);
    let columns = vec![
        Column::word("#"),
        Column::text(T::Objective.get(lang)),
        Column::number_under(T::MetOfAsked.get(lang)),
        Column::text(T::NotMet.get(lang)),
    ];
    let rows = objectives.view(assessment, level);
    let rows = rows.iter().filter(|own| !own.objective.is_task).map(|own| {
        vec![
            Cell::new(own.objective.id.as_str()),
            Cell::new(own.objective.title.get(lang)),
            Cell::strong(format!("{} / {}", own.met, own.asked)),
            Cell::new(own.open.join(", ")),
        ]
    });
    out.push(Block::Table(Table { columns, rows: rows.collect() }));
    out.push(Block::Text(Tone::Dim, fill(T::AtLevel, lang, &[("level", &level.to_string())])));
    marks::frame(&marks, lang, out)
}
