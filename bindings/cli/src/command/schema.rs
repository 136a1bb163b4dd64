//! `schema`: what a file must look like, for editors and other programs.

use super::Answer;
use crate::DONE;
use crate::args::Schema;
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::T;
use dothi::schema::{Document, to_text};
use std::io::Write;

pub(super) fn run(args: &Schema, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("schema")?;
    let schema = match Document::ALL.iter().find(|document| document.name() == args.of) {
        Some(_) if args.frictionless => return Err(Failure::Usage(T::TableOfASet.get(settings.lang).into())),
        Some(document) => document.schema().to_value(),
        None => {
            let (set, _) = Reader::new(settings).set(&args.of)?;
            if args.frictionless { set.table_schema() } else { set.city_schema().to_value() }
        }
    };
    let text = to_text(&schema);
    match args.output.as_deref().filter(|name| *name != "-") {
        None => out.write_all(text.as_bytes())?,
        Some(name) => std::fs::write(name, text).map_err(|error| Failure::File(name.into(), error))?,
    }
    Ok(DONE)
}
