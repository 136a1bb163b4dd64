//! The outline of a local report as data: parts, items, funding categories, each with its source.

mod read;

use crate::criteria::{Cite, Confidence, Source};
use crate::finding::Findings;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// What a part of the report holds. Our reading of the outline, not its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PartRole {
    /// Sentences.
    Text,
    /// Amounts of money by category.
    Funding,
    /// Difficulties by kind.
    Difficulties,
    /// Proposals.
    Proposals,
}

/// Whether a part or item must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Required {
    /// Always.
    Yes,
    /// Where there is something to say: the outline says "if any".
    IfAny,
    /// Not asked.
    No,
}

/// Where a part or item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OutlineOrigin {
    /// It stands in the outline.
    Outline,
    /// Only the press reported it.
    Press,
    /// It is this project's own.
    Ours,
}

/// A part or an item of the outline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OutlineItem {
    /// Its number: `3`, `3.1`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Whether it must be filled in.
    pub required: Required,
    /// Where it comes from.
    pub origin: OutlineOrigin,
    /// How the source was read.
    pub confidence: Confidence,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A part with its items.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OutlinePart {
    /// What it holds.
    pub role: PartRole,
    /// The part itself.
    #[serde(flatten)]
    pub head: OutlineItem,
    /// What it is divided into; empty where entries stand under the part itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<OutlineItem>,
}

/// A class of source of funds. None is in the outline: the classes are this project's own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FundSource {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
}

/// What a criterion asks of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Asks {
    /// Sent on time, every part there.
    OnTimeAndComplete,
    /// Funding reported by category.
    FundingByCategory,
}

/// A criterion that can be judged from a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OutlineCriterion {
    /// Name of the set.
    pub set: String,
    /// Id of the criterion.
    pub criterion: String,
    /// What it asks.
    pub asks: Asks,
}

/// The outline of a local report.
///
/// ```
/// use dothi::programme::{Outline, PartRole};
/// let outline = Outline::builtin().unwrap();
/// assert_eq!(outline.parts.len(), 6);
/// let categories = outline.parts.iter().find(|part| part.role == PartRole::Funding).unwrap();
/// assert_eq!(categories.items.len(), 3);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Outline {
    /// Format of the file.
    pub format: u32,
    /// Id.
    pub outline: String,
    /// Title.
    pub title: Text,
    /// The texts it was read in.
    pub sources: Vec<Source>,
    /// The parts in order.
    pub parts: Vec<OutlinePart>,
    /// Classes of funds.
    pub fund_sources: Vec<FundSource>,
    /// Criteria that can be judged from a report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<OutlineCriterion>,
    /// Remarks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}

impl Outline {
    /// The outline of dispatch 1683/BXD-PTDT of 16 May 2022.
    ///
    /// # Errors
    /// None in a published version: a test reads it. The type is that of [`Outline::from_json`].
    pub fn builtin() -> Result<Self, Findings> {
        Self::from_json(include_bytes!("../../../criteria/programme/outline-bxd-1683-2022.json")).map(|(outline, _)| outline)
    }

    /// An item, or a part that is not divided, by its number.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<(&OutlinePart, &OutlineItem)> {
        self.leaves().find(|(_, item)| item.id == id)
    }

    /// What entries stand under, in order: the items of each part, or the part itself.
    pub fn leaves(&self) -> impl Iterator<Item = (&OutlinePart, &OutlineItem)> {
        self.parts.iter().flat_map(|part| {
            let own = part.items.is_empty().then_some(&part.head);
            own.into_iter().chain(&part.items).map(move |item| (part, item))
        })
    }

    /// The funding categories.
    pub fn categories(&self) -> impl Iterator<Item = &OutlineItem> {
        self.leaves().filter(|(part, _)| part.role == PartRole::Funding).map(|(_, item)| item)
    }

    /// Title of an item or part; its number where it is not known.
    #[must_use]
    pub fn title_of<'o>(&'o self, id: &'o str, lang: crate::text::Lang) -> &'o str {
        let item = self.item(id).map(|(_, item)| item);
        let part = || self.parts.iter().map(|part| &part.head).find(|head| head.id == id);
        item.or_else(part).map_or(id, |item| item.title.get(lang))
    }

    /// A class of funds by id.
    #[must_use]
    pub fn fund_source(&self, id: &str) -> Option<&FundSource> {
        self.fund_sources.iter().find(|source| source.id == id)
    }
}
