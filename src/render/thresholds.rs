//! Thresholds as a table, each with its grounds, and the remarks on them.

use super::context::Context;
use super::markdown::{Markdown, Table, code, plain};
use super::rule_words;
use crate::criteria::{AttributeTest, DataPoint, Threshold};
use crate::text::capital;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn write(cx: Context<'_>, point: &DataPoint, list: &[Threshold], leveled: bool, out: &mut Markdown) {
    out.table(&table(cx, point, list, leveled));
    remarks(cx, list, leveled, out);
}

/// The year of a target.
pub(super) fn horizon(cx: Context<'_>, horizon: Option<&str>) -> String {
    match horizon {
        Some("in_force") => cx.say("đang có hiệu lực", "in force").into(),
        other => other.map(plain).unwrap_or_default(),
    }
}

/// The thresholds with the grounds of each. `leveled`: they stand at levels of maturity.
fn table(cx: Context<'_>, point: &DataPoint, list: &[Threshold], leveled: bool) -> Table {
    let header = [
        if leveled { cx.say("Cấp độ", "Level") } else { cx.say("Nơi", "Place") },
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
    let at = |level: String, when: &[AttributeTest]| {
        let places = rule_words::places(when, cx.lang);
        if leveled { format!("{level}, {places}") } else { places }
    };
    let mut table = Table::new(header);
    for t in list {
        let printed = t.printed_op.as_deref();
        let others = if t.variants.is_empty() { "" } else { cx.say("mọi nơi khác", "every other place") };
        table.row([
            if leveled { t.level.to_string() } else { others.into() },
            plain(&cx.asked(t.op, t.value, point)),
            printed.map(|op| rule_words::printed_op(op, cx.lang).map_or_else(|| plain(op), Into::into)).unwrap_or_default(),
            rule_words::basis(t.basis, cx.lang).into(),
            rule_words::uses(&t.uses, cx.lang),
            cx.confidence(t.confidence, &t.cites).into(),
            t.carried_from.map(|level| cx.level(level)).unwrap_or_default(),
            horizon(cx, t.horizon.as_deref()),
            t.figure.as_deref().map(code).unwrap_or_default(),
            cx.cites(&t.cites),
        ]);
        for v in &t.variants {
            table.row([
                at(t.level.to_string(), &v.when),
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
fn remarks(cx: Context<'_>, thresholds: &[Threshold], leveled: bool, out: &mut Markdown) {
    let mut all: Vec<(Vec<String>, &str)> = Vec::new();
    for t in thresholds {
        let head = if leveled { cx.level(t.level) } else { cx.say("ghi chú", "note").into() };
        let own = t.note.as_deref().map(|note| (head.clone(), note));
        let variants = t.variants.iter().filter_map(|v| {
            let place = rule_words::places(&v.when, cx.lang);
            v.note.as_deref().map(|note| (format!("{head}, {place}"), note))
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
