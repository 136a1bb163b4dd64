//! Numbers of the rules that could not be meant: they would turn a result round without a word.

use super::ids::ids;
use crate::criteria::criterion::{DataKind, Parts};
use crate::criteria::judgement::{Method, ThresholdValue};
use crate::criteria::read::Draft;
use crate::criteria::scheme::{Condition, Limit, Precondition};
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use alloc::format;
use alloc::string::String;

const ABOVE_ZERO: (&str, &str) = ("phải lớn hơn 0", "it must be above 0");
const NOT_NEGATIVE: (&str, &str) = ("không được âm", "it must not be negative");
const A_SHARE: (&str, &str) = ("phải từ 0 đến 1", "it must be from 0 to 1");

struct Values<'f>(&'f mut Findings);

impl Values<'_> {
    fn wrong(&mut self, here: String, value: impl core::fmt::Display, why: (&'static str, &'static str)) {
        self.0.push(Finding::at(Code::ImpossibleValue, here).with("value", value).with_both("why", why));
    }

    fn above_zero(&mut self, here: String, value: Dec) {
        if value <= Dec::ZERO {
            self.wrong(here, value, ABOVE_ZERO);
        }
    }

    fn not_negative(&mut self, here: String, value: Dec) {
        if value < Dec::ZERO {
            self.wrong(here, value, NOT_NEGATIVE);
        }
    }

    fn share(&mut self, here: String, value: Dec) {
        if value < Dec::ZERO || value > Dec::ONE {
            self.wrong(here, value, A_SHARE);
        }
    }

    fn condition(&mut self, here: &str, condition: &Condition) {
        match condition {
            Condition::AtLeast { n, of } if usize::try_from(*n).is_ok_and(|n| n > of.len()) => {
                self.wrong(format!("{here}/n"), n, ("nhiều hơn số điều kiện", "there are fewer conditions"));
            }
            Condition::ShareMet { min, .. } => self.limit(&format!("{here}/min"), min, Self::share),
            Condition::CountMet { min, .. } => self.limit(&format!("{here}/min"), min, Self::not_negative),
            _ => {}
        }
        for (list, k, inner) in condition.inner() {
            self.condition(&format!("{here}/{list}/{k}"), inner);
        }
    }

    /// Every number that a limit can be; a parameter is checked where it is declared.
    fn limit(&mut self, here: &str, limit: &Limit, check: fn(&mut Self, String, Dec)) {
        match limit {
            Limit::Fixed(value) => check(self, here.into(), *value),
            Limit::Parameter(_) => {}
            Limit::Varied { value, variants } => {
                check(self, format!("{here}/value"), *value);
                for (k, variant) in variants.iter().enumerate() {
                    check(self, format!("{here}/variants/{k}/value"), variant.value);
                }
            }
        }
    }
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut v = Values(findings);
    for (i, unit) in draft.header.units.iter().enumerate() {
        v.above_zero(format!("/units/{i}/factor"), unit.factor);
    }
    for (i, criterion) in draft.criteria.iter().enumerate() {
        let here = format!("/criteria/{i}");
        let words = ids(criterion.applies_to.iter().map(String::as_str));
        if words.len() != criterion.applies_to.len() {
            v.wrong(
                format!("{here}/applies_to"),
                criterion.applies_to.join(", "),
                ("một loại địa bàn có hai lần", "a kind of place stands twice"),
            );
        }
        for (k, point) in criterion.data_points.iter().enumerate() {
            if point.kind != DataKind::Number && point.parts == Parts::Sum {
                let why = ("có/không và bậc không cộng được", "yes/no answers and steps cannot be added");
                v.wrong(format!("{here}/data_points/{k}/parts"), "sum", why);
            }
        }
        for (k, judgement) in criterion.judge.iter().enumerate() {
            method(&mut v, &format!("{here}/judge/{k}"), &judgement.method);
        }
    }
    for (i, scheme) in draft.schemes.iter().enumerate() {
        let here = format!("/schemes/{i}");
        v.above_zero(format!("{here}/scale"), scheme.scale);
        if let Some(share) = scheme.missing.minimum_share {
            v.share(format!("{here}/missing/minimum_share"), share);
        }
        if let Some(tolerance) = &scheme.published_tolerance {
            v.not_negative(format!("{here}/published_tolerance/value"), tolerance.value);
        }
        for (k, rule) in scheme.rounding.iter().enumerate() {
            if scheme.rounding.iter().take(k).any(|earlier| earlier.stage == rule.stage) {
                v.wrong(format!("{here}/rounding/{k}/stage"), k + 1, ("bước này đã có quy tắc làm tròn", "this stage has a rule already"));
            }
        }
        for (k, precondition) in scheme.preconditions.iter().enumerate() {
            match precondition {
                Precondition::MinApplicable { min, .. } => v.limit(&format!("{here}/preconditions/{k}/min"), min, Values::not_negative),
                Precondition::MaxNotApplicableShare { max, .. } => v.limit(&format!("{here}/preconditions/{k}/max"), max, Values::share),
            }
        }
        for (k, level) in scheme.levels.iter().enumerate() {
            for (_, m, condition) in level.conditions.inner() {
                v.condition(&format!("{here}/levels/{k}/conditions/{m}"), condition);
            }
        }
    }
}

fn method(v: &mut Values<'_>, here: &str, method: &Method) {
    if let Method::Combine { of, .. } = method {
        for (k, part) in of.iter().enumerate() {
            self::method(v, &format!("{here}/of/{k}"), &part.method);
        }
    }
    if let Method::Survey { z, thresholds, .. } = method {
        v.above_zero(format!("{here}/z"), *z);
        for (k, threshold) in thresholds.iter().enumerate() {
            if let ThresholdValue::Number(value) = threshold.value {
                v.not_negative(format!("{here}/thresholds/{k}/value"), value);
            }
        }
    }
    let thresholds = method.thresholds();
    for (k, threshold) in thresholds.iter().enumerate() {
        let Some(from) = threshold.carried_from else { continue };
        let repeats = thresholds.iter().any(|t| t.level == from && from < threshold.level && t.value == threshold.value);
        if !repeats {
            let why = ("cấp độ đó không có ngưỡng thấp hơn mang cùng giá trị", "no lower level has a threshold of the same value");
            v.wrong(format!("{here}/thresholds/{k}/carried_from"), from, why);
        }
    }
}
