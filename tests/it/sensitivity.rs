//! The interval of a share parameter is exactly where the level stays what it is.

use crate::support::{Entry, as_of, city, file};
use dothi::{CityFile, CriteriaSet, Dec, SharePoint, UnitKind};
use proptest::prelude::*;
use std::sync::LazyLock;

static VN_SSC: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("vn-ssc").unwrap());

/// Answers that mostly pass, so that levels above zero occur.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(prop::option::weighted(0.97, prop_oneof![4 => Just(1_000u32), 1 => 0u32..=100]), 65)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_level_is_the_same_inside_and_another_outside(values in entries()) {
        let (file, _) = CityFile::from_json(&file(&[city(&VN_SSC, UnitKind::Province, &values)])).unwrap();
        let assessment = VN_SSC.assess(&file.cities[0], &as_of()).unwrap();
        let view = assessment.self_assessed();
        let current = view.level.reached.unwrap();
        let sensitivity = assessment.sensitivity(view);
        prop_assert_eq!(sensitivity.len(), 1);
        let found = &sensitivity[0];
        prop_assert_eq!(found.parameter.as_str(), "basic_share_min");
        // p lies above a share a/b exactly when p·b > a.
        let above = |p: Dec, point: Option<SharePoint>| {
            let shares = |point: SharePoint| p.value() * rust_decimal::Decimal::from(point.asked) > rust_decimal::Decimal::from(point.met);
            point.map(shares)
        };
        for per_mille in 0..=1_000u32 {
            let p = Dec::parse(&format!("{}.{:03}", per_mille / 1_000, per_mille % 1_000)).unwrap();
            let options = as_of().with_parameter("basic_share_min", None, p);
            let level = VN_SSC.level(&file.cities[0], &options).unwrap().unwrap();
            let inside = above(p, found.above).unwrap_or(true) && !above(p, found.up_to).unwrap_or(false);
            prop_assert_eq!(level == current, inside, "p = {}, level {} against {}, {:?}", p, level, current, found);
        }
    }
}

#[test]
fn a_copy_of_a_view_answers_as_the_view_does() {
    let (file, _) = CityFile::from_json(include_bytes!("../../examples/vi-du.json")).unwrap();
    let assessment = VN_SSC.assess(&file.cities[0], &as_of()).unwrap();
    let (own, verified) = (assessment.self_assessed(), assessment.verified().unwrap());
    assert_eq!(assessment.sensitivity(&own.clone()), assessment.sensitivity(own));
    assert_eq!(assessment.sensitivity(&verified.clone()), assessment.sensitivity(verified));
    assert_ne!(assessment.sensitivity(own), assessment.sensitivity(verified));
}
