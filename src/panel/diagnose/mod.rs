//! What the figures of a panel say about its scheme: do indicators measure the same thing, does a weight weigh what it says, who lacks data.

mod availability;
#[cfg(feature = "pca")]
mod components;
mod copeland;
mod correlation;
mod flag;
mod groups;
mod options;
mod statistic;
mod summary;
mod table;
mod treated;
mod weights;

use super::columns::Columns;
use super::plan::PanelPlan;
use super::program::Obstacle;
use super::scores::Scores;
use super::treat::Peers;
use crate::criteria::Treatment;
use crate::finding::Findings;
use crate::number::Number;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;
use correlation::Ranked;
use table::Table;
use treated::Treated;

pub(super) use table::full;

pub use availability::{Availability, Coverage};
#[cfg(feature = "pca")]
pub use components::{Component, Components};
pub use copeland::{Copeland, Outranking};
pub use correlation::{Correlation, correlation};
pub use flag::{Flag, FlagKind};
pub use options::DiagnoseOptions;
pub use statistic::{Absence, Statistic};
pub use summary::{GroupSummary, IndicatorSummary, PairSummary, Spread};
pub use table::ItemName;

/// Diagnostics of a scheme on the figures of some places.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Diagnosis {
    /// What was declared beforehand.
    pub options: DiagnoseOptions,
    /// The least share of data: that of the options, else the scheme's own; none = no unit is named.
    pub least_data: Option<f64>,
    /// What was done to figures; none: nothing.
    pub treatment: Option<Treatment>,
    /// What results say of that.
    pub treated: Option<Text>,
    /// Rows looked at.
    pub places: usize,
    /// None: indicators are shares between their goalposts, 1 being best, as the index sees them. Else why columns cannot follow
    /// the scheme; indicators are then the figures themselves, turned so that more is better.
    pub obstacle: Option<Obstacle>,
    /// In the order of the tree.
    pub indicators: Vec<IndicatorSummary>,
    /// Columns that are no indicator by themselves, since a value is made of several.
    pub left_out: Vec<String>,
    /// The groups, the whole first.
    pub groups: Vec<GroupSummary>,
    /// Every two indicators, and every two groups that one group holds.
    pub pairs: Vec<PairSummary>,
    /// All indicators together, then the parts of each group that has two or more.
    #[cfg(feature = "pca")]
    pub components: Vec<Components>,
    /// Copeland's order of the units, or why there is none.
    pub copeland: Result<Copeland, Absence>,
    /// By row looked at.
    pub availability: Vec<Availability>,
    /// What deserves a look.
    pub flags: Vec<Flag>,
}

impl PanelPlan<'_> {
    /// Diagnoses the scheme on the rows that `among` chooses; rows of several periods put together would count a place several times.
    ///
    /// Correlations are taken pairwise: a row without one of two figures is left out of that pair only. Alpha and components take rows in
    /// which every part has a figure. Every statistic says how many places it is of, and is finite or absent with a reason.
    ///
    /// # Errors
    /// Those of [`PanelPlan::score`], or of [`PanelPlan::score_treated`] where figures are treated.
    pub fn diagnose(&self, columns: &Columns<'_>, options: &DiagnoseOptions, among: impl Fn(usize) -> bool) -> Result<Diagnosis, Findings> {
        self.diagnose_among(columns, &Peers::default(), options, among)
    }

    /// The same where something is known of the places besides their figures. Places that are not ranked take part in nothing but the
    /// account of the data at hand.
    ///
    /// # Errors
    /// Those of [`PanelPlan::diagnose`].
    pub fn diagnose_among(
        &self,
        columns: &Columns<'_>,
        peers: &Peers<'_>,
        options: &DiagnoseOptions,
        among: impl Fn(usize) -> bool,
    ) -> Result<Diagnosis, Findings> {
        let rows: Vec<usize> = (0..columns.units()).filter(|row| among(*row)).collect();
        let treatment = options.treatment.clone().or_else(|| self.scheme().panel.is_some().then(|| self.treatment()));
        let treated = treatment.as_ref().map(|treatment| Treated::of(self, columns, peers, treatment, &rows)).transpose()?;
        let mut plain = Scores::default();
        if treated.is_none() {
            self.score(columns, &mut plain)?;
        }
        let scores = treated.as_ref().map_or(&plain, |treated| &treated.scores);
        let table = Table::of(self, columns, scores, rows, treated.as_ref());
        let ranked: Vec<Ranked> = table.indicators.iter().map(|own| Ranked::new(own.values.clone())).collect();
        let nodes: Vec<Ranked> = table.nodes.iter().map(|own| Ranked::new(own.values.clone())).collect();
        let nominal = weights::nominal(&table);
        let effective = weights::effective(self, columns, &table);
        let mut out = Diagnosis {
            options: options.clone(),
            least_data: options.least_data.or_else(|| self.scheme().missing.minimum_share.map(f64::of)),
            places: table.rows.len(),
            obstacle: self.obstacle(),
            indicators: summary::indicators(&table, columns, (&ranked, &nodes), (&nominal, &effective)),
            left_out: table.left_out.clone(),
            groups: summary::groups(&table, &nodes, &effective, self.obstacle().is_none()),
            pairs: summary::pairs(&table, &ranked, &nodes),
            #[cfg(feature = "pca")]
            components: all_components(&table),
            copeland: copeland::copeland(&table, &nominal, columns.units()),
            treatment,
            treated: treated.map(|treated| treated.mark),
            availability: availability::availability(self, columns, &table),
            flags: Vec::new(),
        };
        out.flags = flag::flags(&out);
        Ok(out)
    }
}

impl Diagnosis {
    /// Whether so little is there that it is to be named; nothing asked is nothing lacking.
    #[must_use]
    pub fn is_below(&self, coverage: &Coverage) -> bool {
        self.least_data.zip(coverage.share()).is_some_and(|(least, share)| share < least)
    }
}

#[cfg(feature = "pca")]
fn all_components(table: &Table) -> Vec<Components> {
    let all = table.indicators.iter().map(|own| (own.name.clone(), own.values.as_slice())).collect();
    let mut out = alloc::vec![components::components(None, all)];
    for node in &table.nodes {
        let indicators = table.held_by(node.node).map(|own| (own.name.clone(), own.values.as_slice()));
        let parts: Vec<_> = indicators.chain(table.below(node.node).map(|own| (own.name.clone(), own.values.as_slice()))).collect();
        // A root that holds all indicators itself is the first one again.
        if parts.len() >= 2 && table.held_by(node.node).count() < table.indicators.len() {
            out.push(components::components(Some(node.name.clone()), parts));
        }
    }
    out
}
