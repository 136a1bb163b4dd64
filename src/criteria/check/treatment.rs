//! Whether a treatment of many places can be carried out by a scheme, said before anything is computed.

use super::tree::uses;
use crate::criteria::read::Draft;
use crate::criteria::scheme::{Aggregate, MissingPolicy, Scheme};
use crate::criteria::treatment::{ImputeStage, Normalise, Outliers, Treatment};
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use alloc::format;

/// A reason in both languages.
pub(crate) type Why = (&'static str, &'static str);

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (i, scheme) in draft.schemes.iter().enumerate() {
        let Some(rule) = &scheme.panel else { continue };
        let mut refuse = |key: &'static str, why: Why| {
            findings.push(Finding::at(Code::PanelRule, format!("/schemes/{i}/panel{key}")).with_both("why", why));
        };
        conflicts(scheme, &rule.treatment, &mut refuse);
        if rule.treatment == Treatment::default() {
            refuse("", ("không nêu phải làm gì", "it says nothing to do"));
        }
        if !scheme.levels.is_empty() {
            refuse(
                "",
                (
                    "giới hạn của cấp độ không dùng cho số liệu đã xử lý, hãy bỏ `levels`",
                    "limits of levels are not for treated figures, leave out `levels`",
                ),
            );
        }
        if scheme.score.is_none() {
            refuse("", ("cách đánh giá không có điểm", "the scheme has no score"));
        }
    }
}

/// What does not go together, by the key it is about.
pub(crate) fn conflicts(scheme: &Scheme, treatment: &Treatment, refuse: &mut dyn FnMut(&'static str, Why)) {
    together(scheme, treatment, refuse);
    values(treatment, refuse);
}

/// Parts that do not go together.
fn together(scheme: &Scheme, treatment: &Treatment, refuse: &mut dyn FnMut(&'static str, Why)) {
    let uses = |wanted: fn(Aggregate) -> bool| uses(&scheme.tree, wanted);
    let policy = scheme.missing.policy;
    if treatment.normalise.is_relative() && uses(|aggregate| aggregate == Aggregate::Sum) {
        refuse(
            "/normalise",
            (
                "tổng điểm `sum` không bỏ được tiêu chí mà mọi đơn vị đều như nhau",
                "a `sum` cannot leave out a criterion that is the same everywhere",
            ),
        );
    }
    if treatment.normalise == Normalise::ZScore {
        let curved =
            |aggregate: Aggregate| matches!(aggregate, Aggregate::WeightedGeometric | Aggregate::WeightedHarmonic | Aggregate::PowerMean);
        if uses(curved) {
            refuse(
                "/normalise",
                (
                    "`z_score` có giá trị âm, không lấy trung bình nhân, điều hòa hay lũy thừa được",
                    "`z_score` is negative below the mean, which has no geometric, harmonic or power mean",
                ),
            );
        }
        if matches!(policy, MissingPolicy::Zero | MissingPolicy::NotMet) {
            refuse(
                "/normalise",
                (
                    "với `z_score`, 0 là trung bình: thiếu số liệu không thể tính là 0",
                    "with `z_score` 0 is the mean, so what is missing cannot count as 0",
                ),
            );
        }
    }
    if treatment.outliers == Some(Outliers::Logarithm) && !treatment.normalise.is_relative() {
        refuse("/outliers", ("hai cột mốc của bộ tiêu chí không phải của logarit", "the goalposts of the set are not those of logarithms"));
    }
    if treatment.impute.is_some_and(|impute| impute.stage == ImputeStage::Group) && policy != MissingPolicy::Exclude {
        refuse(
            "/impute/stage",
            (
                "chỉ khi thiếu số liệu thì bỏ ra (`exclude`) mới có nhóm không có giá trị",
                "only the policy `exclude` leaves groups without a value",
            ),
        );
    }
}

/// Numbers out of their range.
fn values(treatment: &Treatment, refuse: &mut dyn FnMut(&'static str, Why)) {
    match treatment.outliers {
        Some(Outliers::Winsorise { low, high }) if !(Dec::ZERO <= low && low < high && high <= Dec::ONE) => {
            refuse("/outliers", ("hai phân vị phải từ 0 đến 1, `low` nhỏ hơn `high`", "quantiles are from 0 to 1, `low` below `high`"));
        }
        Some(Outliers::ByShape { skewness, kurtosis, .. }) if skewness <= Dec::ZERO || kurtosis <= Dec::ZERO => {
            refuse("/outliers", ("`skewness` và `kurtosis` phải lớn hơn 0", "`skewness` and `kurtosis` must be above 0"));
        }
        _ => {}
    }
    if treatment.least_data.is_some_and(|share| share < Dec::ZERO || share > Dec::ONE) {
        refuse("/least_data", ("phải từ 0 đến 1", "it must be from 0 to 1"));
    }
}
