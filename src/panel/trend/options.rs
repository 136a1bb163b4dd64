//! What is asked of a trend.

use super::breaks::BoundaryBreak;
use super::peers::PeerBy;
use crate::assessment::Mark;
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::panel::{PlacePanel, Ties};
use alloc::string::String;
use alloc::vec::Vec;

/// What is asked of a trend.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct TrendOptions<'b> {
    /// First period; none = the first there is.
    pub from: Option<Date>,
    /// Last period; none = the last there is.
    pub to: Option<Date>,
    /// Which ranks equal scores get.
    pub ties: Ties,
    /// How places are put into peer groups.
    pub peers: Option<PeerBy>,
    /// Only targets with this horizon; none = every horizon that is a year.
    pub target_year: Option<u16>,
    /// Known changes of borders.
    pub breaks: Vec<BoundaryBreak>,
    /// Marks of the lists that `breaks` come from.
    pub break_marks: Vec<Mark>,
    /// Whoever hands in the data declares that the figures of all periods are of the same borders, and how that was done.
    pub like_for_like: Option<String>,
    /// Earlier periods that were judged by another edition.
    pub before: Option<(&'b CriteriaSet, &'b PlacePanel)>,
}

impl<'b> TrendOptions<'b> {
    /// Only the periods from one to another; either may be left out.
    #[must_use]
    pub fn with_periods(mut self, from: Option<Date>, to: Option<Date>) -> Self {
        (self.from, self.to) = (from, to);
        self
    }

    /// Which ranks equal scores get.
    #[must_use]
    pub fn with_ties(mut self, ties: Ties) -> Self {
        self.ties = ties;
        self
    }

    /// Puts places into peer groups.
    #[must_use]
    pub fn with_peers(mut self, peers: PeerBy) -> Self {
        self.peers = Some(peers);
        self
    }

    /// Only targets with this horizon.
    #[must_use]
    pub fn with_target_year(mut self, year: u16) -> Self {
        self.target_year = Some(year);
        self
    }

    /// Takes known changes of borders into account, with the marks of the lists they come from.
    #[must_use]
    pub fn with_breaks(mut self, breaks: Vec<BoundaryBreak>, marks: Vec<Mark>) -> Self {
        (self.breaks, self.break_marks) = (breaks, marks);
        self
    }

    /// Declares that the figures of all periods were brought to the same borders, in words that stand with every result.
    #[must_use]
    pub fn with_like_for_like(mut self, how: impl Into<String>) -> Self {
        self.like_for_like = Some(how.into());
        self
    }

    /// Puts periods that another edition judged before those of the panel.
    #[must_use]
    pub fn with_before(mut self, set: &'b CriteriaSet, panel: &'b PlacePanel) -> Self {
        self.before = Some((set, panel));
        self
    }
}
