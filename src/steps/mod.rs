//! The method, in the order of criteria/FORMAT.md §3. One file per step; the steps are written over [`Number`], so that exact
//! results and fast ones follow the same rules. Explaining is a pass of its own over what the steps leave behind.
//!
//! What a source leaves open gives two answers, the lowest and the highest that any reading allows. Steps 4 to 7 run on the low
//! ones and, where something differs, on the high ones too. Nothing in them falls when an answer rises, so that every other
//! reading lies between the two.

pub(crate) mod aggregate;
pub(crate) mod attributes;
pub(crate) mod bind;
pub(crate) mod derive;
pub(crate) mod judge;
pub(crate) mod level;
pub(crate) mod missing;
mod score;
mod stand;

use crate::number::Number;
use crate::plan::LevelMask;
use aggregate::NodeScore;
use alloc::boxed::Box;
use alloc::vec::Vec;
pub(crate) use bind::Flags;
use derive::Derived;
use judge::Answer;

pub(crate) use score::score;
pub(crate) use stand::{recognised, stand};

/// Which documents count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Eye {
    /// What the city claims; reviews are ignored.
    SelfAssessed,
    /// Only what a reviewer accepted.
    Verified,
}

/// A criterion after steps 1 to 3, before documents are looked at.
#[derive(Clone, Debug)]
pub(crate) struct LeafScore<N> {
    pub(crate) state: LeafState,
    /// The value; a combination has one for each part.
    pub(crate) derived: Derived<N>,
    pub(crate) low: Answer<N>,
    pub(crate) flags: Flags,
    /// What few criteria have, kept apart so that the many stay small.
    pub(crate) more: Option<Box<More<N>>>,
}

/// What only some criteria have.
#[derive(Clone, Debug)]
pub(crate) struct More<N> {
    /// Where another reading gives more.
    pub(crate) high: Option<Answer<N>>,
    /// The value of the year that the scheme compares with.
    pub(crate) base: Derived<N>,
    /// The parts of a combination.
    pub(crate) parts: Vec<PartScore<N>>,
}

impl<N: Number> LeafScore<N> {
    fn more(&mut self) -> &mut More<N> {
        self.more.get_or_insert_with(|| Box::new(More { high: None, base: Derived::Missing, parts: Vec::new() }))
    }

    pub(crate) fn high(&self) -> Option<&Answer<N>> {
        self.more.as_ref()?.high.as_ref()
    }

    pub(crate) fn parts(&self) -> &[PartScore<N>] {
        self.more.as_ref().map_or(&[], |more| &more.parts)
    }

    /// The most points that a combination could get with the data it has.
    pub(crate) fn most_of_parts(&self) -> Option<N> {
        self.parts().iter().filter(|part| part.state == LeafState::Judged).filter_map(|part| part.most).reduce(N::add)
    }
}

/// One part of a combination.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PartScore<N> {
    pub(crate) state: LeafState,
    pub(crate) derived: Derived<N>,
    pub(crate) low: Answer<N>,
    pub(crate) high: Option<Answer<N>>,
    pub(crate) most: Option<N>,
    /// Counts only with a recognition by an authority.
    pub(crate) recognition: bool,
}

impl<N> PartScore<N> {
    pub(crate) fn high(&self) -> &Answer<N> {
        self.high.as_ref().unwrap_or(&self.low)
    }
}

/// What kind of answer a criterion has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeafState {
    NotForKind,
    Claimed,
    /// Left aside by a rule that says which points it gets.
    NotConsidered,
    Monitored,
    NoData,
    /// The arithmetic overflowed.
    Undecided,
    Judged,
}

impl LeafState {
    /// Asked at some level, with or without data.
    pub(crate) fn is_asked(self) -> bool {
        match self {
            Self::NotForKind | Self::Claimed | Self::NotConsidered | Self::Monitored => false,
            Self::NoData | Self::Undecided | Self::Judged => true,
        }
    }
}

/// Everything the steps say of a city under one eye and one reading.
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
    /// The reading that gives most: what the source leaves open holds.
    pub(crate) high: bool,
}

/// The lowest and the highest standing that any reading of the source allows.
#[derive(Clone, Debug)]
pub(crate) struct Standings<N> {
    pub(crate) low: Standing<N>,
    /// None where nothing is left open.
    pub(crate) high: Option<Standing<N>>,
}

impl<N> Standings<N> {
    pub(crate) fn high(&self) -> &Standing<N> {
        self.high.as_ref().unwrap_or(&self.low)
    }
}
