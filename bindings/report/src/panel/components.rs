//! Principal components as tables.

use super::diagnosis::listed;
use super::words::{T, fill};
use super::{PanelColumn, PanelPart, PanelTable};
use crate::number::{percent_of, rounded};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Component, Components, Diagnosis, Lang};

/// Components that a table has room for.
const MOST: usize = 4;

pub(super) fn components(own: &Diagnosis, lang: Lang) -> PanelPart {
    let mut out = PanelPart::new("components", T::Components.get(lang));
    if let Some(all) = own.components.first() {
        out = out.note(fill(T::ComponentsNote, lang, &[("n", &all.places.to_string()), ("most", &MOST.to_string())]));
        if all.places <= all.parts.len() {
            out = out.note(fill(T::FewUnits, lang, &[("n", &all.places.to_string()), ("k", &all.parts.len().to_string())]));
        }
    }
    for one in &own.components {
        let name = one.group.as_ref().map_or(T::AllCriteria.get(lang), |group| group.title.get(lang));
        match &one.components {
            Ok(components) => out.tables.push(table(one, components, name, lang)),
            Err(why) => out = out.note(fill(T::NoComponents, lang, &[("group", name), ("why", why.text(lang))])),
        }
        if !one.left_out.is_empty() {
            let names: Vec<String> = one.left_out.iter().map(|part| part.title.get(lang).into()).collect();
            out = out.note(fill(T::ConstantLeftOut, lang, &[("names", &listed(&names))]));
        }
    }
    out
}

fn table(own: &Components, components: &[Component], name: &str, lang: Lang) -> PanelTable {
    let large = components.iter().filter(|component| component.eigenvalue >= 1.0).count().clamp(1, MOST);
    let mut out = PanelTable::new(alloc::format!("{name} (n = {})", own.places)).column(PanelColumn::Name, T::Criterion.get(lang));
    for at in 1..=large.min(components.len()) {
        out = out.column(PanelColumn::Number, &at.to_string());
    }
    let shown = || components.iter().take(large);
    for (at, part) in own.parts.iter().enumerate() {
        let mut row = Vec::from([String::from(part.title.get(lang))]);
        row.extend(shown().map(|component| component.loadings.get(at).map_or_else(String::new, |x| rounded(*x, 2, lang))));
        out.rows.push(row);
    }
    let line = |head: T, cell: &dyn Fn(&Component) -> String| {
        let mut row = Vec::from([crate::wording::capital(head.get(lang))]);
        row.extend(shown().map(cell));
        row
    };
    out.rows.push(line(T::Eigenvalue, &|component| rounded(component.eigenvalue, 2, lang)));
    out.rows.push(line(T::ShareOfVariance, &|component| percent_of(component.share, 1, lang)));
    out
}
