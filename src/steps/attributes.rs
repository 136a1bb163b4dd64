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

#[cfg(test)]
mod tests {
    use super::{all_hold, first_that_holds};
    use crate::city::CityFile;
    use crate::criteria::AttributeTest::{Heritage, Members, SpecialFactors, UrbanClass};
    use crate::criteria::MemberCount::{One, Several};
    use alloc::format;
    use alloc::string::String;

    fn holds(unit: &str, tests: &[crate::criteria::AttributeTest]) -> Option<bool> {
        let text = format!(r#"{{"format":1,"cities":[{{"unit":{{"code":"00001","name":{{"vi":"a"}},{unit}}},"observations":[]}}]}}"#);
        let (file, _) = CityFile::from_json(text.as_bytes()).unwrap();
        all_hold(tests, &file.cities[0].unit)
    }

    #[test]
    fn one_that_is_known_to_fail_decides_and_one_that_is_not_known_does_not() {
        let area = r#""kind":"urban_area","heritage":true"#;
        assert_eq!(holds(area, &[]), Some(true));
        assert_eq!(holds(area, &[Heritage(true)]), Some(true));
        assert_eq!(holds(area, &[Heritage(true), SpecialFactors(true)]), None);
        assert_eq!(holds(area, &[SpecialFactors(true), Heritage(false)]), Some(false));
        assert_eq!(holds(area, &[UrbanClass([String::from("2")].into())]), None);
    }

    #[test]
    fn members_are_counted_and_a_commune_is_one() {
        let members = |n: usize| {
            let list: alloc::vec::Vec<String> = (0..n).map(|i| format!(r#"{{"code":"{i:05}","name":"x"}}"#)).collect();
            format!(r#""kind":"urban_area","members":[{}]"#, list.join(","))
        };
        let (one, several) = ([Members([One].into())], [Members([Several].into())]);
        assert_eq!([0, 1, 2].map(|n| holds(&members(n), &one)), [None, Some(true), Some(false)]);
        assert_eq!([0, 1, 2].map(|n| holds(&members(n), &several)), [None, Some(false), Some(true)]);
        assert_eq!(holds(r#""kind":"commune""#, &one), Some(true));
    }

    #[test]
    fn what_is_not_known_is_passed_over_and_said() {
        let text =
            r#"{"format":1,"cities":[{"unit":{"code":"1","name":{"vi":"a"},"kind":"urban_area","heritage":true},"observations":[]}]}"#;
        let (file, _) = CityFile::from_json(text.as_bytes()).unwrap();
        let unit = &file.cities[0].unit;
        let (known, unknown, fails) = ([Heritage(true)], [SpecialFactors(true)], [Heritage(false)]);
        let first = |of: &[&[crate::criteria::AttributeTest]]| first_that_holds(of.iter().copied(), unit);
        assert_eq!(first(&[&fails, &known, &unknown]), (Some(1), false));
        assert_eq!(first(&[&unknown, &known]), (Some(1), true));
        assert_eq!(first(&[&fails, &unknown]), (None, true));
    }
}
