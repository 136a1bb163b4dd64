//! JSON as this library reads and writes it: lossless and bounded on the way in, written straight into a text on the way out.

mod reader;
mod scan;
mod tree;
mod writer;

pub use reader::push_step;
#[cfg(feature = "schema")]
pub(crate) use reader::{MOST_CHARS, MOST_ID};
pub(crate) use reader::{Object, Reader, is_id};
pub use tree::Json;
pub(crate) use tree::{Limits, parse};
pub use writer::Writer;
pub(crate) use writer::{finished, quote};
