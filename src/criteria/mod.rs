//! Criteria sets: the model of a criteria file, its reading, its checks and its writing.

mod check;
mod criterion;
mod crosswalk;
mod header;
mod judgement;
mod read;
mod scheme;
mod set;

pub use criterion::{Criterion, DataKind, DataPoint, Direction, EvidenceRule, Expr, Input, Parts, Role, Step, Tier};
pub use crosswalk::{Crosswalk, CrosswalkKind, CrosswalkRow};
pub use header::{
    Basis, Cite, Confidence, Group, Header, Parameter, RegimeRule, Source, Stage, Status, UnitKind, UnitKindRule, UnitOfMeasure,
};
pub use judgement::{AttributeTest, FigureUse, Judgement, Method, Op, Outside, Threshold, ThresholdValue, Variant};
pub use scheme::{
    Aggregate, Child, Condition, Level, Limit, MissingPolicy, MissingRule, Node, Precondition, RoundingRule, RoundingStage, Scheme,
    ScoreOf, Tolerance,
};
pub use set::CriteriaSet;

pub(crate) use check::judged;
pub(crate) use read::{Draft, FORMAT, format as read_format};
#[cfg(feature = "import")]
pub(crate) use set::File as CriteriaFile;
