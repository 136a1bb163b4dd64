//! What a scheme says of its places, of criteria that are not looked at, of another year, of bands and of its verdict.

use super::ids::{unique, unknown};
use super::points::most_points;
use super::tree::judged;
use crate::criteria::judgement::Method;
use crate::criteria::read::Draft;
use crate::criteria::scheme::Scheme;
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use alloc::format;
use alloc::string::ToString;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (i, scheme) in draft.schemes.iter().enumerate() {
        let here = format!("/schemes/{i}");
        unique(&format!("{here}/unit_kinds"), scheme.unit_kinds.iter().map(|k| k.as_str().to_string()), findings);
        for (k, kind) in scheme.unit_kinds.iter().enumerate() {
            if !draft.header.unit_kinds.iter().any(|rule| rule.kind == *kind) {
                findings.push(unknown(format!("{here}/unit_kinds/{k}"), ("loại địa bàn", "kind of place"), kind.as_str()));
            }
        }
        not_considered(draft, &here, scheme, findings);
        if let Some(compare) = scheme.compare_with.as_ref().filter(|compare| !compare.year.is_year()) {
            let why = ("phải là một năm, viết YYYY", "it must be a year, written YYYY");
            let finding = Finding::at(Code::ImpossibleValue, format!("{here}/compare_with/year"));
            findings.push(finding.with("value", compare.year).with_both("why", why));
        }
        bands(&here, scheme, findings);
        if scheme.verdict && scheme.levels.len() != 1 {
            findings.push(Finding::at(Code::VerdictLevels, format!("{here}/verdict")).with("found", scheme.levels.len()));
        }
    }
}

/// A criterion of the tree whose method says what points it gets unseen.
fn not_considered(draft: &Draft, here: &str, scheme: &Scheme, findings: &mut Findings) {
    for (k, rule) in scheme.not_considered.iter().enumerate() {
        let place = format!("{here}/not_considered/{k}/criterion");
        if !scheme.tree.holds(&rule.criterion) {
            findings.push(unknown(place, ("tiêu chí", "criterion"), &rule.criterion));
            continue;
        }
        let method = draft.criteria.iter().find(|c| c.id == rule.criterion).and_then(|c| judged(c, scheme));
        let Some(method) = method else { continue };
        let gives = matches!(method, Method::Interpolate(_) | Method::Steps { .. });
        if !gives || most_points(method).is_none_or(|most| most <= Dec::ZERO) {
            let why = (
                "chỉ `interpolate` và `steps` nói rõ điểm của tiêu chí không xét",
                "only `interpolate` and `steps` say what points a criterion gets unseen",
            );
            findings.push(Finding::at(Code::MethodMismatch, place).with("method", method.as_str()).with_both("why", why));
        }
    }
}

/// Bands of shares: from 0 upwards, up to 1.
fn bands(here: &str, scheme: &Scheme, findings: &mut Findings) {
    let mut before = None;
    for (k, band) in scheme.bands.iter().enumerate() {
        let place = format!("{here}/bands/{k}/at_least");
        match before {
            None if band.at_least != Dec::ZERO => {
                findings.push(Finding::at(Code::BandStart, &*place).with("found", band.at_least));
            }
            Some(before) if band.at_least <= before => {
                findings.push(Finding::at(Code::EdgesOrder, &*place).with("edge", band.at_least).with("before", before));
            }
            _ => {}
        }
        if band.at_least > Dec::ONE {
            let why = ("phải từ 0 đến 1", "it must be from 0 to 1");
            findings.push(Finding::at(Code::ImpossibleValue, place).with("value", band.at_least).with_both("why", why));
        }
        before = Some(band.at_least);
    }
}
