//! Units, their other names, and the sources of the lists.

use crate::criteria::{Confidence, UnitKind};
use crate::date::Date;
use crate::text::{Lang, Text, pick};
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// A unit as it stands in one list; the same place in a later list is another value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AdminUnit {
    /// Code of the statistics office; text, zeros kept.
    pub code: String,
    /// Name as listed: `Hà Nội`, `Phường Ba Đình`.
    pub name: String,
    /// `province` or `commune`.
    pub kind: UnitKind,
    /// What it is called in law.
    #[serde(rename = "type")]
    pub admin_type: AdminType,
    /// Code of the province, of a commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// First day.
    pub valid_from: Date,
    /// Last day; none = it still stands in the newest list read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Another code that the draft of the list gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft_code: Option<String>,
    /// Place in the registry.
    #[serde(skip)]
    pub(crate) at: usize,
}

impl AdminUnit {
    /// True when it stands on the day; a month or a year stands for its last day.
    #[must_use]
    pub fn is_valid(&self, on: Date) -> bool {
        holds(Some(self.valid_from), self.valid_to, on)
    }

    /// The name with what it is called in law: `Thành phố Hồ Chí Minh`, `Tỉnh Cao Bằng`, `Phường Ba Đình`.
    #[must_use]
    pub fn full_name(&self) -> String {
        let before = AdminType::BEFORE.iter().find(|(own, _)| *own == self.admin_type).map_or("", |(_, before)| before);
        alloc::format!("{before}{}", self.name)
    }
}

/// True when a day lies between two others, both included; an end that is not known is far away.
pub(super) fn holds(from: Option<Date>, to: Option<Date>, on: Date) -> bool {
    from.is_none_or(|from| from.first_day() <= on.last_day()) && to.is_none_or(|to| on.last_day() <= to.last_day())
}

/// What a unit is called in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdminType {
    /// Tỉnh.
    Province,
    /// Thành phố trực thuộc trung ương.
    City,
    /// Xã.
    Commune,
    /// Phường.
    Ward,
    /// Đặc khu.
    SpecialZone,
}

impl AdminType {
    pub(super) const ALL: [Self; 5] = [Self::Province, Self::City, Self::Commune, Self::Ward, Self::SpecialZone];

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.words();
        pick(lang, vi, en)
    }

    /// What stands before a name in law.
    pub(super) const BEFORE: [(Self, &'static str); 2] = [(Self::Province, "Tỉnh "), (Self::City, "Thành phố ")];

    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Province => ("tỉnh", "province"),
            Self::City => ("thành phố trực thuộc trung ương", "centrally-run city"),
            Self::Commune => ("xã", "commune"),
            Self::Ward => ("phường", "ward"),
            Self::SpecialZone => ("đặc khu", "special zone"),
        }
    }

    pub(super) fn kind(self) -> UnitKind {
        if matches!(self, Self::Province | Self::City) { UnitKind::Province } else { UnitKind::Commune }
    }
}

/// Another name of a unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Alias {
    /// The name.
    pub name: String,
    /// Code of the unit.
    pub code: String,
    /// First day; none = not limited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    /// Last day; none = not limited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// What kind of name it is.
    pub kind: AliasKind,
}

/// What kind of name an alias is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AliasKind {
    /// Another spelling.
    Spelling,
    /// A short form.
    Short,
    /// The name it had before.
    FormerName,
}

impl AliasKind {
    pub(super) const WORDS: &'static [(&'static str, Self)] =
        &[("spelling", Self::Spelling), ("short", Self::Short), ("former_name", Self::FormerName)];

    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Spelling => ("cách viết khác", "another spelling"),
            Self::Short => ("tên viết tắt", "a short form"),
            Self::FormerName => ("tên cũ", "the former name"),
        }
    }
}

/// How a unit came to its successor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SuccessionKind {
    /// No other unit was merged in.
    Same,
    /// It was merged with others: another boundary, and a break in every series of figures.
    Merged,
}

impl SuccessionKind {
    pub(super) const WORDS: &'static [(&'static str, Self)] = &[("same", Self::Same), ("merged", Self::Merged)];

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.words();
        pick(lang, vi, en)
    }

    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Same => ("không nhập thêm đơn vị nào", "nothing was merged in"),
            Self::Merged => ("sáp nhập, ranh giới thay đổi, chuỗi số liệu đứt đoạn", "merged, another boundary, a break in every series"),
        }
    }
}

/// Where lists were read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListSource {
    /// Id.
    pub id: String,
    /// Number or version as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Title.
    pub title: Text,
    /// Where it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How it was read.
    pub confidence: Confidence,
    /// The tables that rest on it.
    pub tables: Vec<String>,
}
