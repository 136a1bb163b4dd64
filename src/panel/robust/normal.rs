//! Normal numbers for figures: two of each block of chance, all places of a column at once.
//!
//! Box, Muller: A note on the generation of random normal deviates, Annals of Mathematical Statistics 29 (1958) 610-611. Only the four
//! operations, bits and the root are used, without branches, so that every machine gives the same and loops over places are turned
//! into vector instructions.

use super::stream::{Address, Purpose};
use crate::number::Number;
use alloc::vec::Vec;

/// Normal numbers of two items with one block at each place.
#[derive(Default)]
pub(super) struct Normals {
    of: Option<(Address, usize)>,
    even: Vec<f64>,
    odd: Vec<f64>,
}

impl Normals {
    /// One for each place.
    pub(super) fn at(&mut self, address: Address, item: usize, places: &[u64]) -> &[f64] {
        if self.of != Some((address, item / 2)) || self.even.len() != places.len() {
            self.of = Some((address, item / 2));
            self.even.resize(places.len(), 0.0);
            self.odd.resize(places.len(), 0.0);
            address.evens(Purpose::Figures, item / 2, places, &mut self.even, &mut self.odd);
            // One loop for each step, none of which waits for the others of its row.
            self.even.iter_mut().for_each(|u| *u = -2.0 * Number::ln(*u));
            self.even.iter_mut().for_each(|square| *square = libm::sqrt(*square));
            for (even, odd) in self.even.iter_mut().zip(&mut self.odd) {
                let (sine, cosine) = turned(*odd);
                (*even, *odd) = (*even * cosine, *even * sine);
            }
        }
        if item.is_multiple_of(2) { &self.even } else { &self.odd }
    }
}

impl Address {
    /// The number of [`Normals`] for one place.
    pub(super) fn normal(self, item: usize, place: u64) -> f64 {
        let mut stream = self.stream(Purpose::Figures, item / 2, place);
        let (u, v) = (stream.uniform(), stream.uniform());
        let (radius, (sine, cosine)) = (libm::sqrt(-2.0 * Number::ln(u)), turned(v));
        radius * if item.is_multiple_of(2) { cosine } else { sine }
    }
}

/// 1.5 · 2^52: added, it leaves the nearest whole number in the last bits.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// Sine and cosine of so many whole turns, from 0 to 1: polynomials of FreeBSD's `msun` (Sun Microsystems 1993) on an eighth to both
/// sides of each quarter.
#[inline]
fn turned(turns: f64) -> (f64, f64) {
    const S: [f64; 6] = [
        -1.666_666_666_666_663_2e-1,
        8.333_333_333_322_49e-3,
        -1.984_126_982_985_795e-4,
        2.755_731_370_707_006_8e-6,
        -2.505_076_025_340_686_3e-8,
        1.589_690_995_211_55e-10,
    ];
    const C: [f64; 6] = [
        4.166_666_666_666_66e-2,
        -1.388_888_888_887_411e-3,
        2.480_158_728_947_673e-5,
        -2.755_731_435_139_066_3e-7,
        2.087_572_321_298_175e-9,
        -1.135_964_755_778_819_5e-11,
    ];
    // Four times as much, the nearest whole number and what is left are exact.
    let quarters = 4.0 * turns;
    let rounded = quarters + ROUND;
    let t = (quarters - (rounded - ROUND)) * core::f64::consts::FRAC_PI_2;
    let z = t * t;
    let [a, b, c, d, e, f] = S;
    let sine = t + t * z * (a + z * (b + z * (c + z * (d + z * (e + z * f)))));
    let [a, b, c, d, e, f] = C;
    let cosine = 1.0 - 0.5 * z + z * z * (a + z * (b + z * (c + z * (d + z * (e + z * f)))));
    // Each quarter turns sine into cosine and cosine into minus sine.
    let quarter = rounded.to_bits();
    let swap = (sine.to_bits() ^ cosine.to_bits()) & (quarter & 1).wrapping_neg();
    let (minus_sine, minus_cosine) = ((quarter & 2) << 62, (quarter.wrapping_add(1) & 2) << 62);
    (f64::from_bits(sine.to_bits() ^ swap ^ minus_sine), f64::from_bits(cosine.to_bits() ^ swap ^ minus_cosine))
}

#[cfg(test)]
mod tests {
    use super::super::stream::Address;
    use super::{Normals, turned};
    use alloc::vec::Vec;

    const AT: Address = Address { seed: 5, replication: 11, second: false };

    #[test]
    fn turns_as_the_library() {
        for step in 0..200_000 {
            let turns = (f64::from(step) + 0.5) / 200_000.0;
            let (sine, cosine) = turned(turns);
            let (s, c) = libm::sincos(core::f64::consts::TAU * turns);
            assert!((sine - s).abs() < 2e-15 && (cosine - c).abs() < 2e-15, "{turns}");
        }
        assert_eq!((turned(0.25).0.to_bits(), turned(0.5).1.to_bits()), (1.0f64.to_bits(), (-1.0f64).to_bits()));
    }

    #[test]
    fn a_column_is_its_places_one_by_one_whatever_places_there_are() {
        let places: Vec<u64> = (0..53u64).map(|at| at.wrapping_mul(0x9E37_79B9_7F4A_7C15)).collect();
        let mut normals = Normals::default();
        for item in [0, 1, 6, 7, 1] {
            for some in [&places[..], &places[7..20]] {
                let column = normals.at(AT, item, some);
                assert!(column.iter().zip(some).all(|(own, place)| own.to_bits() == AT.normal(item, *place).to_bits()));
            }
        }
    }

    #[test]
    fn moments_and_tails() {
        let places: Vec<u64> = (0..200_000).collect();
        let (mut normals, count) = (Normals::default(), 200_000.0);
        let (even, odd) = (normals.at(AT, 2, &places).to_vec(), normals.at(AT, 3, &places).to_vec());
        let mean = |of: &dyn Fn(f64) -> f64, all: &[f64]| all.iter().map(|x| of(*x)).sum::<f64>() / count;
        for all in [&even, &odd] {
            // Five standard errors each; the share beyond 1.96 is 5 %.
            assert!(mean(&|x| x, all).abs() < 5.0 / libm::sqrt(count));
            assert!((mean(&|x| x * x, all) - 1.0).abs() < 5.0 * libm::sqrt(2.0 / count));
            assert!((mean(&|x| x * x * x * x, all) - 3.0).abs() < 5.0 * libm::sqrt(96.0 / count));
            let beyond = mean(&|x| f64::from(u8::from(x.abs() > 1.959_963_984_540_054)), all);
            assert!((beyond - 0.05).abs() < 5.0 * libm::sqrt(0.05 * 0.95 / count), "{beyond}");
        }
        let together = even.iter().zip(&odd).map(|(a, b)| a * b).sum::<f64>() / count;
        assert!(together.abs() < 5.0 / libm::sqrt(count));
    }
}
