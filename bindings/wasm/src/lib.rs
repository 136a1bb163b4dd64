//! WebAssembly binding of `dothi`: the module inside the npm package.
//!
//! It is built as one and then parted (`bindings/wasm/build` names the entries of the parts), so that a page loads what it uses.
//!
//! Each verb is one function in a file of its own under `verb`. Data come in as the bytes of a file, options as JSON text; what comes
//! back is JSON text, or an error whose value is a JSON list of findings. All judging is done by the library.
//!
//! A panic ends the instance without a word, since what words it is left out when the module is parted; the JavaScript side says so and
//! makes a new one. No word, because the words of panics and what formats them are 5 KB of a web page.

#![no_std]

extern crate alloc;
extern crate std;

mod case;
mod fault;
mod lazy;
mod options;
mod places;
mod set;
mod verb;

pub use set::Set;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;
