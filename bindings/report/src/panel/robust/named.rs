//! What is doubted, by the names that the set gives it.

use super::words::T;
use crate::number::percent_of;
use alloc::format;
use alloc::string::String;
use dothi::{Doubt, Lang, Normalise, PanelPlan};

/// A criterion, group, column, parameter or mean by its id.
pub(super) fn item(plan: &PanelPlan<'_>, id: &str, lang: Lang) -> String {
    let set = plan.set();
    let (own, rest) = id.split_once('/').map_or((id, ""), |(own, rest)| (own, rest));
    let criterion = set.criteria().iter().find(|criterion| criterion.id == own).map(|criterion| criterion.title.get(lang));
    let group = || set.header().groups.iter().find(|group| group.id == id).map(|group| group.title.get(lang));
    let mean = || match id {
        "arithmetic" => Some(T::Arithmetic.get(lang)),
        "geometric" => Some(T::Geometric.get(lang)),
        "harmonic" => Some(T::Harmonic.get(lang)),
        "none" => Some(T::NoRule.get(lang)),
        _ => Normalise::WORDS.iter().find(|(word, _)| *word == id).map(|(_, own)| own.label(lang)),
    };
    let parameter = || set.header().parameters.iter().find(|parameter| parameter.id == id).map(|parameter| parameter.title.get(lang));
    match criterion.or_else(group).or_else(mean).or_else(parameter) {
        Some(title) if rest.is_empty() => title.into(),
        Some(title) => format!("{title} ({rest})"),
        None => id.into(),
    }
}

/// A doubt in words: all of a kind, or one item of it.
pub(super) fn doubt(plan: &PanelPlan<'_>, kind: Doubt, own: Option<&str>, lang: Lang) -> String {
    let kind = crate::wording::capital(kind.label(lang));
    match own {
        None => kind,
        Some("") => format!("{kind}: {}", T::Whole.get(lang)),
        Some(id) => format!("{kind}: {}", item(plan, id, lang)),
    }
}

/// The group a weight is of.
pub(super) fn group(plan: &PanelPlan<'_>, id: Option<&str>, lang: Lang) -> String {
    id.map_or_else(|| T::Whole.get(lang).into(), |id| item(plan, id, lang))
}

/// A part of a whole.
pub(super) fn share(x: f64, lang: Lang) -> String {
    percent_of(x, 1, lang)
}
