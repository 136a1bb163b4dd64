//! The parts of a diagnosis.

use super::components::components;
use super::pictures::{diagnosis_picture, weights};
use super::reasons::Figures;
use super::units::{copeland, data};
use super::words::{T, fill};
use super::{PanelColumn, PanelPart, PanelTable};
use crate::number::{date, percent_of, rounded};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Diagnosis, Lang, PairSummary, SheetDiagnosis, Spread};

/// Pairs that a table shows.
const MOST_PAIRS: usize = 20;

/// The parts of a diagnosis in order: what was looked at, flags, criteria, groups, pairs, components, Copeland's order, data.
#[must_use]
pub fn diagnosis(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> Vec<PanelPart> {
    let own = found.diagnosis();
    let mut out = Vec::from([flags(found, lang), indicators(own, lang), groups(own, lang), pairs(own, lang)]);
    for (at, chart) in [(1, weights(found, lang)), (3, Some(diagnosis_picture(found, lang)))] {
        out.get_mut(at).into_iter().for_each(|part: &mut PanelPart| part.charts.extend(chart.clone()));
    }
    out.push(components(own, lang));
    out.push(copeland(found, lang));
    out.push(data(found, lang));
    out
}

/// What the figures are of, in sentences.
fn basis(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> Vec<String> {
    let own = found.diagnosis();
    let n = own.places.to_string();
    let mut out = Vec::from([match found.period() {
        Some(period) => fill(T::Looked, lang, &[("n", &n), ("period", &date(period, lang))]),
        None => fill(T::LookedAll, lang, &[("n", &n)]),
    }]);
    out.push(match own.obstacle {
        None => T::AsShares.get(lang).into(),
        Some(why) => fill(T::AsFigures, lang, &[("why", why.text(lang))]),
    });
    if !own.left_out.is_empty() {
        out.push(fill(T::LeftOut, lang, &[("n", &own.left_out.len().to_string()), ("names", &listed(&own.left_out))]));
    }
    out.push(T::Statistical.get(lang).into());
    out
}

/// The first of many names.
pub(super) fn listed(names: &[String]) -> String {
    const MOST: usize = 12;
    let mut out = names.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > MOST {
        out.push_str(", …");
    }
    out
}

fn flags(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> PanelPart {
    let own = found.diagnosis();
    let mut out = PanelPart::new("flags", T::Flags.get(lang));
    out.notes = basis(found, lang);
    out = out.note(fill(T::FlagBound, lang, &[("bound", &rounded(own.options.high_correlation, 2, lang))]));
    if own.flags.is_empty() {
        return out.note(T::FlagsNone.get(lang));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Name, T::Where.get(lang))
        .column(PanelColumn::Text, T::What.get(lang))
        .column(PanelColumn::Number, T::Value.get(lang))
        .column(PanelColumn::Number, T::Count.get(lang));
    let row = |flag: &dothi::Flag| {
        let value = flag.value.map(|value| rounded(value, 2, lang)).unwrap_or_default();
        Vec::from([flag.names(lang), crate::wording::capital(flag.kind.text(lang)), value, flag.places.to_string()])
    };
    out.table(table.rows(own.flags.iter().map(row)))
}

fn spread(own: &Result<Spread, dothi::Absence>, figures: &mut Figures, lang: Lang) -> [String; 2] {
    match own {
        Ok(own) => [rounded(own.mean, 3, lang), rounded(own.deviation, 3, lang)],
        Err(why) => [figures.absent(Some(*why)), String::new()],
    }
}

fn weight(own: Option<f64>, lang: Lang) -> String {
    own.map_or_else(|| "–".into(), |own| percent_of(own, 1, lang))
}

fn indicators(own: &Diagnosis, lang: Lang) -> PanelPart {
    let mut figures = Figures::new(lang);
    let mut table = PanelTable::new("")
        .column(PanelColumn::Name, T::Criterion.get(lang))
        .column(PanelColumn::Number, T::Count.get(lang))
        .column(PanelColumn::Number, T::Missing.get(lang))
        .column(PanelColumn::Number, T::Mean.get(lang))
        .column(PanelColumn::Number, T::Deviation.get(lang))
        .column(PanelColumn::Number, T::WithGroup.get(lang))
        .column(PanelColumn::Number, T::RanksWithGroup.get(lang))
        .column(PanelColumn::Number, T::Nominal.get(lang))
        .column(PanelColumn::Number, T::Effective.get(lang));
    for item in &own.indicators {
        let [mean, deviation] = spread(&item.spread, &mut figures, lang);
        table.rows.push(Vec::from([
            item.name.title.get(lang).into(),
            item.present.to_string(),
            item.missing.to_string(),
            mean,
            deviation,
            figures.statistic(&item.with_parent.pearson),
            figures.statistic(&item.with_parent.spearman),
            weight(item.nominal, lang),
            figures.share(&item.effective),
        ]));
    }
    table.below = figures.below();
    PanelPart::new("criteria", T::Indicators.get(lang)).note(T::WeightsNote.get(lang)).table(table)
}

fn groups(own: &Diagnosis, lang: Lang) -> PanelPart {
    let mut figures = Figures::new(lang);
    let mut table = PanelTable::new("")
        .column(PanelColumn::Name, T::Group.get(lang))
        .column(PanelColumn::Number, T::Parts.get(lang))
        .column(PanelColumn::Number, T::Count.get(lang))
        .column(PanelColumn::Number, T::Alpha.get(lang))
        .column(PanelColumn::Number, T::Mean.get(lang))
        .column(PanelColumn::Number, T::WithGroup.get(lang))
        .column(PanelColumn::Number, T::Nominal.get(lang))
        .column(PanelColumn::Number, T::Effective.get(lang));
    for item in &own.groups {
        let [mean, _] = spread(&item.spread, &mut figures, lang);
        let parent = item.with_parent.map(|own| figures.statistic(&own.pearson)).unwrap_or_default();
        table.rows.push(Vec::from([
            item.name.title.get(lang).into(),
            item.parts.to_string(),
            item.present.to_string(),
            figures.statistic(&item.alpha),
            mean,
            parent,
            weight(item.nominal, lang),
            figures.share(&item.effective),
        ]));
    }
    table.below = figures.below();
    PanelPart::new("alpha", T::Groups.get(lang)).note(T::AlphaNote.get(lang)).table(table)
}

fn pairs(own: &Diagnosis, lang: Lang) -> PanelPart {
    let strength = |pair: &PairSummary| pair.correlation.pearson.value().map_or(-1.0, f64::abs);
    let mut strongest: Vec<&PairSummary> = own.pairs.iter().collect();
    strongest.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
    let shown = strongest.len().min(MOST_PAIRS);
    let out = PanelPart::new("correlations", T::Pairs.get(lang));
    let out = if shown < strongest.len() {
        out.note(fill(T::PairsStrongest, lang, &[("shown", &shown.to_string()), ("all", &strongest.len().to_string())]))
    } else {
        out.note(T::PairsAll.get(lang))
    };
    let mut figures = Figures::new(lang);
    let mut table = PanelTable::new("")
        .column(PanelColumn::Name, T::First.get(lang))
        .column(PanelColumn::Text, T::Second.get(lang))
        .column(PanelColumn::Word, T::Relation.get(lang))
        .column(PanelColumn::Number, T::Pearson.get(lang))
        .column(PanelColumn::Number, T::Spearman.get(lang))
        .column(PanelColumn::Number, T::Count.get(lang));
    for pair in strongest.iter().take(MOST_PAIRS) {
        let name = |at: usize| {
            let item = if pair.of_groups { own.groups.get(at).map(|own| &own.name) } else { own.indicators.get(at).map(|own| &own.name) };
            item.map(|item| String::from(item.title.get(lang))).unwrap_or_default()
        };
        let [first, second] = pair.items.map(name);
        let relation = match (pair.of_groups, pair.within) {
            (true, _) => T::PairGroups,
            (false, true) => T::PairWithin,
            (false, false) => T::PairAcross,
        };
        let (r, rho) = (figures.statistic(&pair.correlation.pearson), figures.statistic(&pair.correlation.spearman));
        table.rows.push(Vec::from([first, second, relation.get(lang).into(), r, rho, pair.correlation.pearson.places.to_string()]));
    }
    table.below = figures.below();
    out.table(table)
}
