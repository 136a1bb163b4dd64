//! City data out: JSON, CSV or a workbook, to a file or to standard output.

use crate::args::{Decimal, Format, Separator, Writing};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::{CityFile, CriteriaSet, CsvStyle, NumberStyle};
use std::io::{IsTerminal, Write};

/// Where something goes, and in which format.
pub(crate) struct Target<'a> {
    /// None = standard output.
    file: Option<&'a str>,
    pub(crate) format: Format,
}

impl<'a> Target<'a> {
    /// The ending of the file names the format; for standard output `--format` does.
    pub(crate) fn of(file: Option<&'a str>, command: &str, known: &[Format], settings: &Settings) -> Result<Self, Failure> {
        let Some(name) = file.filter(|name| *name != "-") else {
            let format = settings.format(command, known)?;
            if format == Format::Xlsx && std::io::stdout().is_terminal() {
                return Err(Failure::Usage(T::WorkbookToTerminal.get(settings.lang).into()));
            }
            return Ok(Self { file: None, format });
        };
        let ending = std::path::Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        match known.iter().find(|format| format.word() == ending) {
            Some(format) => Ok(Self { file: Some(name), format: *format }),
            None => {
                let known: Vec<String> = known.iter().map(|format| format!(".{}", format.word())).collect();
                Err(Failure::Usage(fill(T::NoSuchEnding, settings.lang, &[("name", name), ("known", &known.join(", "))])))
            }
        }
    }

    /// Writes the bytes.
    pub(crate) fn write(&self, bytes: &[u8], out: &mut dyn Write) -> Result<(), Failure> {
        match self.file {
            Some(name) => std::fs::write(name, bytes).map_err(|error| Failure::File(name.into(), error)),
            None => Ok(out.write_all(bytes)?),
        }
    }
}

/// City data in a format.
pub(crate) fn cities(
    file: &CityFile,
    format: Format,
    set: Option<&CriteriaSet>,
    writing: &Writing,
    settings: &Settings,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        Format::Csv => file.to_csv_with(&style(writing)).into_bytes(),
        Format::Xlsx => workbook(file, set, settings)?,
        _ => file.to_json().into_bytes(),
    })
}

/// The form of the set for one place, else a plain table.
fn workbook(file: &CityFile, set: Option<&CriteriaSet>, settings: &Settings) -> Result<Vec<u8>, Failure> {
    let written = match (set, file.cities.as_slice()) {
        (Some(set), [city]) => dothi_spreadsheet::write(set, city, settings.lang),
        (Some(_), _) => return Err(Failure::Usage(T::OneFormEach.get(settings.lang).into())),
        (None, _) => dothi_spreadsheet::write_table(file, settings.lang),
    };
    written.map_err(|error| Failure::Usage(error.to_string()))
}

fn style(writing: &Writing) -> CsvStyle {
    let separator = match writing.separator {
        Separator::Comma => dothi::Separator::Comma,
        Separator::Semicolon => dothi::Separator::Semicolon,
        Separator::Tab => dothi::Separator::Tab,
    };
    let numbers = if writing.decimal == Decimal::Comma { NumberStyle::Vi } else { NumberStyle::En };
    CsvStyle::default().with_separator(separator).with_mark(writing.bom).with_numbers(numbers)
}
