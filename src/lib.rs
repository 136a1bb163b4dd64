#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod assessment;
pub mod builtin;
mod city;
mod compare;
mod criteria;
mod date;
#[cfg(feature = "digest")]
mod digest;
mod file_kind;
mod finding;
mod gap;
#[cfg(feature = "import")]
mod import;
mod in_force;
pub mod json;
mod merge;
mod number;
mod order;
#[cfg(feature = "panel")]
mod panel;
mod plan;
#[cfg(feature = "programme")]
pub mod programme;
#[cfg(feature = "record")]
mod record;
#[cfg(feature = "csv")]
mod records;
mod render;
#[cfg(feature = "schema")]
pub mod schema;
mod steps;
mod template;
mod text;
#[cfg(feature = "units")]
pub mod units;
pub mod vietnamese;
mod write;

pub use assessment::*;
pub use city::*;
pub use compare::*;
pub use criteria::*;
pub use date::Date;
#[cfg(feature = "digest")]
pub use digest::sha256;
pub use file_kind::FileKind;
pub use finding::{Class, Code, Finding, Findings, Origin, Place, Severity};
pub use gap::*;
#[cfg(feature = "import")]
pub use import::import;
pub use in_force::{OnDate, on_date};
pub use merge::{Merge, MergeEntry, MergeKind, MergePart, MergeSide, MergeSubject, merge};
pub use number::{Dec, DecError, Rounding, RoundingMode};
#[cfg(feature = "panel")]
pub use panel::*;
#[cfg(feature = "record")]
pub use record::{Producer, Record, Salt};
pub use render::sources_index;
#[cfg(feature = "csv")]
pub use template::{Form, FormAttribute, FormGroup, FormRow};
pub use text::{Lang, Text, capital};
