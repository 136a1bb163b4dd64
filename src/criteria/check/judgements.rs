//! Methods fit their data; thresholds are monotone, complete and of the right type.

use super::combine;
use super::ids::ids;
use super::points::Judging;
use crate::criteria::criterion::{Criterion, DataKind, DataPoint, Direction, DirectionBasis, Expr};
use crate::criteria::judgement::{Method, Op, Threshold, ThresholdValue};
use crate::criteria::read::Draft;
use crate::finding::{Code, Finding, Findings};
use alloc::format;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (i, criterion) in draft.criteria.iter().enumerate() {
        for (k, judgement) in criterion.judge.iter().enumerate() {
            let here = format!("/criteria/{i}/judge/{k}");
            let method = &judgement.method;
            match (method, criterion.data_points.as_slice()) {
                (Method::Combine { how, of }, _) => combine::check(&here, criterion, *how, of, findings),
                (_, [point]) => single(&here, criterion, point, method, findings),
                _ => {
                    let why = (
                        "cần đúng một điểm dữ liệu; nhiều điểm dữ liệu thì dùng `combine`",
                        "it judges exactly one data point; for several use `combine`",
                    );
                    findings.push(Finding::at(Code::MethodMismatch, &*here).with("method", method.as_str()).with_both("why", why));
                }
            }
            if let (Some(DirectionBasis::Inferred), Some(judges)) = (criterion.direction_basis, judges(method)) {
                findings.push(Finding::at(Code::InferredDirection, here).with("id", &criterion.id).with("method", judges));
            }
        }
        direction(&format!("/criteria/{i}"), criterion, findings);
        data_points(&format!("/criteria/{i}"), criterion, findings);
    }
}

/// The method that does more than show values.
fn judges(method: &Method) -> Option<&'static str> {
    match method {
        Method::Monitor => None,
        Method::Combine { of, .. } => of.iter().find_map(|part| judges(&part.method)),
        other => Some(other.as_str()),
    }
}

fn direction(here: &str, criterion: &Criterion, findings: &mut Findings) {
    if criterion.direction_basis.is_some() && criterion.direction == Direction::None {
        let why = ("chiều `none` không có gì để suy luận", "the direction `none` infers nothing");
        let finding = Finding::at(Code::ImpossibleValue, format!("{here}/direction_basis"));
        findings.push(finding.with("value", "inferred").with_both("why", why));
    }
}

/// A data point that no part looks at would be asked for nothing.
fn data_points(here: &str, criterion: &Criterion, findings: &mut Findings) {
    if criterion.data_points.len() < 2 {
        return;
    }
    let parts = criterion.judge.iter().flat_map(|judgement| match &judgement.method {
        Method::Combine { of, .. } => of.as_slice(),
        _ => &[],
    });
    let used = ids(parts.filter_map(|part| part.point(criterion)).map(|point| point.id.as_str()));
    // Without a single combination the fault is the method.
    for (k, point) in criterion.data_points.iter().enumerate().filter(|_| !used.is_empty()) {
        if !used.contains(point.id.as_str()) {
            findings.push(Finding::at(Code::UnusedDataPoint, format!("{here}/data_points/{k}")).with("id", &point.id));
        }
    }
}

/// A method that judges one data point, of a criterion or of one part of a combination.
pub(super) fn single(here: &str, criterion: &Criterion, point: &DataPoint, method: &Method, findings: &mut Findings) {
    let mut judging = Judging { here, point, direction: criterion.direction, findings };
    match method {
        Method::Survey { .. } if !is_share(point) => {
            judging.mismatch(method, ("cần một tỷ lệ tử số trên mẫu số", "it needs a ratio of numerator to denominator"));
        }
        Method::Goalposts { .. } if point.kind != DataKind::Number => judging.mismatch(method, ("cần dữ liệu số", "it needs a number")),
        Method::Goalposts { worst, best, .. } if worst == best => {
            judging.findings.push(Finding::at(Code::EqualGoalposts, here).with("value", worst));
        }
        other => judging.method(other),
    }
    thresholds(here, criterion, point, method.thresholds(), findings);
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
