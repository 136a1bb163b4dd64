//! What is done with bytes of a stranger, one function for each kind of file. The targets of `fuzz/` call them with bytes that
//! libFuzzer makes, `replay.rs` with the files of `fuzz/corpus`; so what was found once is tried on every toolchain.

mod city;
mod criteria;
mod record;
#[path = "../../support/said.rs"]
mod said;
mod sheets;
mod tables;

pub use city::{city_csv, city_json};
pub use criteria::criteria;
pub use record::record;
pub use said::{faults_of_wording, said};
pub use sheets::parts;
pub use tables::tables;

use dothi::{AssessOptions, Assessment, Date, GapOptions, Lang};

/// Every view of an assessment, made and thrown away.
pub fn everything(assessment: &Assessment<'_>) {
    for lang in [Lang::Vi, Lang::En] {
        let _ = (assessment.explain(lang), assessment.rows(lang), assessment.mark_line(lang));
    }
    let _ = (assessment.to_canonical_json(), assessment.summary(), assessment.published(), assessment.marks());
    let _ = assessment.sensitivity(assessment.self_assessed());
    let _ = assessment.gap(&GapOptions::new()).to_canonical_json(assessment);
}

fn options() -> AssessOptions {
    AssessOptions::new(Date::parse("2026-11-21").unwrap())
}
