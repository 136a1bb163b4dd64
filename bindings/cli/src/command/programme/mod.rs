//! `programme`: the instruments of the national programme, one file each.

mod answers;
mod assessed;
mod check;
mod files;
mod milestones;
mod pilots;
mod priorities;
mod report;
mod rounds;
mod synthesis;
mod template;
mod voice;

use super::Answer;
use crate::args::ProgrammeCommand;
use crate::settings::Settings;
use std::io::Write;

pub(super) fn run(command: &ProgrammeCommand, settings: &Settings, out: &mut dyn Write) -> Answer {
    match command {
        ProgrammeCommand::Voice(args) => voice::run(args, settings, out),
        ProgrammeCommand::Milestones(args) => milestones::run(args, settings, out),
        ProgrammeCommand::Pilots { command } => pilots::run(command, settings, out),
        ProgrammeCommand::Priorities(args) => priorities::run(args, settings, out),
        ProgrammeCommand::Template(args) => template::run(args, settings, out),
        ProgrammeCommand::Check(args) => check::run(args, settings, out),
        ProgrammeCommand::Report(args) => report::run(args, settings, out),
        ProgrammeCommand::Synthesis(args) => synthesis::run(args, settings, out),
        ProgrammeCommand::Rounds(args) => rounds::run(args, settings, out),
        ProgrammeCommand::Answers(args) => answers::run(args, settings, out),
    }
}
