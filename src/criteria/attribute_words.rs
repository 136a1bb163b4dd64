//! Attributes of a place in words, as the glossary has them.

use super::judgement::{AttributeTest, MemberCount};
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

impl AttributeTest {
    /// The places that pass it, in words: "đô thị di sản", "đô thị loại I, II".
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        let flag = |holds: bool, vi: &'static str, en: &'static str| match (holds, lang) {
            (true, _) => pick(lang, vi, en).into(),
            (false, Lang::Vi) => format!("không phải {vi}"),
            (false, Lang::En) => format!("not {en}"),
        };
        match self {
            Self::CentrallyRun(holds) => flag(*holds, "thành phố trực thuộc trung ương", "a centrally-run city"),
            Self::Heritage(holds) => flag(*holds, "đô thị di sản", "a heritage urban area"),
            Self::SpecialFactors(holds) => flag(*holds, "đô thị có yếu tố đặc thù", "an urban area with special factors"),
            Self::UrbanClass(classes) => {
                let names: Vec<_> = classes.iter().map(|class| urban_class(class, lang)).collect();
                format!("{} {}", pick(lang, "đô thị loại", "urban class"), names.join(", "))
            }
            Self::Members(counts) => match counts.as_slice() {
                [MemberCount::One] => pick(lang, "chỉ gồm một xã, phường, đặc khu", "made of one commune").into(),
                [MemberCount::Several] => pick(lang, "gồm nhiều xã, phường, đặc khu", "made of several communes").into(),
                _ => pick(lang, "gồm một hay nhiều xã, phường, đặc khu", "made of one or several communes").into(),
            },
        }
    }

    /// The places that pass all of several, in words.
    pub(crate) fn labels(all: &[Self], lang: Lang) -> String {
        all.iter().map(|test| test.label(lang)).collect::<Vec<_>>().join(pick(lang, " và ", " and "))
    }
}

fn urban_class(class: &str, lang: Lang) -> &str {
    match class {
        "special" => pick(lang, "đặc biệt", "special"),
        "1" => "I",
        "2" => "II",
        "3" => "III",
        "4" => "IV",
        "5" => "V",
        "none" => pick(lang, "chưa xếp", "none"),
        other => other,
    }
}
