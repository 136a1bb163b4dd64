//! `programme`: the instruments of the national programme, one file each.

mod milestones;
mod pilots;
mod priorities;
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
    }
}
