//! Making a record, and the public copy of one.

use super::read::LIMITS;
use super::{Producer, Record, Salt, format1, seal};
use crate::assessment::{AssessOptions, Assessment};
use crate::city::{CityData, read_one};
use crate::finding::{Code, Finding, Findings};
use crate::json::Reader;
use crate::write::{canonical, object};
use alloc::string::String;

impl Assessment<'_> {
    /// The record of this assessment. It is made of the normalised data, so that the same facts give the same record whatever
    /// file they came from.
    ///
    /// With a salt, contact persons and internal links are sealed in the digest of the data, and a public copy can be made.
    ///
    /// # Errors
    /// - the data are at fault once they are normalised: two parts, say, that differ in spaces only
    pub fn record(&self, salt: Option<Salt>) -> Result<Record, Findings> {
        let data = normalised(self.city())?;
        let sealed = salt.as_ref().map(|salt| seal::seal(&data, salt));
        let digest = sealed.as_ref().unwrap_or(&data).data_digest();
        let mut options = AssessOptions::new(self.as_of()).with_scheme(self.scheme().id.clone());
        options.parameters = self.parameters().into_iter().map(|used| (used.id, used.level, used.value)).collect();
        let options = in_order(options);
        let body = format1::body(&self.set().assess(&data, &options)?, &digest);
        let producer = Producer { name: String::from("dothi"), version: env!("CARGO_PKG_VERSION").into() };
        Ok(Record { body, options, data, salt, producer })
    }
}

impl Record {
    /// The same record for everybody: contact persons and internal links sealed, the salt left out.
    ///
    /// # Errors
    /// - there is something to seal and the record has no salt: `record.no_salt`
    pub fn public_copy(&self) -> Result<Self, Findings> {
        let data = match &self.salt {
            Some(salt) => seal::seal(&self.data, salt),
            None if seal::is_open(&self.data) => {
                let mut findings = Findings::default();
                findings.push(Finding::at(Code::RecordNoSalt, "/salt"));
                return Err(findings);
            }
            None => self.data.clone(),
        };
        Ok(Self { data, salt: None, ..self.clone() })
    }
}

/// An override without a level sets every level, so it comes before those that name one.
pub(super) fn in_order(mut options: AssessOptions) -> AssessOptions {
    crate::order::sort_by(&mut options.parameters, |(_, a, _), (_, b, _)| a.is_some().cmp(&b.is_some()));
    options
}

/// The data as their canonical JSON says them, found at `/data`.
pub(super) fn normalised(data: &CityData) -> Result<CityData, Findings> {
    let text = canonical(object! {"data" => data.normal_value()});
    let mut r = Reader::composing();
    let data = r.file(text.as_bytes(), LIMITS, |r, json| r.object(json)?.required(r, "data", read_one));
    r.findings.settle(data).map(|(data, _)| data)
}
