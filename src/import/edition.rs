//! `edition.csv`: what the set says about itself.

use super::importer::Importer;
use super::index::Once;
use super::table::Line;
use crate::criteria::{Stage, Status};
use crate::date::Date;
use crate::finding::Code;
use crate::text::{Lang, Text};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

const STAGES: &[Stage] = &[Stage::Draft, Stage::Released];
const STATUSES: &[Status] = &[Status::Official, Status::Reported, Status::Reference];
const LANGS: &[Lang] = &[Lang::Vi, Lang::En];

/// Keys of one value, and whether they are needed.
const VALUES: &[(&str, bool)] = &[
    ("set", true),
    ("edition", true),
    ("revision", true),
    ("stage", true),
    ("status", true),
    ("retrospective", false),
    ("authoritative", true),
    ("published", true),
    ("effective", false),
    ("supersedes", false),
];
/// Keys of a text in both languages, and whether they are needed.
const TEXTS: &[(&str, bool)] = &[("title", true), ("issuer", true), ("not_official", false)];
const MISSING_PART: &str = "missing_part";
const NOTE: &str = "note";

pub(super) struct Edition {
    pub(super) set: String,
    pub(super) edition: String,
    pub(super) revision: u32,
    pub(super) stage: Stage,
    pub(super) status: Status,
    pub(super) retrospective: bool,
    pub(super) title: Text,
    pub(super) issuer: Text,
    pub(super) authoritative: Lang,
    pub(super) published: Date,
    pub(super) effective: Option<Date>,
    pub(super) supersedes: Option<String>,
    pub(super) not_official: Option<Text>,
    pub(super) missing_parts: Vec<Text>,
    pub(super) notes: Vec<Text>,
}

impl<'t> Importer<'t> {
    pub(super) fn edition(&mut self) -> Option<Edition> {
        let (lines, missing_parts, notes) = self.edition_lines();
        let line = |key: &str| lines.get(key).copied();
        let f = &mut self.findings;
        let set = line("set").and_then(|line| line.id(f, "value"));
        let edition = line("edition").and_then(|line| line.id(f, "value"));
        let revision = line("revision").and_then(|line| line.count(f, "value", 1, 9_999));
        let stage = line("stage").and_then(|line| line.choice(f, "value", STAGES));
        let status = line("status").and_then(|line| line.choice(f, "value", STATUSES));
        let retrospective = line("retrospective").is_some_and(|line| line.yes(f, "value"));
        let authoritative = line("authoritative").and_then(|line| line.choice(f, "value", LANGS));
        let published = line("published").and_then(|line| line.date(f, "value"));
        let effective = line("effective").and_then(|line| line.date(f, "value"));
        let supersedes = line("supersedes").and_then(|line| line.text(f, "value"));
        let mut text = |key: &str| line(key).and_then(|line| line.both_for(f, "value", key));
        let (title, issuer, not_official) = (text("title"), text("issuer"), text("not_official"));
        Some(Edition {
            set: set?.into(),
            edition: edition?.into(),
            revision: revision?,
            stage: stage?,
            status: status?,
            retrospective,
            title: title?,
            issuer: issuer?,
            authoritative: authoritative?,
            published: published?,
            effective,
            supersedes,
            not_official,
            missing_parts,
            notes,
        })
    }

    /// The lines of keys that stand once, and the texts of those that may stand again.
    fn edition_lines(&mut self) -> (BTreeMap<&'t str, Line<'t>>, Vec<Text>, Vec<Text>) {
        let keys = || VALUES.iter().chain(TEXTS);
        let known: Vec<&str> = keys().map(|(key, _)| *key).chain([MISSING_PART, NOTE]).collect();
        let (mut lines, mut missing_parts, mut notes) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut once = Once::default();
        let f = &mut self.findings;
        for line in self.tables.edition.lines() {
            let Some(key) = line.choice(f, "key", &known) else { continue };
            if VALUES.iter().any(|(known, _)| *known == key) {
                line.unused(f, "value_vi", key);
                line.unused(f, "value_en", key);
            } else {
                line.unused(f, "value", key);
            }
            match key {
                MISSING_PART => missing_parts.extend(line.both_for(f, "value", key)),
                NOTE => notes.extend(line.both_for(f, "value", key)),
                _ if once.first(key, line, "key", f) => {
                    lines.insert(line.raw("key"), line);
                }
                _ => {}
            }
        }
        for (key, _) in keys().filter(|(key, needed)| *needed && !lines.contains_key(key)) {
            let here = self.tables.edition.fault("key", Code::TableMissingRow);
            let why = ("bộ tiêu chí nào cũng cần dòng này", "every criteria set needs it");
            self.missing_row(here, &self.tables.edition, key, why);
        }
        (lines, missing_parts, notes)
    }
}
