//! Claims that a criterion cannot exist in the place.

use super::labels::{Meant, Named};
use super::{Applies, Bound};
use crate::city::CityData;
use crate::finding::{Code, Finding, Findings};
use crate::plan::Plan;

pub(super) fn bind<'c>(plan: &Plan, city: &'c CityData, bound: &mut Bound<'c>, named: &mut Named<'_>, findings: &mut Findings) {
    for claim in &city.not_applicable {
        let Meant::Leaf(at) = named.any(plan, &claim.criterion, || claim.origin.place(), findings) else { continue };
        let Some(leaf) = bound.leaves.get_mut(at) else { continue };
        match leaf.applies {
            Applies::Claimed(_) => {
                findings.push(Finding::new(Code::CityClaimedTwice, claim.origin.place()).with("id", &claim.criterion));
            }
            Applies::NotForKind => {}
            Applies::Yes | Applies::NotConsidered(_) => {
                if leaf.observations().next().is_some() {
                    findings.push(Finding::new(Code::CityClaimWithData, claim.origin.place()).with("id", &claim.criterion));
                }
                leaf.applies = Applies::Claimed(&claim.reason);
            }
        }
    }
}
