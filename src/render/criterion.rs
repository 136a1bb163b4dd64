//! One criterion: what is asked, from which data, how it is judged, and where all of it is read.

use super::context::Context;
use super::formula::{formula, limits};
use super::markdown::{Markdown, code, plain};
use super::method;
use super::provenance::{self, MARK, Shown, mark};
use super::{rule_words, words};
use crate::criteria::{Criterion, DataKind, DataPoint, DirectionBasis, Parts};
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(cx: Context<'_>, criterion: &Criterion, out: &mut Markdown) {
    let (label, named) = (mark(cx, criterion, Shown::Label), mark(cx, criterion, Shown::Title));
    let title = format!("{}{label} {}{named}", plain(&criterion.label), cx.text(&criterion.title));
    out.anchored(4, &format!("c-{}", criterion.id), &title);
    if let Some(question) = &criterion.question {
        out.paragraph(&format!("*{}*", cx.text(question)));
    }
    let tier = |tier| format!("; {}{}", words::tier_of_one(tier, cx.lang), mark(cx, criterion, Shown::Tier));
    let tier = criterion.tier.map(tier).unwrap_or_default();
    let inferred = match criterion.direction_basis {
        Some(DirectionBasis::Inferred) => cx.say(" (suy luận, nguồn không nêu)", " (inferred, the source states none)"),
        None => "",
    };
    let direction = format!("{}{}{inferred}", words::direction(criterion, cx.lang), mark(cx, criterion, Shown::Direction));
    out.item(0, &format!("**{}:** {}{tier}; {direction}", cx.say("Mã", "Id"), code(&criterion.id)));
    out.item(0, &format!("**{}:** {}", cx.say("Áp dụng cho", "Asked of"), method::applies(cx, criterion)));
    if !criterion.applies_when.is_empty() {
        let places = rule_words::places(&criterion.applies_when, cx.lang);
        let unknown = cx.say("; khi chưa biết thì vẫn áp dụng và được đánh dấu", "; where that is not known it applies and is flagged");
        out.item(0, &format!("**{}:** {places}{unknown}", cx.say("Chỉ áp dụng cho", "Applies only to")));
    }
    // What is the same for several data points stands once, behind them.
    let first = criterion.data_points.first().map(|point| point.parts);
    let once = criterion.data_points.len() > 1 && criterion.data_points.iter().all(|point| Some(point.parts) == first);
    for point in &criterion.data_points {
        data(cx, criterion, point, out);
        if !once {
            several_parts(cx, point.parts, out);
        }
        if let Some(formula) = formula(cx, point) {
            out.item(0, &format!("**{}:** {formula}", cx.say("Cách tính", "Computed as")));
        }
    }
    if let Some(parts) = first.filter(|_| once) {
        several_parts(cx, parts, out);
    }
    for judgement in &criterion.judge {
        method::write(cx, criterion, judgement, out);
    }
    method::share_of_result(cx, criterion, out);
    closing(cx, criterion, out);
}

fn data(cx: Context<'_>, criterion: &Criterion, point: &DataPoint, out: &mut Markdown) {
    let mut head = String::from(cx.say("Số liệu", "Data"));
    if criterion.data_points.len() > 1 {
        let title = point.title.as_ref().map(|title| format!(", {}", cx.text(title))).unwrap_or_default();
        head.push_str(&format!(" {}{title}", code(&point.id)));
    }
    let unit = |id: &str| plain(cx.symbol(id));
    let unread = mark(cx, criterion, Shown::Unit);
    if let [input] = point.inputs.as_slice() {
        let what = match point.kind {
            DataKind::Boolean => String::from(cx.say("trả lời có hoặc không", "the answer yes or no")),
            DataKind::Ordinal => String::from(cx.say("bậc đã đạt", "the step reached")),
            DataKind::Number => {
                let title = cx.text(&input.title);
                details(title, unit(&input.unit), unread, limits(cx, input))
            }
        };
        out.item(0, &format!("**{head}:** {what}"));
    } else {
        out.item(0, &format!("**{head}:**"));
        for input in &point.inputs {
            let title = format!("{}: {}", input.role.label(cx.lang), cx.text(&input.title));
            out.item(1, &details(title, unit(&input.unit), unread, limits(cx, input)));
        }
    }
    for step in &point.steps {
        out.item(1, &format!("{} {}: {}", cx.say("bậc", "step"), step.step, cx.text(&step.label)));
    }
}

fn several_parts(cx: Context<'_>, parts: Parts, out: &mut Markdown) {
    out.item(0, &format!("**{}:** {}", cx.say("Nơi có nhiều phần", "Several parts"), words::parts(parts, cx.lang)));
}

fn details(title: String, unit: String, mark: &str, limits: Vec<String>) -> String {
    // Most titles end with the unit in brackets.
    let told = title.ends_with(&format!("({unit})"));
    let unit = match (unit.is_empty(), told) {
        (true, _) => String::new(),
        (false, true) => mark.into(),
        (false, false) => format!(" ({unit}{mark})"),
    };
    let limits = if limits.is_empty() { String::new() } else { format!("; {}", limits.join("; ")) };
    format!("{title}{unit}{limits}")
}

fn closing(cx: Context<'_>, criterion: &Criterion, out: &mut Markdown) {
    if let Some(rule) = &criterion.evidence {
        let head = match (rule.required, cx.lang) {
            (true, Lang::Vi) => "Minh chứng (bắt buộc)",
            (false, Lang::Vi) => "Minh chứng (không bắt buộc)",
            (true, Lang::En) => "Evidence (required)",
            (false, Lang::En) => "Evidence (not required)",
        };
        let plans = match (rule.plans_count, rule.required) {
            (true, _) => cx.say(". Kế hoạch cũng được tính.", ". Plans count as well."),
            (false, true) => cx.say(". Kế hoạch chưa có kết quả không được tính.", ". A plan without a result does not count."),
            (false, false) => "",
        };
        out.item(0, &format!("**{head}:** {}{plans}", cx.text(&rule.asked).trim_end_matches('.')));
    }
    let confidence = cx.confidence(criterion.confidence, &criterion.cites);
    let cites = cx.cites(&criterion.cites);
    out.item(0, &format!("**{}:** {cites}", cx.say("Định nghĩa theo", "Defined by")));
    out.item(0, &format!("**{}:** {confidence}", cx.say("Độ chắc của cả tiêu chí", "Confidence of the whole criterion")));
    if let Some(fields) = provenance::list(cx, criterion) {
        out.item(0, &format!("**{MARK} {}:** {fields}", cx.say("Không đọc từ chính nguồn", "Not read in the source itself")));
    }
    if !criterion.related.is_empty() {
        let tags: Vec<String> = criterion.related.iter().map(|tag| code(tag)).collect();
        let head = cx.say("Liên quan (không phải bằng nhau)", "Related (not equal)");
        out.item(0, &format!("**{head}:** {}", tags.join(", ")));
    }
    if let Some(note) = &criterion.note {
        out.item(0, &format!("**{}:** {}", cx.say("Ghi chú", "Note"), cx.note(note)));
    }
}
