//! Step 1, bind: observations to criteria, with every check that needs both.

mod claims;
mod evidence;
mod labels;
mod observations;
mod period;
mod place;
mod references;

use crate::city::{CityData, Observation, Sampling};
use crate::criteria::{CriteriaSet, Role, Scheme};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::plan::Plan;
use alloc::boxed::Box;
use alloc::vec::Vec;

pub(crate) use evidence::EvidenceTally;
#[cfg(feature = "panel")]
pub(crate) use observations::domain;
pub(crate) use references::References;

/// A city bound to a plan: one entry per leaf.
pub(crate) struct Bound<'c> {
    pub(crate) leaves: Vec<BoundLeaf<'c>>,
    pub(crate) references: References<'c>,
    /// A reason why the place is not judged at all.
    pub(crate) out_of_scope: bool,
    /// At least one document has been reviewed.
    pub(crate) reviewed: bool,
}

/// What is known of one criterion.
#[derive(Default)]
pub(crate) struct BoundLeaf<'c> {
    pub(crate) applies: Applies<'c>,
    pub(crate) first: BoundPoint<'c>,
    /// Data points after the first, once one of them has data.
    pub(crate) others: Box<[BoundPoint<'c>]>,
    pub(crate) flags: Flags,
    pub(crate) sampling: Option<Sampling>,
    pub(crate) evidence: EvidenceTally,
}

impl<'c> BoundLeaf<'c> {
    /// A data point, counted as in the criterion; none = no data.
    pub(crate) fn point(&self, at: usize) -> Option<&BoundPoint<'c>> {
        at.checked_sub(1).map_or(Some(&self.first), |other| self.others.get(other))
    }

    /// A data point to be filled in, of a criterion that has so many after the first.
    fn point_mut(&mut self, at: usize, others: usize) -> Option<&mut BoundPoint<'c>> {
        let Some(other) = at.checked_sub(1) else { return Some(&mut self.first) };
        if self.others.is_empty() {
            self.others = (0..others).map(|_| BoundPoint::default()).collect();
        }
        self.others.get_mut(other)
    }

    /// Every data point that has data.
    pub(crate) fn points(&self) -> impl Iterator<Item = &BoundPoint<'c>> {
        core::iter::once(&self.first).chain(self.others.iter())
    }

    /// The observations of the period judged.
    pub(crate) fn observations(&self) -> impl Iterator<Item = &'c Observation> + '_ {
        self.points().flat_map(|point| point.parts.iter()).flat_map(|part| part.by_role).flatten()
    }
}

/// What is known of one data point.
#[derive(Default)]
pub(crate) struct BoundPoint<'c> {
    /// One entry per part of the place; empty = no data.
    pub(crate) parts: PartList<'c>,
    /// The period judged; of mixed ones the latest.
    pub(crate) period: Option<Date>,
    /// The same inputs in other years that something looks at.
    pub(crate) years: Box<[(Date, PartList<'c>)]>,
}

impl<'c> BoundPoint<'c> {
    /// The inputs of a period.
    pub(crate) fn at(&self, period: Date) -> Option<&PartList<'c>> {
        if self.period == Some(period) {
            return Some(&self.parts);
        }
        self.years.iter().find(|(year, _)| *year == period).map(|(_, parts)| parts)
    }
}

/// Whether the criterion is asked of the place.
#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) enum Applies<'c> {
    #[default]
    Yes,
    /// The set does not ask it of this kind of place.
    NotForKind,
    /// The city claims that it cannot exist there, and says why.
    Claimed(&'c str),
    /// A rule of the scheme leaves it aside: an index into its list.
    NotConsidered(usize),
}

/// The chosen observations of one part, by role.
#[derive(Clone, Copy, Default)]
pub(crate) struct PartInputs<'c> {
    pub(crate) by_role: [Option<&'c Observation>; 3],
}

/// Parts of a place. Nearly every criterion has none or one, so one is kept in place.
#[derive(Default)]
pub(crate) enum PartList<'c> {
    #[default]
    Empty,
    One([PartInputs<'c>; 1]),
    Many(Vec<PartInputs<'c>>),
}

impl<'c> PartList<'c> {
    pub(crate) fn push(&mut self, part: PartInputs<'c>) {
        *self = match core::mem::take(self) {
            Self::Empty => Self::One([part]),
            Self::One([first]) => Self::Many(alloc::vec![first, part]),
            Self::Many(mut all) => {
                all.push(part);
                Self::Many(all)
            }
        };
    }
}

impl<'c> core::ops::Deref for PartList<'c> {
    type Target = [PartInputs<'c>];
    fn deref(&self) -> &Self::Target {
        match self {
            Self::Empty => &[],
            Self::One(one) => one,
            Self::Many(all) => all,
        }
    }
}

impl<'c> PartInputs<'c> {
    pub(crate) fn get(&self, role: Role) -> Option<&'c Observation> {
        self.by_role.get(role as usize).copied().flatten()
    }
}

/// What was done to a value on its way, said in the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u16);

impl Flags {
    pub(crate) const MIXED_PERIODS: Self = Self(1);
    pub(crate) const CLAMPED: Self = Self(2);
    pub(crate) const ATTRIBUTE_ABSENT: Self = Self(4);
    pub(crate) const PARTS_SUMMED: Self = Self(8);
    pub(crate) const WORST_PART: Self = Self(16);
    pub(crate) const SELF_SELECTED: Self = Self(32);
    pub(crate) const ZERO_FOR_MISSING: Self = Self(64);
    pub(crate) const EXCLUDED: Self = Self(128);
    pub(crate) const RELIEF: Self = Self(256);
    pub(crate) const LEFT_OPEN: Self = Self(512);

    /// Names in alphabetical order.
    const NAMES: [(Self, &'static str); 10] = [
        (Self::ATTRIBUTE_ABSENT, "attribute_absent"),
        (Self::CLAMPED, "clamped"),
        (Self::EXCLUDED, "excluded"),
        (Self::LEFT_OPEN, "left_open"),
        (Self::MIXED_PERIODS, "mixed_periods"),
        (Self::PARTS_SUMMED, "parts_summed"),
        (Self::RELIEF, "relief"),
        (Self::SELF_SELECTED, "self_selected"),
        (Self::WORST_PART, "worst_part"),
        (Self::ZERO_FOR_MISSING, "zero_for_missing"),
    ];

    /// Every name.
    #[cfg(feature = "schema")]
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().map(|(_, name)| name)
    }

    pub(crate) fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.into_iter().filter(move |(flag, _)| self.0 & flag.0 != 0).map(|(_, name)| name)
    }
}

/// Binds a city to a plan.
pub(crate) fn bind<'c>(rules: (&CriteriaSet, &Scheme, &Plan), city: &'c CityData, as_of: Date, findings: &mut Findings) -> Bound<'c> {
    let (set, scheme, plan) = rules;
    if !as_of.is_day() {
        findings.push(Finding::at(Code::CityAsOf, "").with("value", as_of));
    }
    let references = references::bind(set, plan, city, findings);
    let mut bound = Bound { leaves: Vec::new(), references, out_of_scope: false, reviewed: false };
    bound.leaves.resize_with(plan.leaves.len(), BoundLeaf::default);
    place::bind(set, scheme, plan, city, &mut bound, findings);
    let mut named = labels::Named::new(set);
    let base = scheme.compare_with.as_ref().map(|with| with.year);
    observations::bind(plan, city, (as_of, base), &mut bound, &mut named, findings);
    claims::bind(plan, city, &mut bound, &mut named, findings);
    evidence::bind(plan, city, as_of, &mut bound, &mut named, findings);
    bound
}

/// The finding for an id that the set does not have, with the nearest one it has.
fn unknown_criterion(set: &CriteriaSet, place: crate::finding::Place, id: &str) -> Finding {
    let near = set.criteria().iter().find(|c| id.len() <= 64 && same_but_for_typing(&c.id, id));
    let hint = near.map_or_else(alloc::string::String::new, |c| alloc::format!(" (`{}`?)", c.id));
    Finding::new(Code::CityUnknownCriterion, place).with("id", id).with("set", set.id()).with("hint", hint)
}

/// True when two ids differ only in case, separators and leading zeros of a number.
fn same_but_for_typing(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> alloc::string::String {
        let lower = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase());
        let mut out = alloc::string::String::new();
        for c in lower {
            let after_digit = out.ends_with(|d: char| d.is_ascii_digit());
            if c != '0' || after_digit {
                out.push(c);
            }
        }
        out
    };
    plain(a) == plain(b)
}
