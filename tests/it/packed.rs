//! Packed sets: the same set comes out, and a text that is none is refused.

use dothi::{CriteriaSet, builtin};

#[test]
fn every_published_set_comes_out_as_it_went_in() {
    for file in builtin::FILES {
        let set = CriteriaSet::from_json(file.bytes).unwrap();
        let packed = set.to_packed();
        assert!(packed.len() * 2 < file.bytes.len(), "{}: {} bytes packed", file.id(), packed.len());
        let again = CriteriaSet::from_packed(&packed).unwrap();
        assert_eq!(again, set);
        assert_eq!(again.file_digest(), set.file_digest());
        assert_eq!(again.to_json(), set.to_json());
    }
}

#[test]
fn a_text_that_was_cut_or_changed_is_refused_or_gives_some_set() {
    let packed = builtin::load("dti-922").unwrap().to_packed();
    for (at, _) in packed.char_indices() {
        assert!(CriteriaSet::from_packed(&packed[..at]).is_none(), "cut at {at}");
    }
    assert!(CriteriaSet::from_packed(&(packed.clone() + "0")).is_none(), "something behind it");
    // What comes of a changed text is no matter, as long as something does.
    let body = packed.rfind('\u{7F}').unwrap() + 1;
    for at in body..packed.len() {
        for digit in ["0", "1", "?", "O", "o", "~"] {
            let mut changed = packed.clone();
            changed.replace_range(at..=at, digit);
            let _ = CriteriaSet::from_packed(&changed);
        }
    }
}

#[test]
fn a_text_that_claims_much_costs_little() {
    for digit in ["0", "1", "O", "o"] {
        assert!(CriteriaSet::from_packed(&("10".to_owned() + "x\u{7F}" + &digit.repeat(1 << 20))).is_none(), "{digit}");
    }
}
