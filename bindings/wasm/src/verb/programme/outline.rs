//! `outline` and `round`: what is asked, of whom, until when.

use super::outline_of;
use crate::fault::{Answer, refused_in, text};
use alloc::string::String;
use alloc::vec::Vec;
use dothi::programme::{Round, RoundUnit};
use dothi::units::UnitRegistry;
use dothi::{Date, sha256};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// The round that is part of the library.
const OWN: &str = "bxd-1683-2022";

/// An outline as it was understood; no bytes for the one of the library.
///
/// # Errors
/// A JSON list of every finding.
#[wasm_bindgen]
pub fn outline(file: &[u8]) -> Answer {
    outline_of(file).map(|outline| text(&outline))
}

/// A round with the units that it asks.
#[derive(Debug)]
pub(super) struct Asking {
    pub(super) round: Round,
    pub(super) asked: Vec<RoundUnit>,
}

impl Asking {
    /// Reads a round; no bytes for the one of the library.
    pub(super) fn read(file: &[u8]) -> Result<Self, String> {
        let own = if file.is_empty() { Round::builtin(OWN) } else { None };
        let round = own.map_or_else(|| Round::from_json(file).map(|(round, _)| round), Ok).map_err(|found| refused_in("round", &found))?;
        let registry = UnitRegistry::builtin().map_err(|found| refused_in("units", &found))?;
        let asked = round.asked(&registry);
        Ok(Self { round, asked })
    }
}

#[derive(Serialize)]
struct Asked<'a> {
    round: &'a Round,
    asked: &'a [RoundUnit],
    #[serde(skip_serializing_if = "Option::is_none")]
    last_day: Option<Date>,
}

/// A round as it was understood, the units that it asks and its last day on time; no bytes for the one of the library.
///
/// # Errors
/// A JSON list of every finding.
#[wasm_bindgen]
pub fn round(file: &[u8]) -> Answer {
    let Asking { round, asked } = Asking::read(file)?;
    let last_day = round.deadline.as_ref().map(dothi::programme::Deadline::last_day);
    Ok(text(&Asked { round: &round, asked: &asked, last_day }))
}

/// SHA-256 of a file, as reports name the records that go with them.
#[wasm_bindgen]
#[must_use]
pub fn file_digest(file: &[u8]) -> String {
    sha256(file)
}
