//! Step 3, judge: the criterion's method on its value. One file per method; this file is the registry.

pub(crate) mod goalposts;
pub(crate) mod pass_fail;
pub(crate) mod survey;

use super::bind::{BoundLeaf, Flags};
use super::derive::{Derived, Inputs, summed};
use crate::city::{Sampling, Unit};
use crate::criteria::{AttributeTest, Method, Threshold, ThresholdValue};
use crate::number::Number;
use crate::plan::{Leaf, LevelMask};

/// What a method says of a value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged<N> {
    /// Levels whose threshold the value passes.
    pub(crate) met: LevelMask,
    /// Levels at which a survey's share passes but its bound does not.
    pub(crate) inconclusive: LevelMask,
    /// Share from 0 to 1, for scoring methods.
    pub(crate) share: Option<N>,
    pub(crate) flags: Flags,
    /// The arithmetic gave no value.
    pub(crate) undecided: bool,
    /// The value lies outside what the method accepts.
    pub(crate) refused: bool,
}

impl<N> Default for Judged<N> {
    fn default() -> Self {
        Self { met: 0, inconclusive: 0, share: None, flags: Flags::default(), undecided: false, refused: false }
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
        Self { inputs: if leaf.survey { summed(&bound.parts) } else { [None; 3] }, sampling: bound.sampling }
    }
}

/// Runs the method of a criterion.
pub(crate) fn judge<N: Number>(method: &Method, leaf: &Leaf, given: &Given<N>, derived: &Derived<N>, unit: &Unit) -> Judged<N> {
    match method {
        Method::PassFail { thresholds } => pass_fail::judge(thresholds, derived, unit),
        Method::Survey { z, thresholds, .. } => survey::judge(*z, thresholds, leaf, given, derived, unit),
        Method::Goalposts { worst, best, outside, .. } => goalposts::judge(*worst, *best, *outside, derived),
        Method::Monitor => Judged::default(),
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
    let mut absent = false;
    for (i, variant) in threshold.variants.iter().enumerate() {
        let answers = || variant.when.iter().map(|test| test_attribute(test, unit));
        if answers().any(|answer| answer == Some(false)) {
            continue;
        }
        if answers().all(|answer| answer == Some(true)) {
            return Chosen { value: variant.value, variant: Some(i), attribute_absent: absent };
        }
        absent = true;
    }
    Chosen { value: threshold.value, variant: None, attribute_absent: absent }
}

fn test_attribute(test: &AttributeTest, unit: &Unit) -> Option<bool> {
    match test {
        AttributeTest::UrbanClass(classes) => unit.urban_class.as_ref().map(|class| classes.contains(class)),
        AttributeTest::CentrallyRun(flag) => unit.centrally_run.map(|v| v == *flag),
        AttributeTest::Heritage(flag) => unit.heritage.map(|v| v == *flag),
        AttributeTest::SpecialFactors(flag) => unit.special_factors.map(|v| v == *flag),
    }
}
