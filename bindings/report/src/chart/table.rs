//! What a chart shows as a table: the same words and figures.

use super::{Bar, Chart, Fill, Part};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Chart {
    /// Rows of as many cells each, the first of which names the row; the first row holds heads, empty where a column needs none.
    #[must_use]
    pub fn table(&self) -> Vec<Vec<String>> {
        let line = |cells: &[&str]| cells.iter().map(|c| String::from(*c)).collect::<Vec<_>>();
        match self {
            Self::Radar(chart) => {
                let head = core::iter::once(String::new()).chain(chart.series.iter().cloned()).collect();
                let figures = |axis: &super::Axis| {
                    let amounts = axis.amounts.iter().map(|a| a.as_ref().map_or_else(|| "–".to_string(), |a| a.text.clone()));
                    core::iter::once(axis.named()).chain(amounts).collect()
                };
                core::iter::once(head).chain(chart.axes.iter().map(figures)).collect()
            }
            Self::Bars(chart) => {
                let inside = |bar: &Bar| match &bar.fill {
                    Fill::Boxes(parts) => parts.iter().map(counted).collect::<Vec<_>>().join("; "),
                    Fill::Share(..) => String::new(),
                };
                core::iter::once(line(&["", "", ""])).chain(chart.rows.iter().map(|b| line(&[&b.label, &b.end, &inside(b)]))).collect()
            }
            Self::Ladder(chart) => {
                let rungs = chart.rungs.iter().flat_map(|rung| {
                    let answers: Vec<&str> = rung.answers.iter().map(|(said, _)| said.as_str()).collect();
                    let bars = rung.bars.iter().map(|bar| line(&[&bar.label, &bar.amount.text]));
                    core::iter::once(line(&[&rung.name, &answers.join("; ")])).chain(bars)
                });
                core::iter::once(line(&["", ""])).chain(rungs).collect()
            }
            Self::Gauge(chart) => {
                let rows = chart.rows.iter().chain(&chart.beside).map(|(label, amount)| line(&[label, &amount.text]));
                core::iter::once(line(&["", ""])).chain(rows).collect()
            }
            Self::Strip(chart) => {
                let rows = chart
                    .rows
                    .iter()
                    .flat_map(|row| row.parts.iter().map(|part| line(&[&row.label, &part.key.words(), &part.count.to_string()])));
                core::iter::once(line(&["", "", ""])).chain(rows).collect()
            }
            Self::Ranks(chart) => {
                let rows = chart.rows.iter().map(|row| line(&[&row.label, &row.text]));
                core::iter::once(line(&["", ""])).chain(rows).collect()
            }
            Self::Lines(chart) => chart.rows(),
            Self::Spans(chart) => chart.rows(),
            Self::Tornado(chart) => {
                let [low, high] = &chart.choices;
                let rows = chart.rows.iter().map(|row| line(&[&row.label, &row.low.text, &row.high.text]));
                let base = line(&[&chart.base.0, &chart.base.1.text, &chart.base.1.text]);
                [line(&["", low, high]), base].into_iter().chain(rows).collect()
            }
            Self::HeatMap(chart) => chart.rows(),
        }
    }
}

fn counted(part: &Part) -> String {
    format!("{}: {}", part.key.words(), part.count)
}
