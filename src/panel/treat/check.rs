//! Whether a treatment can be carried out, said before anything is computed.

use super::peers::Peers;
use crate::criteria::{Among, Impute, Treatment, Why, treatment_conflicts};
use crate::finding::{Code, Finding, Findings};
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::text::Lang;

pub(super) fn check(plan: &PanelPlan<'_>, columns: &Columns<'_>, peers: &Peers<'_>, treatment: &Treatment) -> Findings {
    let mut findings = Findings::default();
    if columns.columns.len() != plan.inputs().len() {
        findings.push(Finding::at(Code::PanelOtherColumns, ""));
    }
    let mut refuse = |key: &'static str, why: Why| findings.push(Finding::at(Code::PanelTreatment, key).with_both("why", why));
    if let Some(obstacle) = plan.treatment_obstacle() {
        refuse("", (obstacle.text(Lang::Vi), obstacle.text(Lang::En)));
    }
    treatment_conflicts(plan.scheme(), treatment, &mut refuse);
    if matches!(treatment.impute, Some(Impute { among: Among::Region, .. })) && peers.regions.is_none() {
        refuse("/impute/among", ("chưa cho biết các đơn vị thuộc nhóm nào", "the groups of the places are not given"));
    }
    if let Some(groups) = peers.regions.filter(|groups| groups.len() != columns.units()) {
        let finding = Finding::at(Code::PanelColumnLength, "/groups");
        findings.push(finding.with("found", groups.len()).with("expected", columns.units()));
    }
    findings
}
