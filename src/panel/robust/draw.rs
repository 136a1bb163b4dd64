//! Shapes of chance: normal and gamma, from even numbers and `libm` alone, so that every machine gives the same.

use super::stream::Stream;

/// The normal quantile of a probability, to about 16 digits.
///
/// Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484.
pub(super) fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(0.180_625 - q * q, &MIDDLE);
    }
    let r = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let x = if r <= 5.0 { ratio(r - 1.6, &SIDE) } else { ratio(r - 5.0, &TAIL) };
    if q < 0.0 { -x } else { x }
}

/// Coefficients of numerator and denominator, the highest power first.
type Rational = [[f64; 8]; 2];

#[inline]
fn ratio(r: f64, [above, below]: &Rational) -> f64 {
    let sum = |all: &[f64; 8]| all.iter().fold(0.0, |sum, own| sum * r + own);
    sum(above) / sum(below)
}

#[allow(clippy::excessive_precision, reason = "as printed")]
const MIDDLE: Rational = [
    [
        2.509_080_928_730_122_672_7e3,
        3.343_057_558_358_812_810_5e4,
        6.726_577_092_700_870_085_3e4,
        4.592_195_393_154_987_145_7e4,
        1.373_169_376_550_946_112_5e4,
        1.971_590_950_306_551_442_7e3,
        1.331_416_678_917_843_774_5e2,
        3.387_132_872_796_366_608_0,
    ],
    [
        5.226_495_278_852_854_561_0e3,
        2.872_908_573_572_194_267_4e4,
        3.930_789_580_009_271_061_0e4,
        2.121_379_430_158_659_586_7e4,
        5.394_196_021_424_751_107_7e3,
        6.871_870_074_920_579_083_0e2,
        4.231_333_070_160_091_125_2e1,
        1.0,
    ],
];
#[allow(clippy::excessive_precision, reason = "as printed")]
const SIDE: Rational = [
    [
        7.745_450_142_783_414_076_40e-4,
        2.272_384_498_926_918_458_33e-2,
        2.417_807_251_774_506_117_70e-1,
        1.270_458_252_452_368_382_58,
        3.647_848_324_763_204_605_04,
        5.769_497_221_460_691_405_50,
        4.630_337_846_156_545_295_90,
        1.423_437_110_749_683_577_34,
    ],
    [
        1.050_750_071_644_416_843_24e-9,
        5.475_938_084_995_344_946_00e-4,
        1.519_866_656_361_645_719_66e-2,
        1.481_039_764_274_800_745_90e-1,
        6.897_673_349_851_000_045_50e-1,
        1.676_384_830_183_803_849_40,
        2.053_191_626_637_758_821_87,
        1.0,
    ],
];
#[allow(clippy::excessive_precision, reason = "as printed")]
const TAIL: Rational = [
    [
        2.010_334_399_292_288_132_65e-7,
        2.711_555_568_743_487_578_15e-5,
        1.242_660_947_388_078_438_60e-3,
        2.653_218_952_657_612_309_30e-2,
        2.965_605_718_285_048_912_30e-1,
        1.784_826_539_917_291_335_80,
        5.463_784_911_164_114_369_90,
        6.657_904_643_501_103_777_20,
    ],
    [
        2.044_263_103_389_939_785_64e-15,
        1.421_511_758_316_445_888_70e-7,
        1.846_318_317_510_054_681_80e-5,
        7.868_691_311_456_132_591_00e-4,
        1.487_536_129_085_061_485_25e-2,
        1.369_298_809_227_358_053_10e-1,
        5.998_322_065_558_879_376_90e-1,
        1.0,
    ],
];

impl Stream {
    /// Standard normal, one number for each.
    #[inline]
    pub(super) fn normal(&mut self) -> f64 {
        normal_quantile(self.uniform())
    }

    /// Evenly from -1 to 1.
    #[inline]
    pub(super) fn sway(&mut self) -> f64 {
        2.0 * self.uniform() - 1.0
    }
}

/// The gamma distribution of a shape and scale 1.
///
/// Marsaglia, Tsang: A simple method for generating gamma variables, ACM TOMS 26 (2000) 363-372; below shape 1 by their remark,
/// G(shape) = G(shape + 1) · U^(1/shape).
#[derive(Clone, Copy, Debug)]
pub(super) struct Gamma {
    d: f64,
    c: f64,
    /// 1 / shape, below 1.
    boost: Option<f64>,
}

impl Gamma {
    pub(super) fn new(shape: f64) -> Self {
        let boost = (shape < 1.0).then(|| 1.0 / shape);
        let d = if boost.is_some() { shape + 1.0 } else { shape } - 1.0 / 3.0;
        Self { d, c: 1.0 / libm::sqrt(9.0 * d), boost }
    }

    #[inline]
    pub(super) fn draw(&self, stream: &mut Stream) -> f64 {
        let drawn = loop {
            let x = stream.normal();
            let root = 1.0 + self.c * x;
            if root <= 0.0 {
                continue;
            }
            let (u, v, square) = (stream.uniform(), root * root * root, x * x);
            let plain = u < 1.0 - 0.0331 * square * square;
            if plain || libm::log(u) < 0.5 * square + self.d * (1.0 - v + libm::log(v)) {
                break self.d * v;
            }
        };
        self.boost.map_or(drawn, |boost| drawn * libm::pow(stream.uniform(), boost))
    }
}

#[cfg(test)]
mod tests {
    use super::{Gamma, normal_quantile};
    use crate::panel::robust::stream::{Address, Purpose};

    /// The check values of the paper, and those of tables.
    #[test]
    fn normal_known_answers() {
        let known = [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.95, 1.644_853_626_951_472_2),
        ];
        for (p, x) in known {
            assert!((normal_quantile(p) - x).abs() <= 1e-15 * (1.0 + x.abs()), "{p}: {}", normal_quantile(p));
        }
    }

    #[test]
    fn moments() {
        let address = Address { seed: 3, replication: 0, second: false };
        let count = 200_000;
        for shape in [0.2, 0.7, 1.0, 2.5, 40.0] {
            let (gamma, mut stream) = (Gamma::new(shape), address.stream(Purpose::Weights, 0, 0));
            let (mut sum, mut square) = (0.0, 0.0);
            for _ in 0..count {
                let x = gamma.draw(&mut stream);
                assert!(x > 0.0);
                (sum, square) = (sum + x, square + x * x);
            }
            let mean = sum / f64::from(count);
            let variance = square / f64::from(count) - mean * mean;
            // Mean and variance of a gamma are its shape; bands of five standard errors.
            let (of_mean, of_variance) =
                (libm::sqrt(shape / f64::from(count)), libm::sqrt((2.0 * shape * shape + 6.0 * shape) / f64::from(count)));
            assert!((mean - shape).abs() < 5.0 * of_mean, "{shape}: mean {mean}");
            assert!((variance - shape).abs() < 5.0 * of_variance, "{shape}: variance {variance}");
        }
    }
}
