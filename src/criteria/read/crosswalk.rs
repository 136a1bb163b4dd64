//! Reads the crosswalk.

use crate::criteria::crosswalk::{Crosswalk, CrosswalkKind, CrosswalkRow};
use crate::json::{Json, Reader};

pub(super) fn crosswalk(r: &mut Reader, json: &Json) -> Option<Crosswalk> {
    let mut o = r.object(json)?;
    let from = o.required(r, "from", Reader::string);
    let rows = o.full_list(r, "rows", row);
    o.finish(r);
    Some(Crosswalk { from: from?, rows })
}

fn row(r: &mut Reader, json: &Json) -> Option<CrosswalkRow> {
    let mut o = r.object(json)?;
    let before = o.optional(r, "before", Reader::id);
    let now = o.optional(r, "now", Reader::id);
    let kind = o.required(r, "kind", |r, j| r.choice(j, CrosswalkKind::WORDS));
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(CrosswalkRow { before, now, kind: kind?, note })
}
