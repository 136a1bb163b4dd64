//! Places among their peers: rank and distance to the median inside a group.

use super::model::PlaceTrend;
use super::split::{DIGITS, difference};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::number::{Dec, Exact, Number};
use crate::panel::places::Judged;
use crate::panel::{PanelSnapshot, Rank, Ranking, Ties};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A group with fewer places gives no rank.
pub const LEAST_PEERS: usize = 3;

/// How places are put into peer groups.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PeerBy {
    /// By region.
    Region,
    /// By urban class.
    UrbanClass,
    /// By the province they belong to.
    Parent,
    /// By the text of a column, or of city data by the comparison value of that id.
    Column(String),
    /// By bands of a number in a column: each edge begins a band, which holds it.
    Bands {
        /// The column, such as `population`.
        column: String,
        /// Edges, ascending.
        edges: Vec<Dec>,
    },
}

impl PeerBy {
    /// What places are grouped by.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Region => "region",
            Self::UrbanClass => "urban_class",
            Self::Parent => "parent",
            Self::Column(column) | Self::Bands { column, .. } => column,
        }
    }

    /// The group of a place; none where nothing says it.
    fn group(&self, snapshot: &PanelSnapshot, findings: &mut Findings) -> Option<String> {
        let unit = &snapshot.city.unit;
        match self {
            Self::Region => unit.region.clone(),
            Self::UrbanClass => unit.urban_class.clone(),
            Self::Parent => unit.parent.clone(),
            Self::Column(column) => snapshot.column(column),
            Self::Bands { column, edges } => {
                let text = snapshot.column(column)?;
                let Ok(size) = Dec::parse(&text) else {
                    let finding = Finding::new(Code::PanelNoBand, snapshot.city.origin.place());
                    findings.push(finding.with("value", text).with("code", &unit.code).with("name", column));
                    return None;
                };
                let above = edges.iter().filter(|edge| **edge <= size).count();
                let edge = |at: usize| edges.get(at).map(Dec::to_string);
                Some(match (above.checked_sub(1).and_then(edge), edge(above)) {
                    (None, None) => String::new(),
                    (None, Some(high)) => format!("< {high}"),
                    (Some(low), None) => format!("≥ {low}"),
                    (Some(low), Some(high)) => format!("{low} – < {high}"),
                })
            }
        }
    }
}

/// A peer group in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PeerGroup {
    /// The period.
    pub period: Date,
    /// True of verified results.
    pub verified: bool,
    /// Which group: a region, a class, a band.
    pub group: String,
    /// Places in it.
    pub places: usize,
    /// Those with a score.
    pub scored: usize,
    /// The median of their scores; of an even number the mean of the two in the middle.
    pub median: Option<Dec>,
}

/// A place in its peer group.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PeerStanding {
    /// Which group.
    pub group: String,
    /// The rank inside; none without a score, and in a group of fewer than [`LEAST_PEERS`].
    pub rank: Option<Rank>,
    /// How many places of the group have a score.
    pub of: usize,
    /// Score minus median of the group.
    pub to_median: Option<Dec>,
}

/// A place of a period, for its group.
pub(super) struct Member<'x, 'a> {
    /// Where its point stands: place, point.
    pub(super) at: (usize, usize),
    pub(super) judged: &'x Judged<'a>,
    pub(super) set: &'x str,
}

/// Period, verified, edition, group.
type Key<'k> = (Date, bool, &'k str, String);

/// Groups the places of every period; states and editions never share a group.
pub(super) fn group(
    by: &PeerBy,
    members: &[Member<'_, '_>],
    ties: Ties,
    places: &mut [PlaceTrend],
    findings: &mut Findings,
) -> Vec<PeerGroup> {
    let mut groups: BTreeMap<Key<'_>, Vec<(usize, usize)>> = BTreeMap::new();
    let mut grouped = false;
    for member in members {
        let Some((place, period)) = places.get(member.at.0).zip(member.judged.snapshot.period) else { continue };
        let Some(group) = by.group(member.judged.snapshot, findings) else { continue };
        grouped = true;
        groups.entry((period, place.verified, member.set, group)).or_default().push(member.at);
    }
    if !grouped && !findings.has_errors() {
        findings.push(Finding::at(Code::PanelNoColumn, "").with("name", by.name()));
    }
    let mut out = Vec::new();
    for ((period, verified, _, group), at) in groups {
        let score = |at: &(usize, usize)| places.get(at.0).and_then(|place| place.points.get(at.1)).and_then(|point| point.score);
        let scores: Vec<Option<Dec>> = at.iter().map(score).collect();
        let median = median(scores.iter().flatten().copied().collect());
        let ranking = Ranking::of_scores(&scores, ties);
        let scored = ranking.of();
        for (row, (own, score)) in at.iter().zip(&scores).enumerate() {
            let standing = PeerStanding {
                group: group.clone(),
                rank: ranking.rank(row).filter(|_| scored >= LEAST_PEERS),
                of: scored,
                to_median: median.zip(*score).and_then(|(median, score)| difference(median, score)),
            };
            if let Some(point) = places.get_mut(own.0).and_then(|place| place.points.get_mut(own.1)) {
                point.peer = Some(standing);
            }
        }
        out.push(PeerGroup { period, verified, group, places: at.len(), scored, median });
    }
    out
}

fn median(mut scores: Vec<Dec>) -> Option<Dec> {
    scores.sort_unstable();
    let half = scores.len() / 2;
    let high = *scores.get(half)?;
    if scores.len() % 2 == 1 {
        return Some(high);
    }
    let low = *scores.get(half.checked_sub(1)?)?;
    Exact::of(low).add(Exact::of(high)).div(Exact::count(2)).rounded(DIGITS).dec()
}

#[cfg(test)]
mod tests {
    use super::median;
    use crate::number::Dec;

    #[test]
    fn the_middle_of_scores() {
        let of = |scores: &[&str]| median(scores.iter().filter_map(|text| Dec::parse(text).ok()).collect());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["3"]), Dec::parse("3").ok());
        assert_eq!(of(&["9", "1", "2"]), Dec::parse("2").ok());
        assert_eq!(of(&["9", "1", "2", "3"]), Dec::parse("2.5").ok());
    }
}
