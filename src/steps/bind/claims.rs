//! Claims that a criterion cannot exist in the place.

use super::{Applies, Bound, unknown_criterion};
use crate::city::CityData;
use crate::criteria::CriteriaSet;
use crate::finding::{Code, Finding, Findings};
use crate::plan::Plan;

pub(super) fn bind<'c>(set: &CriteriaSet, plan: &Plan, city: &'c CityData, bound: &mut Bound<'c>, findings: &mut Findings) {
    for claim in &city.not_applicable {
        let Some(leaf) = plan.leaf_of(&claim.criterion).and_then(|at| bound.leaves.get_mut(at)) else {
            if set.criterion(&claim.criterion).is_none() {
                findings.push(unknown_criterion(set, claim.origin.place(), &claim.criterion));
            }
            continue;
        };
        match leaf.applies {
            Applies::Claimed(_) => {
                findings.push(Finding::new(Code::CityClaimedTwice, claim.origin.place()).with("id", &claim.criterion));
            }
            Applies::NotForKind => {}
            Applies::Yes => {
                if !leaf.parts.is_empty() {
                    findings.push(Finding::new(Code::CityClaimWithData, claim.origin.place()).with("id", &claim.criterion));
                }
                leaf.applies = Applies::Claimed(&claim.reason);
            }
        }
    }
}
