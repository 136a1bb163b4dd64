//! Steps 2 and 3 for each criterion of the plan.

use super::bind::{Applies, Bound, BoundLeaf, BoundPoint, Flags, References};
use super::derive::{Derived, Subject};
use super::judge::{self, Answer, Given, Judged, combine, steps};
use super::{LeafScore, LeafState, PartScore};
use crate::city::CityData;
use crate::criteria::{Combination, CombinePart, CriteriaSet, Criterion, Method, Scheme};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::{Number, Poison};
use crate::plan::{Leaf, Plan};
use alloc::string::String;
use alloc::vec::Vec;

/// Derives and judges every criterion.
pub(crate) fn score<N: Number>(
    (set, scheme, plan): (&CriteriaSet, &Scheme, &Plan),
    city: &CityData,
    bound: &Bound<'_>,
    findings: &mut Findings,
) -> Vec<LeafScore<N>> {
    let base = scheme.compare_with.as_ref().map(|with| with.year);
    let one = |(leaf, own): (&Leaf, &BoundLeaf<'_>)| {
        let mut out = LeafScore::new(own.flags);
        let Some((criterion, method)) = judged(set, leaf) else { return out };
        match own.applies {
            Applies::NotForKind => out.state = LeafState::NotForKind,
            Applies::Claimed(_) => out.state = LeafState::Claimed,
            Applies::NotConsidered(_) => not_considered(method, &mut out),
            Applies::Yes => {
                let mut scoring = Scoring { criterion, leaf, own, references: &bound.references, city, findings: &mut *findings };
                match method {
                    Method::Combine { how, of } => scoring.combination(*how, of, &mut out),
                    _ => scoring.single(method, base, &mut out),
                }
            }
        }
        out
    };
    plan.leaves.iter().zip(&bound.leaves).map(one).collect()
}

fn judged<'s>(set: &'s CriteriaSet, leaf: &Leaf) -> Option<(&'s Criterion, &'s Method)> {
    let criterion = set.criteria().get(leaf.criterion)?;
    Some((criterion, &criterion.judge.get(leaf.judgement)?.method))
}

impl<N: Number> LeafScore<N> {
    fn new(flags: Flags) -> Self {
        Self { state: LeafState::Judged, derived: Derived::Missing, low: Answer::default(), flags, more: None }
    }
}

/// The points of a criterion that a rule leaves aside.
fn not_considered<N: Number>(method: &Method, out: &mut LeafScore<N>) {
    out.state = LeafState::NotConsidered;
    let points = match method {
        Method::Interpolate(rule) => rule.points_min,
        Method::Steps { points, .. } => steps::least_above_zero(points),
        _ => return,
    };
    out.low.points = Some(N::of(points));
}

struct Scoring<'x, 'c> {
    criterion: &'x Criterion,
    leaf: &'x Leaf,
    own: &'x BoundLeaf<'c>,
    references: &'x References<'c>,
    city: &'x CityData,
    findings: &'x mut Findings,
}

impl<'x, 'c> Scoring<'x, 'c> {
    fn subject(&self, at: usize) -> Option<Subject<'x, 'c>> {
        let (data, point) = self.criterion.data_points.get(at).zip(self.leaf.point(at))?;
        let bound = self.own.point(at)?;
        Some(Subject { data, point, bound, references: self.references, direction: self.leaf.direction })
    }

    /// A criterion of one data point.
    fn single<N: Number>(&mut self, method: &Method, base: Option<Date>, out: &mut LeafScore<N>) {
        let Some(subject) = self.subject(0) else { return };
        if let Some(year) = base {
            let base = subject.value_at(year);
            if !self.fault(&base, subject.bound, Some(year)) {
                out.more().base = base;
            }
        }
        // Step 2: derive.
        let (derived, mixed) = subject.value(None);
        out.derived = derived;
        if mixed {
            out.flags.set(Flags::MIXED_PERIODS);
        }
        if self.fault(&derived, subject.bound, None) {
            out.state = LeafState::Undecided;
        }
        if matches!(derived, Derived::Missing) {
            out.state = if self.leaf.monitored { LeafState::Monitored } else { LeafState::NoData };
        }
        if out.state != LeafState::Judged {
            return;
        }
        // Step 3: judge.
        let Judged { low, high, flags, undecided, refused, .. } =
            judge::judge(method, self.leaf, &Given::of(self.leaf, self.own), &derived, &self.city.unit);
        out.flags.set(flags);
        out.low = low;
        if high.is_some() {
            out.more().high = high;
        }
        if self.leaf.monitored {
            out.state = LeafState::Monitored;
        } else if undecided {
            out.state = LeafState::Undecided;
        }
        if refused {
            self.refuse(method, &derived);
            out.state = LeafState::NoData;
        }
    }

    /// A criterion of several data points, or of several readings. Never inlined: few sets have one.
    #[inline(never)]
    fn combination<N: Number>(&mut self, how: Combination, of: &[CombinePart], out: &mut LeafScore<N>) {
        if self.leaf.monitored {
            out.state = LeafState::Monitored;
        }
        let mut faulty: Vec<usize> = Vec::new();
        let parts = of.iter().zip(&self.leaf.parts);
        let parts: Vec<PartScore<N>> = parts.map(|(part, at)| self.part(part, *at, &mut faulty, &mut out.flags)).collect();
        let states = || parts.iter().filter(|part| part.state != LeafState::Monitored).map(|part| part.state);
        if out.state == LeafState::Judged && states().all(|state| state == LeafState::NoData) {
            out.state = LeafState::NoData;
        }
        if how == Combination::Sum && states().any(|state| state == LeafState::Undecided) {
            out.state = LeafState::Undecided;
        }
        let (low, high) = combine::put_together(how, &parts, |_| true);
        out.low = low;
        let more = out.more();
        (more.high, more.parts) = (high, parts);
    }

    fn part<N: Number>(&mut self, part: &CombinePart, at: usize, faulty: &mut Vec<usize>, flags: &mut Flags) -> PartScore<N> {
        let mut out = PartScore {
            state: if matches!(part.method, Method::Monitor) { LeafState::Monitored } else { LeafState::NoData },
            derived: Derived::Missing,
            low: Answer::default(),
            high: None,
            most: None,
            recognition: part.evidence.is_some(),
        };
        let Some(subject) = self.subject(at) else { return out };
        let (derived, mixed) = subject.value(part.derive.as_ref());
        if mixed {
            flags.set(Flags::MIXED_PERIODS);
        }
        out.derived = derived;
        // Readings of one data point share its faults.
        if derived.fault().is_some() {
            if !faulty.contains(&at) {
                faulty.push(at);
                self.fault(&derived, subject.bound, None);
            }
            out.state = LeafState::Undecided;
            return out;
        }
        if out.state == LeafState::Monitored || matches!(derived, Derived::Missing) {
            return out;
        }
        let given = Given { inputs: [None; 3], sampling: None };
        let judged = judge::judge(&part.method, self.leaf, &given, &derived, &self.city.unit);
        flags.set(judged.flags);
        out.state = if judged.undecided { LeafState::Undecided } else { LeafState::Judged };
        (out.low, out.high, out.most) = (judged.low, judged.high, judged.most);
        out
    }

    /// Says why a value does not exist, where it does not.
    fn fault<N: Number>(&mut self, derived: &Derived<N>, bound: &BoundPoint<'_>, year: Option<Date>) -> bool {
        let Some(fault) = derived.fault() else { return false };
        let code = if fault == Poison::Overflow { Code::CityOverflow } else { Code::CityDivisionByZero };
        let parts = year.map_or(Some(&bound.parts), |year| bound.at(year));
        let first = parts.and_then(|parts| parts.iter().flat_map(|p| p.by_role).flatten().next());
        let place = first.map_or_else(|| Place::Pointer(String::new()), |o| o.origin.place());
        self.findings.push(Finding::new(code, place).with("id", &self.criterion.id));
        true
    }

    fn refuse<N: Number>(&mut self, method: &Method, derived: &Derived<N>) {
        let Method::Goalposts { worst, best, .. } = method else { return };
        let value = derived.value().and_then(N::dec);
        let Some((obs, value)) = self.own.observations().next().zip(value) else { return };
        self.findings.push(judge::goalposts::refusal(*worst, *best, value, &self.criterion.id, obs.origin.place()));
    }
}
