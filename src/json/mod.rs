//! Stage one and two of loading: a lossless JSON tree, and a reader that walks it with a pointer and goes on after each fault.

mod reader;
mod tree;

pub(crate) use reader::is_id;
pub(crate) use reader::{Object, Reader};
pub(crate) use tree::{Json, Limits, parse};
