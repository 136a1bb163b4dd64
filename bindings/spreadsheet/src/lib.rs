#![doc = include_str!("../README.md")]

mod gate;
mod layout;
mod read;
mod words;

pub use gate::is_workbook;
pub use read::{ReadOptions, read};
