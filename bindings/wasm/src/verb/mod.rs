//! One file per verb.

#[cfg(feature = "core")]
mod assess;
#[cfg(feature = "card")]
mod card;
#[cfg(feature = "report")]
mod charts;
#[cfg(feature = "core")]
mod check;
#[cfg(any(feature = "core", feature = "xlsx"))]
mod city_file;
#[cfg(feature = "tools")]
mod editions;
#[cfg(feature = "core")]
mod explain;
#[cfg(feature = "core")]
mod gaps;
#[cfg(feature = "xlsx")]
mod merge;
#[cfg(feature = "tools")]
mod record;
#[cfg(feature = "core")]
mod summary;
#[cfg(feature = "core")]
mod template;
#[cfg(feature = "form")]
mod workbook;
