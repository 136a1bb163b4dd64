//! `sets`: the embedded sets.

use super::{Answer, page};
use crate::args::{Format, Sets};
use crate::doc::{Block, Cell, Column, Table, Tone, csv};
use crate::facts::Facts;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, capital, fill};
use crate::{DONE, marks, numbers};
use dothi::{CriteriaSet, Date, OnDate};
use serde_json::json;
use std::io::Write;

const COLUMNS: &[&str] =
    &["id", "title", "status", "stage", "criteria", "basic", "elective", "sources", "primary", "mirror", "secondary", "mark"];

const COLUMNS_ON: &[&str] =
    &["set", "day", "holds", "edition", "since", "start_uncertain", "next", "next_since", "undated", "title", "mark"];

pub(super) fn run(args: &Sets, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("sets", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let load = |file: &dothi::builtin::Embedded| CriteriaSet::from_json(file.bytes).map_err(|found| Failure::of(file.id(), found));
    let sets: Vec<CriteriaSet> = dothi::builtin::FILES.iter().map(load).collect::<Result<_, _>>()?;
    if let Some(day) = args.on {
        let all = dothi::on_date(sets.iter().map(CriteriaSet::header), day);
        on_day(&all, day, format, settings, out)?;
        return Ok(DONE);
    }
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

/// Which edition of each set holds on a day.
fn on_day(all: &[OnDate<'_>], day: Date, format: Format, settings: &Settings, out: &mut dyn Write) -> std::io::Result<()> {
    let lang = settings.lang;
    match format {
        Format::Json => writeln!(out, "{:#}", json!(all)),
        Format::Csv => {
            csv::row(out, COLUMNS_ON)?;
            all.iter().try_for_each(|one| csv::row(out, &row_on(one, settings)))
        }
        _ => {
            let mut blocks = vec![Block::Title(fill(T::OnDay, lang, &[("date", &numbers::date(day, lang))]))];
            for one in all {
                let title = one.edition.or(one.next).map(|h| h.title.get(lang)).unwrap_or_default();
                blocks.push(Block::Heading(format!("{}  {title}", one.set)));
                blocks.extend(one.texts(lang).iter().map(|text| Block::Under(capital(text))));
                blocks.extend(one.edition.map(|h| marks::blocks(&h.marks(), lang)).unwrap_or_default());
            }
            page(&blocks, format, settings, out)
        }
    }
}

fn row_on(one: &OnDate<'_>, settings: &Settings) -> Vec<String> {
    let cell = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => String::new(),
        serde_json::Value::Array(ids) => ids.iter().filter_map(|id| id.as_str()).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let all = json!(one);
    let keys = COLUMNS_ON.iter().filter(|key| !matches!(**key, "title" | "mark"));
    let mut cells: Vec<String> = keys.map(|key| cell(all.get(key).unwrap_or(&serde_json::Value::Null))).collect();
    cells.push(one.edition.map(|h| h.title.get(settings.lang).into()).unwrap_or_default());
    cells.push(one.edition.map(|h| marks::line(&h.marks(), settings.lang)).unwrap_or_default());
    cells
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
