//! Reports and charts of the published examples, and of data made to break them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

mod card;
mod cases;
mod charts;
#[cfg(feature = "docx")]
mod docx;
mod examples;
mod golden;
mod hostile;
mod made;
mod page;
#[cfg(feature = "panel")]
mod panel;
#[cfg(feature = "programme")]
mod programme;
#[cfg(feature = "panel")]
mod robust;
mod sets;
#[cfg(feature = "panel")]
mod told;
#[cfg(feature = "panel")]
mod trends;
