//! The same code in other words, which compress better: hints of alignment that only depend on the instruction, and locals numbered so
//! that what does the same has the same number in every function.

use anyhow::{Context, Result};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Instruction, MemArg};
use wasmparser::{FunctionBody, Operator, Parser, Payload, ValType};

/// How often locals are numbered by what is the habit. More changes little.
const ROUNDS: usize = 3;

/// The module, spelt otherwise.
pub(crate) fn alike(module: &[u8]) -> Result<Vec<u8>> {
    let mut functions = read(module)?;
    functions.iter_mut().for_each(Function::by_use);
    for _ in 0..ROUNDS {
        let habits = habits(&functions);
        functions.iter_mut().for_each(|function| function.by_habit(&habits));
    }
    let mut out = wasm_encoder::Module::new();
    let mut spelling = Spelling { functions: functions.into_iter(), numbers: Vec::new() };
    spelling.parse_core_module(&mut out, Parser::new(0), module).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(out.finish())
}

/// What uses a local: an opcode, and the one before it.
type Place = (u8, u8);

/// How often a local has each of the lower numbers in a place. What is rare has higher ones.
type Habit = [u64; 64];

/// The locals of a function.
struct Function {
    /// How often each place uses each local.
    uses: Vec<BTreeMap<Place, u64>>,
    /// The new number of each.
    numbers: Vec<usize>,
    /// Locals of one type, in their order, without parameters: they may change places.
    groups: Vec<Vec<usize>>,
}

fn read(module: &[u8]) -> Result<Vec<Function>> {
    let mut parameters = Vec::new();
    let mut types = Vec::new();
    let mut out = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for ty in section.into_iter_err_on_gc_types() {
                    parameters.push(ty?.params().len());
                }
            }
            Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
            Payload::CodeSectionEntry(body) => {
                let ty = types.get(out.len()).context("a function without a type")?;
                out.push(Function::read(module, *parameters.get(*ty as usize).context("no such type")?, &body)?);
            }
            _ => {}
        }
    }
    Ok(out)
}

fn habits(functions: &[Function]) -> BTreeMap<Place, Habit> {
    let mut out = BTreeMap::new();
    for function in functions {
        for (uses, number) in function.uses.iter().zip(&function.numbers) {
            for (place, times) in uses {
                let habit: &mut Habit = out.entry(*place).or_insert([0; 64]);
                if let Some(known) = habit.get_mut(*number) {
                    *known += times;
                }
            }
        }
    }
    for known in out.values_mut().flatten() {
        *known = bits(*known);
    }
    out
}

/// How much shorter the name of something is that was met so many times, in parts of a bit.
fn bits(times: u64) -> u64 {
    let times = 16 * times + 5;
    let whole = times.ilog2();
    256 * u64::from(whole) + ((times << 8) >> whole) - 256
}

impl Function {
    fn read(module: &[u8], parameters: usize, body: &FunctionBody<'_>) -> Result<Self> {
        let mut groups: BTreeMap<ValType, Vec<usize>> = BTreeMap::new();
        let mut count = parameters;
        for declared in body.get_locals_reader()? {
            let (many, ty) = declared?;
            let end = count + usize::try_from(many)?;
            groups.entry(ty).or_default().extend(count..end);
            count = end;
        }
        let mut uses = vec![BTreeMap::new(); count];
        let mut before = 0;
        for operator in body.get_operators_reader()?.into_iter_with_offsets() {
            let (operator, at) = operator?;
            let opcode = *module.get(at).context("an instruction outside its module")?;
            if let Operator::LocalGet { local_index } | Operator::LocalSet { local_index } | Operator::LocalTee { local_index } = operator {
                *uses.get_mut(local_index as usize).context("no such local")?.entry((opcode, before)).or_default() += 1;
            }
            before = opcode;
        }
        Ok(Self { uses, numbers: (0..count).collect(), groups: groups.into_values().collect() })
    }

    /// Those that are used most come first.
    fn by_use(&mut self) {
        for group in &self.groups {
            let mut locals = group.clone();
            locals.sort_by_key(|local| Reverse(self.uses.get(*local).map(|uses| uses.values().sum::<u64>())));
            for (local, number) in locals.iter().zip(group) {
                if let Some(place) = self.numbers.get_mut(*local) {
                    *place = *number;
                }
            }
        }
    }

    /// Two change numbers while that brings both together closer to what is the habit.
    fn by_habit(&mut self, habits: &BTreeMap<Place, Habit>) {
        for group in &self.groups {
            // What each local saves by each number.
            let saved: Vec<Vec<u64>> = group.iter().map(|local| self.saved(*local, group, habits)).collect();
            let saved = |local: usize, number: usize| saved.get(local).and_then(|all| all.get(number)).copied().unwrap_or_default();
            let places = group.iter().filter_map(|local| group.binary_search(self.numbers.get(*local)?).ok());
            let mut places: Vec<usize> = places.collect();
            let mut changed = true;
            while std::mem::take(&mut changed) {
                for (one, other) in (1..places.len()).flat_map(|other| (0..other).map(move |one| (one, other))) {
                    let (Some(&here), Some(&there)) = (places.get(one), places.get(other)) else { continue };
                    if saved(one, there) + saved(other, here) > saved(one, here) + saved(other, there) {
                        places.swap(one, other);
                        changed = true;
                    }
                }
            }
            for (local, place) in group.iter().zip(places) {
                if let (Some(number), Some(new)) = (self.numbers.get_mut(*local), group.get(place)) {
                    *number = *new;
                }
            }
        }
    }

    fn saved(&self, local: usize, numbers: &[usize], habits: &BTreeMap<Place, Habit>) -> Vec<u64> {
        let mut out = vec![0; numbers.len()];
        for (place, times) in self.uses.get(local).into_iter().flatten() {
            let Some(habit) = habits.get(place) else { continue };
            for (sum, number) in out.iter_mut().zip(numbers) {
                *sum += times * habit.get(*number).copied().unwrap_or_default();
            }
        }
        out
    }
}

struct Spelling {
    /// Those still to come.
    functions: std::vec::IntoIter<Function>,
    /// The numbers of locals in the present one.
    numbers: Vec<usize>,
}

impl Spelling {
    fn number(&self, local: u32) -> u32 {
        self.numbers.get(local as usize).and_then(|number| u32::try_from(*number).ok()).unwrap_or(local)
    }
}

impl Reencode for Spelling {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<Infallible>> {
        self.numbers = self.functions.next().map(|function| function.numbers).unwrap_or_default();
        utils::parse_function_body(self, code, body)
    }

    fn instruction<'m>(&mut self, operator: Operator<'m>) -> Result<Instruction<'m>, Error<Infallible>> {
        Ok(match operator {
            Operator::LocalGet { local_index } => Instruction::LocalGet(self.number(local_index)),
            Operator::LocalSet { local_index } => Instruction::LocalSet(self.number(local_index)),
            Operator::LocalTee { local_index } => Instruction::LocalTee(self.number(local_index)),
            other => utils::instruction(self, other)?,
        })
    }

    /// What is natural to an instruction goes without saying; engines do not read the hint.
    fn mem_arg(&mut self, arg: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        utils::mem_arg(self, wasmparser::MemArg { align: arg.max_align, ..arg })
    }
}

#[cfg(test)]
mod tests {
    use super::bits;

    #[test]
    fn what_is_met_more_often_has_a_shorter_name() {
        assert!((0..5000).all(|times| bits(times) <= bits(times + 1)));
        assert_eq!(bits(0), 576);
    }
}
