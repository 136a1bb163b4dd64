//! What is doubted, named: all of a kind, or one item of it.

use super::Robust;
use super::design::Factor;
use super::engine::Engine;
use super::model::Source;
use super::stream::Purpose;
use crate::text::{Lang, pick};
use alloc::string::String;
use alloc::vec::Vec;

/// A kind of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doubt {
    /// Weights.
    Weights,
    /// How shares are put together.
    Means,
    /// How figures become shares.
    Normalise,
    /// What happens to outliers.
    Outliers,
    /// What fills gaps.
    Impute,
    /// Goalposts that the set marks as its assumption.
    Goalposts,
    /// Thresholds that the set marks as its assumption.
    Thresholds,
    /// Parameters that the set marks as its assumption.
    Parameters,
    /// Errors of figures.
    Figures,
}

impl Doubt {
    /// The word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Weights => "weights",
            Self::Means => "means",
            Self::Normalise => "normalise",
            Self::Outliers => "outliers",
            Self::Impute => "impute",
            Self::Goalposts => "goalposts",
            Self::Thresholds => "thresholds",
            Self::Parameters => "parameters",
            Self::Figures => "figures",
        }
    }

    /// The kind of a word of files.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let how = [Self::Weights, Self::Means, Self::Normalise, Self::Outliers, Self::Impute];
        let what = [Self::Goalposts, Self::Thresholds, Self::Parameters, Self::Figures];
        how.into_iter().chain(what).find(|own| own.as_str() == word)
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Weights => pick(lang, "trọng số", "weights"),
            Self::Means => pick(lang, "cách tổng hợp", "way of putting together"),
            Self::Normalise => pick(lang, "cách chuẩn hóa", "normalisation"),
            Self::Outliers => pick(lang, "xử lý giá trị ngoại lai", "treatment of outliers"),
            Self::Impute => pick(lang, "điền số liệu thiếu", "imputation"),
            Self::Goalposts => pick(lang, "cột mốc giả định", "assumed goalposts"),
            Self::Thresholds => pick(lang, "ngưỡng giả định", "assumed thresholds"),
            Self::Parameters => pick(lang, "tham số giả định", "assumed parameters"),
            Self::Figures => pick(lang, "sai số của số liệu", "errors of figures"),
        }
    }
}

/// How finely doubts are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DoubtBy {
    /// All weights together, all figures together ...
    #[default]
    Kind,
    /// The weights of each group, the goalposts of each criterion, the figures of each column.
    Item,
}

/// A doubt, as results name it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DoubtOf {
    /// The kind.
    pub kind: Doubt,
    /// Group, criterion, parameter or column; none for all of the kind, and empty for the whole tree's own weights.
    pub item: Option<String>,
}

impl Robust<'_, '_> {
    /// What varies, each with its name.
    pub(super) fn factors(&self, by: DoubtBy) -> Vec<(Factor, DoubtOf)> {
        let all = match &self.engine {
            Engine::Columns(engine) => {
                let model = &engine.model;
                let groups = model.nodes.iter().filter(|node| self.options.weights.is_some() && node.strands.len() > 1);
                let mut all: Vec<_> =
                    groups.rev().map(|node| (Doubt::Weights, node.node, self.group_of(node.node).unwrap_or_default())).collect();
                if !self.options.means.is_empty() {
                    all.push((Doubt::Means, 0, String::new()));
                }
                let treated = [
                    (Doubt::Normalise, self.options.normalise.is_empty()),
                    (Doubt::Outliers, self.options.outliers.is_empty()),
                    (Doubt::Impute, self.options.impute.is_empty()),
                ];
                all.extend(treated.into_iter().filter(|(_, empty)| !empty).map(|(doubt, _)| (doubt, 0, String::new())));
                let assumed = |leaf: &&super::model::Leaf| leaf.assumed && self.options.assumed.is_some();
                let named = |leaf: &super::model::Leaf, at: usize| (leaf.input, self.name_of(Source::Leaf(at)));
                let leaves = || model.leaves.iter().enumerate();
                all.extend(leaves().filter(|(_, leaf)| assumed(leaf)).map(|(at, leaf)| {
                    let (input, name) = named(leaf, at);
                    (Doubt::Goalposts, input, name)
                }));
                all.extend(leaves().filter(|(_, leaf)| leaf.errors.is_some()).map(|(_, leaf)| {
                    (Doubt::Figures, leaf.input, self.plan.inputs().get(leaf.input).map(|own| own.key.clone()).unwrap_or_default())
                }));
                all
            }
            Engine::Places(engine) => engine.factors(),
        };
        let mut out: Vec<(Factor, DoubtOf)> = Vec::new();
        for (kind, item, name) in all {
            let whole = by == DoubtBy::Kind;
            let purpose = match kind {
                Doubt::Weights => Purpose::Weights,
                Doubt::Means => Purpose::Means,
                Doubt::Normalise => Purpose::Normalise,
                Doubt::Outliers => Purpose::Outliers,
                Doubt::Impute => Purpose::Impute,
                Doubt::Goalposts => Purpose::Posts,
                Doubt::Thresholds => Purpose::Thresholds,
                Doubt::Parameters => Purpose::Parameters,
                Doubt::Figures => Purpose::Figures,
            };
            let factor = Factor { purpose, item: (!whole).then_some(item) };
            if !out.iter().any(|(own, _)| *own == factor) {
                out.push((factor, DoubtOf { kind, item: (!whole).then_some(name) }));
            }
        }
        out
    }
}
