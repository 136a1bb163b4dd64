//! The numbers of `levels.csv` that a caller may override.

use super::importer::Importer;
use super::rules::{BASIC_SHARE, ELECTIVES, GROUP_SHARE, MAX_NOT_APPLICABLE, MIN_APPLICABLE, Rule, Rules};
use crate::criteria::{Basis, Parameter};
use crate::finding::Code;
use crate::number::Dec;
use crate::text::Text;
use alloc::vec::Vec;

/// Most criteria that a count may ask for.
const MOST_COUNT: u32 = 1_000;

#[derive(Clone, Copy, PartialEq)]
enum Measure {
    Share,
    Count,
}

struct Meaning {
    id: &'static str,
    measure: Measure,
    vi: &'static str,
    en: &'static str,
}

const PARAMETERS: &[Meaning] = &[
    Meaning {
        id: BASIC_SHARE,
        measure: Measure::Share,
        vi: "Tỷ lệ chỉ số cơ bản tối thiểu phải đạt",
        en: "Lowest share of basic criteria that must be met",
    },
    Meaning {
        id: ELECTIVES,
        measure: Measure::Count,
        vi: "Số chỉ số lựa chọn tối thiểu phải đạt",
        en: "Fewest elective criteria that must be met",
    },
    Meaning {
        id: GROUP_SHARE,
        measure: Measure::Share,
        vi: "Tỷ lệ chỉ số cơ bản tối thiểu phải đạt trong từng nhóm",
        en: "Lowest share of basic criteria that must be met in each group",
    },
    Meaning {
        id: MIN_APPLICABLE,
        measure: Measure::Count,
        vi: "Số chỉ số cơ bản tối thiểu phải áp dụng được thì mới nêu cấp độ",
        en: "Fewest basic criteria that must apply for a level to be stated",
    },
    Meaning {
        id: MAX_NOT_APPLICABLE,
        measure: Measure::Share,
        vi: "Tỷ lệ chỉ số cơ bản tối đa được khai không áp dụng",
        en: "Largest share of basic criteria that may be claimed not applicable",
    },
];

impl Importer<'_> {
    pub(super) fn parameters(&mut self, rules: &Rules<'_>) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        for rule in &rules.list {
            if let Some(meaning) = PARAMETERS.iter().find(|meaning| meaning.id == rule.key) {
                parameters.extend(self.parameter(rule, meaning));
            }
        }
        parameters
    }

    fn parameter(&mut self, rule: &Rule<'_>, meaning: &Meaning) -> Option<Parameter> {
        let line = rule.line;
        line.choice(&mut self.findings, "status", &["parameter"]);
        let (value, maximum) = match meaning.measure {
            Measure::Share => (line.decimal(&mut self.findings, "value")?, Dec::ONE),
            Measure::Count => {
                let value = line.count(&mut self.findings, "value", 0, MOST_COUNT)?;
                (Dec::from_count(value.into()), Dec::from_count(MOST_COUNT.into()))
            }
        };
        if value < Dec::ZERO || value > maximum {
            let finding = line.fault("value", Code::ParameterRange).with("id", rule.key).with("value", value);
            self.findings.push(finding.with("minimum", Dec::ZERO).with("maximum", maximum));
        }
        Some(Parameter {
            id: rule.key.into(),
            level: rule.level,
            value,
            minimum: Dec::ZERO,
            maximum,
            title: Text::new(meaning.vi, meaning.en),
            basis: if rule.is_own { Basis::Assumption } else { Basis::Derived },
            confidence: rule.confidence,
            cites: rule.cites.clone(),
            note: line.note(),
        })
    }
}
