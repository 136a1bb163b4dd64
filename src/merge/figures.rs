//! Figures: observations, comparison values, published results.

use super::MergePart;
use super::entry::{MergeEntry, MergeKind, MergeSubject};
use super::sides::{Fields, Side, agreed, compare, groups};
use crate::city::{CityData, ObsValue, Observation, Published, Quality, Reference};
use crate::criteria::CriteriaSet;
use crate::date::Date;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const OBSERVATION: &Fields<Observation> = &[
    ("value", |o| o.value.map(value)),
    ("status", |o| Some(o.status.as_str().into())),
    ("period", |o| o.period.map(|period| period.to_string())),
    ("unit", |o| o.unit.clone()),
    ("quality", |o| o.quality.map(quality)),
    ("sampling", |o| o.sampling.map(|sampling| sampling.as_str().into())),
    ("source", |o| o.source.clone()),
    ("note", |o| o.note.clone()),
];

fn value(value: ObsValue) -> String {
    match value {
        ObsValue::Number(number) => number.to_string(),
        ObsValue::Boolean(flag) => if flag { "yes" } else { "no" }.into(),
    }
}

fn quality(quality: Quality) -> String {
    Quality::WORDS.iter().find(|(_, known)| *known == quality).map_or("", |(word, _)| word).into()
}

/// What a figure is of, but for its period.
fn key(one: &Observation) -> (String, Option<String>, &'static str, Option<String>) {
    (one.criterion.clone(), one.data_point.clone(), one.role.as_str(), one.part.clone())
}

fn subject(one: &Observation, period: Option<Date>) -> MergeSubject {
    let mut subject = MergeSubject::of(&one.criterion).point(one.data_point.as_ref()).role(one.role.as_str());
    subject.period = period.map(|period| period.to_string()).unwrap_or_default();
    subject.part = one.part.clone().unwrap_or_default();
    subject
}

pub(super) fn merged(parts: &[MergePart<'_>], set: Option<&CriteriaSet>, entries: &mut Vec<MergeEntry>) -> Vec<Observation> {
    let all = parts
        .iter()
        .flat_map(|part| part.city.observations.iter().map(|one| Side { file: part.file, place: one.origin.place(), item: one }));
    let mut out = Vec::new();
    for of_subject in groups(all.collect(), |one| key(one)) {
        for (period, sides) in by_period(of_subject) {
            out.extend(one(period, sides, set, entries));
        }
    }
    out
}

/// The same figure by its period. One without a period belongs to the latest that another file gives one for.
fn by_period<'c>(sides: Vec<Side<'c, &'c Observation>>) -> BTreeMap<Option<Date>, Vec<Side<'c, &'c Observation>>> {
    let mut out: BTreeMap<Option<Date>, Vec<Side<'c, &'c Observation>>> = BTreeMap::new();
    let (dated, open): (Vec<_>, Vec<_>) = sides.into_iter().partition(|side| side.item.period.is_some());
    for side in dated {
        out.entry(side.item.period).or_default().push(side);
    }
    // The latest period with the file that gives it, then the latest that any other file gives: one of the two fits every file.
    let mut latest: Vec<(&'c str, Option<Date>)> = Vec::new();
    for (period, side) in out.iter().rev().flat_map(|(period, sides)| sides.iter().map(move |side| (*period, side))) {
        if latest.iter().all(|(file, _)| *file != side.file) {
            latest.push((side.file, period));
        }
        if latest.len() == 2 {
            break;
        }
    }
    for side in open {
        let period = latest.iter().find(|(file, _)| *file != side.file).and_then(|(_, period)| *period);
        out.entry(period).or_default().push(side);
    }
    out
}

fn one(
    period: Option<Date>,
    sides: Vec<Side<'_, &Observation>>,
    set: Option<&CriteriaSet>,
    entries: &mut Vec<MergeEntry>,
) -> Vec<Observation> {
    let Some(first) = sides.first() else { return Vec::new() };
    let subject = subject(first.item, period);
    // A file that only says that there is no figure yet does not contradict one that has it.
    let is_missing = |side: &Side<'_, &Observation>| side.item.value.is_none() && side.item.status == crate::city::ObsStatus::O;
    let (missing, given): (Vec<_>, Vec<_>) = sides.iter().cloned().partition(is_missing);
    let kept = if given.is_empty() || missing.is_empty() {
        sides
    } else {
        let word = |side: &Side<'_, &Observation>| side.says(side.item.value.map_or_else(|| side.item.status.as_str().into(), value));
        let said = given.iter().chain(&missing).map(word).collect();
        entries.push(MergeEntry { kind: MergeKind::Joined, subject: subject.clone(), field: "value", sides: said });
        given
    };
    let one_unit = |field: &str, a: &str, b: &str| field == "unit" && set.is_some_and(|set| same_unit(set, a, b));
    if !compare(&subject, &kept, OBSERVATION, one_unit, entries) {
        return Vec::new();
    }
    agreed(&subject, &kept, "value", |o| o.value.map_or_else(|| o.status.as_str().into(), value), entries);
    let mut kept = kept.into_iter();
    let Some(mut out) = kept.next().map(|side| side.item.clone()) else { return Vec::new() };
    for Side { item: other, .. } in kept {
        out.value = out.value.or(other.value);
        out.period = out.period.or(other.period);
        out.quality = out.quality.or(other.quality);
        out.sampling = out.sampling.or(other.sampling);
        for (mine, others) in [(&mut out.unit, &other.unit), (&mut out.source, &other.source), (&mut out.note, &other.note)] {
            if mine.is_none() {
                mine.clone_from(others);
            }
        }
    }
    Vec::from([out])
}

/// True for the id and the symbols of one unit.
fn same_unit(set: &CriteriaSet, a: &str, b: &str) -> bool {
    let named = |name: &str, unit: &crate::criteria::UnitOfMeasure| name == unit.id || name == unit.symbol.vi || name == unit.symbol.en;
    set.header().units.iter().any(|unit| named(a, unit) && named(b, unit))
}

const REFERENCE: &Fields<Reference> =
    &[("value", |r| Some(r.value.to_string())), ("unit", |r| r.unit.clone()), ("source", |r| Some(r.source.clone()))];

pub(super) fn references(parts: &[MergePart<'_>], entries: &mut Vec<MergeEntry>) -> Vec<Reference> {
    let about = |one: &Reference| {
        let mut subject = MergeSubject::of("reference").point(Some(&one.id));
        subject.period = one.period.map(|period| period.to_string()).unwrap_or_default();
        subject
    };
    let key = |one: &Reference| (one.id.clone(), one.period);
    let read = |one: &Reference| one.value.to_string();
    list(
        parts,
        |city| &city.references,
        "/references",
        key,
        about,
        REFERENCE,
        read,
        entries,
        |out, other| {
            if out.unit.is_none() {
                out.unit.clone_from(&other.unit);
            }
        },
    )
}

const PUBLISHED: &Fields<Published> =
    &[("value", |p| Some(p.value.to_string())), ("source", |p| Some(p.source.clone())), ("clause", |p| p.clause.clone())];

pub(super) fn published(parts: &[MergePart<'_>], entries: &mut Vec<MergeEntry>) -> Vec<Published> {
    let about = |one: &Published| {
        let mut subject = MergeSubject::of("published").point(one.group.as_ref()).role(format!("{:?}", one.of).to_ascii_lowercase());
        subject.part = one.scheme.clone().unwrap_or_default();
        subject
    };
    let key = |one: &Published| (one.scheme.clone(), one.group.clone(), format!("{:?}", one.of));
    let read = |one: &Published| one.value.to_string();
    list(
        parts,
        |city| &city.published,
        "/published",
        key,
        about,
        PUBLISHED,
        read,
        entries,
        |out, other| {
            if out.clause.is_none() {
                out.clause.clone_from(&other.clause);
            }
        },
    )
}

/// A list whose items have a key and fields.
#[expect(clippy::too_many_arguments, reason = "what two lists differ in")]
fn list<'c, T: Clone + 'c, K: Ord + Clone>(
    parts: &[MergePart<'c>],
    of: impl Fn(&'c CityData) -> &'c Vec<T>,
    step: &str,
    key: impl Fn(&T) -> K,
    about: impl Fn(&T) -> MergeSubject,
    fields: &Fields<T>,
    read: impl Fn(&T) -> String,
    entries: &mut Vec<MergeEntry>,
    add: impl Fn(&mut T, &T),
) -> Vec<T> {
    let all = parts.iter().flat_map(|part| {
        let place = |at: usize| part.city.origin.within(&format!("{step}/{at}"));
        of(part.city).iter().enumerate().map(move |(at, item)| Side { file: part.file, place: place(at), item })
    });
    let mut out = Vec::new();
    for sides in groups(all.collect(), |one: &&T| key(one)) {
        let Some(first) = sides.first() else { continue };
        let subject = about(first.item);
        if compare(&subject, &sides, fields, |_, _, _| false, entries) {
            agreed(&subject, &sides, "value", &read, entries);
            let mut one = first.item.clone();
            sides.iter().skip(1).for_each(|side| add(&mut one, side.item));
            out.push(one);
        }
    }
    out
}
