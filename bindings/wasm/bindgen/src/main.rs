//! Writes the JavaScript glue of the WebAssembly binding: the command `wasm-bindgen` as a library, so that its version comes from the
//! one lock file, as it must: it has to be that of the crate `wasm-bindgen`.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let [Some(input), Some(folder), Some(name), None] = [0; 4].map(|_| arguments.next()) else {
        eprintln!("usage: dothi-wasm-bindgen MODULE.wasm FOLDER NAME");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(&name.to_string_lossy()).typescript(false).remove_producers_section(true);
    // A module that has trapped is thrown away and made anew.
    bindgen.reset_state_function(true);
    let done = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
