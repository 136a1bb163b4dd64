//! What stands in the header and in criteria.

use super::{Pack, Packing, Unpacking, enums, structs};
use crate::city::EvidenceKind;
use crate::criteria::criterion::{
    Criterion, DataKind, DataPoint, Direction, DirectionBasis, EvidenceRule, Expr, Input, Parts, Provenance, Role, Step, Tier, WindowHow,
};
use crate::criteria::crosswalk::{Crosswalk, CrosswalkKind, CrosswalkRow};
use crate::criteria::header::{
    Basis, Cite, Confidence, Group, Header, Parameter, RegimeRule, Source, Stage, Status, UnitKind, UnitKindRule, UnitOfMeasure,
};
use crate::criteria::judgement::{
    AttributeTest, FigureUse, Judgement, MemberCount, Method, Op, Outside, Threshold, ThresholdValue, Variant,
};
use crate::criteria::points::{Band, Combination, CombinePart, Ground, Interpolate, Open, OutsideRange, PartEvidence, Range, Relief};
use crate::date::Date;
use crate::number::Dec;
use crate::text::{Lang, Text};
use alloc::string::ToString;

impl Pack for Dec {
    fn pack(&self, to: &mut Packing) {
        to.text(&self.to_string());
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        let read = Self::parse(from.text());
        read.unwrap_or_else(|_| {
            from.fail();
            Self::ZERO
        })
    }
}

impl Pack for Date {
    fn pack(&self, to: &mut Packing) {
        to.text(&self.to_string());
    }

    fn unpack(from: &mut Unpacking<'_>) -> Self {
        let read = Self::parse(from.text());
        read.unwrap_or_else(|| {
            from.fail();
            Self::EARLIEST
        })
    }
}

structs! {
    Text { vi, en }
    Header {
        format, set, edition, revision, stage, status, retrospective, title, issuer, authoritative, published, effective, supersedes,
        not_official, missing_parts, notes, sources, units, unit_kinds, parameters, groups, rules, crosswalk
    }
    Source { id, kind, number, title, issuer, issued, effective, url, retrieved, confidence, note }
    Cite { source, clause }
    UnitOfMeasure { id, symbol, factor }
    UnitKindRule { kind, judged_as, title, basis, level_is_reading, note }
    Parameter { id, level, value, minimum, maximum, title, basis, confidence, cites, note }
    RegimeRule { id, level, value, status, confidence, cites, note }
    Group { id, label, title, cites, note }
    Crosswalk { from, rows }
    CrosswalkRow { before, now, kind, note }
    Criterion {
        id, label, title, question, tier, applies_to, applies_when, direction, direction_basis, data_points, judge, evidence, cites,
        confidence, provenance, related, note
    }
    Provenance { field, from }
    EvidenceRule { required, asked, plans_count }
    DataPoint { id, title, kind, unit, inputs, derive, steps, parts }
    Input { role, title, unit, whole, minimum, above, within, own_period }
    Step { step, label }
    Judgement { schemes, method }
    Threshold { level, op, value, printed_op, basis, uses, confidence, carried_from, figure, horizon, cites, variants, note }
    Variant { when, value, basis, confidence, cites, note }
    Ground { basis, confidence, cites, note }
    Band { at_least, points }
    Interpolate { minimum, maximum, points_min, points_max, relief, ground }
    Relief { when, factor, whole, cites, note }
    Open { when, cites, note }
    Range { level, low, high, below, above, printed, horizon, ground }
    CombinePart { data_point, title, derive, evidence, method }
    PartEvidence { kind }
}

enums! {
    Lang { 0 Vi, 1 En }
    Stage { 0 Draft, 1 Released }
    Status { 0 Official, 1 Reported, 2 Reference }
    Confidence { 0 Primary, 1 Mirror, 2 Secondary }
    Basis { 0 OfficialTarget, 1 OfficialBand, 2 Derived, 3 Assumption, 4 Definition, 5 Source }
    UnitKind { 0 Province, 1 UrbanArea, 2 Commune, 3 NewUrbanArea, 4 National }
    CrosswalkKind { 0 Same, 1 ThresholdChanged, 2 Renamed, 3 Merged, 4 Dropped, 5 Added }
    Tier { 0 Basic, 1 Elective, 2 Core, 3 Advanced }
    Direction { 0 More, 1 Less, 2 None }
    DirectionBasis { 0 Inferred }
    DataKind { 0 Number, 1 Boolean, 2 Ordinal }
    Parts { 0 Sum, 1 Each, 2 Single }
    Role { 0 Value, 1 Numerator, 2 Denominator }
    WindowHow { 0 Mean, 1 Worst }
    Op { 0 Ge, 1 Gt, 2 Le, 3 Lt, 4 Eq }
    FigureUse { 0 Placement, 1 NationalTarget, 2 ClassBand, 3 Requirement }
    MemberCount { 0 One, 1 Several }
    Outside { 0 Clamp, 1 Refuse }
    OutsideRange { 0 Met, 1 NotMet, 2 Unclear }
    EvidenceKind { 0 Result, 1 Plan, 2 Recognition }
    Expr {
        0 Input { role },
        1 Ratio { of },
        2 Constant { value, cites },
        3 Reference { id },
        4 Add { of },
        5 Sub { of },
        6 Mul { of },
        7 Div { of },
        8 Mean { of },
        9 Min { of },
        10 Max { of },
        11 At { years_earlier, of },
        12 Window { years, how, of }
    }
    ThresholdValue { 0 Yes, 1 Number(value) }
    AttributeTest { 0 Heritage(is), 1 CentrallyRun(is), 2 SpecialFactors(is), 3 UrbanClass(classes), 4 Members(counts) }
    Method {
        0 Monitor,
        1 PassFail { thresholds },
        2 Survey { z, cites, thresholds },
        3 Goalposts { worst, best, outside, basis, confidence, cites },
        4 Interpolate(rule),
        5 Steps { points, open, ground },
        6 TargetShare { target, bands, ground },
        7 Range(range),
        8 Combine { how, of }
    }
    Combination { 0 Any, 1 All, 2 AtLeast { n }, 3 Readings, 4 Sum }
}
