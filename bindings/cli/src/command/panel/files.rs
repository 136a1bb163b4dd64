//! Pictures and pages of a panel, written to files.

use crate::args::PanelFiles;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi_report::chart::{Chart, Size};
use dothi_report::panel::{PanelPart, pictures};
use std::io::Write;
use std::path::Path;

/// Whether files are asked for; their names say how they are written.
pub(in crate::command) fn asked(files: &PanelFiles, settings: &Settings) -> Result<bool, Failure> {
    let both = [(&files.picture, "svg"), (&files.report, "html")];
    let any = files.pictures.is_some() || both.iter().any(|(path, _)| path.is_some());
    if let Some(format) = settings.format.filter(|_| any) {
        return Err(Failure::Usage(fill(T::PanelFileOrFormat, settings.lang, &[("format", format.word())])));
    }
    for (path, ending) in both.iter().filter_map(|(path, ending)| Some((path.as_deref()?, ending))) {
        if !path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            let values = [("path", path.display().to_string()), ("ending", format!(".{ending}"))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            return Err(Failure::Usage(fill(T::PanelFileEnding, settings.lang, &values)));
        }
    }
    Ok(any)
}

/// Writes what is asked for and says where it is. `main`: the picture that stands for the whole.
pub(in crate::command) fn write(
    files: &PanelFiles,
    parts: &[PanelPart],
    main: impl FnOnce() -> Option<Chart>,
    page: impl FnOnce() -> String,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut one = |path: &Path, said: T, text: String| -> Result<(), Failure> {
        let name = path.display().to_string();
        std::fs::write(path, text).map_err(|error| Failure::File(name.clone(), error))?;
        Ok(writeln!(out, "{}", fill(said, settings.lang, &[("path", &name)]))?)
    };
    if let Some(path) = &files.picture {
        let chart = main().ok_or_else(|| Failure::Usage(T::PictureNone.get(settings.lang).into()))?;
        one(path, T::PictureWritten, chart.to_svg(Size::Wide))?;
    }
    if let Some(folder) = &files.pictures {
        std::fs::create_dir_all(folder).map_err(|error| Failure::File(folder.display().to_string(), error))?;
        for (name, chart) in pictures(parts) {
            one(&folder.join(name).with_extension("svg"), T::PictureWritten, chart.to_svg(Size::Wide))?;
        }
    }
    if let Some(path) = &files.report {
        one(path, T::ReportWritten, page())?;
    }
    Ok(())
}
