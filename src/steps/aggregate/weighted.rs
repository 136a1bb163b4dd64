//! What all weighted aggregates have in common: which children count, and whether enough of them is present. A child of weight 0
//! is shown, not counted.

use super::{NodeScore, Part};
use crate::criteria::Scheme;
use crate::number::{Dec, Number};
use crate::steps::missing::Contribution;
use core::cmp::Ordering;

/// Weight and share of each child that is present and counts.
#[derive(Clone)]
pub(crate) struct Shares<'p, N> {
    parts: core::slice::Iter<'p, Part<N>>,
}

impl<'p, N> Shares<'p, N> {
    pub(super) fn of(parts: &'p [Part<N>]) -> Self {
        Self { parts: parts.iter() }
    }
}

impl<N: Number> Iterator for Shares<'_, N> {
    type Item = (N, N);

    fn next(&mut self) -> Option<(N, N)> {
        self.parts.find_map(|part| match part.gives {
            Contribution::Counted { share, .. } if !part.weight.is_zero() => Some((part.weight, share)),
            _ => None,
        })
    }
}

/// share: what `join` makes of the children present, their weights re-scaled; value = scale × share.
pub(super) fn aggregate<N: Number>(scheme: &Scheme, parts: &[Part<N>], join: impl FnOnce(Shares<'_, N>) -> N) -> NodeScore<N> {
    let zero = N::of(Dec::ZERO);
    let (mut there, mut all) = (zero, zero);
    let undecided = |present| NodeScore { gives: Contribution::Undecided, present };
    for part in parts {
        match part.gives {
            Contribution::Counted { .. } => (there, all) = (there.add(part.weight), all.add(part.weight)),
            Contribution::Out => all = all.add(part.weight),
            Contribution::None => {}
            Contribution::Undecided if part.weight.is_zero() => {}
            Contribution::Undecided => return undecided(None),
        }
    }
    if all.order(zero) != Some(Ordering::Greater) {
        return NodeScore { gives: Contribution::None, present: None };
    }
    let presence = there.div(all);
    if there.order(zero) != Some(Ordering::Greater) {
        return NodeScore { gives: Contribution::Out, present: Some(presence) };
    }
    let least = scheme.missing.minimum_share.unwrap_or(Dec::ZERO);
    if presence.order(N::of(least)).is_none_or(Ordering::is_lt) {
        // Too little is present: for the parent this node is a missing child like any other.
        return NodeScore { gives: Contribution::Out, present: Some(presence) };
    }
    let share = join(Shares::of(parts));
    let value = N::of(scheme.scale).mul(share);
    if value.order(value).is_none() {
        return undecided(Some(presence));
    }
    NodeScore {
        gives: Contribution::Counted { raw: value, value, share, most: N::of(scheme.scale), for_missing: false },
        present: Some(presence),
    }
}
