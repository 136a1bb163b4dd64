//! Every text of every report, by item, with whose it is.

use super::standing::{Standing, Taken};
use crate::date::Date;
use crate::programme::outline::{Outline, PartRole};
use crate::text::Text;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// The texts under an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TextGroup {
    /// Number of the item.
    pub item: String,
    /// Title of the item.
    pub title: Text,
    /// What its part holds.
    pub role: PartRole,
    /// The texts as written.
    pub texts: Vec<OwnText>,
    /// Who says that there is nothing: code of the unit and reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nothing: Vec<(String, Option<String>)>,
}

/// A text and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct OwnText {
    /// Whom a proposal is addressed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Code of the unit.
    pub unit: String,
    /// Name of the unit.
    pub name: String,
    /// The text, letter by letter.
    pub text: String,
    /// Document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// File.
    pub file: String,
    /// What became of the report.
    pub standing: Standing,
}

pub(super) fn texts(taken: &[Taken], outline: &Outline) -> Vec<TextGroup> {
    let mut groups: BTreeMap<&str, TextGroup> = BTreeMap::new();
    let places: BTreeMap<&str, usize> = outline.leaves().enumerate().map(|(at, (_, item))| (item.id.as_str(), at)).collect();
    let group = |item: &str| {
        let known = outline.item(item).map(|(part, item)| (part.role, item.title.clone()));
        // What no outline knows stands in refused reports; it is kept under its number. A part may be declared empty as a whole.
        let of_part = || outline.parts.iter().find(|part| part.head.id == item).map(|part| (part.role, part.head.title.clone()));
        let (role, title) = known.or_else(of_part).unwrap_or_else(|| (PartRole::Text, Text::new(item, item)));
        TextGroup { item: item.to_string(), title, role, texts: Vec::new(), nothing: Vec::new() }
    };
    for one in taken {
        for entry in &one.report.entries {
            groups.entry(&entry.item).or_insert_with(|| group(&entry.item)).texts.push(OwnText {
                to: entry.to.clone(),
                unit: one.report.unit.code.clone(),
                name: one.report.unit.name.clone(),
                text: entry.text.clone(),
                document: entry.document.clone(),
                date: entry.date,
                file: one.file.clone(),
                standing: one.standing,
            });
        }
        for nothing in &one.report.nothing {
            let said = (one.report.unit.code.clone(), nothing.reason.clone());
            groups.entry(&nothing.item).or_insert_with(|| group(&nothing.item)).nothing.push(said);
        }
    }
    let mut out: Vec<TextGroup> = groups.into_values().collect();
    for group in &mut out {
        group.texts.sort();
        group.nothing.sort();
    }
    out.sort_by(|a, b| {
        let place = |group: &TextGroup| places.get(group.item.as_str()).copied().unwrap_or(usize::MAX);
        (place(a), &a.item).cmp(&(place(b), &b.item))
    });
    out
}
