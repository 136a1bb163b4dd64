//! Tests of the import as a whole.

mod faults;
mod mini;
mod whole;
