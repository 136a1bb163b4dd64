//! What is done with bytes of a stranger, one function for each kind of file. The targets of `fuzz/` call them with bytes that
//! libFuzzer makes, `replay.rs` with the files of `fuzz/corpus`; so what was found once is tried on every toolchain.

mod city;
mod criteria;
mod record;
mod sheets;
mod tables;

pub use city::{city_csv, city_json};
pub use criteria::criteria;
pub use record::record;
pub use sheets::parts;
pub use tables::tables;

use dothi::{AssessOptions, Assessment, Date, Finding, Findings, GapOptions, Lang};

/// Every view of an assessment, made and thrown away.
pub fn everything(assessment: &Assessment<'_>) {
    for lang in [Lang::Vi, Lang::En] {
        let _ = (assessment.explain(lang), assessment.rows(lang), assessment.mark_line(lang));
    }
    let _ = (assessment.to_canonical_json(), assessment.summary(), assessment.published(), assessment.marks());
    let _ = assessment.sensitivity(assessment.self_assessed());
    let _ = assessment.gap(&GapOptions::new()).to_canonical_json(assessment);
}

/// What no finding may have, whatever the input: nothing to say, no end, letters that a terminal obeys.
pub fn faults_of_wording(finding: &Finding) -> Vec<String> {
    let (vi, en) = (finding.message(Lang::Vi), finding.message(Lang::En));
    let mut out = Vec::new();
    for text in [&vi, &en, &finding.place().text(Lang::Vi), &finding.place().text(Lang::En)] {
        if text.trim().is_empty() || text.chars().any(char::is_control) || text.chars().count() > 2_000 {
            out.push(format!("{} has raw, empty or endless text: {:?}", finding.code(), text.chars().take(200).collect::<String>()));
        }
    }
    if vi == en {
        out.push(format!("{} says the same in both languages: {vi}", finding.code()));
    }
    out
}

/// Every finding can be shown. A thousand of one fault are one fault: the first hundred are looked at.
pub fn said(findings: &Findings) {
    let faults: Vec<String> = findings.iter().take(100).flat_map(faults_of_wording).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn options() -> AssessOptions {
    AssessOptions::new(Date::parse("2026-11-21").unwrap())
}
