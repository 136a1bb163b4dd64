//! Faults of the command line, in the chosen language. The parser's own wording stays English.

use crate::settings::language_of;
use crate::texts::T;
use crate::{DONE, USAGE};
use clap::error::ErrorKind;
use dothi::Lang;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Prints help, version or what is wrong.
pub(crate) fn report(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    // A closed pipe is nobody's fault.
    if !asked && lang(arguments) == Lang::Vi {
        let _ = writeln!(std::io::stderr(), "{}", T::WrongCommandLine.get(Lang::Vi));
    }
    let _ = error.print();
    ExitCode::from(if asked { DONE } else { USAGE })
}

/// The language, of a command line that could not be read.
fn lang(arguments: &[OsString]) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    let apart = words.windows(2).find_map(|pair| matches!(pair, ["--lang", _]).then(|| pair.last().copied()).flatten());
    match apart.or_else(|| words.iter().find_map(|w| w.strip_prefix("--lang="))) {
        Some("vi") => Lang::Vi,
        Some("en") => Lang::En,
        _ => language_of(|name| std::env::var(name).ok()),
    }
}
