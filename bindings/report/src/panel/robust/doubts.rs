//! What is doubted, and how it was done.

use super::words::{T, fill};
use super::{RobustFound, named};
use crate::number::{percent_of, rounded};
use crate::panel::scores::count;
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Doubt, FigureError, Lang, Treatment, WeightDoubt};

pub(super) fn part(found: &RobustFound<'_, '_, '_>, lang: Lang) -> PanelPart {
    let options = &found.results.options;
    let runs = count(usize::try_from(options.replications).unwrap_or(usize::MAX), lang);
    let mut out =
        PanelPart::new("doubts", T::Doubts.get(lang)).note(fill(T::DoubtsNote, lang, &[("n", &runs), ("seed", &options.seed.to_string())]));
    for why in &found.not_run {
        out = out.note(why.clone());
    }
    let mut rows: Vec<(String, String)> = Vec::new();
    let kind = |doubt: Doubt| crate::wording::capital(doubt.label(lang));
    let plain = |x: f64| trimmed(x, lang);
    match options.weights {
        Some(WeightDoubt::Dirichlet { concentration }) => {
            rows.push((kind(Doubt::Weights), fill(T::Dirichlet, lang, &[("c", &plain(concentration))])));
        }
        Some(WeightDoubt::Band { percent }) => rows.push((kind(Doubt::Weights), fill(T::Band, lang, &[("p", &plain(percent))]))),
        _ => {}
    }
    if !options.means.is_empty() {
        let all: Vec<String> = options.means.iter().map(|mean| named::item(found.plan(), mean.as_str(), lang)).collect();
        rows.push((kind(Doubt::Means), all.join(", ")));
    }
    if !options.normalise.is_empty() {
        let all: Vec<String> = options.normalise.iter().map(|way| way.label(lang).to_string()).collect();
        rows.push((kind(Doubt::Normalise), all.join(", ")));
    }
    let or_nothing = |rule: Option<Treatment>| rule.map_or_else(|| T::NoRule.get(lang).into(), |rule| own_rule(&rule, lang));
    let ways = [
        (
            Doubt::Outliers,
            options.outliers.iter().map(|rule| rule.map(|rule| Treatment::default().with_outliers(rule))).collect::<Vec<_>>(),
        ),
        (Doubt::Impute, options.impute.iter().map(|rule| rule.map(|rule| Treatment::default().with_impute(rule))).collect()),
    ];
    for (doubt, rules) in ways.into_iter().filter(|(_, rules)| !rules.is_empty()) {
        rows.push((kind(doubt), rules.into_iter().map(or_nothing).collect::<Vec<_>>().join(", ")));
    }
    if let Some(treated) = found.period.robust.treated() {
        rows.push((T::AsItIsTreated.get(lang).into(), treated.treatment().text(lang)));
    }
    if let Some(percent) = options.assumed {
        rows.push((T::Assumed.get(lang).into(), fill(T::Band, lang, &[("p", &plain(percent))])));
    }
    for (column, error) in &options.errors {
        let said = match error {
            FigureError::Standard(error) => fill(T::Standard, lang, &[("e", &plain(*error))]),
            FigureError::Relative(percent) => fill(T::Relative, lang, &[("p", &plain(*percent))]),
            FigureError::Survey { people, .. } => fill(T::Survey, lang, &[("n", &plain(*people))]),
            FigureError::Counted => T::Counted.get(lang).into(),
            _ => T::ByPlace.get(lang).into(),
        };
        rows.push((format!("{}: {}", kind(Doubt::Figures), named::item(found.plan(), column, lang)), said));
    }
    let table = PanelTable::new("").column(PanelColumn::Name, T::What.get(lang)).column(PanelColumn::Text, T::HowMuch.get(lang));
    let table = table.rows(rows.into_iter().map(|(what, how)| Vec::from([what, how])));
    out.table(table.below(fill(T::Options, lang, &[("options", &options.to_string())])))
}

/// What a treatment does besides making figures shares.
fn own_rule(rule: &Treatment, lang: Lang) -> String {
    let text = rule.text(lang);
    text.split_once("; ").map_or_else(|| text.clone(), |(_, own)| own.into())
}

/// Without noughts at the end.
fn trimmed(x: f64, lang: Lang) -> String {
    let text = rounded(x, 6, lang);
    let text = text.trim_end_matches('0');
    text.trim_end_matches([',', '.']).into()
}

pub(super) fn method(found: &RobustFound<'_, '_, '_>, lang: Lang) -> PanelPart {
    let mut out = PanelPart::new("method", T::Method.get(lang)).note(T::MethodDraw.get(lang));
    if !found.sobol.is_empty() {
        out = out.note(T::MethodSobol.get(lang));
    }
    if found.results.mean_shift > 0.0 {
        let shift = [("shift", rounded(found.results.mean_shift, 3, lang))];
        out = out.note(fill(T::MeanShift, lang, &[(shift[0].0, &shift[0].1)]));
    }
    if found.results.places.iter().any(|place| place.ranks.is_some()) {
        out = out.note(fill(T::MethodInterval, lang, &[("share", &percent_of(0.9, 0, lang))]));
    }
    out.note(fill(T::Software, lang, &[("version", env!("CARGO_PKG_VERSION"))]))
}
