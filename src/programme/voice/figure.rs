//! From sums to a share, its design effect and its interval.

use super::tally::{Sums, WEIGHT_DECIMALS};
use crate::city::Sampling;
use crate::number::{Dec, Exact, Number, Rounding, RoundingMode};
use crate::steps::judge::survey::interval;
use crate::text::Lang;
use alloc::string::String;
use rust_decimal::{Decimal, RoundingStrategy};

/// Shares and bounds are shown with so many decimals, as in an assessment.
const SHOWN: Rounding = Rounding { digits: 12, mode: RoundingMode::HalfEven };

/// What a question came to in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VoiceFigure {
    /// Valid answers.
    pub answers: u64,
    /// Those that count.
    pub positive: u64,
    /// Share of 1: `Σ w·y / Σ w`, without weights `positive / answers`; 12 decimals, half-even.
    pub share: Dec,
    /// How many answers of a simple random sample say as much, at most [`VoiceFigure::answers`]; 12 decimals. None where no interval
    /// can be given.
    pub effective: Option<Dec>,
    /// The Wilson interval of the share with the effective number of answers, as shares of 1; none of a self-selected poll, a full count,
    /// or a single cluster.
    pub interval: Option<(Dec, Dec)>,
}

/// What the interval of a survey depends on.
#[derive(Clone, Copy)]
pub(super) struct Design {
    pub(super) sampling: Sampling,
    pub(super) z: Dec,
    /// People were drawn in clusters.
    pub(super) clustered: bool,
}

/// Makes the figure of a cell. `clusters` gives weight, and weight of those that count, of each cluster that has answers.
pub(super) fn figure(sums: &Sums, clusters: &[(u128, u128)], design: Design) -> Option<VoiceFigure> {
    let share = wide(sums.weight_positive, WEIGHT_DECIMALS).div(wide(sums.weight, WEIGHT_DECIMALS)).settle();
    let effective = effective(sums, share, clusters, design);
    let interval = effective.and_then(|n| interval(design.z, share.mul(n), n));
    Some(VoiceFigure {
        answers: sums.answers,
        positive: sums.positive,
        share: share.rounded(SHOWN).dec()?,
        effective: effective.and_then(|n| n.rounded(SHOWN).dec()),
        interval,
    })
}

/// The effective number of answers.
///
/// Weights alone: Kish (1965), Survey Sampling, 11.7: n_eff = (Σ w)² / Σ w². Clusters: p(1 - p) / v with the variance between clusters
/// v = k/(k - 1) · Σ (Σ w·y - p·Σ w)² / (Σ w)² over k clusters (ultimate clusters, linearised; strata are not used to narrow it).
/// The smaller of the two, so that clusters only ever widen an interval.
fn effective(sums: &Sums, share: Exact, clusters: &[(u128, u128)], design: Design) -> Option<Exact> {
    if design.sampling != Sampling::Probability || sums.answers == 0 {
        return None;
    }
    let all = wide(sums.weight, WEIGHT_DECIMALS);
    // Divided first: the square of all weights may have more digits than a decimal.
    let kish = all.div(wide(sums.weight_squared, 2 * WEIGHT_DECIMALS).div(all)).settle();
    if !design.clustered {
        return kish.poison().is_none().then_some(kish);
    }
    if clusters.len() < 2 {
        return None;
    }
    let squares = clusters.iter().fold(Exact::ZERO, |sum, (weight, positive)| {
        let apart = wide(*positive, WEIGHT_DECIMALS).sub(share.mul(wide(*weight, WEIGHT_DECIMALS))).div(all);
        sum.add(apart.mul(apart))
    });
    let count = Exact::count(clusters.len());
    let variance = squares.mul(count).div(count.sub(Exact::ONE));
    let even = share.mul(Exact::ONE.sub(share));
    // All clusters alike, or everybody of one opinion: they say nothing about how far clusters differ.
    if variance.is_zero() || even.is_zero() {
        return Some(kish);
    }
    let n = kish.least(even.div(variance).settle());
    n.poison().is_none().then_some(n)
}

/// A whole number of 128 bits with its point moved; beyond the 28 digits of a decimal, rounded half-even.
fn wide(mantissa: u128, scale: u32) -> Exact {
    let (mut mantissa, mut scale) = (mantissa, scale);
    loop {
        let whole = i128::try_from(mantissa).ok().and_then(|signed| Decimal::try_from_i128_with_scale(signed, scale).ok());
        if let Some(decimal) = whole {
            return Exact::of(Dec::from(decimal));
        }
        let Some(fewer) = scale.checked_sub(1) else { return Exact::of(Dec::from(Decimal::MAX)).mul(Exact::count(10)) };
        let (kept, rest) = (mantissa / 10, mantissa % 10);
        mantissa = kept + u128::from(rest > 5 || (rest == 5 && kept % 2 == 1));
        scale = fewer;
    }
}

/// A share from 0 to 1 in per cent with one decimal, half-even.
pub(in crate::programme) fn percent(share: Dec, lang: Lang) -> String {
    percent_text(share, RoundingStrategy::MidpointNearestEven, lang)
}

fn percent_text(share: Dec, how: RoundingStrategy, lang: Lang) -> String {
    let percent = Dec::from(share.value().saturating_mul(Decimal::ONE_HUNDRED).round_dp_with_strategy(1, how));
    alloc::format!("{}\u{a0}%", if lang == Lang::Vi { percent.to_vi() } else { percent.to_en() })
}

impl VoiceFigure {
    /// Share of those whose answer does not count, as a share of 1.
    #[must_use]
    pub fn other_share(&self) -> Dec {
        Dec::from(Decimal::ONE.saturating_sub(self.share.value()))
    }

    /// How many times more people had to be asked than in a simple random sample: answers divided by the effective number; 4 decimals.
    #[must_use]
    pub fn design_effect(&self) -> Option<Dec> {
        let four = Rounding { digits: 4, mode: RoundingMode::HalfEven };
        Exact::of(Dec::from_count(self.answers)).div(Exact::of(self.effective?)).rounded(four).dec()
    }

    /// The share for people, one decimal, half-even: `64,7 %`.
    #[must_use]
    pub fn share_text(&self, lang: Lang) -> String {
        percent(self.share, lang)
    }

    /// The interval for people, one decimal, never narrower than it is: `59,5 % – 69,6 %`.
    #[must_use]
    pub fn interval_text(&self, lang: Lang) -> Option<String> {
        let (low, high) = self.interval?;
        let [low, high] =
            [(low, RoundingStrategy::ToZero), (high, RoundingStrategy::AwayFromZero)].map(|(bound, how)| percent_text(bound, how, lang));
        Some(alloc::format!("{low} – {high}"))
    }

    /// Half the width of the interval.
    #[must_use]
    pub fn margin(&self) -> Option<Dec> {
        let (low, high) = self.interval?;
        Exact::of(high).sub(Exact::of(low)).div(Exact::count(2)).rounded(SHOWN).dec()
    }
}

#[cfg(test)]
mod tests {
    use super::{Design, Sums, figure};
    use crate::city::Sampling;
    use crate::number::Dec;
    use alloc::string::ToString;

    const MILLION: u128 = 1_000_000;

    fn sums(answers: &[(u128, bool)]) -> Sums {
        let mut out = Sums::default();
        for (weight, counts) in answers {
            let positive = if *counts { *weight } else { 0 };
            out.merge(&Sums {
                answers: 1,
                positive: u64::from(*counts),
                weight: *weight,
                weight_positive: positive,
                weight_squared: weight * weight,
            });
        }
        out
    }

    fn design(clustered: bool) -> Design {
        Design { sampling: Sampling::Probability, z: Dec::parse("1.959963984540054").unwrap(), clustered }
    }

    /// Weights 1, 1, 2: n_eff = 4² / 6 = 2.666..., share 3/4.
    #[test]
    fn kish_by_hand() {
        let figure = figure(&sums(&[(MILLION, true), (MILLION, false), (2 * MILLION, true)]), &[], design(false)).unwrap();
        assert_eq!((figure.answers, figure.positive, figure.share.to_string()), (3, 2, "0.75".into()));
        assert_eq!(figure.effective.unwrap().to_string(), "2.666666666667");
        assert_eq!(figure.design_effect().unwrap().to_string(), "1.125");
    }

    /// Four clusters of 10 with 10, 10, 0, 0 that count: p = 1/2, v = 4/3 · 4·25/1600 = 1/12, n_eff = 1/4 : 1/12 = 3.
    #[test]
    fn clusters_that_agree_within_say_little() {
        let answers: alloc::vec::Vec<_> = (0..40).map(|at| (MILLION, at < 20)).collect();
        let (all, half) = (10 * MILLION, [10 * MILLION, 10 * MILLION, 0, 0]);
        let clusters = half.map(|positive| (all, positive));
        let clustered = figure(&sums(&answers), &clusters, design(true)).unwrap();
        assert_eq!(clustered.effective.unwrap().to_string(), "3");
        let even = [(all, 5 * MILLION); 4];
        assert_eq!(figure(&sums(&answers), &even, design(true)).unwrap().effective.unwrap().to_string(), "40");
        assert_eq!(figure(&sums(&answers), &even[..1], design(true)).unwrap().interval, None);
    }

    #[test]
    fn sums_of_any_size_are_held() {
        let answers = 1_000_000_000_000;
        let weight = 9_999_999_999_999u128;
        let (all, squared) = (weight * answers, weight * weight * answers);
        let huge =
            Sums { answers: 1_000_000_000_000, positive: 500_000_000_000, weight: all, weight_positive: all / 2, weight_squared: squared };
        let figure = figure(&huge, &[], design(false)).unwrap();
        assert_eq!(figure.share.to_string(), "0.5");
        assert_eq!(figure.effective.unwrap().to_string(), "1000000000000");
    }
}
