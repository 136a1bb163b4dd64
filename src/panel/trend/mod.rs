//! Places over periods: what changed, what each change is made of, where targets lead, and how places stand among their peers.
//!
//! Everything here goes the exact path: places are judged one by one ([`places`](super::places)) and compared as decimals. A place
//! whose borders changed between two periods has no change between them, whatever its figures say.

mod base;
mod breaks;
mod change;
mod changed;
mod like;
mod model;
mod options;
mod peers;
mod project;
mod rows;
mod run;
mod split;
mod target;
mod words;

use super::PlacePanel;
use super::places::{Judged, judge};
use crate::assessment::AssessOptions;
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use breaks::Borders;
use change::Changes;
use run::Run;

pub use base::{BaseChange, improved_of};
pub use breaks::{BoundaryBreak, TrendBreak};
pub use changed::{
    CausePart, Change as TrendChange, ChangeCause, CriterionChange, GroupPart, MetChange, Presence, RankChange, ScoreChange, ScoreSplit,
    SplitMethod, Withheld,
};
pub use model::{LikeForLike, PlaceTrend, Trend, TrendPoint};
pub use options::TrendOptions;
pub use peers::{LEAST_PEERS, PeerBy, PeerGroup, PeerStanding};
pub use rows::TREND_COLUMNS;
pub use target::{Outlook, Projection, TargetOutlook};

impl PlacePanel {
    /// The places over their periods.
    ///
    /// # Errors
    /// Every finding at once:
    /// - what [`CriteriaSet::assess`] refuses, of every place and period
    /// - a place without a period: `panel.no_period`
    /// - a first or last period that no figures are of: `panel.no_such_period`
    /// - earlier periods of another kind of place: `panel.mixed_kinds`
    /// - peer groups that no place says anything of: `panel.no_such_column`; a size that is no number: `panel.not_a_size`
    ///
    /// ```
    /// use dothi::{AssessOptions, CsvOptions, Date, PlacePanel, TrendOptions};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
    /// let wide = include_bytes!("../../../bindings/cli/tests/data/panel-dti.csv");
    /// let panel = PlacePanel::from_csv(wide, &CsvOptions::default(), &set, &options, &[]).unwrap();
    /// let trend = panel.trend(&set, &options, &TrendOptions::default()).unwrap();
    /// let score = trend.places[0].changes[0].score.as_ref().unwrap();
    /// assert_eq!(score.change.to_string(), "-0.25");
    /// ```
    pub fn trend(&self, set: &CriteriaSet, options: &AssessOptions, asked: &TrendOptions<'_>) -> Result<Trend, Findings> {
        let mut findings = Findings::default();
        let (now, remarks) = judge(self, set, options)?;
        findings.append(remarks);
        let before = match asked.before {
            None => Vec::new(),
            Some((older, panel)) => {
                if panel.kind() != self.kind() {
                    let finding = Finding::at(Code::PanelMixedKinds, "");
                    findings.push(finding.with("value", panel.kind().as_str()).with("first", self.kind().as_str()));
                }
                // A scheme or a parameter is asked of the edition now; the older one has its own.
                let (judged, remarks) = judge(panel, older, &AssessOptions::new(options.as_of))?;
                findings.append(remarks);
                findings.push(Finding::at(Code::PanelAcrossEditions, "").with("before", older.id()).with("now", set.id()));
                judged
            }
        };
        let first_now = now.iter().filter_map(|one| one.snapshot.period).min_by_key(|period| period.first_day());
        // Where both editions have results of a period, those of the edition now count.
        let older =
            before.iter().filter(|one| one.snapshot.period.zip(first_now).is_some_and(|(own, now)| own.last_day() < now.first_day()));
        let all: Vec<&Judged<'_>> = older.chain(&now).collect();
        for one in all.iter().filter(|one| one.snapshot.period.is_none()) {
            let finding = Finding::new(Code::PanelNoPeriod, one.snapshot.city.origin.place());
            findings.push(finding.with("code", &one.snapshot.city.unit.code).with("id", "period"));
        }
        let periods = periods(&all, asked, &mut findings);
        if findings.has_errors() {
            return Err(findings);
        }
        let run = Run { changes: Changes { set, options, asked, borders: Borders::of(asked) }, periods, findings };
        run.trend(&all, set)
    }
}

/// The periods asked for.
fn periods(all: &[&Judged<'_>], asked: &TrendOptions<'_>, findings: &mut Findings) -> Vec<Date> {
    let known: BTreeSet<Date> = all.iter().filter_map(|one| one.snapshot.period).collect();
    for period in [asked.from, asked.to].into_iter().flatten().filter(|period| !known.contains(period)) {
        let words: Vec<String> = known.iter().map(|period| format!("{period}")).collect();
        findings.push(Finding::at(Code::PanelNoSuchPeriod, "").with("period", period).with("known", words.join(", ")));
    }
    let within = |period: &Date| {
        asked.from.is_none_or(|from| from.first_day() <= period.first_day()) && asked.to.is_none_or(|to| period.last_day() <= to.last_day())
    };
    let mut periods: Vec<Date> = known.into_iter().filter(within).collect();
    periods.sort_by_key(|period| (period.first_day(), period.last_day()));
    periods
}
