//! The header of a criteria file: who says what, where it is read, and how sure it is.

use super::crosswalk::Crosswalk;
use crate::date::Date;
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// Whether a file may still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stage {
    /// May still change.
    Draft,
    /// Never changes again; its digest is published.
    Released,
}

impl Stage {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[("draft", Self::Draft), ("released", Self::Released)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, stage)| *stage == self).map_or("", |(word, _)| word)
    }
}

/// How official a set is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Encoded from the official text.
    Official,
    /// Encoded from a transcription or the press; not yet compared with the official text.
    Reported,
    /// Not official at all.
    Reference,
}

impl Status {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("official", Self::Official), ("reported", Self::Reported), ("reference", Self::Reference)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, status)| *status == self).map_or("", |(word, _)| word)
    }
}

/// How a source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Confidence {
    /// Official text read for the part used.
    Primary,
    /// A third party's transcription.
    Mirror,
    /// Press, portal summary, provincial notice.
    Secondary,
}

impl Confidence {
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("primary", Self::Primary), ("mirror", Self::Mirror), ("secondary", Self::Secondary)];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, confidence)| *confidence == self).map_or("", |(word, _)| word)
    }
}

/// What a number rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Basis {
    /// A target printed in an instrument.
    OfficialTarget,
    /// A class limit printed in an instrument.
    OfficialBand,
    /// Derived from a requirement or from a figure for a slightly different measure.
    Derived,
    /// The set's own choice, with its reason.
    Assumption,
    /// True by definition of the measure.
    Definition,
    /// Stated by the source (rules of judging, kinds of place).
    Source,
}

impl Basis {
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("official_target", Self::OfficialTarget),
        ("official_band", Self::OfficialBand),
        ("derived", Self::Derived),
        ("assumption", Self::Assumption),
        ("definition", Self::Definition),
        ("source", Self::Source),
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, basis)| *basis == self).map_or("", |(word, _)| word)
    }
}

/// A kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnitKind {
    /// Province or centrally-run city (tỉnh, thành phố trực thuộc trung ương).
    Province,
    /// Urban area: a list of member communes (đô thị).
    UrbanArea,
    /// Commune, ward or special zone (xã, phường, đặc khu).
    Commune,
    /// New urban area (khu đô thị mới).
    NewUrbanArea,
    /// The whole country.
    National,
}

impl UnitKind {
    /// The words of files, in order.
    pub(crate) const WORDS: &'static [(&'static str, Self)] = &[
        ("province", Self::Province),
        ("urban_area", Self::UrbanArea),
        ("commune", Self::Commune),
        ("new_urban_area", Self::NewUrbanArea),
        ("national", Self::National),
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The words for people, Vietnamese and English.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.words();
        pick(lang, vi, en)
    }

    /// Short words, to stand beside a name.
    #[must_use]
    pub fn short_label(self, lang: Lang) -> &'static str {
        match self {
            Self::Province => pick(lang, "cấp tỉnh", "province"),
            Self::Commune => pick(lang, "cấp xã", "commune"),
            Self::UrbanArea | Self::NewUrbanArea | Self::National => self.label(lang),
        }
    }

    /// The words in Vietnamese and in English.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Province => ("tỉnh, thành phố trực thuộc trung ương", "province or centrally-run city"),
            Self::UrbanArea => ("đô thị", "urban area"),
            Self::Commune => ("xã, phường, đặc khu", "commune, ward or special zone"),
            Self::NewUrbanArea => ("khu đô thị mới", "new urban area"),
            Self::National => ("cả nước", "the whole country"),
        }
    }
}

/// Everything a criteria file says about itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Header {
    /// Format of the file.
    pub format: u32,
    /// The set, like `vn-ssc`.
    pub set: String,
    /// Edition of the source regime, like `2026`.
    pub edition: String,
    /// Our re-encoding of it.
    pub revision: u32,
    /// Draft or released.
    pub stage: Stage,
    /// How official it is.
    pub status: Status,
    /// The structure did not exist at the edition's time.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub retrospective: bool,
    /// Title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// The language that decides.
    pub authoritative: Lang,
    /// When it was published.
    pub published: Date,
    /// From when it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// The file it replaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// The sentence every result carries unless the set is official.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_official: Option<Text>,
    /// What of the source regime is known to be missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_parts: Vec<Text>,
    /// Remarks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
    /// The sources cited.
    pub sources: Vec<Source>,
    /// Units of measure.
    pub units: Vec<UnitOfMeasure>,
    /// Kinds of place that are judged.
    pub unit_kinds: Vec<UnitKindRule>,
    /// Numbers the caller may override.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// Groups of criteria.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// What the source says of judging, row by row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RegimeRule>,
    /// What became of the criteria of the edition before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crosswalk: Option<Crosswalk>,
}

/// A text that a number or a definition was read in.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Source {
    /// Id used by citations.
    pub id: String,
    /// decision, circular, press, ...
    pub kind: String,
    /// Number as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Title.
    pub title: Text,
    /// Issuer.
    pub issuer: Text,
    /// Date of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// In force from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// Where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it was read.
    pub retrieved: Date,
    /// How it was read.
    pub confidence: Confidence,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Cite {
    /// Id of the source.
    pub source: String,
    /// Article, annex, row.
    pub clause: String,
}

/// A unit of measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UnitOfMeasure {
    /// Id.
    pub id: String,
    /// Symbol in both languages.
    pub symbol: Text,
    /// What a ratio is multiplied by: 100 for percent.
    pub factor: Dec,
}

/// How a kind of place is judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UnitKindRule {
    /// The kind of place.
    pub kind: UnitKind,
    /// The word in `applies_to` that stands for it.
    pub judged_as: String,
    /// What this edition calls such places, where the usual words for the kind would say something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// `source`, or `assumption` when the reading is the set's own.
    pub basis: Basis,
    /// A level for this kind is the set's own reading only.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub level_is_reading: bool,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl UnitKindRule {
    /// What such places are called in this edition.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.title.as_ref().map_or_else(|| self.kind.label(lang), |title| title.get(lang))
    }
}

impl Header {
    /// `set@edition-urevision`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}@{}-u{}", self.set, self.edition, self.revision)
    }

    /// What the kinds of place that a list of `applies_to` words stands for are called, each once; an empty list stands for all.
    #[must_use]
    pub fn places(&self, words: &[String], lang: Lang) -> Vec<&str> {
        let mut names = Vec::new();
        for rule in self.unit_kinds.iter().filter(|rule| words.is_empty() || words.contains(&rule.judged_as)) {
            let name = rule.name(lang);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// A number of the rules that the caller may override.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Parameter {
    /// Id.
    pub id: String,
    /// The level it belongs to; none = all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
    /// Value.
    pub value: Dec,
    /// Least value allowed.
    pub minimum: Dec,
    /// Greatest value allowed.
    pub maximum: Dec,
    /// What it means.
    pub title: Text,
    /// What it rests on.
    pub basis: Basis,
    /// How its source was read.
    pub confidence: Confidence,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One row of what the source says of judging.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RegimeRule {
    /// Key.
    pub id: String,
    /// Level; none = all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
    /// What it says.
    pub value: String,
    /// `reported`, `parameter`, ...
    pub status: String,
    /// How its source was read.
    pub confidence: Confidence,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A group of criteria.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// Id.
    pub id: String,
    /// Number as printed.
    pub label: String,
    /// Title.
    pub title: Text,
    /// Where it is read.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
