//! Writes the JavaScript glue of the WebAssembly binding: the command `wasm-bindgen` as a library, so that its version comes from the
//! one lock file, as it must: it has to be that of the crate `wasm-bindgen`. Then parts the module, when parts are named: what only
//! some verbs need goes into files of their own, which are loaded when such a verb is called.

mod graph;
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
    let mut bindgen = Bindgen::new();
    // Names lead from the linker's view of the module to this one.
    bindgen.input_path(&input).out_name(&name).typescript(false).remove_producers_section(true).demangle(false);
    // A module that has trapped is thrown away and made anew.
    bindgen.reset_state_function(true);
    let mut output = bindgen.web(true)?.generate_output()?;
    output.emit(folder)?;
    let parts = arguments.map(|text| plan::Asked::read(&text)).collect::<Result<Vec<_>>>()?;
    if parts.is_empty() {
        return Ok(());
    }
    let linked = std::fs::read(&input).with_context(|| input.clone())?;
    let whole = folder.join(format!("{name}_bg.wasm"));
    let module = std::fs::read(&whole)?;
    let graph = graph::Graph::read(&linked)?;
    let plan = plan::Plan::new(&module, &graph, &parts)?;
    std::fs::write(&whole, order::alike(&spell::alike(&split::core(&module, &graph, &plan)?)?)?)?;
    for part in plan.parts.iter().filter(|part| part.name != "-") {
        let module = order::alike(&spell::alike(&part::part(&module, &graph, &plan, part)?)?)?;
        std::fs::write(folder.join(format!("{}_bg.wasm", part.name)), module)?;
    }
    Ok(())
}
