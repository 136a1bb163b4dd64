//! Reads schemes: tree, missing policy, rounding, levels and their conditions.

use super::criterion::tier;
use super::header::{basis, cites, level};
use super::judgement::attribute_test;
use super::treatment::panel_rule;
use crate::criteria::header::UnitKind;
use crate::criteria::judgement::Op;
use crate::criteria::scheme::{
    Aggregate, Child, CompareWith, Condition, Level, Limit, LimitVariant, MissingPolicy, MissingRule, Node, NotConsidered, Precondition,
    RoundingRule, RoundingStage, Scheme, ScoreOf, ShareBand, Tolerance,
};
use crate::json::{Json, Object, Reader};
use crate::number::{Dec, RoundingMode};

pub(in crate::criteria) const STAGES: &[(&str, RoundingStage)] =
    &[("criterion", RoundingStage::Criterion), ("group", RoundingStage::Group), ("score", RoundingStage::Score)];
pub(in crate::criteria) const MODES: &[(&str, RoundingMode)] =
    &[("half_up", RoundingMode::HalfUp), ("half_even", RoundingMode::HalfEven), ("down", RoundingMode::Down)];

pub(super) fn scheme(r: &mut Reader, json: &Json) -> Option<Scheme> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let tree = o.required(r, "tree", |r, j| {
        let mut o = r.object(j)?;
        let root = node(r, &mut o, None);
        o.finish(r);
        root
    });
    let missing = o.required(r, "missing", missing);
    let unit_kinds = o.list(r, "unit_kinds", |r, j| r.choice(j, UnitKind::WORDS));
    let not_considered = o.list(r, "not_considered", not_considered);
    let compare_with = o.optional(r, "compare_with", compare_with);
    let panel = o.optional(r, "panel", panel_rule);
    let rounding = o.list(r, "rounding", rounding);
    let scale = o.optional(r, "scale", Reader::decimal).unwrap_or(Dec::ONE);
    let score = o.optional(r, "score", |r, j| {
        let mut o = r.object(j)?;
        let of = o.required(r, "of", |r, j| r.choice(j, ScoreOf::WORDS));
        o.finish(r);
        of
    });
    let bands = o.list(r, "bands", share_band);
    let preconditions = o.list(r, "preconditions", precondition);
    let levels = o.list(r, "levels", maturity_level);
    let verdict = o.optional(r, "verdict", Reader::boolean).unwrap_or(false);
    let published_tolerance = o.optional(r, "published_tolerance", |r, j| {
        let mut o = r.object(j)?;
        let value = o.required(r, "value", Reader::decimal);
        let cites = cites(r, &mut o);
        o.finish(r);
        Some(Tolerance { value: value?, cites: cites? })
    });
    o.finish(r);
    Some(Scheme {
        id: id?,
        title: title?,
        tree: tree?,
        missing: missing?,
        unit_kinds,
        not_considered,
        compare_with,
        panel,
        rounding,
        scale,
        score,
        bands,
        preconditions,
        levels,
        verdict,
        published_tolerance,
    })
}

fn not_considered(r: &mut Reader, json: &Json) -> Option<NotConsidered> {
    let mut o = r.object(json)?;
    let criterion = o.required(r, "criterion", Reader::id);
    let when = o.full_list(r, "when", attribute_test);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(NotConsidered { criterion: criterion?, when, cites: cites?, note })
}

fn compare_with(r: &mut Reader, json: &Json) -> Option<CompareWith> {
    let mut o = r.object(json)?;
    let year = o.required(r, "year", Reader::date);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(CompareWith { year: year?, cites: cites?, note })
}

fn share_band(r: &mut Reader, json: &Json) -> Option<ShareBand> {
    let mut o = r.object(json)?;
    let at_least = o.required(r, "at_least", Reader::decimal);
    let title = o.required(r, "title", Reader::text);
    o.finish(r);
    Some(ShareBand { at_least: at_least?, title: title? })
}

fn node(r: &mut Reader, o: &mut Object<'_>, group: Option<alloc::string::String>) -> Option<Node> {
    let weight = o.optional(r, "weight", Reader::decimal);
    let max_points = o.optional(r, "max_points", Reader::decimal);
    let aggregate = o.required(r, "aggregate", |r, j| r.choice(j, Aggregate::WORDS));
    let exponent = if aggregate == Some(Aggregate::PowerMean) { Some(o.required(r, "exponent", Reader::decimal)) } else { None };
    let children = o.full_list(r, "children", child);
    let exponent = exponent.map_or(Some(None), |read| read.map(Some));
    Some(Node { group, weight, max_points, aggregate: aggregate?, exponent: exponent?, children })
}

fn child(r: &mut Reader, json: &Json) -> Option<Child> {
    let mut o = r.object(json)?;
    let read = if o.has("criterion") {
        let criterion = o.required(r, "criterion", Reader::id);
        let weight = o.optional(r, "weight", Reader::decimal);
        let max_points = o.optional(r, "max_points", Reader::decimal);
        criterion.map(|criterion| Child::Leaf { criterion, weight, max_points })
    } else {
        let group = o.required(r, "group", Reader::id);
        node(r, &mut o, group).map(Child::Group)
    };
    o.finish(r);
    read
}

fn missing(r: &mut Reader, json: &Json) -> Option<MissingRule> {
    let mut o = r.object(json)?;
    let policy = o.required(r, "policy", |r, j| r.choice(j, MissingPolicy::WORDS));
    let minimum_share = o.optional(r, "minimum_share", Reader::decimal);
    let basis = o.required(r, "basis", basis);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(MissingRule { policy: policy?, minimum_share, basis: basis?, cites: cites?, note })
}

fn rounding(r: &mut Reader, json: &Json) -> Option<RoundingRule> {
    let mut o = r.object(json)?;
    let stage = o.required(r, "stage", |r, j| r.choice(j, STAGES));
    let digits = o.required(r, "digits", |r, j| r.count(j, 0, 20));
    let mode = o.required(r, "mode", |r, j| r.choice(j, MODES));
    let cites = cites(r, &mut o);
    o.finish(r);
    Some(RoundingRule { stage: stage?, digits: digits?, mode: mode?, cites: cites? })
}

fn limit(r: &mut Reader, json: &Json) -> Option<Limit> {
    if !matches!(json, Json::Object(_)) {
        return r.decimal(json).map(Limit::Fixed);
    }
    let mut o = r.object(json)?;
    let read = if o.has("parameter") {
        o.required(r, "parameter", Reader::id).map(Limit::Parameter)
    } else {
        let value = o.required(r, "value", Reader::decimal);
        let variants = o.full_list(r, "variants", limit_variant);
        value.map(|value| Limit::Varied { value, variants })
    };
    o.finish(r);
    read
}

fn limit_variant(r: &mut Reader, json: &Json) -> Option<LimitVariant> {
    let mut o = r.object(json)?;
    let when = o.full_list(r, "when", attribute_test);
    let value = o.required(r, "value", Reader::decimal);
    let cites = cites(r, &mut o);
    o.finish(r);
    Some(LimitVariant { when, value: value?, cites: cites? })
}

pub(in crate::criteria) type ReadPrecondition = fn(&mut Reader, &mut Object<'_>) -> Option<Precondition>;

pub(in crate::criteria) const PRECONDITIONS: &[(&str, ReadPrecondition)] = &[
    ("min_applicable", |r, o| {
        let tier = o.optional(r, "tier", tier);
        o.required(r, "min", limit).map(|min| Precondition::MinApplicable { tier, min })
    }),
    ("max_not_applicable_share", |r, o| {
        let tier = o.optional(r, "tier", tier);
        o.required(r, "max", limit).map(|max| Precondition::MaxNotApplicableShare { tier, max })
    }),
];

fn precondition(r: &mut Reader, json: &Json) -> Option<Precondition> {
    let mut o = r.object(json)?;
    let read = o.required(r, "condition", |r, j| r.choice(j, PRECONDITIONS)).and_then(|read| read(r, &mut o));
    o.finish(r);
    read
}

fn maturity_level(r: &mut Reader, json: &Json) -> Option<Level> {
    let mut o = r.object(json)?;
    let at = o.required(r, "level", level);
    let title = o.required(r, "title", Reader::text);
    let conditions = o.full_list(r, "conditions", condition);
    o.finish(r);
    Some(Level { level: at?, title: title?, conditions: Condition::All { of: conditions } })
}

pub(in crate::criteria) const NODE_OPS: &[(&str, Op)] = &[("ge", Op::Ge), ("gt", Op::Gt)];

pub(in crate::criteria) type ReadCondition = fn(&mut Reader, &mut Object<'_>) -> Option<Condition>;

pub(in crate::criteria) const CONDITIONS: &[(&str, ReadCondition)] = &[
    ("all", |r, o| Some(Condition::All { of: o.full_list(r, "of", condition) })),
    ("any", |r, o| Some(Condition::Any { of: o.full_list(r, "of", condition) })),
    ("at_least", |r, o| {
        let n = o.required(r, "n", |r, j| r.count(j, 1, 10_000));
        let of = o.full_list(r, "of", condition);
        n.map(|n| Condition::AtLeast { n, of })
    }),
    ("share_met", |r, o| {
        let tier = o.optional(r, "tier", tier);
        let group = o.optional(r, "group", Reader::id);
        let each_group = o.optional(r, "each_group", Reader::boolean).unwrap_or(false);
        o.required(r, "min", limit).map(|min| Condition::ShareMet { tier, group, each_group, min })
    }),
    ("count_met", |r, o| {
        let tier = o.optional(r, "tier", tier);
        let group = o.optional(r, "group", Reader::id);
        o.required(r, "min", limit).map(|min| Condition::CountMet { tier, group, min })
    }),
    ("node_value", |r, o| {
        let group = o.optional(r, "group", Reader::id);
        let of = o.required(r, "of", |r, j| r.choice(j, ScoreOf::WORDS));
        let op = o.required(r, "op", |r, j| r.choice(j, NODE_OPS));
        let min = o.required(r, "min", limit);
        Some(Condition::NodeValue { group, of: of?, op: op?, min: min? })
    }),
    ("mandatory", |r, o| Some(Condition::Mandatory { criteria: o.full_list(r, "criteria", Reader::id) })),
    ("lower_levels", |_, _| Some(Condition::LowerLevels)),
    ("if", |r, o| {
        let when = o.full_list(r, "when", attribute_test);
        let then = o.full_list(r, "then", condition);
        Some(Condition::If { when, then, otherwise: o.list(r, "otherwise", condition) })
    }),
    ("unclear", |r, o| {
        let of = o.list(r, "of", condition);
        let title = o.required(r, "title", Reader::text);
        let cites = cites(r, o);
        Some(Condition::Unclear { of, title: title?, cites: cites? })
    }),
];

fn condition(r: &mut Reader, json: &Json) -> Option<Condition> {
    let mut o = r.object(json)?;
    let read = o.required(r, "condition", |r, j| r.choice(j, CONDITIONS)).and_then(|read| read(r, &mut o));
    o.finish(r);
    read
}
