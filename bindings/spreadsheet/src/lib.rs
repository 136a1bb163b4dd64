#![doc = include_str!("../README.md")]

mod gate;
mod layout;
mod read;
mod words;
mod write;
mod xlsx;

pub use gate::is_workbook;
pub use layout::heading;
pub use read::{ReadOptions, read};
pub use write::{WriteError, template, write, write_table};
