//! Pictures of a diagnosis: correlations, and weights as declared and as they work out.

use super::frame::of_diagnosis;
use super::words::{T, fill};
use crate::chart::Amount;
use crate::chart::{Bar, Bars, Chart, Correlated, Fill, HeatMap, Swatch};
use crate::number::{percent_of, rounded};
use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use dothi::{Lang, SheetDiagnosis};

/// Criteria that a triangle has room for.
const MOST: usize = 40;

/// The picture that stands for a whole diagnosis: correlations of the criteria, or of those that correlate most.
#[must_use]
pub fn diagnosis_picture(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> Chart {
    let own = found.diagnosis();
    let count = own.indicators.len();
    let mut strongest = vec![0.0f64; count];
    let pairs = || own.pairs.iter().filter(|pair| !pair.of_groups);
    for pair in pairs() {
        let r = pair.correlation.pearson.value().map_or(0.0, f64::abs);
        for at in pair.items {
            strongest.get_mut(at).into_iter().for_each(|most| *most = most.max(r));
        }
    }
    let mut shown: Vec<usize> = (0..count).collect();
    let of = |at: usize| strongest.get(at).copied().unwrap_or(0.0);
    shown.sort_by(|a, b| of(*b).total_cmp(&of(*a)).then(a.cmp(b)));
    shown.truncate(MOST);
    shown.sort_unstable();
    let mut place = vec![None; count];
    for (at, item) in shown.iter().enumerate() {
        place.get_mut(*item).into_iter().for_each(|slot| *slot = Some(at));
    }
    let mut cells: Vec<Vec<Option<Correlated>>> = (0..shown.len()).map(|row| vec![None; row]).collect();
    for pair in pairs() {
        let [Some(one), Some(other)] = pair.items.map(|item| place.get(item).copied().flatten()) else { continue };
        let cell = cells.get_mut(one.max(other)).and_then(|row| row.get_mut(one.min(other)));
        let value = pair.correlation.pearson.value().map(|r| Correlated::new(rounded(r, 2, lang), r));
        cell.into_iter().for_each(|slot| slot.clone_from(&value));
    }
    let labels = shown.iter().filter_map(|at| own.indicators.get(*at)).map(|item| item.name.title.get(lang));
    let chart = HeatMap::new(of_diagnosis(T::HeatChart.get(lang), found, lang), labels, cells);
    if shown.len() < count {
        let values = [("shown", shown.len().to_string()), ("all", count.to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        return chart.with_left_out(fill(T::HeatSome, lang, &values)).into();
    }
    chart.into()
}

/// Two bars for each criterion: the declared weight, and below it the effective one.
pub(super) fn weights(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> Option<Chart> {
    let own = found.diagnosis();
    let both: Option<Vec<(f64, f64)>> = own.indicators.iter().map(|item| Some((item.nominal?, item.effective.value()?))).collect();
    let both = both.filter(|both| !both.is_empty() && both.len() <= MOST)?;
    let most = both.iter().fold(0.0f64, |most, (nominal, effective)| most.max(*nominal).max(effective.abs()));
    let mut bars = Vec::new();
    for (item, (nominal, effective)) in own.indicators.iter().zip(both) {
        let bar = |label: &str, value: f64, swatch: Swatch| {
            let text = percent_of(value, 1, lang);
            Bar::new(label, text.clone(), Fill::Share(swatch, Some(Amount::new(text, value.abs() / most))))
        };
        let sign = if effective < 0.0 { Swatch::negative() } else { Swatch::positive() };
        bars.push(bar(item.name.title.get(lang), nominal, Swatch::of_level(0)));
        bars.push(bar(&format!("→ {}", T::Effective.get(lang)), effective, sign).at_depth(2));
    }
    Some(Bars::new(of_diagnosis(T::WeightsChart.get(lang), found, lang), bars).into())
}
