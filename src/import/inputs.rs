//! `inputs.csv` and `steps.csv`: what a place enters for a criterion.

use super::cell::Answer;
use super::importer::Importer;
use super::index::Once;
use super::kind::{Kind, Shape};
use super::table::Line;
use crate::criteria::{Input, Role, Step};
use crate::finding::Code;
use crate::text::Text;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

const ROLES: &[Role] = &[Role::Value, Role::Numerator, Role::Denominator];

/// Lines of inputs by criterion and role.
pub(super) type InputLines<'t> = BTreeMap<(&'t str, Role), Line<'t>>;
/// Steps by criterion and number.
pub(super) type Steps<'t> = BTreeMap<&'t str, BTreeMap<u32, Step>>;

impl<'t> Importer<'t> {
    pub(super) fn input_lines(&mut self) -> InputLines<'t> {
        let mut once = Once::default();
        let mut lines = BTreeMap::new();
        for line in self.tables.inputs.lines() {
            let owner = self.owner(line);
            let role = line.choice(&mut self.findings, "role", ROLES);
            let (Some(owner), Some(role)) = (owner, role) else { continue };
            if Kind::of(owner).is_some_and(|(_, shape)| !shape.inputs().contains(&role)) {
                let why = ("tiêu chí loại này không có đầu vào đó", "a criterion of this kind has no such input");
                self.unused_row(line, "role", why);
            } else if once.first(format!("{}, {}", owner.raw("id"), role.as_str()), line, "role", &mut self.findings) {
                lines.insert((owner.raw("id"), role), line);
            }
        }
        lines
    }

    /// An input of a criterion; `owner` is the criterion's line.
    pub(super) fn input(&mut self, line: Line<'t>, owner: Line<'t>, role: Role, title: Option<Text>) -> Option<Input> {
        let unit = self.unit(line);
        if let Some(found) = unit.filter(|unit| role == Role::Value && *unit != owner.raw("unit")) {
            let finding = line.fault("unit", Code::TableInputUnit).with("found", found);
            self.findings.push(finding.with("expected", owner.raw("unit")));
        }
        let f = &mut self.findings;
        let is_count = Kind::of(owner).is_some_and(|(kind, _)| kind == Kind::Count);
        let whole = if is_count { line.choice(f, "whole", &[Answer::Yes]).is_some() } else { line.yes(f, "whole") };
        let minimum = line.decimal_or_none(f, "minimum");
        let above = line.decimal_or_none(f, "above");
        let is_within = role == Role::Numerator && line.yes(f, "within_denominator");
        if role != Role::Numerator {
            line.unused(f, "within_denominator", role.as_str());
        }
        let own_period = line.yes(f, "own_period");
        let within = is_within.then_some(Role::Denominator);
        Some(Input { role, title: title?, unit: unit?.into(), whole, minimum, above, within, own_period })
    }

    pub(super) fn steps(&mut self) -> Steps<'t> {
        let mut once = Once::default();
        let mut steps: Steps<'t> = BTreeMap::new();
        for line in self.tables.steps.lines() {
            let owner = self.owner(line);
            let step = line.count(&mut self.findings, "step", 0, 100);
            let label = line.both(&mut self.findings, "label");
            let (Some(owner), Some(step)) = (owner, step) else { continue };
            if Kind::of(owner).is_some_and(|(_, shape)| shape != Shape::Ordinal) {
                self.unused_row(line, "id", ("chỉ tiêu chí loại `ordinal` có bậc", "only a criterion of kind `ordinal` has steps"));
            } else if once.first(format!("{}, {step}", owner.raw("id")), line, "step", &mut self.findings)
                && let Some(label) = label
            {
                steps.entry(owner.raw("id")).or_default().insert(step, Step { step, label });
            }
        }
        steps
    }
}

/// The remarks of inputs, for the note of their criterion: an input has none of its own.
pub(super) fn remarks(lines: &InputLines<'_>, id: &str) -> Vec<alloc::string::String> {
    let own = ROLES.iter().filter_map(|role| lines.get(&(id, *role)).map(|line| (role, line)));
    own.filter_map(|(role, line)| line.optional("note").map(|note| format!("Input {}: {note}", role.as_str()))).collect()
}
