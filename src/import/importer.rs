//! What every part of the import shares: tables, findings, and who cites what.

use super::cell::{choice, word};
use super::index::Index;
use super::table::{Line, Table};
use super::tables::Tables;
use crate::criteria::{Basis, Cite, Confidence};
use crate::finding::{Code, Finding, Findings};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

pub(super) const CONFIDENCES: &[Confidence] = &[Confidence::Primary, Confidence::Mirror, Confidence::Secondary];
pub(super) const BASES: &[Basis] =
    &[Basis::OfficialTarget, Basis::OfficialBand, Basis::Derived, Basis::Assumption, Basis::Definition, Basis::Source];

/// The kind of source that stands for the set's own choices.
const OWN_RULE: &str = "set_rule";

pub(super) struct Importer<'t> {
    pub(super) tables: &'t Tables,
    pub(super) findings: Findings,
    pub(super) units: Index<'t>,
    pub(super) groups: Index<'t>,
    pub(super) criteria: Index<'t>,
    sources: Index<'t>,
    cited: BTreeSet<&'t str>,
}

/// The citations of a line.
pub(super) struct Cited {
    pub(super) cites: Vec<Cite>,
    /// Confidence of the weakest source; `None` when one of them could not be read.
    pub(super) weakest: Option<Confidence>,
    /// One of them is the set's own rule.
    pub(super) is_own_rule: bool,
}

impl<'t> Importer<'t> {
    pub(super) fn new(tables: &'t Tables, mut findings: Findings) -> Self {
        let sources = Index::new(&tables.sources, ("nguồn", "source"), &mut findings);
        let units = Index::new(&tables.units, ("đơn vị", "unit"), &mut findings);
        let groups = Index::new(&tables.groups, ("nhóm", "group"), &mut findings);
        let criteria = Index::new(&tables.criteria, ("tiêu chí", "criterion"), &mut findings);
        Self { tables, findings, units, groups, criteria, sources, cited: BTreeSet::new() }
    }

    /// A list of sources with the list of their clauses.
    pub(super) fn cited(&mut self, line: Line<'t>, sources: &str, clauses: &str) -> Option<Cited> {
        let findings = &mut self.findings;
        let filled = (line.filled(findings, sources), line.filled(findings, clauses));
        let (ids, places) = (line.items(findings, sources), line.items(findings, clauses));
        if let (Some(_), Some(_)) = filled
            && ids.len() != places.len()
        {
            let finding = line.fault(clauses, Code::TableListLength).with("found", places.len());
            findings.push(finding.with("other", sources).with("expected", ids.len()));
        }
        let mut is_own_rule = false;
        for id in ids.iter().filter(|id| !id.is_empty()) {
            let source = self.sources.refer(line, sources, id, findings);
            is_own_rule |= source.is_some_and(|source| source.raw("kind") == OWN_RULE);
            self.cited.insert(id);
        }
        let pairs = ids.iter().zip(&places);
        let cites = pairs.map(|(source, clause)| Cite { source: (*source).into(), clause: (*clause).into() }).collect();
        filled.0.zip(filled.1)?;
        Some(Cited { cites, weakest: self.weakest_source(line, sources), is_own_rule })
    }

    /// Confidence of the weakest source in a list; `None` when one of them could not be read.
    pub(super) fn weakest_source(&self, line: Line<'_>, column: &str) -> Option<Confidence> {
        let confidence = |id| choice(self.sources.get(id)?.raw("confidence"), CONFIDENCES);
        line.raw(column).split(';').map(str::trim).map(confidence).fold(Some(Confidence::Primary), weaker)
    }

    /// The confidence a line states, which must be that of its weakest source.
    pub(super) fn confidence(&mut self, line: Line<'_>, weakest: Option<Confidence>) -> Option<Confidence> {
        let found = line.choice(&mut self.findings, "confidence", CONFIDENCES)?;
        if let Some(expected) = weakest.filter(|weakest| *weakest != found) {
            let finding = line.fault("confidence", Code::TableConfidence).with("found", word(found));
            self.findings.push(finding.with("expected", word(expected)));
        }
        Some(found)
    }

    /// The unit of measure in column `unit`.
    pub(super) fn unit(&mut self, line: Line<'_>) -> Option<&'t str> {
        let id = line.id(&mut self.findings, "unit")?;
        self.units.refer(line, "unit", id, &mut self.findings).map(|unit| unit.raw("id"))
    }

    /// The criterion in column `id`.
    pub(super) fn owner(&mut self, line: Line<'_>) -> Option<Line<'t>> {
        let id = line.id(&mut self.findings, "id")?;
        self.criteria.refer(line, "id", id, &mut self.findings)
    }

    /// A table lacks a row that something at hand needs; unless the table could not be read.
    pub(super) fn missing_row(&mut self, here: Finding, table: &Table, key: &str, why: (&'static str, &'static str)) {
        if table.is_sound {
            self.findings.push(here.with("table", table.schema.name).with("key", key).with_both("why", why));
        }
    }

    /// Sources that nothing has cited.
    pub(super) fn unused_sources(&mut self) {
        for line in self.tables.sources.lines() {
            if let Some(id) = line.optional("id").filter(|id| !self.cited.contains(id)) {
                self.findings.push(line.fault("id", Code::UnusedSource).with("id", id));
            }
        }
    }
}

/// The weaker of two; unknown when one of them is.
pub(super) fn weaker(one: Option<Confidence>, other: Option<Confidence>) -> Option<Confidence> {
    one.zip(other).map(|(one, other)| one.max(other))
}
