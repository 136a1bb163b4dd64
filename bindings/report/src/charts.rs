//! The charts of an assessment.

use crate::chart::Chart;
use crate::content::{Subject, group_charts, level_charts, strip};
use alloc::vec::Vec;
use dothi::{Assessment, Lang};

/// Makes the charts of one assessment, for pages and scorecards that are no report.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date, Lang};
/// use dothi_report::{Charts, chart::Size};
///
/// let set = dothi::builtin::load("vn-ssc").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du.json")).unwrap();
/// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
/// for chart in Charts::new(&assessment, Lang::Vi).all() {
///     let svg = chart.to_svg(Size::Narrow);
///     assert!(svg.contains("không phải kết quả công nhận"));
/// }
/// ```
pub struct Charts<'r, 'a> {
    subject: Subject<'r, 'a>,
}

impl<'r, 'a> Charts<'r, 'a> {
    /// Charts in a language.
    #[must_use]
    pub fn new(assessment: &'r Assessment<'a>, lang: Lang) -> Self {
        Self { subject: Subject::new(assessment, lang, 1) }
    }

    /// All criteria by outcome.
    #[must_use]
    pub fn outcomes(&self) -> Chart {
        strip(&self.subject)
    }

    /// The score on its scale and the levels above each other; those of the two that the scheme has.
    #[must_use]
    pub fn levels(&self) -> Vec<Chart> {
        level_charts(&self.subject)
    }

    /// A radar and bars of the groups, where there are enough groups to draw.
    #[must_use]
    pub fn groups(&self) -> Vec<Chart> {
        group_charts(&self.subject)
    }

    /// All of them, in the order of a report.
    #[must_use]
    pub fn all(&self) -> Vec<Chart> {
        let mut out = Vec::from([self.outcomes()]);
        out.extend(self.levels());
        out.extend(self.groups());
        out
    }
}
