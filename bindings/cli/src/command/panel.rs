//! `panel`: the places of a wide table scored, and ranked where the edition defines a score.

use super::judging::option_fault;
use super::{Answer, page};
use crate::args::{Format, Panel, PanelCommand};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options, csv_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers};
use dothi::{AssessOptions, Date, Dec, Lang, PANEL_COLUMNS, PanelPlan, PanelResults, PanelSheet};
use std::io::Write;

pub(super) fn run(command: &PanelCommand, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("panel", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let (args, ranked) = match command {
        PanelCommand::Score(args) => (args, false),
        PanelCommand::Rank(args) => (args, true),
    };
    let reader = Reader::new(settings);
    let (set, _) = reader.set(&args.set)?;
    let in_file = |found| Failure::of(&args.file, found);
    let sheet = PanelSheet::from_csv(&reader.bytes(&args.file)?, &csv_options(args.numbers)).map_err(in_file)?;
    let options = assess_options(&args.judging, settings)?;
    let plan = set.panel(sheet.kind(), &options).map_err(|found| match option_fault(&found, settings) {
        Some(said) => Failure::Usage(said),
        None => in_file(found),
    })?;
    if ranked {
        plan.has_score().map_err(in_file)?;
    }
    let results = sheet.results(&plan, args.ties).map_err(in_file)?;
    match format {
        Format::Json => out.write_all(results.to_json(settings.lang).as_bytes())?,
        Format::Csv => out.write_all(results.to_csv(settings.lang).as_bytes())?,
        _ => page(&blocks(args, &plan, &results, &options, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn blocks(args: &Panel, plan: &PanelPlan<'_>, results: &PanelResults<'_, '_>, options: &AssessOptions, lang: Lang) -> Vec<Block> {
    let rows = results.rows(lang);
    let cell = |row: &[String], name: &str| {
        PANEL_COLUMNS.iter().position(|own| *own == name).and_then(|at| row.get(at)).cloned().unwrap_or_default()
    };
    let mut out = vec![Block::Title(fill(T::PanelTitle, lang, &[("n", &rows.len().to_string())]))];
    out.push(Block::plain(plan.set().header().title.get(lang)));
    let facts = [
        plan.set().id(),
        fill(T::Scheme, lang, &[("title", plan.scheme().title.get(lang))]),
        fill(T::AsOf, lang, &[("date", &numbers::date(options.as_of, lang))]),
    ];
    out.push(Block::plain(facts.join(" · ")));
    out.extend(marks::blocks(plan.marks(), lang));
    out.push(Block::Space);
    let scored = plan.scheme().score.is_some();
    let mut columns = vec![Column::word(T::UnitCode.get(lang)), Column::text(T::City.get(lang)), Column::word(T::PanelPeriod.get(lang))];
    if scored {
        columns.extend([Column::number(T::Score.get(lang)), Column::number(T::PanelRank.get(lang))]);
    }
    let levels = !plan.scheme().levels.is_empty();
    if levels {
        columns.push(Column::text(T::Result.get(lang)));
    }
    let row = |row: &Vec<String>| {
        let period = Date::parse(&cell(row, "period")).map(|period| numbers::date(period, lang)).unwrap_or_default();
        let mut cells = vec![Cell::new(cell(row, "unit_code")), Cell::strong(cell(row, "unit_name")), Cell::new(period)];
        if scored {
            let score = Dec::parse(&cell(row, "score")).map(|score| numbers::score(score, lang)).unwrap_or_default();
            let (rank, of) = (cell(row, "rank"), cell(row, "rank_of"));
            let rank = if lang == Lang::Vi { rank.replace('.', ",") } else { rank };
            cells.extend([Cell::new(score), Cell::strong(if rank.is_empty() { rank } else { format!("{rank} / {of}") })]);
        }
        if levels {
            cells.push(Cell::new(cell(row, "statement")));
        }
        cells
    };
    out.push(Block::Table(Table { columns, rows: rows.iter().map(row).collect() }));
    if scored {
        out.push(Block::Text(Tone::Dim, fill(T::PanelRankNote, lang, &[("ties", args.ties.label(lang))])));
    }
    out.push(Block::Text(Tone::Dim, T::AllSelfAssessed.get(lang).into()));
    out
}
