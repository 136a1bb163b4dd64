//! What several files say of one thing.

use crate::finding::Place;
use crate::text::{Lang, pick};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// How the files stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MergeKind {
    /// They contradict each other: somebody has to decide.
    Conflict,
    /// They say the same.
    Same,
    /// They were put together: a figure beside "no figure yet", authors in one list, made-up data beside data that do not say so.
    Joined,
}

impl MergeKind {
    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Conflict => pick(lang, "mâu thuẫn", "conflict"),
            Self::Same => pick(lang, "trùng khớp", "the same"),
            Self::Joined => pick(lang, "đã ghép", "put together"),
        }
    }
}

/// What is said: an attribute of the place, a figure, a document. Absent fields are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MergeSubject {
    /// As in CSV: a criterion, `unit`, `reference`, `published`; `evidence` for a document.
    pub item: String,
    /// Data point, or id of a comparison value, or summary of a document.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub data_point: String,
    /// Role, or attribute of the place.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Period.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Part of the place.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
}

impl MergeSubject {
    pub(super) fn of(item: impl ToString) -> Self {
        Self { item: item.to_string(), ..Self::default() }
    }

    pub(super) fn role(mut self, role: impl ToString) -> Self {
        self.role = role.to_string();
        self
    }

    pub(super) fn point(mut self, point: Option<&String>) -> Self {
        self.data_point = point.cloned().unwrap_or_default();
        self
    }

    /// In one line.
    #[must_use]
    pub fn text(&self) -> String {
        let parts = [&self.item, &self.data_point, &self.role, &self.period, &self.part];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
    }
}

/// What one file says, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MergeSide {
    /// Name of the file.
    pub file: String,
    /// The place in it.
    pub place: Place,
    /// What stands there; empty for nothing.
    pub value: String,
}

impl Serialize for MergeSide {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("MergeSide", 3)?;
        s.serialize_field("file", &self.file)?;
        s.serialize_field("place", &self.place.text(Lang::En))?;
        s.serialize_field("value", &self.value)?;
        s.end()
    }
}

/// One thing that more than one file speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MergeEntry {
    /// How they stand to each other.
    pub kind: MergeKind,
    /// What it is about.
    pub subject: MergeSubject,
    /// The field, as the columns of CSV are called: `value`, `status`, `source`, ...
    pub field: &'static str,
    /// What each file says.
    pub sides: Vec<MergeSide>,
}
