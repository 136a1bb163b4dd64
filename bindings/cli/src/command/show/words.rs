//! Citations, places and roles in words.

use crate::texts::T;
use dothi::{AttributeTest, Cite, CriteriaSet, Direction, Lang, MemberCount, Role};

/// Places that tests hold of.
pub(super) fn places(when: &[AttributeTest], lang: Lang) -> String {
    let all: Vec<String> = when.iter().map(|test| attribute(test, lang)).collect();
    all.join(", ")
}

fn attribute(test: &AttributeTest, lang: Lang) -> String {
    let flag = |name: T, yes: bool| format!("{}: {}", name.get(lang), if yes { T::Yes } else { T::No }.get(lang));
    match test {
        AttributeTest::UrbanClass(classes) => format!("{} {}", T::UrbanClass.get(lang), classes.join(", ")),
        AttributeTest::CentrallyRun(yes) => flag(T::CentrallyRun, *yes),
        AttributeTest::Heritage(yes) => flag(T::Heritage, *yes),
        AttributeTest::SpecialFactors(yes) => flag(T::SpecialFactors, *yes),
        AttributeTest::Members(counts) => {
            let one = |count: &MemberCount| if *count == MemberCount::One { T::MemberOne } else { T::MemberSeveral }.get(lang);
            counts.iter().map(one).collect::<Vec<_>>().join(" / ")
        }
        _ => String::new(),
    }
}

/// Number of the source, or its id, and the clause.
pub(in crate::command) fn cites(set: &CriteriaSet, cites: &[Cite]) -> String {
    let name = |id: &str| set.source(id).and_then(|s| s.number.clone()).unwrap_or_else(|| id.into());
    let all: Vec<String> = cites.iter().map(|c| format!("{}, {}", name(&c.source), c.clause)).collect();
    all.join("; ")
}

/// Which way is better; empty where neither is.
pub(super) fn direction(direction: Direction, lang: Lang) -> &'static str {
    match direction {
        Direction::More => T::DirectionMore.get(lang),
        Direction::Less => T::DirectionLess.get(lang),
        _ => "",
    }
}

/// The part an input plays, with the word that files use.
pub(super) fn role(role: Role, lang: Lang) -> String {
    let word = match role {
        Role::Numerator => T::RoleNumerator,
        Role::Denominator => T::RoleDenominator,
        _ => T::RoleValue,
    };
    let (said, file) = (word.get(lang), role.as_str());
    if said == file { said.into() } else { format!("{said} ({file})") }
}

/// Words of `applies_to` as kinds of place.
pub(super) fn kinds(set: &CriteriaSet, words: &[String], lang: Lang) -> String {
    set.header().places(words, lang).join("; ")
}
