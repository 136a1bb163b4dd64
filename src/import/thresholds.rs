//! `thresholds.csv`: what each level asks of a criterion.

use super::cell::{Answer, choice};
use super::importer::{BASES, Importer};
use super::index::{Once, unknown};
use super::kind::{Kind, Shape};
use super::rules::Rules;
use super::table::Line;
use crate::criteria::{Direction, FigureUse, Op, Threshold, ThresholdValue};
use crate::finding::Code;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;

const USES: &[FigureUse] = &[FigureUse::Placement, FigureUse::NationalTarget, FigureUse::ClassBand, FigureUse::Requirement];

/// Thresholds by criterion and level.
pub(super) struct Thresholds<'t>(BTreeMap<&'t str, BTreeMap<u32, (Line<'t>, Threshold)>>);

impl<'t> Thresholds<'t> {
    pub(super) fn get(&mut self, id: &str, level: u32) -> Option<&mut Threshold> {
        self.0.get_mut(id).and_then(|levels| levels.get_mut(&level)).map(|(_, threshold)| threshold)
    }

    /// Those of a criterion, lowest level first.
    pub(super) fn of(&self, id: &str) -> Vec<Threshold> {
        self.0.get(id).into_iter().flat_map(BTreeMap::values).map(|(_, threshold)| threshold.clone()).collect()
    }
}

impl<'t> Importer<'t> {
    pub(super) fn thresholds(&mut self, rules: &Rules<'t>) -> Thresholds<'t> {
        let mut once = Once::default();
        let mut found = Thresholds(BTreeMap::new());
        for line in self.tables.thresholds.lines() {
            let owner = self.owner(line);
            let threshold = self.threshold(line, owner, rules);
            let Some(owner) = owner else { continue };
            if Kind::of(owner).is_some_and(|(kind, _)| kind == Kind::Monitor) {
                self.unused_row(line, "id", ("tiêu chí chỉ theo dõi không có ngưỡng", "a monitored criterion has no thresholds"));
                continue;
            }
            let key = format!("{}, {}", line.raw("id"), line.raw("level"));
            if once.first(key, line, "level", &mut self.findings)
                && let Some(threshold) = threshold
            {
                found.0.entry(owner.raw("id")).or_default().insert(threshold.level, (line, threshold));
            }
        }
        self.check_carried(&found);
        found
    }

    fn threshold(&mut self, line: Line<'t>, owner: Option<Line<'t>>, rules: &Rules<'t>) -> Option<Threshold> {
        let level = self.level(line, rules);
        let value = self.threshold_value(line, owner);
        let f = &mut self.findings;
        let basis = line.choice(f, "basis", BASES);
        let uses = line.choices(f, "use", USES);
        let is_carried = line.yes(f, "carried");
        let carried_from = level.and_then(|level| level.checked_sub(1)).filter(|_| is_carried);
        let cited = self.cited(line, "source", "clause")?;
        Some(Threshold {
            level: level?,
            op: op(owner?)?,
            value: value?,
            printed_op: line.optional("printed_op").map(Into::into),
            basis: basis?,
            uses,
            confidence: cited.weakest?,
            carried_from,
            figure: line.optional("figure").map(Into::into),
            horizon: line.optional("horizon").map(Into::into),
            cites: cited.cites,
            variants: Vec::new(),
            note: line.note(),
        })
    }

    /// The level in column `level`, one of those there are.
    pub(super) fn level(&mut self, line: Line<'_>, rules: &Rules<'_>) -> Option<u32> {
        let level = line.count(&mut self.findings, "level", 1, u32::MAX)?;
        let is_known = rules.last_level.is_none_or(|last| level <= last);
        if !is_known {
            unknown(line, "level", ("cấp độ", "level"), line.raw("level"), &self.tables.levels, &mut self.findings);
        }
        Some(level).filter(|_| is_known)
    }

    /// `yes` for a yes/no criterion, a number for any other.
    pub(super) fn threshold_value(&mut self, line: Line<'_>, owner: Option<Line<'_>>) -> Option<ThresholdValue> {
        let (_, shape) = Kind::of(owner?)?;
        if shape == Shape::Boolean {
            return line.choice(&mut self.findings, "value", &[Answer::Yes]).map(|_| ThresholdValue::Yes);
        }
        line.decimal(&mut self.findings, "value").map(ThresholdValue::Number)
    }

    /// A carried row repeats value and figure of the level below.
    fn check_carried(&mut self, found: &Thresholds<'t>) {
        for (id, levels) in &found.0 {
            for (line, threshold) in levels.values().filter(|(line, _)| line.raw("carried") == "yes") {
                let below = threshold.carried_from.unwrap_or(0);
                let is_below = |other: &Line<'_>| other.raw("id") == *id && other.raw("level") == format!("{below}");
                let why = match levels.get(&below).map(|(_, below)| below) {
                    // A row that is there has a finding of its own.
                    None if self.tables.thresholds.lines().any(|other| is_below(&other)) => continue,
                    None => ("cấp độ dưới không có ngưỡng", "the level below has no threshold"),
                    Some(below) if below.value != threshold.value => ("giá trị ở đó khác", "the value there differs"),
                    Some(below) if below.figure != threshold.figure => ("`figure` ở đó khác", "`figure` differs there"),
                    Some(_) => continue,
                };
                self.findings.push(line.fault("carried", Code::TableCarried).with_both("why", why));
            }
        }
    }
}

/// Yes is yes; a number is at least or at most the threshold.
fn op(owner: Line<'_>) -> Option<Op> {
    let (_, shape) = Kind::of(owner)?;
    if shape == Shape::Boolean {
        return Some(Op::Eq);
    }
    choice(owner.raw("direction"), &[Direction::More, Direction::Less]).map(|direction| match direction {
        Direction::Less => Op::Le,
        Direction::More | Direction::None => Op::Ge,
    })
}
