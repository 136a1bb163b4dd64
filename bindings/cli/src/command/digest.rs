//! `digest`: what tells two files of the same facts from two of different ones.

use super::judging::remark;
use super::{Answer, page};
use crate::args::{Digest, Format};
use crate::doc::{Block, Tone, csv};
use crate::input::{Placed, Reader};
use crate::settings::Settings;
use crate::texts::{T, capital};
use crate::{DONE, marks, place};
use dothi::{CityData, Mark};
use serde_json::json;
use std::io::Write;

pub(super) fn run(args: &Digest, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("digest", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    let (places, remarks) = Reader::new(settings).cities(&files, &args.reading, None)?;
    remark(&remarks, settings);
    let lang = settings.lang;
    let line = |city: &CityData| marks::line(&city.marks(), lang);
    match format {
        Format::Json => {
            let one =
                |p: &Placed| json!({"file": p.file, "unit": p.city.unit.code, "digest": p.city.data_digest(), "marks": p.city.marks()});
            writeln!(out, "{:#}", serde_json::Value::from(places.iter().map(one).collect::<Vec<_>>()))?;
        }
        Format::Csv => {
            csv::row(out, &["file", "unit", "digest", "mark"])?;
            for p in &places {
                csv::row(out, &[&p.file, &p.city.unit.code, &p.city.data_digest(), &line(&p.city)])?;
            }
        }
        _ => {
            let mut marks: Vec<Mark> = Vec::new();
            for mark in places.iter().flat_map(|p| p.city.marks()) {
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
            let one = |p: &Placed| Block::Item {
                sign: "·".into(),
                tone: Tone::Plain,
                text: format!("{} – {}", p.file, place::full(&p.city.unit, lang)),
                below: vec![p.city.data_digest()],
            };
            let mut blocks = vec![Block::Heading(capital(T::DataDigest.get(lang)))];
            blocks.extend(places.iter().map(one));
            page(&marks::frame(&marks, lang, blocks), format, settings, out)?;
        }
    }
    Ok(DONE)
}
