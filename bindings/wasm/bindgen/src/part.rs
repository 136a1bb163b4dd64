//! A part: functions and constants that join a running core, in its memory and its table.

use crate::graph::Graph;
use crate::plan::{Part, Plan, numbered, table};
use crate::split::{add, empty, fill, forget, globals, stop};
use crate::tables;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module, passes};

/// Where a part finds what it takes: by its place in the table what the core lends, by name all else.
const CORE: &str = "core";

/// The name by which a part gives a function to parts over it: no number, which would be a place in the table.
fn given(number: usize) -> String {
    format!("_{number}")
}

/// The part as a module of its own.
pub(crate) fn part(bytes: &[u8], graph: &Graph, plan: &Plan, part: &Part) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes)?;
    let functions = numbered(&module);
    forget(&mut module);
    stop(&mut module, plan)?;
    let (table, _) = table(&module)?;
    let memory = module.memories.iter().next().map(walrus::Memory::id).context("no memory")?;
    let (constants, counted) = constants(&module, graph, plan, part);
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    for id in exports {
        module.exports.delete(id);
    }
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        module.data.delete(id);
    }
    module.memories.get_mut(memory).data_segments.clear();
    module.start = None;
    empty(&mut module, table);

    let from_core = plan.lent.iter().map(|(number, slot)| (*number, slot.to_string()));
    let over = part.over.iter().flat_map(|(_, numbers)| numbers.iter().map(|number| (*number, given(*number))));
    for (number, name) in from_core.chain(over).filter(|(number, _)| !part.functions.contains(number)) {
        let id = *functions.get(number).context("no such function")?;
        let ty = module.funcs.get(id).ty();
        if let FunctionKind::Import(from_glue) = &module.funcs.get(id).kind {
            module.imports.delete(from_glue.import);
        }
        let import = module.imports.add(CORE, &name, ImportKind::Function(id));
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let wanted = plan.parts.iter().filter_map(|other| other.over.as_ref()).filter(|(name, _)| *name == part.name);
    for number in wanted.flat_map(|(_, numbers)| numbers).collect::<BTreeSet<_>>() {
        module.exports.add(&given(*number), *functions.get(*number).context("no such function")?);
    }
    for (name, number) in plan.verbs.iter().filter(|(_, number)| part.entries.contains(number)) {
        module.exports.add(name, *functions.get(*number).context("no such function")?);
    }
    let import = module.imports.add(CORE, "__table", ImportKind::Table(table));
    let of = module.tables.get_mut(table);
    // That of the core is larger.
    (of.import, of.maximum) = (Some(import), None);
    let import = module.imports.add(CORE, "memory", ImportKind::Memory(memory));
    module.memories.get_mut(memory).import = Some(import);
    for (i, global) in globals(&module).into_iter().enumerate() {
        let import = module.imports.add(CORE, &format!("__g{i}"), ImportKind::Global(global));
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }

    let own = plan.slots.iter().filter(|(_, number)| part.functions.contains(number) && !plan.stubs.contains_key(number));
    let entered = |number: &usize| part.entries.contains(number) && part.functions.contains(number);
    let entries = plan.stubs.iter().filter(|(number, _)| entered(number)).map(|(number, slot)| (slot, number));
    let slots: BTreeMap<_, _> = own.chain(entries).filter_map(|(slot, number)| Some((*slot, *functions.get(*number)?))).collect();
    fill(&mut module, table, &slots);
    for (start, bytes) in constants {
        add(&mut module, memory, start, bytes);
    }
    if let Some(at) = counted {
        module.start = Some(tables::crc32(&mut module, memory, at));
    }
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// The constants that the core does not have, neighbours together; and where tables stand that the part counts out when it joins.
fn constants(module: &Module, graph: &Graph, plan: &Plan, part: &Part) -> (BTreeMap<u32, Vec<u8>>, Option<u32>) {
    let mut out: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    let mut counted = None;
    let mut data: Vec<_> = part.data.intersection(&plan.moved).filter_map(|datum| graph.data.get(*datum)).collect();
    data.sort_by_key(|datum| datum.at.start);
    for datum in data {
        let found = module.data.iter().find_map(|segment| {
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = segment.kind else { return None };
            let from = datum.at.start.checked_sub(start.cast_unsigned())? as usize;
            segment.value.get(from..from + datum.at.len())
        });
        let Some(found) = found.filter(|found| !found.is_empty()) else { continue };
        if counted.is_none() && tables::is_crc32(found) {
            counted = Some(datum.at.start);
            continue;
        }
        match out.last_entry() {
            Some(mut last) if u32::try_from(last.get().len()).is_ok_and(|length| last.key() + length == datum.at.start) => {
                last.get_mut().extend(found);
            }
            _ => {
                out.insert(datum.at.start, found.to_vec());
            }
        }
    }
    (out, counted)
}
