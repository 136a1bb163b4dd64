//! Tests of the import as a whole.

mod files;
mod mini;
mod rows;
mod silence;
mod whole;
