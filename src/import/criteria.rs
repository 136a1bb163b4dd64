//! `criteria.csv`: the criteria, put together from all the tables about them.

use super::cell::word;
use super::importer::{Importer, weaker};
use super::index::unknown;
use super::inputs::{InputLines, Steps, remarks};
use super::kind::Kind;
use super::rules::{NO_EVIDENCE, PLANS, Rules, SURVEY_Z};
use super::table::Line;
use super::thresholds::Thresholds;
use crate::criteria::{Cite, Confidence, Criterion, Direction, EvidenceRule, Judgement, Method, Tier, UnitKindRule};
use crate::finding::Code;
use crate::number::Dec;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

const DIRECTIONS: &[Direction] = &[Direction::More, Direction::Less, Direction::None];
/// What has thresholds has a better side.
const JUDGED_DIRECTIONS: &[Direction] = &[Direction::More, Direction::Less];
const TIERS: &[Tier] = &[Tier::Basic, Tier::Elective];

/// What criteria are put together from, beside their own lines.
pub(super) struct Gathered<'g, 't> {
    pub(super) rules: &'g Rules<'t>,
    pub(super) kinds: &'g [UnitKindRule],
    /// Quantile for surveys, with its citations.
    pub(super) z: Option<(Dec, Vec<Cite>)>,
    pub(super) thresholds: Thresholds<'t>,
    pub(super) inputs: InputLines<'t>,
    pub(super) steps: Steps<'t>,
}

impl<'t> Importer<'t> {
    pub(super) fn criteria(&mut self, from: &Gathered<'_, 't>) -> Vec<Criterion> {
        let tables = self.tables;
        tables.criteria.lines().filter_map(|line| self.criterion(line, from)).collect()
    }

    fn criterion(&mut self, line: Line<'t>, from: &Gathered<'_, 't>) -> Option<Criterion> {
        let f = &mut self.findings;
        let id = line.id(f, "id");
        if let Some(group) = line.id(f, "group") {
            self.groups.refer(line, "group", group, f);
        }
        let label = line.text(f, "label");
        let kind = line.choice(f, "kind", Kind::ALL);
        let title = line.both(f, "title");
        let question = line.both_or_none(f, "question");
        let directions = if kind == Some(Kind::Monitor) { DIRECTIONS } else { JUDGED_DIRECTIONS };
        let direction = line.choice(f, "direction", directions);
        let tier = line.choice_or_none(f, "tier", TIERS);
        let related: Vec<String> = line.set(f, "related").into_iter().map(String::from).collect();
        let applies_to = self.applies_to(line, from.kinds);
        let evidence = kind.map(|kind| self.evidence(line, kind, from.rules));
        let data_point = self.data_point(line, from);
        let judgement = kind.and_then(|kind| self.judgement(line, kind, from));
        let cited = self.cited(line, "definition_source", "definition_clause");
        let weakest = cited.as_ref().and_then(|cited| weaker(cited.weakest, self.weakest_of_rows(line, kind, from.rules)));
        let confidence = self.confidence(line, weakest);
        let note: Vec<String> = line.note().into_iter().chain(remarks(&from.inputs, line.raw("id"))).collect();
        Some(Criterion {
            id: id?.into(),
            label: label?,
            title: title?,
            question,
            tier,
            applies_to,
            applies_when: Vec::new(),
            direction: direction?,
            direction_basis: None,
            data_points: vec![data_point?],
            judge: vec![judgement?],
            evidence: evidence?,
            cites: cited?.cites,
            confidence: confidence?,
            provenance: Vec::new(),
            related,
            note: (!note.is_empty()).then(|| note.join(" ")),
        })
    }

    fn applies_to(&mut self, line: Line<'_>, kinds: &[UnitKindRule]) -> Vec<String> {
        let words = line.ids(&mut self.findings, "applies_to");
        for word in &words {
            if !kinds.iter().any(|rule| rule.judged_as == *word) {
                let what = ("loại địa bàn", "kind of place");
                unknown(line, "applies_to", what, word, &self.tables.unit_kinds, &mut self.findings);
            }
        }
        words.into_iter().map(String::from).collect()
    }

    /// Evidence is asked of whatever is judged once the rules say that nothing is met without it.
    fn evidence(&mut self, line: Line<'_>, kind: Kind, rules: &Rules<'_>) -> Option<EvidenceRule> {
        let required = kind != Kind::Monitor && rules.get(NO_EVIDENCE, None).is_some();
        let f = &mut self.findings;
        let asked = if required { line.both_for(f, "evidence", &word(kind)) } else { line.both_or_none(f, "evidence") };
        let plans_count = rules.get(PLANS, None).is_none();
        asked.map(|asked| EvidenceRule { required, asked, plans_count })
    }

    fn judgement(&mut self, line: Line<'_>, kind: Kind, from: &Gathered<'_, 't>) -> Option<Judgement> {
        let tables = self.tables;
        let id = line.raw("id");
        if kind != Kind::Monitor && !tables.thresholds.lines().any(|threshold| threshold.raw("id") == id) {
            let here = line.fault("kind", Code::TableMissingRow);
            let why = ("tiêu chí không phải chỉ theo dõi thì cần ngưỡng", "a criterion that is not monitored needs a threshold");
            self.missing_row(here, &tables.thresholds, id, why);
        }
        let thresholds = from.thresholds.of(id);
        let method = match kind {
            Kind::Monitor => Method::Monitor,
            Kind::Survey => {
                let (z, cites) = from.z.clone()?;
                Method::Survey { z, cites, thresholds }
            }
            Kind::Boolean | Kind::Ratio | Kind::Quantity | Kind::Count | Kind::Ordinal => Method::PassFail { thresholds },
        };
        Some(Judgement { schemes: Vec::new(), method })
    }

    /// Confidence of the weakest source of all that a criterion cites beside its definition.
    fn weakest_of_rows(&self, line: Line<'_>, kind: Option<Kind>, rules: &Rules<'_>) -> Option<Confidence> {
        let lines = self.tables.thresholds.lines().chain(self.tables.variants.lines());
        let own = lines.filter(|row| row.raw("id") == line.raw("id"));
        let of_rows =
            own.map(|row| self.weakest_source(row, "source")).try_fold(Confidence::Primary, |weakest, next| Some(weakest.max(next?)));
        match rules.get(SURVEY_Z, None).filter(|_| kind == Some(Kind::Survey)) {
            Some(rule) => weaker(of_rows, Some(rule.confidence)),
            None => of_rows,
        }
    }
}
