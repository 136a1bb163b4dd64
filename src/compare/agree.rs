//! Whether what a crosswalk says is what the two files show.

use super::aspect::Aspect;
use super::criterion::CriterionDiff;
use crate::criteria::CrosswalkKind;
use crate::finding::{Code, Finding, Findings};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn check(criteria: &[CriterionDiff<'_>], findings: &mut Findings) {
    for criterion in criteria.iter().filter(|c| c.declared && c.before.is_some() && c.now.is_some()) {
        let code = match criterion.kind {
            CrosswalkKind::Same | CrosswalkKind::Renamed if criterion.asks_differ() => Code::CrosswalkUnsaid,
            CrosswalkKind::ThresholdChanged if !criterion.asks_differ() => Code::CrosswalkNotFound,
            CrosswalkKind::Renamed if !criterion.has(Aspect::Id) && !criterion.has(Aspect::Title) => Code::CrosswalkNotFound,
            _ => continue,
        };
        let place = criterion.row.map(|row| format!("/crosswalk/rows/{row}/kind")).unwrap_or_default();
        let finding = Finding::at(code, place).with("id", criterion.id()).with("kind", criterion.kind.as_str());
        findings.push(finding.with("found", found(criterion)));
    }
}

/// What does differ: levels, then other keys.
fn found(criterion: &CriterionDiff<'_>) -> String {
    let levels: Vec<String> = criterion.thresholds.iter().filter(|t| t.asks_differ()).map(|t| t.level.to_string()).collect();
    let mut parts = Vec::new();
    if !levels.is_empty() {
        parts.push(format!("thresholds/{}", levels.join(",")));
    }
    let mut keys: Vec<&str> = criterion.changes.iter().filter_map(|change| change.path.split('/').next()).collect();
    keys.dedup();
    parts.extend(keys.into_iter().map(String::from));
    if parts.is_empty() { "–".into() } else { parts.join(", ") }
}
