//! Which criterion of one edition stands beside which of the other.

use crate::criteria::{CriteriaSet, Criterion, Crosswalk, CrosswalkKind};
use crate::finding::{Code, Finding, Findings};
use crate::text::{Lang, pick};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

/// How the criteria of two editions were put beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pairing {
    /// Along the crosswalk of the newer edition.
    Crosswalk,
    /// Along the crosswalk of the edition named first, backwards.
    CrosswalkBackwards,
    /// By equal ids: neither has a crosswalk to the other.
    EqualIds,
}

impl Pairing {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Crosswalk => "crosswalk",
            Self::CrosswalkBackwards => "crosswalk_backwards",
            Self::EqualIds => "equal_ids",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Crosswalk => pick(lang, "theo bảng đối chiếu phiên bản", "along the crosswalk"),
            Self::CrosswalkBackwards => pick(lang, "theo bảng đối chiếu phiên bản, chiều ngược", "along the crosswalk, backwards"),
            Self::EqualIds => pick(lang, "theo mã trùng nhau, vì không có bảng đối chiếu", "by equal ids, as there is no crosswalk"),
        }
    }
}

/// Two criteria, or one that has no counterpart.
pub(super) struct Pair<'a> {
    pub(super) before: Option<&'a Criterion>,
    pub(super) now: Option<&'a Criterion>,
    /// What the crosswalk says became of it.
    pub(super) kind: Option<CrosswalkKind>,
    pub(super) note: Option<&'a str>,
    /// Its row in the crosswalk.
    pub(super) row: Option<usize>,
}

/// The criteria of two editions in pairs, and what does not fit in the crosswalk.
pub(super) fn pairs<'a>(before: &'a CriteriaSet, now: &'a CriteriaSet, findings: &mut Findings) -> (Pairing, Vec<Pair<'a>>) {
    let leads = |from: &CriteriaSet, to: &'a CriteriaSet| to.header().crosswalk.as_ref().filter(|c| c.from == from.id());
    if let Some(crosswalk) = leads(before, now) {
        return (Pairing::Crosswalk, along(crosswalk, before, now, findings));
    }
    if let Some(crosswalk) = leads(now, before) {
        let mut pairs = along(crosswalk, now, before, findings);
        pairs.iter_mut().for_each(turn);
        return (Pairing::CrosswalkBackwards, pairs);
    }
    for (set, other) in [(now, before), (before, now)] {
        // Of a file compared with itself nobody expects a crosswalk.
        if let Some(crosswalk) = set.header().crosswalk.as_ref().filter(|_| set.id() != other.id()) {
            let finding = Finding::at(Code::CrosswalkOtherFile, "/crosswalk/from").with("set", set.id());
            findings.push(finding.with("from", &crosswalk.from).with("other", other.id()));
        }
    }
    (Pairing::EqualIds, by_id(before, now))
}

fn along<'a>(crosswalk: &'a Crosswalk, before: &'a CriteriaSet, now: &'a CriteriaSet, findings: &mut Findings) -> Vec<Pair<'a>> {
    let mut out = Vec::new();
    let mut named = BTreeSet::new();
    for (i, row) in crosswalk.rows.iter().enumerate() {
        let criterion = row.before.as_deref().and_then(|id| before.criterion(id));
        if let (Some(id), None) = (&row.before, criterion) {
            let place = format!("/crosswalk/rows/{i}/before");
            findings.push(Finding::at(Code::CrosswalkUnknownBefore, place).with("id", id).with("set", before.id()));
        }
        named.extend(criterion.map(|c| c.id.as_str()));
        let now = row.now.as_deref().and_then(|id| now.criterion(id));
        if criterion.is_some() || now.is_some() {
            // A row whose id leads nowhere says nothing of what became of it.
            let kind = (criterion.is_some() == row.before.is_some()).then_some(row.kind);
            out.push(Pair { before: criterion, now, kind, note: row.note.as_deref(), row: Some(i) });
        }
    }
    for criterion in before.criteria().iter().filter(|c| !named.contains(c.id.as_str())) {
        findings.push(Finding::at(Code::CrosswalkNotNamed, "/crosswalk/rows").with("id", &criterion.id).with("set", before.id()));
        out.push(Pair { before: Some(criterion), now: None, kind: None, note: None, row: None });
    }
    out
}

/// The same pair seen from the other edition.
fn turn(pair: &mut Pair<'_>) {
    core::mem::swap(&mut pair.before, &mut pair.now);
    pair.kind = pair.kind.map(|kind| match kind {
        CrosswalkKind::Added => CrosswalkKind::Dropped,
        CrosswalkKind::Dropped => CrosswalkKind::Added,
        other => other,
    });
}

fn by_id<'a>(before: &'a CriteriaSet, now: &'a CriteriaSet) -> Vec<Pair<'a>> {
    let pair = |before: Option<&'a Criterion>, now: Option<&'a Criterion>| Pair { before, now, kind: None, note: None, row: None };
    let kept = before.criteria().iter().map(|c| pair(Some(c), now.criterion(&c.id)));
    let added = now.criteria().iter().filter(|c| before.criterion(&c.id).is_none()).map(|c| pair(None, Some(c)));
    kept.chain(added).collect()
}
