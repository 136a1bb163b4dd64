//! Options held against a plan before anything runs; all that is wrong at once.

use super::options::{FigureError, RobustOptions, WeightDoubt};
use crate::criteria::{Basis, DataKind, Method, Role};
use crate::finding::{Code, Finding, Findings};
use crate::panel::columns::Columns;
use crate::panel::limits::Limits;
use crate::panel::plan::PanelPlan;
use crate::panel::program::{Join, Program};
use crate::text::Lang;
use alloc::string::ToString;

/// Places that can be ranked again and again: ranks are counted for each place.
const MOST_PLACES: usize = 4_096;
/// Replications of a run.
const MOST_REPLICATIONS: u32 = 10_000_000;
/// Places judged by the exact path: some minutes as well.
const MOST_JUDGEMENTS: u64 = 10_000_000;
/// Values of an analysis of variance: 512 MB.
const MOST_KEPT: u64 = 1 << 26;
/// Figures that all replications go through: some minutes.
const MOST_FIGURES: u64 = 1 << 40;

/// Options that could be wrong whatever the figures are.
pub(super) fn options(plan: &PanelPlan<'_>, columns: &Columns<'_>, options: &RobustOptions, findings: &mut Findings) {
    range("replications", f64::from(options.replications), 1.0, f64::from(MOST_REPLICATIONS), findings);
    match options.weights {
        Some(WeightDoubt::Dirichlet { concentration }) => range("dirichlet", concentration, 1.0, 1e6, findings),
        Some(WeightDoubt::Band { percent }) => range("band", percent, 0.001, 100.0, findings),
        None => {}
    }
    if let Some(percent) = options.assumed {
        range("assumed", percent, 0.001, 49.0, findings);
        if !has_assumptions(plan, options) {
            let why = (
                "bộ tiêu chí không có ngưỡng hay cột mốc nào ghi là giả định trong cách đánh giá này",
                "no threshold or goalpost of this scheme is marked as an assumption",
            );
            unfit("assumed", why, findings);
        }
    }
    for (at, (name, error)) in options.errors.iter().enumerate() {
        error_of(plan, columns, name, error, findings);
        let same = |(other, _): &&(alloc::string::String, FigureError)| input_of(plan, other) == input_of(plan, name);
        if input_of(plan, name).is_some() && options.errors.iter().take(at).any(|own| same(&own)) {
            findings.push(Finding::at(Code::PanelDoubledColumn, alloc::format!("/error/{name}")).with("name", name));
        }
    }
    let drawn = [options.means.len(), options.errors.len(), options.normalise.len(), options.outliers.len(), options.impute.len()];
    if options.weights.is_none() && options.assumed.is_none() && drawn.iter().all(|count| *count == 0) {
        findings.push(Finding::at(Code::RobustNothingVaries, ""));
    }
    let asked = [("weights", options.weights.is_some()), ("means", !options.means.is_empty())];
    let Some(program) = columns_do(plan, options) else {
        let unweighted = ("cấp độ không chỉ tùy theo điểm của các nhóm", "levels depend on more than the values of groups");
        let why = plan.obstacle().map_or(unweighted, |why| (why.text(Lang::Vi), why.text(Lang::En)));
        asked.iter().filter(|(_, asked)| *asked).for_each(|(name, _)| unfit(name, why, findings));
        return;
    };
    if !options.means.is_empty() && !program.ops.iter().any(|op| matches!(op.join, Join::Mean { .. } | Join::Curved(_))) {
        unfit("means", ("cách đánh giá này cộng điểm, không lấy trung bình", "the scheme adds points up and takes no mean"), findings);
    }
    for (at, mean) in options.means.iter().enumerate().filter(|(at, mean)| options.means.iter().take(*at).any(|other| other == *mean)) {
        let why = ("nêu hai lần", "it is named twice");
        unfit(&alloc::format!("means {} {}", at + 1, mean.as_str()), why, findings);
    }
}

/// The program of a plan whose scores and levels follow from columns alone.
pub(super) fn columns_do<'p>(plan: &'p PanelPlan<'_>, options: &RobustOptions) -> Option<&'p Program> {
    let no_levels = plan.scheme().levels.is_empty() || options.treats(plan.scheme());
    plan.program().filter(|_| no_levels || Limits::of(plan).by_values())
}

/// Shares that are kept of figures treated in so many ways.
pub(super) fn tables(units: usize, inputs: usize, ways: usize, findings: &mut Findings) {
    let values = (units as u64).saturating_mul(inputs as u64).saturating_mul(ways as u64);
    if values > MOST_KEPT {
        findings.push(too_much(("giá trị phải giữ", "values to keep"), values, MOST_KEPT));
    }
}

/// What a run of so many places costs.
pub(super) fn size(units: usize, inputs: usize, by_columns: bool, options: &RobustOptions, findings: &mut Findings) {
    if units > MOST_PLACES {
        findings.push(too_much(("đơn vị", "units"), units as u64, MOST_PLACES as u64));
    }
    let judgements = (units as u64).saturating_mul(u64::from(options.replications));
    if !by_columns && judgements > MOST_JUDGEMENTS {
        findings.push(too_much(("lần đánh giá từng đơn vị", "units judged one by one"), judgements, MOST_JUDGEMENTS));
    }
    let figures = (units as u64).saturating_mul(inputs as u64).saturating_mul(u64::from(options.replications));
    if figures > MOST_FIGURES {
        findings.push(too_much(("số liệu phải tính qua", "figures to go through"), figures, MOST_FIGURES));
    }
}

/// What an analysis of variance keeps.
pub(super) fn sobol(replications: u32, resamples: u32, width: usize) -> Result<(), Findings> {
    let mut findings = Findings::default();
    range("resamples", f64::from(resamples), f64::from(super::sobol::LEAST_RESAMPLES), 1e5, &mut findings);
    range("replications", f64::from(replications), 2.0, f64::from(MOST_REPLICATIONS), &mut findings);
    let values = (width as u64).saturating_mul(u64::from(replications));
    if values > MOST_KEPT {
        findings.push(too_much(("giá trị phải giữ", "values to keep"), values, MOST_KEPT));
    }
    if findings.has_errors() { Err(findings) } else { Ok(()) }
}

fn too_much(what: (&'static str, &'static str), found: u64, most: u64) -> Finding {
    Finding::at(Code::RobustTooMuch, "").with_both("what", what).with("found", found).with("most", most)
}

fn range(name: &str, value: f64, least: f64, most: f64, findings: &mut Findings) {
    if !(least..=most).contains(&value) {
        let finding = Finding::at(Code::RobustOutOfRange, alloc::format!("/{name}")).with("name", name).with("value", value);
        findings.push(finding.with("least", least).with("most", most));
    }
}

fn unfit(option: &str, why: (&'static str, &'static str), findings: &mut Findings) {
    findings.push(Finding::at(Code::RobustDoesNotFit, alloc::format!("/{option}")).with("option", option).with_both("why", why));
}

fn input_of(plan: &PanelPlan<'_>, name: &str) -> Option<usize> {
    plan.inputs().iter().position(|input| input.is_called(name))
}

/// Something in force here that the set marks as its own assumption.
fn has_assumptions(plan: &PanelPlan<'_>, options: &RobustOptions) -> bool {
    let method = |leaf: &crate::plan::Leaf| plan.set().criteria().get(leaf.criterion)?.judge.get(leaf.judgement).map(|own| &own.method);
    let goalposts =
        || plan.plan().leaves.iter().filter_map(method).any(|own| matches!(own, Method::Goalposts { basis: Basis::Assumption, .. }));
    if columns_do(plan, options).is_some() { goalposts() } else { super::exact::has_assumptions(plan) }
}

fn error_of(plan: &PanelPlan<'_>, columns: &Columns<'_>, name: &str, error: &FigureError, findings: &mut Findings) {
    let key = alloc::format!("error {name}");
    let Some((at, input)) = input_of(plan, name).and_then(|at| Some((at, plan.inputs().get(at)?))) else {
        let finding = Finding::at(Code::PanelUnknownColumn, alloc::format!("/error/{name}"));
        findings.push(finding.with("name", name).with("set", plan.set().id()));
        return;
    };
    if input.kind != DataKind::Number {
        unfit(&key, ("cột không phải là số", "the column is no number"), findings);
    }
    let limits = |own: &crate::panel::PanelInput| {
        let data = plan.plan().leaves.get(own.leaf).and_then(|leaf| plan.set().criteria().get(leaf.criterion)?.data_points.get(own.at.0));
        data.and_then(|data| data.inputs.get(own.at.1)?.within)
    };
    let is_limit = |own: &crate::panel::PanelInput| {
        (&own.criterion, &own.data_point) == (&input.criterion, &input.data_point) && limits(own) == Some(input.role)
    };
    if plan.inputs().iter().any(is_limit) {
        let why = (
            "một số liệu khác không được vượt cột này; hãy đặt sai số ở số liệu đó",
            "another figure may not exceed this one; doubt that one",
        );
        unfit(&key, why, findings);
    }
    match error {
        FigureError::Standard(error) => range(&key, *error, f64::MIN_POSITIVE, 1e15, findings),
        FigureError::Relative(percent) => range(&key, *percent, f64::MIN_POSITIVE, 1e3, findings),
        FigureError::Places(errors) => by_place(&key, errors, 1e15, columns.units(), findings),
        FigureError::RelativePlaces(percents) => by_place(&key, percents, 1e3, columns.units(), findings),
        FigureError::Survey { people, whole } => {
            range(&key, *people, 1.0, 1e12, findings);
            range(&key, *whole, f64::MIN_POSITIVE, 1e6, findings);
        }
        FigureError::Counted => {
            let has_whole = plan.inputs().iter().any(|own| {
                (own.criterion.as_str(), own.data_point.as_str(), own.role) == (&input.criterion, &input.data_point, Role::Denominator)
            });
            if input.role != Role::Numerator || !has_whole || !super::exact::bounds(plan, at).whole {
                let why = ("cột không đếm số người trong một mẫu số đi kèm", "the column does not count people of a denominator beside it");
                unfit(&key, why, findings);
            }
        }
    }
}

fn by_place(key: &str, errors: &[f64], most: f64, units: usize, findings: &mut Findings) {
    if errors.len() != units {
        let finding = Finding::at(Code::PanelColumnLength, alloc::format!("/{key}"));
        findings.push(finding.with("found", errors.len()).with("expected", units));
    }
    for (row, error) in errors.iter().enumerate().filter(|(_, error)| !error.is_nan() && !(0.0..=most).contains(*error)) {
        let finding =
            Finding::at(Code::RobustOutOfRange, alloc::format!("/{key}/{row}")).with("name", key).with("value", error.to_string());
        findings.push(finding.with("least", 0).with("most", most));
    }
}
