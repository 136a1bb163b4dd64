//! Philox4x32-10: 128 bits for every counter and key, whichever order they are asked in.
//!
//! Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC11). Whole numbers only, so every machine gives the same.

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// What the key grows by from round to round: the golden ratio and √3 - 1.
const STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;

/// The block of a counter under a key.
#[inline]
pub(super) fn block(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let ([mut a, mut b, mut c, mut d], [mut k, mut l]) = (counter, key);
    for _ in 0..ROUNDS {
        let (high0, low0) = product(MULTIPLIERS[0], a);
        let (high1, low1) = product(MULTIPLIERS[1], c);
        (a, b, c, d) = (high1 ^ b ^ k, low1, high0 ^ d ^ l, low0);
        (k, l) = (k.wrapping_add(STEPS[0]), l.wrapping_add(STEPS[1]));
    }
    [a, b, c, d]
}

/// The two halves of a product.
#[inline]
fn product(a: u32, b: u32) -> (u32, u32) {
    let whole = u64::from(a) * u64::from(b);
    ((whole >> 32) as u32, whole as u32)
}

#[cfg(test)]
mod tests {
    use super::block;

    /// The known answers that Random123 is published with (`kat_vectors`, philox4x32 10).
    #[test]
    fn known_answers() {
        assert_eq!(block([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(block([u32::MAX; 4], [u32::MAX; 2]), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]);
        let pi = ([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0]);
        assert_eq!(block(pi.0, pi.1), [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]);
    }
}
