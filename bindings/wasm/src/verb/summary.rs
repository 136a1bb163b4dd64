//! A set in a few words and counts, as a list of sets shows it.

use crate::Set;
use crate::fault::text;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Confidence, Mark, Stage, Status, Text, Tier};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Serialize)]
struct Summary<'s> {
    id: String,
    set: &'s str,
    edition: &'s str,
    revision: u32,
    title: &'s Text,
    status: Status,
    stage: Stage,
    criteria: Criteria,
    sources: Sources,
    marks: Vec<Mark>,
}

#[derive(Serialize)]
struct Criteria {
    all: usize,
    basic: usize,
    elective: usize,
}

#[derive(Serialize)]
struct Sources {
    primary: usize,
    mirror: usize,
    secondary: usize,
}

/// JSON: what the set is, how many criteria and sources it has, the marks it carries.
#[wasm_bindgen]
#[must_use]
pub fn summary(set: &Set) -> String {
    let (set, header) = (&set.0, set.0.header());
    let tier = |tier| set.criteria().iter().filter(|c| c.tier == Some(tier)).count();
    let read = |how| header.sources.iter().filter(|s| s.confidence == how).count();
    text(&Summary {
        id: set.id(),
        set: &header.set,
        edition: &header.edition,
        revision: header.revision,
        title: &header.title,
        status: header.status,
        stage: header.stage,
        criteria: Criteria { all: set.criteria().len(), basic: tier(Tier::Basic), elective: tier(Tier::Elective) },
        sources: Sources { primary: read(Confidence::Primary), mirror: read(Confidence::Mirror), secondary: read(Confidence::Secondary) },
        marks: header.marks(),
    })
}
