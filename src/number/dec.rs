//! A decimal as read from a file and as written in a result.

use super::rounding::{signed, ten_to};
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
        let mut rest = text.as_bytes();
        let negative = take(&mut rest, b"-");
        let whole = digits(&mut rest);
        let point = take(&mut rest, b".");
        let fraction = if point { digits(&mut rest) } else { &[] };
        let power = take(&mut rest, b"eE");
        let below = power && rest.first() == Some(&b'-');
        let exponent = if power && (take(&mut rest, b"+-") || !rest.is_empty()) { digits(&mut rest) } else { &[] };
        let leads = whole.len() > 1 && whole.first() == Some(&b'0');
        if whole.is_empty() || leads || fraction.is_empty() == point || exponent.is_empty() == power || !rest.is_empty() {
            return Err(DecError::Grammar);
        }
        let size = exponent.iter().try_fold(0i32, |sum, digit| sum.checked_mul(10)?.checked_add((digit - b'0').into()));
        let exponent = size.map(|size| if below { -size } else { size });
        exponent.and_then(|exponent| exact(negative, whole, fraction, exponent)).ok_or(DecError::TooLong)
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

    /// A whole number that is a count.
    pub(crate) fn count(self) -> Option<u32> {
        if self.is_whole() { u32::try_from(self.0.mantissa()).ok() } else { None }
    }

    pub(crate) fn is_negative(self) -> bool {
        self.0.is_sign_negative()
    }

    /// The digits without the sign.
    pub(crate) fn digits(self) -> Digits {
        Digits::of(self.0.mantissa().unsigned_abs(), self.0.scale())
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

/// Whether the text goes on with one of these, which is then behind.
fn take(rest: &mut &[u8], any: &[u8]) -> bool {
    let Some((_, after)) = rest.split_first().filter(|(first, _)| any.contains(first)) else { return false };
    *rest = after;
    true
}

/// The digits that the text goes on with, which are then behind.
fn digits<'t>(rest: &mut &'t [u8]) -> &'t [u8] {
    let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    *rest = after;
    digits
}

/// The number of these digits, when it can be kept as it is: zeros in front and behind are not kept.
fn exact(negative: bool, whole: &[u8], fraction: &[u8], exponent: i32) -> Option<Dec> {
    let mut mantissa = 0u128;
    let (mut significant, mut zeros) = (0, 0);
    for digit in whole.iter().chain(fraction) {
        if mantissa == 0 {
            zeros = 0;
        }
        zeros += 1;
        if *digit != b'0' {
            significant += zeros;
            if significant > MAX_DIGITS {
                return None;
            }
            mantissa = mantissa * ten_to(u32::try_from(zeros).ok()?)? + u128::from(digit - b'0');
            zeros = 0;
        }
    }
    if mantissa == 0 {
        return Some(Dec::ZERO);
    }
    let scale = i64::try_from(fraction.len()).ok()? - i64::from(exponent) - i64::try_from(zeros).ok()?;
    let scale = match u32::try_from(scale) {
        Ok(scale) => scale,
        Err(_) => {
            let up = usize::try_from(-scale).ok()?;
            if up.checked_add(significant)? > MAX_DIGITS {
                return None;
            }
            mantissa *= ten_to(u32::try_from(up).ok()?)?;
            0
        }
    };
    signed(negative, mantissa, scale).map(Dec)
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

/// In full, whatever precision is asked for.
impl fmt::Display for Dec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        f.pad_integral(!self.is_negative(), "", core::str::from_utf8(digits.bytes()).unwrap_or_default())
    }
}

/// The digits of a number that is not negative, and its point.
pub(crate) struct Digits {
    /// 29 digits, a point and a zero before it.
    text: [u8; 31],
    unused: usize,
}

impl Digits {
    /// The number of this mantissa with `scale` digits after the point.
    #[inline(never)]
    pub(crate) fn of(mut mantissa: u128, scale: u32) -> Self {
        let mut text = [b'0'; 31];
        let mut unused = text.len();
        for (place, at) in text.iter_mut().rev().zip(0..) {
            if mantissa == 0 && at > scale + scale.min(1) {
                break;
            }
            unused -= 1;
            if at == scale && scale > 0 {
                *place = b'.';
                continue;
            }
            let rest = tenth(mantissa);
            *place += u8::try_from(mantissa - rest * 10).unwrap_or(0);
            mantissa = rest;
        }
        Self { text, unused }
    }

    /// As they are read.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.text.get(self.unused..).unwrap_or_default()
    }
}

/// Dividing 128 bits takes long, and few numbers have them.
fn tenth(mantissa: u128) -> u128 {
    u64::try_from(mantissa).map_or_else(|_| mantissa / 10, |short| (short / 10).into())
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

    proptest::proptest! {
        #[test]
        fn shown_as_the_decimal_library_shows_it(mantissa in 0i128..(1 << 96), short in -100_000i128..100_000, scale in 0u32..=28) {
            for mantissa in [mantissa, -mantissa, short] {
                let dec = Dec::from(rust_decimal::Decimal::from_i128_with_scale(mantissa, scale));
                proptest::prop_assert_eq!(dec.to_string(), dec.value().to_string());
                if mantissa.unsigned_abs() < 10u128.pow(28) {
                    proptest::prop_assert_eq!(Dec::parse(&dec.to_string()), Ok(dec));
                }
            }
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
