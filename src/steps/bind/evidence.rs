//! Documents: what supports each criterion, as claimed and as reviewed.

use super::{Bound, unknown_criterion};
use crate::city::{CityData, EvidenceKind, ReviewResult};
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::plan::Plan;
use alloc::format;

/// Documents of one criterion, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EvidenceTally {
    pub(crate) results: u32,
    pub(crate) plans: u32,
    pub(crate) accepted_results: u32,
    pub(crate) accepted_plans: u32,
    pub(crate) rejected: u32,
}

pub(super) fn bind(set: &CriteriaSet, plan: &Plan, city: &CityData, as_of: Date, bound: &mut Bound<'_>, findings: &mut Findings) {
    for document in &city.evidence {
        let review = document.review.as_ref();
        bound.reviewed |= review.is_some();
        for date in [document.date, review.and_then(|r| r.date)].into_iter().flatten() {
            if date.first_day() > as_of.first_day() {
                let finding = Finding::new(Code::CityDocumentLater, document.origin.place());
                findings.push(finding.with("date", date).with("as_of", as_of));
            }
        }
        for (k, id) in document.criteria.iter().enumerate() {
            let Some(leaf) = plan.leaf_of(id).and_then(|at| bound.leaves.get_mut(at)) else {
                if set.criterion(id).is_none() {
                    findings.push(unknown_criterion(set, document.origin.within(&format!("/criteria/{k}")), id));
                }
                continue;
            };
            let tally = &mut leaf.evidence;
            let accepted = review.is_some_and(|r| r.result == ReviewResult::Accepted);
            let (all, good) = match document.kind {
                EvidenceKind::Result => (&mut tally.results, &mut tally.accepted_results),
                EvidenceKind::Plan => (&mut tally.plans, &mut tally.accepted_plans),
            };
            *all += 1;
            *good += u32::from(accepted);
            tally.rejected += u32::from(review.is_some_and(|r| r.result == ReviewResult::Rejected));
        }
    }
}
