//! `programme template`: an empty local report.

use super::super::Answer;
use super::files;
use crate::DONE;
use crate::args::{Format, ProgrammeTemplate};
use crate::input::Reader;
use crate::output::Target;
use crate::settings::Settings;
use dothi::programme::{template_csv, template_json};
use std::io::Write;

pub(super) fn run(args: &ProgrammeTemplate, settings: &Settings, out: &mut dyn Write) -> Answer {
    let target = Target::of(args.output.as_deref(), "programme template", &[Format::Csv, Format::Json], settings)?;
    let outline = files::outline(args.outline.as_deref(), &Reader::new(settings))?;
    let round = args.round.as_deref();
    let text = match target.format {
        Format::Json => template_json(&outline, round, args.kind),
        _ => template_csv(&outline, round, args.kind, settings.lang),
    };
    target.write(text.as_bytes(), out)?;
    Ok(DONE)
}
