//! Writes the JavaScript glue of the WebAssembly binding: the command `wasm-bindgen` as a library, so that its version comes from the
//! one lock file, as it must: it has to be that of the crate `wasm-bindgen`. Then parts the module, when parts are named: what only
//! some verbs need goes into files of their own, which are loaded when such a verb is called.

mod graph;
mod layout;
mod order;
mod part;
mod plan;
mod spell;
mod split;
mod tables;

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(folder), Some(name)) = (arguments.next(), arguments.next(), arguments.next()) else {
        bail!("usage: dothi-wasm-bindgen MODULE.wasm FOLDER NAME [PART[:OVER]=ENTRY,ENTRY...]... [-@FILE]");
    };
    let folder = Path::new(&folder);
    let mut linked = std::fs::read(&input).with_context(|| input.clone())?;
    let module = glue(&linked, folder, &name)?;
    let parts = arguments.map(|text| plan::Asked::read(&text)).collect::<Result<Vec<_>>>()?;
    if parts.is_empty() {
        return Ok(());
    }
    let mut graph = graph::Graph::read(&linked)?;
    let plan = plan::Plan::new(&module, &graph, &parts)?;
    layout::sort(&mut linked, &mut graph, &plan)?;
    // With other addresses functions have other lengths, and so another order.
    let module = glue(&linked, folder, &name)?;
    let plan = plan::Plan::new(&module, &graph, &parts)?;
    let whole = folder.join(file(&name));
    std::fs::write(&whole, order::alike(&spell::alike(&split::core(&module, &graph, &plan)?)?)?)?;
    for part in plan.parts.iter().filter(|part| part.name != "-") {
        std::fs::write(folder.join(file(&part.name)), order::alike(&spell::alike(&part::part(&module, &graph, &plan, part)?)?)?)?;
    }
    Ok(())
}

/// Writes the glue of a module, and the module that goes with it, which it returns.
fn glue(linked: &[u8], folder: &Path, name: &str) -> Result<Vec<u8>> {
    let mut bindgen = Bindgen::new();
    // Names lead from the linker's view of the module to this one.
    bindgen.input_bytes(name, linked.to_vec()).typescript(false).remove_producers_section(true).demangle(false);
    // A module that has trapped is thrown away and made anew.
    bindgen.reset_state_function(true);
    bindgen.web(true)?.generate_output()?.emit(folder)?;
    Ok(std::fs::read(folder.join(file(name)))?)
}

fn file(name: &str) -> String {
    format!("{name}_bg.wasm")
}
