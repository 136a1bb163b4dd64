//! Command line of dothi.
fn main() {}
