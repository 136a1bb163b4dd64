//! Tables of the header: numbers that may be changed, what the source says of judging, which places are judged.

use super::context::Context;
use super::markdown::{Markdown, Table, code, plain};
use super::{rule_words, words};
use crate::criteria::UnitKindRule;
use crate::number::Dec;
use crate::text::capital;
use alloc::format;
use alloc::string::String;

pub(super) fn write(cx: Context<'_>, out: &mut Markdown) {
    parameters(cx, out);
    rules(cx, out);
    places(cx, out);
}

fn note_head(cx: Context<'_>) -> &'static str {
    cx.say("Ghi chú (tiếng Anh)", "Note")
}

fn level(cx: Context<'_>, level: Option<u32>) -> String {
    level.map_or_else(|| cx.say("mọi cấp độ", "all levels").into(), |level| capital(&cx.level(level)))
}

fn parameters(cx: Context<'_>, out: &mut Markdown) {
    let all = &cx.set.header().parameters;
    if all.is_empty() {
        return;
    }
    out.anchored(2, "parameters", cx.say("Tham số", "Parameters"));
    out.paragraph(cx.say(
        "Người dùng được phép đổi các số này trong giới hạn đã nêu; khi đổi, kết quả nói rõ.",
        "These numbers may be changed within their limits; a result then says so.",
    ));
    let mut table = Table::new([
        cx.say("Tham số", "Parameter"),
        cx.say("Cấp độ", "Level"),
        cx.say("Ý nghĩa", "Meaning"),
        cx.say("Giá trị", "Value"),
        cx.say("Từ ... đến", "From ... to"),
        cx.say("Cơ sở", "Basis"),
        cx.say("Độ chắc", "Confidence"),
        cx.say("Nguồn", "Source"),
        note_head(cx),
    ]);
    let levels = all.iter().any(|p| p.level.is_some());
    for p in all {
        // A parameter may have a row for each level; links lead to the first.
        let first = all.iter().find(|other| other.id == p.id).is_some_and(|other| other.level == p.level);
        let anchor = if first { format!("<a id=\"p-{}\"></a>", p.id) } else { String::new() };
        table.row([
            format!("{anchor}{}", code(&p.id)),
            if levels { level(cx, p.level) } else { String::new() },
            cx.text(&p.title),
            cx.number(p.value),
            format!("{} – {}", cx.number(p.minimum), cx.number(p.maximum)),
            rule_words::basis(p.basis, cx.lang).into(),
            cx.confidence(p.confidence, &p.cites).into(),
            cx.cites(&p.cites),
            p.note.as_deref().map(plain).unwrap_or_default(),
        ]);
    }
    out.table(&table);
}

fn rules(cx: Context<'_>, out: &mut Markdown) {
    let all = &cx.set.header().rules;
    if all.is_empty() {
        return;
    }
    out.anchored(2, "rules", cx.say("Quy tắc", "Rules"));
    out.paragraph(cx.say(
        "Những điều về cách đánh giá, từng dòng như trong tệp, dù có được tính ở đây hay không.",
        "What is said of judging, row by row as in the file, whether or not it computes here.",
    ));
    let mut table = Table::new([
        cx.say("Quy tắc", "Rule"),
        cx.say("Cấp độ", "Level"),
        cx.say("Giá trị", "Value"),
        cx.say("Ai nêu", "Who says so"),
        cx.say("Độ chắc", "Confidence"),
        cx.say("Nguồn", "Source"),
        note_head(cx),
    ]);
    let levels = all.iter().any(|rule| rule.level.is_some());
    for rule in all {
        table.row([
            code(&rule.id),
            if levels { level(cx, rule.level) } else { String::new() },
            value(cx, &rule.value),
            said_by(cx, &rule.status),
            cx.confidence(rule.confidence, &rule.cites).into(),
            cx.cites(&rule.cites),
            rule.note.as_deref().map(plain).unwrap_or_default(),
        ]);
    }
    out.table(&table);
}

/// A fraction is written as people write it; anything else may be a number, a year or a code.
fn value(cx: Context<'_>, text: &str) -> String {
    Dec::parse(text).ok().filter(|n| !n.is_whole()).map_or_else(|| plain(text), |n| cx.number(n))
}

fn said_by(cx: Context<'_>, status: &str) -> String {
    words::rule_status(status, cx.lang).map_or_else(|| code(status), Into::into)
}

/// The kind of place, and what this edition calls it.
fn place_kind(cx: Context<'_>, rule: &UnitKindRule) -> String {
    let kind = rule.kind.label(cx.lang);
    match &rule.title {
        Some(title) => format!("{kind} ({}: {})", cx.say("ở đây gọi là", "here called"), cx.text(title)),
        None => kind.into(),
    }
}

fn places(cx: Context<'_>, out: &mut Markdown) {
    out.anchored(2, "places", cx.say("Nơi được đánh giá", "Places judged"));
    out.paragraph(cx.say(
        "Nơi thuộc loại không có trong bảng là ngoài phạm vi: không đánh giá, không tính.",
        "A place of a kind that is not listed is out of scope: neither judged nor counted.",
    ));
    let mut table = Table::new([
        cx.say("Loại nơi", "Kind of place"),
        cx.say("Mã", "Word"),
        cx.say("Đánh giá như", "Judged as"),
        cx.say("Cơ sở", "Basis"),
        cx.say("Cấp độ", "Level"),
        note_head(cx),
    ]);
    for rule in &cx.set.header().unit_kinds {
        let reading =
            if rule.level_is_reading { cx.say("chỉ là cách hiểu của nhóm biên soạn", "our reading only") } else { "" };
        table.row([
            place_kind(cx, rule),
            code(rule.kind.as_str()),
            code(&rule.judged_as),
            rule_words::basis(rule.basis, cx.lang).into(),
            reading.into(),
            rule.note.as_deref().map(plain).unwrap_or_default(),
        ]);
    }
    out.table(&table);
}
