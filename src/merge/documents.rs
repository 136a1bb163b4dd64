//! Documents and claims.

use super::MergePart;
use super::entry::{MergeEntry, MergeSubject};
use super::sides::{Fields, Side, agreed, compare, groups};
use crate::city::{EvidenceDocument, EvidenceKind, NotApplicable, Review, ReviewResult};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const DOCUMENT: &Fields<EvidenceDocument> = &[
    ("evidence_pages", |d| d.pages.clone()),
    ("evidence_url", |d| d.url.clone()),
    ("evidence_sha256", |d| d.sha256.clone()),
    ("evidence_kind", |d| Some(word(EvidenceKind::WORDS, d.kind))),
    ("evidence_public", |d| d.public.map(|public| if public { "yes" } else { "no" }.into())),
    ("review", |d| review(d).map(|r| word(ReviewResult::WORDS, r.result))),
    ("reviewed_by", |d| review(d)?.by.clone()),
    ("review_date", |d| Some(review(d)?.date?.to_string())),
    ("review_reason", |d| review(d)?.reason.clone()),
];

fn review(document: &EvidenceDocument) -> Option<&Review> {
    document.review.as_ref()
}

fn word<T: PartialEq>(words: &[(&'static str, T)], value: T) -> String {
    words.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word).into()
}

/// A document is the same when number, date, issuer and summary are; its criteria are put together.
pub(super) fn merged(parts: &[MergePart<'_>], entries: &mut Vec<MergeEntry>) -> Vec<EvidenceDocument> {
    let all =
        parts.iter().flat_map(|part| part.city.evidence.iter().map(|one| Side { file: part.file, place: one.origin.place(), item: one }));
    let key = |d: &&EvidenceDocument| (d.number.clone(), d.date, d.issuer.clone(), d.summary.clone());
    let mut out = Vec::new();
    for sides in groups(all.collect(), key) {
        let Some(first) = sides.first() else { continue };
        let mut subject = MergeSubject::of("evidence").point(Some(&first.item.summary));
        subject.part = first.item.number.clone().unwrap_or_default();
        if !compare(&subject, &sides, DOCUMENT, |_, _, _| false, entries) {
            continue;
        }
        agreed(&subject, &sides, "item", |d| d.criteria.join("; "), entries);
        let mut one = first.item.clone();
        let mut named: BTreeSet<&str> = first.item.criteria.iter().map(String::as_str).collect();
        for Side { item: other, .. } in sides.iter().skip(1) {
            one.criteria.extend(other.criteria.iter().filter(|criterion| named.insert(criterion)).cloned());
            for (mine, others) in [(&mut one.pages, &other.pages), (&mut one.url, &other.url), (&mut one.sha256, &other.sha256)] {
                if mine.is_none() {
                    mine.clone_from(others);
                }
            }
            one.public = one.public.or(other.public);
            match (&mut one.review, &other.review) {
                (Some(mine), Some(others)) => {
                    mine.date = mine.date.or(others.date);
                    for (mine, others) in [(&mut mine.by, &others.by), (&mut mine.reason, &others.reason)] {
                        if mine.is_none() {
                            mine.clone_from(others);
                        }
                    }
                }
                (mine @ None, others) => mine.clone_from(others),
                (Some(_), None) => {}
            }
        }
        out.push(one);
    }
    out
}

const CLAIM: &Fields<NotApplicable> = &[("not_applicable_reason", |claim| Some(claim.reason.clone()))];

pub(super) fn claims(parts: &[MergePart<'_>], entries: &mut Vec<MergeEntry>) -> Vec<NotApplicable> {
    let all = parts
        .iter()
        .flat_map(|part| part.city.not_applicable.iter().map(|one| Side { file: part.file, place: one.origin.place(), item: one }));
    let mut out = Vec::new();
    for sides in groups(all.collect(), |claim| claim.criterion.clone()) {
        let Some(first) = sides.first() else { continue };
        let subject = MergeSubject::of(&first.item.criterion);
        if compare(&subject, &sides, CLAIM, |_, _, _| false, entries) {
            agreed(&subject, &sides, "not_applicable_reason", |claim| claim.reason.clone(), entries);
            out.push(first.item.clone());
        }
    }
    out
}
