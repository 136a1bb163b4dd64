//! Lists of tests of a place: each attribute is tested once, since all must hold.

use super::ids::unique;
use crate::criteria::read::Draft;
use crate::finding::Findings;
use alloc::string::ToString;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    crate::criteria::places::tests(&draft.criteria, &draft.schemes, &mut |here, when| {
        unique(here, when.iter().map(|test| test.attribute().to_string()), findings);
    });
}
