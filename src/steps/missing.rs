//! Step 4, missing: what an absent value, an absent document or an inapplicable criterion gives to its parent.

use super::bind::EvidenceTally;
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

/// Applies the scheme's policy to one criterion.
pub(crate) fn contribution<N: Number>(plan: &Plan, scheme: &Scheme, leaf: &Leaf, score: &LeafScore<N>, supported: bool) -> Contribution<N> {
    let zero = N::of(Dec::ZERO);
    let nothing = |for_missing| Contribution::Counted { raw: zero, value: zero, share: zero, for_missing };
    let pointless = leaf.parent == Aggregate::Sum && leaf.max_points == Dec::ZERO;
    if leaf.monitored || !leaf.scored || pointless {
        return Contribution::None;
    }
    match score.state {
        LeafState::Monitored => Contribution::None,
        // No source says what a point sum becomes when a part of it does not apply.
        LeafState::NotForKind | LeafState::Claimed if leaf.parent == Aggregate::Sum => Contribution::Undecided,
        // It is no part of a weighted mean, unlike a missing value, which counts against the share that must be present.
        LeafState::NotForKind | LeafState::Claimed => Contribution::None,
        LeafState::Undecided => Contribution::Undecided,
        LeafState::NoData => match scheme.missing.policy {
            MissingPolicy::NotMet | MissingPolicy::Zero => nothing(true),
            MissingPolicy::Exclude => Contribution::Out,
            MissingPolicy::Undecided => Contribution::Undecided,
        },
        LeafState::Judged if !supported => nothing(false),
        LeafState::Judged => {
            let Some(share) = score.share else { return Contribution::Undecided };
            let scale = N::of(scheme.scale);
            let points = leaf.parent == Aggregate::Sum;
            let raw = if points { score.points.unwrap_or(zero) } else { scale.mul(share) };
            let Some(rounding) = plan.round_criterion else {
                return Contribution::Counted { raw, value: raw, share, for_missing: false };
            };
            let value = raw.rounded(rounding);
            let share = if points { share } else { value.div(scale) };
            Contribution::Counted { raw, value, share, for_missing: false }
        }
    }
}
