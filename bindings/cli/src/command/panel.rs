//! `panel`: the places of a wide table scored, and ranked where the edition defines a score.

mod diagnose;
mod files;
mod places;
mod robust;
mod trend;

use super::judging::option_fault;
use super::{Answer, page};
use crate::args::{Format, Numbers, Panel, PanelCommand};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers};
use dothi::{AssessOptions, CriteriaSet, Date, Dec, Lang, Mark, PANEL_COLUMNS, PanelPlan, PanelSheet, Scheme, TREATED_COLUMNS, UnitKind};
use dothi_report::panel::{results as panel_results, results_html, results_picture, standing};
use std::collections::BTreeSet;
use std::io::Write;

pub(super) fn run(command: &PanelCommand, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("panel", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let (args, ranked) = match command {
        PanelCommand::Score(args) => (args, false),
        PanelCommand::Rank(args) => (args, true),
        PanelCommand::Trend(args) => return trend::run(args, settings, out),
        PanelCommand::Diagnose(args) => return diagnose::run(args, settings, out),
        PanelCommand::Robust(args) => return robust::run(args, settings, out),
    };
    let to_files = files::asked(&args.files, settings)?;
    if args.unit.is_some() && !to_files {
        return Err(Failure::Usage(T::PanelUnitOfPage.get(settings.lang).into()));
    }
    let reader = Reader::new(settings);
    let ((set, _), bytes) = (reader.set(&args.set)?, reader.bytes(&args.file)?);
    let options = assess_options(&args.judging, settings)?;
    let treats = args.treat.asked().is_some() || treats(&set, &options);
    if places::is_needed(&bytes) && !treats {
        return places::run(args, ranked, (&set, &bytes, &options), format, settings, out);
    }
    let case = Case::read((set, &args.file), &[(&args.file, &bytes)], (args.numbers, None), options, settings)?;
    let (plan, sheet, options) = (case.plan(settings)?, &case.sheet, &case.options);
    let in_file = |found| Failure::of(&args.file, found);
    if ranked {
        plan.has_score().map_err(in_file)?;
    }
    let results = match args.treat.asked() {
        Some(treatment) => sheet.treated_results(&plan, &treatment, args.ties),
        None => sheet.results(&plan, args.ties),
    };
    let results = results.map_err(in_file)?;
    if to_files {
        let lang = settings.lang;
        let mut parts = panel_results(&results, args.ties, lang);
        if let Some(code) = &args.unit {
            let Some(own) = standing(&results, code, lang) else {
                return Err(Failure::Usage(fill(T::PanelNoStanding, lang, &[("code", code)])));
            };
            // Before the method, which comes last.
            parts.insert(parts.len().saturating_sub(1), own);
        }
        let html = || results_html(&results, &parts, lang);
        files::write(&args.files, &parts, || results_picture(&results, lang), html, settings, out)?;
        return Ok(DONE);
    }
    match format {
        Format::Json => out.write_all(results.to_json(settings.lang).as_bytes())?,
        Format::Csv => out.write_all(results.to_csv(settings.lang).as_bytes())?,
        _ => {
            let facts = (plan.set(), plan.scheme(), plan.marks());
            let lang = settings.lang;
            let treated = results.treated().map(|treated| format!("{}; {}.", treated.treatment().text(lang), treated.mark(lang)));
            page(&blocks(args, facts, treated, &results.rows(lang), options, lang), format, settings, out)?;
        }
    }
    Ok(DONE)
}

/// A set, a table and options.
struct Case<'c> {
    file: &'c str,
    set: CriteriaSet,
    sheet: PanelSheet,
    options: AssessOptions,
}

impl<'c> Case<'c> {
    fn read(
        (set, file): (CriteriaSet, &'c str),
        files: &[(&str, &[u8])],
        (numbers, kind): (Numbers, Option<UnitKind>),
        options: AssessOptions,
        settings: &Settings,
    ) -> Result<Self, Failure> {
        let sheet = places::table(files, &set, &options, &places::Asked { numbers, columns: &[], kind }, settings)?;
        Ok(Self { file, set, sheet, options })
    }

    /// The scheme for the kind of place that the table has.
    fn plan(&self, settings: &Settings) -> Result<PanelPlan<'_>, Failure> {
        self.set.panel(self.sheet.kind(), &self.options).map_err(|found| match option_fault(&found, settings) {
            Some(said) => Failure::Usage(said),
            None => Failure::of(self.file, found),
        })
    }
}

/// Whether the scheme asked for treats figures; one that does judges no place alone.
fn treats(set: &CriteriaSet, options: &AssessOptions) -> bool {
    set.schemes().iter().any(|scheme| options.scheme.as_ref() == Some(&scheme.id) && scheme.panel.is_some())
}

/// What a page of results says of its set.
type Facts<'f> = (&'f CriteriaSet, &'f Scheme, &'f [Mark]);

/// Set, scheme, day and marks.
fn head((set, scheme, marks): Facts<'_>, options: &AssessOptions, lang: Lang) -> Vec<Block> {
    let facts = [
        set.id(),
        fill(T::Scheme, lang, &[("title", scheme.title.get(lang))]),
        fill(T::AsOf, lang, &[("date", &numbers::date(options.as_of, lang))]),
    ];
    let mut out = vec![Block::plain(set.header().title.get(lang)), Block::plain(facts.join(" · "))];
    out.extend(marks::blocks(marks, lang));
    out.push(Block::Space);
    out
}

/// `treated`: what was done to the figures.
fn blocks(
    args: &Panel,
    facts: Facts<'_>,
    treated: Option<String>,
    rows: &[Vec<String>],
    options: &AssessOptions,
    lang: Lang,
) -> Vec<Block> {
    let scheme = facts.1;
    let cell = |row: &[String], name: &str| {
        PANEL_COLUMNS.iter().chain(TREATED_COLUMNS).position(|own| *own == name).and_then(|at| row.get(at)).cloned().unwrap_or_default()
    };
    let mut out = vec![Block::Title(fill(T::PanelTitle, lang, &[("n", &rows.len().to_string())]))];
    out.extend(head(facts, options, lang));
    let is_treated = treated.is_some();
    out.extend(treated.map(Block::plain));
    let scored = scheme.score.is_some();
    let mut columns = vec![Column::word(T::UnitCode.get(lang)), Column::text(T::City.get(lang)), Column::word(T::PanelPeriod.get(lang))];
    if scored {
        columns.extend([Column::number(T::Score.get(lang)), Column::number(T::PanelRank.get(lang))]);
    }
    let levels = !scheme.levels.is_empty();
    // Tables carry no documents, so only places judged one by one can be verified.
    let states: BTreeSet<String> = rows.iter().map(|row| cell(row, "state")).collect();
    let shows_state = states.len() > 1;
    if shows_state {
        columns.push(Column::text(T::State.get(lang)));
    }
    if levels {
        columns.push(Column::text(T::Result.get(lang)));
    }
    if is_treated {
        columns.extend([Column::word(T::PanelFigures.get(lang)), Column::text(T::Notes.get(lang))]);
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
        if shows_state {
            cells.push(Cell::new(cell(row, "state")));
        }
        if levels {
            cells.push(Cell::new(cell(row, "statement")));
        }
        if is_treated {
            cells.extend([Cell::new(cell(row, "figures")), Cell::new(cell(row, "notes"))]);
        }
        cells
    };
    out.push(Block::Table(Table { columns, rows: rows.iter().map(row).collect() }));
    if scored {
        out.push(Block::Text(Tone::Dim, fill(T::PanelRankNote, lang, &[("ties", args.ties.label(lang))])));
    }
    if !shows_state {
        out.push(Block::Text(Tone::Dim, T::AllSelfAssessed.get(lang).into()));
    }
    out
}
