//! What a criterion asks, short: a cell of an overview, a line of a template.

use super::context::Context;
use super::markdown::plain;
use crate::criteria::{Combination, Criterion, DataPoint, Method};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What is asked at a level, for a cell. `varies`: some places are asked something else.
pub(super) fn at_level(cx: Context<'_>, criterion: &Criterion, method: &Method, level: u32, varies: &mut bool) -> String {
    let Method::Combine { how, of } = method else {
        return criterion.data_points.first().and_then(|point| single(cx, point, method, level, varies)).unwrap_or_default();
    };
    let mut parts: Vec<String> = of.iter().filter_map(|part| single(cx, part.point(criterion)?, &part.method, level, varies)).collect();
    if matches!(how, Combination::Readings | Combination::AtLeast { .. }) {
        parts.dedup();
    }
    parts.join(between(cx, *how))
}

/// What stands between the parts of a combination.
fn between(cx: Context<'_>, how: Combination) -> &'static str {
    match how {
        Combination::Any => cx.say(" hoặc ", " or "),
        Combination::All => cx.say(" và ", " and "),
        Combination::AtLeast { .. } | Combination::Readings | Combination::Sum => "; ",
    }
}

fn single(cx: Context<'_>, point: &DataPoint, method: &Method, level: u32, varies: &mut bool) -> Option<String> {
    if let Method::Range(range) = method {
        return (range.level == level).then(|| plain(&cx.between(range.low, range.high, point)));
    }
    let threshold = method.thresholds().iter().find(|t| t.level == level)?;
    let own = !threshold.variants.is_empty();
    *varies |= own;
    Some(format!("{}{}", plain(&cx.asked(threshold.op, threshold.value, point)), if own { " \\*" } else { "" }))
}

#[cfg(feature = "csv")]
pub(crate) use in_words::asked_in_words;

#[cfg(feature = "csv")]
mod in_words {
    use super::super::method::brief;
    use super::super::rule_words;
    use super::{Context, between};
    use crate::criteria::{Band, Criterion, DataPoint, Method, Threshold};
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    /// What a criterion asks, as text in one line.
    pub(crate) fn asked_in_words(cx: Context<'_>, criterion: &Criterion) -> String {
        let Some(point) = criterion.data_points.first() else { return String::new() };
        let judgements = criterion.judge.iter().map(|judgement| {
            let leveled = cx.has_levels(criterion, judgement);
            let text = match &judgement.method {
                Method::Combine { how, of } => {
                    let parts: Vec<String> =
                        of.iter().filter_map(|part| Some(one(cx, part.point(criterion)?, &part.method, leveled))).collect();
                    format!("{}: {}", brief(cx, &judgement.method), parts.join(between(cx, *how)))
                }
                method => one(cx, point, method, leveled),
            };
            if judgement.schemes.is_empty() { text } else { format!("{}: {text}", judgement.schemes.join(", ")) }
        });
        judgements.collect::<Vec<_>>().join(" | ")
    }

    fn one(cx: Context<'_>, point: &DataPoint, method: &Method, leveled: bool) -> String {
        let levels = levels(cx, point, method.thresholds(), leveled);
        match method {
            Method::PassFail { .. } => levels,
            Method::Interpolate(i) => {
                let ends = [Band { at_least: i.minimum, points: i.points_min }, Band { at_least: i.maximum, points: i.points_max }];
                format!("{}: {}", brief(cx, method), bands(cx, point, &ends))
            }
            Method::Steps { points, .. } => bands(cx, point, points),
            Method::TargetShare { target, .. } => format!("{}: {}", cx.say("mục tiêu", "target"), cx.amount(*target, point)),
            Method::Range(range) => {
                let text = cx.between(range.low, range.high, point);
                if leveled { format!("{}: {text}", cx.level(range.level)) } else { text }
            }
            method if levels.is_empty() => brief(cx, method),
            method => format!("{}: {levels}", brief(cx, method)),
        }
    }

    fn bands(cx: Context<'_>, point: &DataPoint, bands: &[Band]) -> String {
        let one = |band: &Band| format!("≥ {}: {}", cx.amount(band.at_least, point), cx.points(band.points));
        bands.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn levels(cx: Context<'_>, point: &DataPoint, thresholds: &[Threshold], leveled: bool) -> String {
        let mut out: Vec<(String, String)> = Vec::new();
        for t in thresholds {
            let mut text = cx.asked(t.op, t.value, point);
            for v in &t.variants {
                text.push_str(&format!(" ({}: {})", rule_words::places(&v.when, cx.lang), cx.asked(t.op, v.value, point)));
            }
            match out.last_mut() {
                Some((levels, before)) if *before == text => levels.push_str(&format!(", {}", t.level)),
                _ => out.push((cx.level(t.level), text)),
            }
        }
        let shown = |(levels, text): (String, String)| if leveled { format!("{levels}: {text}") } else { text };
        out.into_iter().map(shown).collect::<Vec<_>>().join("; ")
    }
}
