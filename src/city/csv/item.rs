//! What a row is about: a criterion, or one of three words that no criterion's row uses.

use alloc::borrow::Cow;
use alloc::format;

/// Written before a criterion that is called like one of the words.
const ESCAPE: &str = "criterion:";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item<'a> {
    /// An attribute of the place.
    Unit,
    /// A comparison value.
    Reference,
    /// A published result.
    Published,
    /// A criterion.
    Criterion(&'a str),
}

impl<'a> Item<'a> {
    pub(super) fn of(cell: &'a str) -> Self {
        match word(cell) {
            Some(word) => word,
            None => Self::Criterion(cell.strip_prefix(ESCAPE).unwrap_or(cell)),
        }
    }

    /// The cell that [`Item::of`] reads as this criterion.
    pub(super) fn cell_of(criterion: &str) -> Cow<'_, str> {
        if word(criterion).is_some() || criterion.starts_with(ESCAPE) {
            Cow::Owned(format!("{ESCAPE}{criterion}"))
        } else {
            Cow::Borrowed(criterion)
        }
    }
}

fn word(cell: &str) -> Option<Item<'static>> {
    let words = [("unit", Item::Unit), ("reference", Item::Reference), ("published", Item::Published)];
    words.into_iter().find(|(word, _)| word.eq_ignore_ascii_case(cell)).map(|(_, item)| item)
}

#[cfg(test)]
mod tests {
    use super::Item;

    #[test]
    fn every_criterion_can_be_named() {
        assert_eq!(Item::of("Unit"), Item::Unit);
        assert_eq!(Item::of("green-area"), Item::Criterion("green-area"));
        for name in ["unit", "Published", "criterion:unit", "criterion:", "a"] {
            assert_eq!(Item::of(&Item::cell_of(name)), Item::Criterion(name));
        }
    }
}
