//! What is known of the places of a panel besides their figures.

use crate::panel::mask::Mask;

/// The groups that places belong to, and places that are shown without a rank. Nothing need be known.
#[derive(Clone, Debug, Default)]
pub struct Peers<'p> {
    pub(super) groups: Option<&'p [Option<&'p str>]>,
    pub(super) unranked: Mask<'p>,
}

impl<'p> Peers<'p> {
    /// The group of each place, as its region; none where it has none.
    #[must_use]
    pub fn with_groups(mut self, groups: &'p [Option<&'p str>]) -> Self {
        self.groups = Some(groups);
        self
    }

    /// Places that are not ranked whatever their figures, and from which nothing is computed for others.
    #[must_use]
    pub fn with_unranked(mut self, unranked: Mask<'p>) -> Self {
        self.unranked = unranked;
        self
    }

    pub(super) fn group(&self, row: usize) -> Option<&'p str> {
        self.groups?.get(row).copied().flatten()
    }
}
