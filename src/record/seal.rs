//! Sealing: texts that a public copy leaves out, each replaced by a digest that nobody can guess against without the salt.

use super::Salt;
use crate::city::CityData;
use crate::digest::{is_sha256, sha256};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const PREFIX: &str = "sealed:";

/// The texts that may be sealed, with the name of each.
fn texts(data: &mut CityData) -> impl Iterator<Item = (&'static str, &mut String)> {
    let prepared = data.prepared_by.iter_mut().map(|text| ("prepared_by", text));
    let documents = data.evidence.iter_mut().flat_map(|document| {
        let url = document.url.as_mut().filter(|_| document.public != Some(true)).map(|text| ("url", text));
        let by = document.review.as_mut().and_then(|review| review.by.as_mut()).map(|text| ("by", text));
        url.into_iter().chain(by)
    });
    prepared.chain(documents)
}

fn is_sealed(text: &str) -> bool {
    text.strip_prefix(PREFIX).is_some_and(is_sha256)
}

/// How many texts are sealed.
pub(super) fn sealed(data: &CityData) -> usize {
    texts(&mut data.clone()).filter(|(_, text)| is_sealed(text)).count()
}

/// True when a text could be sealed and is not.
pub(super) fn is_open(data: &CityData) -> bool {
    texts(&mut data.clone()).any(|(_, text)| !is_sealed(text))
}

/// The normalised data with every such text sealed.
pub(super) fn seal(data: &CityData, salt: &Salt) -> CityData {
    let mut out = data.clone();
    for (name, text) in texts(&mut out).filter(|(_, text)| !is_sealed(text)) {
        let message: Vec<u8> = [salt.bytes(), name.as_bytes(), &[0], text.as_bytes()].concat();
        *text = format!("{PREFIX}{}", sha256(&message));
    }
    out
}

/// The data without any of these texts, for comparing what is open in both.
pub(super) fn without(data: &CityData) -> CityData {
    let mut out = data.clone();
    texts(&mut out).for_each(|(_, text)| *text = String::from(PREFIX));
    out
}
