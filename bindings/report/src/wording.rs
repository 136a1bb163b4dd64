//! How a crate keeps its sentences: one list, both languages side by side, values by name.

use alloc::string::String;

pub use dothi::capital;

/// Declares the sentences of a crate: the keys `T`, and `fill`, which puts values in place of `{name}`. A test holds that each
/// stands in both languages with the same values.
///
/// ```
/// dothi_report::texts! {
///     Compared: "So sánh {n} địa phương", "{n} places compared";
/// }
/// assert_eq!(fill(T::Compared, dothi::Lang::Vi, &[("n", "5")]), "So sánh 5 địa phương");
/// ```
#[macro_export]
macro_rules! texts {
    ($($key:ident: $vi:literal, $en:literal;)*) => {
        /// The key of a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum T { $(#[allow(missing_docs, reason = "the text says what it is")] $key,)* }

        impl T {
            /// The text in a language.
            pub(crate) fn get(self, lang: ::dothi::Lang) -> &'static str {
                match (self, lang) { $((T::$key, ::dothi::Lang::Vi) => $vi, (T::$key, _) => $en,)* }
            }
        }

        /// The text with its values in place.
        pub(crate) fn fill(key: T, lang: ::dothi::Lang, values: &[(&str, &str)]) -> $crate::wording::Filled {
            $crate::wording::fill(key.get(lang), values)
        }

        #[cfg(test)]
        #[test]
        fn every_text_is_there_in_both_languages_with_the_same_values() {
            $(assert!($crate::wording::agree($vi, $en), stringify!($key));)*
        }
    };
}

/// A text with its values in place.
pub type Filled = String;

/// A text with values in place of `{name}`; `?` for a value that is not given.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> Filled {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, tail)) = after.split_once('}')
    {
        out.push_str(before);
        out.push_str(values.iter().find(|(key, _)| *key == name).map_or("?", |(_, value)| value));
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// Whether both languages of a text are there and ask for the same values.
#[must_use]
pub fn agree(vi: &str, en: &str) -> bool {
    let asks = |text: &str, other: &str| {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).all(|(name, _)| {
            let count =
                |text: &str| text.split('{').skip(1).filter(|rest| rest.split_once('}').is_some_and(|(own, _)| own == name)).count();
            count(text) == count(other)
        })
    };
    !vi.trim().is_empty() && !en.trim().is_empty() && asks(vi, en) && asks(en, vi)
}

#[cfg(test)]
mod tests {
    use super::{agree, fill};

    #[test]
    fn values_are_put_in_place_by_name() {
        assert_eq!(fill("{b} of {a}, {c}", &[("a", "2"), ("b", "1")]), "1 of 2, ?");
        assert_eq!(fill("open {a", &[("a", "2")]), "open {a");
    }

    #[test]
    fn languages_agree_when_they_ask_for_the_same_values() {
        assert!(agree("{n} nơi", "{n} places"));
        assert!(!agree("{n} nơi", "places") && !agree("nơi", "{n} places") && !agree("", "places") && !agree("{n} {n}", "{n}"));
    }
}
