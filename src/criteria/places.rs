//! Every list of tests of a place that a set makes, with the place of the list in its file.

use super::criterion::Criterion;
use super::judgement::{AttributeTest, Method};
use super::scheme::{Condition, Limit, Precondition, Scheme};
use alloc::format;

type Visit<'v, 'd> = &'v mut dyn FnMut(&str, &'d [AttributeTest]);

/// Visits the lists of the criteria, then those of the schemes, in the order of the file.
pub(crate) fn tests<'d>(criteria: &'d [Criterion], schemes: &'d [Scheme], visit: Visit<'_, 'd>) {
    for (i, one) in criteria.iter().enumerate() {
        criterion(&format!("/criteria/{i}"), one, visit);
    }
    for (i, one) in schemes.iter().enumerate() {
        scheme(&format!("/schemes/{i}"), one, visit);
    }
}

/// Visits the lists of one criterion.
pub(crate) fn criterion<'d>(here: &str, criterion: &'d Criterion, visit: Visit<'_, 'd>) {
    visit(&format!("{here}/applies_when"), &criterion.applies_when);
    for (k, judgement) in criterion.judge.iter().enumerate() {
        method(&format!("{here}/judge/{k}"), &judgement.method, visit);
    }
}

fn method<'d>(here: &str, of: &'d Method, visit: Visit<'_, 'd>) {
    match of {
        Method::Interpolate(i) => {
            if let Some(relief) = &i.relief {
                visit(&format!("{here}/relief/when"), &relief.when);
            }
        }
        Method::Steps { open: Some(open), .. } => visit(&format!("{here}/open/when"), &open.when),
        Method::Combine { of, .. } => {
            for (k, part) in of.iter().enumerate() {
                method(&format!("{here}/of/{k}"), &part.method, visit);
            }
        }
        other => {
            for (k, threshold) in other.thresholds().iter().enumerate() {
                for (m, variant) in threshold.variants.iter().enumerate() {
                    visit(&format!("{here}/thresholds/{k}/variants/{m}/when"), &variant.when);
                }
            }
        }
    }
}

/// Visits the lists of one scheme, those of its conditions included.
pub(crate) fn scheme<'d>(here: &str, scheme: &'d Scheme, visit: Visit<'_, 'd>) {
    for (k, rule) in scheme.not_considered.iter().enumerate() {
        visit(&format!("{here}/not_considered/{k}/when"), &rule.when);
    }
    for (k, precondition) in scheme.preconditions.iter().enumerate() {
        let (key, of) = match precondition {
            Precondition::MinApplicable { min, .. } => ("min", min),
            Precondition::MaxNotApplicableShare { max, .. } => ("max", max),
        };
        limit(&format!("{here}/preconditions/{k}/{key}"), of, visit);
    }
    for (k, level) in scheme.levels.iter().enumerate() {
        for (_, m, inner) in level.conditions.inner() {
            condition(&format!("{here}/levels/{k}/conditions/{m}"), inner, visit);
        }
    }
}

fn condition<'d>(here: &str, of: &'d Condition, visit: Visit<'_, 'd>) {
    match of {
        Condition::If { when, .. } => visit(&format!("{here}/when"), when),
        Condition::ShareMet { min, .. } | Condition::CountMet { min, .. } | Condition::NodeValue { min, .. } => {
            limit(&format!("{here}/min"), min, visit);
        }
        _ => {}
    }
    for (list, k, inner) in of.inner() {
        condition(&format!("{here}/{list}/{k}"), inner, visit);
    }
}

fn limit<'d>(here: &str, of: &'d Limit, visit: Visit<'_, 'd>) {
    let Limit::Varied { variants, .. } = of else { return };
    for (k, variant) in variants.iter().enumerate() {
        visit(&format!("{here}/variants/{k}/when"), &variant.when);
    }
}
