//! How a value follows from what is entered, in words.

use super::context::Context;
use super::markdown::{code, plain};
use crate::criteria::{DataPoint, Expr, Input, WindowHow};
use crate::number::Dec;
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The formula of a data point; none where the value is what is entered.
pub(super) fn formula(cx: Context<'_>, point: &DataPoint) -> Option<String> {
    let expr = point.derive.as_ref().filter(|expr| !matches!(expr, Expr::Input { .. }))?;
    Some(in_words(cx, point, expr))
}

/// An expression with the unit of its value.
pub(super) fn in_words(cx: Context<'_>, point: &DataPoint, expr: &Expr) -> String {
    let symbol = cx.symbol(&point.unit);
    let unit = if symbol.is_empty() { String::new() } else { format!(" ({})", plain(symbol)) };
    format!("{}{unit}", words_of(cx, point, expr, false))
}

/// `inside`: part of a larger expression, so that its own signs need brackets.
fn words_of(cx: Context<'_>, point: &DataPoint, expr: &Expr, inside: bool) -> String {
    let list = |of: &[Expr], sign: &str| of.iter().map(|e| words_of(cx, point, e, true)).collect::<Vec<_>>().join(sign);
    let infix = |of: &[Expr], sign: &str| if inside { format!("({})", list(of, sign)) } else { list(of, sign) };
    match expr {
        Expr::Input { role } => role.label(cx.lang).into(),
        Expr::Ratio { of } => {
            let [above, below] = of.as_ref();
            let factor = cx.set.unit(&point.unit).map_or(Dec::ONE, |unit| unit.factor);
            let times = if factor == Dec::ONE { String::new() } else { format!(" × {}", cx.number(factor)) };
            let text = format!("{}{times} / {}", words_of(cx, point, above, true), words_of(cx, point, below, true));
            if inside { format!("({text})") } else { text }
        }
        Expr::Constant { value, cites } => match cx.cites(cites) {
            cites if cites.is_empty() => cx.number(*value),
            cites => format!("{} ({cites})", cx.number(*value)),
        },
        Expr::Reference { id } => format!("{} {}", cx.say("giá trị so sánh", "the comparison value"), code(id)),
        Expr::Add { of } => infix(of, " + "),
        Expr::Sub { of } => infix(of, " − "),
        Expr::Mul { of } => infix(of, " × "),
        Expr::Div { of } => infix(of, " / "),
        Expr::Mean { of } => format!("{} ({})", cx.say("trung bình cộng của", "mean of"), list(of, "; ")),
        Expr::Min { of } => format!("{} ({})", cx.say("nhỏ nhất của", "smallest of"), list(of, "; ")),
        Expr::Max { of } => format!("{} ({})", cx.say("lớn nhất của", "largest of"), list(of, "; ")),
        Expr::At { years_earlier, of } => {
            let then = words_of(cx, point, of, true);
            let text = match cx.lang {
                Lang::Vi => format!("{then} của {years_earlier} năm trước"),
                Lang::En if *years_earlier == 1 => format!("{then} one year earlier"),
                Lang::En => format!("{then} {years_earlier} years earlier"),
            };
            if inside { format!("({text})") } else { text }
        }
        Expr::Window { years, how, of } => {
            let inner = words_of(cx, point, of, false);
            match (how, cx.lang) {
                (WindowHow::Mean, Lang::Vi) => format!("trung bình cộng {years} năm gần nhất của ({inner})"),
                (WindowHow::Mean, Lang::En) => format!("mean over the last {years} years of ({inner})"),
                (WindowHow::Worst, Lang::Vi) => format!("năm kém nhất trong {years} năm gần nhất của ({inner})"),
                (WindowHow::Worst, Lang::En) => format!("worst of the last {years} years of ({inner})"),
            }
        }
    }
}

/// What may be entered, beside its title.
pub(super) fn limits(cx: Context<'_>, input: &Input) -> Vec<String> {
    let mut out = Vec::new();
    if input.whole {
        out.push(cx.say("số nguyên", "whole number").into());
    }
    out.extend(input.minimum.map(|least| format!("≥ {}", cx.number(least))));
    out.extend(input.above.map(|least| format!("> {}", cx.number(least))));
    out.extend(input.within.map(|role| format!("{} {}", cx.say("không vượt", "not above the"), role.label(cx.lang))));
    if input.own_period {
        out.push(cx.say("có kỳ riêng, ví dụ năm gốc", "of a year of its own, such as a base year").into());
    }
    out
}
