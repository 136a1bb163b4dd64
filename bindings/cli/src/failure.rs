//! What can stop a command, and how it is told.

use crate::command::findings;
use crate::input::Found;
use crate::settings::Settings;
use crate::texts::T;
use crate::{FINDINGS, USAGE};
use dothi::Findings;
use std::io::ErrorKind;

/// Why a command stopped.
pub(crate) enum Failure {
    /// What is asked for cannot be done; a sentence in the chosen language.
    Usage(String),
    /// A file cannot be read or written: its name and why.
    File(String, std::io::Error),
    /// Output could not be written.
    Output(std::io::Error),
    /// The reader of the output has gone away.
    Closed,
    /// Files with findings that are errors: what was read, its findings.
    Findings(Found),
}

impl Failure {
    /// One file with its findings.
    pub(crate) fn of(file: impl Into<String>, findings: Findings) -> Self {
        Self::Findings(vec![(file.into(), findings)])
    }

    /// The exit code.
    pub(crate) fn code(&self) -> u8 {
        if matches!(self, Self::Findings(_)) { FINDINGS } else { USAGE }
    }

    /// The message for the error output.
    pub(crate) fn text(&self, settings: &Settings) -> String {
        let lang = settings.lang;
        let said = match self {
            Self::Usage(text) => text.clone(),
            Self::File(name, error) => match error.kind() {
                ErrorKind::NotFound => format!("{name}: {}", T::NotFound.get(lang)),
                ErrorKind::PermissionDenied => format!("{name}: {}", T::NotAllowed.get(lang)),
                _ => format!("{name}: {error}"),
            },
            Self::Output(error) => error.to_string(),
            Self::Closed => return String::new(),
            Self::Findings(files) => {
                let blocks: Vec<_> = files.iter().flat_map(|(file, found)| findings::blocks(file, found, lang)).collect();
                return crate::doc::text::render(&blocks, &settings.paper);
            }
        };
        format!("{}: {said}\n", T::Error.get(lang))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe { Self::Closed } else { Self::Output(error) }
    }
}
