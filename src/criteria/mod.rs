//! Criteria sets: the model of a criteria file, its reading, its checks and its writing.

mod attribute_words;
mod check;
mod criterion;
mod crosswalk;
mod header;
mod judgement;
#[cfg(feature = "packed")]
mod packed;
pub(crate) mod places;
#[cfg(feature = "packed")]
mod plain;
mod points;
mod read;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod scheme;
mod set;
mod treatment;

pub use criterion::{
    Criterion, DataKind, DataPoint, Direction, DirectionBasis, EvidenceRule, Expr, Input, Parts, Provenance, Role, Step, Tier, WindowHow,
};
pub use crosswalk::{Crosswalk, CrosswalkKind, CrosswalkRow};
pub use header::{
    Basis, Cite, Confidence, Group, Header, Parameter, RegimeRule, Source, Stage, Status, UnitKind, UnitKindRule, UnitOfMeasure,
};
pub use judgement::{AttributeTest, FigureUse, Judgement, MemberCount, Method, Op, Outside, Threshold, ThresholdValue, Variant};
pub use points::{Band, Combination, CombinePart, Ground, Interpolate, Open, OutsideRange, PartEvidence, Range, Relief};
pub use scheme::{
    Aggregate, Child, CompareWith, Condition, Level, Limit, LimitVariant, MissingPolicy, MissingRule, Node, NotConsidered, Precondition,
    RoundingRule, RoundingStage, Scheme, ScoreOf, ShareBand, Tolerance,
};
pub use set::CriteriaSet;
pub use treatment::{Among, Centre, Impute, ImputeStage, Normalise, Outliers, PanelRule, Treatment};

#[cfg(feature = "panel")]
pub(crate) use check::{Why, treatment_conflicts};
pub(crate) use check::{judged, most_points};
#[cfg(feature = "programme")]
pub(crate) use read::header::{basis as read_basis, level as read_level};
#[cfg(feature = "programme")]
pub(crate) use read::header::{cites as read_cites, confidence as read_confidence, source as read_source};
pub(crate) use read::{Draft, FORMAT, SCHEMA_KEY, format as read_format};
#[cfg(feature = "import")]
pub(crate) use set::File as CriteriaFile;
