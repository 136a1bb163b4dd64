//! The panel as it is, before anything is drawn; and whether its figures can be treated in all the ways that are asked.

use super::options::{Mean, RobustOptions};
use super::results::RobustPlace;
use super::treated::{changed, treatments};
use super::{Robust, check};
use crate::criteria::{Among, Impute, ImputeStage, Normalise, Treatment, Why, treatment_conflicts};
use crate::finding::{Code, Finding, Findings};
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::rank::{Ranking, Ties};
use crate::panel::scores::{PanelLevel, Scores};
use crate::panel::treat::{Peers, TreatedScores};
use crate::text::Lang;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Scores, levels and ranks of the edition as it is.
pub(super) struct AsItIs {
    /// The places: those that are ranked where there is a score.
    pub(super) rows: Vec<usize>,
    /// Other rows that something is computed from.
    pub(super) others: Vec<usize>,
    /// Rows that nothing is computed from.
    pub(super) unranked: Vec<usize>,
    /// By row, where figures are treated.
    pub(super) regions: Vec<Option<u32>>,
    scores: Vec<f64>,
    levels: Vec<PanelLevel>,
    ranking: Option<Ranking>,
    /// By place, its row in the ranking.
    ranked: Vec<usize>,
    pub(super) treated: Option<TreatedScores>,
}

impl AsItIs {
    pub(super) fn plain(plan: &PanelPlan<'_>, columns: &Columns<'_>, chosen: &[usize]) -> Result<Self, Findings> {
        let mut scores = Scores::default();
        plan.score(columns, &mut scores)?;
        let is_scored = plan.scheme().score.is_some();
        let among = |row: usize| chosen.binary_search(&row).is_ok();
        let ranking = if is_scored { Some(plan.rank_some(columns, &scores, Ties::Competition, among)?) } else { None };
        let score = |row: usize| scores.score().get(row).copied().unwrap_or(f64::NAN);
        let rows: Vec<usize> = chosen.iter().copied().filter(|row| !is_scored || !score(*row).is_nan()).collect();
        Ok(Self {
            scores: rows.iter().map(|row| score(*row)).collect(),
            levels: rows.iter().map(|row| scores.level(*row)).collect(),
            ranked: rows.clone(),
            rows,
            others: Vec::new(),
            unranked: Vec::new(),
            regions: Vec::new(),
            ranking,
            treated: None,
        })
    }

    /// Of treated figures: the ranks are those of [`PanelPlan::score_treated`] on the chosen rows alone, or on all rows where their
    /// periods are one sample.
    pub(super) fn treated(
        plan: &PanelPlan<'_>,
        columns: &Columns<'_>,
        peers: &Peers<'_>,
        options: &RobustOptions,
        chosen: &[usize],
    ) -> Result<Self, Findings> {
        let treatment = options.treatment.clone().unwrap_or_else(|| plan.treatment());
        let all: Vec<usize> = if treatment.pooled { (0..columns.units()).collect() } else { chosen.to_vec() };
        let regions: Vec<Option<&str>> = all.iter().map(|row| peers.region(*row)).collect();
        let own = peers.of_rows(&all, &regions);
        let treated = plan.score_treated(&columns.select(&all), &own, &treatment)?;
        let among = |at: usize| all.get(at).is_some_and(|row| chosen.binary_search(row).is_ok());
        let ranking = treated.rank_some(Ties::Competition, among);
        let score = |at: usize| treated.scores().score().get(at).copied().unwrap_or(f64::NAN);
        let mut out = Self {
            rows: Vec::new(),
            others: Vec::new(),
            unranked: Vec::new(),
            regions: alloc::vec![None; columns.units()],
            scores: Vec::new(),
            levels: Vec::new(),
            ranking: None,
            ranked: Vec::new(),
            treated: None,
        };
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for (at, row) in all.iter().enumerate() {
            if let Some(region) = regions.get(at).copied().flatten() {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                let number = *numbers.entry(region).or_insert(next);
                out.regions.get_mut(*row).into_iter().for_each(|slot| *slot = Some(number));
            }
            if !treated.is_ranked(at) {
                out.unranked.push(*row);
            } else if ranking.rank(at).is_some() {
                out.rows.push(*row);
                out.scores.push(score(at));
                out.ranked.push(at);
            } else {
                out.others.push(*row);
            }
        }
        (out.ranking, out.treated) = (Some(ranking), Some(treated));
        Ok(out)
    }

    pub(super) fn place(&self, at: usize, row: usize) -> RobustPlace {
        RobustPlace {
            row,
            score: self.scores.get(at).copied().unwrap_or(f64::NAN),
            rank: self.ranked.get(at).and_then(|at| self.ranking.as_ref()?.rank(*at)),
            level: self.levels.get(at).copied().unwrap_or_default(),
            ranks: None,
            scores: None,
            levels: None,
        }
    }
}

/// Whether every treatment that can be drawn, and every choice beside the treatment as it is, can be carried out.
pub(super) fn check(plan: &PanelPlan<'_>, columns: &Columns<'_>, peers: &Peers<'_>, options: &RobustOptions, findings: &mut Findings) {
    let base = options.treatment.clone().unwrap_or_else(|| plan.treatment());
    let before = findings.len();
    if let Some(obstacle) = plan.obstacle() {
        refuse(findings, "treatment", (obstacle.text(Lang::Vi), obstacle.text(Lang::En)));
    }
    twice("normalise", options.normalise.iter().map(|own| String::from(own.as_str())), findings);
    twice("outliers", options.outliers.iter().map(|own| own.map_or("none".into(), |own| format!("{own}"))), findings);
    twice("impute", options.impute.iter().map(|own| own.map_or("none".into(), |own| format!("{own}"))), findings);
    if peers.regions_given().is_some_and(|given| given != columns.units()) {
        let finding = Finding::at(Code::PanelColumnLength, "/groups");
        findings.push(finding.with("found", peers.regions_given().unwrap_or(0)).with("expected", columns.units()));
    }
    let curved = options.means.iter().any(|mean| *mean != Mean::Arithmetic);
    let mut said: Vec<(String, Why)> = Vec::new();
    for treatment in all(&base, options) {
        let mut add = |key: &str, why: Why| {
            // What is wrong with a part of the treatment, wherever it comes from, is said once.
            let option = match key {
                "/normalise" => format!("normalise {}", treatment.normalise.as_str()),
                "/outliers" => format!("outliers {}", treatment.outliers.map_or("none".into(), |own| format!("{own}"))),
                "/impute/stage" | "/impute/among" => format!("impute {}", treatment.impute.map_or("none".into(), |own| format!("{own}"))),
                key => key.trim_start_matches('/').into(),
            };
            if !said.iter().any(|(own, reason)| (own, reason) == (&option, &why)) {
                said.push((option, why));
            }
        };
        treatment_conflicts(plan.scheme(), &treatment, &mut |key, why| add(key, why));
        if treatment.normalise == Normalise::ZScore && curved {
            let why = (
                "`z_score` có giá trị âm, mà `means` có trung bình nhân hoặc điều hòa",
                "`z_score` is negative below the mean, and `means` has a geometric or harmonic mean",
            );
            add("/normalise", why);
        }
        if matches!(treatment.impute, Some(Impute { among: Among::Region, .. })) && peers.regions_given().is_none() {
            add("/impute/among", ("chưa cho biết các đơn vị thuộc vùng nào", "the regions of the places are not given"));
        }
    }
    if options.assumed.is_some() && all(&base, options).all(|own| own.normalise.is_relative()) {
        let why = ("các đơn vị được so với nhau, không dùng cột mốc", "places are measured by each other, goalposts are not used");
        said.push(("assumed".into(), why));
    }
    said.into_iter().for_each(|(option, why)| refuse(findings, &option, why));
    if findings.len() == before {
        check::tables(columns.units(), plan.inputs().len(), treatments(&base, options).0.len(), findings);
    }
}

fn all<'o>(base: &'o Treatment, options: &'o RobustOptions) -> impl Iterator<Item = Treatment> + 'o {
    let normalise = options.normalise.iter().map(|own| changed(base, Some(*own), None, None));
    let outliers = options.outliers.iter().map(|own| changed(base, None, Some(*own), None));
    let impute = options.impute.iter().map(|own| changed(base, None, None, Some(*own)));
    treatments(base, options).0.into_iter().chain(normalise).chain(outliers).chain(impute)
}

fn twice(option: &str, words: impl Iterator<Item = String>, findings: &mut Findings) {
    let mut known: Vec<String> = Vec::new();
    for word in words {
        if known.contains(&word) {
            refuse(findings, &format!("{option} {word}"), ("nêu hai lần", "it is named twice"));
        }
        known.push(word);
    }
}

fn refuse(findings: &mut Findings, option: &str, why: Why) {
    findings.push(Finding::at(Code::RobustDoesNotFit, format!("/{option}")).with("option", option).with_both("why", why));
}

/// What is allowed and yet should be known.
pub(super) fn remarks(robust: &Robust<'_, '_>) -> Findings {
    let mut out = Findings::default();
    let Some(columns) = robust.engine.columns() else { return out };
    let (model, options) = (&columns.model, &robust.options);
    let Some(treated) = &model.treated else { return out };
    let mut say = |option: &str, vi: &'static str, en: &'static str| {
        out.push(Finding::at(Code::RobustRemark, format!("/{option}")).with("option", option).with_both("why", (vi, en)));
    };
    let has_gap = |at: usize| {
        let cells = model.figures.iter().zip(&model.claims).skip(at * model.units).take(model.units);
        cells.into_iter().any(|(figure, claimed)| figure.is_nan() && !claimed)
    };
    let fills = |rule: Impute| match rule.stage {
        ImputeStage::Criterion => (0..model.leaves.len()).any(has_gap),
        ImputeStage::Group => {
            let of = treated.all.iter().enumerate().filter(|(_, own)| own.impute == Some(rule));
            of.into_iter().any(|(at, _)| treated.presence(at).iter().any(|own| !own.filled.is_empty()))
        }
    };
    let asked: Vec<Impute> = options.impute.iter().flatten().copied().chain(robust.base().impute).collect();
    if !asked.is_empty() && !asked.into_iter().any(fills) {
        say(
            "impute",
            "không đơn vị nào thiếu số liệu để điền, nên không có gì thay đổi",
            "nothing is missing that could be filled, so it changes nothing",
        );
    }
    let one = [
        ("normalise", options.normalise.len(), options.normalise.first() == Some(&robust.base().normalise)),
        ("outliers", options.outliers.len(), options.outliers.first() == Some(&robust.base().outliers)),
        ("impute", options.impute.len(), options.impute.first() == Some(&robust.base().impute)),
    ];
    for (option, _, _) in one.into_iter().filter(|(_, count, same)| *count == 1 && *same) {
        say(
            option,
            "chỉ có một cách, đúng như cách đang dùng, nên không có gì thay đổi",
            "the only choice is what is done anyway, so nothing varies",
        );
    }
    if !robust.plan.scheme().levels.is_empty() {
        let (vi, en) = (
            "số liệu đã xử lý không xếp cấp độ, vì giới hạn của cấp độ dành cho số liệu chưa xử lý",
            "treated figures reach no levels, whose limits are for untreated ones",
        );
        say("treatment", vi, en);
    }
    if !treated.has_one_scale() {
        let (vi, en) = (
            "`z_score` không cùng thang điểm với các cách khác, nên chỉ so thứ hạng, không tính điểm trung bình",
            "`z_score` has another scale than the others, so ranks are compared and scores are not averaged",
        );
        say("normalise", vi, en);
    }
    out
}

impl Robust<'_, '_> {
    /// What is done to figures as it is.
    pub(super) fn base(&self) -> Treatment {
        self.options.treatment.clone().unwrap_or_else(|| self.plan.treatment())
    }
}
