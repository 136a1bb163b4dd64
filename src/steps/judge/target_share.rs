//! `target_share`: points by how much of a target is reached.

use super::{Answer, Judged, steps};
use crate::criteria::{Band, Direction};
use crate::number::{Dec, Number};
use crate::steps::derive::Derived;

pub(super) fn judge<N: Number>(target: Dec, bands: &[Band], direction: Direction, derived: &Derived<N>) -> Judged<N> {
    let mut out = Judged { most: bands.last().map(|band| N::of(band.points)), ..Judged::default() };
    let Some(x) = derived.value() else { return out };
    let band = match percent(target, direction, x) {
        None => bands.last(),
        Some(percent) => {
            out.undecided = percent.order(percent).is_none();
            // Less than nothing of the target is nothing of it.
            steps::reached(bands, percent.most(N::of(Dec::ZERO)))
        }
    };
    out.low = band.map_or_else(Answer::nothing, |band| Answer::of_points(N::of(band.points)));
    out
}

/// The value in percent of the target; `None` where less is better and there is nothing at all, which no percentage can better.
pub(crate) fn percent<N: Number>(target: Dec, direction: Direction, x: N) -> Option<N> {
    let (target, hundred) = (N::of(target), N::of(Dec::from_count(100)));
    if direction != Direction::Less {
        return Some(x.mul(hundred).div(target));
    }
    (!x.is_zero()).then(|| target.mul(hundred).div(x))
}
