//! `panel diagnose`: what the figures of a table say of a scheme.

use super::{Case, files, head, places};
use crate::DONE;
use crate::args::{Diagnose, Format};
use crate::command::{Answer, page};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::{DiagnoseOptions, PanelSheet};
use dothi_report::panel::{PanelColumn, PanelPart, PanelTable, diagnosis, diagnosis_html, diagnosis_picture};
use std::io::Write;

pub(super) fn run(args: &Diagnose, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("panel", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let lang = settings.lang;
    let to_files = files::asked(&args.files, settings)?;
    let reader = Reader::new(settings);
    let ((set, _), bytes) = (reader.set(&args.set)?, places::bytes(&reader, &args.file, &args.more)?);
    let bytes: Vec<(&str, &[u8])> = bytes.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let judging = assess_options(&args.judging, settings)?;
    let case = Case::read((set, &args.file), &bytes, (args.numbers, args.kind), judging, settings)?;
    let plan = case.plan(settings)?;
    known_period(&case.sheet, args, settings)?;
    let mut options = DiagnoseOptions::default().with_high_correlation(args.high_correlation);
    if let Some(least) = args.least_data {
        options = options.with_least_data(least);
    }
    options.treatment = args.treatment();
    let found = case.sheet.diagnose(&plan, &options, args.period).map_err(|found| Failure::of(&args.file, found))?;
    if to_files {
        let parts = diagnosis(&found, lang);
        files::write(&args.files, &parts, || Some(diagnosis_picture(&found, lang)), || diagnosis_html(&found, lang), settings, out)?;
        return Ok(DONE);
    }
    match format {
        Format::Json => out.write_all(found.to_json(lang).as_bytes())?,
        Format::Csv => out.write_all(found.to_csv(lang).as_bytes())?,
        _ => {
            let mut blocks = vec![Block::Title(fill(T::DiagnoseTitle, lang, &[("n", &found.diagnosis().places.to_string())]))];
            blocks.extend(head((plan.set(), plan.scheme(), plan.marks()), &case.options, lang));
            if let (Some(treatment), Some(mark)) = (&found.diagnosis().treatment, &found.diagnosis().treated) {
                blocks.push(Block::plain(format!("{}; {}.", treatment.text(lang), mark.get(lang))));
            }
            blocks.extend(diagnosis(&found, lang).iter().flat_map(part));
            blocks.push(Block::Text(Tone::Dim, T::AllSelfAssessed.get(lang).into()));
            page(&blocks, format, settings, out)?;
        }
    }
    Ok(DONE)
}

/// A period that the table does not have would be looked at without a single place.
fn known_period(sheet: &PanelSheet, args: &Diagnose, settings: &Settings) -> Result<(), Failure> {
    let Some(asked) = args.period.filter(|asked| sheet.places().iter().all(|place| place.period != Some(*asked))) else { return Ok(()) };
    let mut known: Vec<_> = sheet.places().iter().filter_map(|place| place.period).collect();
    known.sort_unstable();
    known.dedup();
    let known: Vec<String> = known.iter().map(|period| period.to_string()).collect();
    let values = [("period", asked.to_string()), ("known", known.join(", "))];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Err(Failure::Usage(fill(T::PanelNoPeriod, settings.lang, &values)))
}

/// A part as it stands on a terminal or in Markdown.
pub(super) fn part(part: &PanelPart) -> Vec<Block> {
    let mut out = vec![Block::Heading(part.title.clone())];
    out.extend(part.notes.iter().map(Block::plain));
    for table in &part.tables {
        out.extend((!table.caption.is_empty()).then(|| Block::Text(Tone::Strong, table.caption.clone())));
        out.push(Block::Table(laid_out(table)));
        out.extend(table.below.iter().map(|line| Block::Text(Tone::Dim, line.clone())));
    }
    out.push(Block::Space);
    out
}

fn laid_out(table: &PanelTable) -> Table {
    let column = |(head, kind): &(String, PanelColumn)| match kind {
        PanelColumn::Number | PanelColumn::Interval => Column::number_under(head),
        PanelColumn::Word => Column::word(head),
        _ => Column::text(head),
    };
    let name = |at: usize| table.columns.get(at).is_some_and(|(_, kind)| *kind == PanelColumn::Name);
    let cell = |(at, text): (usize, &String)| if name(at) { Cell::strong(text) } else { Cell::new(text) };
    let rows = table.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    Table { columns: table.columns.iter().map(column).collect(), rows }
}
