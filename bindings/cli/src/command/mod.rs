//! One file per command.

mod assess;
mod carry;
mod check;
mod completions;
mod convert;
mod diff;
mod digest;
mod explain;
mod export;
pub(crate) mod findings;
mod gaps;
mod import;
mod judging;
mod keygen;
mod man;
mod merge;
mod panel;
mod programme;
mod record;
mod schema;
mod sets;
mod show;
mod template;
mod units;
mod verify;

use crate::args::{Command, Format};
use crate::doc::{Block, markdown, text};
use crate::failure::Failure;
use crate::settings::Settings;
use std::io::Write;

/// What a command comes to: an exit code.
pub(crate) type Answer = Result<u8, Failure>;

/// Runs the command.
pub(crate) fn run(command: &Command, settings: &Settings, out: &mut dyn Write) -> Answer {
    match command {
        Command::Sets(args) => sets::run(args, settings, out),
        Command::Show(args) => show::run(args, settings, out),
        Command::Check(args) => check::run(args, settings, out),
        Command::Template(args) => template::run(args, settings, out),
        Command::Assess(args) => assess::run(args, settings, out),
        Command::Explain(args) => explain::run(args, settings, out),
        Command::Gaps(args) => gaps::run(args, settings, out),
        Command::Panel { command } => panel::run(command, settings, out),
        Command::Programme { command } => programme::run(command, settings, out),
        Command::Convert(args) => convert::run(args, settings, out),
        Command::Export(args) => export::run(args, settings, out),
        Command::Merge(args) => merge::run(args, settings, out),
        Command::Digest(args) => digest::run(args, settings, out),
        Command::Record(args) => record::run(args, settings, out),
        Command::Verify(args) => verify::run(args, settings, out),
        Command::Keygen(args) => keygen::run(args, settings, out),
        Command::Diff(args) => diff::run(args, settings, out),
        Command::Carry(args) => carry::run(args, settings, out),
        Command::Import(args) => import::run(args, settings, out),
        Command::Schema(args) => schema::run(args, settings, out),
        Command::Units(args) => units::run(args, settings, out),
        Command::Completions { shell } => completions::run(*shell, settings, out),
        Command::Man { dir } => man::run(dir.as_deref(), settings, out),
    }
}

/// Writes a page as Markdown, or laid out for the terminal.
fn page(blocks: &[Block], format: Format, settings: &Settings, out: &mut dyn Write) -> std::io::Result<()> {
    let written = if format == Format::Md { markdown::render(blocks) } else { text::render(blocks, &settings.paper) };
    out.write_all(written.as_bytes())
}
