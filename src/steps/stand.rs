//! Documents, then steps 4 to 6, on the low answers and where something is open on the high ones too.

use super::bind::{Bound, BoundLeaf};
use super::judge::{Answer, combine};
use super::missing::{self, Support};
use super::{Eye, LeafScore, Standing, Standings, aggregate};
use crate::criteria::{CriteriaSet, Method, Scheme};
use crate::number::Number;
use crate::plan::{Leaf, Plan};
use alloc::vec::Vec;

/// The standings of a city under one eye.
pub(crate) fn stand<N: Number>(
    rules: (&CriteriaSet, &Scheme, &Plan),
    bound: &Bound<'_>,
    scores: &[LeafScore<N>],
    eye: Eye,
) -> Standings<N> {
    let (low, open) = one(rules, bound, scores, eye, false);
    let high = (open || rules.2.unclear).then(|| one(rules, bound, scores, eye, true).0);
    Standings { low, high }
}

/// The standing of one reading, and whether some criterion has another answer in the highest.
fn one<N: Number>(
    (set, scheme, plan): (&CriteriaSet, &Scheme, &Plan),
    bound: &Bound<'_>,
    scores: &[LeafScore<N>],
    eye: Eye,
    high: bool,
) -> (Standing<N>, bool) {
    let (count, mut open) = (scores.len(), false);
    let [met, asked] = [(); 2].map(|()| Vec::with_capacity(count));
    let mut standing = Standing { met, asked, nodes: Vec::new(), gives: Vec::with_capacity(count), high };
    for ((leaf, score), bound) in plan.leaves.iter().zip(scores).zip(&bound.leaves) {
        let supported = Support::of(leaf, &bound.evidence, eye) == Support::Good;
        let combined = recognised(set, leaf, score, bound, eye);
        let (low, highest) = combined.as_ref().map_or_else(|| (&score.low, score.high()), |(low, high)| (low, high.as_ref()));
        open |= highest.is_some();
        let answer = highest.filter(|_| high).unwrap_or(low);
        let asked = if score.state.is_asked() { leaf.asked } else { 0 };
        standing.asked.push(asked);
        standing.met.push(if supported { answer.passes & asked } else { 0 });
        // Step 4: missing.
        standing.gives.push(missing::contribution(plan, scheme, leaf, score, answer, supported));
    }
    // Steps 5 and 6: aggregate and round.
    standing.nodes = aggregate::aggregate(plan, scheme, &standing.gives);
    (standing, open)
}

/// The lowest and, where it differs, the highest answer of a combination some parts of which count only with a recognition; of
/// any other criterion those of its score stand.
pub(crate) fn recognised<N: Number>(
    set: &CriteriaSet,
    leaf: &Leaf,
    score: &LeafScore<N>,
    bound: &BoundLeaf<'_>,
    eye: Eye,
) -> Option<(Answer<N>, Option<Answer<N>>)> {
    if !score.parts().iter().any(|part| part.recognition) {
        return None;
    }
    by_parts(set, leaf, score, bound, eye)
}

/// Never inlined: few sets have combinations.
#[inline(never)]
fn by_parts<N: Number>(
    set: &CriteriaSet,
    leaf: &Leaf,
    score: &LeafScore<N>,
    bound: &BoundLeaf<'_>,
    eye: Eye,
) -> Option<(Answer<N>, Option<Answer<N>>)> {
    let Method::Combine { how, .. } = &set.criteria().get(leaf.criterion)?.judge.get(leaf.judgement)?.method else { return None };
    let recognised = Support::by_recognition(&bound.evidence, eye) == Support::Good;
    Some(combine::put_together(*how, score.parts(), |part| !part.recognition || recognised))
}
