//! A decimal as read from a file and as written in a result.

use alloc::string::{String, ToString};
use core::fmt;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// Most significant digits a decimal may have.
pub(crate) const MAX_DIGITS: usize = 28;

/// An exact decimal number of at most 28 significant digits and 28 decimal places.
///
/// It is read by the JSON number grammar and never rounded on the way in; it is shown in one normal form: no exponent, no
/// trailing zeros, no `-0`.
///
/// ```
/// use dothi::Dec;
/// assert_eq!(Dec::parse("1.50e1").unwrap().to_string(), "15");
/// assert!(Dec::parse("1_0").is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dec(Decimal);

/// Why a text is not a [`Dec`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecError {
    /// Not a number by the JSON grammar.
    Grammar,
    /// More digits or a larger exponent than can be kept exactly.
    TooLong,
}

impl Dec {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);

    /// Reads a decimal by the JSON number grammar.
    ///
    /// # Errors
    /// - not a JSON number (`1_0`, `.5`, `01`, `NaN`, `12,5`): [`DecError::Grammar`]
    /// - more than 28 significant digits or decimal places: [`DecError::TooLong`]
    pub fn parse(text: &str) -> Result<Self, DecError> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.find(['e', 'E']) {
            Some(at) => (rest.get(..at).unwrap_or(""), Some(rest.get(at + 1..).unwrap_or(""))),
            None => (rest, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((w, f)) => (w, Some(f)),
            None => (mantissa, None),
        };
        let all_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let whole_ok = all_digits(whole) && (whole == "0" || !whole.starts_with('0'));
        if !whole_ok || fraction.is_some_and(|f| !all_digits(f)) {
            return Err(DecError::Grammar);
        }
        let exponent = match exponent {
            None => 0,
            Some(e) => {
                let unsigned = e.strip_prefix(['+', '-']).unwrap_or(e);
                if !all_digits(unsigned) {
                    return Err(DecError::Grammar);
                }
                e.parse::<i32>().map_err(|_| DecError::TooLong)?
            }
        };
        from_digits(negative, whole, fraction.unwrap_or(""), exponent)
    }

    /// The decimal library's value.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// A whole number.
    #[must_use]
    pub fn from_count(count: u64) -> Self {
        Self(Decimal::from(count))
    }

    /// True when there is no fraction.
    #[must_use]
    pub fn is_whole(self) -> bool {
        // In normal form a fraction shows in the scale.
        self.0.scale() == 0
    }

    /// The number the way people write it in Vietnamese: `1.234,5`.
    #[must_use]
    pub fn to_vi(self) -> String {
        grouped(&self.to_string(), '.', ',')
    }

    /// The number the way people write it in English: `1,234.5`.
    #[must_use]
    pub fn to_en(self) -> String {
        grouped(&self.to_string(), ',', '.')
    }
}

fn from_digits(negative: bool, whole: &str, fraction: &str, exponent: i32) -> Result<Dec, DecError> {
    let mut digits = String::with_capacity(whole.len() + fraction.len());
    digits.push_str(whole);
    digits.push_str(fraction);
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return Ok(Dec::ZERO);
    }
    if significant.len() > MAX_DIGITS {
        return Err(DecError::TooLong);
    }
    let trailing = digits.len() - digits.trim_end_matches('0').len();
    let scale = i64::try_from(fraction.len()).map_err(|_| DecError::TooLong)?
        - i64::from(exponent)
        - i64::try_from(trailing).map_err(|_| DecError::TooLong)?;
    let mut mantissa: i128 = significant.parse().map_err(|_| DecError::TooLong)?;
    let scale = if scale < 0 {
        let up = u32::try_from(-scale).map_err(|_| DecError::TooLong)?;
        if up as usize + significant.len() > MAX_DIGITS {
            return Err(DecError::TooLong);
        }
        mantissa = mantissa.checked_mul(10i128.checked_pow(up).ok_or(DecError::TooLong)?).ok_or(DecError::TooLong)?;
        0
    } else {
        u32::try_from(scale).map_err(|_| DecError::TooLong)?
    };
    let signed = if negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, scale).map(Dec::from).map_err(|_| DecError::TooLong)
}

fn grouped(text: &str, thousands: char, point: char) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |r| ("-", r));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(c);
    }
    if let Some(f) = fraction {
        out.push(point);
        out.push_str(f);
    }
    out
}

impl From<Decimal> for Dec {
    fn from(value: Decimal) -> Self {
        let value = value.normalize();
        Self(if value.is_zero() { Decimal::ZERO } else { value })
    }
}

impl fmt::Display for Dec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Serialize for Dec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Dec, DecError};
    use alloc::string::ToString;

    #[test]
    fn one_normal_form() {
        for (text, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.000", "0"),
            ("1.500", "1.5"),
            ("15e-1", "1.5"),
            ("1.5E+3", "1500"),
            ("-12.340", "-12.34"),
            ("1000000000000000000000000000", "1000000000000000000000000000"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
            ("1.0000000000000000000000000000000000000", "1"),
        ] {
            assert_eq!(Dec::parse(text).unwrap().to_string(), shown, "{text}");
        }
    }

    #[test]
    fn only_the_json_grammar_is_read() {
        for bad in ["", "-", "1_0", ".5", "5.", "01", "+1", "NaN", "1e", "1e+", "12,5", " 1", "0x1", "1.2.3", "Infinity"] {
            assert_eq!(Dec::parse(bad), Err(DecError::Grammar), "{bad}");
        }
        for long in ["12345678901234567890123456789", "1e400", "1e-29", "1e99999999999", "0.00000000000000000000000000001"] {
            assert_eq!(Dec::parse(long), Err(DecError::TooLong), "{long}");
        }
    }

    #[test]
    fn people_read_groups_of_three() {
        assert_eq!(Dec::parse("-1234567.25").unwrap().to_vi(), "-1.234.567,25");
        assert_eq!(Dec::parse("148327").unwrap().to_en(), "148,327");
        assert_eq!(Dec::parse("999").unwrap().to_vi(), "999");
    }
}
