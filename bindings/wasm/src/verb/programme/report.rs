//! Local reports: an empty one, one as it was understood, one as a table, and what it answers.

use super::{Form, form, outline_of, read};
use crate::fault::{Answer, Told, refused, refused_in};
use crate::options::Options;
use crate::places::numbers;
use crate::verb::programme::outline::Asking;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::programme::{LocalReport, Outline, ReportFile, template_csv, template_json};
use dothi::{CityFile, CsvStyle, Lang, NumberStyle, Separator, UnitKind, sha256};
use wasm_bindgen::prelude::wasm_bindgen;

/// Kinds of place that report.
const KINDS: [(&str, UnitKind); 4] = [
    ("province", UnitKind::Province),
    ("urban_area", UnitKind::UrbanArea),
    ("commune", UnitKind::Commune),
    ("new_urban_area", UnitKind::NewUrbanArea),
];

/// An empty report: JSON, or CSV to fill in with a spreadsheet program.
///
/// # Errors
/// A JSON list of what is wrong with the options or the outline.
#[wasm_bindgen]
pub fn report_template(outline: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (form, lang, round, kind) = (form(&mut options), options.lang(), options.text("round"), options.choice("kind", &KINDS));
    let (form, kind) = options.finish(form.zip(kind))?;
    let outline = outline_of(outline)?;
    Ok(match form {
        Form::Json => template_json(&outline, round.as_deref(), kind),
        Form::Csv => template_csv(&outline, round.as_deref(), kind, lang),
    })
}

/// Reports as they were understood, and the remarks made while reading.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the file.
#[wasm_bindgen]
pub fn report_file(data: &[u8], outline: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let numbers = numbers(&mut options);
    let numbers = options.finish(numbers)?;
    let (file, remarks) = read(data, numbers, &outline_of(outline)?).map_err(|findings| refused(&findings))?;
    Ok(format!("{{\"file\":{},\"findings\":{}}}", file.to_json(), refused(&remarks)))
}

/// Reports as the table that they can be read from, written as spreadsheet programs of the language expect.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the file.
#[wasm_bindgen]
pub fn report_table(data: &[u8], outline: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (numbers, lang) = (numbers(&mut options), options.lang());
    let numbers = options.finish(numbers)?;
    let outline = outline_of(outline)?;
    let (file, _) = read(data, numbers, &outline).map_err(|findings| refused(&findings))?;
    let (separator, style) = if lang == Lang::Vi { (Separator::Semicolon, NumberStyle::Vi) } else { (Separator::Comma, NumberStyle::En) };
    let style = CsvStyle::default().with_mark(true).with_separator(separator).with_numbers(style);
    Ok(file.to_csv(&outline, &style, lang))
}

/// City data with the answers to the criteria of a set that can be judged from a report, the report being their evidence; `null` when
/// there are none.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with a file.
#[wasm_bindgen]
pub fn report_answers(data: &[u8], outline: &[u8], round: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (numbers, unit) = (numbers(&mut options), options.text("unit"));
    let (set, file) = (options.required("set"), options.required("file"));
    let (numbers, (set, file)) = options.finish(numbers.zip(set.zip(file)))?;
    let (outline, asking) = (outline_of(outline)?, Asking::read(round)?);
    let (reports, _) = read(data, numbers, &outline).map_err(|findings| refused(&findings))?;
    let report = one(reports, unit.as_deref(), &outline)?;
    let city = report.offered(&outline, &asking.round, &set, &file, &sha256(data));
    Ok(city.map_or_else(|| "null".into(), |city| CityFile::new(Vec::from([city])).to_json()))
}

/// The one report of a file, or that of a code, without errors.
#[inline(never)]
pub(super) fn one(mut file: ReportFile, unit: Option<&str>, outline: &Outline) -> Result<LocalReport, String> {
    let codes: Vec<&str> = file.reports.iter().take(30).map(|report| report.unit.code.as_str()).collect();
    let known = codes.join(", ");
    if unit.is_none() && file.reports.len() > 1 {
        let vi = format!("có nhiều báo cáo; hãy chọn một mã: {known}");
        let en = format!("there are several reports; choose a code: {known}");
        return Err(Told::new("call.several_places", "/unit", vi, en).into());
    }
    let Some(at) = file.reports.iter().position(|report| unit.is_none_or(|code| report.unit.code == code)) else {
        return Err(Told::unknown("call.unknown_place", "/unit", unit.unwrap_or_default(), &known).into());
    };
    let report = file.reports.swap_remove(at);
    let findings = report.check(outline, None);
    if findings.has_errors() { Err(refused_in("report", &findings)) } else { Ok(report) }
}
