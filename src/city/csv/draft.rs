//! The facts of one place as its rows are read.

use super::columns::Column;
use super::row::Sink;
use super::unit::{Attributes, value};
use crate::city::model::{CityData, EvidenceDocument, NotApplicable, Observation, Published, Reference};
use crate::city::recognition;
use crate::finding::{Code, Finding, Place};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) struct Draft {
    /// Empty where the file has no codes but in a `unit` row.
    code: String,
    /// The first row of the place.
    row: Place,
    pub(super) attributes: Attributes,
    pub(super) observations: Vec<Observation>,
    pub(super) references: Vec<Reference>,
    pub(super) published: Vec<Published>,
    evidence: Vec<EvidenceDocument>,
    /// Where a document stands in `evidence`, by all it says but its criteria.
    documents: BTreeMap<String, usize>,
    /// Which document names which criterion already.
    named: BTreeSet<(usize, String)>,
    not_applicable: Vec<NotApplicable>,
    claimed: BTreeSet<(String, String)>,
}

impl Draft {
    pub(super) fn new(code: String, row: Place) -> Self {
        Self {
            code,
            row,
            attributes: Attributes::default(),
            observations: Vec::new(),
            references: Vec::new(),
            published: Vec::new(),
            evidence: Vec::new(),
            documents: BTreeMap::new(),
            named: BTreeSet::new(),
            not_applicable: Vec::new(),
            claimed: BTreeSet::new(),
        }
    }

    /// A document that stands on several rows is one document for several criteria.
    pub(super) fn add_document(&mut self, mut document: EvidenceDocument) {
        let criteria = core::mem::take(&mut document.criteria);
        let next = self.evidence.len();
        let at = *self.documents.entry(format!("{document:?}")).or_insert(next);
        if at == next {
            self.evidence.push(document);
        }
        for criterion in criteria {
            if self.named.insert((at, criterion.clone()))
                && let Some(known) = self.evidence.get_mut(at)
            {
                known.criteria.push(criterion);
            }
        }
    }

    /// A criterion with several rows may repeat its reason on each.
    pub(super) fn add_claim(&mut self, claim: NotApplicable) {
        if self.claimed.insert((claim.criterion.clone(), claim.reason.clone())) {
            self.not_applicable.push(claim);
        }
    }

    /// The place with its facts; none when it lacks its code, name or kind.
    pub(super) fn finish(mut self, sink: &mut Sink) -> Option<CityData> {
        let by_column = self.row.at_column(Column::UnitCode.name());
        let (code, place) = match self.attributes.code.take() {
            Some((place, code)) => {
                if !self.code.is_empty() && self.code != code {
                    let finding = Finding::new(Code::CsvCodeConflict, place.clone()).with("value", &code);
                    sink.findings.push(finding.with("code", &self.code));
                }
                (code, place)
            }
            None => (self.code, by_column),
        };
        if code.is_empty() {
            sink.findings.push(Finding::new(Code::CsvNoUnitCode, place));
            return None;
        }
        recognition::check(&self.evidence, &mut sink.findings);
        let notes = self.attributes.notes(&code, &self.row, sink);
        let fictional = value(self.attributes.fictional.take()).unwrap_or(false);
        let period = value(self.attributes.period.take());
        let prepared_by = value(self.attributes.prepared_by.take());
        Some(CityData {
            unit: self.attributes.unit(code, &place, &self.row, sink)?,
            fictional,
            period,
            prepared_by,
            notes,
            observations: self.observations,
            evidence: self.evidence,
            not_applicable: self.not_applicable,
            references: self.references,
            published: self.published,
            origin: self.row.into(),
        })
    }
}
