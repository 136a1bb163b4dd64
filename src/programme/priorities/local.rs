//! Priorities that a place declares for itself.

use crate::assessment::Assessment;
use crate::criteria::{SCHEMA_KEY, read_format};
use crate::finding::{Code, Finding, Findings};
use crate::json::{Json, Reader};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

/// Criteria or groups that a place puts first, the most important one first.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LocalPriorities {
    /// Made up for teaching and tests.
    pub fictional: bool,
    /// In order.
    pub priorities: Vec<LocalPriority>,
}

/// One declared priority.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalPriority {
    /// Id of a criterion or a group.
    pub of: String,
    /// Why, or where it was decided.
    pub reason: String,
}

impl LocalPriorities {
    /// Reads declared priorities: `{"format": 1, "fictional"?, "priorities": [{"of", "reason"}]}`, the first being the most important.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, an id that is neither a criterion nor a group of the scheme (`priority.unknown`), one that stands
    /// twice (`priority.doubled`).
    pub fn from_json(bytes: &[u8], of: &Assessment<'_>) -> Result<(Self, Findings), Findings> {
        crate::programme::milestones::read(bytes, |r, json| read(r, json, of))
    }
}

fn read(r: &mut Reader, json: &Json, of: &Assessment<'_>) -> Option<LocalPriorities> {
    let mut o = r.object(json)?;
    read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let priorities = o.full_list(r, "priorities", |r, j| {
        let mut o = r.object(j)?;
        let of = o.required(r, "of", Reader::id);
        let reason = o.required(r, "reason", Reader::string);
        o.finish(r);
        Some(LocalPriority { of: of?, reason: reason? })
    });
    o.finish(r);
    let tree = &of.scheme().tree;
    let mut seen = BTreeSet::new();
    for (at, own) in priorities.iter().enumerate() {
        let place = || alloc::format!("/priorities/{at}/of");
        if !tree.holds(&own.of) && crate::programme::tree::group(tree, &own.of).is_none() {
            r.push(Finding::at(Code::PriorityUnknown, place()).with("id", &own.of));
        }
        if !seen.insert(own.of.as_str()) {
            r.push(Finding::at(Code::PriorityTwice, place()).with("id", &own.of));
        }
    }
    Some(LocalPriorities { fictional, priorities })
}
