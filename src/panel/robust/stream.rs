//! Numbers drawn by address: what they are for says what they are, not when or by whom they are drawn.

use super::philox::block;

/// What a number is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub(super) enum Purpose {
    Weights = 1,
    Posts,
    Figures,
    Thresholds,
    Parameters,
    Resample,
    Means,
    Normalise,
    Outliers,
    Impute,
}

/// A replication of a seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) seed: u64,
    pub(super) replication: u32,
    /// The second of two designs that have nothing in common.
    pub(super) second: bool,
}

impl Address {
    /// The numbers for an item (a node, a column); `place` tells places apart, 0 where there is none.
    #[inline]
    pub(super) fn stream(self, purpose: Purpose, item: usize, place: u64) -> Stream {
        Stream { key: halves(self.seed), replication: self.replication, what: self.what(purpose, item), place, spare: None }
    }

    /// The first two numbers of an item at each of many places.
    pub(super) fn evens(self, purpose: Purpose, item: usize, places: &[u64], first: &mut [f64], second: &mut [f64]) {
        let (key, what) = (halves(self.seed), self.what(purpose, item));
        for ((place, first), second) in places.iter().zip(first).zip(second) {
            let [low, high] = halves(*place);
            let [a, b, c, d] = block([self.replication, what, low, high], key);
            (*first, *second) = (unit(a, b), unit(c, d));
        }
    }

    fn what(self, purpose: Purpose, item: usize) -> u32 {
        let item = u32::try_from(item).unwrap_or(u32::MAX) & ITEMS;
        (purpose as u32) << 28 | u32::from(self.second) << 27 | item
    }
}

const ITEMS: u32 = (1 << 27) - 1;

/// Numbers in a row.
pub(super) struct Stream {
    key: [u32; 2],
    replication: u32,
    what: u32,
    place: u64,
    spare: Option<f64>,
}

impl Stream {
    /// Evenly from 0 to 1, both left out: the middles of 2⁵² steps, each exact.
    #[inline]
    pub(super) fn uniform(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let [low, high] = halves(self.place);
        let [a, b, c, d] = block([self.replication, self.what, low, high], self.key);
        self.place = self.place.wrapping_add(1);
        self.spare = Some(unit(c, d));
        unit(a, b)
    }

    /// A whole number below `n`, as evenly as 2⁵² allows.
    pub(super) fn below(&mut self, n: usize) -> usize {
        ((self.uniform() * n as f64) as usize).min(n.saturating_sub(1))
    }
}

#[inline]
fn unit(low: u32, high: u32) -> f64 {
    let bits = (u64::from(high) << 32 | u64::from(low)) >> 12;
    // 1 and so many steps, less 1 but half a step.
    f64::from_bits(bits | 1.0f64.to_bits()) - (1.0 - 1.0 / (1u64 << 53) as f64)
}

fn halves(whole: u64) -> [u32; 2] {
    [whole as u32, (whole >> 32) as u32]
}

#[cfg(test)]
mod tests {
    use super::super::philox::block;
    use super::{Address, Purpose, unit};
    use alloc::vec::Vec;

    const AT: Address = Address { seed: 0x1234_5678_9abc_def0, replication: 7, second: false };

    fn first(at: Address, purpose: Purpose, item: usize, place: u64) -> Vec<u64> {
        let mut stream = at.stream(purpose, item, place);
        (0..5).map(|_| stream.uniform().to_bits()).collect()
    }

    #[test]
    fn numbers_are_the_blocks_of_their_address() {
        let [a, b, c, d] = block([7, 1 << 28 | 3, 0, 0], [0x9abc_def0, 0x1234_5678]);
        assert_eq!(first(AT, Purpose::Weights, 3, 0)[..2], [unit(a, b).to_bits(), unit(c, d).to_bits()]);
        assert!((unit(0, 0) > 0.0) && (unit(u32::MAX, u32::MAX) < 1.0));
        for high in [0u32, 1, 4095, 1 << 20, 0x8765_4321, u32::MAX] {
            let steps = (u64::from(high) << 32 | 0x1234_5678) >> 12;
            assert_eq!(unit(0x1234_5678, high).to_bits(), ((steps as f64 + 0.5) / (1u64 << 52) as f64).to_bits());
        }
    }

    #[test]
    fn every_part_of_the_address_counts() {
        let own = first(AT, Purpose::Weights, 3, 0);
        assert_eq!(own, first(AT, Purpose::Weights, 3, 0));
        let others = [
            first(Address { seed: 1, ..AT }, Purpose::Weights, 3, 0),
            first(Address { replication: 8, ..AT }, Purpose::Weights, 3, 0),
            first(Address { second: true, ..AT }, Purpose::Weights, 3, 0),
            first(AT, Purpose::Posts, 3, 0),
            first(AT, Purpose::Weights, 4, 0),
            first(AT, Purpose::Weights, 3, 1 << 40),
        ];
        assert!(others.iter().all(|other| other.iter().zip(&own).all(|(a, b)| a != b)));
    }

    #[test]
    fn even_and_within() {
        let mut stream = AT.stream(Purpose::Resample, 0, 0);
        let mut counts = [0u32; 10];
        for _ in 0..100_000 {
            counts[stream.below(10)] += 1;
        }
        // Each count is 10 000 give or take 95; five times that is never seen by chance.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 475), "{counts:?}");
    }
}
