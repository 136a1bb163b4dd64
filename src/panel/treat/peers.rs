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

    /// How many places regions are given for, if they are.
    pub(in crate::panel) fn regions_given(&self) -> Option<usize> {
        self.regions.map(<[_]>::len)
    }

    /// The same of some of the rows, whose regions are these.
    pub(in crate::panel) fn of_rows<'o>(&self, rows: &[usize], regions: &'o [Option<&'o str>]) -> Peers<'o> {
        let unranked = rows.iter().enumerate().filter(|(_, row)| self.unranked.get(**row)).map(|(at, _)| at);
        Peers { regions: self.regions.map(|_| regions), unranked: Mask::of_rows(rows.len(), unranked) }
    }

    pub(in crate::panel) fn region(&self, row: usize) -> Option<&'p str> {
        self.regions?.get(row).copied().flatten()
    }
}
