//! Numbers, dates and values the way people of the language read them.

use crate::words::{T, fill};
use alloc::format;
use alloc::string::{String, ToString};
use dothi::{CriteriaSet, Criterion, CriterionResult, DataKind, Date, Dec, Lang, Op, ThresholdValue};

/// Keeps a number and its unit on one line.
pub const TIE: char = '\u{A0}';

/// Decimals of a measured value in a table.
const VALUE_DIGITS: u32 = 4;
/// Decimals where there is little room.
const BRIEF_DIGITS: u32 = 2;
/// Decimals of a score in a table.
const SCORE_DIGITS: u32 = 6;

/// Every digit.
#[must_use]
pub fn exact(value: Dec, lang: Lang) -> String {
    if lang == Lang::Vi { value.to_vi() } else { value.to_en() }
}

/// A measured value; digits beyond the fourth are cut and shown as `…`, never rounded, so that a value just below a threshold does not
/// look as if it stood on it.
///
/// ```
/// use dothi::{Dec, Lang};
/// let value = Dec::parse("1049.99999").unwrap();
/// assert_eq!(dothi_report::number::value(value, Lang::Vi), "1.049,9999…");
/// ```
#[must_use]
pub fn value(value: Dec, lang: Lang) -> String {
    cut(value, VALUE_DIGITS, lang)
}

/// A value for the end of a bar, where two stand side by side: cut after the second decimal.
#[must_use]
pub fn brief(value: Dec, lang: Lang) -> String {
    cut(value, BRIEF_DIGITS, lang)
}

/// A score, cut after six decimals.
#[must_use]
pub fn score(value: Dec, lang: Lang) -> String {
    cut(value, SCORE_DIGITS, lang)
}

fn cut(value: Dec, digits: u32, lang: Lang) -> String {
    let short = Dec::from(value.value().trunc_with_scale(digits));
    if short == value { exact(value, lang) } else { format!("{}…", exact(short, lang)) }
}

/// A share from 0 to 1 as per cent, cut like a measured value.
#[must_use]
pub fn percent(share: Dec, lang: Lang) -> String {
    let hundred = Dec::from_count(100);
    let percent = share.value().checked_mul(hundred.value()).map_or(share, Dec::from);
    format!("{}{TIE}%", value(percent, lang))
}

/// A difference of scores with its sign.
#[must_use]
pub fn signed(value: Dec, lang: Lang) -> String {
    with_sign(value, &score(value, lang))
}

/// A difference of measured values with its sign, cut like them.
#[must_use]
pub fn change(difference: Dec, lang: Lang) -> String {
    with_sign(difference, &value(difference, lang))
}

/// A statistic, rounded to so many decimals: not for values that are held against a threshold.
#[must_use]
pub fn rounded(value: f64, digits: usize, lang: Lang) -> String {
    let text = format!("{value:.digits$}");
    // What is rounded away has no sign.
    let nought = !text.contains(|c: char| c.is_ascii_digit() && c != '0');
    let text = if nought { text.trim_start_matches('-') } else { &text }.replacen('-', "−", 1);
    if lang == Lang::Vi { text.replace('.', ",") } else { text }
}

/// A statistic that is a part of a whole, as per cent rounded to so many decimals.
#[must_use]
pub fn percent_of(share: f64, digits: usize, lang: Lang) -> String {
    format!("{}{TIE}%", rounded(share * 100.0, digits, lang))
}

fn with_sign(value: Dec, text: &str) -> String {
    if value > Dec::ZERO { format!("+{text}") } else { text.replacen('-', "−", 1) }
}

/// A date.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    if lang == Lang::Vi { date.to_vi() } else { date.to_string() }
}

/// The symbol of a criterion's unit; empty for steps and yes/no questions, whose values speak for themselves.
#[must_use]
pub fn symbol<'s>(set: &'s CriteriaSet, criterion: &Criterion, lang: Lang) -> &'s str {
    let point = criterion.data_points.first().filter(|p| p.kind == DataKind::Number);
    point.and_then(|p| set.unit(&p.unit)).map_or("", |u| u.symbol.get(lang))
}

/// Longer units may stand on a line of their own.
const SHORT_UNIT: usize = 8;

/// A number with its unit.
#[must_use]
pub fn with_unit(number: &str, symbol: &str) -> String {
    let between = if symbol.chars().count() > SHORT_UNIT { ' ' } else { TIE };
    format!("{number}{between}{symbol}").trim_end_matches([' ', TIE]).into()
}

/// What was measured or answered; empty when there is nothing.
#[must_use]
pub fn measured(set: &CriteriaSet, c: &CriterionResult<'_>, lang: Lang) -> String {
    match (c.value, c.answer) {
        (Some(number), _) => value_of(c.criterion, number, symbol(set, c.criterion, lang), lang),
        (None, Some(yes)) => if yes { T::Yes } else { T::No }.get(lang).into(),
        (None, None) => String::new(),
    }
}

/// A value of a criterion, with its unit.
#[must_use]
pub fn value_of(criterion: &Criterion, number: Dec, symbol: &str, lang: Lang) -> String {
    if is_ordinal(criterion) { step(number, lang) } else { with_unit(&value(number, lang), symbol) }
}

/// A step of a ladder.
#[must_use]
pub fn step(number: Dec, lang: Lang) -> String {
    fill(T::Step, lang, &[("n", &exact(number, lang))])
}

/// What a threshold asks, without its unit.
#[must_use]
pub fn asked(criterion: &Criterion, value: ThresholdValue, lang: Lang) -> String {
    match value {
        ThresholdValue::Number(number) if is_ordinal(criterion) => step(number, lang),
        ThresholdValue::Number(number) => exact(number, lang),
        _ => T::Yes.get(lang).into(),
    }
}

/// `≥ 50 %`; a yes/no question needs no sign.
#[must_use]
pub fn compared(criterion: &Criterion, op: Op, value: ThresholdValue, symbol: &str, lang: Lang) -> String {
    match value {
        ThresholdValue::Yes => asked(criterion, value, lang),
        _ => format!("{}{TIE}{}", op.sign(), with_unit(&asked(criterion, value, lang), symbol)),
    }
}

fn is_ordinal(criterion: &Criterion) -> bool {
    criterion.data_points.first().is_some_and(|p| p.kind == DataKind::Ordinal)
}

#[cfg(test)]
mod tests {
    use super::{percent, percent_of, rounded, signed, value};
    use dothi::{Dec, Lang};

    #[test]
    fn statistics_are_rounded_and_nought_has_no_sign() {
        assert_eq!(rounded(-0.004, 2, Lang::Vi), "0,00");
        assert_eq!(rounded(-0.675, 1, Lang::En), "−0.7");
        assert_eq!(percent_of(0.15789, 1, Lang::Vi), "15,8\u{A0}%");
    }

    #[test]
    fn digits_are_cut_never_rounded() {
        let dec = |text: &str| Dec::parse(text).unwrap();
        assert_eq!(value(dec("49.99999"), Lang::Vi), "49,9999…");
        assert_eq!(value(dec("1234.5"), Lang::Vi), "1.234,5");
        assert_eq!(value(dec("1234.5"), Lang::En), "1,234.5");
        assert_eq!(signed(dec("-0.0001"), Lang::En), "−0.0001");
        assert_eq!(percent(dec("0.800175"), Lang::Vi), "80,0175\u{A0}%");
    }
}
