//! Figures that several criteria share: entered once, given to each of them, and held against what a criterion's own row says.

use super::expand::Budget;
use crate::layout::{BETWEEN, WITHIN};
use dothi::{CityData, Code, Date, FactCell, FactColumn, FactTable, Finding, Findings, Lang, ObsValue, Observation, Place, Role};
use std::collections::BTreeMap;

/// Turns each row into one for each of its targets; false when they are too many.
pub(super) fn targets(table: &mut FactTable, uses: usize, budget: &mut Budget) -> bool {
    let Some(at) = table.columns.get(uses).cloned() else { return true };
    let first = table.columns.len();
    for name in ["item", "data_point", "role"] {
        table.columns.push(FactColumn::new(name, at.column, at.heading.clone()));
        table.rows.iter_mut().for_each(|row| row.cells.push(FactCell::default()));
    }
    if let Some(column) = table.columns.get_mut(uses) {
        // The core knows no such column; one without a name is passed over.
        column.name = String::new();
    }
    budget.expand(table, |row| {
        let list = row.cells.get(uses).map_or("", |cell| cell.text.as_str());
        let targets = list.split(BETWEEN.trim()).map(str::trim).filter(|target| !target.is_empty());
        let cells = |target: &str| target.split(WITHIN).take(3).zip(first..).map(|(part, at)| (at, FactCell::text(part.trim()))).collect();
        targets.map(cells).collect()
    })
}

/// What two figures have in common when they are for the same thing.
type Subject = (String, Option<String>, Role, Option<String>);

/// One figure for each criterion: what stands in both places has to agree.
pub(super) fn settle(city: &mut CityData, sheets: &[String], findings: &mut Findings) {
    let of_common = |o: &Observation| matches!(o.origin.place(), Place::Sheet { sheet, .. } if sheets.contains(&sheet));
    let subject = |o: &Observation| -> Subject { (o.criterion.clone(), o.data_point.clone(), o.role, o.part.clone()) };
    let (shared, mut own): (Vec<_>, Vec<_>) = std::mem::take(&mut city.observations).into_iter().partition(of_common);
    let mut by_subject: BTreeMap<Subject, BTreeMap<Option<Date>, usize>> = BTreeMap::new();
    for (at, one) in own.iter().enumerate() {
        by_subject.entry(subject(one)).or_default().entry(one.period).or_insert(at);
    }
    let mut alone = Vec::new();
    for one in shared {
        // A row without a period is about the same figure; one of another period is another figure.
        let by_period = by_subject.get(&subject(&one));
        let found = by_period.and_then(|all| match one.period {
            Some(_) => all.get(&one.period).or_else(|| all.get(&None)),
            None => all.values().next(),
        });
        match found.copied().and_then(|at| own.get_mut(at)) {
            Some(other) => join(other, &one, findings),
            None => alone.push(one),
        }
    }
    own.append(&mut alone);
    city.observations = own;
}

/// Adds what the shared figure says to the criterion's own; what differs is a contradiction.
fn join(own: &mut Observation, shared: &Observation, findings: &mut Findings) {
    let differ = |own_says: String, shared_says: String| {
        let other = shared.origin.place();
        Finding::new(Code::XlsxContradiction, own.origin.place())
            .with("id", &own.criterion)
            .with_both("role", (own.role.label(Lang::Vi), own.role.label(Lang::En)))
            .with("value", own_says)
            .with("other", shared_says)
            .with_both("first", other.both())
    };
    if let (Some(a), Some(b)) = (own.value, shared.value)
        && a != b
    {
        findings.push(differ(value(a), value(b)));
    } else if own.status != shared.status {
        findings.push(differ(own.status.as_str().into(), shared.status.as_str().into()));
    }
    let mut texts = Vec::new();
    for (a, b) in [(&own.source, &shared.source), (&own.note, &shared.note), (&own.unit, &shared.unit)] {
        if let (Some(a), Some(b)) = (a, b)
            && a != b
        {
            texts.push(differ(a.clone(), b.clone()));
        }
    }
    if let (Some(a), Some(b)) = (own.quality, shared.quality)
        && a != b
    {
        texts.push(differ(format!("{a:?}"), format!("{b:?}")));
    }
    texts.into_iter().for_each(|finding| findings.push(finding));
    own.value = own.value.or(shared.value);
    own.period = own.period.or(shared.period);
    own.quality = own.quality.or(shared.quality);
    for (mine, other) in [(&mut own.source, &shared.source), (&mut own.note, &shared.note), (&mut own.unit, &shared.unit)] {
        if mine.is_none() {
            mine.clone_from(other);
        }
    }
}

fn value(value: ObsValue) -> String {
    match value {
        ObsValue::Number(number) => number.to_string(),
        ObsValue::Boolean(true) => "yes".into(),
        _ => "no".into(),
    }
}

/// The target of a shared figure as its row names it.
pub(crate) fn target(criterion: &str, data_point: Option<&str>, role: Role) -> String {
    format!("{criterion}{WITHIN}{}{WITHIN}{}", data_point.unwrap_or_default(), role.as_str())
}
