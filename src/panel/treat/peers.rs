//! What is known of the places of a panel besides their figures.

use crate::panel::mask::Mask;

/// The regions that places belong to, and places that are shown without a rank. Nothing need be known.
#[derive(Clone, Debug, Default)]
pub struct Peers<'p> {
    pub(super) regions: Option<&'p [Option<&'p str>]>,
    pub(super) unranked: Mask<'p>,
}

impl<'p> Peers<'p> {
    /// The region of each place, or any other group of its kind; none where it has none.
    #[must_use]
    pub fn with_regions(mut self, regions: &'p [Option<&'p str>]) -> Self {
        self.regions = Some(regions);
        self
    }

    /// Places that are not ranked whatever their figures, and from which nothing is computed for others.
    #[must_use]
    pub fn with_unranked(mut self, unranked: Mask<'p>) -> Self {
        self.unranked = unranked;
        self
    }

    pub(super) fn region(&self, row: usize) -> Option<&'p str> {
        self.regions?.get(row).copied().flatten()
    }
}
