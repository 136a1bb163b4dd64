//! Places over periods: what changed, what each change is made of, where targets lead, and how places stand among their peers.
//!
//! Everything here goes the exact path: places are judged one by one ([`places`](super::places)) and compared as decimals. A place
//! whose borders changed between two periods has no change between them, whatever its figures say.

mod base;
mod breaks;
mod change;
mod like;
mod model;
mod options;
mod peers;
mod project;
mod rows;
mod split;
mod target;
mod words;

use super::places::{Judged, all_marks, judge, level};
use super::{PlacePanel, Ranking};
use crate::assessment::{AssessOptions, Mark};
use crate::city::ObsStatus;
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use crate::text::{Lang, Text};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use breaks::Borders;
use change::{Between, Changes};

pub use base::{BaseChange, improved_of};
pub use breaks::{BoundaryBreak, TrendBreak};
pub use model::{
    CausePart, Change as TrendChange, ChangeCause, CriterionChange, GroupPart, LikeForLike, MetChange, PlaceTrend, Presence, RankChange,
    ScoreChange, ScoreSplit, SplitMethod, Trend, TrendPoint, Withheld,
};
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

struct Run<'x, 'a> {
    changes: Changes<'x, 'a>,
    periods: Vec<Date>,
    findings: Findings,
}

impl Run<'_, '_> {
    fn trend(mut self, all: &[&Judged<'_>], set: &CriteriaSet) -> Result<Trend, Findings> {
        let mut by_code: BTreeMap<&str, Vec<&Judged<'_>>> = BTreeMap::new();
        for one in all.iter().filter(|one| one.snapshot.period.is_some_and(|period| self.periods.contains(&period))) {
            by_code.entry(one.snapshot.city.unit.code.as_str()).or_default().push(one);
        }
        let (mut places, mut members) = (Vec::new(), Vec::new());
        for series in by_code.values_mut() {
            series.sort_by_key(|one| one.snapshot.period.map(|period| (period.first_day(), period.last_day())));
            for verified in [false, true] {
                let own: Vec<&Judged<'_>> = series.iter().copied().filter(|one| one.view(verified).is_some()).collect();
                let Some(last) = own.last() else { continue };
                if verified && own.len() < series.len() {
                    self.findings.push(Finding::at(Code::PanelAcrossStates, "").with("code", &last.snapshot.city.unit.code));
                }
                let place = self.place(&own, last, verified)?;
                members.extend(own.iter().enumerate().map(|(point, one)| (places.len(), point, *one)));
                places.push(place);
            }
        }
        self.say_breaks(&places);
        self.ranks(&mut places);
        let like_for_like = self.like_for_like(&mut places);
        let asked = self.changes.asked;
        let peers = asked.peers.as_ref().map(|by| {
            let ids: Vec<String> = members.iter().map(|(.., one)| one.assessment.set().id()).collect();
            let members = members.iter().zip(&ids).map(|((place, point, judged), set)| peers::Member { at: (*place, *point), judged, set });
            peers::group(by, &members.collect::<Vec<_>>(), asked.ties, &mut places, &mut self.findings)
        });
        if self.findings.has_errors() {
            return Err(self.findings);
        }
        let scheme = all.last().map(|one| one.assessment.scheme());
        let sets = || [all.first(), all.last()].into_iter().flatten().map(|one| one.assessment.set());
        let of_group = |group: &crate::criteria::Group| (group.id.clone(), group.label.clone(), group.title.clone());
        let of_criterion = |c: &crate::criteria::Criterion| (c.id.clone(), c.short_name().to_string(), c.title.clone());
        let groups = names(sets().flat_map(|set| set.header().groups.iter().map(of_group)));
        let criteria = names(sets().flat_map(|set| set.criteria().iter().map(of_criterion)));
        let mut marks = all_marks(all.iter().map(|one| &one.assessment));
        marks.extend(self.own_marks(&places));
        Ok(Trend {
            set: set.id(),
            before: asked.before.map(|(set, _)| set.id()),
            scheme: scheme.map(|scheme| scheme.id.clone()).unwrap_or_default(),
            title: set.header().title.clone(),
            kind: all.first().map_or(crate::criteria::UnitKind::Province, |one| one.snapshot.city.unit.kind),
            as_of: self.changes.options.as_of,
            periods: self.periods,
            has_score: scheme.is_some_and(|scheme| scheme.score.is_some()),
            levels: scheme.map_or(0, |scheme| u32::try_from(scheme.levels.len()).unwrap_or(u32::MAX)),
            ties: asked.ties,
            places,
            like_for_like,
            peers: peers.unwrap_or_default(),
            marks,
            findings: self.findings,
            criteria,
            groups,
        })
    }

    fn place(&self, own: &[&Judged<'_>], last: &Judged<'_>, verified: bool) -> Result<PlaceTrend, Findings> {
        let assessment = &last.assessment;
        let both = |say: &dyn Fn(Lang) -> String| Text::new(say(Lang::Vi), say(Lang::En));
        let mut changes = Vec::new();
        for (at, pair) in own.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let steps = self.between(from, to);
            changes.extend(self.changes.of(from, to, verified, &Between { whole: false, periods: steps })?);
            if let (0, [first, _, .., last]) = (at, own) {
                // Kept for the end; made here so that one place makes all its changes.
                let whole = self.changes.of(first, last, verified, &Between { whole: true, periods: self.between(first, last) })?;
                changes.extend(whole.map(|change| self.cut(change, own)));
            }
        }
        changes.sort_by_key(|change| change.whole);
        let mut marks = assessment.marks();
        if let Some(how) = &self.changes.asked.like_for_like {
            marks.push(like_for_like_mark(how));
        }
        let broken: Vec<Date> =
            changes.iter().filter(|change| !change.whole && !change.breaks.is_empty()).map(|change| change.to).collect();
        let points = own.iter().filter_map(|one| point(one, verified, &broken)).collect();
        // Values do not depend on documents, so they stand once, beside the self-assessed results.
        let values = || own.iter().filter(|_| !verified);
        let base = values().flat_map(|one| base::of(&self.changes.borders, one)).collect();
        let targets = if verified { Vec::new() } else { target::outlooks(&self.changes.borders, self.changes.asked.target_year, own) };
        Ok(PlaceTrend {
            code: last.snapshot.city.unit.code.clone(),
            name: last.snapshot.city.unit.name.clone(),
            verified,
            state: both(&|lang| assessment.state_word(verified, lang).into()),
            note: both(&|lang| assessment.never_bare(String::new(), lang).trim().into()),
            marks,
            points,
            changes,
            base,
            targets,
        })
    }

    /// Periods between two results, whether the place has results then or not.
    fn between(&self, from: &Judged<'_>, to: &Judged<'_>) -> usize {
        let (Some(from), Some(to)) = (from.snapshot.period, to.snapshot.period) else { return 0 };
        let inside = |period: &&Date| from.last_day() < period.first_day() && period.last_day() < to.first_day();
        self.periods.iter().filter(inside).count()
    }

    /// A series that breaks anywhere between breaks as a whole: that of the place, and that of a criterion.
    fn cut(&self, mut change: TrendChange, own: &[&Judged<'_>]) -> TrendChange {
        let pairs = own.windows(2).filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None });
        let inner: Vec<TrendBreak> = pairs.flat_map(|(a, b)| breaks::between(&self.changes.borders, a.snapshot, b.snapshot)).collect();
        if change.breaks.is_empty() && !inner.is_empty() {
            change = TrendChange {
                breaks: inner,
                score: None,
                level: None,
                level_causes: Vec::new(),
                met: Vec::new(),
                criteria: Vec::new(),
                withheld: Vec::from([Withheld::Boundary]),
                ..change
            };
        }
        for one in own.iter().skip(1) {
            let broken = one.assessment.self_assessed().criteria.iter().filter(|c| change::is_broken(c));
            for c in broken {
                for own in change.criteria.iter_mut().filter(|own| own.criterion == c.criterion.id) {
                    (own.series_break, own.difference) = (true, None);
                }
            }
        }
        change
    }

    fn say_breaks(&mut self, places: &[PlaceTrend]) {
        for place in places.iter().filter(|place| !place.verified) {
            for change in place.changes.iter().filter(|change| !change.whole && !change.breaks.is_empty()) {
                let why = |lang| change.breaks.iter().map(|own| own.why.get(lang)).collect::<Vec<_>>().join("; ");
                let finding = Finding::at(Code::PanelBreak, "").with("code", &place.code).with("from", change.from).with("to", change.to);
                self.findings.push(finding.with_both("why", (why(Lang::Vi), why(Lang::En))));
            }
        }
    }

    /// Ranks within a period, a state and an edition.
    fn ranks(&self, places: &mut [PlaceTrend]) {
        for period in &self.periods {
            for verified in [false, true] {
                let score = |place: &PlaceTrend| {
                    let own = place.points.iter().find(|point| point.period == *period);
                    own.and_then(|point| point.score).filter(|_| place.verified == verified)
                };
                let scores: Vec<Option<Dec>> = places.iter().map(score).collect();
                let ranking = Ranking::of_scores(&scores, self.changes.asked.ties);
                for (row, place) in places.iter_mut().enumerate().filter(|(row, _)| ranking.rank(*row).is_some()) {
                    if let Some(point) = place.points.iter_mut().find(|point| point.period == *period) {
                        (point.rank, point.of) = (ranking.rank(row), ranking.of());
                    }
                }
            }
        }
    }

    fn like_for_like(&self, places: &mut [PlaceTrend]) -> Vec<LikeForLike> {
        let mut pairs: Vec<(Date, Date, bool)> = places
            .iter()
            .flat_map(|place| {
                place.changes.iter().map(|change| (change.whole, change.from.first_day(), change.to.first_day(), change.from, change.to))
            })
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|(whole, _, _, from, to)| (from, to, whole))
            .collect();
        pairs.sort_by_key(|pair| pair.2);
        let ties = self.changes.asked.ties;
        let both = pairs.into_iter().flat_map(|pair| [(false, pair), (true, pair)]);
        both.filter_map(|(verified, pair)| like::compare(places, verified, pair, ties))
            .filter(|like| like.places + like.broken > 0)
            .collect()
    }

    /// Marks that no single assessment has.
    fn own_marks(&self, places: &[PlaceTrend]) -> Vec<Mark> {
        let mut out: Vec<Mark> = self.changes.asked.like_for_like.iter().map(|how| like_for_like_mark(how)).collect();
        let listed = |own: &TrendBreak| own.what == "unit_list";
        if places.iter().flat_map(|place| &place.changes).flat_map(|change| &change.breaks).any(listed) {
            out.extend(self.changes.asked.break_marks.iter().cloned());
        }
        out
    }
}

fn like_for_like_mark(how: &str) -> Mark {
    let text = Text::new(
        format!("số liệu các kỳ do người cung cấp khai là đã quy về cùng địa giới: {how}"),
        format!("whoever provided the figures declares that those of all periods are of the same borders: {how}"),
    );
    Mark { code: "like_for_like", text }
}

fn point(one: &Judged<'_>, verified: bool, broken: &[Date]) -> Option<TrendPoint> {
    let (view, period) = (one.view(verified)?, one.snapshot.period?);
    let say = |lang| {
        let said = one.assessment.level_statement(view, lang).or_else(|| one.assessment.count_statement(view, lang));
        said.or_else(|| view.score.map(|score| one.assessment.never_bare(crate::assessment::number(score.value, lang), lang)))
    };
    Some(TrendPoint {
        period,
        set: one.assessment.set().id(),
        score: one.score(verified),
        level: level(view),
        tallies: view.groups.first().map(|root| root.tallies.clone()).unwrap_or_default(),
        rank: None,
        of: 0,
        peer: None,
        status: if broken.contains(&period) { ObsStatus::B } else { ObsStatus::A },
        statement: say(Lang::Vi).zip(say(Lang::En)).map(|(vi, en)| Text::new(vi, en)),
    })
}

/// Ids with number and title; of what both editions have, as the edition now prints it.
fn names(named: impl Iterator<Item = (String, String, Text)>) -> Vec<(String, String, Text)> {
    let all: BTreeMap<String, (String, Text)> = named.map(|(id, label, title)| (id, (label, title))).collect();
    all.into_iter().map(|(id, (label, title))| (id, label, title)).collect()
}
