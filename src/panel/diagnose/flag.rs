//! What deserves a look.

use super::statistic::Absence;
use super::table::ItemName;
use super::{Correlation, Diagnosis};
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What is unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlagKind {
    /// An indicator of which no unit has a figure.
    NoData,
    /// An indicator that is the same in every unit: it tells none from another.
    Constant,
    /// Two indicators with |r| above the declared bound: they may count the same thing twice.
    HighCorrelation,
    /// An indicator or a group that falls where its group rises.
    AgainstParent,
    /// An indicator whose effective weight is below zero.
    AgainstIndex,
}

impl FlagKind {
    /// The word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::Constant => "constant",
            Self::HighCorrelation => "high_correlation",
            Self::AgainstParent => "against_parent",
            Self::AgainstIndex => "against_index",
        }
    }

    /// In words.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::NoData => pick(lang, "chưa có số liệu ở đơn vị nào", "no unit has a figure"),
            Self::Constant => pick(lang, "giống nhau ở mọi đơn vị", "the same in every unit"),
            Self::HighCorrelation => pick(lang, "tương quan vượt ngưỡng đã khai báo", "correlation above the declared bound"),
            Self::AgainstParent => pick(lang, "tương quan âm với nhóm chứa nó", "negative correlation with its group"),
            Self::AgainstIndex => pick(lang, "trọng số thực tế âm", "negative effective weight"),
        }
    }
}

/// Something that deserves a look.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Flag {
    /// What is unusual.
    pub kind: FlagKind,
    /// Of what.
    pub item: ItemName,
    /// With what.
    pub other: Option<ItemName>,
    /// The figure that shows it.
    pub value: Option<f64>,
    /// Units that it is of.
    pub places: usize,
}

impl Flag {
    /// The titles in one line.
    #[must_use]
    pub fn names(&self, lang: Lang) -> String {
        let own = self.item.title.get(lang);
        match &self.other {
            Some(other) => format!("{own} – {}", other.title.get(lang)),
            None => own.into(),
        }
    }
}

pub(super) fn flags(diagnosis: &Diagnosis) -> Vec<Flag> {
    let mut out = Vec::new();
    let mut push = |kind, item: &ItemName, other: Option<&ItemName>, value, places| {
        out.push(Flag { kind, item: item.clone(), other: other.cloned(), value, places });
    };
    for own in &diagnosis.indicators {
        if own.present == 0 {
            push(FlagKind::NoData, &own.name, None, None, 0);
        } else if own.spread == Err(Absence::Constant) {
            push(FlagKind::Constant, &own.name, None, None, own.present);
        }
        let group = diagnosis.groups.get(own.group).map(|group| &group.name);
        if let Some((value, places)) = below_zero(&own.with_parent) {
            push(FlagKind::AgainstParent, &own.name, group, Some(value), places);
        }
        if let Some(value) = own.effective.value().filter(|x| *x < -NOUGHT) {
            push(FlagKind::AgainstIndex, &own.name, None, Some(value), own.effective.places);
        }
    }
    for own in &diagnosis.groups {
        let parent = own.group.and_then(|at| diagnosis.groups.get(at)).map(|group| &group.name);
        if let Some((value, places)) = own.with_parent.as_ref().and_then(below_zero) {
            push(FlagKind::AgainstParent, &own.name, parent, Some(value), places);
        }
    }
    for pair in diagnosis.pairs.iter().filter(|pair| !pair.of_groups) {
        let [one, other] = pair.items.map(|at| diagnosis.indicators.get(at).map(|own| &own.name));
        let r = pair.correlation.pearson;
        if let (Some(one), Some(value)) = (one, r.value().filter(|r| r.abs() > diagnosis.options.high_correlation)) {
            push(FlagKind::HighCorrelation, one, other, Some(value), r.places);
        }
    }
    out
}

/// Smaller than this is rounding.
const NOUGHT: f64 = 1e-12;

fn below_zero(correlation: &Correlation) -> Option<(f64, usize)> {
    let r = correlation.pearson;
    Some((r.value().filter(|r| *r < -NOUGHT)?, r.places))
}
