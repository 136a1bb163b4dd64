//! What the fuzz targets share. What is done with the bytes stands with the tests, which replay the corpus on stable.

#[path = "../../tests/it/fuzzed/mod.rs"]
pub mod fuzzed;
pub mod json;
#[path = "../../tests/programme/fuzzed.rs"]
pub mod programme;
#[path = "../../bindings/interchange/tests/it/fuzzed.rs"]
pub mod sdmx;
#[path = "../../bindings/spreadsheet/tests/it/fuzzed.rs"]
pub mod workbook;
