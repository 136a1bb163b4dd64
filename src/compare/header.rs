//! The rules around the criteria: header and schemes.

use super::aspect::{Aspect, Change};
use super::criterion::without;
use super::thresholds::scheme_pairs;
use super::values::{Shown, differences};
use crate::criteria::{Child, CriteriaSet, Node, Scheme};
use alloc::format;
use alloc::vec::Vec;
use serde_json::{Map, Value};

pub(super) fn changes(before: &CriteriaSet, now: &CriteriaSet) -> Vec<Change> {
    let header = |set: &CriteriaSet| without(set.header(), &["sources", "notes", "missing_parts", "crosswalk"]);
    let found = differences(&header(before), &header(now)).into_iter();
    let mut out: Vec<Change> = found.filter_map(|found| Some(Change::new(Aspect::of_header(&found.path)?, found))).collect();
    // Units that only one edition has are those of its own criteria.
    out.retain(|change| change.aspect != Aspect::Units || (change.before.is_some() && change.now.is_some()));
    let pairs = scheme_pairs((before, now));
    for (a, b) in &pairs {
        for mut found in differences(&scheme(a), &scheme(b)) {
            let aspect = Aspect::of_scheme(&found.path);
            found.path = format!("{}/{}", b.id, found.path);
            out.push(Change::new(aspect, found));
        }
    }
    let title = |scheme: &Scheme| Some(Shown::of(&scheme.title));
    let one_sided = |scheme: &Scheme, before, now| Change { aspect: Aspect::Scheme, path: scheme.id.clone(), before, now };
    out.extend(before.schemes().iter().filter(|s| !pairs.iter().any(|(a, _)| a.id == s.id)).map(|s| one_sided(s, title(s), None)));
    out.extend(now.schemes().iter().filter(|s| !pairs.iter().any(|(_, b)| b.id == s.id)).map(|s| one_sided(s, None, title(s))));
    out
}

/// A scheme with the groups of its tree by id, without their criteria.
fn scheme(scheme: &Scheme) -> Value {
    let mut value = without(scheme, &["tree"]);
    let mut nodes = Map::new();
    gather(&scheme.tree, &mut nodes);
    if let Value::Object(members) = &mut value {
        members.insert("tree".into(), Value::Object(nodes));
    }
    value
}

fn gather(node: &Node, out: &mut Map<alloc::string::String, Value>) {
    out.insert(node.group.clone().unwrap_or_else(|| "root".into()), without(node, &["children"]));
    for child in &node.children {
        if let Child::Group(inner) = child {
            gather(inner, out);
        }
    }
}
