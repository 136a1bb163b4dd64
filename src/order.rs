//! Sorting that is compiled once.
//!
//! The standard sort is compiled anew for every type, 4 KB of WebAssembly each time; here only the comparison differs.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// Sorts a list by a comparison; what compares equal keeps its order.
pub(crate) fn sort_by<T>(list: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    let places = sorted(list.len(), &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => order(a, b),
        _ => Ordering::Equal,
    });
    arrange(&places, &mut |a, b| list.swap(a, b));
}

/// Sorts a list.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts a list by a text of each item.
pub(crate) fn sort_by_text<T>(list: &mut Vec<T>, text: impl Fn(&T) -> String) {
    let mut keyed: Vec<(String, T)> = core::mem::take(list).into_iter().map(|item| (text(&item), item)).collect();
    sort_by(&mut keyed, |(a, _), (b, _)| a.cmp(b));
    list.extend(keyed.into_iter().map(|(_, item)| item));
}

/// Something that stands in a list again.
pub(crate) struct Again {
    /// Where it stands first.
    pub(crate) first: usize,
    pub(crate) at: usize,
    /// For the second time, and not for the third or a later one.
    pub(crate) second: bool,
}

/// What stands in a list of this length again, in the order of the list.
#[inline(never)]
pub(crate) fn doubled(length: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<Again> {
    let mut out = Vec::new();
    let mut run: Option<(usize, bool)> = None;
    for at in sorted(length, order) {
        run = match run.filter(|(first, _)| order(*first, at) == Ordering::Equal) {
            Some((first, second)) => {
                out.push(Again { first, at, second });
                Some((first, false))
            }
            None => Some((at, true)),
        };
    }
    sort_by(&mut out, |a, b| a.at.cmp(&b.at));
    out
}

/// The places of a list of this length in the order of what stands there.
#[inline(never)]
fn sorted(length: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|a, b| order(*a, *b));
    places
}

/// Brings what stands at each of the places to where the place is named, each item with one exchange at most.
#[inline(never)]
fn arrange(places: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut goes_to = alloc::vec![0; places.len()];
    for (to, from) in places.iter().enumerate() {
        if let Some(slot) = goes_to.get_mut(*from) {
            *slot = to;
        }
    }
    for at in 0..places.len() {
        while let Some(to) = goes_to.get(at).copied().filter(|to| *to != at) {
            swap(at, to);
            goes_to.swap(at, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{doubled, sort, sort_by};
    use alloc::vec;

    #[test]
    fn what_stands_again_is_found_where_it_does() {
        let list = ["b", "a", "b", "c", "a", "b"];
        let again = doubled(list.len(), &mut |x, y| list[x].cmp(list[y]));
        let again: vec::Vec<_> = again.iter().map(|one| (one.first, one.at, one.second)).collect();
        assert_eq!(again, [(0, 2, true), (1, 4, true), (0, 5, false)]);
    }

    #[test]
    fn equal_items_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_by(&mut list, |x, y| x.0.cmp(&y.0));
        assert_eq!(list, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort(&mut list);
        assert!(list.is_sorted());
        let mut none: vec::Vec<u8> = vec![];
        sort(&mut none);
        assert!(none.is_empty());
    }
}
