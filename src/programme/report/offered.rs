//! Criteria that can be judged from a report: their answers as city data, with the report as evidence.

use super::model::LocalReport;
use crate::city::{CityData, EvidenceDocument, EvidenceKind, ObsStatus, ObsValue, Observation};
use crate::criteria::{Role, UnitKind};
use crate::date::Date;
use crate::finding::Origin;
use crate::programme::outline::{Asks, Outline, OutlineCriterion, PartRole};
use crate::programme::round::{Punctuality, Round};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl LocalReport {
    /// City data with an answer to each criterion of a set that can be judged from this report, and the report as evidence: whether it came on
    /// time with every part, whether its funding is reported by category. It is an offer: `merge` puts it to the data of the place, and
    /// names every contradiction. A criterion whose answer is not known (no day) is left out; of a set that the outline names no criterion of,
    /// nothing is offered.
    ///
    /// `file` and `sha256` name the file of the report.
    #[must_use]
    pub fn offered(&self, outline: &Outline, round: &Round, set: &str, file: &str, sha256: &str) -> Option<CityData> {
        let answers: Vec<(&OutlineCriterion, bool)> = outline
            .criteria
            .iter()
            .filter(|criterion| criterion.set == set)
            .filter_map(|criterion| Some((criterion, self.answer(criterion.asks, outline, round)?)))
            .collect();
        if answers.is_empty() || self.unit.kind != UnitKind::Province {
            return None;
        }
        let day = self.day();
        let period = round.period.map(|period| period.to).or_else(|| Date::from_parts(day?.year(), None, None));
        let observation = |(criterion, answer): &(&OutlineCriterion, bool)| Observation {
            criterion: criterion.criterion.clone(),
            data_point: None,
            role: Role::Value,
            value: Some(ObsValue::Boolean(*answer)),
            unit: None,
            period,
            part: None,
            status: ObsStatus::A,
            quality: None,
            sampling: None,
            source: Some(file.into()),
            note: None,
            origin: Origin::default(),
        };
        let met: Vec<String> = answers.iter().filter(|(_, answer)| *answer).map(|(criterion, _)| criterion.criterion.clone()).collect();
        let evidence = EvidenceDocument {
            criteria: met,
            number: self.number.clone(),
            date: self.date.or(self.received),
            issuer: self.prepared_by.clone(),
            summary: format!("Báo cáo địa phương theo đề cương {} (đợt {})", outline.outline, round.round),
            pages: None,
            url: None,
            sha256: Some(sha256.to_string()),
            kind: EvidenceKind::Result,
            public: None,
            review: None,
            origin: Origin::default(),
        };
        let mut city = CityData::blank(self.unit.kind, &self.unit.name);
        city.unit.code.clone_from(&self.unit.code);
        city.fictional = self.fictional;
        city.observations = answers.iter().map(observation).collect();
        city.evidence = Some(evidence).filter(|document| !document.criteria.is_empty()).into_iter().collect();
        Some(city)
    }

    fn answer(&self, asks: Asks, outline: &Outline, round: &Round) -> Option<bool> {
        match asks {
            Asks::OnTimeAndComplete => match (self.is_complete(outline), round.punctuality(self)) {
                (false, _) | (_, Punctuality::Late) => Some(false),
                (true, Punctuality::OnTime) => Some(true),
                (true, Punctuality::Unknown) => None,
            },
            Asks::FundingByCategory => {
                let part = outline.parts.iter().find(|part| part.role == PartRole::Funding)?;
                let said = |item: &str| {
                    self.funding.iter().any(|line| line.category == item)
                        || self.nothing.iter().any(|nothing| nothing.item == item || nothing.item == part.head.id)
                };
                let known = self.funding.iter().any(|line| line.disbursed_dong().is_some());
                Some(known && part.items.iter().all(|item| said(&item.id)))
            }
        }
    }
}
