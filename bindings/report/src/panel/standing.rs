//! One place by group, beside the median of all places and of its region.

use super::frame::{of_results, titled};
use super::results::latest;
use super::scores::{scale, scored_rows};
use super::words::{T, fill};
use super::{PanelColumn, PanelPart, PanelTable};
use crate::chart::{Amount, Axis, Radar};
use crate::number::percent_of;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{LEAST_PEERS, Lang, PanelResults};

/// Axes that a circle needs.
const LEAST_AXES: usize = 3;

/// What is drawn on an axis: number, name, the share of each row.
type Shares = (String, String, Vec<f64>);

/// A place of the latest period by its code, beside the median of all places with a score and of those of its region. None where the
/// edition defines no score, where the place has none, and where fewer than three groups or criteria have shares.
#[must_use]
pub fn standing(found: &PanelResults<'_, '_>, code: &str, lang: Lang) -> Option<PanelPart> {
    scale(found)?;
    let period = latest(found);
    let rows = scored_rows(found, period);
    let own = rows.iter().copied().find(|row| found.place(*row).is_some_and(|place| place.code == code))?;
    let place = found.place(own)?;
    let shares = shares(found, lang);
    if shares.len() < LEAST_AXES {
        return None;
    }
    let region = place.region.as_deref();
    let peers: Vec<usize> =
        rows.iter().copied().filter(|row| found.place(*row).is_some_and(|one| one.region.as_deref() == region)).collect();
    let peers = region.filter(|_| peers.len() >= LEAST_PEERS).map(|region| (region, peers));
    let mut series = Vec::from([place.name_in(lang).to_string(), fill(T::MedianOfAll, lang, &[("n", &rows.len().to_string())])]);
    series.extend(peers.iter().map(|(region, of)| fill(T::MedianOfRegion, lang, &[("region", region), ("n", &of.len().to_string())])));
    let figures = |shares: &[f64]| -> Vec<Option<f64>> {
        let of = |row: usize| shares.get(row).copied().filter(|x| !x.is_nan());
        let mut out = Vec::from([of(own), median(rows.iter().filter_map(|row| of(*row)).collect())]);
        out.extend(peers.iter().map(|(_, rows)| median(rows.iter().filter_map(|row| of(*row)).collect())));
        out
    };
    let amount = |share: Option<f64>| share.map(|share| Amount::new(percent_of(share, 1, lang), share));
    let axes: Vec<Axis> = shares
        .iter()
        .map(|(label, title, shares)| Axis::new(label.as_str(), title.as_str(), figures(shares).into_iter().map(amount)))
        .collect();
    let title = fill(T::StandingChart, lang, &[("unit", place.name_in(lang))]);
    let mut table = PanelTable::new("").column(PanelColumn::Name, T::Part.get(lang));
    for head in &series {
        table = table.column(PanelColumn::Number, head);
    }
    let row = |(label, title, shares): &Shares| {
        let name = alloc::format!("{label} {title}").trim().to_string();
        let cells = figures(shares).into_iter().map(|share| share.map_or_else(|| "–".into(), |share| percent_of(share, 1, lang)));
        core::iter::once(name).chain(cells).collect()
    };
    table = table.rows(shares.iter().map(row));
    let chart = Radar::new(of_results(titled(&title, period, lang), found, period, lang), series, axes);
    let heading = fill(T::Standing, lang, &[("unit", place.name_in(lang))]);
    Some(PanelPart::new("standing", heading).note(T::StandingNote.get(lang)).chart(chart).table(table))
}

/// The groups of the whole; where they are too few for a circle, the criteria.
fn shares(found: &PanelResults<'_, '_>, lang: Lang) -> Vec<Shares> {
    let plan = found.plan();
    let group = |(node, own): (usize, &dothi::PanelNode<'_>)| {
        let (group, full) = (own.group?, plan.full_value(node)?);
        let shares = found.scores().node(node).iter().map(|value| value / full).collect();
        Some((group.label.clone(), group.title.get(lang).to_string(), shares))
    };
    let nodes = plan.nodes();
    let groups: Vec<Shares> = nodes.iter().enumerate().skip(1).filter(|(node, _)| plan.is_below_root(*node)).filter_map(group).collect();
    if groups.len() >= LEAST_AXES {
        return groups;
    }
    let of = |(criterion, shares): (&dothi::Criterion, Vec<f64>)| (criterion.label.clone(), criterion.title.get(lang).to_string(), shares);
    found.shares().into_iter().map(of).collect()
}

/// Of an even number the mean of the two in the middle.
fn median(mut of: Vec<f64>) -> Option<f64> {
    of.sort_by(f64::total_cmp);
    let high = of.get(of.len() / 2).copied()?;
    if of.len() % 2 == 1 {
        return Some(high);
    }
    let low = of.get(of.len() / 2 - 1).copied()?;
    Some((low + high) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0].into()), Some(2.0));
        assert_eq!(median([4.0, 1.0, 2.0, 3.0].into()), Some(2.5));
        assert_eq!(median([].into()), None);
    }
}
