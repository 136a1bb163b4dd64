//! What became of the criteria of the edition before, row by row.

use super::context::Context;
use super::markdown::{Markdown, Table, code, plain};
use crate::criteria::{Crosswalk, CrosswalkKind};
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(cx: Context<'_>, out: &mut Markdown) {
    let Some(crosswalk) = &cx.set.header().crosswalk else { return };
    out.anchored(2, "crosswalk", cx.say("Bảng đối chiếu phiên bản", "Crosswalk"));
    let from = code(&crosswalk.from);
    let counts = counts(cx, crosswalk);
    out.paragraph(&match cx.lang {
        Lang::Vi => format!(
            "So với {from}: {counts}. *Giữ nguyên*: điều mỗi cấp độ hỏi không đổi; nguồn, cách đo hoặc cách hỏi vẫn có thể đổi. So sánh từng con số: `dothi diff`."
        ),
        Lang::En => format!(
            "Against {from}: {counts}. *Same*: what each level asks has not changed; source, measure or wording may have. For every figure on both sides: `dothi diff`."
        ),
    });
    let mut table = Table::new([
        cx.say("Trước", "Before"),
        cx.say("Nay", "Now"),
        cx.say("Thay đổi", "What became of it"),
        cx.say("Ghi chú (tiếng Anh)", "Note"),
    ]);
    for row in &crosswalk.rows {
        table.row([
            row.before.as_deref().map(code).unwrap_or_default(),
            row.now.as_deref().map(|id| format!("{} {}", code(id), cx.criterion_link(id))).unwrap_or_default(),
            row.kind.label(cx.lang).into(),
            row.note.as_deref().map(plain).unwrap_or_default(),
        ]);
    }
    out.table(&table);
}

/// `30 giữ nguyên, 12 đổi ngưỡng, ...`
fn counts(cx: Context<'_>, crosswalk: &Crosswalk) -> String {
    let count = |kind: CrosswalkKind| crosswalk.rows.iter().filter(|row| row.kind == kind).count();
    let all = CrosswalkKind::WORDS.iter().map(|(_, kind)| (*kind, count(*kind))).filter(|(_, n)| *n > 0);
    all.map(|(kind, n)| format!("{n} {}", kind.label(cx.lang))).collect::<Vec<_>>().join(", ")
}
