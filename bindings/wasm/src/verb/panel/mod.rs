//! Many places at once: a scheme made ready once, columns of numbers in, columns of numbers out.

mod batch;
mod figures;
mod plan;
mod treatment;

pub(crate) use batch::Batch;
pub(crate) use figures::{Figures, figures};
pub(crate) use plan::{Plan, Ready};
pub(crate) use treatment::{impute, outliers, treatment};
