//! `programme voice`: what the answers of a survey come to.

use super::super::judging::remark;
use super::super::{Answer, page};
use super::files;
use crate::args::{Decimal, Format, Separator, Voice, Writing};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::Reader;
use crate::output::{Target, cities};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers};
use dothi::Lang;
use dothi::programme::{SampleNeed, Survey, VoiceCell, VoiceReader};
use std::io::{Read, Write};

/// Answers are read in pieces of this many bytes.
const PIECE: usize = 1 << 16;

pub(super) fn run(args: &Voice, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("programme voice", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let reader = Reader::new(settings);
    let survey = files::remarked(&args.survey, Survey::from_json(&reader.bytes(&args.survey)?), settings)?;
    let Some(answers) = &args.answers else {
        page(&sizes(&survey, settings.lang), format, settings, out)?;
        return Ok(DONE);
    };
    let voice = read(&survey, answers, &reader)?;
    if !voice.findings.is_empty() {
        remark(&[(answers.clone(), voice.findings.clone())], settings);
    }
    if let Some(file) = &args.city {
        let target = Target::of(Some(file), "programme voice", &[Format::Json, Format::Csv, Format::Xlsx], settings)?;
        let writing = Writing { set: None, separator: Separator::Comma, bom: false, decimal: Decimal::Point };
        target.write(&cities(&voice.to_city(), target.format, None, &writing, settings)?, out)?;
    }
    match format {
        Format::Json => writeln!(out, "{}", voice.to_canonical_json())?,
        Format::Csv => out.write_all(voice.to_csv(settings.lang).as_bytes())?,
        _ => page(&blocks(&voice, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

/// The answers, piece by piece: a file of any length.
pub(super) fn read<'s>(survey: &'s Survey, name: &str, files: &Reader<'_>) -> Result<dothi::programme::Voice<'s>, Failure> {
    let mut reader = VoiceReader::new(survey);
    if name == "-" {
        reader.feed(&files.bytes(name)?);
    } else {
        let fault = |error| Failure::File(name.into(), error);
        let mut file = std::fs::File::open(name).map_err(fault)?;
        let mut piece = vec![0; PIECE];
        loop {
            match file.read(&mut piece).map_err(fault)? {
                0 => break,
                n => reader.feed(piece.get(..n).unwrap_or_default()),
            }
        }
    }
    reader.finish().map_err(|found| Failure::of(name, found))
}

fn head(survey: &Survey, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(survey.title.get(lang).into())];
    let mut facts = vec![survey.unit.name(lang).to_owned()];
    facts.extend(survey.period.map(|period| numbers::date(period, lang)));
    facts.push(T::VoiceSampling.get(lang).replace("{sampling}", sampling(survey, lang)));
    out.push(Block::plain(facts.join(" · ")));
    out.extend(marks::blocks(&survey.marks(), lang));
    out.push(Block::Space);
    out
}

fn sampling(survey: &Survey, lang: Lang) -> &'static str {
    let key = match survey.sampling {
        dothi::Sampling::Probability => T::SamplingProbability,
        dothi::Sampling::SelfSelected => T::SamplingSelf,
        _ => T::SamplingFull,
    };
    key.get(lang)
}

fn sizes(survey: &Survey, lang: Lang) -> Vec<Block> {
    let mut out = head(survey, lang);
    out.extend(needs(&survey.sizes(), lang));
    marks::frame(&survey.marks(), lang, out)
}

/// How many answers each margin takes.
fn needs(needs: &[SampleNeed], lang: Lang) -> Vec<Block> {
    if needs.is_empty() {
        return Vec::new();
    }
    let found = needs.iter().any(|need| need.reached.is_some());
    let heads = [T::VoiceMargin, T::VoiceSimple, T::VoiceDesigned, T::VoiceReached];
    let columns = heads.into_iter().take(if found { 4 } else { 2 }).map(|key| Column::number_under(key.get(lang))).collect();
    let count = |n: u64| numbers::exact(dothi::Dec::from_count(n), lang);
    let row = |need: &SampleNeed| {
        let mut cells = vec![Cell::new(format!("± {}", numbers::percent(need.margin, lang))), Cell::new(count(need.simple))];
        if found {
            let reached = need.reached.map(|yes| if yes { T::Yes } else { T::No }.get(lang));
            cells.extend([Cell::new(need.designed.map(count).unwrap_or_default()), Cell::new(reached.unwrap_or_default())]);
        }
        cells
    };
    vec![
        Block::Heading(T::VoiceNeeded.get(lang).into()),
        Block::Table(Table { columns, rows: needs.iter().map(row).collect() }),
        Block::Text(Tone::Dim, T::VoiceNeededNote.get(lang).into()),
    ]
}

fn blocks(voice: &dothi::programme::Voice<'_>, lang: Lang) -> Vec<Block> {
    let mut out = head(voice.survey, lang);
    let minimum = voice.survey.minimum_cell;
    if let Some(n) = voice.respondents {
        let n = numbers::exact(dothi::Dec::from_count(n), lang);
        out.push(Block::plain(fill(T::VoiceRespondents, lang, &[("n", &n), ("minimum", &minimum.to_string())])));
    }
    for own in &voice.questions {
        let criterion = own.question.criterion.as_ref().map(|(id, _)| format!(" → {id}")).unwrap_or_default();
        out.push(Block::Heading(format!("{} ({}{criterion})", own.question.title.get(lang), own.question.kind.label(lang))));
        let columns = vec![
            Column::text(T::VoiceStratum.get(lang)),
            Column::number_under(T::VoiceAnswers.get(lang)),
            Column::number_under(T::VoiceShare.get(lang)),
            Column::text(T::VoiceInterval.get(lang)),
            Column::number_under(T::VoiceEffect.get(lang)),
        ];
        let whole = (T::VoiceAll.get(lang).to_owned(), own.whole);
        let mut rows = vec![row(&whole.0, &whole.1, minimum, lang)];
        rows.extend(own.strata.iter().map(|(name, cell)| row(if name.is_empty() { "–" } else { name }, cell, minimum, lang)));
        out.push(Block::Table(Table { columns, rows }));
    }
    if let Some(own) = voice.questions.iter().max_by_key(|own| own.whole.figure().map(|figure| figure.answers)) {
        out.extend(needs(&own.needed, lang));
    }
    out.push(Block::Text(Tone::Dim, T::VoiceNote.get(lang).into()));
    marks::frame(&voice.survey.marks(), lang, out)
}

fn row(name: &str, cell: &VoiceCell, minimum: u32, lang: Lang) -> Vec<Cell> {
    let Some(figure) = cell.figure() else {
        let reason = Cell::toned(cell.reason(minimum, lang), Tone::Dim);
        return vec![Cell::new(name), Cell::new(""), Cell::new(""), reason, Cell::new("")];
    };
    vec![
        Cell::new(name),
        Cell::new(numbers::exact(dothi::Dec::from_count(figure.answers), lang)),
        Cell::strong(figure.share_text(lang)),
        Cell::new(figure.interval_text(lang).unwrap_or_default()),
        Cell::new(figure.design_effect().map(|effect| numbers::value(effect, lang)).unwrap_or_default()),
    ]
}
