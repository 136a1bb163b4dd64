//! One file per command.

mod assess;
mod check;
mod completions;
mod explain;
pub(crate) mod findings;
mod gaps;
mod import;
mod judging;
mod man;
mod sets;
mod show;
mod template;

use crate::args::{Command, Format};
use crate::doc::{Block, markdown, text};
use crate::failure::Failure;
use crate::session::Session;
use std::io::Write;

/// What a command comes to: an exit code.
pub(crate) type Answer = Result<u8, Failure>;

/// Runs the command.
pub(crate) fn run(command: &Command, session: &Session, out: &mut dyn Write) -> Answer {
    match command {
        Command::Sets => sets::run(session, out),
        Command::Show(args) => show::run(args, session, out),
        Command::Check(args) => check::run(args, session, out),
        Command::Template(args) => template::run(args, session, out),
        Command::Assess(args) => assess::run(args, session, out),
        Command::Explain(args) => explain::run(args, session, out),
        Command::Gaps(args) => gaps::run(args, session, out),
        Command::Import(args) => import::run(args, session, out),
        Command::Completions { shell } => completions::run(*shell, session, out),
        Command::Man { dir } => man::run(dir.as_deref(), session, out),
    }
}

/// Writes a page as Markdown, or laid out for the terminal.
fn page(blocks: &[Block], format: Format, session: &Session, out: &mut dyn Write) -> std::io::Result<()> {
    let written = if format == Format::Md { markdown::render(blocks) } else { text::render(blocks, &session.paper) };
    out.write_all(written.as_bytes())
}
