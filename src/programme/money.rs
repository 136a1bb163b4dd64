//! Amounts of money: exact decimals with a unit, sums in đồng, and what is not known beside what is zero.

use crate::number::Dec;
use crate::text::{Lang, pick};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// Largest amount of one line in đồng, a thousand times the yearly product of the country. Sums of millions of lines stay exact.
const MOST_DONG: Decimal = Decimal::from_parts(0xA764_0000, 0x0DE0_B6B3, 0, false, 0);

/// The unit an amount is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MoneyUnit {
    /// đồng
    Dong,
    /// triệu đồng, 10⁶ đồng
    Million,
    /// tỷ đồng, 10⁹ đồng
    Billion,
}

/// Why an amount cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountFault {
    Negative,
    /// Not a whole number of đồng.
    Fraction,
    /// More than [`MOST_DONG`].
    TooLarge,
}

impl MoneyUnit {
    /// Words of files.
    pub(crate) const WORDS: &'static [(&'static str, Self)] =
        &[("dong", Self::Dong), ("trieu_dong", Self::Million), ("ty_dong", Self::Billion)];

    /// Its word in files: `dong`, `trieu_dong`, `ty_dong`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, unit)| *unit == self).map_or("", |(word, _)| word)
    }

    /// The words for people: `đồng`, `triệu đồng`, `tỷ đồng`.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Dong => pick(lang, "đồng", "VND"),
            Self::Million => pick(lang, "triệu đồng", "million VND"),
            Self::Billion => pick(lang, "tỷ đồng", "billion VND"),
        }
    }

    fn factor(self) -> Decimal {
        Decimal::from(match self {
            Self::Dong => 1_u32,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
        })
    }

    /// The amount in đồng: not negative, whole, not beyond reason.
    pub(crate) fn dong(self, value: Dec) -> Result<Dec, AmountFault> {
        if value < Dec::ZERO {
            return Err(AmountFault::Negative);
        }
        // Digits beyond what a decimal keeps would be rounded away: first the size, then the fraction of the value itself.
        if value.value() > MOST_DONG {
            return Err(AmountFault::TooLarge);
        }
        let scale = match self {
            Self::Dong => 0,
            Self::Million => 6,
            Self::Billion => 9,
        };
        if value.value().normalize().scale() > scale {
            return Err(AmountFault::Fraction);
        }
        let dong = value.value().checked_mul(self.factor()).filter(|dong| *dong <= MOST_DONG).ok_or(AmountFault::TooLarge)?;
        Ok(Dec::from(dong))
    }
}

impl Serialize for MoneyUnit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A sum in đồng of what is known, with the number of amounts that are in it and of those that are not known.
///
/// An amount that is not known adds nothing and is counted: it is not zero.
///
/// ```
/// use dothi::{Dec, programme::Money};
/// let sum = [Some(Dec::from_count(5)), None].into_iter().fold(Money::default(), Money::with);
/// assert_eq!((sum.dong, sum.given, sum.missing), (Dec::from_count(5), 1, 1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Money {
    /// Sum of the known amounts, in đồng.
    pub dong: Dec,
    /// How many amounts are known.
    pub given: u32,
    /// How many are not.
    pub missing: u32,
}

impl Money {
    /// With one more amount in đồng; none = not known.
    #[must_use]
    pub fn with(self, amount: Option<Dec>) -> Self {
        match amount {
            Some(dong) => self.and(Self { dong, given: 1, missing: 0 }),
            None => self.and(Self { missing: 1, ..Self::default() }),
        }
    }

    /// Both sums together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        // Amounts are bounded, so that no sum of a file that may be read comes near the end of the range.
        let dong = Dec::from(self.dong.value().saturating_add(other.dong.value()));
        Self { dong, given: self.given.saturating_add(other.given), missing: self.missing.saturating_add(other.missing) }
    }

    /// The sum; none when no amount is known.
    #[must_use]
    pub fn known(self) -> Option<Dec> {
        (self.given > 0).then_some(self.dong)
    }
}

#[cfg(test)]
mod tests {
    use super::{AmountFault, MOST_DONG, MoneyUnit};
    use crate::number::Dec;
    use alloc::string::ToString;

    #[test]
    fn amounts_come_to_whole_dong() {
        let dec = |text: &str| Dec::parse(text).unwrap();
        assert_eq!(MOST_DONG.to_string(), "1000000000000000000");
        assert_eq!(MoneyUnit::Billion.dong(dec("1.5")), Ok(dec("1500000000")));
        assert_eq!(MoneyUnit::Million.dong(dec("0.000001")), Ok(dec("1")));
        assert_eq!(MoneyUnit::Million.dong(dec("0.0000001")), Err(AmountFault::Fraction));
        assert_eq!(MoneyUnit::Dong.dong(dec("0.5")), Err(AmountFault::Fraction));
        assert_eq!(MoneyUnit::Dong.dong(dec("-1")), Err(AmountFault::Negative));
        assert_eq!(MoneyUnit::Billion.dong(dec("1000000001")), Err(AmountFault::TooLarge));
        assert_eq!(MoneyUnit::Dong.dong(dec("1e27")), Err(AmountFault::TooLarge));
        assert_eq!(MoneyUnit::Billion.dong(dec("1e9")), Ok(dec("1e18")));
    }
}
