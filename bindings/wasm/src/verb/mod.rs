//! One file per verb.

mod assess;
mod card;
mod charts;
mod check;
mod city_file;
mod editions;
mod explain;
mod gaps;
mod merge;
mod record;
mod summary;
mod template;
mod workbook;
