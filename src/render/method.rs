//! How a criterion is judged, with every figure, its grounds and its variants.

use super::context::Context;
use super::markdown::{Markdown, code};
use super::{parts, points, rule_words, thresholds};
use crate::criteria::{Combination, CriteriaSet, Criterion, DataPoint, Judgement, Method, Scheme, judged};
use crate::text::{Lang, capital};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A method in a few words, as text.
pub(super) fn brief(cx: Context<'_>, method: &Method) -> String {
    match method {
        Method::PassFail { .. } => cx.say("đạt / không đạt", "met / not met").into(),
        Method::Survey { .. } => cx.say("khảo sát, theo cận dưới", "survey, by its lower bound").into(),
        Method::Goalposts { worst, best, .. } => match cx.lang {
            Lang::Vi => format!("chấm điểm từ {} (kém nhất) đến {} (tốt nhất)", cx.number(*worst), cx.number(*best)),
            Lang::En => format!("scored from {} (worst) to {} (best)", cx.number(*worst), cx.number(*best)),
        },
        Method::Interpolate(_) => cx.say("điểm nội suy", "interpolated points").into(),
        Method::Steps { .. } => cx.say("điểm theo bậc", "points by step").into(),
        Method::TargetShare { .. } => cx.say("điểm theo tỷ lệ so với mục tiêu", "points by share of the target").into(),
        Method::Range(_) => cx.say("đạt trong một khoảng", "met within a range").into(),
        Method::Combine { how, of } => parts::brief(cx, *how, of.len()),
        Method::Monitor => cx.say("chỉ theo dõi, không tính", "monitored, never counted").into(),
    }
}

/// Every method of a set, the parts of combinations included.
pub(super) fn methods(set: &CriteriaSet) -> Vec<&Method> {
    let mut out: Vec<&Method> = Vec::new();
    for method in set.criteria().iter().flat_map(|criterion| &criterion.judge).map(|judgement| &judgement.method) {
        out.push(method);
        if let Method::Combine { of, .. } = method {
            out.extend(of.iter().map(|part| &part.method));
        }
    }
    out
}

/// Whether some criterion is judged in such a way.
pub(super) fn uses(set: &CriteriaSet, wanted: fn(&Method) -> bool) -> bool {
    methods(set).into_iter().any(wanted)
}

/// Whether a scheme scores some criterion instead of calling it met or not met.
pub(super) fn scores(set: &CriteriaSet, scheme: &Scheme) -> bool {
    let in_tree = set.criteria().iter().filter(|c| scheme.tree.holds(&c.id));
    let mut methods = in_tree.filter_map(|criterion| judged(criterion, scheme));
    methods.any(|method| {
        let points = matches!(method, Method::Interpolate(_) | Method::Steps { .. } | Method::TargetShare { .. });
        points || matches!(method, Method::Goalposts { .. } | Method::Combine { how: Combination::Sum, .. })
    })
}

/// Whether some criterion has thresholds.
pub(super) fn has_thresholds(set: &CriteriaSet) -> bool {
    uses(set, |method| !method.thresholds().is_empty() || matches!(method, Method::Range(_)))
}

pub(super) fn write(cx: Context<'_>, criterion: &Criterion, judgement: &Judgement, out: &mut Markdown) {
    let schemes: Vec<String> = judgement.schemes.iter().map(|id| code(id)).collect();
    let which =
        if schemes.is_empty() { String::new() } else { format!(" ({} {})", cx.say("cách đánh giá", "scheme"), schemes.join(", ")) };
    out.item(0, &format!("**{}{which}:** {}", cx.say("Cách xét", "Judged by"), sentence(cx, &judgement.method)));
    let leveled = cx.has_levels(criterion, judgement);
    match (&judgement.method, criterion.data_points.first()) {
        (Method::Combine { how, of }, _) => parts::write(cx, criterion, *how, of, leveled, out),
        (method, Some(point)) => details(cx, criterion, point, method, leveled, out),
        (_, None) => {}
    }
}

/// What a method does, in a sentence.
pub(super) fn sentence(cx: Context<'_>, method: &Method) -> String {
    match method {
        Method::Survey { z, cites, .. } => survey(cx, cx.number(*z), cx.cites(cites)),
        Method::Goalposts { outside, basis, confidence, cites, .. } => {
            let brief = brief(cx, method);
            format!("{brief}; {}. {}.", rule_words::outside(*outside, cx.lang), capital(&cx.grounds(*basis, Some(*confidence), cites)))
        }
        Method::Combine { how, of } => parts::sentence(cx, *how, of.len()),
        other => format!("{}.", points::sentence(cx, other).map_or_else(|| brief(cx, other), Into::into)),
    }
}

/// The figures of a method that judges one data point.
pub(super) fn details(cx: Context<'_>, criterion: &Criterion, point: &DataPoint, method: &Method, leveled: bool, out: &mut Markdown) {
    if !points::write(cx, criterion, point, method, leveled, out) {
        thresholds::write(cx, point, method.thresholds(), leveled, out);
    }
}

fn survey(cx: Context<'_>, z: String, cites: String) -> String {
    let source = if cites.is_empty() { String::new() } else { format!(" ({cites})") };
    match cx.lang {
        Lang::Vi => format!("khảo sát; cận dưới của khoảng tin cậy Wilson với z = {z}{source} phải qua ngưỡng."),
        Lang::En => format!("survey; the lower bound of the Wilson interval with z = {z}{source} must pass the threshold."),
    }
}

/// The weight and the points of a criterion in each scheme that gives it some.
pub(super) fn share_of_result(cx: Context<'_>, criterion: &Criterion, out: &mut Markdown) {
    let schemes = cx.set.schemes();
    for scheme in schemes {
        let Some((weight, points)) = super::groups::leaf(&scheme.tree, &criterion.id) else { continue };
        let which = if schemes.len() > 1 { format!(" ({})", code(&scheme.id)) } else { String::new() };
        if let Some(points) = points {
            out.item(0, &format!("**{}{which}:** {}", cx.say("Điểm tối đa", "Most points"), cx.number(points)));
        }
        if let Some(weight) = weight {
            out.item(0, &format!("**{}{which}:** {}", cx.say("Trọng số", "Weight"), cx.number(weight)));
        }
    }
}

/// The kinds of place a criterion is asked of.
pub(super) fn applies(cx: Context<'_>, criterion: &Criterion) -> String {
    if criterion.applies_to.is_empty() {
        return cx.say("mọi nơi được đánh giá", "every place judged").into();
    }
    cx.set.header().places(&criterion.applies_to, cx.lang).join("; ")
}
