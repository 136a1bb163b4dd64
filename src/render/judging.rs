//! How a result comes about: each scheme with its tree, missing data, rounding, score and levels.

use super::context::Context;
use super::levels;
use super::markdown::{Markdown, code, plain};
use super::rule_words;
use crate::criteria::{Aggregate, Child, MissingPolicy, Node, Scheme, ScoreOf};
use crate::number::Dec;
use crate::text::{Lang, capital};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(cx: Context<'_>, out: &mut Markdown) {
    out.anchored(2, "judging", cx.say("Cách đánh giá", "How it is judged"));
    let several = cx.set.schemes().len() > 1;
    if several {
        out.paragraph(cx.say("Cách đánh giá đầu tiên là cách mặc định.", "The first scheme is the default one."));
    }
    for scheme in cx.set.schemes() {
        out.heading(3, &format!("{} ({})", cx.text(&scheme.title), code(&scheme.id)));
        rules(cx, scheme, out);
        super::scheme::write(cx, scheme, out);
        tree(cx, scheme, out);
        levels::write(cx, scheme, out);
    }
}

fn tree(cx: Context<'_>, scheme: &Scheme, out: &mut Markdown) {
    if shows_only(&scheme.tree) {
        out.paragraph(cx.say(
            "Không có điểm, không đếm: giá trị của từng tiêu chí được nêu theo nhóm, không cộng lại.",
            "No points and no counts: the value of each criterion is shown by group and joined with no other.",
        ));
        return;
    }
    if counts_only(&scheme.tree) {
        out.paragraph(if !scheme.has_levels() {
            cx.say(
                "Không có điểm, không có trọng số: đếm số tiêu chí đạt trên số tiêu chí được hỏi, chung và theo nhóm.",
                "No points and no weights: the criteria met are counted against the criteria asked, overall and by group.",
            )
        } else {
            cx.say(
                "Không có điểm, không có trọng số: ở từng cấp độ, đếm số tiêu chí đạt trên số tiêu chí được hỏi, chung và theo nhóm.",
                "No points and no weights: at each level the criteria met are counted against the criteria asked, overall and by group.",
            )
        });
        return;
    }
    let root = aggregate(cx, &scheme.tree, points(cx, scheme));
    out.paragraph(&format!("{}: {root}.", cx.say("Cách cộng kết quả chung", "How the whole result adds up")));
    children(cx, &scheme.tree, 0, out);
}

fn counts_only(node: &Node) -> bool {
    node.aggregate == Aggregate::CountPassed
        && node.children.iter().all(|child| match child {
            Child::Group(inner) => inner.weight.is_none() && inner.max_points.is_none() && counts_only(inner),
            Child::Leaf { weight, max_points, .. } => weight.is_none() && max_points.is_none(),
        })
}

fn shows_only(node: &Node) -> bool {
    let shows = |child: &Child| match child {
        Child::Group(inner) => shows_only(inner),
        Child::Leaf { .. } => true,
    };
    node.aggregate == Aggregate::None && node.children.iter().all(shows)
}

fn children(cx: Context<'_>, node: &Node, depth: usize, out: &mut Markdown) {
    for child in &node.children {
        match child {
            Child::Group(inner) => {
                let group = inner.group.as_deref().and_then(|id| cx.set.group(id));
                let name = group.map(|g| format!("**{} [{}](#g-{})**", plain(&g.label), cx.text(&g.title), g.id)).unwrap_or_default();
                let share = share(cx, node.aggregate, inner.weight, None);
                let unlisted = if lists(inner.aggregate) { String::new() } else { criteria(cx, inner) };
                out.item(depth, &format!("{name}: {}{share}{unlisted}", aggregate(cx, inner, inner.max_points)));
                children(cx, inner, depth + 1, out);
            }
            Child::Leaf { .. } if !lists(node.aggregate) => {}
            Child::Leaf { criterion, weight, max_points } => {
                let share = share(cx, node.aggregate, *weight, *max_points);
                out.item(depth, &format!("{}{share}", cx.criterion_link(criterion)));
            }
        }
    }
}

/// Whether the criteria of a node have something to say in the tree; all of them stand below, group by group.
fn lists(aggregate: Aggregate) -> bool {
    !matches!(aggregate, Aggregate::SumOfScored | Aggregate::None)
}

/// How many criteria stand directly in a node.
fn criteria(cx: Context<'_>, node: &Node) -> String {
    match node.children.iter().filter(|child| matches!(child, Child::Leaf { .. })).count() {
        0 => String::new(),
        1 => cx.say("; 1 tiêu chí", "; 1 criterion").into(),
        n => format!("; {n} {}", cx.say("tiêu chí", "criteria")),
    }
}

fn points(cx: Context<'_>, scheme: &Scheme) -> Option<Dec> {
    let (_, plan) = cx.set.scheme(&scheme.id)?;
    plan.groups.first().map(|root| root.max_points)
}

fn aggregate(cx: Context<'_>, node: &Node, points: Option<Dec>) -> String {
    let name = rule_words::aggregate(node.aggregate, cx.lang);
    match points.filter(|_| node.aggregate == Aggregate::Sum) {
        Some(points) => format!("{name}, {} {}", cx.say("tối đa", "at most"), cx.number(points)),
        None => match node.exponent {
            Some(exponent) => format!("{name}, {} {}", cx.say("số mũ", "exponent"), cx.number(exponent)),
            None => name.into(),
        },
    }
}

fn share(cx: Context<'_>, parent: Aggregate, weight: Option<Dec>, points: Option<Dec>) -> String {
    match parent {
        Aggregate::Sum => points.map(|n| counted(cx, cx.say("tối đa", "at most"), n)).unwrap_or_default(),
        Aggregate::WeightedArithmetic
        | Aggregate::WeightedGeometric
        | Aggregate::WeightedHarmonic
        | Aggregate::PowerMean
        | Aggregate::Minimum => counted(cx, cx.say("trọng số", "weight"), weight.unwrap_or(Dec::ONE)),
        Aggregate::CountPassed | Aggregate::SumOfScored | Aggregate::None => String::new(),
    }
}

fn counted(cx: Context<'_>, what: &str, value: Dec) -> String {
    let zero = if value == Dec::ZERO { cx.say(" (nêu ra, không tính)", " (shown, not counted)") } else { "" };
    format!(", {what} {}{zero}", cx.number(value))
}

fn rules(cx: Context<'_>, scheme: &Scheme, out: &mut Markdown) {
    out.item(0, &format!("**{}:** {}", cx.say("Điểm chung", "Score"), score(cx, scheme)));
    if scheme.tree.aggregate.weighs() || scheme.scale != Dec::ONE {
        let text = match cx.lang {
            Lang::Vi => format!("**Thang:** kết quả trọn vẹn có giá trị {}", cx.number(scheme.scale)),
            Lang::En => format!("**Scale:** a full result has the value {}", cx.number(scheme.scale)),
        };
        out.item(0, &text);
    }
    out.item(0, &format!("**{}:** {}", cx.say("Khi chưa có số liệu", "Without data"), missing(cx, scheme)));
    if let Some(note) = &scheme.missing.note {
        out.item(1, &cx.note(note));
    }
    if let Some(rule) = &scheme.panel {
        let head = cx.say("Khi có nhiều đơn vị", "With many places");
        out.item(0, &format!("**{head}:** {}; {}", rule.treatment.text(cx.lang), cx.cites(&rule.cites)));
        let alone = cx.say("Không đánh giá riêng một đơn vị.", "No place is judged alone.");
        out.item(1, alone);
        if let Some(note) = &rule.note {
            out.item(1, &cx.note(note));
        }
    }
    let head = cx.say("Làm tròn", "Rounding");
    if scheme.rounding.is_empty() {
        out.item(0, &format!("**{head}:** {}", cx.say("không làm tròn ở bước nào", "nothing is rounded at any step")));
    }
    for rule in &scheme.rounding {
        let (stage, mode) = (rule_words::rounding_stage(rule.stage, cx.lang), rule_words::rounding_mode(rule.mode, cx.lang));
        let digits = match cx.lang {
            Lang::Vi => format!("{} chữ số thập phân", rule.digits),
            Lang::En => format!("{} decimal place{}", rule.digits, if rule.digits == 1 { "" } else { "s" }),
        };
        out.item(0, &format!("**{head}:** {stage}: {digits}, {mode}; {}", cx.cites(&rule.cites)));
    }
    if let Some(tolerance) = &scheme.published_tolerance {
        let head = cx.say("Sai số so với kết quả đã công bố", "Tolerance against published results");
        out.item(0, &format!("**{head}:** {}; {}", cx.number(tolerance.value), cx.cites(&tolerance.cites)));
    }
}

fn score(cx: Context<'_>, scheme: &Scheme) -> String {
    let text = match (scheme.score, scheme.tree.aggregate) {
        (None, _) => cx.say("không có", "none"),
        (Some(ScoreOf::Share), Aggregate::Sum) => {
            cx.say("tổng điểm chia cho điểm tối đa, từ 0 đến 1", "sum of points divided by the most points, from 0 to 1")
        }
        (Some(ScoreOf::Share), Aggregate::SumOfScored) => cx.say(
            "tổng điểm chia cho tổng điểm tối đa của những điểm dữ liệu được chấm, từ 0 đến 1",
            "sum of points divided by the most points of the data points that were scored, from 0 to 1",
        ),
        (Some(ScoreOf::Value), Aggregate::Sum | Aggregate::SumOfScored) => cx.say("tổng điểm", "sum of points"),
        (Some(ScoreOf::Share), _) => cx.say("tỷ lệ của kết quả chung, từ 0 đến 1", "the share of the whole result, from 0 to 1"),
        (Some(ScoreOf::Value), _) => cx.say("tỷ lệ của kết quả chung nhân với thang", "the share of the whole result times the scale"),
    };
    text.into()
}

fn missing(cx: Context<'_>, scheme: &Scheme) -> String {
    let rule = &scheme.missing;
    let mut parts = Vec::from([String::from(match (rule.policy, scheme.tree.aggregate) {
        (MissingPolicy::Exclude, Aggregate::SumOfScored) => cx.say(
            "Điểm dữ liệu chưa có số liệu được bỏ khỏi cả điểm lẫn điểm tối đa.",
            "A data point without data is left out of the points and of the most points.",
        ),
        (policy, _) => rule_words::missing(policy, cx.lang),
    })]);
    if rule.policy == MissingPolicy::NotMet && super::method::scores(cx.set, scheme) {
        parts.push(cx.say("Tiêu chí chấm điểm được 0 điểm và được đánh dấu.", "A scored criterion scores 0 and is flagged.").into());
    }
    if let Some(least) = rule.minimum_share.filter(|least| rule.policy == MissingPolicy::Exclude && *least > Dec::ZERO) {
        let least = cx.share(least);
        parts.push(match cx.lang {
            Lang::Vi => format!("Nhóm có dưới {least} trọng số là chưa xác định."),
            Lang::En => format!("A group with less than {least} of its weight is undecided."),
        });
    }
    let grounds = capital(&cx.grounds(rule.basis, None, &rule.cites));
    parts.push(format!("{grounds}."));
    parts.join(" ")
}
