//! Step 4, missing: what an absent value, an absent document or an inapplicable criterion gives to its parent.

use super::bind::EvidenceTally;
use super::judge::Answer;
use super::{Eye, LeafScore, LeafState};
use crate::criteria::{Aggregate, MissingPolicy, Scheme};
use crate::number::{Dec, Number};
use crate::plan::{Leaf, Plan};

/// What the documents of a criterion amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Support {
    /// Enough, or none asked for.
    Good,
    Rejected,
    PlanOnly,
    Absent,
}

impl Support {
    pub(crate) fn of(leaf: &Leaf, tally: &EvidenceTally, eye: Eye) -> Self {
        if !leaf.evidence {
            return Self::Good;
        }
        let (results, plans) = match eye {
            Eye::SelfAssessed => (tally.results, tally.plans),
            Eye::Verified => (tally.accepted_results, tally.accepted_plans),
        };
        if results > 0 || (plans > 0 && leaf.plans_count) {
            Self::Good
        } else if plans > 0 {
            Self::PlanOnly
        } else if eye == Eye::Verified && tally.rejected > 0 {
            Self::Rejected
        } else {
            Self::Absent
        }
    }

    /// What the recognitions of a criterion amount to, for a part that needs one.
    pub(crate) fn by_recognition(tally: &EvidenceTally, eye: Eye) -> Self {
        let good = if eye == Eye::Verified { tally.accepted_recognitions } else { tally.recognitions };
        if good > 0 {
            Self::Good
        } else if eye == Eye::Verified && tally.rejected_recognitions > 0 {
            Self::Rejected
        } else {
            Self::Absent
        }
    }
}

/// What a node gives to its parent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Contribution<N> {
    /// A value and its share.
    Counted {
        /// Before rounding.
        raw: N,
        value: N,
        share: N,
        /// The most points it could have been.
        most: N,
        /// Stands for a missing value.
        for_missing: bool,
    },
    /// Missing, left out of both sides.
    Out,
    /// Nothing above can be decided.
    Undecided,
    /// No part of the score: not scored, or not applicable.
    None,
}

impl<N> Contribution<N> {
    /// Takes part in the score.
    pub(crate) fn counts(&self) -> bool {
        matches!(self, Self::Counted { .. })
    }
}

/// Applies the scheme's policy to one criterion.
pub(crate) fn contribution<N: Number>(
    plan: &Plan,
    scheme: &Scheme,
    leaf: &Leaf,
    score: &LeafScore<N>,
    answer: &Answer<N>,
    supported: bool,
) -> Contribution<N> {
    if leaf.scored { scored(plan, scheme, leaf, score, answer, supported) } else { Contribution::None }
}

/// What a criterion that is scored gives. Never inlined: a set that only counts does without.
#[inline(never)]
fn scored<N: Number>(
    plan: &Plan,
    scheme: &Scheme,
    leaf: &Leaf,
    score: &LeafScore<N>,
    answer: &Answer<N>,
    supported: bool,
) -> Contribution<N> {
    let zero = N::of(Dec::ZERO);
    let in_sum = leaf.parent == Aggregate::Sum;
    if in_sum && leaf.max_points == Dec::ZERO {
        return Contribution::None;
    }
    // What counts as full under a sum; elsewhere shares go up.
    let full = match leaf.parent {
        Aggregate::Sum => Some(N::of(leaf.max_points)),
        Aggregate::SumOfScored => score.most_of_parts().or(leaf.full_points.map(N::of)),
        _ => None,
    };
    let most = full.unwrap_or(zero);
    let nothing = |for_missing| Contribution::Counted { raw: zero, value: zero, share: zero, most, for_missing };
    match score.state {
        LeafState::Monitored => Contribution::None,
        // No source says what a point sum becomes when a part of it does not apply.
        LeafState::NotForKind | LeafState::Claimed if in_sum => Contribution::Undecided,
        // It is no part of a weighted mean, unlike a missing value, which counts against the share that must be present.
        LeafState::NotForKind | LeafState::Claimed => Contribution::None,
        LeafState::Undecided => Contribution::Undecided,
        // What was not scored is no part of a sum of what was.
        LeafState::NoData if leaf.parent == Aggregate::SumOfScored => Contribution::Out,
        LeafState::NoData => match scheme.missing.policy {
            MissingPolicy::NotMet | MissingPolicy::Zero => nothing(true),
            MissingPolicy::Exclude => Contribution::Out,
            MissingPolicy::Undecided => Contribution::Undecided,
        },
        LeafState::Judged if !supported => nothing(false),
        LeafState::Judged | LeafState::NotConsidered => {
            let scale = N::of(scheme.scale);
            let share = match (answer.share, answer.points, full) {
                (Some(share), ..) => share,
                (None, Some(_), Some(of)) if of.is_zero() => zero,
                (None, Some(points), Some(of)) => points.div(of),
                _ => return Contribution::Undecided,
            };
            let raw = full.and(answer.points).unwrap_or_else(|| scale.mul(share));
            let value = plan.round_criterion.map_or(raw, |rounding| raw.rounded(rounding));
            let share = if full.is_none() && plan.round_criterion.is_some() { value.div(scale) } else { share };
            Contribution::Counted { raw, value, share, most, for_missing: false }
        }
    }
}
