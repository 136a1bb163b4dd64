//! The place itself, and what is said of the data as a whole.

use super::MergePart;
use super::entry::{MergeEntry, MergeKind, MergeSubject};
use super::sides::{Fields, Side, compare, groups};
use crate::city::{CityData, Member};
use crate::text::Text;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const PLACE: &Fields<CityData> = &[
    ("code", |c| Some(c.unit.code.clone())),
    ("name_vi", |c| Some(c.unit.name.vi.clone())),
    ("name_en", |c| c.unit.name.en.clone()),
    ("kind", |c| Some(c.unit.kind.as_str().into())),
    ("parent", |c| c.unit.parent.clone()),
    ("region", |c| c.unit.region.clone()),
    ("urban_class", |c| c.unit.urban_class.clone()),
    ("centrally_run", |c| c.unit.centrally_run.map(yes_no)),
    ("heritage", |c| c.unit.heritage.map(yes_no)),
    ("special_factors", |c| c.unit.special_factors.map(yes_no)),
    ("declared_urban", |c| c.unit.declared_urban.map(yes_no)),
    ("valid_from", |c| c.unit.valid_from.map(|date| date.to_string())),
    ("period", |c| c.period.map(|date| date.to_string())),
];

const MEMBER: &Fields<Member> = &[("name", |member| Some(member.name.clone()))];

fn yes_no(flag: bool) -> String {
    if flag { "yes" } else { "no" }.into()
}

fn said(note: &Text) -> (&str, &str) {
    (&note.vi, &note.en)
}

/// The place without its lists; none where there are no files.
pub(super) fn merged(parts: &[MergePart<'_>], entries: &mut Vec<MergeEntry>) -> Option<CityData> {
    let sides: Vec<_> = parts.iter().map(|part| Side { file: part.file, place: part.city.origin.place(), item: part.city }).collect();
    compare(&MergeSubject::of("unit"), &sides, PLACE, |_, _, _| false, entries);
    let mut out = sides.first()?.item.clone();
    let mut noted: BTreeSet<(&str, &str)> = sides.first()?.item.notes.iter().map(said).collect();
    for Side { item: other, .. } in sides.iter().skip(1) {
        let (mine, others) = (&mut out.unit, &other.unit);
        let texts = [
            (&mut mine.name.en, &others.name.en),
            (&mut mine.parent, &others.parent),
            (&mut mine.region, &others.region),
            (&mut mine.urban_class, &others.urban_class),
        ];
        for (mine, others) in texts {
            if mine.is_none() {
                mine.clone_from(others);
            }
        }
        mine.centrally_run = mine.centrally_run.or(others.centrally_run);
        mine.heritage = mine.heritage.or(others.heritage);
        mine.special_factors = mine.special_factors.or(others.special_factors);
        mine.declared_urban = mine.declared_urban.or(others.declared_urban);
        mine.valid_from = mine.valid_from.or(others.valid_from);
        out.period = out.period.or(other.period);
        out.fictional |= other.fictional;
        out.notes.extend(other.notes.iter().filter(|note| noted.insert(said(note))).cloned());
    }
    out.unit.members = members(parts, entries);
    out.prepared_by = authors(&sides, entries);
    if sides.iter().any(|side| side.item.fictional != out.fictional) {
        let said = sides.iter().map(|side| side.says(yes_no(side.item.fictional))).collect();
        entries.push(MergeEntry { kind: MergeKind::Joined, subject: MergeSubject::of("unit"), field: "fictional", sides: said });
    }
    Some(out)
}

fn members(parts: &[MergePart<'_>], entries: &mut Vec<MergeEntry>) -> Vec<Member> {
    let all = parts.iter().flat_map(|part| {
        let place = |at: usize| part.city.origin.within(&format!("/unit/members/{at}"));
        part.city.unit.members.iter().enumerate().map(move |(at, item)| Side { file: part.file, place: place(at), item })
    });
    let mut out = Vec::new();
    for sides in groups(all.collect(), |member| member.code.clone()) {
        let Some(first) = sides.first() else { continue };
        let subject = MergeSubject::of("unit").point(Some(&first.item.code)).role("member");
        if compare(&subject, &sides, MEMBER, |_, _, _| false, entries) {
            out.push(first.item.clone());
        }
    }
    out
}

/// Everybody who prepared data, each once.
fn authors(sides: &[Side<'_, &CityData>], entries: &mut Vec<MergeEntry>) -> Option<String> {
    let mut all: Vec<&str> = Vec::new();
    for one in sides.iter().filter_map(|side| side.item.prepared_by.as_deref()) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    if all.len() > 1 {
        let said = sides.iter().filter_map(|side| Some(side.says(side.item.prepared_by.as_ref()?))).collect();
        entries.push(MergeEntry { kind: MergeKind::Joined, subject: MergeSubject::of("unit"), field: "prepared_by", sides: said });
    }
    (!all.is_empty()).then(|| all.join("; "))
}
