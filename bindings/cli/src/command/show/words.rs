//! Thresholds, goalposts and citations in words.

use crate::numbers;
use crate::texts::{T, fill};
use dothi::{AttributeTest, Basis, Cite, Confidence, CriteriaSet, Criterion, Lang, Method, Role, Threshold};

/// A number of a criterion and what it rests on.
pub(super) struct Figure {
    /// `cấp độ 1 ≥ 50 %`
    pub(super) asks: String,
    /// `chỉ tiêu chính thức; giữ từ cấp độ 1`
    pub(super) rests: String,
    /// `411/QĐ-TTg, Điều 1`
    pub(super) source: String,
    /// `đọc văn bản gốc`
    pub(super) read: &'static str,
}

impl Figure {
    pub(super) fn line(&self) -> String {
        format!("{}: {} – {} ({})", self.asks, self.rests, self.source, self.read)
    }
}

/// Every number a criterion is judged by.
pub(super) fn figures(set: &CriteriaSet, criterion: &Criterion, lang: Lang) -> Vec<Figure> {
    let mut out = Vec::new();
    for judgement in &criterion.judge {
        match &judgement.method {
            Method::Goalposts { worst, best, basis, confidence, cites, .. } => {
                let (worst, best) = (numbers::exact(*worst, lang), numbers::exact(*best, lang));
                let asks = fill(T::Goalposts, lang, &[("worst", &worst), ("best", &best)]);
                let symbol = numbers::symbol(set, criterion, lang);
                let asks = if symbol.is_empty() { asks } else { format!("{asks} ({symbol})") };
                out.push(figure(set, asks, basis.label(lang).into(), *confidence, cites, lang));
            }
            Method::Survey { z, cites, .. } => {
                let asks = fill(T::SurveyBound, lang, &[("z", &numbers::exact(*z, lang))]);
                out.push(figure(set, asks, Basis::Definition.label(lang).into(), criterion.confidence, cites, lang));
            }
            _ => {}
        }
        out.extend(judgement.method.thresholds().iter().flat_map(|t| threshold(set, criterion, t, lang)));
    }
    out
}

fn figure(set: &CriteriaSet, asks: String, rests: String, confidence: Confidence, sources: &[Cite], lang: Lang) -> Figure {
    Figure { asks, rests, source: cites(set, sources), read: set.how_read(confidence, sources, lang) }
}

fn threshold(set: &CriteriaSet, criterion: &Criterion, t: &Threshold, lang: Lang) -> Vec<Figure> {
    let level = fill(T::Level, lang, &[("level", &t.level.to_string())]);
    let asks = |value| numbers::compared(criterion, t.op, value, numbers::symbol(set, criterion, lang), lang);
    let mut rests = vec![t.basis.label(lang).to_string()];
    if let Some(from) = t.carried_from {
        rests.push(fill(T::CarriedFrom, lang, &[("level", &from.to_string())]));
    }
    if !t.uses.is_empty() && t.basis != Basis::Assumption {
        rests.push(T::OwnUse.get(lang).into());
    }
    let main = figure(set, format!("{level} {}", asks(t.value)), rests.join("; "), t.confidence, &t.cites, lang);
    let variants = t.variants.iter().map(|v| {
        let when: Vec<String> = v.when.iter().map(|test| attribute(test, lang)).collect();
        let asks = format!("{level} {} [{}]", asks(v.value), when.join(", "));
        figure(set, asks, v.basis.label(lang).into(), v.confidence, &v.cites, lang)
    });
    std::iter::once(main).chain(variants).collect()
}

fn attribute(test: &AttributeTest, lang: Lang) -> String {
    let flag = |name: T, yes: bool| format!("{}: {}", name.get(lang), if yes { T::Yes } else { T::No }.get(lang));
    match test {
        AttributeTest::UrbanClass(classes) => format!("{} {}", T::UrbanClass.get(lang), classes.join(", ")),
        AttributeTest::CentrallyRun(yes) => flag(T::CentrallyRun, *yes),
        AttributeTest::Heritage(yes) => flag(T::Heritage, *yes),
        AttributeTest::SpecialFactors(yes) => flag(T::SpecialFactors, *yes),
        _ => String::new(),
    }
}

/// Number of the source, or its id, and the clause.
pub(in crate::command) fn cites(set: &CriteriaSet, cites: &[Cite]) -> String {
    let name = |id: &str| set.source(id).and_then(|s| s.number.clone()).unwrap_or_else(|| id.into());
    let all: Vec<String> = cites.iter().map(|c| format!("{}, {}", name(&c.source), c.clause)).collect();
    all.join("; ")
}

/// The part an input plays, with the word that files use.
pub(super) fn role(role: Role, lang: Lang) -> String {
    let word = match role {
        Role::Numerator => T::RoleNumerator,
        Role::Denominator => T::RoleDenominator,
        _ => T::RoleValue,
    };
    let (said, file) = (word.get(lang), role.as_str());
    if said == file { said.into() } else { format!("{said} ({file})") }
}

/// Words of `applies_to` as kinds of place.
pub(super) fn kinds(set: &CriteriaSet, words: &[String], lang: Lang) -> String {
    set.header().places(words, lang).join("; ")
}
