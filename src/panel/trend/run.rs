//! The places one by one, then what is said over all of them.

use super::breaks::{self, TrendBreak};
use super::change::{self, Between, Changes};
use super::changed::{Change, Withheld};
use super::model::{LikeForLike, PlaceTrend, Trend, TrendPoint};
use super::{base, like, peers, target};
use crate::assessment::Mark;
use crate::city::ObsStatus;
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use crate::panel::Ranking;
use crate::panel::places::{Judged, all_marks, level};
use crate::text::{Lang, Text};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) struct Run<'x, 'a> {
    pub(super) changes: Changes<'x, 'a>,
    pub(super) periods: Vec<Date>,
    pub(super) findings: Findings,
}

impl Run<'_, '_> {
    pub(super) fn trend(mut self, all: &[&Judged<'_>], set: &CriteriaSet) -> Result<Trend, Findings> {
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
        let mut marks = marks_of(all);
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
        let mut marks = marks_of(own);
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
            level_word: (!assessment.scheme().verdict).then(|| both(&|lang| assessment.set().header().level_word(lang).into())),
            levels: u32::try_from(assessment.scheme().levels.len()).unwrap_or(u32::MAX),
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
    fn cut(&self, mut change: Change, own: &[&Judged<'_>]) -> Change {
        let pairs = own.windows(2).filter_map(|pair| if let [a, b] = pair { Some((a, b)) } else { None });
        let inner: Vec<TrendBreak> = pairs.flat_map(|(a, b)| breaks::between(&self.changes.borders, a.snapshot, b.snapshot)).collect();
        if change.breaks.is_empty() && !inner.is_empty() {
            change = Change {
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

/// The marks of all results, each once; one that not every edition carries names its edition.
fn marks_of(all: &[&Judged<'_>]) -> Vec<Mark> {
    let mut by_set: BTreeMap<String, Vec<Mark>> = BTreeMap::new();
    for one in all {
        let own = by_set.entry(one.assessment.set().id()).or_default();
        own.extend(one.assessment.marks().into_iter().filter(|mark| !own.contains(mark)).collect::<Vec<_>>());
    }
    let mut out: Vec<Mark> = Vec::new();
    for mark in all_marks(all.iter().map(|one| &one.assessment)) {
        let having: Vec<&String> = by_set.iter().filter(|(_, marks)| marks.contains(&mark)).map(|(id, _)| id).collect();
        let named = |text: &str, id: &str| format!("{} ({id})", text.trim_end_matches('.'));
        out.push(match having.as_slice() {
            [only] if by_set.len() > 1 => Mark { code: mark.code, text: Text::new(named(&mark.text.vi, only), named(&mark.text.en, only)) },
            _ => mark,
        });
    }
    out
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
