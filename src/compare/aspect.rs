//! What of an edition differs, in words.

use super::values::{Difference, Shown};
use crate::text::{Lang, pick};
use alloc::string::String;

/// A difference that is not a threshold's.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Change {
    /// What it is about.
    pub aspect: Aspect,
    /// The place in the criterion or in the file: keys and ids joined by `/`.
    pub path: String,
    /// Before; none = it was not there.
    pub before: Option<Shown>,
    /// Now; none = it is no longer there.
    pub now: Option<Shown>,
}

impl Change {
    pub(super) fn new(aspect: Aspect, found: Difference) -> Self {
        Self { aspect, path: found.path, before: found.before, now: found.now }
    }
}

macro_rules! aspects {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $vi:literal, $en:literal;)*) => {
        /// What a difference is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Aspect {
            $($(#[$doc])* $variant,)*
        }

        impl Aspect {
            /// The stable word of files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The words for people.
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => pick(lang, $vi, $en),)* }
            }
        }
    };
}

aspects! {
    /// Its id.
    Id = "id", "mã", "id";
    /// The printed number.
    Label = "label", "số hiệu", "number";
    /// Title.
    Title = "title", "tên", "title";
    /// The question a city answers.
    Question = "question", "câu hỏi", "question";
    /// Basic or elective.
    Tier = "tier", "cơ bản hay lựa chọn", "basic or elective";
    /// The kinds of place it is asked of.
    AppliesTo = "applies_to", "nơi áp dụng", "places it is asked of";
    /// Which way is better.
    Direction = "direction", "chiều tốt hơn", "direction";
    /// What is measured: type, unit, inputs, derivation, steps, parts.
    Data = "data", "định nghĩa số liệu", "definition of the data";
    /// The method and its parameters, thresholds aside.
    Method = "method", "cách xét", "method";
    /// The evidence asked.
    Evidence = "evidence", "minh chứng", "evidence";
    /// Where the definition comes from.
    Definition = "definition", "nguồn định nghĩa", "source of the definition";
    /// How sure it is, related items, remarks.
    Remarks = "remarks", "độ chắc, ghi chú", "confidence and remarks";
    /// Its place in the tree: group, weight, points.
    Place = "place", "vị trí trong cây", "place in the tree";
    /// Title, issuer, status and dates of the edition.
    Edition = "edition", "phần đầu", "header";
    /// Units of measure.
    Units = "units", "đơn vị đo", "units of measure";
    /// The kinds of place judged.
    Places = "unit_kinds", "nơi được đánh giá", "places judged";
    /// Numbers that may be overridden.
    Parameters = "parameters", "tham số", "parameters";
    /// What the source says of judging.
    Rules = "rules", "quy tắc", "rules";
    /// Groups of criteria.
    Groups = "groups", "nhóm", "groups";
    /// Levels with their conditions, and when a level is refused.
    Levels = "levels", "cấp độ", "levels";
    /// The rest of a scheme: missing data, rounding, score, groups of the tree.
    Scheme = "scheme", "cách đánh giá", "scheme";
}

impl Aspect {
    /// The aspect of a criterion that a key of it belongs to.
    pub(super) fn of_criterion(path: &str) -> Self {
        match path.split('/').next().unwrap_or_default() {
            "label" => Self::Label,
            "title" => Self::Title,
            "question" => Self::Question,
            "tier" => Self::Tier,
            "applies_to" => Self::AppliesTo,
            "direction" => Self::Direction,
            "evidence" => Self::Evidence,
            "cites" => Self::Definition,
            "data_points" => Self::Data,
            _ => Self::Remarks,
        }
    }

    /// The aspect of a file that a key of its header belongs to; `None` for prose, sources and what names the file itself.
    pub(super) fn of_header(path: &str) -> Option<Self> {
        Some(match path.split('/').next().unwrap_or_default() {
            "units" => Self::Units,
            "unit_kinds" => Self::Places,
            "parameters" => Self::Parameters,
            "rules" => Self::Rules,
            "groups" => Self::Groups,
            "stage" | "status" | "retrospective" | "title" | "issuer" | "authoritative" | "published" | "effective" | "not_official" => {
                Self::Edition
            }
            _ => return None,
        })
    }

    /// The aspect of a scheme that a key of it belongs to.
    pub(super) fn of_scheme(path: &str) -> Self {
        match path.split('/').next().unwrap_or_default() {
            "levels" | "preconditions" => Self::Levels,
            _ => Self::Scheme,
        }
    }

    /// True where a difference can change an outcome or a level without any change of data.
    #[must_use]
    pub fn is_rule(self) -> bool {
        matches!(
            self,
            Self::Tier
                | Self::AppliesTo
                | Self::Direction
                | Self::Data
                | Self::Method
                | Self::Evidence
                | Self::Place
                | Self::Units
                | Self::Places
                | Self::Parameters
                | Self::Levels
                | Self::Scheme
        )
    }
}
