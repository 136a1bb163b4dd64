//! `sets`: the embedded sets.

use super::{Answer, page};
use crate::args::Format;
use crate::doc::{Block, Cell, Column, Table, Tone, csv};
use crate::facts::Facts;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, capital};
use crate::{DONE, marks};
use dothi::CriteriaSet;
use serde_json::json;
use std::io::Write;

const COLUMNS: &[&str] =
    &["id", "title", "status", "stage", "criteria", "basic", "elective", "sources", "primary", "mirror", "secondary", "mark"];

pub(super) fn run(settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("sets", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let load = |file: &dothi::builtin::Embedded| CriteriaSet::from_json(file.bytes).map_err(|found| Failure::of(file.id(), found));
    let sets: Vec<CriteriaSet> = dothi::builtin::FILES.iter().map(load).collect::<Result<_, _>>()?;
    match format {
        Format::Json => {
            let all: Vec<_> = sets.iter().map(json).collect();
            writeln!(out, "{:#}", serde_json::Value::from(all))?;
        }
        Format::Csv => {
            csv::row(out, COLUMNS)?;
            for set in &sets {
                csv::row(out, &row(set, settings))?;
            }
        }
        Format::Md => page(&table(&sets, settings), format, settings, out)?,
        _ => page(&entries(&sets, settings), format, settings, out)?,
    }
    Ok(DONE)
}

fn entries(sets: &[CriteriaSet], settings: &Settings) -> Vec<Block> {
    let lang = settings.lang;
    let mut out = vec![Block::Title(T::EmbeddedSets.get(lang).into())];
    for set in sets {
        let (header, facts) = (set.header(), Facts::of(set));
        out.push(Block::Heading(format!("{}  {}", set.id(), header.title.get(lang))));
        let values = [
            (T::Status, facts.status(lang).to_string()),
            (T::Stage, facts.stage(lang).to_string()),
            (T::Criteria, facts.criteria(lang)),
            (T::Sources, facts.sources(lang)),
        ];
        out.extend(values.map(|(name, value)| Block::Under(format!("{}: {value}", capital(name.get(lang))))));
        out.extend(marks::blocks(&header.marks(), lang));
    }
    out
}

fn table(sets: &[CriteriaSet], settings: &Settings) -> Vec<Block> {
    let lang = settings.lang;
    let heads = [T::Set, T::Title, T::Status, T::Stage, T::Criteria, T::Sources, T::Honesty];
    let rows = sets.iter().map(|set| {
        let (header, facts) = (set.header(), Facts::of(set));
        let (title, mark) = (header.title.get(lang).to_string(), marks::line(&header.marks(), lang));
        let cells = [set.id(), title, facts.status(lang).into(), facts.stage(lang).into(), facts.criteria(lang), facts.sources(lang), mark];
        cells.map(Cell::new).to_vec()
    });
    let columns = heads.map(|head| Column::text(head.get(lang))).to_vec();
    let title = Block::Title(T::EmbeddedSets.get(lang).into());
    vec![title, Block::Table(Table { columns, rows: rows.collect() }), Block::Text(Tone::Dim, "dothi show SET".into())]
}

fn row(set: &CriteriaSet, settings: &Settings) -> Vec<String> {
    let (header, facts) = (set.header(), Facts::of(set));
    let counts = [
        facts.all,
        facts.basic,
        facts.elective,
        facts.primary + facts.mirror + facts.secondary,
        facts.primary,
        facts.mirror,
        facts.secondary,
    ];
    let mut cells = vec![set.id(), header.title.get(settings.lang).into(), facts.status_word(), facts.stage_word()];
    cells.extend(counts.map(|n| n.to_string()));
    cells.push(marks::line(&header.marks(), settings.lang));
    cells
}

fn json(set: &CriteriaSet) -> serde_json::Value {
    let (header, facts) = (set.header(), Facts::of(set));
    json!({
        "id": set.id(), "set": header.set, "edition": header.edition, "revision": header.revision, "title": header.title,
        "status": header.status, "stage": header.stage,
        "criteria": {"all": facts.all, "basic": facts.basic, "elective": facts.elective},
        "sources": {"primary": facts.primary, "mirror": facts.mirror, "secondary": facts.secondary},
        "marks": header.marks(),
    })
}
