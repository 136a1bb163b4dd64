//! Logarithm and exponential of binary floating point without branches, so that a loop over a column is turned into vector
//! instructions, which calls of a library are not.
//!
//! Only the four operations and bits are used, so that every machine gives the same. Ranges are reduced and polynomials evaluated as in
//! FreeBSD's `msun` (Sun Microsystems 1993), whose error is below one unit in the last place; a test compares with `libm`.

const MANTISSA: u64 = 0x000F_FFFF_FFFF_FFFF;
/// Bits of 1.
const ONE: u64 = 0x3FF0_0000_0000_0000;
/// Bits of a number close to the square root of one half.
const ROOT_HALF: u64 = 0x3FE6_A09E_0000_0000;
/// Bits of 2^52: a whole number below it, put into its mantissa, is added to it.
const WHOLE: u64 = 0x4330_0000_0000_0000;
/// ln 2 in two parts, the first with zeros at its end.
const LN2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];
/// 1.5 · 2^52: added, it leaves the nearest whole number in the last bits.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// ln x; -∞ of 0, NaN below it. Numbers below 2^-1022 are taken as 0.
#[inline]
pub(super) fn ln(x: f64) -> f64 {
    const L: [f64; 7] = [
        6.666_666_666_666_735e-1,
        3.999_999_999_940_942e-1,
        2.857_142_874_366_239e-1,
        2.222_219_843_214_978_4e-1,
        1.818_357_216_161_805e-1,
        1.531_383_769_920_937_3e-1,
        1.479_819_860_511_658_6e-1,
    ];
    let [a, b, c, d, e, f, g] = L;
    // x = 2^k · (1 + t), 1 + t between the square roots of one half and of 2.
    let shifted = x.to_bits().wrapping_add(ONE - ROOT_HALF);
    let k = f64::from_bits((shifted >> 52) | WHOLE) - (4_503_599_627_370_496.0 + 1_023.0);
    let t = f64::from_bits((shifted & MANTISSA) + ROOT_HALF) - 1.0;
    let half = 0.5 * t * t;
    let s = t / (2.0 + t);
    let z = s * s;
    let w = z * z;
    let r = w * (b + w * (d + w * f)) + z * (a + w * (c + w * (e + w * g)));
    let out = s * (half + r) + k * LN2[1] - half + t + k * LN2[0];
    let out = if x < f64::MIN_POSITIVE { f64::NEG_INFINITY } else { out };
    if x >= 0.0 { out } else { f64::NAN }
}

/// e to the power of x; 0 below -700, ∞ above 700.
#[inline]
pub(super) fn exp(x: f64) -> f64 {
    const P: [f64; 5] = [
        1.666_666_666_666_660_2e-1,
        -2.777_777_777_701_559_3e-3,
        6.613_756_321_437_934e-5,
        -1.653_390_220_546_525_2e-6,
        4.138_136_797_057_238_5e-8,
    ];
    let [a, b, c, d, e] = P;
    // x = k · ln 2 + r.
    let rounded = x * core::f64::consts::LOG2_E + ROUND;
    let k = rounded - ROUND;
    let (high, low) = (x - k * LN2[0], k * LN2[1]);
    let r = high - low;
    let z = r * r;
    let q = r - z * (a + z * (b + z * (c + z * (d + z * e))));
    let power = f64::from_bits(rounded.to_bits().wrapping_add(1_023) << 52);
    let out = (1.0 + (r * q / (2.0 - q) - low + high)) * power;
    let out = if x < -700.0 { 0.0 } else { out };
    if x > 700.0 { f64::INFINITY } else { out }
}

#[cfg(test)]
mod tests {
    use super::{exp, ln};

    fn near(own: f64, peer: f64) -> bool {
        (own - peer).abs() <= 2.0 * f64::EPSILON * peer.abs()
    }

    #[test]
    fn ends() {
        assert!(ln(0.0).is_infinite() && ln(0.0) < 0.0 && ln(-1.0).is_nan() && ln(f64::NAN).is_nan());
        assert_eq!((ln(1.0).to_bits(), exp(0.0).to_bits()), (0.0f64.to_bits(), 1.0f64.to_bits()));
        assert_eq!((exp(f64::NEG_INFINITY).to_bits(), exp(-701.0).to_bits()), (0, 0));
        assert!(exp(f64::NAN).is_nan() && exp(701.0).is_infinite());
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 20_000, ..proptest::prelude::ProptestConfig::default() })]

        #[test]
        fn as_the_library(x in 1e-300f64..1.0, small in 0u32..300, y in -700.0f64..700.0) {
            for x in [x, x * libm::pow(10.0, -f64::from(small)), 1.0 - x * 1e-3, 1.0 / x].into_iter().filter(|x| *x > 1e-300) {
                proptest::prop_assert!(near(ln(x), libm::log(x)), "ln {x:e}: {} {}", ln(x), libm::log(x));
            }
            proptest::prop_assert!(near(exp(y), libm::exp(y)) && near(exp(y / 1e3), libm::exp(y / 1e3)), "exp {y}");
        }
    }
}
