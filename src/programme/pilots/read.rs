//! Rules and statements from JSON.

use super::rules::{PilotCondition, PilotGround, PilotRules, PilotStatement, PilotStatements, PilotTest, ReadinessItem, ReadinessOf};
use crate::criteria::{
    Basis, CriteriaSet, SCHEMA_KEY, Source, UnitKind, read_basis, read_cites, read_confidence, read_format, read_level, read_source,
};
use crate::finding::{Code, Finding, Findings};
use crate::json::{Json, Object, Reader};
use crate::number::Dec;
use alloc::string::String;
use alloc::vec::Vec;

/// The tests of conditions.
const TESTS: &[(&str, u8)] = &[("unit_kind", 0), ("criterion_met", 1), ("level_reached", 2), ("share_met", 3), ("statement", 4)];

impl PilotRules {
    /// Reads rules and holds them against the set whose results they look at.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, rules made for another set (`pilot.other_set`), criteria, groups and sources that are not there
    /// (`set.unknown_reference`), ids used twice, levels the set does not have (`pilot.no_such_level`), weights that are not above 0 or
    /// shares outside 0 to 1 (`pilot.out_of_range`), rules without a source that are not marked as assumptions (`set.no_citation`),
    /// assumptions without a reason (`set.assumption_without_reason`).
    pub fn from_json(bytes: &[u8], set: &CriteriaSet) -> Result<(Self, Findings), Findings> {
        crate::programme::milestones::read(bytes, |r, json| rules(r, json, set))
    }
}

impl PilotStatements {
    /// Reads what is stated of places.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, a condition that no statement answers (`pilot.no_such_condition`), two statements of one place and
    /// condition (`pilot.stated_twice`).
    pub fn from_json(bytes: &[u8], rules: &PilotRules) -> Result<(Self, Findings), Findings> {
        crate::programme::milestones::read(bytes, |r, json| statements(r, json, rules))
    }
}

fn rules(r: &mut Reader, json: &Json, set: &CriteriaSet) -> Option<PilotRules> {
    let mut o = r.object(json)?;
    read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let id = o.required(r, "pilot_rules", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    o.required(r, "set", |r, j| of_set(r, j, set));
    let sources = o.list(r, "sources", read_source);
    let reading = Reading { set, sources: &sources };
    let eligibility = o.list(r, "eligibility", |r, j| reading.condition(r, j));
    let readiness = o.list(r, "readiness", |r, j| reading.item(r, j));
    let notes = o.list(r, "notes", Reader::text);
    o.finish(r);
    doubled(r, "eligibility", eligibility.iter().map(|own| own.id.as_str()));
    doubled(r, "readiness", readiness.iter().map(|own| own.id.as_str()));
    Some(PilotRules { id: id?, title: title?, fictional, sources, eligibility, readiness, notes })
}

/// `vn-ssc`, `vn-ssc@2026` or `vn-ssc@2026-u1`.
pub(in crate::programme) fn of_set(r: &mut Reader, json: &Json, set: &CriteriaSet) -> Option<String> {
    let named = r.string(json)?;
    let (header, full) = (set.header(), set.id());
    let known = [header.set.clone(), alloc::format!("{}@{}", header.set, header.edition), full.clone()];
    if !known.contains(&named) {
        let finding = r.find(Code::PilotOtherSet).with("found", &named).with("expected", full);
        r.push(finding);
    }
    Some(named)
}

fn doubled<'i>(r: &mut Reader, list: &str, ids: impl Iterator<Item = &'i str>) {
    let mut seen: Vec<&str> = Vec::new();
    for (at, id) in ids.enumerate() {
        if let Some(first) = seen.iter().position(|own| *own == id) {
            let place = alloc::format!("/{list}/{at}/id");
            r.push(Finding::at(Code::DoubledId, place).with("id", id).with("first", alloc::format!("/{list}/{first}")));
        }
        seen.push(id);
    }
}

/// What rules are held against while they are read.
struct Reading<'s> {
    set: &'s CriteriaSet,
    sources: &'s [Source],
}

impl Reading<'_> {
    fn condition(&self, r: &mut Reader, json: &Json) -> Option<PilotCondition> {
        let mut o = r.object(json)?;
        let id = o.required(r, "id", Reader::id);
        let title = o.required(r, "title", Reader::text);
        let test = o.required(r, "test", |r, j| self.test(r, j));
        let ground = self.ground(r, &mut o);
        o.finish(r);
        Some(PilotCondition { id: id?, title: title?, test: test?, ground: ground? })
    }

    fn test(&self, r: &mut Reader, json: &Json) -> Option<PilotTest> {
        let mut o = r.object(json)?;
        let test = match o.required(r, "test", |r, j| r.choice(j, TESTS))? {
            0 => PilotTest::UnitKind(o.full_list(r, "in", |r, j| r.choice(j, UnitKind::WORDS))),
            1 => {
                let criterion = o.required(r, "criterion", |r, j| self.criterion(r, j));
                let level = o.required(r, "level", |r, j| self.level(r, j));
                PilotTest::CriterionMet { criterion: criterion?, level: level? }
            }
            2 => PilotTest::LevelReached(o.required(r, "level", |r, j| self.level(r, j))?),
            3 => {
                let group = o.optional(r, "group", |r, j| self.group(r, j));
                let level = o.required(r, "level", |r, j| self.level(r, j));
                let min = o.required(r, "min", |r, j| within(r, j, |min| min > Dec::ZERO && min <= Dec::ONE));
                PilotTest::ShareMet { group, level: level?, min: min? }
            }
            _ => PilotTest::Statement,
        };
        o.finish(r);
        Some(test)
    }

    fn item(&self, r: &mut Reader, json: &Json) -> Option<ReadinessItem> {
        let mut o = r.object(json)?;
        let id = o.required(r, "id", Reader::id);
        let title = o.required(r, "title", Reader::text);
        let of = if o.has("group") {
            o.required(r, "group", |r, j| self.group(r, j)).map(ReadinessOf::Group)
        } else {
            o.required(r, "criterion", |r, j| self.criterion(r, j)).map(ReadinessOf::Criterion)
        };
        let level = o.optional(r, "level", |r, j| self.level(r, j)).unwrap_or(1);
        let weight = o.required(r, "weight", |r, j| within(r, j, |weight| weight > Dec::ZERO));
        let ground = self.ground(r, &mut o);
        o.finish(r);
        Some(ReadinessItem { id: id?, title: title?, of: of?, level, weight: weight?, ground: ground? })
    }

    fn ground(&self, r: &mut Reader, o: &mut Object<'_>) -> Option<PilotGround> {
        let basis = o.required(r, "basis", read_basis);
        let confidence = o.optional(r, "confidence", read_confidence);
        let cites = if o.has("cites") { read_cites(r, o).unwrap_or_default() } else { Vec::new() };
        let note = o.optional(r, "note", Reader::string);
        let fault = match basis {
            Some(Basis::Assumption) => note.is_none().then_some(Code::AssumptionWithoutReason),
            _ => cites.is_empty().then_some(Code::NoCitation),
        };
        if let Some(code) = fault {
            let finding = r.find(code);
            r.push(finding);
        }
        for cite in cites.iter().filter(|cite| !self.sources.iter().any(|source| source.id == cite.source)) {
            unknown(r, ("nguồn", "source"), &cite.source);
        }
        Some(PilotGround { basis: basis?, confidence, cites, note })
    }

    fn criterion(&self, r: &mut Reader, json: &Json) -> Option<String> {
        let id = r.id(json)?;
        if self.set.criterion(&id).is_none() {
            unknown(r, ("tiêu chí", "criterion"), &id);
        }
        Some(id)
    }

    fn group(&self, r: &mut Reader, json: &Json) -> Option<String> {
        let id = r.id(json)?;
        if self.set.group(&id).is_none() {
            unknown(r, ("nhóm", "group"), &id);
        }
        Some(id)
    }

    fn level(&self, r: &mut Reader, json: &Json) -> Option<u32> {
        let level = read_level(r, json)?;
        let most = self.set.schemes().iter().map(|scheme| scheme.levels.len()).max().unwrap_or(0).max(1);
        if usize::try_from(level).is_ok_and(|level| level > most) {
            let finding = r.find(Code::PilotLevel).with("level", level).with("most", most);
            r.push(finding);
        }
        Some(level)
    }
}

fn unknown(r: &mut Reader, what: (&'static str, &'static str), id: &str) {
    let finding = r.find(Code::UnknownRef).with_both("what", what).with("id", id);
    r.push(finding);
}

fn within(r: &mut Reader, json: &Json, fits: impl FnOnce(Dec) -> bool) -> Option<Dec> {
    let value = r.decimal(json)?;
    if !fits(value) {
        let finding = r.find(Code::PilotRange).with("value", value);
        r.push(finding);
    }
    Some(value)
}

fn statements(r: &mut Reader, json: &Json, rules: &PilotRules) -> Option<PilotStatements> {
    let mut o = r.object(json)?;
    read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let statements = o.full_list(r, "statements", |r, j| statement(r, j, rules));
    o.finish(r);
    for (at, own) in statements.iter().enumerate() {
        if statements.iter().take(at).any(|earlier| earlier.unit == own.unit && earlier.condition == own.condition) {
            let place = alloc::format!("/statements/{at}");
            r.push(Finding::at(Code::PilotTwice, place).with("unit", &own.unit).with("id", &own.condition));
        }
    }
    Some(PilotStatements { fictional, statements })
}

fn statement(r: &mut Reader, json: &Json, rules: &PilotRules) -> Option<PilotStatement> {
    let mut o = r.object(json)?;
    let unit = o.required(r, "unit", Reader::string);
    let condition = o.required(r, "condition", Reader::id);
    let holds = o.required(r, "holds", Reader::boolean);
    let source = o.required(r, "source", Reader::string);
    o.finish(r);
    let condition = condition?;
    if !rules.eligibility.iter().any(|own| own.id == condition && own.test == PilotTest::Statement) {
        let finding = r.find(Code::PilotCondition).with("id", &condition);
        r.push(finding);
    }
    Some(PilotStatement { unit: unit?, condition, holds: holds?, source: source? })
}
