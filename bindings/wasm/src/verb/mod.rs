//! One file per verb.

mod assess;
mod check;
mod city_file;
mod explain;
mod gaps;
mod summary;
mod template;
