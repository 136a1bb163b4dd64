//! Two criteria beside each other.

use super::aspect::{Aspect, Change};
use super::pairs::Pair;
use super::thresholds::{ThresholdDiff, judged, scheme_pairs, thresholds};
use super::values::{Shown, differences};
use crate::criteria::{Child, CriteriaSet, Criterion, CrosswalkKind, Judgement, Node, Scheme};
use crate::number::Dec;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;
use serde_json::Value;

/// What became of a criterion.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CriterionDiff<'a> {
    /// The criterion in the edition before.
    pub before: Option<&'a Criterion>,
    /// The criterion now.
    pub now: Option<&'a Criterion>,
    /// What became of it: as the crosswalk says, else as found.
    pub kind: CrosswalkKind,
    /// True when the crosswalk says so.
    pub declared: bool,
    /// The crosswalk's remark, in English.
    pub note: Option<&'a str>,
    /// Levels whose thresholds differ; all levels of a criterion that only one edition has.
    pub thresholds: Vec<ThresholdDiff<'a>>,
    /// Everything else that differs; empty where only one edition has the criterion.
    pub changes: Vec<Change>,
    /// Its row in the crosswalk.
    pub(super) row: Option<usize>,
}

impl CriterionDiff<'_> {
    /// The id now, else before.
    #[must_use]
    pub fn id(&self) -> &str {
        self.now.or(self.before).map_or("", |c| c.id.as_str())
    }

    /// True when what a level asks differs.
    #[must_use]
    pub fn asks_differ(&self) -> bool {
        self.thresholds.iter().any(ThresholdDiff::asks_differ)
    }

    /// True when the two sides differ at all.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.before.is_none() || self.now.is_none() || !self.thresholds.is_empty() || !self.changes.is_empty()
    }

    /// True when something of this aspect differs.
    #[must_use]
    pub fn has(&self, aspect: Aspect) -> bool {
        self.changes.iter().any(|change| change.aspect == aspect)
    }

    /// What became of it as the two files show it.
    pub(super) fn found(&self) -> CrosswalkKind {
        match (self.before, self.now) {
            (None, _) => CrosswalkKind::Added,
            (_, None) => CrosswalkKind::Dropped,
            _ if self.asks_differ() => CrosswalkKind::ThresholdChanged,
            _ if self.has(Aspect::Id) || self.has(Aspect::Title) => CrosswalkKind::Renamed,
            _ => CrosswalkKind::Same,
        }
    }
}

pub(super) fn compare<'a>(sets: (&'a CriteriaSet, &'a CriteriaSet), pair: Pair<'a>) -> CriterionDiff<'a> {
    let Pair { before, now, kind, note, row } = pair;
    let judged = judged(sets, before, now);
    let mut changes = Vec::new();
    if let (Some(before), Some(now)) = (before, now) {
        own(before, now, &mut changes);
        for (scheme, before, now) in &judged {
            methods(*scheme, before.zip(*now), &mut changes);
        }
        places(sets, before, now, &mut changes);
    }
    let thresholds = thresholds(&judged);
    let mut out = CriterionDiff { before, now, kind: CrosswalkKind::Same, declared: kind.is_some(), note, thresholds, changes, row };
    out.kind = kind.unwrap_or_else(|| out.found());
    out
}

/// What the criterion itself says, but how it is judged.
fn own(before: &Criterion, now: &Criterion, out: &mut Vec<Change>) {
    if before.id != now.id {
        let side = |c: &Criterion| Some(Shown::of(&c.id));
        out.push(Change { aspect: Aspect::Id, path: "id".into(), before: side(before), now: side(now) });
    }
    let found = differences(&without(before, &["id", "judge"]), &without(now, &["id", "judge"]));
    let changes: Vec<Change> = found.into_iter().map(|found| Change::new(Aspect::of_criterion(&found.path), found)).collect();
    // The input of a yes/no question or of steps has the question for its title: that is said once.
    let question = changes.iter().find(|change| change.aspect == Aspect::Question).cloned();
    let is_question =
        |c: &Change| c.aspect == Aspect::Data && question.as_ref().is_some_and(|q| (&q.before, &q.now) == (&c.before, &c.now));
    out.extend(changes.into_iter().filter(|change| !is_question(change)));
}

/// The method and its parameters, thresholds aside.
fn methods(scheme: Option<&str>, pair: Option<(&Judgement, &Judgement)>, out: &mut Vec<Change>) {
    let Some((before, now)) = pair else { return };
    for mut found in differences(&without(&before.method, &["thresholds"]), &without(&now.method, &["thresholds"])) {
        found.path = scheme.map_or_else(|| found.path.clone(), |id| alloc::format!("{id}/{}", found.path));
        out.push(Change::new(Aspect::Method, found));
    }
}

/// Where it stands in the trees.
fn places(sets: (&CriteriaSet, &CriteriaSet), before: &Criterion, now: &Criterion, out: &mut Vec<Change>) {
    for (a, b) in scheme_pairs(sets) {
        for mut found in differences(&place(a, &before.id), &place(b, &now.id)) {
            found.path = alloc::format!("{}/{}", b.id, found.path);
            out.push(Change::new(Aspect::Place, found));
        }
    }
}

#[derive(Serialize)]
struct Place {
    group: Option<String>,
    weight: Option<Dec>,
    max_points: Option<Dec>,
}

fn place(scheme: &Scheme, id: &str) -> Option<Place> {
    below(&scheme.tree, id)
}

fn below(node: &Node, id: &str) -> Option<Place> {
    node.children.iter().find_map(|child| match child {
        Child::Leaf { criterion, weight, max_points } if criterion == id => {
            Some(Place { group: node.group.clone(), weight: *weight, max_points: *max_points })
        }
        Child::Leaf { .. } => None,
        Child::Group(inner) => below(inner, id),
    })
}

/// A value as JSON without some of its keys.
pub(super) fn without(value: &impl Serialize, keys: &[&str]) -> Value {
    let mut value = serde_json::to_value(value).unwrap_or_default();
    if let Value::Object(members) = &mut value {
        members.retain(|key, _| !keys.contains(&key.as_str()));
    }
    value
}
