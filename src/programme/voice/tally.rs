//! Counting answers. What is kept is sums by stratum and cluster, never a row; sums are whole numbers, so that no order of rows changes
//! a digit.

use super::header::{Header, found, key, place};
use super::personal::{self, Personal};
use super::rows::Row;
use super::survey::{Question, Survey};
use crate::finding::{Code, Finding, Findings};
use crate::vietnamese::compose;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// Most strata: Vietnam has 3 321 communes.
const MOST_STRATA: usize = 5_000;

/// Most clusters in all.
const MOST_CLUSTERS: usize = 200_000;

/// Most sums of clusters, one for each cluster and question: 128 MiB.
const MOST_CLUSTER_SUMS: usize = 4_000_000;

/// Longest name of a stratum or cluster.
const MOST_NAME: usize = 200;

/// Weights are counted in millionths.
pub(super) const WEIGHT_DECIMALS: u32 = 6;

/// Digits of a weight before its point.
const WEIGHT_WHOLE: usize = 7;

/// Sums of one question over some rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// Valid answers.
    pub(super) answers: u64,
    /// Those that count.
    pub(super) positive: u64,
    /// Sum of weights, of weights of those that count, of squared weights.
    pub(super) weight: u128,
    pub(super) weight_positive: u128,
    pub(super) weight_squared: u128,
}

/// One stratum.
#[derive(Debug)]
pub(super) struct Stratum {
    /// By question.
    pub(super) sums: Vec<Sums>,
    /// By cluster, then by question: weight, and weight of those that count.
    pub(super) clusters: BTreeMap<String, Vec<(u128, u128)>>,
}

/// All sums.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) respondents: u64,
    /// By name; one without a name where there are no strata.
    pub(super) strata: BTreeMap<String, Stratum>,
    clusters: usize,
    /// By question: answers of people who were not asked.
    pub(super) unasked: Vec<u64>,
    /// By column: how often it looked like personal data; `u32::MAX` once told.
    suspects: Vec<[u32; 2]>,
    /// By question: whether an answer counts; none where it says that nothing was answered.
    known: Vec<BTreeMap<String, Option<bool>>>,
}

/// What one row says to each question: whether its answer counts, or that there is none.
type Said = Vec<Option<bool>>;

impl Tally {
    pub(super) fn new(survey: &Survey, header: &Header) -> Self {
        Self {
            respondents: 0,
            strata: BTreeMap::new(),
            clusters: 0,
            unasked: vec![0; survey.questions.len()],
            suspects: vec![[0; 2]; header.names.len()],
            known: survey.questions.iter().map(known).collect(),
        }
    }

    /// Adds a row, or says what is wrong with it. An error is a code that ends reading.
    pub(super) fn add(&mut self, row: Row<'_>, survey: &Survey, header: &Header, findings: &mut Findings) -> Result<(), Code> {
        let before = findings.len();
        self.look_for_personal(row, header, findings);
        if (header.names.len()..row.len()).any(|at| !row.cell(at).is_empty()) {
            findings.push(Finding::new(Code::CsvCellWithoutColumn, place(row.number, "")).with("value", "…"));
        }
        let said = self.said(row, survey, header, findings);
        let weight = match (&survey.weight, header.weight) {
            (Some(own), Some(at)) => weight(row.cell(at), own.comma).unwrap_or_else(|| {
                findings.push(
                    Finding::new(Code::VoiceBadWeight, place(row.number, header.name(at)))
                        .with("example", if own.comma { "1,25" } else { "1.25" }),
                );
                0
            }),
            _ => 10u128.pow(WEIGHT_DECIMALS),
        };
        let mut named = |at: Option<usize>, needed: bool| {
            let Some(at) = at else { return Some(Cow::Borrowed("")) };
            let name = row.cell(at);
            if name.chars().count() > MOST_NAME || (needed && name.is_empty()) {
                findings.push(Finding::new(Code::VoiceBadGroup, place(row.number, header.name(at))).with("most", MOST_NAME));
                return None;
            }
            Some(compose(name).map_or(Cow::Borrowed(name), Cow::Owned))
        };
        let (stratum, cluster) = (named(header.stratum, false), named(header.cluster, true));
        if findings.len() > before && findings.has_errors() {
            return Ok(());
        }
        let (Some(stratum), Some(cluster)) = (stratum, cluster) else { return Ok(()) };
        self.respondents = self.respondents.saturating_add(1);
        let clustered = header.cluster.is_some();
        self.count(&stratum, clustered.then_some(&*cluster), weight, &said)
    }

    fn count(&mut self, stratum: &str, cluster: Option<&str>, weight: u128, said: &Said) -> Result<(), Code> {
        if !self.strata.contains_key(stratum) {
            if self.strata.len() >= MOST_STRATA {
                return Err(Code::VoiceTooManyGroups);
            }
            let empty = Stratum { sums: vec![Sums::default(); said.len()], clusters: BTreeMap::new() };
            self.strata.insert(stratum.into(), empty);
        }
        let Some(own) = self.strata.get_mut(stratum) else { return Ok(()) };
        for (sums, said) in own.sums.iter_mut().zip(said) {
            if let Some(counts) = said {
                sums.add(weight, *counts);
            }
        }
        let Some(cluster) = cluster else { return Ok(()) };
        if !own.clusters.contains_key(cluster) {
            let sums = (self.clusters + 1).saturating_mul(said.len());
            if self.clusters >= MOST_CLUSTERS || sums > MOST_CLUSTER_SUMS {
                return Err(Code::VoiceTooManyGroups);
            }
            self.clusters += 1;
            own.clusters.insert(cluster.into(), vec![(0, 0); said.len()]);
        }
        for ((all, positive), said) in own.clusters.get_mut(cluster).into_iter().flatten().zip(said) {
            if let Some(counts) = said {
                *all = all.saturating_add(weight);
                *positive = positive.saturating_add(if *counts { weight } else { 0 });
            }
        }
        Ok(())
    }

    fn said(&mut self, row: Row<'_>, survey: &Survey, header: &Header, findings: &mut Findings) -> Said {
        let mut said: Said = Vec::with_capacity(survey.questions.len());
        for (number, (question, at)) in survey.questions.iter().zip(&header.questions).enumerate() {
            let cell = row.cell(*at);
            let known = self.known.get(number).and_then(|known| known.get(cell).or_else(|| known.get(&key(cell))));
            if known.is_none() {
                let finding = Finding::new(Code::VoiceUnknownAnswer, place(row.number, header.name(*at)));
                findings.push(finding.with("question", &question.id));
            }
            let answer = known.copied().flatten();
            let asked = question.asked_of.is_none_or(|of| said.get(of).copied().flatten() == Some(true));
            if let (false, Some(_), Some(count)) = (asked, answer, self.unasked.get_mut(number)) {
                *count = count.saturating_add(1);
            }
            said.push(answer.filter(|_| asked));
        }
        said
    }

    fn look_for_personal(&mut self, row: Row<'_>, header: &Header, findings: &mut Findings) {
        for (at, seen) in self.suspects.iter_mut().enumerate() {
            if header.is_closed(at) || *seen == [u32::MAX; 2] {
                continue;
            }
            let Some(kind) = personal::of_value(row.cell(at)) else { continue };
            if header.is_area(at) && kind.fits_areas() {
                continue;
            }
            let name = header.name(at);
            let [names, addresses] = seen;
            let count = match kind {
                Personal::Name => names,
                Personal::Address => addresses,
                _ => &mut 0,
            };
            *count += 1;
            if *count >= kind.needed_rows() {
                *seen = [u32::MAX; 2];
                if personal::of_heading(name).is_none() {
                    findings.push(found(kind, row.number, name));
                }
            }
        }
    }
}

impl Sums {
    fn add(&mut self, weight: u128, counts: bool) {
        let positive = if counts { weight } else { 0 };
        self.merge(&Self {
            answers: 1,
            positive: u64::from(counts),
            weight,
            weight_positive: positive,
            weight_squared: weight.saturating_mul(weight),
        });
    }

    /// A weight is below 10^13 millionths, so that even 10^12 rows stay within 128 bits.
    pub(super) fn merge(&mut self, other: &Self) {
        self.answers = self.answers.saturating_add(other.answers);
        self.positive = self.positive.saturating_add(other.positive);
        self.weight = self.weight.saturating_add(other.weight);
        self.weight_positive = self.weight_positive.saturating_add(other.weight_positive);
        self.weight_squared = self.weight_squared.saturating_add(other.weight_squared);
    }
}

fn known(question: &Question) -> BTreeMap<String, Option<bool>> {
    let answers = question.answers.iter().map(|answer| (key(&answer.answer), Some(answer.counts)));
    let none = question.no_answer.iter().map(|word| (key(word), None));
    answers.chain(none).chain([(String::new(), None)]).collect()
}

/// A weight above zero in millionths.
fn weight(cell: &str, comma: bool) -> Option<u128> {
    let (whole, fraction) = cell.split_once(if comma { ',' } else { '.' }).unwrap_or((cell, "0"));
    let fits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let decimals = usize::try_from(WEIGHT_DECIMALS).ok()?;
    if !fits(whole, WEIGHT_WHOLE) || !fits(fraction, decimals) {
        return None;
    }
    let digits = alloc::format!("{whole}{fraction:0<decimals$}");
    digits.parse().ok().filter(|weight| *weight > 0)
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn weights_are_read_in_the_declared_style_only() {
        for (cell, comma, millionths) in
            [("1", true, 1_000_000), ("0,5", true, 500_000), ("2.000001", false, 2_000_001), ("9999999.999999", false, 9_999_999_999_999)]
        {
            assert_eq!(weight(cell, comma), Some(millionths), "{cell}");
        }
        for (cell, comma) in [
            ("", true),
            ("0", true),
            ("1.5", true),
            ("1,5", false),
            ("-1", true),
            ("1e3", false),
            ("1.0000001", false),
            ("10000000", true),
            ("1.", false),
        ] {
            assert_eq!(weight(cell, comma), None, "{cell}");
        }
    }
}
