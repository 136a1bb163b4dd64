//! What the answers of a survey come to.

use super::cells::{Fate, fates};
use super::figure::{Design, VoiceFigure, figure};
use super::header::place;
use super::sample::sample_size;
use super::survey::{Question, Survey};
use super::tally::{Sums, Tally};
use crate::city::Sampling;
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use alloc::string::String;
use alloc::vec::Vec;

/// The figures of a survey; nothing in it is about fewer people than the declared minimum.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Voice<'s> {
    /// The survey.
    pub survey: &'s Survey,
    /// Rows read; none where there are fewer than the minimum.
    pub respondents: Option<u64>,
    /// By question, in the order of the survey.
    pub questions: Vec<QuestionVoice<'s>>,
    /// Notes and warnings.
    pub findings: Findings,
}

/// The figures of one question.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct QuestionVoice<'s> {
    /// The question.
    pub question: &'s Question,
    /// All who answered.
    pub whole: VoiceCell,
    /// By stratum, in the order of names; empty where there are none.
    pub strata: Vec<(String, VoiceCell)>,
    /// For each margin wanted, how many answers it takes.
    pub needed: Vec<SampleNeed>,
}

/// A figure, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VoiceCell {
    /// The figure.
    Shown(VoiceFigure),
    /// Nobody answered.
    Empty,
    /// Fewer answers than the declared minimum.
    TooFew,
    /// Hidden, since a smaller one could be had from it by subtraction.
    Protects,
}

/// How many answers a margin of error takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SampleNeed {
    /// The margin, a share of 1.
    pub margin: Dec,
    /// Answers of a simple random sample, for any share.
    pub simple: u64,
    /// The same with the design effect that this survey turned out to have.
    pub designed: Option<u64>,
    /// The interval found is within the margin.
    pub reached: Option<bool>,
}

impl VoiceCell {
    /// The figure, where there is one.
    #[must_use]
    pub fn figure(&self) -> Option<&VoiceFigure> {
        if let Self::Shown(figure) = self { Some(figure) } else { None }
    }

    /// The stable word of files: `shown`, `empty`, `too_few` or `protects`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Shown(_) => "shown",
            Self::Empty => "empty",
            Self::TooFew => "too_few",
            Self::Protects => "protects",
        }
    }
}

impl Survey {
    /// How many people a simple random sample has to have for each margin wanted, before anybody was asked.
    #[must_use]
    pub fn sizes(&self) -> Vec<SampleNeed> {
        self.needed(None)
    }

    fn needed(&self, figure: Option<&VoiceFigure>) -> Vec<SampleNeed> {
        if self.sampling != Sampling::Probability {
            return Vec::new();
        }
        let effect = figure.and_then(VoiceFigure::design_effect);
        let need = |margin: &Dec| {
            let size = |effect| sample_size(self.z, *margin, self.population, effect);
            let reached = figure.and_then(VoiceFigure::margin).map(|found| found <= *margin);
            Some(SampleNeed { margin: *margin, simple: size(Dec::ONE)?, designed: effect.and_then(size), reached })
        };
        self.margins.iter().filter_map(need).collect()
    }
}

pub(super) fn voice<'s>(survey: &'s Survey, tally: &Tally, mut findings: Findings) -> Voice<'s> {
    let minimum = u64::from(survey.minimum_cell);
    let mut questions = Vec::with_capacity(survey.questions.len());
    for (number, question) in survey.questions.iter().enumerate() {
        let own = of_question(survey, tally, number, question);
        if let Some(count) = tally.unasked.get(number).copied().filter(|count| *count > 0) {
            // A count of one or two is told as "some": it is a figure about them.
            let count = if count < minimum { alloc::format!("< {minimum}") } else { alloc::format!("{count}") };
            findings.push(Finding::new(Code::VoiceUnasked, place(0, &question.column)).with("count", count));
        }
        let code = match own.whole {
            VoiceCell::Shown(figure) if survey.sampling == Sampling::Probability && figure.interval.is_none() => {
                Some(Code::VoiceOneCluster)
            }
            VoiceCell::Shown(_) => None,
            _ => Some(Code::VoiceTooFew),
        };
        findings
            .extend(code.map(|code| Finding::new(code, place(0, &question.column)).with("question", &question.id).with("least", minimum)));
        questions.push(own);
    }
    let respondents = Some(tally.respondents).filter(|n| *n >= minimum);
    Voice { survey, respondents, questions, findings }
}

fn of_question<'s>(survey: &Survey, tally: &Tally, number: usize, question: &'s Question) -> QuestionVoice<'s> {
    let design = Design { sampling: survey.sampling, z: survey.z, clustered: survey.cluster.is_some() };
    let mut cells: Vec<Sums> = Vec::with_capacity(tally.strata.len());
    let (mut whole, mut all_clusters, mut by_stratum) = (Sums::default(), Vec::new(), Vec::new());
    for stratum in tally.strata.values() {
        let sums = stratum.sums.get(number).copied().unwrap_or_default();
        let of = stratum.clusters.values().filter_map(|by_question| by_question.get(number).copied());
        let clusters: Vec<(u128, u128)> = of.filter(|(weight, _)| *weight > 0).collect();
        whole.merge(&sums);
        all_clusters.extend_from_slice(&clusters);
        cells.push(sums);
        by_stratum.push(clusters);
    }
    let shown = |sums: &Sums, clusters: &[(u128, u128)]| figure(sums, clusters, design).map_or(VoiceCell::TooFew, VoiceCell::Shown);
    let whole = match whole.answers {
        0 => VoiceCell::Empty,
        n if n < u64::from(survey.minimum_cell) => VoiceCell::TooFew,
        _ => shown(&whole, &all_clusters),
    };
    let mut strata = Vec::new();
    if survey.stratum.is_some() {
        let fates = fates(&cells, u64::from(survey.minimum_cell));
        for (((name, _), (sums, clusters)), fate) in tally.strata.iter().zip(cells.iter().zip(&by_stratum)).zip(fates) {
            let cell = match fate {
                Fate::Shown => shown(sums, clusters),
                Fate::Empty => VoiceCell::Empty,
                Fate::Small => VoiceCell::TooFew,
                Fate::Protects => VoiceCell::Protects,
            };
            strata.push((name.clone(), cell));
        }
    }
    QuestionVoice { question, whole, strata, needed: survey.needed(whole.figure()) }
}
