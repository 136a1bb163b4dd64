//! Attributes of a place held against what a set asks of them.

use crate::city::Unit;
use crate::criteria::{AttributeTest, MemberCount, UnitKind};

/// Whether every test holds: known to, known not to, or not known.
pub(crate) fn all_hold(tests: &[AttributeTest], unit: &Unit) -> Option<bool> {
    let mut known = true;
    for test in tests {
        match holds(test, unit) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => known = false,
        }
    }
    known.then_some(true)
}

/// The first of several whose tests all hold, and whether one before it was passed over because an attribute is not known.
pub(crate) fn first_that_holds<'t>(of: impl Iterator<Item = &'t [AttributeTest]>, unit: &Unit) -> (Option<usize>, bool) {
    let mut absent = false;
    for (at, tests) in of.enumerate() {
        match all_hold(tests, unit) {
            Some(true) => return (Some(at), absent),
            Some(false) => {}
            None => absent = true,
        }
    }
    (None, absent)
}

fn holds(test: &AttributeTest, unit: &Unit) -> Option<bool> {
    match test {
        AttributeTest::UrbanClass(classes) => unit.urban_class.as_ref().map(|class| classes.contains(class)),
        AttributeTest::CentrallyRun(flag) => unit.centrally_run.map(|v| v == *flag),
        AttributeTest::Heritage(flag) => unit.heritage.map(|v| v == *flag),
        AttributeTest::SpecialFactors(flag) => unit.special_factors.map(|v| v == *flag),
        AttributeTest::Members(counts) => members(unit).map(|count| counts.contains(&count)),
    }
}

/// How many communes a place is made of; not known where none are named.
fn members(unit: &Unit) -> Option<MemberCount> {
    match unit.members.len() {
        _ if unit.kind == UnitKind::Commune => Some(MemberCount::One),
        0 => None,
        1 => Some(MemberCount::One),
        _ => Some(MemberCount::Several),
    }
}
