//! Step 3, judge: the criterion's method on its value. One file per method; this file is the registry.

pub(crate) mod combine;
pub(crate) mod goalposts;
pub(crate) mod interpolate;
mod pass_fail;
mod range;
pub(crate) mod steps;
pub(crate) mod survey;
pub(crate) mod target_share;

use super::attributes::first_that_holds;
use super::bind::{BoundLeaf, Flags};
use super::derive::{Derived, Inputs, summed};
use crate::city::{Sampling, Unit};
use crate::criteria::{Method, Threshold, ThresholdValue};
use crate::number::{Dec, Number};
use crate::plan::{Leaf, LevelMask};

/// What a value amounts to under one reading of the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer<N> {
    /// Levels whose threshold the value passes.
    pub(crate) passes: LevelMask,
    /// Levels at which a survey's share passes but its bound does not.
    pub(crate) inconclusive: LevelMask,
    /// Share from 0 to 1, where the method gives one.
    pub(crate) share: Option<N>,
    /// Points, where the method gives them.
    pub(crate) points: Option<N>,
    /// Too low for any points.
    pub(crate) below: bool,
}

impl<N> Default for Answer<N> {
    fn default() -> Self {
        Self { passes: 0, inconclusive: 0, share: None, points: None, below: false }
    }
}

impl<N: Number> Answer<N> {
    fn of_points(points: N) -> Self {
        Self { points: Some(points), ..Self::default() }
    }

    /// Below the lowest points.
    fn nothing() -> Self {
        Self { points: Some(N::of(Dec::ZERO)), below: true, ..Self::default() }
    }
}

/// What a method says of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged<N> {
    /// In the reading that gives least.
    pub(crate) low: Answer<N>,
    /// In the one that gives most, where the source leaves something open.
    pub(crate) high: Option<Answer<N>>,
    /// The most points the method gives.
    pub(crate) most: Option<N>,
    pub(crate) flags: Flags,
    /// The arithmetic gave no value.
    pub(crate) undecided: bool,
    /// The value lies outside what the method accepts.
    pub(crate) refused: bool,
}

impl<N> Default for Judged<N> {
    fn default() -> Self {
        Self { low: Answer::default(), high: None, most: None, flags: Flags::default(), undecided: false, refused: false }
    }
}

/// What a method may need besides the derived value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<N> {
    /// Inputs by role, summed over parts.
    pub(crate) inputs: Inputs<N>,
    /// How the people of a survey were chosen.
    pub(crate) sampling: Option<Sampling>,
}

impl<N: Number> Given<N> {
    /// What the leaf's method needs; only a survey looks at its inputs.
    pub(crate) fn of(leaf: &Leaf, bound: &BoundLeaf<'_>) -> Self {
        Self { inputs: if leaf.survey { summed(&bound.first.parts) } else { [None; 3] }, sampling: bound.sampling }
    }
}

/// Runs a method on a value; a combination is put together of its parts elsewhere.
pub(crate) fn judge<N: Number>(method: &Method, leaf: &Leaf, given: &Given<N>, derived: &Derived<N>, unit: &Unit) -> Judged<N> {
    match method {
        Method::PassFail { thresholds } => pass_fail::judge(thresholds, derived, unit),
        Method::Survey { z, thresholds, .. } => survey::judge(*z, thresholds, leaf, given, derived, unit),
        _ => graded(method, leaf, derived, unit),
    }
}

/// Runs a method that knows more than passed and not passed. Never inlined: a set that has no such method does without.
#[inline(never)]
fn graded<N: Number>(method: &Method, leaf: &Leaf, derived: &Derived<N>, unit: &Unit) -> Judged<N> {
    match method {
        Method::Goalposts { worst, best, outside, .. } => goalposts::judge(*worst, *best, *outside, leaf.max_points, derived),
        Method::Interpolate(rule) => interpolate::judge(rule, derived, unit),
        Method::Steps { points, open, .. } => steps::judge(points, open.as_ref(), derived, unit),
        Method::TargetShare { target, bands, .. } => target_share::judge(*target, bands, leaf.direction, derived),
        Method::Range(range) => range::judge(range, derived),
        Method::PassFail { .. } | Method::Survey { .. } | Method::Combine { .. } | Method::Monitor => Judged::default(),
    }
}

/// The value of a threshold for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) value: ThresholdValue,
    /// Index of the variant that replaced the main value.
    pub(crate) variant: Option<usize>,
    /// An attribute that a variant asks for is not known.
    pub(crate) attribute_absent: bool,
}

/// Picks the first variant whose tests all hold; an unknown attribute keeps the main value, flagged.
pub(crate) fn choose(threshold: &Threshold, unit: &Unit) -> Chosen {
    let (variant, attribute_absent) = first_that_holds(threshold.variants.iter().map(|v| v.when.as_slice()), unit);
    let value = variant.and_then(|at| threshold.variants.get(at)).map_or(threshold.value, |v| v.value);
    Chosen { value, variant, attribute_absent }
}
