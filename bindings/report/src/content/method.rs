//! How a result comes about, in short, and what made the report.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Item};
use crate::words::T;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.section(s.say(T::Method));
    let scheme = s.a.scheme();
    let rounding = s.say(if scheme.rounding.is_empty() { T::NoRounding } else { T::RoundingAsStated });
    let level = s.say(if scheme.levels.is_empty() { T::Step7None } else { T::Step7 });
    let steps: [String; 8] = [
        s.say(T::Step1).into(),
        s.say(T::Step2).into(),
        s.say(T::Step3).into(),
        s.fill(T::Step4, &[("rule", scheme.missing.policy.text(s.lang))]),
        s.fill(T::Step5, &[("rule", scheme.tree.aggregate.label(s.lang))]),
        s.fill(T::Step6, &[("rule", rounding)]),
        level.into(),
        s.say(T::Step8).into(),
    ];
    let items = steps.into_iter().enumerate().map(|(at, text)| Item::new(&format!("{}.", at + 1), text));
    part.push(Block::Items(items.collect()));
    let missing = &s.a.set().header().missing_parts;
    if !missing.is_empty() {
        part.under(s.say(T::MissingParts));
        let items: Vec<Item> = missing.iter().map(|text| Item::new("–", text.get(s.lang))).collect();
        part.push(Block::Items(items));
    }
}

/// Which software made the report from what, and the digest of each place's data, so that a reader can tell whether the data at hand are those.
pub(super) fn software(subjects: &[Subject<'_, '_>], part: &mut Part) {
    let Some(s) = subjects.first() else { return };
    part.section(s.say(T::Software));
    let (version, set) = (env!("CARGO_PKG_VERSION"), s.a.set().id());
    part.push(Block::plain(s.fill(T::SoftwareIs, &[("version", version), ("set", &set)])));
    part.push(Block::plain(s.say(T::DataDigests)));
    part.push(Block::Items(subjects.iter().map(|s| Item::new("–", format!("{}: {}", s.full_name(), s.a.city().data_digest()))).collect()));
}
