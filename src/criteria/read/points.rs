//! Reads the parameters of the methods that give points, of ranges and of combinations.

use super::expression::expr;
use super::header::{basis, cites, confidence, level};
use super::judgement::{attribute_test, method};
use crate::city::EvidenceKind;
use crate::criteria::judgement::Method;
use crate::criteria::points::{Band, Combination, CombinePart, Ground, Interpolate, Open, OutsideRange, PartEvidence, Range, Relief};
use crate::finding::Code;
use crate::json::{Json, Object, Reader};

fn ground(r: &mut Reader, o: &mut Object<'_>) -> Option<Ground> {
    let basis = o.required(r, "basis", basis);
    let confidence = o.required(r, "confidence", confidence);
    let cites = cites(r, o);
    let note = o.optional(r, "note", Reader::string);
    Some(Ground { basis: basis?, confidence: confidence?, cites: cites?, note })
}

fn band(r: &mut Reader, json: &Json) -> Option<Band> {
    let mut o = r.object(json)?;
    let at_least = o.required(r, "at_least", Reader::decimal);
    let points = o.required(r, "points", Reader::decimal);
    o.finish(r);
    Some(Band { at_least: at_least?, points: points? })
}

pub(super) fn interpolate(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let minimum = o.required(r, "minimum", Reader::decimal);
    let maximum = o.required(r, "maximum", Reader::decimal);
    let points_min = o.required(r, "points_min", Reader::decimal);
    let points_max = o.required(r, "points_max", Reader::decimal);
    let relief = o.optional(r, "relief", relief);
    let ground = ground(r, o);
    Some(Method::Interpolate(Interpolate {
        minimum: minimum?,
        maximum: maximum?,
        points_min: points_min?,
        points_max: points_max?,
        relief,
        ground: ground?,
    }))
}

fn relief(r: &mut Reader, json: &Json) -> Option<Relief> {
    let mut o = r.object(json)?;
    let when = o.full_list(r, "when", attribute_test);
    let factor = o.required(r, "factor", Reader::decimal);
    let whole = o.optional(r, "whole", Reader::boolean).unwrap_or(false);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Relief { when, factor: factor?, whole, cites: cites?, note })
}

pub(super) fn steps(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let points = o.full_list(r, "points", band);
    let open = o.optional(r, "open", open);
    ground(r, o).map(|ground| Method::Steps { points, open, ground })
}

fn open(r: &mut Reader, json: &Json) -> Option<Open> {
    let mut o = r.object(json)?;
    let when = o.full_list(r, "when", attribute_test);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Open { when, cites: cites?, note })
}

pub(super) fn target_share(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let target = o.required(r, "target", Reader::decimal);
    let bands = o.full_list(r, "bands", band);
    let ground = ground(r, o);
    Some(Method::TargetShare { target: target?, bands, ground: ground? })
}

pub(super) fn range(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let at = o.required(r, "level", level);
    let low = o.required(r, "low", Reader::decimal);
    let high = o.required(r, "high", Reader::decimal);
    let below = o.required(r, "below", |r, j| r.choice(j, OutsideRange::WORDS));
    let above = o.required(r, "above", |r, j| r.choice(j, OutsideRange::WORDS));
    let printed = o.optional(r, "printed", Reader::text);
    let horizon = o.optional(r, "horizon", Reader::string);
    let ground = ground(r, o);
    Some(Method::Range(Range { level: at?, low: low?, high: high?, below: below?, above: above?, printed, horizon, ground: ground? }))
}

pub(in crate::criteria) type ReadCombination = fn(&mut Reader, &mut Object<'_>) -> Option<Combination>;

pub(in crate::criteria) const COMBINATIONS: &[(&str, ReadCombination)] = &[
    ("any", |_, _| Some(Combination::Any)),
    ("all", |_, _| Some(Combination::All)),
    ("at_least", |r, o| o.required(r, "n", |r, j| r.count(j, 1, 16)).map(|n| Combination::AtLeast { n })),
    ("readings", |_, _| Some(Combination::Readings)),
    ("sum", |_, _| Some(Combination::Sum)),
];

/// How many parts a combination may have.
pub(in crate::criteria) const PARTS: (usize, usize) = (2, 16);

/// The methods that a part may have.
pub(in crate::criteria) const PART_METHODS: &[&str] = &["pass_fail", "range", "target_share", "monitor"];

pub(super) fn combine(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let how = o.required(r, "how", |r, j| r.choice(j, COMBINATIONS)).and_then(|read| read(r, o));
    let of = o.list_of(r, "of", PARTS, part);
    how.map(|how| Method::Combine { how, of })
}

fn part(r: &mut Reader, json: &Json) -> Option<CombinePart> {
    let mut o = r.object(json)?;
    let data_point = o.optional(r, "data_point", Reader::id);
    let title = o.optional(r, "title", Reader::text);
    let derive = o.optional(r, "derive", expr);
    let evidence = o.optional(r, "evidence", |r, j| {
        let mut o = r.object(j)?;
        let kind = o.required(r, "kind", |r, j| r.choice(j, &[("recognition", EvidenceKind::Recognition)]));
        o.finish(r);
        Some(PartEvidence { kind: kind? })
    });
    let method = method(r, &mut o);
    o.finish(r);
    let method = method?;
    if !PART_METHODS.contains(&method.as_str()) {
        let finding = r.find(Code::MethodNotAPart).with("method", method.as_str());
        r.push(finding);
        return None;
    }
    Some(CombinePart { data_point, title, derive, evidence, method })
}
