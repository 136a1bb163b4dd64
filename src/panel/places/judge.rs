//! Every snapshot judged by the exact path.

use super::{PanelSnapshot, PlacePanel};
use crate::assessment::{AssessOptions, Assessment, View};
use crate::criteria::CriteriaSet;
use crate::finding::{Finding, Findings};
use crate::number::Dec;
use crate::panel::PanelLevel;
use alloc::vec::Vec;

/// A place in one period, judged.
pub(in crate::panel) struct Judged<'a> {
    pub(in crate::panel) snapshot: &'a PanelSnapshot,
    pub(in crate::panel) assessment: Assessment<'a>,
}

impl<'a> Judged<'a> {
    pub(in crate::panel) fn view(&self, verified: bool) -> Option<&View<'a>> {
        if verified { self.assessment.verified() } else { Some(self.assessment.self_assessed()) }
    }

    pub(in crate::panel) fn score(&self, verified: bool) -> Option<Dec> {
        Some(self.view(verified)?.score?.value)
    }
}

pub(in crate::panel) fn level(view: &View<'_>) -> PanelLevel {
    match (view.level.reached, view.level.undecided) {
        _ if view.level.of == 0 && view.level.refused.is_empty() => PanelLevel::None,
        (Some(level), _) => PanelLevel::Reached(level),
        (None, Some(range)) => PanelLevel::Between(range.low, range.high),
        (None, None) => PanelLevel::Refused,
    }
}

/// Judges every snapshot; with the results every remark once.
pub(in crate::panel) fn judge<'a>(
    panel: &'a PlacePanel,
    set: &'a CriteriaSet,
    options: &AssessOptions,
) -> Result<(Vec<Judged<'a>>, Findings), Findings> {
    let (mut judged, mut faults, mut remarks) = (Vec::with_capacity(panel.snapshots.len()), Findings::default(), Findings::default());
    // Older figures stand in several snapshots; what is wrong with one is said once.
    let once = |found: &Findings, into: &mut Findings| {
        let new: Vec<Finding> = found.iter().filter(|finding| !into.iter().any(|own| own == *finding)).cloned().collect();
        into.extend(new);
    };
    for snapshot in &panel.snapshots {
        match set.assess(&snapshot.city, options) {
            Ok(assessment) => {
                once(assessment.findings(), &mut remarks);
                judged.push(Judged { snapshot, assessment });
            }
            Err(found) => once(&found, &mut faults),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if let Some(first) = judged.first()
        && first.assessment.self_assessed().level.refused.iter().any(|refusal| refusal.condition == "out_of_scope")
        && judged.iter().all(|one| one.assessment.self_assessed().level.refused.iter().any(|r| r.condition == "out_of_scope"))
    {
        return Err(crate::panel::out_of_scope(set, panel.kind));
    }
    Ok((judged, remarks))
}
