//! The method, in the order of criteria/FORMAT.md §3. One file per step; the steps are written over [`Number`], so that exact
//! results and fast ones follow the same rules. Explaining is a pass of its own over what the steps leave behind.

pub(crate) mod aggregate;
pub(crate) mod bind;
pub(crate) mod derive;
pub(crate) mod judge;
pub(crate) mod level;
pub(crate) mod missing;

use crate::city::CityData;
use crate::criteria::{CriteriaSet, Method, Scheme};
use crate::finding::{Code, Finding, Findings};
use crate::number::{Number, Poison};
use crate::plan::{LevelMask, Plan};
use aggregate::NodeScore;
use alloc::vec::Vec;
use bind::{Applies, Bound, Flags};
use derive::Derived;

/// Which documents count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Eye {
    /// What the city claims; reviews are ignored.
    SelfAssessed,
    /// Only what a reviewer accepted.
    Verified,
}

/// A criterion after steps 1 to 3, before documents are looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeafScore<N> {
    pub(crate) state: LeafState,
    pub(crate) derived: Derived<N>,
    /// Levels whose threshold the value passes.
    pub(crate) passes: LevelMask,
    pub(crate) inconclusive: LevelMask,
    /// Share from 0 to 1 of a scored criterion.
    pub(crate) share: Option<N>,
    /// Points of a scored criterion under a point sum.
    pub(crate) points: Option<N>,
    pub(crate) flags: Flags,
}

/// What kind of answer a criterion has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeafState {
    NotForKind,
    Claimed,
    Monitored,
    NoData,
    /// The arithmetic overflowed.
    Undecided,
    Judged,
}

/// Everything the steps say of a city under one eye.
#[derive(Clone, Debug)]
pub(crate) struct Standing<N> {
    /// Levels met, per leaf; value and documents together.
    pub(crate) met: Vec<LevelMask>,
    /// Levels asked, per leaf; 0 where it does not apply.
    pub(crate) asked: Vec<LevelMask>,
    /// One per group of the plan.
    pub(crate) nodes: Vec<NodeScore<N>>,
    /// What each leaf gives to its parent.
    pub(crate) gives: Vec<missing::Contribution<N>>,
}

/// Steps 1 to 3 for each criterion of the plan.
pub(crate) fn score<N: Number>(
    set: &CriteriaSet,
    plan: &Plan,
    city: &CityData,
    bound: &Bound<'_>,
    findings: &mut Findings,
) -> Vec<LeafScore<N>> {
    let leaves = plan.leaves.iter().zip(&bound.leaves);
    leaves
        .map(|(leaf, bound)| {
            let mut out = LeafScore {
                state: LeafState::Judged,
                derived: Derived::<N>::Missing,
                passes: 0,
                inconclusive: 0,
                share: None,
                points: None,
                flags: bound.flags,
            };
            let Some(criterion) = set.criteria().get(leaf.criterion) else { return out };
            let Some((point, judgement)) = criterion.data_points.first().zip(criterion.judge.get(leaf.judgement)) else { return out };
            match bound.applies {
                Applies::NotForKind => out.state = LeafState::NotForKind,
                Applies::Claimed(_) => out.state = LeafState::Claimed,
                Applies::Yes => {}
            }
            // Step 2: derive.
            if out.state == LeafState::Judged {
                out.derived = derive::derive(leaf, point, &bound.parts, &city.references);
                let fault = out.derived.fault();
                if let Some(fault) = fault {
                    let code = if fault == Poison::Overflow { Code::CityOverflow } else { Code::CityDivisionByZero };
                    let place = bound.parts.iter().flat_map(|p| p.by_role).flatten().next().map(|o| o.origin.place());
                    let place = place.unwrap_or_else(|| crate::finding::Place::Pointer(alloc::string::String::new()));
                    findings.push(Finding::new(code, place).with("id", &criterion.id));
                    out.state = LeafState::Undecided;
                }
                if matches!(out.derived, Derived::Missing) {
                    out.state = if leaf.monitored { LeafState::Monitored } else { LeafState::NoData };
                }
            }
            if out.state != LeafState::Judged {
                return out;
            }
            // Step 3: judge.
            let judged = judge::judge(&judgement.method, leaf, &judge::Given::of(leaf, bound), &out.derived, &city.unit);
            out.flags.set(judged.flags);
            out.passes = judged.met;
            out.inconclusive = judged.inconclusive;
            out.share = judged.share;
            if leaf.monitored {
                out.state = LeafState::Monitored;
            } else if judged.undecided {
                out.state = LeafState::Undecided;
            }
            if let Method::Goalposts { worst, best, .. } = &judgement.method
                && let Some(value) = out.derived.value()
            {
                if judged.refused {
                    refuse(criterion, bound, value.dec(), (*worst, *best), findings);
                    out.state = LeafState::NoData;
                }
                let (x, _) = judge::goalposts::clamp(*worst, *best, value);
                out.points = out.share.map(|_| judge::goalposts::scaled(*worst, *best, N::of(leaf.max_points), x));
            }
            out
        })
        .collect()
}

fn refuse(
    criterion: &crate::criteria::Criterion,
    bound: &bind::BoundLeaf<'_>,
    value: Option<crate::number::Dec>,
    (worst, best): (crate::number::Dec, crate::number::Dec),
    findings: &mut Findings,
) {
    let Some((obs, value)) = bound.parts.iter().flat_map(|p| p.by_role).flatten().next().zip(value) else { return };
    findings.push(
        Finding::new(Code::CityOutsideGoalposts, obs.origin.place())
            .with("value", value)
            .with("worst", worst)
            .with("best", best)
            .with("id", &criterion.id),
    );
}

/// Documents, then steps 4 to 6.
pub(crate) fn stand<N: Number>(plan: &Plan, scheme: &Scheme, bound: &Bound<'_>, scores: &[LeafScore<N>], eye: Eye) -> Standing<N> {
    let mut standing = Standing {
        met: Vec::with_capacity(scores.len()),
        asked: Vec::with_capacity(scores.len()),
        nodes: Vec::new(),
        gives: Vec::with_capacity(scores.len()),
    };
    for ((leaf, score), bound) in plan.leaves.iter().zip(scores).zip(&bound.leaves) {
        let supported = missing::Support::of(leaf, &bound.evidence, eye) == missing::Support::Good;
        let asked = match score.state {
            LeafState::NotForKind | LeafState::Claimed | LeafState::Monitored => 0,
            LeafState::NoData | LeafState::Undecided | LeafState::Judged => leaf.asked,
        };
        standing.asked.push(asked);
        standing.met.push(if supported { score.passes & asked } else { 0 });
        // Step 4: missing.
        standing.gives.push(missing::contribution(plan, scheme, leaf, score, supported));
    }
    // Steps 5 and 6: aggregate and round.
    standing.nodes = aggregate::aggregate(plan, scheme, &standing.gives);
    standing
}
