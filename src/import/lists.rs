//! `sources.csv`, `units.csv`, `groups.csv` and `unit-kinds.csv`.

use super::cell::choice;
use super::importer::{CONFIDENCES, Importer};
use super::index::Once;
use crate::criteria::{Basis, Group, Source, UnitKind, UnitKindRule, UnitOfMeasure};
use crate::finding::Code;
use crate::number::Dec;
use alloc::string::ToString;
use alloc::vec::Vec;

const KINDS: &[UnitKind] = &[UnitKind::Province, UnitKind::UrbanArea, UnitKind::Commune, UnitKind::NewUrbanArea, UnitKind::National];

impl Importer<'_> {
    pub(super) fn sources(&mut self) -> Vec<Source> {
        let f = &mut self.findings;
        let read = self.tables.sources.lines().filter_map(|line| {
            let id = line.id(f, "id");
            let kind = line.id(f, "kind");
            let title = line.both(f, "title");
            let issuer = line.both(f, "issuer");
            let issued = line.date_or_none(f, "issued");
            let effective = line.date_or_none(f, "effective");
            let retrieved = line.date(f, "retrieved");
            let confidence = line.choice(f, "confidence", CONFIDENCES);
            Some(Source {
                id: id?.into(),
                kind: kind?.into(),
                number: line.optional("number").map(Into::into),
                title: title?,
                issuer: issuer?,
                issued,
                effective,
                url: line.optional("url").map(Into::into),
                retrieved: retrieved?,
                confidence: confidence?,
                note: line.note(),
            })
        });
        read.collect()
    }

    pub(super) fn units(&mut self) -> Vec<UnitOfMeasure> {
        let f = &mut self.findings;
        let read = self.tables.units.lines().filter_map(|line| {
            let id = line.id(f, "id");
            let symbol = line.both(f, "symbol");
            let factor = line.decimal_or_none(f, "factor").unwrap_or(Dec::ONE);
            Some(UnitOfMeasure { id: id?.into(), symbol: symbol?, factor })
        });
        read.collect()
    }

    /// The groups in the order of their numbers.
    pub(super) fn groups(&mut self) -> Vec<Group> {
        let mut numbers = Once::default();
        let mut groups = Vec::new();
        for line in self.tables.groups.lines() {
            let f = &mut self.findings;
            let id = line.id(f, "id");
            let n = line.count(f, "n", 1, 9_999);
            let title = line.both(f, "title");
            if let Some(n) = n {
                numbers.first(n.to_string(), line, "n", f);
            }
            let has_criteria = self.tables.criteria.lines().any(|criterion| Some(criterion.raw("group")) == id);
            if let Some(id) = id.filter(|_| self.tables.criteria.is_sound && !has_criteria) {
                self.findings.push(line.fault("id", Code::TableEmptyGroup).with("id", id));
            }
            let cited = self.cited(line, "source", "clause");
            self.confidence(line, cited.as_ref().and_then(|cited| cited.weakest));
            if let (Some(id), Some(n), Some(title), Some(cited)) = (id, n, title, cited) {
                groups.push((n, Group { id: id.into(), label: n.to_string(), title, cites: cited.cites, note: line.note() }));
            }
        }
        groups.sort_by_key(|(n, _)| *n);
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// Which kinds of place are judged; without a table those that criteria name, each as itself.
    pub(super) fn unit_kinds(&mut self) -> Vec<UnitKindRule> {
        if !self.tables.unit_kinds.is_given {
            return self.named_kinds();
        }
        let mut once = Once::default();
        let f = &mut self.findings;
        let read = self.tables.unit_kinds.lines().filter_map(|line| {
            let kind = line.choice(f, "kind", KINDS);
            let judged_as = line.id(f, "judged_as");
            let title = line.both_or_none(f, "title");
            let basis = line.choice(f, "basis", &[Basis::Source, Basis::Assumption]);
            let level = line.choice_or_none(f, "level", &["reading"]);
            let kind = kind.filter(|kind| once.first(kind.as_str(), line, "kind", f));
            Some(UnitKindRule {
                kind: kind?,
                judged_as: judged_as?.into(),
                title,
                basis: basis?,
                level_is_reading: level.is_some(),
                note: line.note(),
            })
        });
        read.collect()
    }

    fn named_kinds(&self) -> Vec<UnitKindRule> {
        let words = || self.tables.criteria.lines().flat_map(|line| line.raw("applies_to").split(';'));
        let named = KINDS.iter().filter(|kind| words().any(|word| choice(word.trim(), KINDS) == Some(**kind)));
        let rule = |kind: &UnitKind| UnitKindRule {
            kind: *kind,
            judged_as: kind.as_str().into(),
            title: None,
            basis: Basis::Source,
            level_is_reading: false,
            note: None,
        };
        named.map(rule).collect()
    }
}
