//! What a criterion asks, and what has to be said below its title.

use crate::command::show::cites;
use crate::doc::text::TIE;
use crate::doc::{Cell, Tone};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{Asked, Assessment, CriteriaSet, CriterionResult, Dec, Lang, LevelAnswer, Method, Outcome, ThresholdValue};

/// What is asked at a maturity level: `≥ 50 ✓`.
pub(super) fn at_level(c: &CriterionResult<'_>, level: u32, lang: Lang) -> Cell {
    c.levels.iter().find(|l| l.level == level).map_or_else(|| Cell::new(""), |answer| answered(c, answer, lang))
}

fn answered(c: &CriterionResult<'_>, answer: &LevelAnswer<'_>, lang: Lang) -> Cell {
    let asked = match answer.asked {
        Asked::Threshold { threshold, value: ThresholdValue::Number(n), .. } => {
            format!("{}{TIE}{}", threshold.op.sign(), numbers::exact(n, lang))
        }
        Asked::Threshold { value, .. } => numbers::asked(c.criterion, value, lang),
        // Both ends are the same where the source prints "about".
        Asked::Range(range) if range.low == range.high && range.printed.is_some() => {
            range.printed.as_ref().map(|printed| printed.get(lang).replace(' ', &TIE.to_string())).unwrap_or_default()
        }
        Asked::Range(range) => ends(range.low, range.high, lang),
        _ => String::new(),
    };
    let sign = answer.outcome.sign();
    let text = if asked.is_empty() { sign.to_string() } else { format!("{asked}{TIE}{sign}") };
    Cell::toned(text, Tone::Of(answer.outcome))
}

/// What is asked once: a threshold, a range, a standard, the edges of steps.
pub(super) fn once(c: &CriterionResult<'_>, lang: Lang) -> Cell {
    if let Some(answer) = c.levels.first() {
        return answered(c, answer, lang);
    }
    Cell::new(match c.method {
        Method::Interpolate(rule) => ends(rule.minimum, rule.maximum, lang),
        Method::Steps { points, .. } => {
            let edges: Vec<String> = points.iter().map(|step| numbers::exact(step.at_least, lang)).collect();
            edges.join(&format!("{TIE}/{TIE}"))
        }
        Method::TargetShare { target, .. } => numbers::exact(*target, lang),
        _ => String::new(),
    })
}

/// Whether something is asked of a criterion that a column can show.
pub(super) fn asks(c: &CriterionResult<'_>) -> bool {
    !c.levels.is_empty() || matches!(c.method, Method::Interpolate(_) | Method::Steps { .. } | Method::TargetShare { .. })
}

fn ends(low: Dec, high: Dec, lang: Lang) -> String {
    format!("{}–{}", numbers::exact(low, lang), numbers::exact(high, lang))
}

/// Lines below the title: both outcomes, why it is left aside, parts, what was done to the value.
pub(super) fn remarks(a: &Assessment<'_>, c: &CriterionResult<'_>, lang: Lang) -> Vec<String> {
    let mut out = Vec::new();
    if let (Some(low), Some(high)) = (c.low, c.high) {
        out.push(fill(T::BothOutcomes, lang, &[("low", &low.text(lang)), ("high", &high.text(lang))]));
    }
    out.extend(c.not_considered.map(|rule| fill(T::NotConsidered, lang, &[("cites", &cites(a.set(), &rule.cites))])));
    if c.outcome != Outcome::NotApplicable {
        out.extend(c.parts.iter().map(|part| a.part_text(c, part, lang)));
    }
    out.extend(c.flag_texts(lang).into_iter().map(String::from));
    out.extend(c.reason.map(String::from));
    out
}

/// The value of the year that the scheme compares with, and the difference.
pub(super) fn change(set: &CriteriaSet, c: &CriterionResult<'_>, lang: Lang) -> [Cell; 2] {
    let symbol = numbers::symbol(set, c.criterion, lang);
    let base = c.change.and_then(|change| match (change.base_value, change.base_answer) {
        (Some(value), _) => Some(numbers::value_of(c.criterion, value, symbol, lang)),
        (None, answer) => answer.map(|yes| if yes { T::Yes } else { T::No }.get(lang).into()),
    });
    let difference = c.change.and_then(|change| change.difference).map(|d| numbers::change(d, lang));
    [Cell::new(base.unwrap_or_default()), Cell::new(difference.unwrap_or_default())]
}
