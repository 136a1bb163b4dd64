//! `completions`: what a shell needs to complete commands and options.

use super::Answer;
use crate::DONE;
use crate::args::Cli;
use crate::settings::Settings;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::Write;

pub(super) fn run(shell: Shell, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("completions")?;
    // The generator panics when it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "dothi", &mut script);
    out.write_all(&script)?;
    Ok(DONE)
}
