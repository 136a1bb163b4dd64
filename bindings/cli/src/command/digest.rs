//! `digest`: what tells two files of the same facts from two of different ones.

use super::judging::remark;
use super::{Answer, page};
use crate::args::{Digest, Format};
use crate::doc::{Block, Cell, Column, Table, csv};
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::T;
use crate::{DONE, marks};
use dothi::CityData;
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
            let one = |p: &crate::input::Placed| json!({"file": p.file, "unit": p.city.unit.code, "digest": p.city.data_digest(), "marks": p.city.marks()});
            writeln!(out, "{:#}", serde_json::Value::from(places.iter().map(one).collect::<Vec<_>>()))?;
        }
        Format::Csv => {
            csv::row(out, &["file", "unit", "digest", "mark"])?;
            for p in &places {
                csv::row(out, &[&p.file, &p.city.unit.code, &p.city.data_digest(), &line(&p.city)])?;
            }
        }
        _ => {
            let columns = vec![
                Column::word(T::UnitCode.get(lang)),
                Column::word(T::DataDigest.get(lang)),
                Column::text(T::File.get(lang)),
                Column::text(T::Honesty.get(lang)),
            ];
            let row = |p: &crate::input::Placed| {
                let digest = p.city.data_digest();
                vec![Cell::new(&p.city.unit.code), Cell::new(digest), Cell::new(&p.file), Cell::new(line(&p.city))]
            };
            let rows = places.iter().map(row).collect();
            page(&[Block::Table(Table { columns, rows })], format, settings, out)?;
        }
    }
    Ok(DONE)
}
