//! `import`: tables in, a criteria file out.

use super::Answer;
use crate::DONE;
use crate::args::Import;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::T;
use dothi::programme::import_programme;
use std::io::Write;
use std::path::Path;

pub(super) fn run(args: &Import, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("import")?;
    let tables = tables(&args.dir)?;
    if tables.is_empty() {
        return Err(Failure::Usage(format!("{}: {}", args.dir.display(), T::NoTables.get(settings.lang))));
    }
    let given: Vec<(&str, &[u8])> = tables.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    // An edition begins with edition.csv, a file of the programme with file.csv.
    let is_programme = tables.iter().any(|(name, _)| name == "file.csv");
    let file = if is_programme { import_programme(&given) } else { dothi::import(&given) };
    let file = file.map_err(|found| Failure::of(args.dir.display().to_string(), found))?;
    match args.output.as_deref().filter(|name| *name != "-") {
        None => out.write_all(file.as_bytes())?,
        Some(name) => std::fs::write(name, file).map_err(|error| Failure::File(name.into(), error))?,
    }
    Ok(DONE)
}

/// The tables of a folder, by name.
fn tables(dir: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let fault = |path: &Path| {
        let name = path.display().to_string();
        move |error| Failure::File(name, error)
    };
    let mut out = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(fault(dir))? {
        let path = entry.map_err(fault(dir))?.path();
        let is_table = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) && path.is_file();
        if let (true, Some(name)) = (is_table, path.file_name().and_then(|n| n.to_str())) {
            out.push((name.to_string(), std::fs::read(&path).map_err(fault(&path))?));
        }
    }
    out.sort();
    Ok(out)
}
