//! Methods fit their data; thresholds are monotone, complete and of the right type.

use crate::criteria::criterion::{Criterion, DataKind, DataPoint, Direction, Expr};
use crate::criteria::judgement::{Method, Op, Threshold, ThresholdValue};
use crate::criteria::read::Draft;
use crate::finding::{Code, Finding, Findings};
use alloc::format;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (i, criterion) in draft.criteria.iter().enumerate() {
        for (k, judgement) in criterion.judge.iter().enumerate() {
            let here = format!("/criteria/{i}/judge/{k}");
            let method = &judgement.method;
            let mut mismatch = |vi, en| {
                findings.push(Finding::at(Code::MethodMismatch, here.clone()).with("method", method.as_str()).with_both("why", (vi, en)));
            };
            let [point] = criterion.data_points.as_slice() else {
                mismatch("cần đúng một điểm dữ liệu", "it judges exactly one data point");
                continue;
            };
            match method {
                Method::Survey { .. } if !is_share(point) => {
                    mismatch("cần một tỷ lệ tử số trên mẫu số", "it needs a ratio of numerator to denominator");
                }
                Method::Goalposts { .. } if point.kind != DataKind::Number => mismatch("cần dữ liệu số", "it needs a number"),
                Method::Goalposts { worst, best, .. } if worst == best => {
                    findings.push(Finding::at(Code::EqualGoalposts, here.clone()).with("value", worst));
                }
                _ => {}
            }
            thresholds(&here, criterion, point, method.thresholds(), findings);
        }
    }
}

/// True for numerator / denominator of the place's own inputs.
fn is_share(point: &DataPoint) -> bool {
    use crate::criteria::Role::{Denominator, Numerator};
    let Some(Expr::Ratio { of }) = &point.derive else { return false };
    matches!(of.as_ref(), [Expr::Input { role: Numerator }, Expr::Input { role: Denominator }])
}

fn thresholds(here: &str, criterion: &Criterion, point: &DataPoint, list: &[Threshold], findings: &mut Findings) {
    for (k, threshold) in list.iter().enumerate() {
        let here = format!("{here}/thresholds/{k}");
        let values = core::iter::once(&threshold.value).chain(threshold.variants.iter().map(|v| &v.value));
        for value in values {
            if !fits(point, *value) {
                let shown = match value {
                    ThresholdValue::Yes => "yes".into(),
                    ThresholdValue::Number(n) => format!("{n}"),
                };
                let kind = match point.kind {
                    DataKind::Number => ("số", "number"),
                    DataKind::Boolean => ("có/không", "boolean"),
                    DataKind::Ordinal => ("bậc", "ordinal"),
                };
                findings.push(Finding::at(Code::ThresholdValue, here.clone()).with("value", shown).with_both("kind", kind));
            }
        }
        let against = match criterion.direction {
            Direction::More => matches!(threshold.op, Op::Le | Op::Lt),
            Direction::Less => matches!(threshold.op, Op::Ge | Op::Gt),
            Direction::None => false,
        };
        if against {
            let direction = if criterion.direction == Direction::More { "more" } else { "less" };
            findings.push(Finding::at(Code::OperatorDirection, here.clone()).with("op", threshold.op.sign()).with("direction", direction));
        }
        let Some(before) = k.checked_sub(1).and_then(|b| list.get(b)) else { continue };
        if threshold.level <= before.level {
            let finding = Finding::at(Code::ThresholdOrder, here.clone());
            findings.push(finding.with("level", threshold.level).with("before", before.level));
        }
        if let (ThresholdValue::Number(low), ThresholdValue::Number(high)) = (before.value, threshold.value) {
            let easier = match criterion.direction {
                Direction::More => high < low,
                Direction::Less => high > low,
                Direction::None => false,
            };
            if easier {
                findings.push(
                    Finding::at(Code::NotMonotone, here)
                        .with("level", threshold.level)
                        .with("value", high)
                        .with("lower", before.level)
                        .with("below", low),
                );
            }
        }
    }
}

fn fits(point: &DataPoint, value: ThresholdValue) -> bool {
    match (point.kind, value) {
        (DataKind::Boolean, ThresholdValue::Yes) | (DataKind::Number, ThresholdValue::Number(_)) => true,
        (DataKind::Ordinal, ThresholdValue::Number(n)) => {
            point.steps.iter().any(|s| crate::number::Dec::from_count(u64::from(s.step)) == n)
        }
        _ => false,
    }
}
