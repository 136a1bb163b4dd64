//! Stage one and two of loading: a lossless JSON tree, and a reader that walks it with a pointer and goes on after each fault.

mod reader;
mod tree;

#[cfg(feature = "schema")]
pub(crate) use reader::{MOST_CHARS, MOST_ID};
pub(crate) use reader::{Object, Reader, is_id};
pub(crate) use tree::{Json, Limits, parse};
