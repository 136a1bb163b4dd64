//! A pilot before and after, against comparable places: difference in differences.

use crate::assessment::{AssessOptions, Mark};
use crate::city::CityData;
use crate::criteria::{CriteriaSet, Criterion, Direction};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::number::{Dec, Exact, Number};
use crate::text::{Lang, Text, pick};
use alloc::string::String;
use alloc::vec::Vec;

/// What to compare.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EffectOptions {
    /// How places are judged.
    pub assess: AssessOptions,
    /// The period before the pilot.
    pub before: Date,
    /// The period after it.
    pub after: Date,
    /// Fewer comparable places than this, and nothing is said of a difference. No source gives a number: 3 is our own.
    pub minimum: usize,
}

/// A pilot against comparable places.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PilotEffect<'a> {
    /// The set.
    pub set: &'a CriteriaSet,
    /// The pilot.
    pub pilot: &'a CityData,
    /// The comparable places, in the order of their codes.
    pub comparators: Vec<&'a CityData>,
    /// What was compared.
    pub options: EffectOptions,
    /// What must stand beside it.
    pub marks: Vec<Mark>,
    /// Every criterion with a figure of the pilot in either period, in the order of the tree.
    pub criteria: Vec<CriterionEffect<'a>>,
    /// Remarks.
    pub findings: Findings,
}

/// One criterion before and after.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CriterionEffect<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The pilot before and after.
    pub pilot: (Option<Dec>, Option<Dec>),
    /// Comparable places with both figures: code, before, after.
    pub comparators: Vec<(String, Dec, Dec)>,
    /// Codes of those without.
    pub without: Vec<String>,
    /// How the pilot changed.
    pub change: Option<Dec>,
    /// How the comparable places changed on average.
    pub mean_change: Option<Dec>,
    /// The change of the pilot less that average.
    pub difference: Option<Dec>,
    /// What can be said.
    pub verdict: EffectVerdict,
}

/// What a comparison says. It is no statistical test and proves no cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EffectVerdict {
    /// The pilot did better than every comparable place.
    AboveAll,
    /// It did better than their average, not than all of them.
    AboveMean,
    /// It did as their average.
    Same,
    /// It did worse than their average, not than all of them.
    BelowMean,
    /// It did worse than every one.
    BelowAll,
    /// The set says no better direction: the change is shown, not judged.
    NotJudged,
    /// Fewer comparable places with both figures than asked for.
    TooFew,
    /// The pilot lacks a figure.
    NotMeasurable,
}

impl EffectVerdict {
    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AboveAll => "above_all",
            Self::AboveMean => "above_mean",
            Self::Same => "same",
            Self::BelowMean => "below_mean",
            Self::BelowAll => "below_all",
            Self::NotJudged => "not_judged",
            Self::TooFew => "too_few",
            Self::NotMeasurable => "not_measurable",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::AboveAll => pick(lang, "tốt hơn mọi đơn vị so sánh", "better than every comparable place"),
            Self::AboveMean => pick(lang, "tốt hơn trung bình, chưa hơn mọi đơn vị", "better than their average, not than all"),
            Self::Same => pick(lang, "bằng trung bình đơn vị so sánh", "as their average"),
            Self::BelowMean => pick(lang, "kém trung bình, chưa kém mọi đơn vị", "worse than their average, not than all"),
            Self::BelowAll => pick(lang, "kém mọi đơn vị so sánh", "worse than every comparable place"),
            Self::NotJudged => pick(lang, "không có chiều tốt hơn, chỉ nêu", "no better direction, shown only"),
            Self::TooFew => pick(lang, "quá ít đơn vị so sánh có đủ hai kỳ", "too few comparable places with both periods"),
            Self::NotMeasurable => pick(lang, "thí điểm thiếu số liệu một kỳ", "the pilot lacks a figure"),
        }
    }
}

impl EffectOptions {
    /// At least three comparable places.
    #[must_use]
    pub fn new(assess: AssessOptions, before: Date, after: Date) -> Self {
        Self { assess, before, after, minimum: 3 }
    }

    /// Another least number of comparable places; not below 1.
    #[must_use]
    pub fn with_minimum(mut self, minimum: usize) -> Self {
        self.minimum = minimum.max(1);
        self
    }
}

impl CriteriaSet {
    /// Compares a pilot before and after with places that had none: for each criterion the change of the pilot, the average change of the
    /// others, and the difference of both. Figures are those of exactly the two periods. Comparable are places of the pilot's kind; others
    /// are refused, another urban class and changed borders are said.
    ///
    /// # Errors
    /// Those of [`CriteriaSet::assess`] for any of the places, `pilot.periods` when the second period does not come after the first,
    /// `pilot.other_kind` for a place of another kind, `pilot.own_comparator` when the pilot is among the others or one stands there twice.
    pub fn pilot_effect<'a>(
        &'a self,
        pilot: &'a CityData,
        comparators: &[&'a CityData],
        options: &EffectOptions,
    ) -> Result<PilotEffect<'a>, Findings> {
        let mut findings = Findings::default();
        let mut others: Vec<&'a CityData> = comparators.to_vec();
        others.sort_by(|a, b| a.unit.code.cmp(&b.unit.code));
        if options.before.last_day() >= options.after.first_day() {
            findings.push(Finding::at(Code::PilotPeriods, "").with("before", options.before).with("after", options.after));
        }
        for (at, other) in others.iter().enumerate() {
            let find = |code| Finding::new(code, other.origin.place()).with("code", &other.unit.code);
            let twice = others.iter().take(at).any(|earlier| earlier.unit.code == other.unit.code);
            if twice || other.unit.code == pilot.unit.code {
                findings.push(find(Code::PilotOwnComparator));
            }
            if other.unit.kind != pilot.unit.kind {
                findings.push(find(Code::PilotOtherKind).with("kind", other.unit.kind.as_str()).with("expected", pilot.unit.kind.as_str()));
            } else if other.unit.urban_class != pilot.unit.urban_class {
                findings.push(find(Code::PilotOtherClass));
            }
        }
        for place in others.iter().copied().chain([pilot]) {
            if place.unit.valid_from.is_some_and(|from| from.first_day() > options.before.first_day()) {
                findings.push(
                    Finding::new(Code::PilotBorders, place.origin.place()).with("code", &place.unit.code).with("before", options.before),
                );
            }
        }
        if findings.has_errors() {
            return Err(findings);
        }
        let (own, marks) = self.two_periods(pilot, options)?;
        let mut all: Vec<(&str, Figures<'a>)> = Vec::with_capacity(others.len());
        let mut faults = Findings::default();
        for other in &others {
            match self.two_periods(other, options) {
                Ok((figures, _)) => all.push((&other.unit.code, figures)),
                Err(found) => faults.append(found),
            }
        }
        if faults.has_errors() {
            return Err(faults);
        }
        let criteria = own.iter().filter(|(_, before, after)| before.is_some() || after.is_some());
        let criteria = criteria.map(|(criterion, before, after)| effect(criterion, (*before, *after), &all, options.minimum)).collect();
        Ok(PilotEffect { set: self, pilot, comparators: others, options: options.clone(), marks, criteria, findings })
    }

    fn two_periods<'a>(&'a self, city: &CityData, options: &EffectOptions) -> Result<(Figures<'a>, Vec<Mark>), Findings> {
        let at = |period: Date| {
            let mut then = city.clone();
            then.observations.retain(|own| own.period.is_some_and(|own| within(own, period)));
            then.period = Some(period);
            let assessment = self.assess(&then, &options.assess)?;
            let of = |id: &str| self.criterion(id);
            let values = assessment.self_assessed().criteria.iter().filter_map(|own| Some((of(&own.criterion.id)?, own.value)));
            Ok((values.collect::<Vec<_>>(), assessment.marks()))
        };
        let (before, mut marks) = at(options.before)?;
        let (after, _) = at(options.after)?;
        let text = Text::new(
            "so sánh trước và sau với đơn vị tương đồng; không phải kiểm định thống kê, không chứng minh nguyên nhân",
            "before and after beside comparable places; no statistical test, no proof of cause",
        );
        marks.push(Mark { code: "no_test", text });
        let figures = before.into_iter().zip(after).map(|((criterion, before), (_, after))| (criterion, before, after)).collect();
        Ok((figures, marks))
    }
}

/// Criteria with their figures before and after.
type Figures<'a> = Vec<(&'a Criterion, Option<Dec>, Option<Dec>)>;

fn within(own: Date, period: Date) -> bool {
    own.first_day() >= period.first_day() && own.last_day() <= period.last_day()
}

fn effect<'a>(
    criterion: &'a Criterion,
    pilot: (Option<Dec>, Option<Dec>),
    all: &[(&str, Figures<'a>)],
    minimum: usize,
) -> CriterionEffect<'a> {
    let (mut comparators, mut without) = (Vec::new(), Vec::new());
    for (code, figures) in all {
        match figures.iter().find(|(own, ..)| own.id == criterion.id) {
            Some((_, Some(before), Some(after))) => comparators.push((String::from(*code), *before, *after)),
            _ => without.push(String::from(*code)),
        }
    }
    let minus = |after: Dec, before: Dec| Exact::of(after).sub(Exact::of(before));
    let change = pilot.0.zip(pilot.1).map(|(before, after)| minus(after, before));
    let changes: Vec<Exact> = comparators.iter().map(|(_, before, after)| minus(*after, *before)).collect();
    let count = Exact::count(changes.len());
    let mean = if changes.is_empty() { None } else { Some(changes.iter().fold(Exact::ZERO, |sum, own| sum.add(*own)).div(count)) };
    let enough = changes.len() >= minimum;
    let difference = if enough { change.zip(mean).map(|(own, mean)| own.sub(mean)) } else { None };
    let verdict = match (change, difference) {
        (None, _) => EffectVerdict::NotMeasurable,
        (_, None) => EffectVerdict::TooFew,
        (Some(own), Some(difference)) => verdict(criterion.direction, own, &changes, difference),
    };
    let show = |value: Option<Exact>| value.and_then(Exact::dec);
    CriterionEffect {
        criterion,
        pilot,
        comparators,
        without,
        change: show(change),
        mean_change: show(mean),
        difference: show(difference),
        verdict,
    }
}

fn verdict(direction: Direction, own: Exact, others: &[Exact], difference: Exact) -> EffectVerdict {
    let sign = match direction {
        Direction::More => Exact::ONE,
        Direction::Less => Exact::ZERO.sub(Exact::ONE),
        _ => return EffectVerdict::NotJudged,
    };
    let better = |a: Exact, b: Exact| a.sub(b).mul(sign).order(Exact::ZERO);
    use core::cmp::Ordering::{Equal, Greater, Less};
    match better(difference, Exact::ZERO) {
        Some(Greater) if others.iter().all(|other| better(own, *other) == Some(Greater)) => EffectVerdict::AboveAll,
        Some(Greater) => EffectVerdict::AboveMean,
        Some(Equal) => EffectVerdict::Same,
        Some(Less) if others.iter().all(|other| better(own, *other) == Some(Less)) => EffectVerdict::BelowAll,
        Some(Less) => EffectVerdict::BelowMean,
        None => EffectVerdict::NotMeasurable,
    }
}
