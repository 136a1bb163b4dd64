//! `convert`: city data in another format.

use super::Answer;
use super::judging::remark;
use crate::DONE;
use crate::args::{Convert, Format};
use crate::failure::Failure;
use crate::input::Reader;
use crate::output::{Target, cities};
use crate::settings::Settings;
use dothi::CityFile;
use std::io::Write;

pub(super) fn run(args: &Convert, settings: &Settings, out: &mut dyn Write) -> Answer {
    let target = Target::of(args.output.as_deref(), "convert", &[Format::Json, Format::Csv, Format::Xlsx], settings)?;
    let reader = Reader::new(settings);
    let set = args.writing.set.as_deref().map(|name| reader.set(name)).transpose()?.map(|(set, _)| set);
    let (places, remarks) = reader.cities(&[&args.file], &args.reading, None)?;
    remark(&remarks, settings);
    let file = CityFile::new(places.into_iter().map(|placed| placed.city).collect());
    target.write(&cities(&file, target.format, set.as_ref(), &args.writing, settings)?, out)?;
    Ok::<u8, Failure>(DONE)
}
