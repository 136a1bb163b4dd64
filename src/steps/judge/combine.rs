//! `combine`: several data points, or several readings of one, put together.

use super::Answer;
use crate::criteria::Combination;
use crate::number::{Dec, Number};
use crate::plan::LevelMask;
use crate::steps::{LeafState, PartScore};
use alloc::vec::Vec;

/// The lowest and, where it differs, the highest answer. `counts`: whether a part has the document it needs.
pub(crate) fn put_together<N: Number>(
    how: Combination,
    parts: &[PartScore<N>],
    counts: impl Fn(&PartScore<N>) -> bool,
) -> (Answer<N>, Option<Answer<N>>) {
    if how == Combination::Sum {
        return (Answer { points: sum(parts, counts), ..Answer::default() }, None);
    }
    // What is only shown takes no part in it.
    let asked = parts.iter().filter(|part| part.state != LeafState::Monitored);
    let masks: Vec<(LevelMask, LevelMask)> =
        asked.map(|part| if counts(part) { (part.low.passes, part.high().passes) } else { (0, 0) }).collect();
    let low = masks.iter().map(|(low, _)| *low);
    let high = masks.iter().map(|(_, high)| *high);
    let (low, high) = match how {
        Combination::Any => (any(low), any(high)),
        Combination::All => (all(low), all(high)),
        Combination::AtLeast { n } => (at_least(n, low), at_least(n, high)),
        Combination::Readings | Combination::Sum => (all(low), any(high)),
    };
    let answer = |passes| Answer { passes, ..Answer::default() };
    (answer(low), (low != high).then(|| answer(high)))
}

fn any(masks: impl Iterator<Item = LevelMask>) -> LevelMask {
    masks.fold(0, |all, mask| all | mask)
}

fn all(masks: impl Iterator<Item = LevelMask>) -> LevelMask {
    masks.reduce(|all, mask| all & mask).unwrap_or(0)
}

/// Levels that at least n parts pass.
fn at_least(n: u32, masks: impl Iterator<Item = LevelMask> + Clone) -> LevelMask {
    let enough = |bit: LevelMask| masks.clone().filter(|mask| mask & bit != 0).count() >= usize::try_from(n).unwrap_or(usize::MAX);
    (0..LevelMask::BITS).map(|at| 1 << at).filter(|bit| enough(*bit)).fold(0, |all, bit| all | bit)
}

/// Points of the parts that have them; a part without its document gives none.
fn sum<N: Number>(parts: &[PartScore<N>], counts: impl Fn(&PartScore<N>) -> bool) -> Option<N> {
    let scored = parts.iter().filter(|part| part.state == LeafState::Judged);
    let points = scored.filter_map(|part| Some((part, part.low.points?)));
    points.map(|(part, points)| if counts(part) { points } else { N::of(Dec::ZERO) }).reduce(N::add)
}

#[cfg(test)]
mod tests {
    use super::{all, any, at_least};

    #[test]
    fn parts_are_put_together_level_by_level() {
        let masks = [0b111, 0b101, 0b001];
        let each = || masks.into_iter();
        assert_eq!((any(each()), all(each())), (0b111, 0b001));
        assert_eq!([1, 2, 3, 4].map(|n| at_least(n, each())), [0b111, 0b101, 0b001, 0]);
        assert_eq!(all(core::iter::empty()), 0);
    }
}
