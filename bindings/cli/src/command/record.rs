//! `record`: an assessment that anybody can replay.

use super::Answer;
use super::judging::Case;
use crate::args::Record;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, signing};
use ed25519_dalek::SigningKey;
use std::io::Write;

pub(super) fn run(args: &Record, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("record")?;
    let lang = settings.lang;
    let file = args.output.as_deref().filter(|name| *name != "-");
    let key = args.sign.as_deref().map(|path| signing::private_key(path, settings)).transpose()?;
    if key.is_some() && file.is_none() {
        return Err(Failure::Usage(T::RecordSignTo.get(lang).into()));
    }
    let case = Case::open(&args.set, &[&args.file], &args.options, settings)?;
    if case.places.len() != 1 {
        return Err(Failure::Usage(fill(T::RecordOnePlace, lang, &[("n", &case.places.len().to_string())])));
    }
    let assessments = case.assess(settings)?;
    let Some(assessment) = assessments.first() else { return Ok(DONE) };
    let salt = match &args.salt {
        None if args.public.is_some() => Some(signing::salt(settings)?),
        given => given.clone(),
    };
    let fault = |found| Failure::of(args.file.as_str(), found);
    let record = assessment.record(salt).map_err(fault)?;
    let public = args.public.as_deref().map(|name| record.public_copy().map(|copy| (name, copy))).transpose().map_err(fault)?;
    match file {
        Some(name) => {
            write(name, &record.to_canonical_json(), key.as_ref(), &fill(T::RecordWritten, lang, &[("path", name)]), settings, out)?;
        }
        None => out.write_all(record.to_canonical_json().as_bytes())?,
    }
    if let Some((name, copy)) = public {
        let said = fill(T::PublicWritten, lang, &[("path", name), ("n", &copy.sealed().to_string())]);
        // With the record on the output, what was written is told beside it.
        let mut aside = std::io::stderr();
        let out: &mut dyn Write = if file.is_some() { out } else { &mut aside };
        write(name, &copy.to_canonical_json(), key.as_ref(), &said, settings, out)?;
    }
    Ok(DONE)
}

/// A file, its signature, and what was written.
fn write(name: &str, text: &str, key: Option<&SigningKey>, said: &str, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    std::fs::write(name, text).map_err(|error| Failure::File(name.into(), error))?;
    writeln!(out, "{said}")?;
    if let Some(key) = key {
        let path = signing::sign(key, name, text.as_bytes())?;
        writeln!(out, "{}", fill(T::Signed, settings.lang, &[("path", &path)]))?;
    }
    Ok(())
}
