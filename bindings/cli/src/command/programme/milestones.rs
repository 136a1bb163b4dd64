//! `programme milestones`: the state of milestones and dated targets on a day.

use super::super::judging::{Case, option_fault};
use super::super::{Answer, page};
use super::files;
use crate::args::{Format, Milestones as Args};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers, place};
use dothi::programme::{
    CityTarget, CityTargets, MilestoneAt, Milestones, MilestonesAt, StatedProgress, TargetAsked, TargetState, target_counts, targets_csv,
    targets_json,
};
use dothi::{Lang, Op, ThresholdValue};
use std::io::Write;

pub(super) fn run(args: &Args, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme milestones", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let lang = settings.lang;
    let Some((set, files)) = args.inputs.split_first() else { return programme(args, format, settings, out) };
    if files.is_empty() {
        return Err(Failure::Usage(T::NoCities.get(lang).into()));
    }
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let case = Case::open(set, &files, &args.options, settings)?;
    let mut all = Vec::with_capacity(case.places.len());
    for placed in &case.places {
        let targets = case.set.dated_targets(&placed.city, &case.options).map_err(|found| match option_fault(&found, settings) {
            Some(said) => Failure::Usage(said),
            None => Failure::of(&placed.file, found),
        })?;
        all.push(targets);
    }
    match format {
        Format::Json => writeln!(out, "{}", targets_json(&all))?,
        Format::Csv => out.write_all(targets_csv(&all, lang).as_bytes())?,
        _ => page(&places(&all, lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn programme(args: &Args, format: Format, settings: &Settings, out: &mut dyn Write) -> Answer {
    let reader = Reader::new(settings);
    let milestones = Milestones::builtin().map_err(|found| Failure::of("criteria/programme", found))?;
    let progress = match &args.progress {
        Some(file) => Some(files::remarked(file, StatedProgress::from_json(&reader.bytes(file)?, &milestones), settings)?),
        None => None,
    };
    let day = assess_options(&args.options.judging, settings)?.as_of;
    let at = milestones.at(day, progress.as_ref());
    match format {
        Format::Json => writeln!(out, "{}", at.to_canonical_json())?,
        Format::Csv => out.write_all(at.to_csv(settings.lang).as_bytes())?,
        _ => page(&timeline(&at, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn timeline(at: &MilestonesAt<'_>, lang: Lang) -> Vec<Block> {
    let title = [("title", at.milestones.title.get(lang)), ("date", &numbers::date(at.as_of, lang))];
    let mut out = vec![Block::Title(fill(T::MilestonesHead, lang, &title))];
    out.extend(marks::blocks(&at.marks(), lang));
    out.push(Block::Space);
    let columns = vec![
        Column::word(T::Horizon.get(lang)),
        Column::text(T::Title.get(lang)),
        Column::text(T::MilestoneState.get(lang)),
        Column::folding(T::StatedBy.get(lang)),
        Column::folding(T::Confidence.get(lang)),
    ];
    let row = |own: &MilestoneAt<'_>| {
        let item = own.milestone;
        let horizon = item.horizon.map_or_else(|| T::NoHorizon.get(lang).into(), |horizon| numbers::date(horizon, lang));
        let ground = own.statement.map(|s| {
            let value = s.value.map(|value| format!("{} – ", numbers::exact(value, lang))).unwrap_or_default();
            format!("{value}{}, {}", numbers::date(s.date, lang), s.source)
        });
        let sources: Vec<&str> = item.cites.iter().map(|cite| cite.source.as_str()).collect();
        vec![
            Cell::new(horizon),
            Cell::new(item.title.get(lang)),
            Cell::toned(own.state.label(lang), tone(own.state)),
            Cell::new(ground.unwrap_or_default()),
            Cell::new(sources.join(", ")),
        ]
    };
    out.push(Block::Table(Table { columns, rows: at.items.iter().map(row).collect() }));
    out.extend(at.milestones.notes.iter().map(|note| Block::Text(Tone::Dim, note.get(lang).into())));
    marks::frame(&at.marks(), lang, out)
}

fn tone(state: TargetState) -> Tone {
    match state {
        TargetState::Reached | TargetState::OnTrack => Tone::Strong,
        TargetState::Overdue | TargetState::Behind => Tone::Warn,
        TargetState::NotMeasurable | TargetState::NotATarget | TargetState::NotApplicable => Tone::Dim,
        _ => Tone::Plain,
    }
}

fn places(all: &[CityTargets<'_>], lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    for own in all {
        if !out.is_empty() {
            out.push(Block::Space);
        }
        out.extend(marks::frame(&own.marks, lang, targets(own, lang)));
    }
    let counts = target_counts(all);
    if all.len() > 1 && !counts.is_empty() {
        out.push(Block::Heading(fill(T::TargetsCount, lang, &[("n", &all.len().to_string())])));
        let columns = vec![
            Column::word(T::Horizon.get(lang)),
            Column::word("#"),
            Column::text(T::Title.get(lang)),
            Column::text(T::MilestoneState.get(lang)),
        ];
        let rows = counts.iter().map(|count| {
            let states = TargetState::ALL.iter().zip(count.counts).filter(|(_, n)| *n > 0);
            let said: Vec<String> = states.map(|(state, n)| format!("{}: {n}", state.label(lang))).collect();
            let target = &count.target;
            vec![
                Cell::new(numbers::date(target.horizon, lang)),
                Cell::new(target.criterion.label.as_str()),
                Cell::new(target.criterion.title.get(lang)),
                Cell::new(said.join("; ")),
            ]
        });
        out.push(Block::Table(Table { columns, rows: rows.collect() }));
    }
    out
}

fn targets(own: &CityTargets<'_>, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(fill(T::TargetsHead, lang, &[("place", &place::full(&own.city.unit, lang))]))];
    let date = fill(T::AsOf, lang, &[("date", &numbers::date(own.as_of, lang))]);
    out.push(Block::plain(format!("{} · {} · {date}", own.set.header().title.get(lang), own.set.id())));
    out.extend(marks::blocks(&own.marks, lang));
    out.push(Block::Space);
    let columns = vec![
        Column::word(T::Horizon.get(lang)),
        Column::word("#"),
        Column::text(T::Title.get(lang)),
        Column::number_under(T::Asked.get(lang)),
        Column::number_under(T::Now.get(lang)),
        Column::number_under(T::Projected.get(lang)),
        Column::text(T::MilestoneState.get(lang)),
    ];
    let row = |target: &CityTarget<'_>| {
        let now = target.now.map(|now| format!("{} ({})", numbers::brief(now.value, lang), numbers::date(now.period, lang)));
        vec![
            Cell::new(numbers::date(target.horizon, lang)),
            Cell::new(target.criterion.label.as_str()),
            Cell::new(target.criterion.title.get(lang)),
            Cell::new(asked(own, target, lang)),
            Cell::new(now.unwrap_or_default()),
            Cell::new(target.projected.map(|there| numbers::brief(there, lang)).unwrap_or_default()),
            Cell::toned(target.state.label(lang), tone(target.state)),
        ]
    };
    out.push(Block::Table(Table { columns, rows: own.targets.iter().map(row).collect() }));
    if own.undated > 0 {
        out.push(Block::Text(Tone::Dim, fill(T::TargetsUndated, lang, &[("n", &own.undated.to_string())])));
    }
    out.push(Block::Text(Tone::Dim, T::TargetsRule.get(lang).into()));
    out
}

fn asked(own: &CityTargets<'_>, target: &CityTarget<'_>, lang: Lang) -> String {
    let symbol = numbers::symbol(own.set, target.criterion, lang);
    match target.asked {
        TargetAsked::Threshold(threshold, value) => numbers::compared(target.criterion, threshold.op, value, symbol, lang),
        TargetAsked::Range(range) if range.low == range.high => {
            numbers::compared(target.criterion, Op::Eq, ThresholdValue::Number(range.low), symbol, lang)
        }
        TargetAsked::Range(range) => {
            numbers::with_unit(&format!("{} – {}", numbers::exact(range.low, lang), numbers::exact(range.high, lang)), symbol)
        }
        _ => String::new(),
    }
}
