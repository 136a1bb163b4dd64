//! `template`: an empty city file.

use super::Answer;
use crate::DONE;
use crate::args::{Format, Template};
use crate::failure::Failure;
use crate::input::Reader;
use crate::output::Target;
use crate::settings::Settings;
use crate::texts::{T, fill};
use std::io::Write;

pub(super) fn run(args: &Template, settings: &Settings, out: &mut dyn Write) -> Answer {
    let target = Target::of(args.output.as_deref(), "template", &[Format::Csv, Format::Json, Format::Xlsx], settings)?;
    let (set, _) = Reader::new(settings).set(&args.set)?;
    let judged: Vec<&str> = set.header().unit_kinds.iter().map(|rule| rule.kind.as_str()).collect();
    if !judged.contains(&args.kind.as_str()) {
        let values = [("set", set.id()), ("kind", args.kind.as_str().into()), ("known", judged.join(", "))];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        return Err(Failure::Usage(fill(T::KindNotJudged, settings.lang, &values)));
    }
    let file = match target.format {
        Format::Json => set.template_json(args.kind).into_bytes(),
        Format::Xlsx => {
            let written = dothi_spreadsheet::template(&set, args.kind, settings.lang);
            written.map_err(|error| Failure::Usage(error.to_string()))?
        }
        _ => set.template_csv(args.kind, settings.lang).into_bytes(),
    };
    target.write(&file, out)?;
    Ok(DONE)
}
