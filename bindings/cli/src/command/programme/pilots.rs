//! `programme pilots`: candidates held against rules, and what a pilot brought.

use super::super::judging::{Case, progress, remark};
use super::super::{Answer, page};
use super::files;
use crate::args::{Format, PilotsCommand, PilotsEvaluate, PilotsSelect};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers, place};
use dothi::programme::{
    CriterionEffect, EffectOptions, Eligible, PilotCandidate, PilotEffect, PilotRobustness, PilotRules, PilotSelection, PilotStatements,
};
use dothi::{CityData, Dec, Lang, RobustStop};
use std::io::Write;
use std::ops::ControlFlow;

const FORMATS: [Format; 4] = [Format::Table, Format::Json, Format::Csv, Format::Md];

pub(super) fn run(command: &PilotsCommand, settings: &Settings, out: &mut dyn Write) -> Answer {
    match command {
        PilotsCommand::Select(args) => select(args, settings, out),
        PilotsCommand::Evaluate(args) => evaluate(args, settings, out),
    }
}

fn select(args: &PilotsSelect, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme pilots select", &FORMATS)?;
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    let case = Case::open(&args.set, &files, &args.options, settings)?;
    let reader = Reader::new(settings);
    let rules = match &args.rules {
        Some(file) => files::remarked(file, PilotRules::from_json(&reader.bytes(file)?, &case.set), settings)?,
        None => PilotRules::builtin(&case.set).map_err(|found| Failure::of("criteria/programme", found))?,
    };
    let statements = match &args.statements {
        Some(file) => Some(files::remarked(file, PilotStatements::from_json(&reader.bytes(file)?, &rules), settings)?),
        None => None,
    };
    let assessments = case.assess(settings)?;
    let mut selection = rules.select(&assessments, statements.as_ref());
    if let Some((doubt, seed)) = args.robust.zip(args.seed) {
        let bar = progress(usize::try_from(args.replications).unwrap_or(usize::MAX), settings);
        let found = selection.with_robustness(doubt, seed, args.replications, |now| {
            bar.set_position(now.done);
            ControlFlow::Continue(())
        });
        bar.finish_and_clear();
        found.map_err(|stop| match stop {
            RobustStop::Findings(found) => Failure::of("--robust", found),
            _ => Failure::Usage(T::RobustStopped.get(settings.lang).into()),
        })?;
    }
    match format {
        Format::Json => writeln!(out, "{}", selection.to_canonical_json())?,
        Format::Csv => out.write_all(selection.to_csv(settings.lang).as_bytes())?,
        _ => page(&sheets(&selection, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn sheets(selection: &PilotSelection<'_>, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(fill(T::PilotsHead, lang, &[("title", selection.rules.title.get(lang))]))];
    let marks = selection.marks();
    out.extend(marks::blocks(&marks, lang));
    out.push(Block::Space);
    let columns = vec![
        Column::number(T::Rank.get(lang)),
        Column::text(T::City.get(lang)),
        Column::text(T::Eligible.get(lang)),
        Column::number_under(T::Readiness.get(lang)),
        Column::text(T::PilotRanks.get(lang)),
    ];
    let rows = selection.candidates.iter().map(|own| {
        let rank = own.rank.map(|rank| format!("{rank} / {}", selection.ranked()));
        let score = own.score.map(|score| numbers::score(score, lang));
        vec![
            Cell::strong(rank.unwrap_or_default()),
            Cell::new(place::full(&own.assessment.city().unit, lang)),
            Cell::toned(eligible(own.eligible, lang), tone(own.eligible)),
            Cell::new(score.unwrap_or_default()),
            Cell::new(own.ranks.as_ref().map(|ranks| format!("{} – {}", ranks.low, ranks.high)).unwrap_or_default()),
        ]
    });
    out.push(Block::Table(Table { columns, rows: rows.collect() }));
    let note = if selection.rules.readiness.is_empty() { T::NoReadiness } else { T::PilotTies };
    out.push(Block::Text(Tone::Dim, note.get(lang).into()));
    out.extend(selection.rules.notes.iter().map(|note| Block::Text(Tone::Dim, note.get(lang).into())));
    out.push(match &selection.robustness {
        Some(own) => Block::Text(Tone::Dim, robustness(own, lang)),
        None => Block::Text(Tone::Dim, T::PilotNotTried.get(lang).into()),
    });
    for own in &selection.candidates {
        out.extend(sheet(own, selection, lang));
    }
    marks::frame(&marks, lang, out)
}

fn eligible(answer: Eligible, lang: Lang) -> &'static str {
    match answer {
        Eligible::Yes => T::Yes.get(lang),
        Eligible::No => T::No.get(lang),
        other => other.label(lang),
    }
}

fn tone(answer: Eligible) -> Tone {
    match answer {
        Eligible::Yes => Tone::Strong,
        Eligible::No => Tone::Warn,
        _ => Tone::Dim,
    }
}

/// By what weights were doubted, and how far ranks moved.
fn robustness(own: &PilotRobustness, lang: Lang) -> String {
    let shift = Dec::parse(&own.mean_shift).map_or(own.mean_shift.clone(), |shift| numbers::score(shift, lang));
    let values = [("doubt", own.doubt.as_str()), ("n", &own.replications.to_string()), ("seed", &own.seed.to_string()), ("shift", &shift)];
    fill(T::PilotRobustNote, lang, &values)
}

fn sheet(own: &PilotCandidate<'_>, selection: &PilotSelection<'_>, lang: Lang) -> Vec<Block> {
    let assessment = own.assessment;
    let mut out = vec![Block::Heading(fill(T::PilotSheet, lang, &[("place", &place::full(&assessment.city().unit, lang))]))];
    out.extend(assessment.level_statement(assessment.self_assessed(), lang).map(Block::plain));
    if let Some((rank, ranks)) = own.rank.zip(own.ranks.as_ref()) {
        let all = [rank, ranks.low, ranks.high, ranks.median].map(|rank| rank.to_string());
        let values =
            [("rank", all[0].as_str()), ("of", &selection.ranked().to_string()), ("low", &all[1]), ("high", &all[2]), ("median", &all[3])];
        out.push(Block::plain(fill(T::PilotRankSaid, lang, &values)));
    }
    let columns = vec![
        Column::text(T::Condition.get(lang)),
        Column::text(T::Answer.get(lang)),
        Column::number(&T::Weight.get(lang).replace("{weight}", "")),
        Column::folding(T::StatedBy.get(lang)),
    ];
    let ground = |ground: &dothi::programme::PilotGround| {
        let cites: Vec<String> = ground.cites.iter().map(|cite| format!("{}: {}", cite.source, cite.clause)).collect();
        if cites.is_empty() { ground.note.clone().unwrap_or_default() } else { cites.join("; ") }
    };
    let conditions = own.conditions.iter().map(|answer| {
        let said = answer.statement.map(|s| format!(" ({})", s.source)).unwrap_or_default();
        vec![
            Cell::new(answer.condition.title.get(lang)),
            Cell::toned(format!("{}{said}", answer.holds.label(lang)), tone(answer.holds)),
            Cell::new(""),
            Cell::new(ground(&answer.condition.ground)),
        ]
    });
    let readiness = own.readiness.iter().map(|answer| {
        let share = answer.share.map_or_else(|| "–".into(), |share| numbers::percent(share, lang));
        vec![
            Cell::new(answer.item.title.get(lang)),
            Cell::new(share),
            Cell::new(numbers::exact(answer.item.weight, lang)),
            Cell::new(ground(&answer.item.ground)),
        ]
    });
    out.push(Block::Table(Table { columns, rows: conditions.chain(readiness).collect() }));
    if !own.gap.fixes.is_empty() {
        out.push(Block::Text(Tone::Strong, format!("{}: {}", T::PilotFixes.get(lang), own.gap.text(assessment, lang))));
        let fixes = own.gap.fixes.iter().map(|fix| {
            Block::item("·", Tone::Plain, format!("{} {} ({})", fix.criterion.label, fix.criterion.title.get(lang), fix.kind.label(lang)))
        });
        out.extend(fixes);
    }
    out.push(Block::plain(T::PilotBlank.get(lang)));
    out
}

fn evaluate(args: &PilotsEvaluate, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme pilots evaluate", &FORMATS)?;
    let lang = settings.lang;
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    let case = Case::open(&args.set, &files, &args.options, settings)?;
    let find = |code: &str| {
        let missing = || Failure::Usage(fill(T::NoSuchPilot, lang, &[("code", code)]));
        case.places.iter().map(|placed| &placed.city).find(|city| city.unit.code == *code).ok_or_else(missing)
    };
    let pilot = find(&args.pilot)?;
    let others: Vec<&CityData> = if args.against.is_empty() {
        let same = |city: &&CityData| city.unit.kind == pilot.unit.kind && city.unit.code != pilot.unit.code;
        case.places.iter().map(|placed| &placed.city).filter(same).collect()
    } else {
        args.against.iter().map(|code| find(code)).collect::<Result<_, _>>()?
    };
    let options = EffectOptions::new(case.options.clone(), args.before, args.after).with_minimum(args.minimum);
    let effect = case.set.pilot_effect(pilot, &others, &options).map_err(|found| Failure::of(&args.pilot, found))?;
    if !effect.findings.is_empty() {
        remark(&[(args.pilot.clone(), effect.findings.clone())], settings);
    }
    match format {
        Format::Json => writeln!(out, "{}", effect.to_canonical_json())?,
        Format::Csv => out.write_all(effect.to_csv(lang).as_bytes())?,
        _ => page(&compared(&effect, lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn compared(effect: &PilotEffect<'_>, lang: Lang) -> Vec<Block> {
    let [before, after] = [effect.options.before, effect.options.after].map(|period| numbers::date(period, lang));
    let head = [("place", effect.pilot.unit.name(lang)), ("before", &before), ("after", &after)];
    let mut out = vec![Block::Title(fill(T::EffectHead, lang, &head))];
    out.extend(marks::blocks(&effect.marks, lang));
    let named: Vec<String> = effect.comparators.iter().map(|own| format!("{} ({})", own.unit.name(lang), own.unit.code)).collect();
    out.push(Block::plain(fill(T::EffectAgainst, lang, &[("places", &named.join(", "))])));
    out.push(Block::Space);
    let heads = [T::Before, T::After, T::Change, T::MeanChange, T::EffectDifference];
    let mut columns = vec![Column::word("#"), Column::text(T::Title.get(lang))];
    columns.extend(heads.map(|head| Column::number_under(head.get(lang))));
    columns.push(Column::text(T::Finding.get(lang)));
    let row = |own: &CriterionEffect<'_>| {
        let value = |value: Option<Dec>| Cell::new(value.map(|value| numbers::brief(value, lang)).unwrap_or_default());
        let signed = |value: Option<Dec>| Cell::new(value.map(|value| numbers::change(value, lang)).unwrap_or_default());
        let without = if own.without.is_empty() { String::new() } else { format!(" (– {})", own.without.join(", ")) };
        vec![
            Cell::new(own.criterion.label.as_str()),
            Cell::new(own.criterion.title.get(lang)),
            value(own.pilot.0),
            value(own.pilot.1),
            signed(own.change),
            signed(own.mean_change),
            signed(own.difference),
            Cell::new(format!("{}{without}", own.verdict.label(lang))),
        ]
    };
    out.push(Block::Table(Table { columns, rows: effect.criteria.iter().map(row).collect() }));
    out.push(Block::Text(Tone::Dim, fill(T::EffectNote, lang, &[("n", &effect.options.minimum.to_string())])));
    marks::frame(&effect.marks, lang, out)
}
