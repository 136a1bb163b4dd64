//! One file per verb.

mod assess;
mod card;
mod charts;
mod check;
mod city_file;
mod editions;
mod explain;
mod file;
mod gaps;
mod merge;
mod panel;
mod programme;
mod record;
mod robust;
mod summary;
mod template;
mod workbook;
