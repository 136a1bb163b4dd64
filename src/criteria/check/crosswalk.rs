//! A crosswalk names every criterion of its edition once and says of each what can be said.

use super::ids::ids;
use crate::criteria::crosswalk::{Crosswalk, CrosswalkKind};
use crate::criteria::read::Draft;
use crate::finding::{Code, Finding, Findings};
use crate::json::is_id;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let header = &draft.header;
    let Some(crosswalk) = &header.crosswalk else { return };
    if !is_reference(&crosswalk.from) || crosswalk.from == header.id() {
        findings.push(Finding::at(Code::CrosswalkFrom, "/crosswalk/from").with("value", &crosswalk.from));
    }
    let known = ids(draft.criteria.iter().map(|c| c.id.as_str()));
    rows(crosswalk, &known, findings);
    let named = ids(crosswalk.rows.iter().filter_map(|row| row.now.as_deref()));
    for criterion in draft.criteria.iter().filter(|c| !named.contains(c.id.as_str())) {
        findings.push(Finding::at(Code::CrosswalkIncomplete, "/crosswalk/rows").with("id", &criterion.id));
    }
}

fn rows(crosswalk: &Crosswalk, known: &BTreeSet<&str>, findings: &mut Findings) {
    let (mut before, mut now) = (BTreeMap::new(), BTreeMap::new());
    for (i, row) in crosswalk.rows.iter().enumerate() {
        let here = format!("/crosswalk/rows/{i}");
        let doubled = |key: &str, id: &str, first: usize| {
            Finding::at(Code::DoubledId, format!("{here}/{key}")).with("id", id).with("first", format!("/crosswalk/rows/{first}"))
        };
        if row.before.is_some() != row.kind.has_before() || row.now.is_some() != row.kind.has_now() {
            findings.push(Finding::at(Code::CrosswalkRow, &here).with("kind", row.kind.as_str()).with("needed", needed(row.kind)));
        }
        if let Some(id) = &row.before
            && let Some((first, _)) = before.insert(id, (i, row.kind))
        {
            findings.push(doubled("before", id, first));
        }
        let Some(id) = &row.now else { continue };
        if !known.contains(id.as_str()) {
            findings.push(super::ids::unknown(format!("{here}/now"), ("tiêu chí", "criterion"), id));
        }
        // Several criteria may have become one.
        if let Some((first, kind)) = now.insert(id, (i, row.kind))
            && !(kind == CrosswalkKind::Merged && row.kind == CrosswalkKind::Merged)
        {
            findings.push(doubled("now", id, first));
        }
    }
}

fn needed(kind: CrosswalkKind) -> &'static str {
    match (kind.has_before(), kind.has_now()) {
        (true, true) => "`before`, `now`",
        (true, false) => "`before`",
        (false, _) => "`now`",
    }
}

/// True for `set@edition-urevision`.
fn is_reference(text: &str) -> bool {
    let parts = text.split_once('@').and_then(|(set, rest)| Some((set, rest.rsplit_once("-u")?)));
    parts.is_some_and(|(set, (edition, revision))| is_id(set) && is_id(edition) && revision.parse::<u32>().is_ok_and(|n| n > 0))
}
