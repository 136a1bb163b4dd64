//! Stage three: rules that hold across the values of a criteria file. Every fault is found in one pass.

mod citations;
mod combine;
mod crosswalk;
mod expressions;
mod ids;
mod judgements;
mod levels;
mod places;
mod points;
mod schemes;
mod treatment;
mod tree;
mod values;

pub(crate) use points::most_points;
#[cfg(feature = "panel")]
pub(crate) use treatment::{Why, conflicts as treatment_conflicts};
pub(crate) use tree::judged;

use super::read::Draft;
use crate::finding::Findings;

pub(crate) fn check(draft: &Draft) -> Findings {
    let mut findings = Findings::default();
    ids::check(draft, &mut findings);
    citations::check(draft, &mut findings);
    crosswalk::check(draft, &mut findings);
    judgements::check(draft, &mut findings);
    tree::check(draft, &mut findings);
    levels::check(draft, &mut findings);
    schemes::check(draft, &mut findings);
    treatment::check(draft, &mut findings);
    places::check(draft, &mut findings);
    values::check(draft, &mut findings);
    findings
}
