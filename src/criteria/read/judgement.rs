//! Reads judgements: dispatch on the method's name, then its parameters. A new method is one line in [`METHODS`] and one function.

use super::header::{basis, cites, confidence, level};
use super::points;
use crate::criteria::judgement::{
    AttributeTest, FigureUse, Judgement, MemberCount, Method, Op, Outside, Threshold, ThresholdValue, Variant,
};
use crate::json::{Json, Object, Reader};

pub(in crate::criteria) type ReadMethod = fn(&mut Reader, &mut Object<'_>) -> Option<Method>;

pub(in crate::criteria) const METHODS: &[(&str, ReadMethod)] = &[
    ("pass_fail", pass_fail),
    ("survey", survey),
    ("goalposts", goalposts),
    ("interpolate", points::interpolate),
    ("steps", points::steps),
    ("target_share", points::target_share),
    ("range", points::range),
    ("combine", points::combine),
    ("monitor", |_, _| Some(Method::Monitor)),
];

pub(in crate::criteria) const OUTSIDE: &[(&str, Outside)] = &[("clamp", Outside::Clamp), ("refuse", Outside::Refuse)];

pub(super) fn judgement(r: &mut Reader, json: &Json) -> Option<Judgement> {
    let mut o = r.object(json)?;
    let schemes = o.list(r, "schemes", Reader::id);
    let method = method(r, &mut o);
    o.finish(r);
    Some(Judgement { schemes, method: method? })
}

/// The method, of a criterion or of one part of a combination.
pub(super) fn method(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    o.required(r, "method", |r, j| r.choice(j, METHODS)).and_then(|read| read(r, o))
}

fn pass_fail(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    Some(Method::PassFail { thresholds: o.full_list(r, "thresholds", threshold) })
}

fn survey(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let z = o.required(r, "z", Reader::decimal);
    let cites = cites(r, o);
    let thresholds = o.full_list(r, "thresholds", threshold);
    Some(Method::Survey { z: z?, cites: cites?, thresholds })
}

fn goalposts(r: &mut Reader, o: &mut Object<'_>) -> Option<Method> {
    let worst = o.required(r, "worst", Reader::decimal);
    let best = o.required(r, "best", Reader::decimal);
    let outside = o.required(r, "outside", |r, j| r.choice(j, OUTSIDE));
    let basis = o.required(r, "basis", basis);
    let confidence = o.required(r, "confidence", confidence);
    let cites = cites(r, o);
    Some(Method::Goalposts { worst: worst?, best: best?, outside: outside?, basis: basis?, confidence: confidence?, cites: cites? })
}

fn threshold(r: &mut Reader, json: &Json) -> Option<Threshold> {
    let mut o = r.object(json)?;
    let at = o.required(r, "level", level);
    let op = o.required(r, "op", |r, j| r.choice(j, Op::WORDS));
    let value = o.required(r, "value", threshold_value);
    let printed_op = o.optional(r, "printed_op", Reader::string);
    let basis = o.required(r, "basis", basis);
    let uses = o.list(r, "use", |r, j| r.choice(j, FigureUse::WORDS));
    let confidence = o.required(r, "confidence", confidence);
    let carried_from = o.optional(r, "carried_from", level);
    let figure = o.optional(r, "figure", Reader::string);
    let horizon = o.optional(r, "horizon", Reader::string);
    let cites = cites(r, &mut o);
    let variants = o.list(r, "variants", variant);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Threshold {
        level: at?,
        op: op?,
        value: value?,
        printed_op,
        basis: basis?,
        uses,
        confidence: confidence?,
        carried_from,
        figure,
        horizon,
        cites: cites?,
        variants,
        note,
    })
}

fn threshold_value(r: &mut Reader, json: &Json) -> Option<ThresholdValue> {
    match json {
        Json::Text(word) if word == "yes" => Some(ThresholdValue::Yes),
        other => r.decimal(other).map(ThresholdValue::Number),
    }
}

fn variant(r: &mut Reader, json: &Json) -> Option<Variant> {
    let mut o = r.object(json)?;
    let when = o.full_list(r, "when", attribute_test);
    let value = o.required(r, "value", threshold_value);
    let basis = o.required(r, "basis", basis);
    let confidence = o.required(r, "confidence", confidence);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Variant { when, value: value?, basis: basis?, confidence: confidence?, cites: cites?, note })
}

pub(in crate::criteria) const MEMBER_COUNTS: &[(&str, MemberCount)] = &[("one", MemberCount::One), ("several", MemberCount::Several)];

#[derive(Clone, Copy)]
pub(in crate::criteria) enum Attribute {
    UrbanClass,
    Members,
    Flag(fn(bool) -> AttributeTest),
}

pub(in crate::criteria) const ATTRIBUTES: &[(&str, Attribute)] = &[
    ("urban_class", Attribute::UrbanClass),
    ("members", Attribute::Members),
    ("centrally_run", Attribute::Flag(AttributeTest::CentrallyRun)),
    ("heritage", Attribute::Flag(AttributeTest::Heritage)),
    ("special_factors", Attribute::Flag(AttributeTest::SpecialFactors)),
];

pub(super) fn attribute_test(r: &mut Reader, json: &Json) -> Option<AttributeTest> {
    let mut o = r.object(json)?;
    let test = match o.required(r, "attribute", |r, j| r.choice(j, ATTRIBUTES))? {
        Attribute::UrbanClass => {
            let class = |r: &mut Reader, j: &Json| r.choice(j, crate::city::URBAN_CLASSES).map(Into::into);
            Some(AttributeTest::UrbanClass(o.full_list(r, "in", class)))
        }
        Attribute::Members => Some(AttributeTest::Members(o.full_list(r, "in", |r, j| r.choice(j, MEMBER_COUNTS)))),
        Attribute::Flag(build) => o.required(r, "equals", Reader::boolean).map(build),
    };
    o.finish(r);
    test
}
