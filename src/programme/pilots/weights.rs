//! How the ranks of the eligible hold when the weights of the readiness score are others (feature `panel`).

use super::robust::{PilotRanks, PilotRobustness};
use super::rules::ReadinessItem;
use super::select::{PilotCandidate, PilotSelection, ReadinessAnswer};
use crate::assessment::AssessOptions;
use crate::criteria::{CriteriaSet, FORMAT, UnitKind};
use crate::finding::{Code, Finding, Findings};
use crate::panel::{Column, Mask, RobustOptions, RobustProgress, RobustStop, WeightDoubt};
use alloc::string::ToString;
use alloc::vec::Vec;
use core::ops::ControlFlow;
use serde_json::{Value, json};

/// Why there are no intervals.
fn none(why: (&'static str, &'static str)) -> RobustStop {
    let mut findings = Findings::default();
    findings.push(Finding::at(Code::PilotNotRobust, "").with_both("why", why));
    RobustStop::Findings(findings)
}

impl PilotSelection<'_> {
    /// Gives each ranked candidate the interval of its ranks when the weights of the readiness score are drawn again and again. The score is a
    /// weighted mean of shares, so the analysis of robustness of panels judges it as the columns of a small set, made of the rules. Ranks and
    /// scores stay those of the rules.
    ///
    /// # Errors
    /// - [`RobustStop::Cancelled`] when `progress` said so
    /// - [`RobustStop::Findings`] with `pilot.no_robustness` when fewer than two candidates are ranked or fewer than two items have a weight,
    ///   with `robust.out_of_range` for a doubt or number out of its range, with `robust.too_much` for too many candidates
    pub fn with_robustness(
        &mut self,
        doubt: WeightDoubt,
        seed: u64,
        replications: u32,
        progress: impl FnMut(RobustProgress) -> ControlFlow<()>,
    ) -> Result<(), RobustStop> {
        let items = &self.rules.readiness;
        if items.len() < 2 {
            let why = (
                "điểm sẵn sàng có ít hơn hai nội dung nên không có trọng số để thay đổi",
                "the readiness score has fewer than two items, so there is no weight to vary",
            );
            return Err(none(why));
        }
        let ranked: Vec<usize> =
            (0..self.candidates.len()).filter(|at| self.candidates.get(*at).is_some_and(|own| own.rank.is_some())).collect();
        let Some(first) = ranked.first().and_then(|at| self.candidates.get(*at)).filter(|_| ranked.len() > 1) else {
            let why = ("có ít hơn hai ứng viên được xếp hạng", "fewer than two candidates are ranked");
            return Err(none(why));
        };
        let found = |found| RobustStop::Findings(found);
        let set = scheme(items).map_err(found)?;
        let plan = set.panel(UnitKind::UrbanArea, &AssessOptions::new(first.assessment.as_of())).map_err(found)?;
        let own = || ranked.iter().filter_map(|at| self.candidates.get(*at));
        let columns = items.iter().enumerate().map(|(at, item)| (item.id.as_str(), column(own(), at)));
        let columns = plan.columns(ranked.len(), columns).map_err(found)?;
        let options = RobustOptions::new(seed, replications).with_weights(doubt);
        let results = plan.robust(&columns, &options).map_err(found)?.run(progress)?;
        for (place, ranks) in results.places.iter().filter_map(|place| Some((place, place.ranks?))) {
            let mean = alloc::format!("{:.3}", ranks.mean);
            let candidate = ranked.get(place.row).and_then(|at| self.candidates.get_mut(*at));
            if let Some(candidate) = candidate {
                candidate.ranks = Some(PilotRanks { low: ranks.low, median: ranks.median, high: ranks.high, mean });
            }
        }
        let mean_shift = alloc::format!("{:.3}", results.mean_shift);
        self.robustness = Some(PilotRobustness { seed, replications, doubt: options.to_string(), mean_shift });
        Ok(())
    }
}

/// Shares of an item; what applies to a candidate in nothing is left out of its score, as the rules do.
fn column<'a, 'c: 'a>(candidates: impl Iterator<Item = &'a PilotCandidate<'c>>, item: usize) -> Column<'static> {
    let shares: Vec<Option<f64>> = candidates.map(|own| own.readiness.get(item).and_then(share)).collect();
    let without: Vec<usize> = (0..shares.len()).filter(|at| shares.get(*at).is_some_and(Option::is_none)).collect();
    let rows = shares.len();
    Column::from(shares.into_iter().map(|share| share.unwrap_or(f64::NAN)).collect::<Vec<_>>())
        .with_not_applicable(Mask::of_rows(rows, without))
}

fn share(answer: &ReadinessAnswer<'_>) -> Option<f64> {
    use rust_decimal::prelude::ToPrimitive;
    answer.share?.value().to_f64()
}

/// The readiness score as a criteria set: an item is a criterion whose share is its figure.
fn scheme(items: &[ReadinessItem]) -> Result<CriteriaSet, Findings> {
    let both = |vi: &str, en: &str| json!({"vi": vi, "en": en});
    let cites = json!([{"source": "rules", "clause": "readiness"}]);
    let criterion = |(at, item): (usize, &ReadinessItem)| {
        json!({
            "id": item.id, "label": (at + 1).to_string(), "title": item.title, "direction": "more", "confidence": "primary", "cites": cites,
            "data_points": [{
                "id": "main", "type": "number", "unit": "share",
                "inputs": [{"role": "value", "title": item.title, "unit": "share", "minimum": "0"}],
                "derive": {"op": "input", "role": "value"},
            }],
            "judge": [{
                "method": "goalposts", "worst": "0", "best": "1", "outside": "clamp", "basis": "assumption", "confidence": "primary",
                "cites": cites,
            }],
        })
    };
    let children: Vec<Value> = items.iter().map(|item| json!({"criterion": item.id, "weight": item.weight})).collect();
    let file = json!({
        "format": FORMAT, "set": "pilot-readiness", "edition": "1", "revision": 1, "stage": "draft", "status": "reference",
        "title": both("Điểm sẵn sàng", "Readiness"), "issuer": both("Quy tắc thí điểm", "Rules for pilots"), "authoritative": "vi",
        "published": "2026-01-01", "missing_parts": [],
        "not_official": both("Điểm theo quy tắc của người dùng; không phải kết quả công nhận.", "A score by the user's rules; no recognition."),
        "sources": [{
            "id": "rules", "kind": "set_rule", "title": both("Quy tắc thí điểm", "Rules for pilots"),
            "issuer": both("Người dùng", "The user"), "retrieved": "2026-01-01", "confidence": "primary",
        }],
        "units": [{"id": "share", "symbol": both("phần", "share"), "factor": "1"}],
        "unit_kinds": [{"kind": "urban_area", "judged_as": "urban_area", "basis": "assumption", "note": "Stands for any candidate."}],
        "parameters": [], "groups": [],
        "criteria": items.iter().enumerate().map(criterion).collect::<Vec<_>>(),
        "schemes": [{
            "id": "main", "title": both("Trung bình có trọng số", "Weighted mean"),
            "tree": {"aggregate": "weighted_arithmetic", "children": children},
            "missing": {"policy": "exclude", "minimum_share": "0", "basis": "assumption", "cites": cites},
            "scale": "1", "score": {"of": "value"}, "levels": [],
        }],
    });
    CriteriaSet::from_json(file.to_string().as_bytes())
}
