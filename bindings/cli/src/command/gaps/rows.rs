//! A plan as rows.

use crate::doc::csv;
use dothi::{Assessment, Gap, Lang, ThresholdValue};
use std::io::Write;

/// The columns.
pub(super) const COLUMNS: &[&str] = &[
    "unit_code",
    "unit_name",
    "set",
    "scheme",
    "state",
    "as_of",
    "data_date",
    "target",
    "plan",
    "proven_minimal",
    "criterion",
    "label",
    "title",
    "kind",
    "outcome",
    "level",
    "value",
    "op",
    "reach",
    "reach_to",
    "unit",
    "gain",
    "cost",
    "mark",
];

/// One row per fix; a plan without fixes has a row that says why.
pub(super) fn write(a: &Assessment<'_>, gap: &Gap<'_>, lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let text = |value: Option<String>| value.unwrap_or_default();
    let head = [
        a.city().unit.code.clone(),
        a.city().unit.name(lang).into(),
        a.set().id(),
        a.scheme().id.clone(),
        "self_assessed".into(),
        a.as_of().to_string(),
        text(a.data_date().map(|d| d.to_string())),
        text(gap.target.map(|t| t.to_string())),
        gap.outcome.as_str().into(),
        gap.proven_minimal.to_string(),
    ];
    let mark = a.mark_line(lang);
    for fix in &gap.fixes {
        let mut row = head.to_vec();
        row.extend([fix.criterion.id.clone(), fix.criterion.label.clone(), fix.criterion.title.get(lang).into()]);
        row.extend([fix.kind.as_str().into(), fix.outcome.as_str().into(), fix.level.to_string(), text(fix.value.map(|v| v.to_string()))]);
        row.push(fix.threshold.map(|t| t.op.sign()).unwrap_or_default().into());
        row.push(text(fix.reach.map(|reach| match reach {
            ThresholdValue::Number(number) => number.to_string(),
            _ => "yes".into(),
        })));
        row.push(text(fix.reach_to.map(|high| high.to_string())));
        row.push(text(fix.criterion.data_points.first().map(|p| p.unit.clone())));
        row.push(text(fix.gain.map(|gain| gain.to_string())));
        row.extend([fix.cost.to_string(), mark.clone()]);
        csv::row(out, &row)?;
    }
    if gap.fixes.is_empty() {
        let mut row = head.to_vec();
        row.resize(COLUMNS.len() - 1, String::new());
        row.push(mark);
        csv::row(out, &row)?;
    }
    Ok(())
}
