//! City data of one edition put under the criteria of the other.

use super::verdict::{CarryReason, Verdict};
use crate::city::{CityData, EvidenceDocument, Observation};
use crate::compare::CriterionDiff;
use crate::criteria::{CriteriaSet, Criterion, CrosswalkKind, Expr, Parts, UnitKindRule};
use crate::text::Text;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A criterion and what became of its data.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CarriedCriterion<'a> {
    /// The criterion in the edition before.
    pub before: Option<&'a Criterion>,
    /// The criterion now.
    pub now: Option<&'a Criterion>,
    /// What became of the criterion.
    pub kind: CrosswalkKind,
    /// The crosswalk's remark, in English.
    pub note: Option<&'a str>,
    /// Whether its data hold in the other edition.
    pub verdict: Verdict,
    /// Figures the data have for it, under the edition before.
    pub figures: usize,
    /// Those that followed.
    pub figures_carried: usize,
    /// Documents the data have for it, under the edition before.
    pub documents: usize,
    /// Those that followed.
    pub documents_carried: usize,
    /// True when some of the figures are of parts of the place.
    pub in_parts: bool,
    /// True when it is claimed not applicable, under the edition before.
    pub claimed: bool,
    /// True when the edition now asks it of this kind of place.
    pub asked_now: bool,
    /// Why something did not follow, though the verdict is that it holds.
    pub left: Vec<CarryReason>,
}

impl CarriedCriterion<'_> {
    /// The id now, else before.
    #[must_use]
    pub fn id(&self) -> &str {
        self.now.or(self.before).map_or("", |c| c.id.as_str())
    }

    /// Every reason why something does not follow.
    pub fn reasons(&self) -> impl Iterator<Item = CarryReason> {
        self.verdict.reasons().iter().chain(&self.left).copied()
    }

    /// True when the data before say anything of it.
    #[must_use]
    pub fn has_data(&self) -> bool {
        self.figures > 0 || self.documents > 0 || self.claimed
    }
}

/// The moved data, and what became of each criterion's.
pub(super) fn moved<'a>(
    criteria: &[CriterionDiff<'a>],
    sets: (&'a CriteriaSet, &'a CriteriaSet),
    city: &CityData,
) -> (CityData, Vec<CarriedCriterion<'a>>) {
    let tallies = tallies(city);
    let rule = sets.1.header().unit_kinds.iter().find(|rule| rule.kind == city.unit.kind);
    let tally = |pair: &CriterionDiff<'_>| pair.before.and_then(|c| tallies.get(c.id.as_str())).copied().unwrap_or_default();
    let mut items: Vec<CarriedCriterion<'a>> = criteria.iter().map(|pair| of(pair, tally(pair), rule)).collect();
    // Several rows may lead away from one criterion; none of them carries, so the first is enough.
    let mut ways: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(before) = item.before {
            ways.entry(before.id.as_str()).or_insert(at);
        }
    }
    let mut out = city.clone();
    out.observations = city.observations.iter().filter_map(|obs| observation(obs, &ways, &mut items)).collect();
    out.evidence = city.evidence.iter().filter_map(|document| self::document(document, &ways, &mut items)).collect();
    out.not_applicable.retain_mut(|claim| {
        let to = ways.get(claim.criterion.as_str()).and_then(|at| items.get(*at)).filter(|item| item.verdict.holds());
        let to = to.and_then(|item| item.now).map(|now| now.id.clone());
        to.is_some_and(|id| {
            claim.criterion = id;
            true
        })
    });
    let mut wanted = BTreeSet::new();
    wanted.extend(sets.1.criteria().iter().flat_map(|c| &c.data_points).filter_map(|p| p.derive.as_ref()).flat_map(references));
    out.references.retain(|reference| wanted.contains(reference.id.as_str()));
    // What was published of one edition is no result of the other.
    out.published.clear();
    if sets.0.id() != sets.1.id() {
        out.notes.push(note(&sets.0.id()));
    }
    (out, items)
}

/// The sentence that travels with carried data.
pub(super) fn note(from: &str) -> Text {
    Text::new(
        format!("Số liệu chuyển từ {from} sang, không phải số liệu mới thu thập cho phiên bản này."),
        format!("Figures carried over from {from}, not collected for this edition."),
    )
}

/// What the data have for a criterion.
#[derive(Clone, Copy, Default)]
struct Tally {
    figures: usize,
    in_parts: bool,
    documents: usize,
    claimed: bool,
}

fn tallies(city: &CityData) -> BTreeMap<&str, Tally> {
    let mut out: BTreeMap<&str, Tally> = BTreeMap::new();
    for obs in &city.observations {
        let tally = out.entry(&obs.criterion).or_default();
        tally.figures += 1;
        tally.in_parts |= obs.part.is_some();
    }
    for document in &city.evidence {
        let mut criteria = BTreeSet::new();
        criteria.extend(document.criteria.iter().map(String::as_str));
        criteria.into_iter().for_each(|id| out.entry(id).or_default().documents += 1);
    }
    city.not_applicable.iter().for_each(|claim| out.entry(&claim.criterion).or_default().claimed = true);
    out
}

fn of<'a>(pair: &CriterionDiff<'a>, tally: Tally, rule: Option<&UnitKindRule>) -> CarriedCriterion<'a> {
    let is_asked = |c: &Criterion| rule.is_some_and(|rule| c.applies_to.is_empty() || c.applies_to.contains(&rule.judged_as));
    CarriedCriterion {
        before: pair.before,
        now: pair.now,
        kind: pair.kind,
        note: pair.note,
        verdict: Verdict::of(pair),
        figures: tally.figures,
        figures_carried: 0,
        documents: tally.documents,
        documents_carried: 0,
        in_parts: tally.in_parts,
        claimed: tally.claimed,
        asked_now: pair.now.is_some_and(is_asked),
        left: Vec::new(),
    }
}

fn leave(item: &mut CarriedCriterion<'_>, reason: CarryReason) {
    if !item.left.contains(&reason) {
        item.left.push(reason);
    }
}

fn observation(obs: &Observation, ways: &BTreeMap<&str, usize>, items: &mut [CarriedCriterion<'_>]) -> Option<Observation> {
    let item = ways.get(obs.criterion.as_str()).and_then(|at| items.get_mut(*at))?;
    let now = item.now.filter(|_| item.verdict.holds())?;
    let point = now.data_points.iter().find(|point| obs.data_point.as_ref().is_none_or(|id| *id == point.id))?;
    if obs.part.is_some() && point.parts == Parts::Single {
        leave(item, CarryReason::Parts);
        return None;
    }
    item.figures_carried += 1;
    Some(Observation { criterion: now.id.clone(), ..obs.clone() })
}

/// The document under the criteria for which the other edition asks the same; `None` when there is none.
fn document(document: &EvidenceDocument, ways: &BTreeMap<&str, usize>, items: &mut [CarriedCriterion<'_>]) -> Option<EvidenceDocument> {
    let mut criteria: Vec<String> = Vec::new();
    for id in &document.criteria {
        let Some(item) = ways.get(id.as_str()).and_then(|at| items.get_mut(*at)) else { continue };
        let Some(now) = item.now.filter(|_| item.verdict.holds()) else { continue };
        let asked = |c: Option<&Criterion>| c.and_then(|c| c.evidence.as_ref()).map(|rule| rule.asked.clone());
        if asked(item.before) != asked(Some(now)) {
            leave(item, CarryReason::Evidence);
            continue;
        }
        item.documents_carried += 1;
        criteria.push(now.id.clone());
    }
    (!criteria.is_empty()).then(|| EvidenceDocument { criteria, ..document.clone() })
}

/// The comparison values an expression uses.
fn references(expr: &Expr) -> Vec<&str> {
    let mut out: Vec<&str> = expr.terms().iter().flat_map(references).collect();
    if let Expr::Reference { id } = expr {
        out.push(id);
    }
    out
}
