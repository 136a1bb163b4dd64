//! Two editions compared: criterion by criterion, then the rules around them.

use super::aspect::{Aspect, Change};
use super::criterion::{self, CriterionDiff};
use super::pairs::{Pairing, pairs};
use super::{agree, header};
use crate::assessment::Mark;
use crate::criteria::{CriteriaSet, CrosswalkKind};
use crate::finding::Findings;
use crate::text::Text;
use alloc::format;
use alloc::vec::Vec;

/// Everything in which two editions differ.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EditionDiff<'a> {
    /// The edition before.
    pub before: &'a CriteriaSet,
    /// The edition now.
    pub now: &'a CriteriaSet,
    /// How their criteria were put beside each other.
    pub pairing: Pairing,
    /// Every criterion of either edition, in the order of the crosswalk, else of the edition before.
    pub criteria: Vec<CriterionDiff<'a>>,
    /// Differences of the header and of the schemes. Sources, remarks and missing parts are left out: they are prose about each file.
    pub set: Vec<Change>,
    /// Where the crosswalk and the two files disagree. They are remarks: nothing is corrected by them.
    pub findings: Findings,
}

/// Compares two editions of a set, or any two sets.
///
/// Criteria are put beside each other along the crosswalk of the newer edition, or backwards; without one by equal ids, which
/// [`EditionDiff::pairing`] says.
///
/// ```
/// use dothi::{CrosswalkKind, Pairing};
/// let before = dothi::builtin::load("vn-ssc@2022").unwrap();
/// let now = dothi::builtin::load("vn-ssc@2026").unwrap();
/// let diff = dothi::diff(&before, &now);
/// assert_eq!(diff.pairing, Pairing::Crosswalk);
/// assert_eq!(diff.count(CrosswalkKind::Added), 20);
/// let clean_water = diff.criteria.iter().find(|c| c.id() == "wat-01").unwrap();
/// assert_eq!(clean_water.thresholds.len(), 3);
/// ```
#[must_use]
pub fn diff<'a>(before: &'a CriteriaSet, now: &'a CriteriaSet) -> EditionDiff<'a> {
    let mut findings = Findings::default();
    let (pairing, pairs) = pairs(before, now, &mut findings);
    let criteria: Vec<_> = pairs.into_iter().map(|pair| criterion::compare((before, now), pair)).collect();
    agree::check(&criteria, &mut findings);
    EditionDiff { before, now, pairing, criteria, set: header::changes(before, now), findings }
}

impl EditionDiff<'_> {
    /// How many criteria came to this.
    #[must_use]
    pub fn count(&self, kind: CrosswalkKind) -> usize {
        self.criteria.iter().filter(|c| c.kind == kind).count()
    }

    /// True when the two say the same in everything that is compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.set.is_empty() && self.criteria.iter().all(|c| !c.differs())
    }

    /// Differences of the set that can change a result without any change of data.
    pub fn rules(&self) -> impl Iterator<Item = &Change> {
        self.set.iter().filter(|change| change.aspect.is_rule() && change.aspect != Aspect::Units)
    }

    /// The marks of both editions; one that only one of them carries names that edition.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let (before, now) = (self.before.header().marks(), self.now.header().marks());
        let only = |mark: &Mark, of: &CriteriaSet| {
            let text = |text: &str| format!("{} ({})", text.trim_end_matches('.'), of.id());
            Mark { code: mark.code, text: Text::new(text(&mark.text.vi), text(&mark.text.en)) }
        };
        let kept = before.iter().map(|mark| if now.contains(mark) { mark.clone() } else { only(mark, self.before) });
        let added = now.iter().filter(|mark| !before.contains(mark)).map(|mark| only(mark, self.now));
        kept.chain(added).collect()
    }
}
