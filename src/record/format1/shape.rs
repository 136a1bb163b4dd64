//! What the body of format 1 looks like.

use crate::record::shape::Shape::{Answer, Boolean, Both, Count, Date, Decimal, Digest, List, Object, Text, Token};
use crate::record::shape::{Shape, may, must};

pub(in crate::record) static BODY: Shape = Object(&[
    must("assessment_format", Count),
    must(
        "set",
        Object(&[
            must("id", Text),
            must("sha256", Digest),
            must("stage", Token),
            must("status", Token),
            may("retrospective", Boolean),
            may("not_official", Both),
        ]),
    ),
    must("scheme", Token),
    must("as_of", Date),
    may("parameters", List(&Object(&[must("id", Token), may("level", Count), must("value", Decimal)]))),
    must("unit", Object(&[must("code", Text), must("kind", Token)])),
    must("data_sha256", Digest),
    may("data_date", Date),
    may("marks", List(&Token)),
    must("self_assessed", VIEW),
    may("verified", VIEW),
]);

const VIEW: Shape = Object(&[
    may("level", Object(&[must("reached", Count), must("of", Count), may("marks", List(&Token)), may("verdict", Boolean)])),
    may(
        "level_range",
        Object(&[must("low", Count), must("high", Count), must("of", Count), may("marks", List(&Token)), may("verdict", Boolean)]),
    ),
    may("refused", List(&Object(&[must("condition", Token), must("count", Count), must("of", Count), may("limit", Decimal)]))),
    may("score", Object(&[must("value", Decimal), must("unrounded", Decimal), may("marks", List(&Token))])),
    may("score_range", Object(&[must("low", Decimal), must("high", Decimal), may("marks", List(&Token))])),
    may("range", Object(&[must("low", Count), must("high", Count)])),
    may("levels", List(&Object(&[must("level", Count), may("reached", Boolean), must("condition", CONDITION)]))),
    must("groups", List(&GROUP)),
    must("criteria", List(&CRITERION)),
]);

const CONDITION: Shape = Object(CONDITION_MEMBERS);

static CONDITIONS: Shape = Object(CONDITION_MEMBERS);

const LOW_HIGH: Shape = Object(&[must("low", Decimal), must("high", Decimal)]);

static CONDITION_MEMBERS: &[crate::record::shape::Member] = &[
    must("condition", Token),
    may("holds", Boolean),
    may("undecided", Boolean),
    may("vacuous", Boolean),
    may("attribute_absent", Boolean),
    may("group", Token),
    may("tier", Token),
    may("parameter", Token),
    may("met", Count),
    may("met_high", Count),
    may("asked", Count),
    may("value", Decimal),
    may("value_range", LOW_HIGH),
    may("min", Decimal),
    may("missing", Count),
    may("of", List(&CONDITIONS)),
];

const NODE_POSSIBILITY: Shape = Object(&[may("value", Decimal), may("share", Decimal), may("band", Decimal)]);

const GROUP: Shape = Object(&[
    must("id", Token),
    must("aggregate", Token),
    may("exponent", Decimal),
    may("value", Decimal),
    may("unrounded", Decimal),
    may("share", Decimal),
    may("band", Decimal),
    may("low", NODE_POSSIBILITY),
    may("high", NODE_POSSIBILITY),
    may("present", Decimal),
    may("undecided", Boolean),
    may("weight", Decimal),
    may("max_points", Decimal),
    may("met", List(&Object(&[must("level", Count), must("met", Count), may("met_high", Count), must("asked", Count)]))),
]);

const POSSIBILITY: Shape = Object(&[must("outcome", Token), may("met_level", Count), may("points", Decimal), may("share", Decimal)]);

const CRITERION: Shape = Object(&[
    must("id", Token),
    must("outcome", Token),
    must("method", Token),
    may("met_level", Count),
    may("value", Answer),
    may("share", Decimal),
    may("points", Decimal),
    may("unrounded", Decimal),
    may("weight", Decimal),
    may("max_points", Decimal),
    may("levels", List(&ANSWER)),
    may("parts", List(&PART)),
    may("change", Object(&[must("base_value", Answer), may("difference", Decimal)])),
    may("low", POSSIBILITY),
    may("high", POSSIBILITY),
    may("inputs", List(&INPUT)),
    may("flags", List(&Token)),
    may("survey", SURVEY),
    may("documents", DOCUMENTS),
]);

const ANSWER: Shape = Object(&[
    must("level", Count),
    must("outcome", Token),
    must("value_passes", Boolean),
    may("op", Token),
    may("threshold", Answer),
    may("variant", Count),
    may("from", Decimal),
    may("to", Decimal),
]);

const PART: Shape = Object(&[
    must("data_point", Token),
    must("method", Token),
    must("outcome", Token),
    may("value", Answer),
    may("points", Decimal),
    may("max_points", Decimal),
]);

const INPUT: Shape = Object(&[
    may("data_point", Text),
    must("role", Token),
    may("part", Text),
    may("period", Date),
    must("status", Text),
    may("value", Answer),
]);

const SURVEY: Shape = Object(&[
    may("sampling", Token),
    must("positive", Decimal),
    must("asked", Decimal),
    may("interval", LOW_HIGH),
    may("sample_to_settle", Decimal),
]);

const DOCUMENTS: Shape =
    Object(&[must("all", Count), must("plans", Count), must("accepted", Count), must("rejected", Count), must("recognitions", Count)]);
