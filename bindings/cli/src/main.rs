//! Command line of `dothi`: files in, tables and files out. All judging is done by the library.

mod args;
mod clock;
mod command;
mod doc;
mod facts;
mod failure;
mod help;
mod input;
mod marks;
mod output;
mod place;
mod settings;
mod signing;
mod texts;
mod usage;

use failure::Failure;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// Numbers read alike in the terminal and in reports.
pub(crate) use dothi_report::number as numbers;

/// The answer was given.
pub(crate) const DONE: u8 = 0;
/// The command line is wrong, or a file cannot be read or written.
pub(crate) const USAGE: u8 = 1;
/// A criteria file or city data have findings that are errors.
pub(crate) const FINDINGS: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let cli = match args::parse(&arguments) {
        Ok(cli) => cli,
        Err(error) => return usage::report(&error, &arguments),
    };
    let settings = settings::Settings::open(&cli);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let answer = command::run(&cli.command, &settings, &mut out).and_then(|code| Ok(out.flush().map(|()| code)?));
    match answer {
        Ok(code) => ExitCode::from(code),
        Err(Failure::Closed) => ExitCode::from(DONE),
        Err(failure) => {
            // What was written so far comes first; a reader that has gone away needs no answer.
            let _ = out.flush();
            let text = failure.text(&settings.on_stderr(std::io::stderr().is_terminal()));
            let _ = std::io::stderr().write_all(text.as_bytes());
            ExitCode::from(failure.code())
        }
    }
}
