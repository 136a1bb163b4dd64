//! `man`: the manual page, or one page per command.

use super::Answer;
use crate::DONE;
use crate::args::Cli;
use crate::failure::Failure;
use crate::settings::Settings;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::Write;
use std::path::Path;

pub(super) fn run(dir: Option<&Path>, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("man")?;
    match dir {
        None => {
            let mut roff = Vec::new();
            Man::new(Cli::command()).render(&mut roff)?;
            out.write_all(&roff)?;
        }
        Some(dir) => clap_mangen::generate_to(Cli::command(), dir).map_err(|error| Failure::File(dir.display().to_string(), error))?,
    }
    Ok(DONE)
}
