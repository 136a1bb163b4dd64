//! Packs criteria files for a package that holds no reader of them, each as a text beside the others in a folder, in a folder `plain` when
//! it is plain:
//!
//! `cargo run -p dothi --features packed --example packed -- target/packed criteria/vn-ssc/2026-u1.json ...`

use dothi::CriteriaSet;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: packed FOLDER FILE...");
        return ExitCode::FAILURE;
    };
    for file in arguments {
        if let Err(why) = pack(Path::new(&folder), &file) {
            eprintln!("{file}: {why}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Its name is the id of the set.
fn pack(folder: &Path, file: &str) -> Result<(), String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let set = CriteriaSet::from_json(&bytes).map_err(|findings| findings.to_string())?;
    let packed = set.to_packed();
    let again = CriteriaSet::from_packed(&packed).ok_or("does not come out of what it was packed in")?;
    if again != set || again.file_digest() != set.file_digest() {
        return Err("comes out of what it was packed in as another set".into());
    }
    let folder = if set.is_plain() { folder.join("plain") } else { folder.into() };
    std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join(set.id()), packed)).map_err(|error| error.to_string())
}
