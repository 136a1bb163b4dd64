//! Whether a treatment can be carried out, said before anything is computed.

use super::peers::Peers;
use super::{Among, Impute, ImputeStage, Normalise, Outliers, Treatment};
use crate::criteria::{Aggregate, MissingPolicy};
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::text::Lang;

type Why = (&'static str, &'static str);

pub(super) fn check(plan: &PanelPlan<'_>, columns: &Columns<'_>, peers: &Peers<'_>, treatment: &Treatment) -> Findings {
    let mut findings = Findings::default();
    if columns.columns.len() != plan.inputs().len() {
        findings.push(Finding::at(Code::PanelOtherColumns, ""));
    }
    let mut refuse = |key: &'static str, why: Why| findings.push(Finding::at(Code::PanelTreatment, key).with_both("why", why));
    if let Some(obstacle) = plan.obstacle() {
        refuse("", (obstacle.text(Lang::Vi), obstacle.text(Lang::En)));
    }
    together(plan, treatment, &mut refuse);
    values(treatment, &mut refuse);
    if matches!(treatment.impute, Some(Impute { among: Among::Group, .. })) && peers.groups.is_none() {
        refuse("/impute/among", ("chưa cho biết các đơn vị thuộc nhóm nào", "the groups of the places are not given"));
    }
    if let Some(groups) = peers.groups.filter(|groups| groups.len() != columns.units()) {
        let finding = Finding::at(Code::PanelColumnLength, "/groups");
        findings.push(finding.with("found", groups.len()).with("expected", columns.units()));
    }
    findings
}

/// Parts that do not go together.
fn together(plan: &PanelPlan<'_>, treatment: &Treatment, refuse: &mut impl FnMut(&'static str, Why)) {
    let uses = |wanted: fn(Aggregate) -> bool| plan.plan().groups.iter().any(|group| wanted(group.aggregate));
    let policy = plan.scheme().missing.policy;
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
        let curved = |aggregate| matches!(aggregate, Aggregate::WeightedGeometric | Aggregate::WeightedHarmonic | Aggregate::PowerMean);
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
fn values(treatment: &Treatment, refuse: &mut impl FnMut(&'static str, Why)) {
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
