//! Tables that speak of listed units: successors and aliases.

use super::load::Loader;
use super::model::{Alias, AliasKind, SuccessionKind};
use super::name::{key, readings};
use super::registry::{Named, Step};
use super::table::{Line, Table};
use crate::finding::{Code, Finding};
use crate::vietnamese::fold;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

const SUCCESSORS: &[&str] = &["code_before", "name_before", "code_after", "name_after", "kind", "date"];
const ALIASES: &[&str] = &["alias", "code", "valid_from", "valid_to", "kind", "source", "note"];

impl Loader {
    pub(super) fn successors(&mut self, name: &str, bytes: &[u8]) {
        let table = Table::read(name, bytes, SUCCESSORS, &mut self.findings);
        let mut rows: Vec<(Line<'_>, Step)> = Vec::new();
        let mut first_rows = BTreeMap::new();
        let mut merged: BTreeMap<usize, u32> = BTreeMap::new();
        for line in table.lines() {
            let Some(step) = self.step(line) else { continue };
            if let Some(first) = first_rows.insert((step.from, step.date), line.row) {
                let code = line.cell("code_before").unwrap_or_default();
                self.findings.push(line.fault("code_before", Code::TableDoubledRow).with("key", code).with("first", first));
            }
            *merged.entry(step.to).or_default() += 1;
            rows.push((line, step));
        }
        for (line, step) in &rows {
            let right = if merged.get(&step.to) == Some(&1) { SuccessionKind::Same } else { SuccessionKind::Merged };
            let word = SuccessionKind::WORDS.iter().find(|(_, kind)| *kind == right).map_or("", |(word, _)| word);
            if step.kind != right {
                let said = line.cell("kind").unwrap_or_default();
                self.findings.push(line.fault("kind", Code::UnknownChoice).with("value", said).with("choices", word));
            }
        }
        self.registry.successions = rows.into_iter().map(|(_, step)| step).collect();
    }

    fn step(&mut self, line: Line<'_>) -> Option<Step> {
        let (before, after) = (self.code(line, "code_before"), self.code(line, "code_after"));
        let names = line.filled("name_before", &mut self.findings).zip(line.filled("name_after", &mut self.findings));
        let kind = line.choice("kind", SuccessionKind::WORDS, &mut self.findings);
        let date = line.filled("date", &mut self.findings).and_then(|_| line.date("date", &mut self.findings))?;
        let ((name_before, name_after), before, after) = (names?, before?, after?);
        let from = self.registry.versions(&before).filter(|unit| unit.valid_to.is_some_and(|to| to < date)).last();
        let to = self.registry.versions(&after).find(|unit| unit.valid_from == date);
        let (from, to) = (from.map(|unit| (unit.at, unit.name == name_before)), to.map(|unit| (unit.at, unit.name == name_after)));
        for (found, column, value) in [
            (from.is_some(), "code_before", before.as_str()),
            (from.is_none_or(|(_, same)| same), "name_before", name_before),
            (to.is_some(), "code_after", after.as_str()),
            (to.is_none_or(|(_, same)| same), "name_after", name_after),
        ] {
            if !found {
                self.findings.push(unlisted(line, column, value));
            }
        }
        Some(Step { from: from?.0, to: to?.0, kind: kind?, date })
    }

    pub(super) fn aliases(&mut self, name: &str, bytes: &[u8]) {
        let table = Table::read(name, bytes, ALIASES, &mut self.findings);
        for line in table.lines() {
            let Some(alias) = self.alias(line) else { continue };
            // With words before it, it is a name of such a unit only.
            let Some(reading) = readings(&alias.name).pop() else { continue };
            if let Some(why) = self.useless(&alias, &reading.key) {
                self.findings.push(line.fault("alias", Code::TableUnusedRow).with_both("why", why));
                continue;
            }
            let at = self.registry.aliases.len();
            let folded = fold(&key(&alias.name).unwrap_or_default());
            for unit in self.registry.codes.get(&alias.code).into_iter().flatten() {
                if let (Some(unit), Some(searched)) = (self.registry.units.get(*unit), self.registry.searched.get_mut(*unit))
                    && alias.is_of(unit)
                {
                    searched.aliases.push(folded.clone());
                }
            }
            self.registry.names.entry(reading.key).or_default().push(Named::Alias(at, reading.admin_type));
            self.registry.aliases.push(alias);
        }
    }

    fn alias(&mut self, line: Line<'_>) -> Option<Alias> {
        let name = line.filled("alias", &mut self.findings).map(String::from);
        let code = self.code(line, "code");
        let kind = line.choice("kind", AliasKind::WORDS, &mut self.findings);
        let source = line.filled("source", &mut self.findings);
        if let Some(source) = source.filter(|source| self.registry.sources.iter().all(|known| known.id != *source)) {
            let finding = line.fault("source", Code::TableUnknownRef).with_both("what", ("nguồn", "source"));
            self.findings.push(finding.with("id", source).with("table", "sources.csv"));
        }
        let (valid_from, valid_to) = (line.date("valid_from", &mut self.findings), line.date("valid_to", &mut self.findings));
        self.order_of_dates(line, valid_from, valid_to);
        Some(Alias { name: name?, code: code?, valid_from, valid_to, kind: kind? }).filter(|alias| {
            let listed = self.registry.versions(&alias.code).any(|unit| alias.is_of(unit));
            if !listed {
                self.findings.push(unlisted(line, "code", &alias.code));
            }
            listed
        })
    }

    /// Why an alias would say nothing, or not one thing.
    fn useless(&self, alias: &Alias, key: &str) -> Option<(&'static str, &'static str)> {
        let own: Vec<_> = self.registry.versions(&alias.code).filter(|unit| alias.is_of(unit)).collect();
        let named = |at: usize| self.registry.searched.get(at).map(|searched| searched.key.as_str());
        let first = own.first().and_then(|unit| named(unit.at));
        if own.iter().any(|unit| named(unit.at) != first) {
            return Some(("mã này là của các đơn vị khác nhau trong thời gian đó", "the code is that of different units in that time"));
        }
        let mut others = self.registry.names.get(key).into_iter().flatten();
        let taken = others.any(|named| match *named {
            Named::Unit(at) => {
                let unit = self.registry.units.get(at);
                unit.is_some_and(|unit| alias.is_of(unit) && own.iter().any(|mine| mine.kind == unit.kind && mine.code != unit.code))
            }
            Named::Alias(at, _) => {
                let other = self.registry.aliases.get(at).filter(|other| other.code != alias.code);
                other.is_some_and(|other| self.registry.versions(&other.code).any(|unit| alias.is_of(unit) && other.is_of(unit)))
            }
        });
        if taken {
            return Some(("tên này cũng là của đơn vị khác", "another unit has the name too"));
        }
        let by_rule = first == Some(key) && readings(&alias.name).len() == 1;
        by_rule.then_some(("cách viết này được nhận theo quy tắc", "this spelling is recognised by rule"))
    }
}

fn unlisted(line: Line<'_>, column: &str, value: &str) -> Finding {
    let finding = line.fault(column, Code::TableUnknownRef).with_both("what", ("đơn vị", "unit"));
    finding.with("id", value).with("table", "provinces-*.csv, communes-*.csv")
}
