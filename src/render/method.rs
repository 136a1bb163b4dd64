//! How a criterion is judged, with every figure, its grounds and its variants.

use super::context::Context;
use super::markdown::{Markdown, Table, code, plain};
use super::rule_words;
use crate::criteria::{CriteriaSet, Criterion, DataPoint, Judgement, Method, Threshold};
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
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
        Method::Monitor => cx.say("chỉ theo dõi, không tính", "monitored, never counted").into(),
    }
}

/// What a criterion asks at each level, as text in one line.
#[cfg(feature = "csv")]
pub(crate) fn asked_in_words(cx: Context<'_>, criterion: &Criterion) -> String {
    let Some(point) = criterion.data_points.first() else { return String::new() };
    let judgements = criterion.judge.iter().map(|judgement| {
        let levels = levels_in_words(cx, point, judgement.method.thresholds());
        let text = match &judgement.method {
            Method::PassFail { .. } => levels,
            method if levels.is_empty() => brief(cx, method),
            method => format!("{}: {levels}", brief(cx, method)),
        };
        if judgement.schemes.is_empty() { text } else { format!("{}: {text}", judgement.schemes.join(", ")) }
    });
    judgements.collect::<Vec<_>>().join(" | ")
}

#[cfg(feature = "csv")]
fn levels_in_words(cx: Context<'_>, point: &DataPoint, thresholds: &[Threshold]) -> String {
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
    out.into_iter().map(|(levels, text)| format!("{levels}: {text}")).collect::<Vec<_>>().join("; ")
}

/// Whether some criterion is scored instead of met or not met.
pub(super) fn scores(set: &CriteriaSet) -> bool {
    methods(set).any(|method| matches!(method, Method::Goalposts { .. }))
}

/// Whether some criterion has thresholds.
pub(super) fn has_thresholds(set: &CriteriaSet) -> bool {
    methods(set).any(|method| !method.thresholds().is_empty())
}

fn methods(set: &CriteriaSet) -> impl Iterator<Item = &Method> {
    set.criteria().iter().flat_map(|criterion| &criterion.judge).map(|judgement| &judgement.method)
}

pub(super) fn write(cx: Context<'_>, criterion: &Criterion, judgement: &Judgement, out: &mut Markdown) {
    let schemes: Vec<String> = judgement.schemes.iter().map(|id| code(id)).collect();
    let which =
        if schemes.is_empty() { String::new() } else { format!(" ({} {})", cx.say("cách đánh giá", "scheme"), schemes.join(", ")) };
    let text = match &judgement.method {
        Method::Survey { z, cites, .. } => survey(cx, cx.number(*z), cx.cites(cites)),
        Method::Goalposts { outside, basis, confidence, cites, .. } => {
            let brief = brief(cx, &judgement.method);
            format!("{brief}; {}. {}.", rule_words::outside(*outside, cx.lang), capital(&cx.grounds(*basis, Some(*confidence), cites)))
        }
        method => format!("{}.", brief(cx, method)),
    };
    out.item(0, &format!("**{}{which}:** {text}", cx.say("Cách xét", "Judged by")));
    let Some(point) = criterion.data_points.first() else { return };
    out.table(&thresholds(cx, point, judgement.method.thresholds()));
    remarks(cx, judgement.method.thresholds(), out);
}

fn survey(cx: Context<'_>, z: String, cites: String) -> String {
    let source = if cites.is_empty() { String::new() } else { format!(" ({cites})") };
    match cx.lang {
        Lang::Vi => format!("khảo sát; cận dưới của khoảng tin cậy Wilson với z = {z}{source} phải qua ngưỡng."),
        Lang::En => format!("survey; the lower bound of the Wilson interval with z = {z}{source} must pass the threshold."),
    }
}

fn thresholds(cx: Context<'_>, point: &DataPoint, list: &[Threshold]) -> Table {
    let header = [
        cx.say("Cấp độ", "Level"),
        cx.say("Ngưỡng", "Threshold"),
        cx.say("Nguồn in", "As printed"),
        cx.say("Cơ sở", "Basis"),
        cx.say("Cách dùng riêng", "Our use"),
        cx.say("Độ chắc", "Confidence"),
        cx.say("Dùng lại của", "Carried from"),
        cx.say("Thời hạn", "Horizon"),
        cx.say("Mã con số", "Figure"),
        cx.say("Nguồn", "Source"),
    ];
    let mut table = Table::new(header);
    for t in list {
        let printed = t.printed_op.as_deref();
        let horizon = match t.horizon.as_deref() {
            Some("in_force") => cx.say("đang có hiệu lực", "in force").into(),
            other => other.map(plain).unwrap_or_default(),
        };
        table.row([
            t.level.to_string(),
            plain(&cx.asked(t.op, t.value, point)),
            printed.map(|op| rule_words::printed_op(op, cx.lang).map_or_else(|| plain(op), Into::into)).unwrap_or_default(),
            rule_words::basis(t.basis, cx.lang).into(),
            rule_words::uses(&t.uses, cx.lang),
            cx.confidence(t.confidence, &t.cites).into(),
            t.carried_from.map(|level| cx.level(level)).unwrap_or_default(),
            horizon,
            t.figure.as_deref().map(code).unwrap_or_default(),
            cx.cites(&t.cites),
        ]);
        for v in &t.variants {
            table.row([
                format!("{}, {}", t.level, rule_words::places(&v.when, cx.lang)),
                plain(&cx.asked(t.op, v.value, point)),
                String::new(),
                rule_words::basis(v.basis, cx.lang).into(),
                String::new(),
                cx.confidence(v.confidence, &v.cites).into(),
                String::new(),
                String::new(),
                String::new(),
                cx.cites(&v.cites),
            ]);
        }
    }
    table
}

/// Remarks on thresholds; one that is repeated stands once.
fn remarks(cx: Context<'_>, thresholds: &[Threshold], out: &mut Markdown) {
    let mut all: Vec<(Vec<String>, &str)> = Vec::new();
    for t in thresholds {
        let own = t.note.as_deref().map(|note| (cx.level(t.level), note));
        let variants = t.variants.iter().filter_map(|v| {
            let place = rule_words::places(&v.when, cx.lang);
            v.note.as_deref().map(|note| (format!("{}, {place}", cx.level(t.level)), note))
        });
        for (where_from, note) in own.into_iter().chain(variants) {
            match all.iter_mut().find(|(_, known)| *known == note) {
                Some((places, _)) => places.push(where_from),
                None => all.push((Vec::from([where_from]), note)),
            }
        }
    }
    for (places, note) in all {
        out.item(0, &format!("{}: {}", capital(&places.join("; ")), cx.note(note)));
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

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The kinds of place a criterion is asked of.
pub(super) fn applies(cx: Context<'_>, criterion: &Criterion) -> String {
    if criterion.applies_to.is_empty() {
        return cx.say("mọi nơi được đánh giá", "every place judged").into();
    }
    cx.set.header().places(&criterion.applies_to, cx.lang).join("; ")
}
