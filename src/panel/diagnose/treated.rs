//! The places of a diagnosis with their figures treated, as rows of the whole table.

use crate::criteria::{Normalise, Treatment};
use crate::finding::{Code, Finding, Findings};
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::scores::Scores;
use crate::panel::treat::Peers;
use crate::text::{Lang, Text};
use alloc::vec::Vec;

pub(super) struct Treated {
    pub(super) scores: Scores,
    /// Input of the plan, and the share of each row.
    pub(super) shares: Vec<(usize, Vec<f64>)>,
    /// Shares are deviations, which are on no scale.
    pub(super) unbounded: bool,
    /// What results say of it.
    pub(super) mark: Text,
}

impl Treated {
    /// Treats the chosen rows, measured by each other alone unless periods are pooled; places that are not ranked have no values.
    pub(super) fn of(
        plan: &PanelPlan<'_>,
        columns: &Columns<'_>,
        peers: &Peers<'_>,
        treatment: &Treatment,
        rows: &[usize],
    ) -> Result<Self, Findings> {
        if let Some(obstacle) = plan.obstacle() {
            let mut findings = Findings::default();
            let why = (obstacle.text(Lang::Vi), obstacle.text(Lang::En));
            findings.push(Finding::at(Code::PanelTreatment, "").with_both("why", why));
            return Err(findings);
        }
        let all: Vec<usize> = if treatment.pooled { (0..columns.units()).collect() } else { rows.to_vec() };
        let regions: Vec<Option<&str>> = all.iter().map(|row| peers.region(*row)).collect();
        let treated = plan.score_treated_with(&columns.select(&all), &peers.of_rows(&all, &regions), treatment, true)?;
        let spread = |own: &[f64]| {
            let mut out = alloc::vec![f64::NAN; columns.units()];
            for (at, row) in all.iter().enumerate().filter(|(at, _)| treated.is_ranked(*at)) {
                if let (Some(slot), Some(x)) = (out.get_mut(*row), own.get(at)) {
                    *slot = *x;
                }
            }
            out
        };
        let mut scores = Scores::default();
        scores.resize(plan, columns.units());
        scores.values = (0..plan.plan().groups.len()).flat_map(|node| spread(treated.scores().node(node))).collect();
        if let Some(score) = &mut scores.score {
            *score = spread(treated.scores().score());
        }
        Ok(Self {
            scores,
            shares: treated.shares.iter().map(|(input, own)| (*input, spread(own))).collect(),
            unbounded: treatment.normalise == Normalise::ZScore,
            mark: Text::new(treated.mark(Lang::Vi), treated.mark(Lang::En)),
        })
    }
}
