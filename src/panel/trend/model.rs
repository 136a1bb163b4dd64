//! What a trend says, as plain data: everything is public, so that pictures and other programs can be made of it.

use super::base::BaseChange;
use super::changed::Change;
use super::peers::{PeerGroup, PeerStanding};
use super::target::TargetOutlook;
use crate::assessment::{LevelTally, Mark};
use crate::city::{ObsStatus, UnitName};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::Findings;
use crate::number::Dec;
use crate::panel::{PanelLevel, Rank, Ties};
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;

/// Places over periods: results, changes between periods, and what each change is made of.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Trend {
    /// The edition: `dti-922@2022-u1`.
    pub set: String,
    /// The edition of the earlier periods, where that is another one.
    pub before: Option<String>,
    /// Id of the scheme.
    pub scheme: String,
    /// Title of the set.
    pub title: Text,
    /// The kind of all places.
    pub kind: UnitKind,
    /// The day of the assessments.
    pub as_of: Date,
    /// The periods looked at, ascending.
    pub periods: Vec<Date>,
    /// Whether the scheme defines a score; without one there are no ranks.
    pub has_score: bool,
    /// How many levels the scheme has.
    pub levels: u32,
    /// What equal scores get.
    pub ties: Ties,
    /// One for each place and state, by code; a place that was verified stands twice, self-assessed first.
    pub places: Vec<PlaceTrend>,
    /// Means over the places that are present in both of two periods.
    pub like_for_like: Vec<LikeForLike>,
    /// Peer groups in each period.
    pub peers: Vec<PeerGroup>,
    /// The marks of all results, each once.
    pub marks: Vec<Mark>,
    /// Breaks in series and what was not compared; and remarks on the data.
    pub findings: Findings,
    /// Criteria: id, number as printed, title.
    pub criteria: Vec<(String, String, Text)>,
    /// Groups: id, number as printed, title.
    pub groups: Vec<(String, String, Text)>,
}

impl Trend {
    /// Number as printed and title of a criterion.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<(&str, &Text)> {
        self.criteria.iter().find(|(own, ..)| own == id).map(|(_, label, title)| (label.as_str(), title))
    }

    /// Number as printed and title of a group.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<(&str, &Text)> {
        self.groups.iter().find(|(own, ..)| own == id).map(|(_, label, title)| (label.as_str(), title))
    }
}

/// A place in one state over the periods.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PlaceTrend {
    /// Code; text, zeros kept.
    pub code: String,
    /// Name, as in its last period.
    pub name: UnitName,
    /// True of verified results.
    pub verified: bool,
    /// `tự đánh giá` or `đã thẩm định`.
    pub state: Text,
    /// What a level is called; none where the scheme's one level is a verdict.
    pub level_word: Option<Text>,
    /// How many levels there are.
    pub levels: u32,
    /// What stands beside each of its results.
    pub marks: Vec<Mark>,
    /// What stands in brackets behind a sentence on it; empty where nothing has to.
    pub note: Text,
    /// Its results, by period.
    pub points: Vec<TrendPoint>,
    /// Changes from each period to the next; then, with more than two periods, from the first to the last.
    pub changes: Vec<Change>,
    /// Values beside those of a base year; values do not depend on documents, so of self-assessed results only.
    pub base: Vec<BaseChange>,
    /// Targets with a horizon, by values alone; of self-assessed results only.
    pub targets: Vec<TargetOutlook>,
}

/// The result of a place in one period.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TrendPoint {
    /// The period.
    pub period: Date,
    /// The edition it was judged by.
    pub set: String,
    /// The score, as the edition rounds it.
    pub score: Option<Dec>,
    /// The level.
    pub level: PanelLevel,
    /// Criteria met of asked, by level.
    pub tallies: Vec<LevelTally>,
    /// The rank among the places of the period in the same state and edition.
    pub rank: Option<Rank>,
    /// How many places have a rank then.
    pub of: usize,
    /// Where it stands among its peers.
    pub peer: Option<PeerStanding>,
    /// SDMX: `B` where the series breaks between the period before and this one, else `A`.
    pub status: ObsStatus,
    /// Level, or criteria met, in words that never stand bare.
    pub statement: Option<Text>,
}

/// Results of two periods over the places that are present in both, within the same borders.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LikeForLike {
    /// True of verified results.
    pub verified: bool,
    /// The earlier period.
    pub from: Date,
    /// The later period.
    pub to: Date,
    /// True of the first and last period.
    pub whole: bool,
    /// Places compared.
    pub places: usize,
    /// Places with a result in the earlier and in the later period, comparable or not.
    pub present: (usize, usize),
    /// Of those in both, places left out because their series breaks.
    pub broken: usize,
    /// Of the places compared, those with scores in both periods on one scale: what the mean is of.
    pub scored: usize,
    /// Mean score of both periods, half-even to 18 decimals; none without a score.
    pub mean: Option<(Dec, Dec)>,
    /// Places by level in both periods.
    pub by_level: Vec<(u32, usize, usize)>,
}
