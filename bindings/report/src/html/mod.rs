//! A report as one HTML file: no scripts, nothing from elsewhere, screen and A4 paper, light and dark.

mod blocks;
mod writer;

use crate::chart;
use crate::chart::text_width;
use crate::model::{Document, Look};
use crate::words::T;
use alloc::format;
use alloc::string::String;
use dothi::Lang;
use writer::Markup;

/// Nothing may be loaded, run or sent; only the style sheet in the file holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Points between the side margins of an A4 sheet.
const PAPER: f64 = 500.0;
/// Size of the running foot, in points, and from one of its lines to the next.
const FOOT: f64 = 7.0;
const FOOT_LINE: f64 = 9.0;

pub(crate) fn write(document: &Document) -> String {
    let mut out = Markup::new(document.lang);
    let lang = if document.lang == Lang::Vi { "vi" } else { "en" };
    out.raw("<!DOCTYPE html>\n");
    out.open("html", &[("lang", lang)]);
    out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
    out.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    out.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n");
    out.open("meta", &[("name", "generator"), ("content", concat!("dothi ", env!("CARGO_PKG_VERSION")))]);
    out.raw("\n<title>");
    out.text(&document.title);
    out.raw("</title>\n<style>\n");
    out.style(include_str!("style.css"));
    out.style(&chart::style());
    out.style(&chart::outcome_style());
    out.style(&paper(document));
    out.raw("</style>\n</head>\n<body>\n");
    running(&mut out, "run-head", &document.running_head);
    running(&mut out, "run-foot", &document.running_foot);
    out.raw("<div class=\"paper\">\n<div class=\"room-head\"><div></div></div>\n<div class=\"room-foot\"><div></div></div>\n");
    out.open("main", &[("class", main_class(document.look))]);
    out.raw("\n");
    blocks::write(document, &mut out);
    out.raw("</main>\n</div>\n</body>\n</html>\n");
    out.finish()
}

/// Offices centre their titles.
fn main_class(look: Look) -> &'static str {
    match look {
        Look::Report => "",
        #[cfg(feature = "programme")]
        Look::Office => "office",
    }
}

/// Stands on every printed page; on screen the same words stand at the top of the report.
fn running(out: &mut Markup, class: &str, text: &str) {
    out.open("div", &[("class", class), ("aria-hidden", "true")]);
    out.text(text);
    out.raw("</div>\n");
}

/// The height that the running foot needs on paper, and the words before the page number.
fn paper(document: &Document) -> String {
    // Words are not broken where the measure thinks so, hence one line more.
    let lines = libm::ceil(text_width(&document.running_foot, FOOT, false) / PAPER) + 1.0;
    let foot = libm::ceil(lines * FOOT_LINE + 4.0) as u32;
    let page = T::PageOf.get(document.lang);
    format!(
        "@media print{{:root{{--foot:{foot}pt}}}}\n@page{{@bottom-right{{content:\"{page} \" counter(page) \" / \" counter(pages);\
         font:7pt system-ui,sans-serif;color:#444}}}}\n"
    )
}
