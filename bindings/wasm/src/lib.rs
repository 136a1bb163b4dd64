//! WebAssembly binding of `dothi`: the module inside the npm package.
//!
//! Each verb is one function in a file of its own under `verb`. Data come in as the bytes of a file, options as JSON text; what comes
//! back is JSON text, or an error whose value is a JSON list of findings. All judging is done by the library.
//!
//! A panic ends the instance (`unreachable`) without a word; the JavaScript side says so and makes a new one. No word, because the
//! words of panics and what formats them are 5 KB of a web page.

#![no_std]
#![cfg_attr(not(feature = "core"), allow(dead_code, reason = "each module uses its part"))]

extern crate alloc;
#[cfg(any(feature = "xlsx", feature = "form", not(target_arch = "wasm32")))]
extern crate std;

#[cfg(any(feature = "core", feature = "tools", feature = "report", feature = "card"))]
mod case;
mod fault;
mod options;
mod places;
#[cfg(any(feature = "core", feature = "tools", feature = "form", feature = "report", feature = "card"))]
mod set;
mod verb;

#[cfg(any(feature = "core", feature = "tools", feature = "form", feature = "report", feature = "card"))]
pub use set::Set;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

// Workbooks need the standard library, which brings its own.
#[cfg(all(target_arch = "wasm32", not(any(feature = "xlsx", feature = "form"))))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
