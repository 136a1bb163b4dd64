//! How many people have to be asked.

use crate::number::{Dec, Exact, Number};
use rust_decimal::prelude::ToPrimitive;

/// The smallest simple random sample whose share is within `margin` (a share of 1) either way at quantile `z`, whatever the share is:
/// n₀ = z²/4e², with a finite population N: n = n₀·N / (n₀ + N - 1), rounded up (Cochran 1977, Sampling Techniques, 4.4 and 4.5), times
/// the design effect where one is expected, at most N. `None` when margin or design effect is not above zero, or the number is too large.
///
/// ```
/// use dothi::{Dec, programme::sample_size};
/// let (z, margin) = (Dec::parse("1.959963984540054").unwrap(), Dec::parse("0.05").unwrap());
/// assert_eq!(sample_size(z, margin, None, Dec::ONE), Some(385));
/// assert_eq!(sample_size(z, margin, Some(1_000), Dec::ONE), Some(278));
/// ```
#[must_use]
pub fn sample_size(z: Dec, margin: Dec, population: Option<u64>, design_effect: Dec) -> Option<u64> {
    if margin <= Dec::ZERO || design_effect <= Dec::ZERO {
        return None;
    }
    let [z, margin, effect] = [z, margin, design_effect].map(Exact::of);
    let endless = z.mul(z).div(Exact::count(4).mul(margin).mul(margin));
    let count = |n: u64| Exact::of(Dec::from_count(n));
    let finite = population.map_or(endless, |all| endless.mul(count(all)).div(endless.add(count(all)).sub(Exact::ONE)));
    let asked = finite.mul(effect).settle().map(|n| Some(n.ceil())).dec()?.value().to_u64()?;
    Some(population.map_or(asked, |all| asked.min(all)))
}

#[cfg(test)]
mod tests {
    use super::sample_size;
    use crate::number::Dec;

    #[test]
    fn sizes_are_those_of_the_tables() {
        let (z, d) = (Dec::parse("1.959963984540054").unwrap(), |text| Dec::parse(text).unwrap());
        for (margin, population, effect, size) in [
            ("0.03", None, "1", Some(1068)),
            ("0.05", Some(100), "1", Some(80)),
            ("0.05", Some(10_000), "1", Some(370)),
            ("0.05", Some(100), "2", Some(100)),
            ("0.05", None, "1.5", Some(577)),
            ("0.1", Some(1), "1", Some(1)),
            ("0", None, "1", None),
            ("0.05", None, "0", None),
        ] {
            assert_eq!(sample_size(z, d(margin), population, d(effect)), size, "{margin} {population:?} {effect}");
        }
    }
}
