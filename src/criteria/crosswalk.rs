//! What became of the criteria of the edition before.

use crate::text::{Lang, pick};
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// The criteria of an edition beside those of the edition before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Crosswalk {
    /// The file before, as `set@edition-urevision`.
    pub from: String,
    /// One row per criterion of either edition.
    pub rows: Vec<CrosswalkRow>,
}

/// A criterion before and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CrosswalkRow {
    /// Its id in the edition before; none when it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Its id in this edition; none when it is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// What became of it.
    pub kind: CrosswalkKind,
    /// Remark of the encoders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What became of a criterion, as the encoders say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CrosswalkKind {
    /// What its levels ask has not changed.
    Same,
    /// What its levels ask has changed.
    ThresholdChanged,
    /// The same matter under another id or title.
    Renamed,
    /// Now part of a wider criterion.
    Merged,
    /// No longer asked.
    Dropped,
    /// Not asked before.
    Added,
}

impl CrosswalkKind {
    /// Every kind with the word that files use, in the order people read them.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("same", Self::Same),
        ("threshold_changed", Self::ThresholdChanged),
        ("renamed", Self::Renamed),
        ("merged", Self::Merged),
        ("dropped", Self::Dropped),
        ("added", Self::Added),
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Same => ("giữ nguyên", "same"),
            Self::ThresholdChanged => ("đổi ngưỡng", "threshold changed"),
            Self::Renamed => ("đổi tên", "renamed"),
            Self::Merged => ("gộp", "merged"),
            Self::Dropped => ("bỏ", "dropped"),
            Self::Added => ("thêm mới", "added"),
        };
        pick(lang, vi, en)
    }

    /// True when a criterion of the edition before belongs to such a row.
    #[must_use]
    pub fn has_before(self) -> bool {
        self != Self::Added
    }

    /// True when a criterion of this edition belongs to such a row.
    #[must_use]
    pub fn has_now(self) -> bool {
        self != Self::Dropped
    }
}
