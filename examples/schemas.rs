//! Writes the schemas of all documents into a folder, in the published form or in the one that makers of types read:
//!
//! `cargo run -p dothi --features schema --example schemas -- draft-07 target/types`

use dothi::schema::{Document, to_text};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (draft07, folder) = match arguments.as_slice() {
        [form, folder] if form == "draft-07" => (true, folder),
        [form, folder] if form == "2020-12" => (false, folder),
        _ => {
            eprintln!("usage: schemas draft-07|2020-12 FOLDER");
            return ExitCode::FAILURE;
        }
    };
    for document in Document::ALL {
        let schema = if draft07 { document.draft07() } else { document.schema() };
        let path = Path::new(folder).join(format!("{}.json", document.name()));
        if let Err(error) = std::fs::write(&path, to_text(schema.as_value())) {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
