//! `keygen`: the one place where keys are made.

use super::Answer;
use crate::args::Keygen;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, signing};
use std::io::Write;

pub(super) fn run(args: &Keygen, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("keygen")?;
    let (public, key) = signing::write_pair(&args.output, settings)?;
    let lang = settings.lang;
    writeln!(out, "{}", fill(T::PrivateKey, lang, &[("path", &args.output)]))?;
    writeln!(out, "{}", fill(T::PublicKey, lang, &[("path", &public.display().to_string())]))?;
    writeln!(out, "{}", fill(T::KeyDigest, lang, &[("digest", &signing::digest(&key))]))?;
    Ok(DONE)
}
