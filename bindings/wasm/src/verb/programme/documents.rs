//! Local reports and syntheses as documents for people.

use super::synthesis::Gathered;
use super::{outline_of, read, report};
use crate::fault::{Answer, Told, refused};
use crate::options::Options;
use crate::places::numbers;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::Lang;
use dothi::programme::{LocalReport, Outline};
use dothi_report::DocxError;
use dothi_report::programme::{local_docx, local_html, local_markdown, synthesis_docx, synthesis_html, synthesis_markdown};
use wasm_bindgen::prelude::wasm_bindgen;

type Bytes = Result<Vec<u8>, String>;

/// Texts that a browser shows or an editor opens.
#[derive(Clone, Copy)]
enum Page {
    Html,
    Markdown,
}

fn page(options: &mut Options) -> Option<Page> {
    options.choice("format", &[("html", Page::Html), ("md", Page::Markdown)])
}

/// The one report of a file, with its outline and the language.
fn local(data: &[u8], outline: &[u8], mut options: Options) -> Result<(LocalReport, Outline, Lang), String> {
    let (lang, unit, numbers) = (options.lang(), options.text("unit"), numbers(&mut options));
    let numbers = options.finish(numbers)?;
    let outline = outline_of(outline)?;
    let (file, _) = read(data, numbers, &outline).map_err(|findings| refused(&findings))?;
    Ok((report::one(file, unit.as_deref(), &outline)?, outline, lang))
}

/// A local report in the layout of offices: a page, or Markdown.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the report.
#[wasm_bindgen]
pub fn report_page(data: &[u8], outline: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let page = page(&mut options);
    let (report, outline, lang) = local(data, outline, options)?;
    Ok(match page {
        Some(Page::Markdown) => local_markdown(&report, &outline, lang),
        _ => local_html(&report, &outline, lang),
    })
}

/// The same as a Word document.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the report.
#[wasm_bindgen]
pub fn report_docx(data: &[u8], outline: &[u8], options: &str) -> Bytes {
    let (report, outline, lang) = local(data, outline, Options::read(options))?;
    local_docx(&report, &outline, lang).map_err(|error| too_much(&error))
}

/// A synthesis as a page with charts, or as Markdown.
///
/// # Errors
/// A JSON list of what is wrong with the options.
#[wasm_bindgen]
pub fn synthesis_page(of: &Gathered, options: &str) -> Answer {
    let mut options = Options::read(options);
    let (page, lang) = (page(&mut options), options.lang());
    Ok(match options.finish(page)? {
        Page::Markdown => synthesis_markdown(&of.synthesis, &of.outline, lang),
        Page::Html => synthesis_html(&of.synthesis, &of.outline, lang),
    })
}

/// The same as a Word document.
///
/// # Errors
/// A JSON list of what is wrong with the options.
#[wasm_bindgen]
pub fn synthesis_word(of: &Gathered, options: &str) -> Bytes {
    let mut options = Options::read(options);
    let lang = options.lang();
    options.finish(Some(()))?;
    synthesis_docx(&of.synthesis, &of.outline, lang).map_err(|error| too_much(&error))
}

fn too_much(error: &DocxError) -> String {
    let vi = "tài liệu lớn hơn sức chứa của một tệp Word";
    Told::new("call.too_much", "/data", vi, error.to_string()).into()
}
