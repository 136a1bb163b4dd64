#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod assessment;
pub mod builtin;
mod city;
mod criteria;
mod date;
mod finding;
mod gap;
#[cfg(feature = "import")]
mod import;
mod json;
mod number;
mod plan;
mod render;
mod steps;
mod text;
mod vietnamese;
mod write;

pub use assessment::*;
pub use city::*;
pub use criteria::*;
pub use date::Date;
pub use finding::{Class, Code, Finding, Findings, Place, Severity};
pub use gap::*;
#[cfg(feature = "import")]
pub use import::import;
pub use number::{Dec, DecError, Rounding, RoundingMode};
pub use text::{Lang, Text};
