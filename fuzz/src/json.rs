//! Changes of a JSON document that leave it JSON: bytes changed blindly seldom get past the parser.

use serde_json::{Map, Value};

/// What a stranger may write where a value belongs.
const WORDS: [&str; 16] = [
    "",
    "0",
    "1",
    "-1",
    "0.5",
    "100",
    "1e-28",
    "9999999999999999999999999999",
    "yes",
    "no",
    "2025",
    "2025-06",
    "2026-11-21",
    "value",
    "O",
    "\u{111}\u{301}",
];

/// Half of the time one to three nodes are changed, else bytes. Returns the new size.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) | 1 << 40);
    let bytes = data.get(..size).unwrap_or_default();
    let Some(mut root) = dice.one_in(2).then(|| serde_json::from_slice::<Value>(bytes).ok()).flatten() else {
        return libfuzzer_sys::fuzzer_mutate(data, size, most);
    };
    for _ in 0..=dice.below(3) {
        let count = count(&root);
        let (at, from) = (dice.below(count), dice.below(count));
        let other = node(&mut root, &mut { from }).cloned().unwrap_or_default();
        if let Some(target) = node(&mut root, &mut { at }) {
            change(target, other, &mut dice);
        }
    }
    let Ok(text) = serde_json::to_vec(&root) else { return size };
    match data.get_mut(..text.len()) {
        Some(room) if text.len() <= most => {
            room.copy_from_slice(&text);
            text.len()
        }
        _ => libfuzzer_sys::fuzzer_mutate(data, size, most),
    }
}

/// splitmix64: one seed gives one change, as libFuzzer asks.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % most.max(1) as u64).unwrap_or_default()
    }

    fn one_in(&mut self, most: usize) -> bool {
        self.below(most) == 0
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// The node that is `left` nodes away, in the order of the document.
fn node<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| node(item, left)),
        Value::Object(members) => members.values_mut().find_map(|item| node(item, left)),
        _ => None,
    }
}

fn change(target: &mut Value, other: Value, dice: &mut Dice) {
    let word = WORDS[dice.below(WORDS.len())];
    match target {
        Value::Array(items) if !items.is_empty() && !dice.one_in(4) => {
            let (at, to) = (dice.below(items.len()), dice.below(items.len()));
            match dice.below(3) {
                0 => drop(items.remove(at)),
                1 => items.swap(at, to),
                _ => items.insert(to, items[at].clone()),
            }
        }
        Value::Object(members) if !members.is_empty() && !dice.one_in(4) => {
            let key = members.keys().nth(dice.below(members.len())).cloned().unwrap_or_default();
            match (dice.below(3), other) {
                (0, _) => drop(members.remove(&key)),
                (1, Value::Object(more)) => extend(members, more),
                (_, other) => drop(members.insert(key, other)),
            }
        }
        Value::Bool(value) if !dice.one_in(3) => *value = !*value,
        Value::Number(_) if !dice.one_in(3) => *target = Value::from(dice.below(20)),
        _ => {
            *target = match dice.below(8) {
                0 => Value::Null,
                1 => Value::from(dice.below(2) == 0),
                2 => Value::from(dice.below(20)),
                3..=5 => Value::from(word),
                _ => other,
            }
        }
    }
}

/// Members of another object of the same document.
fn extend(members: &mut Map<String, Value>, more: Map<String, Value>) {
    for (key, value) in more {
        members.entry(key).or_insert(value);
    }
}
