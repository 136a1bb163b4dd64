//! Every number that a criterion is judged by, in words, with what it rests on.

use super::words::{cites, places};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{
    Basis, Cite, Combination, CombinePart, Confidence, CriteriaSet, Criterion, DataKind, DataPoint, Dec, Ground, Interpolate, Judgement,
    Lang, Method, OutsideRange, Range, Threshold, ThresholdValue,
};

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
        let scheme = of_schemes(set, judgement);
        let mut asking = Asking { set, criterion, lang, leveled: leveled(set, criterion, judgement), before: scheme, out: &mut out };
        asking.method(&judgement.method, criterion.data_points.first());
    }
    out
}

/// How the parts of a criterion are put together, scheme by scheme; nothing where it has no parts.
pub(super) fn combinations(set: &CriteriaSet, criterion: &Criterion, lang: Lang) -> Vec<String> {
    let one = |judgement: &Judgement| match &judgement.method {
        Method::Combine { how, of } => Some(format!("{}{}", of_schemes(set, judgement), combination(*how, of.len(), lang))),
        _ => None,
    };
    criterion.judge.iter().filter_map(one).collect()
}

fn combination(how: Combination, parts: usize, lang: Lang) -> String {
    let (parts, n) = (parts.to_string(), if let Combination::AtLeast { n } = how { n.to_string() } else { String::new() });
    match how {
        Combination::Any => T::CombineAny.get(lang).into(),
        Combination::All => T::CombineAll.get(lang).into(),
        Combination::AtLeast { .. } => fill(T::CombineAtLeast, lang, &[("n", &n), ("parts", &parts)]),
        Combination::Readings => fill(T::CombineReadings, lang, &[("parts", &parts)]),
        _ => T::CombineSum.get(lang).into(),
    }
}

/// Remarks on the numbers, each with the level it is of.
pub(super) fn notes(criterion: &Criterion, lang: Lang) -> Vec<(String, &str)> {
    let mut out = Vec::new();
    for judgement in &criterion.judge {
        match &judgement.method {
            Method::Combine { of, .. } => of.iter().for_each(|part| notes_of(&part.method, lang, &mut out)),
            method => notes_of(method, lang, &mut out),
        }
    }
    out
}

fn notes_of<'c>(method: &'c Method, lang: Lang, out: &mut Vec<(String, &'c str)>) {
    let ground = match method {
        Method::Interpolate(i) => Some(&i.ground),
        Method::Steps { ground, .. } | Method::TargetShare { ground, .. } => Some(ground),
        Method::Range(range) => Some(&range.ground),
        _ => None,
    };
    out.extend(ground.and_then(|ground| ground.note.as_deref()).map(|note| (String::new(), note)));
    if let Method::Interpolate(Interpolate { relief: Some(relief), .. }) = method {
        out.extend(relief.note.as_deref().map(|note| (String::new(), note)));
    }
    for threshold in method.thresholds() {
        let level = fill(T::Level, lang, &[("level", &threshold.level.to_string())]);
        out.extend(threshold.note.as_deref().map(|note| (format!("{level} – "), note)));
    }
}

/// The schemes that a judgement is for, where there are others.
fn of_schemes(set: &CriteriaSet, judgement: &Judgement) -> String {
    let others = set.schemes().len() > 1 && !judgement.schemes.is_empty();
    if others { format!("[{}] ", judgement.schemes.join(", ")) } else { String::new() }
}

/// Whether it asks at levels of maturity.
fn leveled(set: &CriteriaSet, criterion: &Criterion, judgement: &Judgement) -> bool {
    let mut own = set.schemes().iter().filter(|s| judgement.schemes.is_empty() || judgement.schemes.contains(&s.id));
    own.any(|scheme| scheme.has_levels() && scheme.tree.holds(&criterion.id))
}

struct Asking<'a> {
    set: &'a CriteriaSet,
    criterion: &'a Criterion,
    lang: Lang,
    leveled: bool,
    /// Scheme and part.
    before: String,
    out: &'a mut Vec<Figure>,
}

impl Asking<'_> {
    fn method(&mut self, method: &Method, point: Option<&DataPoint>) {
        let Some(point) = point else { return };
        match method {
            Method::Goalposts { worst, best, basis, confidence, cites, .. } => {
                let (worst, best) = (numbers::exact(*worst, self.lang), numbers::exact(*best, self.lang));
                let asks = fill(T::Goalposts, self.lang, &[("worst", &worst), ("best", &best)]);
                let symbol = self.symbol(point);
                let asks = if symbol.is_empty() { asks } else { format!("{asks} ({symbol})") };
                self.push(asks, basis.label(self.lang).into(), *confidence, cites);
            }
            Method::Survey { z, cites, .. } => {
                let asks = fill(T::SurveyBound, self.lang, &[("z", &numbers::exact(*z, self.lang))]);
                self.push(asks, Basis::Definition.label(self.lang).into(), self.criterion.confidence, cites);
            }
            Method::Interpolate(i) => self.interpolate(i, point),
            Method::Steps { points, open, ground } => {
                for band in points {
                    let edge = self.amount(band.at_least, point);
                    self.band(fill(T::FromEdge, self.lang, &[("edge", &edge)]), band.points, ground);
                }
                if let Some(open) = open {
                    self.push(T::BelowSteps.get(self.lang).into(), String::new(), ground.confidence, &open.cites);
                }
            }
            Method::TargetShare { target, bands, ground } => {
                let target = self.amount(*target, point);
                self.ground(fill(T::Target, self.lang, &[("value", &target)]), ground);
                for band in bands {
                    let edge = numbers::exact(band.at_least, self.lang);
                    self.band(fill(T::FromShare, self.lang, &[("edge", &edge)]), band.points, ground);
                }
            }
            Method::Range(range) => self.range(range, point),
            Method::Combine { how, of } => self.parts(*how, of),
            _ => {}
        }
        for threshold in method.thresholds() {
            self.threshold(threshold, point);
        }
    }

    fn parts(&mut self, how: Combination, of: &[CombinePart]) {
        let scheme = self.before.clone();
        for (at, part) in of.iter().enumerate() {
            let name = if how == Combination::Readings { T::ReadingNo } else { T::PartNo };
            let name = fill(name, self.lang, &[("n", &(at + 1).to_string())]);
            let title = part.title.as_ref().or_else(|| part.point(self.criterion).and_then(|point| point.title.as_ref()));
            let title = title.map(|title| format!(" ({})", title.get(self.lang))).unwrap_or_default();
            let recognition = if part.evidence.is_some() { format!(" [{}]", T::NeedsRecognition.get(self.lang)) } else { String::new() };
            self.before = format!("{scheme}{name}{title}{recognition}: ");
            self.method(&part.method, part.point(self.criterion));
        }
        self.before = scheme;
    }

    fn interpolate(&mut self, i: &Interpolate, point: &DataPoint) {
        for (key, value, points) in [(T::MinimumIs, i.minimum, i.points_min), (T::MaximumIs, i.maximum, i.points_max)] {
            let text = fill(key, self.lang, &[("value", &self.amount(value, point))]);
            self.band(text, points, &i.ground);
        }
        if let Some(relief) = &i.relief {
            let sum = format!("{} × {}", numbers::exact(relief.factor, self.lang), self.amount(i.minimum, point));
            let unclear = if relief.whole { format!(" ({})", T::RoundingUnclear.get(self.lang)) } else { String::new() };
            let values = [("value", sum.as_str()), ("places", &places(&relief.when, self.lang))];
            let asks = format!("{}{unclear}, {}", fill(T::ReliefIs, self.lang, &values), self.points(i.points_min));
            let confidence = self.weakest(&relief.cites);
            self.push(asks, T::ByRule.get(self.lang).into(), confidence, &relief.cites);
        }
    }

    fn range(&mut self, range: &Range, point: &DataPoint) {
        let (low, high) = (numbers::exact(range.low, self.lang), self.amount(range.high, point));
        let outside = |outside| match outside {
            OutsideRange::Met => T::RangeMet,
            OutsideRange::NotMet => T::RangeNotMet,
            _ => T::SourceSilent,
        };
        let (below, above) = (outside(range.below).get(self.lang), outside(range.above).get(self.lang));
        let values = [("low", low.as_str()), ("high", &high), ("below", below), ("above", above)];
        let mut asks = format!("{}{}", self.level(range.level), fill(T::RangeIs, self.lang, &values));
        if let Some(printed) = &range.printed {
            asks.push_str(&fill(T::PrintedAs, self.lang, &[("printed", printed.get(self.lang))]));
        }
        self.ground(asks, &range.ground);
    }

    fn threshold(&mut self, t: &Threshold, point: &DataPoint) {
        let level = self.level(t.level);
        let asks = |of: &Self, value| match value {
            ThresholdValue::Number(n) => format!("{}{}{}", t.op.sign(), crate::doc::text::TIE, of.amount(n, point)),
            _ => T::Yes.get(of.lang).into(),
        };
        let mut rests = vec![t.basis.label(self.lang).to_string()];
        if let Some(from) = t.carried_from {
            rests.push(fill(T::CarriedFrom, self.lang, &[("level", &from.to_string())]));
        }
        if !t.uses.is_empty() && t.basis != Basis::Assumption {
            rests.push(T::OwnUse.get(self.lang).into());
        }
        self.push(format!("{level}{}", asks(self, t.value)), rests.join("; "), t.confidence, &t.cites);
        for v in &t.variants {
            let asks = format!("{level}{} [{}]", asks(self, v.value), places(&v.when, self.lang));
            self.push(asks, v.basis.label(self.lang).into(), v.confidence, &v.cites);
        }
    }

    /// `cấp độ 1 `; empty where there are no levels of maturity.
    fn level(&self, level: u32) -> String {
        if self.leveled { format!("{} ", fill(T::Level, self.lang, &[("level", &level.to_string())])) } else { String::new() }
    }

    fn band(&mut self, text: String, points: Dec, ground: &Ground) {
        let asks = format!("{text}, {}", self.points(points));
        self.ground(asks, ground);
    }

    fn ground(&mut self, asks: String, ground: &Ground) {
        self.push(asks, ground.basis.label(self.lang).into(), ground.confidence, &ground.cites);
    }

    fn push(&mut self, asks: String, rests: String, confidence: Confidence, sources: &[Cite]) {
        let asks = format!("{}{asks}", self.before);
        let (source, read) = (cites(self.set, sources), self.set.how_read(confidence, sources, self.lang));
        self.out.push(Figure { asks, rests, source, read });
    }

    fn weakest(&self, sources: &[Cite]) -> Confidence {
        let all = sources.iter().filter_map(|cite| self.set.source(&cite.source)).map(|source| source.confidence);
        all.max().unwrap_or(self.criterion.confidence)
    }

    fn points(&self, points: Dec) -> String {
        if points == Dec::ONE {
            return T::OnePoint.get(self.lang).into();
        }
        fill(T::PointsAre, self.lang, &[("points", &numbers::exact(points, self.lang))])
    }

    fn amount(&self, value: Dec, point: &DataPoint) -> String {
        if point.kind == DataKind::Ordinal {
            return numbers::step(value, self.lang);
        }
        numbers::with_unit(&numbers::exact(value, self.lang), self.symbol(point))
    }

    fn symbol(&self, point: &DataPoint) -> &str {
        let unit = self.set.unit(&point.unit).filter(|_| point.kind == DataKind::Number);
        unit.map_or("", |unit| unit.symbol.get(self.lang))
    }
}
