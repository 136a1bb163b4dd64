//! What a scheme says besides its tree and its levels: places, criteria that are not looked at, another year, bands, a verdict.

use super::context::Context;
use super::markdown::Markdown;
use super::rule_words;
use crate::criteria::{Method, NotConsidered, Scheme, judged};
use crate::number::Dec;
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(cx: Context<'_>, scheme: &Scheme, out: &mut Markdown) {
    if scheme.verdict {
        let head = cx.say("Kết luận", "Verdict");
        let text = cx.say("đạt hoặc không đạt, không phải cấp độ trưởng thành", "met or not met, which is no level of maturity");
        out.item(0, &format!("**{head}:** {text}"));
    }
    if !scheme.unit_kinds.is_empty() {
        let kinds: Vec<&str> = scheme.unit_kinds.iter().map(|kind| kind.label(cx.lang)).collect();
        let others =
            cx.say("nơi thuộc loại khác là ngoài phạm vi của cách đánh giá này", "other kinds of place are out of scope of this scheme");
        out.item(0, &format!("**{}:** {}; {others}", cx.say("Chỉ đánh giá", "Judges only"), kinds.join("; ")));
    }
    if let Some(compare) = &scheme.compare_with {
        let (year, read) = (cx.date(compare.year), cx.read_at(&compare.cites));
        let text = match cx.lang {
            Lang::Vi => {
                format!("**So với năm {year}:** giá trị của năm đó và chênh lệch được nêu bên cạnh, không dùng để đánh giá; {read}")
            }
            Lang::En => format!("**Beside the year {year}:** its values and the differences are shown, nothing is judged by them; {read}"),
        };
        out.item(0, &text);
        if let Some(note) = &compare.note {
            out.item(1, &cx.note(note));
        }
    }
    bands(cx, scheme, out);
    not_considered(cx, scheme, out);
}

fn bands(cx: Context<'_>, scheme: &Scheme, out: &mut Markdown) {
    if scheme.bands.is_empty() {
        return;
    }
    let head = cx.say("Khung tỷ lệ điểm", "Bands of shares");
    let text = cx.say(
        "mỗi nhóm có tỷ lệ điểm được nêu tên khung; mốc dưới thuộc khung",
        "each node with a share names its band; the lower edge belongs to it",
    );
    out.item(0, &format!("**{head}:** {text}"));
    for band in &scheme.bands {
        out.item(1, &format!("{} {}: {}", cx.say("từ", "from"), cx.share(band.at_least), cx.text(&band.title)));
    }
}

fn not_considered(cx: Context<'_>, scheme: &Scheme, out: &mut Markdown) {
    if scheme.not_considered.is_empty() {
        return;
    }
    let head = cx.say("Không xét", "Not considered");
    let text = cx.say(
        "tiêu chí dưới đây không được xét ở nơi đã nêu và được điểm theo quy định",
        "the criteria below are not looked at in the places named and get the points that the rule gives",
    );
    out.item(0, &format!("**{head}:** {text}"));
    for rule in &scheme.not_considered {
        let places = rule_words::places(&rule.when, cx.lang);
        let points = unseen(cx, scheme, rule).map(|points| format!(": {}", cx.points(points))).unwrap_or_default();
        out.item(1, &format!("{} ({places}){points}; {}", cx.criterion_link(&rule.criterion), cx.read_at(&rule.cites)));
        if let Some(note) = &rule.note {
            out.item(2, &cx.note(note));
        }
    }
}

/// The points that a criterion gets unseen.
fn unseen(cx: Context<'_>, scheme: &Scheme, rule: &NotConsidered) -> Option<Dec> {
    match judged(cx.set.criterion(&rule.criterion)?, scheme)? {
        Method::Interpolate(i) => Some(i.points_min),
        Method::Steps { points, .. } => points.iter().map(|band| band.points).find(|points| *points > Dec::ZERO),
        _ => None,
    }
}

/// What a scheme without levels gives, in a sentence.
pub(super) fn without_levels(cx: Context<'_>, scheme: &Scheme) -> String {
    use crate::criteria::Aggregate;
    let text = match (scheme.tree.aggregate, scheme.score) {
        (Aggregate::None, _) => {
            cx.say("Không có cấp độ, không có điểm: chỉ nêu giá trị.", "There are no levels and no score: values are shown.")
        }
        (_, None) => cx.say(
            "Không có cấp độ: từng tiêu chí được xét một lần, đạt hay không đạt, và đếm.",
            "There are no levels: each criterion is asked once, met or not met, and counted.",
        ),
        (_, Some(_)) => cx.say("Không có cấp độ, chỉ có điểm.", "There are no levels, only a score."),
    };
    text.into()
}
