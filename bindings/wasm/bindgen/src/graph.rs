//! What refers to what, as the linker saw it: only its relocations tell which functions a piece of constant data leads to, and which
//! constants a function reads.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocSectionReader, RelocationType, SymbolInfo, TypeRef,
};

/// A function by its name, or a piece of constant data by its number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    Function(String),
    Data(usize),
}

/// The tables of `encoding_rs`, as both ways of mangling write their path.
const UNUSED: &str = "11encoding_rs4data";

/// A piece of data: where it lies in memory.
pub(crate) struct Datum {
    pub(crate) at: Range<u32>,
    /// Where it begins in the file.
    pub(crate) place: usize,
    /// Data that programs write to stay where they are.
    pub(crate) constant: bool,
    /// Nothing ever reads it: tables of encodings (XML may declare them, but no workbook that does is read), and places in source code,
    /// which only the words of a panic would tell.
    pub(crate) unused: bool,
}

/// Where in the file the address of a piece of data stands.
pub(crate) struct Address {
    pub(crate) of: usize,
    place: usize,
    /// Bits in each of its bytes: five of seven in code, four of eight in data.
    bits: u32,
}

impl Address {
    /// Makes it larger; a sum beyond 32 bits makes it smaller. Nothing where the file has no address of full length.
    pub(crate) fn change(&self, module: &mut [u8], by: u32) -> Option<()> {
        let bytes = module.get_mut(self.place..)?.get_mut(..if self.bits == 7 { 5 } else { 4 })?;
        if self.bits == 7 && !bytes.split_last()?.1.iter().all(|byte| *byte >= 128) {
            return None;
        }
        let mask = (1 << self.bits) - 1;
        let old = bytes.iter().rev().fold(0, |sum: u32, byte| sum << self.bits | (u32::from(*byte) & mask));
        let mut left = old.wrapping_add(by);
        for byte in bytes {
            *byte = *byte & !u8::try_from(mask).ok()? | u8::try_from(left & mask).ok()?;
            left >>= self.bits;
        }
        Some(())
    }
}

/// Every function and piece of data, with what it refers to.
pub(crate) struct Graph {
    pub(crate) data: Vec<Datum>,
    pub(crate) addresses: Vec<Address>,
    /// The names of all functions.
    pub(crate) functions: BTreeSet<String>,
    edges: BTreeMap<Node, Vec<Node>>,
}

/// The sections of a linked module, as far as they are wanted here.
#[derive(Default)]
struct Linked<'m> {
    imported: u32,
    /// Bodies by their place in the code section.
    bodies: Vec<Range<usize>>,
    /// Segments: where they lie in the data section, and in memory.
    segments: Vec<(Range<usize>, u32)>,
    names: Vec<&'m str>,
    functions: BTreeMap<u32, &'m str>,
    symbols: Vec<SymbolInfo<'m>>,
    relocations: Vec<RelocSectionReader<'m>>,
    code: (u32, usize),
    data: (u32, usize),
}

impl<'m> Linked<'m> {
    fn read(bytes: &'m [u8]) -> Result<Self> {
        let mut out = Self::default();
        let mut section = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        out.imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => out.code = (section, range.start),
                Payload::CodeSectionEntry(body) => out.bodies.push(body.range()),
                Payload::DataSection(data) => {
                    out.data = (section, data.range().start);
                    for segment in data.clone() {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else { anyhow::bail!("a passive segment") };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            anyhow::bail!("a segment without a fixed place")
                        };
                        let start = segment.range.end - segment.data.len();
                        out.segments.push((start..segment.range.end, value.cast_unsigned()));
                    }
                }
                Payload::CustomSection(custom) => out.custom(&custom.as_known())?,
                _ => {}
            }
            // Functions are payloads of their own, but no sections.
            let counts = !matches!(payload, Payload::CodeSectionEntry(_) | Payload::Version { .. } | Payload::End(_));
            section += u32::from(counts);
        }
        Ok(out)
    }

    fn custom(&mut self, custom: &KnownCustom<'m>) -> Result<()> {
        match custom {
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    match part? {
                        Linking::SymbolTable(table) => self.symbols = table.into_iter().collect::<Result<_, _>>()?,
                        Linking::SegmentInfo(segments) => {
                            self.names = segments.into_iter().map(|one| one.map(|one| one.name)).collect::<Result<_, _>>()?;
                        }
                        _ => {}
                    }
                }
            }
            KnownCustom::Name(names) => {
                for part in names.clone() {
                    if let Name::Function(functions) = part? {
                        self.functions = functions.into_iter().map(|one| one.map(|one| (one.index, one.name))).collect::<Result<_, _>>()?;
                    }
                }
            }
            KnownCustom::Reloc(relocations) => self.relocations.push(relocations.clone()),
            _ => {}
        }
        Ok(())
    }
}

/// Data by their place; symbols that overlap are one piece.
struct Places {
    data: Vec<Datum>,
    /// Segment and first byte in it: the byte after the last, number.
    by_start: BTreeMap<(u32, u32), (u32, usize)>,
}

impl Places {
    fn of(linked: &Linked<'_>) -> Result<Self> {
        let defined = linked.symbols.iter().filter_map(|symbol| match *symbol {
            SymbolInfo::Data { name, symbol: Some(one), .. } => Some((one.index, one.offset, one.offset + one.size, name.contains(UNUSED))),
            _ => None,
        });
        let mut ranges: Vec<_> = defined.collect();
        ranges.sort_unstable();
        let mut merged: Vec<(u32, u32, u32, bool)> = Vec::new();
        for (segment, start, end, unused) in ranges {
            match merged.last_mut() {
                Some(last) if last.0 == segment && (start < last.2 || start == last.1) => {
                    last.2 = last.2.max(end);
                    last.3 &= unused;
                }
                _ => merged.push((segment, start, end, unused)),
            }
        }
        let mut out = Self { data: Vec::new(), by_start: BTreeMap::new() };
        for (segment, start, end, unused) in merged {
            let (range, address) = linked.segments.get(segment as usize).context("a symbol outside the segments")?;
            // Ends of memory are symbols too.
            if end as usize > range.len() {
                continue;
            }
            let name = linked.names.get(segment as usize).copied().unwrap_or_default();
            out.by_start.insert((segment, start), (end, out.data.len()));
            let (at, place) = (address + start..address + end, range.start + start as usize);
            out.data.push(Datum { at, place, constant: name.starts_with(".rodata"), unused });
        }
        Ok(out)
    }

    fn at(&self, segment: u32, offset: u32) -> Option<usize> {
        let ((of, start), (end, number)) = self.by_start.range(..=(segment, offset)).next_back()?;
        (*of == segment && (offset < *end || offset == *start)).then_some(*number)
    }
}

/// A place in source code is a path with its length, a line and a column. Such places, and the paths that only they name, are read by
/// nobody: panics have no words here.
fn forget_places(bytes: &[u8], linked: &Linked<'_>, data: &mut [Datum], edges: &mut BTreeMap<Node, Vec<Node>>) {
    let content = |datum: &Datum| {
        linked.segments.iter().find_map(|(range, start)| {
            let from = range.start + datum.at.start.checked_sub(*start)? as usize;
            bytes.get(from..from + datum.at.len()).filter(|_| from < range.end)
        })
    };
    let is_path = |datum: &Datum| content(datum).is_some_and(|text| text.strip_suffix(b"\0").unwrap_or(text).ends_with(b".rs"));
    let paths: BTreeSet<usize> = (0..).zip(&*data).filter(|(_, datum)| is_path(datum)).map(|(number, _)| number).collect();
    let one_path = |to: &Vec<Node>| matches!(to.as_slice(), [Node::Data(path)] if paths.contains(path));
    let places: Vec<usize> = edges
        .iter()
        .filter_map(|(from, to)| match from {
            Node::Data(number) if one_path(to) && data.get(*number).is_some_and(|datum| datum.at.len() == 16) => Some(*number),
            _ => None,
        })
        .collect();
    for place in &places {
        edges.remove(&Node::Data(*place));
    }
    let named: BTreeSet<&Node> = edges.values().flatten().collect();
    let paths = paths.iter().filter(|path| !named.contains(&Node::Data(**path)));
    for number in places.iter().chain(paths) {
        if let Some(datum) = data.get_mut(*number) {
            datum.unused = true;
        }
    }
}

/// Exports have a digest behind their name until the glue is written.
fn plain(name: &str) -> &str {
    let digest = |end: &str| end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.rsplit_once('_') {
        Some((plain, end)) if digest(end) && !name.starts_with("_ZN") && !name.starts_with("_R") => plain,
        _ => name,
    }
}

impl Graph {
    /// Reads a module that was linked with `--emit-relocs`.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        let linked = Linked::read(bytes)?;
        ensure!(!linked.symbols.is_empty() && !linked.relocations.is_empty(), "no relocations: link with --emit-relocs");
        let data = Places::of(&linked)?;
        let nodes: Vec<_> = linked
            .symbols
            .iter()
            .map(|symbol| match *symbol {
                SymbolInfo::Func { index, .. } => linked.functions.get(&index).map(|name| Node::Function(plain(name).into())),
                SymbolInfo::Data { symbol: Some(one), .. } => data.at(one.index, one.offset).map(Node::Data),
                _ => None,
            })
            .collect();
        let mut edges: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
        let mut addresses = Vec::new();
        for section in &linked.relocations {
            let in_code = section.section_index() == linked.code.0;
            ensure!(in_code || section.section_index() == linked.data.0, "relocations of another section");
            let base = if in_code { linked.code.1 } else { linked.data.1 };
            for entry in section.entries() {
                let entry = entry?;
                let place = base + entry.offset as usize;
                if matches!(entry.ty, RelocationType::TypeIndexLeb) {
                    continue;
                }
                let Some(to) = nodes.get(entry.index as usize).cloned().flatten() else { continue };
                if let Node::Data(of) = to {
                    let bits = match entry.ty {
                        RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb => 7,
                        RelocationType::MemoryAddrI32 => 8,
                        _ => anyhow::bail!("an address of another kind"),
                    };
                    addresses.push(Address { of, place, bits });
                }
                let from = if in_code {
                    let body = linked.bodies.partition_point(|body| body.end <= place);
                    let index = linked.imported + u32::try_from(body)?;
                    Node::Function(plain(linked.functions.get(&index).context("a function without a name")?).into())
                } else {
                    let segment = linked.segments.iter().position(|(range, _)| range.contains(&place)).context("outside the segments")?;
                    let start = linked.segments.get(segment).map_or(0, |(range, _)| range.start);
                    let owner = data.at(u32::try_from(segment)?, u32::try_from(place - start)?);
                    Node::Data(owner.context("data without a symbol")?)
                };
                edges.entry(from).or_default().push(to);
            }
        }
        let mut data = data.data;
        forget_places(bytes, &linked, &mut data, &mut edges);
        let functions = linked.functions.values().map(|name| plain(name).into()).collect();
        Ok(Self { data, addresses, functions, edges })
    }

    /// What a function or a piece of data refers to.
    pub(crate) fn of(&self, node: &Node) -> &[Node] {
        self.edges.get(node).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn an_address_changes_where_it_stands() {
        let mut module = [0x41, 0x80, 0x81, 0xC0, 0x80, 0x00, 0x0B, 0xFF, 0x00, 0x10, 0x00, 0x7F];
        assert_eq!(Address { of: 0, place: 1, bits: 7 }.change(&mut module, 0x101), Some(()));
        assert_eq!(Address { of: 0, place: 7, bits: 8 }.change(&mut module, u32::MAX), Some(()));
        assert_eq!(module, [0x41, 0x81, 0x83, 0xC0, 0x80, 0x00, 0x0B, 0xFE, 0x00, 0x10, 0x00, 0x7F]);
        for address in [Address { of: 0, place: 2, bits: 7 }, Address { of: 0, place: 9, bits: 8 }] {
            assert_eq!(address.change(&mut module, 1), None);
        }
    }
}
