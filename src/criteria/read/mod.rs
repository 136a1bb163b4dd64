//! Stage two: from the lossless tree to the model, one finding per fault.

pub(super) mod criterion;
pub(super) mod crosswalk;
pub(super) mod expression;
pub(super) mod header;
pub(super) mod judgement;
pub(super) mod points;
pub(super) mod scheme;
pub(super) mod treatment;

use super::criterion::Criterion;
use super::header::Header;
use super::scheme::Scheme;
use crate::finding::{Code, Findings};
use crate::json::{Json, Limits, Object, Reader};
use alloc::vec::Vec;

/// The largest published set is under 400 KB; a criteria file of this size has thousands of criteria.
const LIMITS: Limits = Limits { bytes: 4 << 20, values: 400_000 };

/// Names the schema of a file for editors; it says nothing of the set or the city.
pub(crate) const SCHEMA_KEY: &str = "$schema";

/// The newest format this code reads.
pub(crate) const FORMAT: u32 = 1;

/// A file that is well formed; its meaning is not checked yet.
pub(crate) struct Draft {
    pub(crate) header: Header,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) schemes: Vec<Scheme>,
}

/// Reads bytes to a well-formed draft, or gives every finding of stages one and two.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Findings> {
    let mut r = Reader::new();
    let draft = r.file(bytes, LIMITS, file);
    r.findings.settle(draft).map(|(draft, _)| draft)
}

fn file(r: &mut Reader, json: &Json) -> Option<Draft> {
    let mut o = r.object(json)?;
    format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let header = header::header(r, &mut o);
    let criteria = o.full_list(r, "criteria", criterion::criterion);
    let schemes = o.full_list(r, "schemes", scheme::scheme);
    o.finish(r);
    Some(Draft { header: header?, criteria, schemes })
}

/// The format comes first: of a newer one nothing else can be said.
pub(crate) fn format(r: &mut Reader, o: &mut Object<'_>) -> Option<u32> {
    let found = o.required(r, "format", |r, json| r.count(json, 1, u32::MAX))?;
    if found > FORMAT {
        let finding = r.find(Code::NewerFormat).with("found", found).with("known", FORMAT);
        r.push(finding);
        return None;
    }
    Some(found)
}
