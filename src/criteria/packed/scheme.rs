//! What stands in schemes.

use super::{Pack, Packing, Unpacking, enums, structs};
use crate::criteria::scheme::{
    Aggregate, Child, CompareWith, Condition, Level, Limit, LimitVariant, MissingPolicy, MissingRule, Node, NotConsidered, Precondition,
    RoundingRule, RoundingStage, Scheme, ScoreOf, ShareBand, Tolerance,
};
use crate::criteria::treatment::{Among, Centre, Impute, ImputeStage, Normalise, Outliers, PanelRule, Treatment};
use crate::number::RoundingMode;

structs! {
    Scheme {
        id, title, tree, missing, unit_kinds, not_considered, compare_with, panel, rounding, scale, score, bands, preconditions, levels,
        verdict, published_tolerance
    }
    NotConsidered { criterion, when, cites, note }
    CompareWith { year, cites, note }
    ShareBand { at_least, title }
    Node { group, weight, max_points, aggregate, exponent, children }
    MissingRule { policy, minimum_share, basis, cites, note }
    RoundingRule { stage, digits, mode, cites }
    LimitVariant { when, value, cites }
    Level { level, title, conditions }
    Tolerance { value, cites }
    PanelRule { treatment, basis, cites, note }
    Treatment { normalise, outliers, impute, least_data, pooled }
    Impute { stage, among, with }
}

enums! {
    Child { 0 Leaf { criterion, weight, max_points }, 1 Group(node) }
    Aggregate {
        0 None, 1 Sum, 2 WeightedArithmetic, 3 WeightedGeometric, 4 WeightedHarmonic, 5 PowerMean, 6 Minimum, 7 CountPassed, 8 SumOfScored
    }
    MissingPolicy { 0 NotMet, 1 Zero, 2 Exclude, 3 Undecided }
    RoundingStage { 0 Criterion, 1 Group, 2 Score }
    RoundingMode { 0 HalfUp, 1 HalfEven, 2 Down }
    ScoreOf { 0 Value, 1 Share }
    Limit { 0 Fixed(value), 1 Parameter(id), 2 Varied { value, variants } }
    Precondition { 0 MinApplicable { tier, min }, 1 MaxNotApplicableShare { tier, max } }
    Condition {
        0 LowerLevels,
        1 All { of },
        2 Any { of },
        3 AtLeast { n, of },
        4 ShareMet { tier, group, each_group, min },
        5 CountMet { tier, group, min },
        6 NodeValue { group, of, op, min },
        7 Mandatory { criteria },
        8 If { when, then, otherwise },
        9 Unclear { of, title, cites }
    }
    Normalise { 0 Goalposts, 1 MinMax, 2 ZScore, 3 Rank, 4 Percentile }
    Outliers { 0 Logarithm, 1 Winsorise { low, high }, 2 ByShape { skewness, kurtosis, most } }
    ImputeStage { 0 Criterion, 1 Group }
    Among { 0 All, 1 Region }
    Centre { 0 Mean, 1 Median }
}
