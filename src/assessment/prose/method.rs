//! How points follow from a value, with the numbers put in.

use super::criterion::unit_of;
use super::words::{basis_text, number};
use crate::assessment::{Assessment, CriterionResult, Outcome};
use crate::criteria::{Band, Ground, Interpolate, Method, Relief};
use crate::number::{Dec, Exact, Number};
use crate::steps::judge::{interpolate, target_share};
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl Assessment<'_> {
    /// What a method with points asks, and how the points of this value follow from it.
    pub(super) fn method_texts(&self, c: &CriterionResult<'_>, lang: Lang) -> Vec<String> {
        if c.outcome == Outcome::NotApplicable {
            return Vec::new();
        }
        let value = c.value.filter(|_| c.outcome != Outcome::NotConsidered);
        match c.method {
            Method::Interpolate(rule) => {
                let mut out = Vec::from([self.standard_text(c, rule, lang)]);
                out.extend(value.map(|value| self.interpolated(c, rule, value, lang)));
                out
            }
            Method::Steps { points, open, ground } => {
                let told = format!("{} — {}", steps_text(points, lang, |edge| number(edge, lang)), self.ground_text(ground, lang));
                let left = open.as_ref().filter(|_| c.low.is_some()).map(|open| {
                    let said = pick(
                        lang,
                        "nguồn không nói một nơi như vậy được bao nhiêu điểm khi ở dưới bậc thấp nhất",
                        "the source does not say what such a place gets below the lowest step",
                    );
                    format!("{said} — {}", self.cites_text(&open.cites))
                });
                core::iter::once(told).chain(left).collect()
            }
            Method::TargetShare { target, bands, ground } => self.target_texts(c, (*target, bands, ground), value, lang),
            _ => Vec::new(),
        }
    }

    fn standard_text(&self, c: &CriterionResult<'_>, rule: &Interpolate, lang: Lang) -> String {
        let [least, most] = [rule.points_min, rule.points_max].map(|points| points_text(points, lang));
        let (minimum, maximum) = (self.with_unit(rule.minimum, c, lang), self.with_unit(rule.maximum, c, lang));
        let ground = self.ground_text(&rule.ground, lang);
        match lang {
            Lang::Vi => format!("tiêu chuẩn: tối thiểu {minimum} ({least}), tối đa {maximum} ({most}) — {ground}"),
            Lang::En => format!("standard: minimum {minimum} ({least}), maximum {maximum} ({most}) — {ground}"),
        }
    }

    /// The formula with its numbers, or which side of the standard the value is on.
    fn interpolated(&self, c: &CriterionResult<'_>, rule: &Interpolate, value: Dec, lang: Lang) -> String {
        if value >= rule.maximum {
            let points = points_text(rule.points_max, lang);
            return match lang {
                Lang::Vi => format!("từ mức tối đa trở lên: {points}"),
                Lang::En => format!("at the maximum or above: {points}"),
            };
        }
        if value >= rule.minimum {
            let [min, max, least, most, x] = [rule.minimum, rule.maximum, rule.points_min, rule.points_max, value].map(|n| number(n, lang));
            let points = c.points.or(c.unrounded).map(|points| format!(" = {}", number(points, lang))).unwrap_or_default();
            let word = pick(lang, "điểm nội suy", "interpolated points");
            return format!("{word} = {least} + ({most} − {least}) × ({x} − {min}) / ({max} − {min}){points}");
        }
        match rule.relief.as_ref().filter(|_| c.flags.contains(&"relief")) {
            Some(relief) => self.relieved(c, rule, relief, lang),
            None => pick(lang, "dưới mức tối thiểu: 0 điểm", "below the minimum: 0 points").into(),
        }
    }

    fn relieved(&self, c: &CriterionResult<'_>, rule: &Interpolate, relief: &Relief, lang: Lang) -> String {
        let (low, high) = interpolate::lowered::<Exact>(rule.minimum, relief);
        let shown = |n: Exact| n.dec().map(|n| self.with_unit(n, c, lang)).unwrap_or_default();
        let (factor, points, cites) = (number(relief.factor, lang), points_text(rule.points_min, lang), self.cites_text(&relief.cites));
        let open = c.low.is_some();
        match (lang, open) {
            (Lang::Vi, false) => format!("dưới mức tối thiểu, nhưng mức này được nhân {factor} còn {}: {points} — {cites}", shown(high)),
            (Lang::En, false) => {
                format!("below the minimum, which is lowered by the factor {factor} to {}: {points} — {cites}", shown(high))
            }
            (Lang::Vi, true) => format!(
                "dưới mức tối thiểu; mức này được nhân {factor}, nguồn không nêu làm tròn xuống {} hay lên {}: 0 điểm hoặc {points} — {cites}",
                shown(low),
                shown(high)
            ),
            (Lang::En, true) => format!(
                "below the minimum, which is lowered by the factor {factor}; the source does not say whether it is rounded to {} or {}: no points or {points} — {cites}",
                shown(low),
                shown(high)
            ),
        }
    }

    fn target_texts(&self, c: &CriterionResult<'_>, rule: (Dec, &[Band], &Ground), value: Option<Dec>, lang: Lang) -> Vec<String> {
        let (target, bands, ground) = rule;
        let bands = steps_text(bands, lang, |edge| format!("{} %", number(edge, lang)));
        let asked = self.in_unit(target, unit_of(c), lang);
        let word = pick(lang, "mục tiêu", "target");
        let mut out = Vec::from([format!("{word} {asked}; {bands} — {}", self.ground_text(ground, lang))]);
        let percent = value.and_then(|value| target_share::percent(target, c.criterion.direction, Exact::of(value))).and_then(Exact::dec);
        out.extend(percent.map(|percent| match lang {
            Lang::Vi => format!("đạt {} % mục tiêu", number(percent, lang)),
            Lang::En => format!("{} % of the target", number(percent, lang)),
        }));
        out
    }

    fn ground_text(&self, ground: &Ground, lang: Lang) -> String {
        let read = self.set.how_read(ground.confidence, &ground.cites, lang);
        format!("{}; {} ({read})", basis_text(ground.basis, lang), self.cites_text(&ground.cites))
    }
}

fn points_text(points: Dec, lang: Lang) -> String {
    format!("{} {}", number(points, lang), pick(lang, "điểm", "points"))
}

/// `từ 1: 5,5 điểm; từ 2: 7 điểm`
fn steps_text(steps: &[Band], lang: Lang, edge: impl Fn(Dec) -> String) -> String {
    let from = pick(lang, "từ", "from");
    let one = |step: &Band| format!("{from} {}: {}", edge(step.at_least), points_text(step.points, lang));
    steps.iter().map(one).collect::<Vec<_>>().join("; ")
}
