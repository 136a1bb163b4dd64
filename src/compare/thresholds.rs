//! What each level asks, before and now.

use super::values::differences;
use crate::criteria::{CriteriaSet, Criterion, Judgement, Threshold, ThresholdValue};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

/// A level's threshold of a criterion where the two editions differ, or the one there is.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ThresholdDiff<'a> {
    /// The scheme, where a criterion is not judged alike in all.
    pub scheme: Option<&'a str>,
    /// The level.
    pub level: u32,
    /// What the edition before asks; none = nothing.
    pub before: Option<&'a Threshold>,
    /// What the edition now asks; none = nothing.
    pub now: Option<&'a Threshold>,
}

impl ThresholdDiff<'_> {
    /// True when what is asked differs: whether anything is, operator, value or the values of variants. Otherwise only its grounds
    /// do: basis, use, source, horizon, remark.
    #[must_use]
    pub fn asks_differ(&self) -> bool {
        match (self.before, self.now) {
            (Some(before), Some(now)) => asks(before) != asks(now),
            _ => true,
        }
    }

    /// The keys in which the two sides differ; all of them where one side is missing.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let (Some(before), Some(now)) = (self.before, self.now) else { return Vec::new() };
        let top = |path: &str| String::from(path.split('/').next().unwrap_or_default());
        let mut keys: Vec<String> = differences(before, now).iter().map(|d| top(&d.path)).collect();
        keys.dedup();
        keys
    }
}

type Asks<'t> = (crate::criteria::Op, ThresholdValue, Vec<(&'t [crate::criteria::AttributeTest], ThresholdValue)>);

fn asks(t: &Threshold) -> Asks<'_> {
    (t.op, t.value, t.variants.iter().map(|v| (v.when.as_slice(), v.value)).collect())
}

/// The judgements of a criterion before and now that answer each other, with the scheme where there are several.
pub(super) type Judged<'a> = (Option<&'a str>, Option<&'a Judgement>, Option<&'a Judgement>);

/// By scheme: those both editions have, else the first of each. Schemes that judge a criterion alike stand once, without a name.
pub(super) fn judged<'a>(
    sets: (&'a CriteriaSet, &'a CriteriaSet),
    before: Option<&'a Criterion>,
    now: Option<&'a Criterion>,
) -> Vec<Judged<'a>> {
    let of = |criterion: Option<&'a Criterion>, scheme: &str| {
        criterion.and_then(|c| c.judge.iter().find(|j| j.schemes.is_empty() || j.schemes.iter().any(|id| id == scheme)))
    };
    let mut out: Vec<Judged<'a>> = Vec::new();
    for (a, b) in scheme_pairs(sets) {
        let pair = (of(before, &a.id), of(now, &b.id));
        let same = |(_, x, y): &Judged<'a>| {
            x.map(core::ptr::from_ref) == pair.0.map(core::ptr::from_ref) && y.map(core::ptr::from_ref) == pair.1.map(core::ptr::from_ref)
        };
        if !out.iter().any(same) {
            out.push((Some(b.id.as_str()), pair.0, pair.1));
        }
    }
    if let [only] = out.as_mut_slice() {
        only.0 = None;
    }
    out
}

/// The schemes of two editions that answer each other.
pub(super) fn scheme_pairs<'a>(
    (before, now): (&'a CriteriaSet, &'a CriteriaSet),
) -> Vec<(&'a crate::criteria::Scheme, &'a crate::criteria::Scheme)> {
    let common: Vec<_> = before.schemes().iter().filter_map(|a| Some((a, now.schemes().iter().find(|b| b.id == a.id)?))).collect();
    if common.is_empty() { before.schemes().first().zip(now.schemes().first()).into_iter().collect() } else { common }
}

/// The levels at which anything differs, and every level of a criterion that only one edition has.
pub(super) fn thresholds<'a>(judged: &[Judged<'a>]) -> Vec<ThresholdDiff<'a>> {
    let mut out = Vec::new();
    for (scheme, before, now) in judged {
        let all = |judgement: &Option<&'a Judgement>| judgement.map_or(&[][..], |j| j.method.thresholds());
        let (before, now) = (all(before), all(now));
        let mut levels = BTreeSet::new();
        levels.extend(before.iter().chain(now).map(|t| t.level));
        for level in levels {
            let at = |side: &'a [Threshold]| side.iter().find(|t| t.level == level);
            let (before, now) = (at(before), at(now));
            if before != now {
                out.push(ThresholdDiff { scheme: *scheme, level, before, now });
            }
        }
    }
    out
}
