//! `export`: data, results or a set in a format that other systems read.

use super::Answer;
use super::judging::{Case, remark};
use crate::DONE;
use crate::args::{Exchange, Export};
use crate::failure::Failure;
use crate::input::{Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use clap::ValueEnum;
use dothi::{Assessment, CityFile};
use dothi_interchange::{ngsi, oscal, sdmx};
use std::io::Write;

pub(super) fn run(args: &Export, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("export")?;
    let text = match (args.to, args.inputs.as_slice()) {
        (Exchange::SdmxCsv, files) => observations(files, args, settings)?,
        (Exchange::NgsiLd, [set, files @ ..]) if !files.is_empty() => results(set, files, args, settings)?,
        (Exchange::Oscal, [set, file]) => results(set, std::slice::from_ref(file), args, settings)?,
        (Exchange::OscalCatalog, [set]) => catalog(set, args, settings)?,
        (to, _) => return Err(needed(to, settings)),
    };
    match args.output.as_deref().filter(|name| *name != "-") {
        Some(name) => std::fs::write(name, text).map_err(|error| Failure::File(name.into(), error))?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(DONE)
}

/// City data; what is left out is told beside the file.
fn observations(files: &[String], args: &Export, settings: &Settings) -> Result<String, Failure> {
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let (places, remarks) = Reader::new(settings).cities(&names, &args.options.reading, None)?;
    remark(&remarks, settings);
    let file = CityFile::new(places.into_iter().map(|placed| placed.city).collect());
    let (text, left_out) = sdmx::write(&file);
    if !left_out.is_empty() {
        remark(&[(args.output.clone().unwrap_or_else(|| "sdmx-csv".into()), left_out)], settings);
    }
    Ok(text)
}

/// Results: every place as entities, one place as a document.
fn results(set: &str, files: &[String], args: &Export, settings: &Settings) -> Result<String, Failure> {
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let case = Case::open(set, &names, &args.options, settings)?;
    let assessments = case.assess(settings)?;
    let found = |a: &Assessment<'_>| (crate::place::full(&a.city().unit, settings.lang), a.findings().clone());
    let remarks: Vec<_> = assessments.iter().filter(|a| !a.findings().is_empty()).map(found).collect();
    remark(&remarks, settings);
    match (args.to, assessments.as_slice()) {
        (Exchange::Oscal, [only]) => Ok(oscal::assessment_results(only)),
        (Exchange::Oscal, _) => Err(Failure::Usage(T::OneResultEach.get(settings.lang).into())),
        (_, all) => Ok(ngsi::entities(all)),
    }
}

/// The scheme asked for, else the first of the set.
fn catalog(name: &str, args: &Export, settings: &Settings) -> Result<String, Failure> {
    let (set, _) = Reader::new(settings).set(name)?;
    let asked = args.options.judging.scheme.as_deref();
    let as_of = assess_options(&args.options.judging, settings)?.as_of;
    match set.schemes().iter().find(|scheme| asked.is_none_or(|id| scheme.id == id)) {
        Some(scheme) => Ok(oscal::catalog(&set, scheme, as_of)),
        None => {
            let known: Vec<&str> = set.schemes().iter().map(|scheme| scheme.id.as_str()).collect();
            let values = [("set", set.id()), ("id", asked.unwrap_or_default().into()), ("known", known.join(", "))];
            let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
            Err(Failure::Usage(fill(T::NoSuchScheme, settings.lang, &values)))
        }
    }
}

fn needed(to: Exchange, settings: &Settings) -> Failure {
    let needed = match to {
        Exchange::SdmxCsv => "FILE...",
        Exchange::NgsiLd => "SET FILE...",
        Exchange::Oscal => "SET FILE",
        Exchange::OscalCatalog => "SET",
    };
    let word = to.to_possible_value().map(|value| value.get_name().to_string()).unwrap_or_default();
    Failure::Usage(fill(T::ExportNeeds, settings.lang, &[("format", &word), ("needed", needed)]))
}
