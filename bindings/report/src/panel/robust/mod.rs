//! How far the results of a table hold: what is doubted, ranks, levels, where the spread comes from, pairs.

mod doubts;
mod named;
mod pairs;
mod places;
mod sources;
mod words;

use super::PanelPart;
use super::frame::{mark_line, titled};
use super::page::Page;
use crate::chart::Frame;
use crate::number;
use crate::wording::capital;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Flip, Lang, LeftOut, PanelPlace, PanelPlan, PanelSheet, RobustPeriod, RobustResults, Sobol, TornadoBar};
use words::{T, fill};

/// What analyses of one period of a table found. What was not run is left out of the page.
pub struct RobustFound<'f, 'r, 's> {
    sheet: &'f PanelSheet,
    period: &'f RobustPeriod<'r, 's>,
    results: &'f RobustResults,
    sobol: &'f [Sobol],
    tornado: &'f [TornadoBar],
    flips: &'f [(usize, usize, Vec<Flip>)],
    left_out: &'f [LeftOut],
    not_run: Vec<String>,
}

impl<'f, 'r, 's> RobustFound<'f, 'r, 's> {
    /// The table, the period that was looked at, and its replications.
    #[must_use]
    pub fn new(sheet: &'f PanelSheet, period: &'f RobustPeriod<'r, 's>, results: &'f RobustResults) -> Self {
        Self { sheet, period, results, sobol: &[], tornado: &[], flips: &[], left_out: &[], not_run: Vec::new() }
    }

    /// With the doubts that the spread comes from.
    #[must_use]
    pub fn with_sobol(mut self, sobol: &'f [Sobol]) -> Self {
        self.sobol = sobol;
        self
    }

    /// With what one thing at a time does.
    #[must_use]
    pub fn with_tornado(mut self, bars: &'f [TornadoBar]) -> Self {
        self.tornado = bars;
        self
    }

    /// With the weights that turn the order of two places round; places as in [`RobustResults::places`].
    #[must_use]
    pub fn with_flips(mut self, flips: &'f [(usize, usize, Vec<Flip>)]) -> Self {
        self.flips = flips;
        self
    }

    /// With what is without each criterion.
    #[must_use]
    pub fn with_left_out(mut self, left_out: &'f [LeftOut]) -> Self {
        self.left_out = left_out;
        self
    }

    /// With an analysis that cannot be made of this table, and why, in the language of the page.
    #[must_use]
    pub fn with_not_run(mut self, why: impl Into<String>) -> Self {
        self.not_run.push(why.into());
        self
    }

    fn plan(&self) -> &PanelPlan<'_> {
        self.period.robust.plan()
    }

    /// The marks in one line; what was done to the figures is a mark as well.
    fn marks(&self, lang: Lang) -> String {
        let treated = self.period.robust.treated().map(|treated| treated.mark(lang));
        let all = [self.plan().mark_line(lang)].into_iter().filter(|line| !line.is_empty()).chain(treated);
        mark_line(self.plan(), &all.collect::<Vec<_>>().join("; "), self.period.period, lang)
    }

    fn frame(&self, title: &str, lang: Lang) -> Frame {
        let count = super::scores::count(usize::try_from(self.results.options.replications).unwrap_or(usize::MAX), lang);
        let values = [("n", count.as_str()), ("seed", &self.results.options.seed.to_string())];
        let marks = format!("{}{}", self.marks(lang), fill(T::MarkRun, lang, &values));
        Frame::new(titled(title, self.period.period, lang), marks, lang)
    }

    /// The place of a row of the table.
    fn place(&self, row: usize) -> Option<&PanelPlace> {
        self.sheet.places().get(row)
    }

    /// A place by its place in the results.
    fn name(&self, place: usize, lang: Lang) -> String {
        let row = self.results.places.get(place).map(|place| place.row);
        row.and_then(|row| self.place(row)).map(|place| place.name_in(lang).into()).unwrap_or_default()
    }
}

/// The parts of an analysis in order: what is doubted, ranks with their intervals, how often each level is reached, Sobol indices, one
/// thing at a time, neighbours by rank, without one criterion, method. What has nothing to show is left out.
#[must_use]
pub fn robust(found: &RobustFound<'_, '_, '_>, lang: Lang) -> Vec<PanelPart> {
    let mut out = Vec::from([doubts::part(found, lang)]);
    out.extend(places::ranks(found, lang));
    out.extend(places::levels(found, lang));
    out.extend(sources::sobol(found, lang));
    out.extend(sources::tornado(found, lang));
    out.extend(pairs::order(found, lang));
    out.extend(pairs::flips(found, lang));
    out.extend(sources::left_out(found, lang));
    out.push(doubts::method(found, lang));
    out
}

/// The page of an analysis. One self-contained file like [`crate::html`].
#[must_use]
pub fn robust_html(found: &RobustFound<'_, '_, '_>, lang: Lang) -> String {
    let mut page = Page::of_plan(T::Page.get(lang), found.plan(), found.marks(lang), lang);
    if let Some(treated) = found.period.robust.treated() {
        page.marks.push(format!("{}.", capital(&treated.mark(lang))));
    }
    if let Some(period) = found.period.period {
        page.facts.push((T::Period.get(lang).into(), number::date(period, lang)));
    }
    page.facts.push((T::Units.get(lang).into(), super::scores::count(found.results.places.len(), lang)));
    page.marks.push(T::NotAnotherResult.get(lang).into());
    page.html(&robust(found, lang), lang)
}
