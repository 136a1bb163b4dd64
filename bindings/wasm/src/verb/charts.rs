//! `report` and `charts`: a result as a page, and as drawings.

use crate::Set;
use crate::case::Case;
use crate::fault::{Answer, text};
use crate::options::Options;
use alloc::string::String;
use alloc::vec::Vec;
use dothi_report::chart::{Chart, Size};
use dothi_report::{Charts, html};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// The report as one HTML file.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn report(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let lang = options.lang();
    let case = Case::read(data, options)?;
    let assessment = case.assess(set)?;
    Ok(html(&[assessment], lang))
}

#[derive(Serialize)]
struct Drawn {
    kind: &'static str,
    title: String,
    marks: String,
    description: String,
    svg: String,
}

/// JSON: the charts of a report, in its order, each a whole SVG file.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn charts(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let lang = options.lang();
    let size = options.choice("size", &[("wide", Size::Wide), ("narrow", Size::Narrow)]).unwrap_or(Size::Wide);
    let case = Case::read(data, options)?;
    let assessment = case.assess(set)?;
    let drawn = |chart: &Chart| Drawn {
        kind: kind(chart),
        title: chart.frame().title.clone(),
        marks: chart.frame().marks.clone(),
        description: chart.description(),
        svg: chart.to_svg(size),
    };
    Ok(text(&Charts::new(&assessment, lang).all().iter().map(drawn).collect::<Vec<_>>()))
}

fn kind(chart: &Chart) -> &'static str {
    match chart {
        Chart::Radar(_) => "radar",
        Chart::Bars(_) => "bars",
        Chart::Ladder(_) => "ladder",
        Chart::Gauge(_) => "gauge",
        Chart::Strip(_) => "strip",
        _ => "other",
    }
}
