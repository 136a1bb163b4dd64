//! The core: the module without what its parts bring.

use crate::graph::Graph;
use crate::plan::{Plan, numbered, table};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, MemoryId, Module, TableId, passes,
};

/// Drops what the linker said: it is no longer true.
pub(crate) fn forget(module: &mut Module) {
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
}

/// Takes every list of functions out of the table.
pub(crate) fn empty(module: &mut Module, table: TableId) {
    let all: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in all {
        module.elements.delete(id);
    }
    module.tables.get_mut(table).elem_segments.clear();
}

/// Puts functions into the table, in as few lists as there are runs.
pub(crate) fn fill(module: &mut Module, table: TableId, slots: &BTreeMap<u32, FunctionId>) {
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if u32::try_from(run.len()).is_ok_and(|length| *start + length == *slot) => run.push(*function),
            _ => runs.push((*slot, Vec::from([*function]))),
        }
    }
    for (start, run) in runs {
        let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
}

/// What is never called stops.
pub(crate) fn stop(module: &mut Module, plan: &Plan) -> Result<()> {
    let functions = numbered(module);
    for number in &plan.never {
        let id = *functions.get(*number).context("no such function")?;
        let ty = module.funcs.get(id).ty();
        let (parameters, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
        builder.func_body().unreachable();
        let locals = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
    }
    Ok(())
}

/// The core calls what it does not have by way of the table, and lends what its parts call there.
pub(crate) fn core(bytes: &[u8], graph: &Graph, plan: &Plan) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes)?;
    let functions = numbered(&module);
    forget(&mut module);
    stop(&mut module, plan)?;
    let (table, _) = table(&module)?;
    for (number, slot) in &plan.stubs {
        let id = *functions.get(*number).context("no such function")?;
        let ty = module.funcs.get(id).ty();
        let (parameters, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
        let locals: Vec<_> = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
        let mut body = builder.func_body();
        for local in &locals {
            body.local_get(*local);
        }
        body.i32_const(slot.cast_signed()).call_indirect(ty, table);
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
    }
    let elsewhere = |number: &usize| plan.parts.iter().any(|part| part.functions.contains(number)) && !plan.stubs.contains_key(number);
    let slots = plan.slots.iter().filter(|(_, number)| !elsewhere(number));
    let slots = slots.chain(plan.lent.iter().map(|(number, slot)| (slot, number)));
    let slots = slots.filter_map(|(slot, number)| Some((*slot, *functions.get(*number)?))).collect();
    empty(&mut module, table);
    fill(&mut module, table, &slots);
    let size = plan.stubs.values().chain(plan.lent.values()).max().map_or(0, |slot| u64::from(*slot) + 1);
    let of = module.tables.get_mut(table);
    of.initial = of.initial.max(size);
    of.maximum = of.maximum.map(|most| most.max(size));
    for name in plan.verbs.keys() {
        module.exports.remove(name)?;
    }
    module.exports.add("__table", table);
    for (i, global) in globals(&module).into_iter().enumerate() {
        module.exports.add(&format!("__g{i}"), global);
    }
    clear(&mut module, graph, plan);
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Globals in their order, which is the same each time.
pub(crate) fn globals(module: &Module) -> Vec<walrus::GlobalId> {
    module.globals.iter().map(walrus::Global::id).collect()
}

/// Runs of nothing shorter than this cost less than another segment.
const GAP: usize = 32;

/// Leaves out what only parts read; memory is zero there until the part brings it. Nothing else moves.
fn clear(module: &mut Module, graph: &Graph, plan: &Plan) {
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let segment = module.data.get_mut(id);
        let DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(start)) } = segment.kind else { continue };
        let start = start.cast_unsigned();
        let mut bytes = std::mem::take(&mut segment.value);
        for datum in plan.moved.iter().filter_map(|datum| graph.data.get(*datum)) {
            let Some(from) = datum.at.start.checked_sub(start) else { continue };
            if let Some(bytes) = bytes.get_mut(from as usize..from as usize + datum.at.len()) {
                bytes.fill(0);
            }
        }
        module.data.delete(id);
        module.memories.get_mut(memory).data_segments.remove(&id);
        for (from, run) in runs(&bytes) {
            add(module, memory, start + from, run);
        }
    }
}

/// What is not nothing, and where it begins.
fn runs(bytes: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let mut out: Vec<(u32, Vec<u8>)> = Vec::new();
    let mut zeros = GAP;
    for (at, byte) in (0..).zip(bytes) {
        if *byte == 0 {
            zeros += 1;
            continue;
        }
        match out.last_mut() {
            Some((_, run)) if zeros < GAP => run.resize(run.len() + zeros, 0),
            _ => out.push((at, Vec::new())),
        }
        zeros = 0;
        if let Some((_, run)) = out.last_mut() {
            run.push(*byte);
        }
    }
    out
}

/// Adds constants that are there when the module starts.
pub(crate) fn add(module: &mut Module, memory: MemoryId, start: u32, bytes: Vec<u8>) {
    let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
    let id = module.data.add(DataKind::Active { memory, offset }, bytes);
    module.memories.get_mut(memory).data_segments.insert(id);
}
