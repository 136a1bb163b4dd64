//! Colours and patterns. Colour is never alone: each outcome has a pattern and a sign of its own too.

use dothi::Outcome;

/// What fills the area of one kind of thing: a colour on light and on dark ground, and a pattern over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// The word behind `dc-` in the class of the style sheet.
    pub(crate) word: &'static str,
    pub(crate) light: &'static str,
    pub(crate) dark: &'static str,
    pub(crate) pattern: Pattern,
}

/// The pattern over a colour; no two outcomes share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pattern {
    Solid,
    Dots,
    Rising,
    Falling,
    Level,
    Upright,
    Cross,
    Grid,
    Rings,
    Dashes,
    Waves,
    Bricks,
    Hollow,
}

const fn swatch(word: &'static str, light: &'static str, dark: &'static str, pattern: Pattern) -> Swatch {
    Swatch { word, light, dark, pattern }
}

/// Every outcome that has a swatch of its own, by the word of files. Dark blue against vermilion carries met against not met for the
/// common kinds of colour blindness; the rest is told apart by pattern and sign.
pub(crate) const SWATCHES: &[Swatch] = &[
    swatch("passed", "#0a5f9e", "#5aa9e6", Pattern::Solid),
    swatch("scored", "#1f7a6d", "#58c4b3", Pattern::Dots),
    swatch("below_threshold", "#c8500a", "#ff9a56", Pattern::Rising),
    swatch("survey_inconclusive", "#a87600", "#f2c14e", Pattern::Falling),
    swatch("no_evidence", "#8f3f97", "#d793de", Pattern::Level),
    swatch("plan_only", "#9a7b1c", "#d8bf6a", Pattern::Upright),
    swatch("evidence_rejected", "#8a1c3c", "#e8879f", Pattern::Cross),
    swatch("no_data", "#7c7c7c", "#a9a9a9", Pattern::Bricks),
    swatch("undecided", "#3b2e8c", "#a79cf0", Pattern::Grid),
    swatch("not_considered", "#6b7a1f", "#b9c766", Pattern::Dashes),
    swatch("not_applicable", "#ffffff", "#16181c", Pattern::Hollow),
    swatch("monitored", "#2f86ab", "#8fd3ee", Pattern::Rings),
];

/// For outcomes that this renderer does not know by name.
pub(crate) const OTHER: Swatch = swatch("other", "#555555", "#c0c0c0", Pattern::Waves);

/// Lines of a picture, in order.
pub(crate) const SERIES: &[Swatch] = &[
    swatch("first", "#0a5f9e", "#5aa9e6", Pattern::Solid),
    swatch("second", "#c8500a", "#ff9a56", Pattern::Solid),
    swatch("third", "#1f7a6d", "#58c4b3", Pattern::Solid),
    swatch("fourth", "#8f3f97", "#d793de", Pattern::Solid),
    swatch("fifth", "#8a6a00", "#f2c14e", Pattern::Solid),
    swatch("sixth", "#3b2e8c", "#a79cf0", Pattern::Solid),
];

/// Above and below nought: the two ends of a scale that everybody tells apart, and a pattern on one of them.
pub(crate) const SIGNS: &[Swatch] =
    &[swatch("plus", "#0a5f9e", "#5aa9e6", Pattern::Solid), swatch("minus", "#c8500a", "#ff9a56", Pattern::Rising)];

/// Levels from none upwards; those above the last share its colour, the number on it tells them apart.
pub(crate) const LEVELS: &[Swatch] = &[
    swatch("level-0", "#7c7c7c", "#a9a9a9", Pattern::Dashes),
    swatch("level-1", "#a87600", "#f2c14e", Pattern::Falling),
    swatch("level-2", "#2f86ab", "#8fd3ee", Pattern::Rings),
    swatch("level-3", "#0a5f9e", "#5aa9e6", Pattern::Solid),
    swatch("level-4", "#3b2e8c", "#a79cf0", Pattern::Grid),
    swatch("level-5", "#1f7a6d", "#58c4b3", Pattern::Dots),
];

impl Swatch {
    /// The swatch of an outcome.
    #[must_use]
    pub fn of(outcome: Outcome) -> Self {
        SWATCHES.iter().copied().find(|s| s.word == outcome.as_str()).unwrap_or(OTHER)
    }

    /// The swatch of a level; 0 = none is reached.
    #[must_use]
    pub fn of_level(level: u32) -> Self {
        let at = usize::try_from(level).unwrap_or(usize::MAX).min(LEVELS.len() - 1);
        LEVELS.get(at).copied().unwrap_or(OTHER)
    }

    /// The swatch of the first line, and of bars that are all of one kind.
    #[must_use]
    pub fn first() -> Self {
        Self::series(0)
    }

    /// Above nought.
    pub(crate) fn positive() -> Self {
        SIGNS.first().copied().unwrap_or(OTHER)
    }

    /// Below nought.
    pub(crate) fn negative() -> Self {
        SIGNS.get(1).copied().unwrap_or(OTHER)
    }

    /// The word of its class.
    pub(crate) fn word(self) -> &'static str {
        self.word
    }

    /// The colour for text and areas on white paper; what has none of its own is grey.
    #[cfg(feature = "docx")]
    pub(crate) fn ink(self) -> &'static str {
        if self.pattern == Pattern::Hollow { "#555555" } else { self.light }
    }

    /// The pattern of a shaded cell in WordprocessingML that comes nearest.
    #[cfg(feature = "docx")]
    pub(crate) fn word_pattern(self) -> &'static str {
        match self.pattern {
            Pattern::Solid => "clear",
            Pattern::Dots => "pct10",
            Pattern::Rising => "thinDiagStripe",
            Pattern::Falling => "thinReverseDiagStripe",
            Pattern::Level => "thinHorzStripe",
            Pattern::Upright => "thinVertStripe",
            Pattern::Cross => "thinDiagCross",
            Pattern::Grid => "thinHorzCross",
            Pattern::Rings => "pct20",
            Pattern::Dashes => "horzStripe",
            Pattern::Waves => "diagCross",
            Pattern::Bricks => "horzCross",
            Pattern::Hollow => "pct50",
        }
    }

    /// The swatch of the n-th line of a picture.
    pub(crate) fn series(at: usize) -> Self {
        SERIES.iter().cycle().nth(at % SERIES.len().max(1)).copied().unwrap_or(OTHER)
    }
}

impl Pattern {
    /// The word in the id of the pattern's definition; none where the colour stands alone.
    pub(crate) fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Solid | Self::Hollow => return None,
            Self::Dots => "dots",
            Self::Rising => "rising",
            Self::Falling => "falling",
            Self::Level => "level",
            Self::Upright => "upright",
            Self::Cross => "cross",
            Self::Grid => "grid",
            Self::Rings => "rings",
            Self::Dashes => "dashes",
            Self::Waves => "waves",
            Self::Bricks => "bricks",
        })
    }

    /// Side of the tile and the lines drawn in it.
    pub(crate) fn tile(self) -> (u32, &'static str) {
        match self {
            Self::Solid | Self::Hollow => (6, ""),
            Self::Dots => (5, "M2 2.5h1"),
            Self::Rising => (6, "M-1 1L1 -1M0 6L6 0M5 7L7 5"),
            Self::Falling => (6, "M-1 5L1 7M0 0L6 6M5 -1L7 1"),
            Self::Level => (5, "M0 2.5H5"),
            Self::Upright => (5, "M2.5 0V5"),
            Self::Cross => (7, "M0 0L7 7M0 7L7 0"),
            Self::Grid => (6, "M0 3H6M3 0V6"),
            Self::Rings => (7, "M1.5 3.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"),
            Self::Dashes => (8, "M0 2H4M4 6H8"),
            Self::Waves => (8, "M0 4Q2 0 4 4T8 4"),
            Self::Bricks => (8, "M0 0H8M0 4H8M2 0V4M6 4V8"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LEVELS, OTHER, SERIES, SIGNS, SWATCHES, Swatch};
    use alloc::collections::BTreeSet;
    use alloc::vec::Vec;
    use dothi::Outcome;

    #[test]
    fn every_outcome_has_its_own_colour_pattern_and_sign() {
        let all: Vec<Swatch> = Outcome::ALL.iter().map(|o| Swatch::of(*o)).collect();
        assert!(!all.contains(&OTHER), "an outcome without a swatch");
        let count = Outcome::ALL.len();
        assert_eq!(all.iter().map(|s| s.light).collect::<BTreeSet<_>>().len(), count);
        assert_eq!(all.iter().map(|s| s.dark).collect::<BTreeSet<_>>().len(), count);
        assert_eq!(all.iter().map(|s| s.pattern).collect::<BTreeSet<_>>().len(), count);
        assert_eq!(Outcome::ALL.iter().map(|o| o.sign()).collect::<BTreeSet<_>>().len(), count);
        let patterns: BTreeSet<_> = SWATCHES.iter().chain([&OTHER]).map(|s| s.pattern).collect();
        assert_eq!(patterns.len(), SWATCHES.len() + 1);
    }

    #[test]
    fn lines_and_levels_are_told_apart() {
        for list in [SERIES, LEVELS, SIGNS] {
            assert_eq!(list.iter().map(|s| s.light).collect::<BTreeSet<_>>().len(), list.len());
            assert_eq!(list.iter().map(|s| s.dark).collect::<BTreeSet<_>>().len(), list.len());
        }
        // Lines have marks and dashes of their own.
        for list in [LEVELS, SIGNS] {
            assert_eq!(list.iter().map(|s| s.pattern).collect::<BTreeSet<_>>().len(), list.len());
        }
        let words: Vec<&str> = SWATCHES.iter().chain(SERIES).chain(SIGNS).chain(LEVELS).chain([&OTHER]).map(|s| s.word).collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
        assert_eq!(Swatch::of_level(99), Swatch::of_level(5));
    }

    /// Relative luminance of WCAG 2.
    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.03928 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn areas_stand_out_from_both_grounds() {
        // What has no colour of its own has an outline.
        for s in SWATCHES.iter().chain(SERIES).chain(SIGNS).chain(LEVELS).chain([&OTHER]).filter(|s| s.pattern != super::Pattern::Hollow) {
            assert!(contrast(s.light, "#ffffff") >= 3.0 && contrast(s.dark, "#16181c") >= 3.0, "{s:?}");
        }
    }
}
