//! Numbers, dates and values the way people of the language read them.

use crate::doc::text::TIE;
use crate::texts::{T, fill};
use dothi::{CriteriaSet, Criterion, CriterionResult, DataKind, Date, Dec, Lang, Op, ThresholdValue};

/// Decimals of a measured value in a table.
const VALUE_DIGITS: u32 = 4;
/// Decimals of a score in a table.
const SCORE_DIGITS: u32 = 6;

/// Every digit.
pub(crate) fn exact(value: Dec, lang: Lang) -> String {
    if lang == Lang::Vi { value.to_vi() } else { value.to_en() }
}

/// A measured value; digits beyond the fourth are cut and shown as `…`, never rounded, so that a value just below a threshold does not
/// look as if it stood on it.
pub(crate) fn value(value: Dec, lang: Lang) -> String {
    cut(value, VALUE_DIGITS, lang)
}

/// A score, cut after six decimals.
pub(crate) fn score(value: Dec, lang: Lang) -> String {
    cut(value, SCORE_DIGITS, lang)
}

fn cut(value: Dec, digits: u32, lang: Lang) -> String {
    let short = Dec::from(value.value().trunc_with_scale(digits));
    if short == value { exact(value, lang) } else { format!("{}…", exact(short, lang)) }
}

/// A difference with its sign.
pub(crate) fn signed(value: Dec, lang: Lang) -> String {
    let text = score(value, lang);
    if value > Dec::ZERO { format!("+{text}") } else { text.replacen('-', "−", 1) }
}

/// A date.
pub(crate) fn date(date: Date, lang: Lang) -> String {
    if lang == Lang::Vi { date.to_vi() } else { date.to_string() }
}

/// The symbol of a criterion's unit; empty for steps and yes/no questions, whose values speak for themselves.
pub(crate) fn symbol<'s>(set: &'s CriteriaSet, criterion: &Criterion, lang: Lang) -> &'s str {
    let point = criterion.data_points.first().filter(|p| p.kind == DataKind::Number);
    point.and_then(|p| set.unit(&p.unit)).map_or("", |u| u.symbol.get(lang))
}

/// Longer units may stand on a line of their own.
const SHORT_UNIT: usize = 8;

/// A number with its unit.
pub(crate) fn with_unit(number: &str, symbol: &str) -> String {
    let between = if symbol.chars().count() > SHORT_UNIT { ' ' } else { TIE };
    format!("{number}{between}{symbol}").trim_end_matches([' ', TIE]).into()
}

/// What was measured or answered; empty when there is nothing.
pub(crate) fn measured(set: &CriteriaSet, c: &CriterionResult<'_>, lang: Lang) -> String {
    match (c.value, c.answer) {
        (Some(number), _) => value_of(c.criterion, number, symbol(set, c.criterion, lang), lang),
        (None, Some(yes)) => if yes { T::Yes } else { T::No }.get(lang).into(),
        (None, None) => String::new(),
    }
}

/// A value of a criterion, with its unit.
pub(crate) fn value_of(criterion: &Criterion, number: Dec, symbol: &str, lang: Lang) -> String {
    if is_ordinal(criterion) { fill(T::Step, lang, &[("n", &exact(number, lang))]) } else { with_unit(&value(number, lang), symbol) }
}

/// What a threshold asks, without its unit.
pub(crate) fn asked(criterion: &Criterion, value: ThresholdValue, lang: Lang) -> String {
    match value {
        ThresholdValue::Number(step) if is_ordinal(criterion) => fill(T::Step, lang, &[("n", &exact(step, lang))]),
        ThresholdValue::Number(number) => exact(number, lang),
        _ => T::Yes.get(lang).into(),
    }
}

/// `≥ 50 %`; a yes/no question needs no sign.
pub(crate) fn compared(criterion: &Criterion, op: Op, value: ThresholdValue, symbol: &str, lang: Lang) -> String {
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
    use super::{signed, value};
    use dothi::{Dec, Lang};

    #[test]
    fn digits_are_cut_never_rounded() {
        let shown = |text: &str, lang| value(Dec::parse(text).unwrap(), lang);
        assert_eq!(shown("49.99999", Lang::Vi), "49,9999…");
        assert_eq!(shown("1234.5", Lang::Vi), "1.234,5");
        assert_eq!(shown("1234.5", Lang::En), "1,234.5");
        assert_eq!(signed(Dec::parse("-0.0001").unwrap(), Lang::En), "−0.0001");
    }
}
