//! The diagnosis of a table: one row for each figure, never without its marks.

use super::results::number;
use super::{PanelPlace, PanelSheet};
use crate::city::csv_table;
use crate::date::Date;
use crate::finding::Findings;
use crate::panel::diagnose::{Correlation, DiagnoseOptions, Diagnosis, ItemName, Spread, Statistic};
use crate::panel::plan::PanelPlan;
use crate::text::Lang;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// The columns of [`SheetDiagnosis::rows`], in order.
pub const DIAGNOSIS_COLUMNS: &[&str] =
    &["set", "scheme", "state", "as_of", "period", "section", "item", "title", "other", "measure", "value", "places", "absent", "mark"];
/// Where the figure's own cells begin and end in them.
const OWN: core::ops::Range<usize> = 5..13;

/// A scheme diagnosed on one period of a table.
#[derive(Debug)]
pub struct SheetDiagnosis<'r, 's> {
    plan: &'r PanelPlan<'s>,
    sheet: &'r PanelSheet,
    period: Option<Date>,
    diagnosis: Diagnosis,
}

impl PanelSheet {
    /// Diagnoses a scheme on the places of one period; none = the latest of the table.
    ///
    /// # Errors
    /// Those of [`PanelPlan::columns`] and [`PanelPlan::score`].
    pub fn diagnose<'r, 's>(
        &'r self,
        plan: &'r PanelPlan<'s>,
        options: &DiagnoseOptions,
        period: Option<Date>,
    ) -> Result<SheetDiagnosis<'r, 's>, Findings> {
        let columns = self.columns(plan)?;
        let period = period.or_else(|| self.places.iter().filter_map(|place| place.period).max());
        let regions = self.regions();
        let diagnosis = plan.diagnose_among(&columns, &self.peers(&regions), options, |row| {
            self.places.get(row).is_some_and(|place| place.period == period)
        })?;
        Ok(SheetDiagnosis { plan, sheet: self, period, diagnosis })
    }
}

/// One figure of a diagnosis.
#[derive(Default)]
struct Entry {
    section: &'static str,
    item: String,
    title: String,
    other: String,
    measure: String,
    value: String,
    places: String,
    absent: &'static str,
}

impl SheetDiagnosis<'_, '_> {
    /// The figures.
    #[must_use]
    pub fn diagnosis(&self) -> &Diagnosis {
        &self.diagnosis
    }

    /// The period whose places were looked at; none where the table has no periods.
    #[must_use]
    pub fn period(&self) -> Option<Date> {
        self.period
    }

    /// The place of a row.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<&PanelPlace> {
        self.sheet.places.get(row)
    }

    /// The plan it was diagnosed by.
    #[must_use]
    pub fn plan(&self) -> &PanelPlan<'_> {
        self.plan
    }

    /// The marks in one line.
    #[must_use]
    pub fn mark_line(&self, lang: Lang) -> String {
        let own = &self.diagnosis;
        let treatment = own.treatment.iter().map(|treatment| treatment.text(lang));
        let treated = treatment.chain(own.treated.iter().map(|mark| mark.get(lang).into()));
        [self.plan.mark_line(lang)].into_iter().filter(|line| !line.is_empty()).chain(treated).collect::<Vec<_>>().join("; ")
    }

    /// One row of text for each figure, under [`DIAGNOSIS_COLUMNS`]. Figures have at most nine decimals; one that is absent says why.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let (set, scheme, as_of) = (self.plan.set().id(), self.plan.scheme().id.clone(), self.plan.options().as_of.to_string());
        let period = self.period.map(|period| period.to_string()).unwrap_or_default();
        let (state, mark) = (self.plan.state_text(lang), self.mark_line(lang));
        let row = |own: Entry| {
            let mut out = Vec::from([set.clone(), scheme.clone(), state.clone(), as_of.clone(), period.clone(), own.section.into()]);
            out.extend([own.item, own.title, own.other, own.measure, own.value, own.places, own.absent.into(), mark.clone()]);
            out
        };
        self.entries(lang).into_iter().map(row).collect()
    }

    /// The rows as CSV: comma, decimals with a point.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(DIAGNOSIS_COLUMNS, self.rows(lang))
    }

    /// The rows as JSON by section, with marks, period and what was declared beside them.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        let mut sections: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for row in self.rows(lang) {
            let own = DIAGNOSIS_COLUMNS.iter().zip(&row).skip(OWN.start + 1).take(OWN.len() - 1);
            let object = own.filter(|(_, cell)| !cell.is_empty()).map(|(name, cell)| (String::from(*name), Value::String(cell.clone())));
            let section = row.get(OWN.start).cloned().unwrap_or_default();
            sections.entry(section).or_default().push(object.collect::<serde_json::Map<_, _>>().into());
        }
        let own = &self.diagnosis;
        let basis = own.obstacle.map_or("share", |_| "figure");
        let mut out = json!({
            "as_of": self.plan.options().as_of.to_string(),
            "basis": basis,
            "declared": {"high_correlation": number(own.options.high_correlation), "least_data": own.least_data.map(number)},
            "left_out": own.left_out,
            "marks": serde_json::to_value(self.plan.marks()).unwrap_or_default(),
            "period": self.period.map(|period| period.to_string()),
            "places": own.places,
            "scheme": self.plan.scheme().id,
            "sections": sections,
            "set": self.plan.set().id(),
            "state": self.plan.state_text(lang),
        });
        if let (Some(treatment), Some(members)) = (&own.treatment, out.as_object_mut()) {
            members.insert("treatment".into(), serde_json::to_value(treatment).unwrap_or_default());
        }
        crate::write::pretty(&out)
    }

    fn entries(&self, lang: Lang) -> Vec<Entry> {
        let own = &self.diagnosis;
        let mut out = Vec::new();
        let group_id = |at: Option<usize>| at.and_then(|at| own.groups.get(at)).map(|group| group.name.id.clone()).unwrap_or_default();
        for flag in &own.flags {
            let other = flag.other.as_ref().map(|other| other.id.clone()).unwrap_or_default();
            let value = flag.value.map(number).unwrap_or_default();
            let named = Entry { other, measure: flag.kind.as_str().into(), value, places: flag.places.to_string(), ..Entry::default() };
            out.push(entry("flag", &flag.item, lang, named));
        }
        for item in &own.indicators {
            let mut push = |measure: &str, other: &str, filled: Entry| {
                let filled = Entry { measure: measure.into(), other: other.into(), ..filled };
                out.push(entry("indicator", &item.name, lang, filled));
            };
            let group = group_id(Some(item.group));
            push("missing", "", count(item.missing));
            push("not_applicable", "", count(item.not_applicable));
            for (measure, filled) in spread(&item.spread, item.present) {
                push(measure, "", filled);
            }
            for (measure, filled) in both(&item.with_parent) {
                push(measure, &group, filled);
            }
            if let Some(weight) = item.nominal {
                push("nominal_weight", "", Entry { value: number(weight), ..Entry::default() });
            }
            push("effective_weight", "", statistic(&item.effective));
        }
        for item in &own.groups {
            let mut push = |measure: &str, other: &str, filled: Entry| {
                let filled = Entry { measure: measure.into(), other: other.into(), ..filled };
                out.push(entry("group", &item.name, lang, filled));
            };
            push("alpha", "", statistic(&item.alpha));
            for (measure, filled) in spread(&item.spread, item.present) {
                push(measure, "", filled);
            }
            let group = group_id(item.group);
            for (measure, filled) in item.with_parent.iter().flat_map(both) {
                push(measure, &group, filled);
            }
            if let Some(weight) = item.nominal {
                push("nominal_weight", "", Entry { value: number(weight), ..Entry::default() });
            }
            push("effective_weight", "", statistic(&item.effective));
        }
        for pair in &own.pairs {
            let name = |at: usize| {
                if pair.of_groups { own.groups.get(at).map(|own| &own.name) } else { own.indicators.get(at).map(|own| &own.name) }
            };
            let ([Some(one), Some(other)], section) = (pair.items.map(name), pair_section(pair.of_groups, pair.within)) else { continue };
            for (measure, filled) in both(&pair.correlation) {
                out.push(entry(section, one, lang, Entry { measure: measure.into(), other: other.id.clone(), ..filled }));
            }
        }
        #[cfg(feature = "pca")]
        self.components(lang, &mut out);
        self.units(lang, &mut out);
        out
    }

    #[cfg(feature = "pca")]
    fn components(&self, lang: Lang, out: &mut Vec<Entry>) {
        for own in &self.diagnosis.components {
            let all = ItemName { id: "*".into(), title: self.plan.scheme().title.clone() };
            let name = own.group.as_ref().unwrap_or(&all);
            let mut push = |measure: String, other: &str, value: f64| {
                let filled =
                    Entry { measure, other: other.into(), value: number(value), places: own.places.to_string(), ..Entry::default() };
                out.push(entry("component", name, lang, filled));
            };
            match &own.components {
                Ok(components) => {
                    for (at, component) in (1..).zip(components) {
                        push(alloc::format!("eigenvalue_{at}"), "", component.eigenvalue);
                        push(alloc::format!("share_{at}"), "", component.share);
                        for (part, loading) in own.parts.iter().zip(&component.loadings) {
                            push(alloc::format!("loading_{at}"), &part.id, *loading);
                        }
                    }
                }
                Err(why) => {
                    let absent =
                        Entry { measure: "eigenvalue_1".into(), places: own.places.to_string(), absent: why.as_str(), ..Entry::default() };
                    out.push(entry("component", name, lang, absent));
                }
            }
            for part in &own.left_out {
                let filled = Entry { measure: "left_out".into(), other: part.id.clone(), absent: "constant", ..Entry::default() };
                out.push(entry("component", name, lang, filled));
            }
        }
    }

    /// What is said of each unit: Copeland's order, and its data.
    fn units(&self, lang: Lang, out: &mut Vec<Entry>) {
        let own = &self.diagnosis;
        let unit = |row: usize| self.sheet.places.get(row).map(|place| ItemName { id: place.code.clone(), title: place.title() });
        match &own.copeland {
            Ok(copeland) => {
                for outranking in &copeland.units {
                    let Some(name) = unit(outranking.row) else { continue };
                    let rank = copeland.ranking.rank(outranking.row).map(|rank| rank.to_string()).unwrap_or_default();
                    let counts = [outranking.wins, outranking.losses, outranking.draws].map(|n| n.to_string());
                    let [wins, losses, draws] = counts;
                    let all =
                        [("rank", rank), ("score", outranking.score().to_string()), ("wins", wins), ("losses", losses), ("draws", draws)];
                    for (measure, value) in all {
                        let filled =
                            Entry { measure: measure.into(), value, places: copeland.ranking.of().to_string(), ..Entry::default() };
                        out.push(entry("copeland", &name, lang, filled));
                    }
                }
            }
            Err(why) => out.push(Entry { section: "copeland", measure: "rank".into(), absent: why.as_str(), ..Entry::default() }),
        }
        for availability in &own.availability {
            let Some(name) = unit(availability.row) else { continue };
            let groups = own.groups.iter().map(|group| group.name.id.as_str()).zip(&availability.groups).skip(1);
            for (group, coverage) in core::iter::once(("", &availability.all)).chain(groups) {
                let value = coverage.share().map(number).unwrap_or_default();
                for (measure, value) in [("data", value), ("asked", coverage.asked.to_string())] {
                    let filled = Entry { measure: measure.into(), other: group.into(), value, ..Entry::default() };
                    out.push(entry("availability", &name, lang, filled));
                }
            }
            if own.is_below(&availability.all) {
                out.push(entry(
                    "availability",
                    &name,
                    lang,
                    Entry { measure: "below_least_data".into(), value: "1".into(), ..Entry::default() },
                ));
            }
        }
    }
}

fn pair_section(of_groups: bool, within: bool) -> &'static str {
    match (of_groups, within) {
        (true, _) => "pair_of_groups",
        (false, true) => "pair_within",
        (false, false) => "pair_across",
    }
}

fn entry(section: &'static str, name: &ItemName, lang: Lang, filled: Entry) -> Entry {
    Entry { section, item: name.id.clone(), title: name.title.get(lang).into(), ..filled }
}

fn count(n: usize) -> Entry {
    Entry { value: n.to_string(), ..Entry::default() }
}

fn statistic(own: &Statistic) -> Entry {
    let value = own.value().map(number).unwrap_or_default();
    Entry { value, places: own.places.to_string(), absent: own.absence().map_or("", |why| why.as_str()), ..Entry::default() }
}

fn both(own: &Correlation) -> [(&'static str, Entry); 2] {
    [("pearson", statistic(&own.pearson)), ("spearman", statistic(&own.spearman))]
}

fn spread(own: &Result<Spread, crate::panel::diagnose::Absence>, places: usize) -> Vec<(&'static str, Entry)> {
    let filled = |value: f64| Entry { value: number(value), places: places.to_string(), ..Entry::default() };
    match own {
        Ok(own) => Vec::from([
            ("mean", filled(own.mean)),
            ("deviation", filled(own.deviation)),
            ("least", filled(own.least)),
            ("most", filled(own.most)),
        ]),
        Err(why) => Vec::from([("mean", Entry { places: places.to_string(), absent: why.as_str(), ..Entry::default() })]),
    }
}
