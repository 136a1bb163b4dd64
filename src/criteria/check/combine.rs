//! Combinations: parts that exist, are judged by a method that the combination can join, and ask at the same levels.

use super::ids::unknown;
use super::{expressions, judgements};
use crate::criteria::criterion::{Criterion, DataKind};
use crate::criteria::judgement::Method;
use crate::criteria::points::{Combination, CombinePart};
use crate::finding::{Code, Finding, Findings};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn check(here: &str, criterion: &Criterion, how: Combination, of: &[CombinePart], findings: &mut Findings) {
    if let Combination::AtLeast { n } = how
        && usize::try_from(n).is_ok_and(|n| n > of.len())
    {
        let why = ("nhiều hơn số phần", "there are fewer parts");
        findings.push(Finding::at(Code::ImpossibleValue, format!("{here}/n")).with("value", n).with_both("why", why));
    }
    let first = of.first().map(|part| levels(&part.method)).unwrap_or_default();
    for (k, part) in of.iter().enumerate() {
        let here = format!("{here}/of/{k}");
        fits(&here, how, part, findings);
        let own = levels(&part.method);
        if own != first {
            findings.push(Finding::at(Code::LevelsDiffer, &*here).with("levels", listed(&own)).with("first", listed(&first)));
        }
        let Some(point) = part.point(criterion) else {
            let id = part.data_point.as_deref().unwrap_or_default();
            findings.push(unknown(format!("{here}/data_point"), ("điểm dữ liệu", "data point"), id));
            continue;
        };
        if let Some(expr) = &part.derive {
            let place = format!("{here}/derive");
            let mut mismatch = |why| findings.push(Finding::at(Code::InputsMismatch, &*place).with_both("why", why));
            if point.kind != DataKind::Number {
                mismatch(("chỉ dữ liệu số có `derive`", "only a number has `derive`"));
            } else if !expressions::inputs_known(expr, point) {
                mismatch(("`derive` dùng đầu vào không có", "`derive` uses an input that is not there"));
            }
            expressions::check(&place, expr, criterion, findings);
        }
        judgements::single(&here, criterion, point, &part.method, findings);
    }
}

/// Points are added to points; what is met or not is joined level by level.
fn fits(here: &str, how: Combination, part: &CombinePart, findings: &mut Findings) {
    let adds = matches!(part.method, Method::TargetShare { .. } | Method::Monitor);
    let why = match how {
        Combination::Sum if !adds => (
            "phần của `sum` phải cho điểm (`target_share`) hoặc là `monitor`",
            "a part of `sum` gives points (`target_share`) or is `monitor`",
        ),
        Combination::Sum => {
            if part.evidence.is_some() {
                let why = ("phần cộng điểm không hỏi văn bản riêng", "a part that adds points asks no document of its own");
                findings
                    .push(Finding::at(Code::ImpossibleValue, format!("{here}/evidence")).with("value", "evidence").with_both("why", why));
            }
            return;
        }
        _ if adds => (
            "chỉ `sum` nhận phần như vậy; phần ở đây phải đạt hoặc không đạt",
            "only `sum` takes such a part; here a part is met or not met",
        ),
        _ => return,
    };
    findings.push(Finding::at(Code::MethodMismatch, here).with("method", part.method.as_str()).with_both("why", why));
}

/// The levels at which a method asks.
fn levels(method: &Method) -> BTreeSet<u32> {
    // Inserted one by one: collecting sorts first, and the sort is compiled anew for each type.
    let mut out = BTreeSet::new();
    out.extend(method.levels());
    out
}

fn listed(levels: &BTreeSet<u32>) -> String {
    let all: Vec<String> = levels.iter().map(|level| format!("{level}")).collect();
    if all.is_empty() { "–".into() } else { all.join(", ") }
}
