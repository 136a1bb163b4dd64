//! Where a series leads, by two ways of going on: by the same amount each year, and by the same factor.

use super::split::DIGITS;
use crate::date::Date;
use crate::number::{Dec, Exact, Number};
use rust_decimal::Decimal;
use rust_decimal::MathematicalOps;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// Whole months since the year 0 at the end of a period.
pub(super) fn month(period: Date) -> i64 {
    let (year, month, _) = period.last_day();
    i64::from(year) * 12 + i64::from(month)
}

/// First and last figure of a series, in months.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) first: (i64, Dec),
    pub(super) last: (i64, Dec),
}

impl Line {
    fn months(&self) -> Option<i64> {
        Some(self.last.0 - self.first.0).filter(|months| *months > 0)
    }

    /// Change a year, and the value at a later month: `last + (last - first) / months · later`.
    pub(super) fn linear(&self, at: i64) -> Option<(Dec, Dec)> {
        let (span, ahead) = (whole(self.months()?)?, whole(at - self.last.0)?);
        let change = Exact::of(self.last.1).sub(Exact::of(self.first.1));
        let yearly = change.mul(Exact::count(12)).div(span);
        let there = Exact::of(self.last.1).add(change.mul(ahead).div(span));
        Some((shown(yearly)?, shown(there)?))
    }

    /// Growth in percent a year, and the value at a later month: `last · (last / first)^(later / months)`. Of positive figures only.
    pub(super) fn compound(&self, at: i64) -> Option<(Dec, Dec)> {
        if self.first.1 <= Dec::ZERO || self.last.1 <= Dec::ZERO {
            return None;
        }
        let (span, ahead) = (self.months()?, at - self.last.0);
        let factor = self.last.1.value().checked_div(self.first.1.value())?;
        let yearly = power(factor, 12, span)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let there = self.last.1.value().checked_mul(power(factor, ahead, span)?)?;
        Some((cut(yearly), cut(there)))
    }
}

/// What is needed a year from a value to another, `months` later: as an amount, and of positive values as percent.
pub(super) fn needed(from: Dec, to: Dec, months: i64) -> (Option<Dec>, Option<Dec>) {
    if months <= 0 {
        return (None, None);
    }
    let amount = whole(months).and_then(|months| shown(Exact::of(to).sub(Exact::of(from)).mul(Exact::count(12)).div(months)));
    let rate = || {
        let factor = to.value().checked_div(from.value())?;
        power(factor, 12, months)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED).map(cut)
    };
    (amount, if from > Dec::ZERO && to > Dec::ZERO { rate() } else { None })
}

fn whole(n: i64) -> Option<Exact> {
    usize::try_from(n).ok().map(Exact::count)
}

fn shown(x: Exact) -> Option<Dec> {
    x.rounded(DIGITS).dec()
}

fn cut(x: Decimal) -> Dec {
    Dec::from(x.round_dp(DIGITS.digits))
}

/// `base^(above/below)` of a positive base, exact to about twenty digits: a root by Newton's steps from a guess, then a whole power.
fn power(base: Decimal, above: i64, below: i64) -> Option<Decimal> {
    let common = gcd(above.unsigned_abs(), below.unsigned_abs());
    let (above, below) = (above.unsigned_abs() / common, below.unsigned_abs() / common);
    root(base, below)?.checked_powu(above)
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

fn root(base: Decimal, n: u64) -> Option<Decimal> {
    if n <= 1 {
        return Some(base);
    }
    let degree = Decimal::from(n);
    let guess = libm::pow(base.to_f64()?, 1.0 / n.to_f64()?);
    let mut x = Decimal::from_f64(guess)?;
    // The guess has fifteen digits and each step doubles them.
    for _ in 0..3 {
        let below = x.checked_powu(n - 1)?;
        let next = base.checked_div(below)?;
        x = x.checked_mul(degree - Decimal::ONE)?.checked_add(next)?.checked_div(degree)?;
    }
    Some(x)
}

#[cfg(test)]
mod tests {
    use super::{Line, needed, power};
    use crate::number::Dec;
    use alloc::string::ToString;
    use rust_decimal::Decimal;

    fn dec(text: &str) -> Dec {
        Dec::parse(text).unwrap()
    }

    #[test]
    fn a_line_goes_on() {
        let line = Line { first: (12, dec("10")), last: (36, dec("40")) };
        assert_eq!(line.linear(60).unwrap(), (dec("15"), dec("70")));
        // Doubled each year: four times in two years.
        let (rate, there) = line.compound(60).unwrap();
        assert_eq!((rate, there), (dec("100"), dec("160")));
        assert_eq!(Line { first: (12, dec("0")), ..line }.compound(60), None);
        assert_eq!(Line { first: (36, dec("0")), ..line }.linear(60), None);
    }

    #[test]
    fn roots_are_exact_to_eighteen_digits() {
        let two = Decimal::from(2u8);
        assert_eq!(power(two, 1, 2).unwrap().round_dp(18).to_string(), "1.414213562373095049");
        assert_eq!(power(two, 5, 3).unwrap().round_dp(18).to_string(), "3.174802103936398950");
        assert_eq!(power(Decimal::new(27, 3), 4, 12).unwrap().round_dp(18), Decimal::new(3, 1));
        assert!(power(Decimal::from(10u8), 300, 1).is_none(), "too large is no value");
    }

    #[test]
    fn what_is_needed() {
        assert_eq!(needed(dec("40"), dec("70"), 24), (Some(dec("15")), power_rate("1.75")));
        assert_eq!(needed(dec("-1"), dec("1"), 12), (Some(dec("2")), None));
        assert_eq!(needed(dec("1"), dec("2"), 0), (None, None));
    }

    fn power_rate(factor: &str) -> Option<Dec> {
        let factor = power(dec(factor).value(), 1, 2)?;
        Some(Dec::from(((factor - Decimal::ONE) * Decimal::ONE_HUNDRED).round_dp(18)))
    }
}
