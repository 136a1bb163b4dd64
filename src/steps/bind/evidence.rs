//! Documents: what supports each criterion, as claimed and as reviewed.

use super::Bound;
use super::labels::{Meant, Named};
use crate::city::{CityData, EvidenceDocument, EvidenceKind, ReviewResult};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::plan::Plan;
use alloc::format;

/// Documents of one criterion, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EvidenceTally {
    /// Recognitions included.
    pub(crate) results: u32,
    pub(crate) plans: u32,
    pub(crate) accepted_results: u32,
    pub(crate) accepted_plans: u32,
    pub(crate) rejected: u32,
    pub(crate) recognitions: u32,
    pub(crate) accepted_recognitions: u32,
    pub(crate) rejected_recognitions: u32,
}

impl EvidenceTally {
    fn add(&mut self, document: &EvidenceDocument) {
        let is = |result| u32::from(document.review.as_ref().is_some_and(|r| r.result == result));
        let (accepted, rejected) = (is(ReviewResult::Accepted), is(ReviewResult::Rejected));
        match document.kind {
            EvidenceKind::Result | EvidenceKind::Recognition => {
                self.results += 1;
                self.accepted_results += accepted;
            }
            EvidenceKind::Plan => {
                self.plans += 1;
                self.accepted_plans += accepted;
            }
        }
        self.rejected += rejected;
        if document.kind == EvidenceKind::Recognition {
            self.recognitions += 1;
            self.accepted_recognitions += accepted;
            self.rejected_recognitions += rejected;
        }
    }
}

pub(super) fn bind(plan: &Plan, city: &CityData, as_of: Date, bound: &mut Bound<'_>, named: &mut Named<'_>, findings: &mut Findings) {
    for document in &city.evidence {
        let review = document.review.as_ref();
        bound.reviewed |= review.is_some();
        for date in [document.date, review.and_then(|r| r.date)].into_iter().flatten() {
            if date.first_day() > as_of.first_day() {
                let finding = Finding::new(Code::CityDocumentLater, document.origin.place());
                findings.push(finding.with("date", date).with("as_of", as_of));
            }
        }
        for (k, name) in document.criteria.iter().enumerate() {
            let place = || document.origin.within(&format!("/criteria/{k}"));
            if let Meant::Leaf(at) = named.any(plan, name, place, findings)
                && let Some(leaf) = bound.leaves.get_mut(at)
            {
                leaf.evidence.add(document);
            }
        }
    }
}
