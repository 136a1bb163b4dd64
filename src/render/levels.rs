//! How a level is reached: its conditions in words, with their numbers and the grounds of each.

use super::context::Context;
use super::markdown::{Markdown, code};
use super::{rule_words, words};
use crate::criteria::{Condition, Limit, Op, Parameter, Precondition, Scheme, ScoreOf, Tier};
use crate::number::Dec;
use crate::text::{Lang, capital};
use alloc::format;
use alloc::string::String;

pub(super) fn write(cx: Context<'_>, scheme: &Scheme, out: &mut Markdown) {
    if scheme.levels.is_empty() {
        out.paragraph(&super::scheme::without_levels(cx, scheme));
        return;
    }
    if scheme.verdict {
        out.paragraph(cx.say(
            "Kết luận là đạt khi thỏa mọi điều kiện dưới đây, nếu không là không đạt; chưa xác định khi nguồn để ngỏ điều làm đổi kết luận. *Được hỏi* là tiêu chí áp dụng cho nơi đó, không bị khai là không áp dụng và không thuộc loại chỉ theo dõi. Tiêu chí *đạt* khi giá trị qua ngưỡng và, nơi minh chứng là bắt buộc, có minh chứng phù hợp.",
            "The verdict is met when all conditions below hold, else not met; it is undecided where the source leaves open what would change it. *Asked* are the criteria that apply to the place, are not claimed not applicable and are not monitored only. A criterion is *met* when its value passes the threshold and, where evidence is required, suitable evidence supports it.",
        ));
    } else {
        out.paragraph(cx.say(
        "Cấp độ của một nơi là cấp độ cao nhất thỏa mọi điều kiện dưới đây. *Được hỏi* ở một cấp độ là tiêu chí áp dụng cho nơi đó, không bị khai là không áp dụng, không thuộc loại chỉ theo dõi và có ngưỡng ở cấp độ đó. Tiêu chí *đạt* khi giá trị qua ngưỡng và, nơi minh chứng là bắt buộc, có minh chứng phù hợp.",
        "The level of a place is the highest one whose conditions all hold. *Asked* at a level are the criteria that apply to the place, are not claimed not applicable, are not monitored only, and have a threshold at that level. A criterion is *met* when its value passes the threshold and, where evidence is required, suitable evidence supports it.",
        ));
    }
    if !scheme.preconditions.is_empty() {
        out.paragraph(match scheme.verdict {
            true => cx.say("Kết luận chỉ được nêu khi:", "A verdict is given only when:"),
            false => cx.say("Cấp độ chỉ được nêu khi:", "A level is given only when:"),
        });
        for precondition in &scheme.preconditions {
            self::precondition(cx, precondition, out);
        }
    }
    for level in &scheme.levels {
        let title = cx.text(&level.title);
        let name = if scheme.verdict { cx.say("Kết luận", "Verdict").into() } else { capital(&cx.level(level.level)) };
        out.heading(4, &format!("{name}: {title}"));
        match &level.conditions {
            Condition::All { of } => of.iter().for_each(|inner| condition(cx, inner, level.level, 0, out)),
            other => condition(cx, other, level.level, 0, out),
        }
    }
}

fn precondition(cx: Context<'_>, precondition: &Precondition, out: &mut Markdown) {
    match precondition {
        Precondition::MinApplicable { tier, min } => {
            let tier = words::tier(*tier, cx.lang);
            let text = match cx.lang {
                Lang::Vi => format!("số {tier} được hỏi ở ít nhất một cấp độ, mỗi {tier} đếm một lần, ít nhất là "),
                Lang::En => format!("the number of {tier} asked at any level, each counted once, is at least "),
            };
            line(cx, (0, &text), (min, Number::Plain), None, out);
        }
        Precondition::MaxNotApplicableShare { tier, max } => {
            let tier = words::tier(*tier, cx.lang);
            let text = match cx.lang {
                Lang::Vi => format!("tỷ lệ {tier} bị khai là không áp dụng, trên số {tier} được hỏi trước khi khai, không quá "),
                Lang::En => format!("the share of {tier} claimed not applicable, of those asked before any claim, is at most "),
            };
            line(cx, (0, &text), (max, Number::Share), None, out);
        }
    }
}

fn condition(cx: Context<'_>, c: &Condition, level: u32, depth: usize, out: &mut Markdown) {
    let counted = |group: Option<&String>, tier: Option<Tier>| {
        let tier = words::tier(tier, cx.lang);
        match (group, cx.lang) {
            (Some(id), Lang::Vi) => format!("{tier} của nhóm {}", group_link(cx, id)),
            (Some(id), Lang::En) => format!("{tier} of the group {}", group_link(cx, id)),
            (None, _) => tier.into(),
        }
    };
    let mut inner = |head: String, of: &[Condition]| {
        out.item(depth, &head);
        of.iter().for_each(|c| condition(cx, c, level, depth + 1, out));
    };
    match c {
        Condition::All { of } => inner(cx.say("mọi điều kiện sau:", "all of these:").into(), of),
        Condition::Any { of } => inner(cx.say("ít nhất một trong các điều kiện sau:", "at least one of these:").into(), of),
        Condition::AtLeast { n, of } => {
            let head = match cx.lang {
                Lang::Vi => format!("ít nhất {n} trong {} điều kiện sau:", of.len()),
                Lang::En => format!("at least {n} of these {}:", of.len()),
            };
            inner(head, of);
        }
        Condition::ShareMet { tier, group, each_group, min } => {
            let which = counted(group.as_ref(), *tier);
            let head = match (each_group, cx.lang) {
                (true, Lang::Vi) => format!("trong từng nhóm có tiêu chí, tỷ lệ {which} đạt trên số được hỏi ít nhất là "),
                (true, Lang::En) => format!("in every group that holds criteria, the share of {which} met, of those asked, is at least "),
                (false, Lang::Vi) => format!("tỷ lệ {which} đạt trên số được hỏi ít nhất là "),
                (false, Lang::En) => format!("the share of {which} met, of those asked, is at least "),
            };
            line(cx, (depth, &head), (min, Number::Share), Some(level), out);
        }
        Condition::CountMet { tier, group, min } => {
            let which = counted(group.as_ref(), *tier);
            let head = match cx.lang {
                Lang::Vi => format!("số {which} đạt ít nhất là "),
                Lang::En => format!("the number of {which} met is at least "),
            };
            line(cx, (depth, &head), (min, Number::Plain), Some(level), out);
        }
        Condition::NodeValue { group, of, op, min } => {
            let (what, number) = match of {
                ScoreOf::Value => (cx.say("điểm", "the value"), Number::Plain),
                ScoreOf::Share => (cx.say("tỷ lệ điểm", "the share"), Number::Share),
            };
            let whose = match group {
                Some(id) => format!("{} {}", cx.say("của nhóm", "of the group"), group_link(cx, id)),
                None => cx.say("của kết quả chung", "of the whole result").into(),
            };
            let than = match op {
                Op::Gt => cx.say("lớn hơn", "is more than"),
                _ => cx.say("ít nhất là", "is at least"),
            };
            line(cx, (depth, &format!("{what} {whose} {than} ")), (min, number), Some(level), out);
        }
        Condition::Mandatory { criteria } => {
            out.item(depth, cx.say("mỗi tiêu chí sau, nếu được hỏi, đều đạt:", "each of these criteria, where asked, is met:"));
            for id in criteria {
                out.item(depth + 1, &cx.criterion_link(id));
            }
        }
        Condition::LowerLevels => out.item(depth, cx.say("đã đạt mọi cấp độ thấp hơn", "every lower level is reached")),
        Condition::If { when, then, otherwise } => {
            let places = rule_words::places(when, cx.lang);
            inner(format!("{} {places}:", cx.say("với", "for")), then);
            let head = cx.say("với nơi khác, kể cả khi chưa biết:", "for other places, and where this is not known:");
            if otherwise.is_empty() {
                out.item(depth, &format!("{head} {}", cx.say("không đòi hỏi gì thêm", "nothing more is asked")));
            } else {
                inner(head.into(), otherwise);
            }
        }
        Condition::Unclear { of, title, cites } => {
            let head = format!("**{}** {}", cx.say("nguồn không nói rõ:", "the source does not say:"), cx.text(title));
            let source = match cx.read_at(cites) {
                read if read.is_empty() => read,
                read => format!(" ({read})"),
            };
            if of.is_empty() {
                let never = cx.say("không thể biết điều này có được thỏa hay không", "whether it holds cannot be known");
                out.item(depth, &format!("{head}{source}; {never}"));
            } else {
                let known = cx.say(
                    "chắc chắn thỏa khi mọi điều sau đúng, nếu không thì chưa xác định:",
                    "it surely holds when all of these do, else it is undecided:",
                );
                inner(format!("{head}{source}; {known}"), of);
            }
        }
    }
}

fn group_link(cx: Context<'_>, id: &str) -> String {
    cx.set.group(id).map_or_else(|| code(id), |group| format!("[{}](#g-{id})", cx.text(&group.title)))
}

/// How a number is read.
#[derive(Clone, Copy)]
enum Number {
    /// A share: the percentage stands beside it.
    Share,
    Plain,
}

/// A condition with its number; a parameter says what it rests on.
fn line(cx: Context<'_>, (depth, head): (usize, &str), (limit, number): (&Limit, Number), level: Option<u32>, out: &mut Markdown) {
    let shown = |value: Dec| match number {
        Number::Share => cx.share(value),
        Number::Plain => cx.number(value),
    };
    let id = match limit {
        Limit::Fixed(value) => return out.item(depth, &format!("{head}{}", shown(*value))),
        Limit::Varied { value, variants } => {
            out.item(depth, &format!("{head}{}", shown(*value)));
            for variant in variants {
                let places = rule_words::places(&variant.when, cx.lang);
                let than = format!("{} {places}: {}", cx.say("với", "for"), shown(variant.value));
                out.item(depth + 1, &format!("{than}; {}", cx.read_at(&variant.cites)));
            }
            return;
        }
        Limit::Parameter(id) => id,
    };
    let Some(parameter) = parameter(cx, id, level) else { return out.item(depth, &format!("{head}{}", code(id))) };
    out.item(depth, &format!("{head}{} ({} [{}](#p-{id}))", shown(parameter.value), cx.say("tham số", "parameter"), code(id)));
    out.item(depth + 1, &cx.grounds(parameter.basis, Some(parameter.confidence), &parameter.cites));
    if parameter.value == Dec::ZERO {
        out.item(depth + 1, cx.say("với giá trị 0, điều kiện này không đòi hỏi gì", "with the value 0 this condition asks nothing"));
    }
}

/// The parameter of the level, else the one for all levels.
fn parameter<'s>(cx: Context<'s>, id: &str, level: Option<u32>) -> Option<&'s Parameter> {
    let all = &cx.set.header().parameters;
    let of = |wanted: Option<u32>| all.iter().find(|p| p.id == id && p.level == wanted);
    level.and_then(|_| of(level)).or_else(|| of(None))
}
