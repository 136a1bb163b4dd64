//! What goes into which part: everything that can be reached from the entries of one part and not from the rest.

use crate::graph::{Graph, Node};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, Module, TableId, ir};

/// A part by name, and the functions by which it is entered: exports, or paths of functions (`dothi_wasm::lazy::csv`; all that begin
/// so with `*` behind).
///
/// The part `-` is written nowhere: its entries are never called, or only to stop. Calling one stops the module. They need not be there.
pub(crate) struct Asked {
    pub(crate) name: String,
    /// The part that always joins before, whose functions and constants this one uses.
    over: Option<String>,
    entries: Vec<String>,
}

impl Asked {
    /// Reads `name=entry,entry`, `name:over=entry,entry`, or `-@FILE` with an entry in each line that is not empty and no `#`.
    pub(crate) fn read(text: &str) -> Result<Self> {
        if let Some(file) = text.strip_prefix("-@") {
            let lines = std::fs::read_to_string(file).with_context(|| file.to_owned())?;
            let entries = lines.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
            return Ok(Self { name: "-".into(), over: None, entries: entries.map(Into::into).collect() });
        }
        let (name, entries) = text.split_once('=').with_context(|| format!("`{text}` is not `part=entry,entry`"))?;
        let (name, over) = name.split_once(':').map_or((name, None), |(name, over)| (name, Some(over.into())));
        Ok(Self { name: name.into(), over, entries: entries.split(',').map(Into::into).collect() })
    }
}

/// Whether a function, by its mangled name, is meant by an entry. A method of a type's own is written `<a::Type>::method` or
/// `a::Type::method`, by the way of mangling.
fn is_called(mangled: &str, entry: &str) -> bool {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let (name, entry) = (name.trim_start_matches('<'), entry.trim_start_matches('<'));
    entry.strip_suffix('*').map_or_else(|| name == entry, |start| name.starts_with(start))
}

/// Functions go by their place in the module, in which each reading of the same bytes agrees.
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) entries: BTreeSet<usize>,
    pub(crate) functions: BTreeSet<usize>,
    pub(crate) data: BTreeSet<usize>,
    /// The part that always joins before, and its functions that this one calls.
    pub(crate) over: Option<(String, BTreeSet<usize>)>,
}

pub(crate) struct Plan {
    pub(crate) parts: Vec<Part>,
    /// Data that only parts reach.
    pub(crate) moved: BTreeSet<usize>,
    /// What the module has at each place of its table.
    pub(crate) slots: BTreeMap<u32, usize>,
    /// Functions that stop the module.
    pub(crate) never: BTreeSet<usize>,
    /// Where in the table a part puts an entry; the core calls it by way of that.
    pub(crate) stubs: BTreeMap<usize, u32>,
    /// Exports that only JavaScript calls, by name: a part brings them, and the core knows nothing of them.
    pub(crate) verbs: BTreeMap<String, usize>,
    /// Functions of the core that parts call, and where in the table it lends them: an export of each would take twice the room.
    pub(crate) lent: BTreeMap<usize, u32>,
}

/// Functions and data reached.
#[derive(Default)]
struct Reached {
    functions: BTreeSet<usize>,
    data: BTreeSet<usize>,
}

struct Function {
    name: Option<String>,
    local: bool,
    calls: Vec<usize>,
}

struct Whole<'g> {
    graph: &'g Graph,
    functions: Vec<Function>,
    by_name: BTreeMap<String, Vec<usize>>,
}

struct Calls<'f>(&'f BTreeMap<FunctionId, usize>, Vec<usize>);

impl<'i> Visitor<'i> for Calls<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.1.extend(self.0.get(function));
    }
}

/// Functions in their order, which is the same each time the same bytes are read.
pub(crate) fn numbered(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// The table of functions, and what is where in it.
pub(crate) fn table(module: &Module) -> Result<(TableId, BTreeMap<u32, FunctionId>)> {
    let table = module.tables.main_function_table()?.context("no table of functions")?;
    let mut out = BTreeMap::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: of, offset } = &element.kind else { continue };
        let (ConstExpr::Value(ir::Value::I32(start)), ElementItems::Functions(items)) = (offset, &element.items) else {
            bail!("an element that is no list of functions at a fixed place");
        };
        ensure!(*of == table, "another table with functions");
        out.extend((start.cast_unsigned()..).zip(items.iter().copied()));
    }
    Ok((table, out))
}

impl<'g> Whole<'g> {
    fn read(module: &Module, graph: &'g Graph) -> Self {
        let numbers: BTreeMap<_, _> = numbered(module).into_iter().zip(0..).collect();
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut functions = Vec::new();
        for (number, function) in module.funcs.iter().enumerate() {
            if let Some(name) = &function.name {
                by_name.entry(name.clone()).or_default().push(number);
            }
            let mut calls = Calls(&numbers, Vec::new());
            if let FunctionKind::Local(local) = &function.kind {
                dfs_in_order(&mut calls, local, local.entry_block());
            }
            let local = matches!(function.kind, FunctionKind::Local(_));
            functions.push(Function { name: function.name.clone(), local, calls: calls.1 });
        }
        Self { graph, functions, by_name }
    }

    /// Everything that is reached without going through `closed`.
    fn reach(&self, roots: impl IntoIterator<Item = usize>, closed: &BTreeSet<usize>) -> Reached {
        let mut out = Reached::default();
        let mut functions: Vec<usize> = roots.into_iter().collect();
        let mut data: Vec<usize> = Vec::new();
        loop {
            let nodes = if let Some(number) = functions.pop() {
                if !out.functions.insert(number) {
                    continue;
                }
                let Some(function) = self.functions.get(number) else { continue };
                functions.extend(function.calls.iter().filter(|call| !closed.contains(call)));
                function.name.as_ref().map_or(&[] as &[Node], |name| self.graph.of(&Node::Function(name.clone())))
            } else if let Some(datum) = data.pop() {
                if !out.data.insert(datum) {
                    continue;
                }
                self.graph.of(&Node::Data(datum))
            } else {
                return out;
            };
            for node in nodes {
                match node {
                    Node::Data(datum) => data.push(*datum),
                    Node::Function(name) => {
                        functions.extend(self.by_name.get(name).into_iter().flatten().filter(|call| !closed.contains(call)));
                    }
                }
            }
        }
    }
}

impl Plan {
    pub(crate) fn new(bytes: &[u8], graph: &Graph, asked: &[Asked]) -> Result<Self> {
        let module = Module::from_buffer(bytes)?;
        let whole = Whole::read(&module, graph);
        // What the glue adds only calls. Of anything else it must be known what it refers to.
        let known = |name: &Option<String>| name.as_ref().is_some_and(|name| name.ends_with(" shim") || graph.functions.contains(name));
        if let Some(stranger) = module.funcs.iter_local().find(|(id, _)| !known(&module.funcs.get(*id).name)) {
            bail!("the linker does not know {:?}", module.funcs.get(stranger.0).name);
        }
        let numbers: BTreeMap<_, _> = numbered(&module).into_iter().zip(0..).collect();
        let exported = |name: &str| module.exports.iter().find(|export| export.name == name);
        let mut entries = Vec::new();
        for part in asked {
            let mut of = BTreeSet::new();
            for entry in &part.entries {
                if let Some(ExportItem::Function(id)) = exported(entry).map(|export| export.item) {
                    of.extend(numbers.get(&id));
                    continue;
                }
                let mut named = whole.by_name.iter().filter(|(name, _)| is_called(name, entry)).peekable();
                ensure!(named.peek().is_some() || part.name == "-", "nothing is called {entry}");
                of.extend(named.flat_map(|(_, numbers)| numbers));
            }
            entries.push(of);
        }
        let all: BTreeSet<usize> = entries.iter().flatten().copied().collect();
        let roots = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => numbers.get(&id).copied(),
            _ => None,
        });
        let start = module.start.and_then(|id| numbers.get(&id).copied());
        let mut roots: BTreeSet<usize> = roots.chain(start).filter(|number| !all.contains(number)).collect();
        let (table, slots) = table(&module)?;
        let slots: BTreeMap<u32, usize> = slots.into_iter().filter_map(|(slot, id)| Some((slot, *numbers.get(&id)?))).collect();
        let reached: Vec<Reached> = entries.iter().map(|of| whole.reach(of.iter().copied(), &(&all - of))).collect();
        // Whatever is in the table and reached by nothing that is known here stays where it can always be called.
        let mut core = whole.reach(roots.iter().copied(), &all);
        let known =
            |core: &Reached, number: &usize| core.functions.contains(number) || reached.iter().any(|one| one.functions.contains(number));
        roots.extend(slots.values().filter(|number| !known(&core, number) && !all.contains(number)));
        core = whole.reach(roots, &all);
        let unused = (0..).zip(&graph.data).filter(|(_, datum)| datum.unused).map(|(number, _)| number);
        let moved = reached.iter().flat_map(|one| &one.data).filter(|datum| !core.data.contains(datum)).copied().chain(unused);
        let moved = moved.filter(|datum| graph.data.get(*datum).is_some_and(|datum| datum.constant)).collect();
        let never = asked.iter().zip(&entries).filter(|(part, _)| part.name == "-").flat_map(|(_, of)| of.clone()).collect();
        let outer: BTreeSet<usize> = all.difference(&never).copied().collect();
        let mut parts: Vec<Part> = Vec::new();
        let mut lent = BTreeSet::new();
        for ((asked, entries), reached) in asked.iter().zip(entries).zip(reached) {
            let before = asked.over.as_ref().map(|over| parts.iter().find(|part| part.name == *over).context("a part over none before it"));
            let before = before.transpose()?;
            let there = |number: &usize| core.functions.contains(number) || before.is_some_and(|part| part.functions.contains(number));
            let own = reached.functions.iter().copied().filter(|number| !there(number));
            // What JavaScript gives, it gives the core.
            let functions: BTreeSet<usize> =
                own.filter(|number| whole.functions.get(*number).is_some_and(|function| function.local)).collect();
            let called = functions.iter().filter_map(|number| whole.functions.get(*number)).flat_map(|function| &function.calls);
            let called = called.copied();
            let (of_before, of_core) =
                called.filter(|number| !functions.contains(number) && !never.contains(number)).partition::<BTreeSet<usize>, _>(|number| {
                    before.is_some_and(|part| part.functions.contains(number) && !outer.contains(number))
                });
            lent.extend(of_core);
            let unused = |datum: &usize| graph.data.get(*datum).is_some_and(|datum| datum.unused);
            let known = |datum: &usize| before.is_some_and(|part| part.data.contains(datum));
            let data = reached.data.into_iter().filter(|datum| !unused(datum) && !known(datum)).collect();
            let over = before.map(|part| (part.name.clone(), of_before));
            parts.push(Part { name: asked.name.clone(), entries, functions, data, over });
        }
        let inside = core.functions.iter().filter_map(|number| whole.functions.get(*number)).flat_map(|function| &function.calls);
        let inside: BTreeSet<usize> = inside.chain(slots.values()).chain(&lent).copied().collect();
        let verbs: BTreeMap<String, usize> = module
            .exports
            .iter()
            .filter_map(|export| match export.item {
                ExportItem::Function(id) => Some((export.name.clone(), *numbers.get(&id)?)),
                _ => None,
            })
            .filter(|(_, number)| outer.contains(number) && !inside.contains(number))
            .collect();
        let mut free = u32::try_from(module.tables.get(table).initial)?..;
        let stubs = outer.into_iter().filter(|number| !verbs.values().any(|verb| verb == number)).zip(&mut free).collect();
        let lent = lent.into_iter().zip(free).collect();
        Ok(Self { parts, moved, slots, never, stubs, verbs, lent })
    }
}
