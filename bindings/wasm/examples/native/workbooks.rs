//! Workbooks as the library writes them. The name of a file says what it is: `form.SET.KIND.LANG`, `filled.SET.EXAMPLE.LANG`,
//! `table.EXAMPLE.LANG`.

use super::{EXAMPLES, root, set_of};
use dothi::{CityFile, Lang};
use std::fs;
use std::path::Path;

/// The form of every released set for each kind of place that it judges; examples in a form and as a table.
pub(crate) fn write(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let put = |name: String, bytes: Vec<u8>| fs::write(folder.join(name), bytes).unwrap();
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        for line in fs::read_to_string(root().join("criteria/DIGESTS")).unwrap().lines() {
            let Some((name, edition)) = line.split_whitespace().last().and_then(|path| path.strip_suffix(".json")?.split_once('/')) else {
                continue;
            };
            if name == "programme" {
                continue;
            }
            let set = set_of(&format!("{name}@{edition}"));
            for rule in &set.header().unit_kinds {
                let form = dothi_spreadsheet::template(&set, rule.kind, lang).unwrap();
                put(format!("form.{}.{}.{code}", set.id(), rule.kind.as_str()), form);
            }
        }
        for (reference, path) in EXAMPLES {
            let file = CityFile::from_json(&fs::read(root().join(path)).unwrap()).unwrap().0;
            let stem = Path::new(path).file_stem().unwrap().to_string_lossy();
            let filled = dothi_spreadsheet::write(&set_of(reference), &file.cities[0], lang).unwrap();
            put(format!("filled.{reference}.{stem}.{code}"), filled);
            put(format!("table.{stem}.{code}"), dothi_spreadsheet::write_table(&file, lang).unwrap());
        }
    }
}
