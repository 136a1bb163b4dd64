//! Units as a page.

use super::Shown;
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::texts::{T, fill};
use crate::{marks, numbers};
use dothi::Lang;
use dothi::units::{AdminUnit, Succession, SuccessionKind};

/// A column and how its cells are made; it stands only where some cell says something.
type Made<'s> = (Column, Box<dyn Fn(&AdminUnit) -> String + 's>);

pub(super) fn blocks(shown: &Shown<'_>, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(shown.title.clone())];
    out.extend(marks::blocks(&shown.registry.marks(), lang));
    if shown.units.is_empty() {
        return out;
    }
    let made: Vec<Made<'_>> =
        columns(shown, lang).into_iter().filter(|(_, cell)| shown.units.iter().any(|unit| !cell(unit).is_empty())).collect();
    let rows = shown.units.iter().map(|unit| made.iter().map(|(_, cell)| Cell::new(cell(unit))).collect()).collect();
    out.push(Block::Table(Table { columns: made.into_iter().map(|(column, _)| column).collect(), rows }));
    if shown.units.iter().any(|unit| changed(shown, unit)) {
        out.push(Block::Text(Tone::Dim, T::UnitLegend.get(lang).into()));
    }
    out.push(Block::Text(Tone::Dim, T::UnitFooter.get(lang).into()));
    out
}

fn columns<'s>(shown: &'s Shown<'_>, lang: Lang) -> Vec<Made<'s>> {
    let registry = shown.registry;
    let head = |key: T| Column::text(key.get(lang));
    vec![
        (Column::word(T::UnitCode.get(lang)), Box::new(|unit| unit.code.clone())),
        (head(T::UnitName), Box::new(|unit| unit.name.clone())),
        (head(T::UnitType), Box::new(move |unit| unit.admin_type.label(lang).into())),
        (
            head(T::UnitParent),
            Box::new(move |unit| {
                let parent = unit.parent.as_ref().and_then(|code| registry.code(code, unit.valid_from));
                parent.map_or_else(String::new, named)
            }),
        ),
        (head(T::UnitValid), Box::new(move |unit| valid(unit, lang))),
        (
            head(T::UnitBecame),
            Box::new(move |unit| {
                let steps = registry.successors(unit);
                steps.iter().map(|step| with_change(named(step.unit), step, lang)).collect::<Vec<_>>().join(", ")
            }),
        ),
        (
            head(T::UnitMadeOf),
            Box::new(move |unit| {
                // Of a former unit: all that went into what it became.
                let became = if shown.of_former { registry.successors(unit) } else { Vec::new() };
                let merged = became.iter().filter(|step| step.kind == SuccessionKind::Merged);
                let beside: Vec<Succession<'_>> = merged.flat_map(|step| registry.predecessors(step.unit)).collect();
                let steps = if shown.of_former { beside } else { registry.predecessors(unit) };
                match steps.as_slice() {
                    [only] => with_change(named(only.former), only, lang),
                    all => all.iter().map(|step| named(step.former)).collect::<Vec<_>>().join(", "),
                }
            }),
        ),
    ]
}

fn named(unit: &AdminUnit) -> String {
    format!("{} {}", unit.code, unit.name)
}

/// Says so where nothing was merged in.
fn with_change(named: String, step: &Succession<'_>, lang: Lang) -> String {
    if step.kind == SuccessionKind::Same { format!("{named} ({})", T::UnitUnmerged.get(lang)) } else { named }
}

/// The dates of a unit that ended.
fn valid(unit: &AdminUnit, lang: Lang) -> String {
    unit.valid_to.map_or_else(String::new, |end| fill(T::UnitUntil, lang, &[("date", &numbers::date(end, lang))]))
}

fn changed(shown: &Shown<'_>, unit: &AdminUnit) -> bool {
    let steps = shown.registry.successors(unit).into_iter().chain(shown.registry.predecessors(unit));
    steps.into_iter().any(|step| step.kind == SuccessionKind::Merged)
}
