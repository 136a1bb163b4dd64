//! Words for figures and rules in Vietnamese and English, as the glossary has them.

use crate::criteria::{Aggregate, AttributeTest, Basis, FigureUse, MemberCount, MissingPolicy, Outside, OutsideRange, RoundingStage};
use crate::number::RoundingMode;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a number rests on; the words of the glossary.
pub(super) fn basis(basis: Basis, lang: Lang) -> &'static str {
    match basis {
        Basis::OfficialTarget => pick(lang, "chỉ tiêu chính thức", "official target"),
        Basis::OfficialBand => pick(lang, "khung phân loại đô thị", "official band"),
        Basis::Derived => pick(lang, "suy ra", "derived"),
        Basis::Assumption => pick(lang, "giả định", "assumption"),
        Basis::Definition => pick(lang, "theo định nghĩa", "by definition"),
        Basis::Source => pick(lang, "theo nguồn", "stated by the source"),
    }
}

/// Why the use of an official figure is the set's own.
pub(super) fn uses(uses: &[FigureUse], lang: Lang) -> String {
    let word = |one: &FigureUse| match one {
        FigureUse::Placement => pick(lang, "đặt vào cấp độ này", "placed on this level"),
        FigureUse::NationalTarget => pick(lang, "chỉ tiêu cả nước", "national target"),
        FigureUse::ClassBand => pick(lang, "giới hạn loại đô thị", "class limit"),
        FigureUse::Requirement => pick(lang, "yêu cầu chuyển thành ngưỡng", "requirement made a threshold"),
    };
    uses.iter().map(word).collect::<Vec<_>>().join("; ")
}

/// The comparison as the source prints it.
pub(super) fn printed_op(op: &str, lang: Lang) -> Option<&'static str> {
    Some(match op {
        "ge" => "≥",
        "gt" => ">",
        "le" => "≤",
        "lt" => "\\<",
        "eq" => "=",
        "about" => pick(lang, "khoảng", "about"),
        "range" => pick(lang, "một đầu của khoảng", "one end of a range"),
        "band" => pick(lang, "giới hạn của loại", "limit of a class"),
        _ => return None,
    })
}

pub(crate) fn aggregate(aggregate: Aggregate, lang: Lang) -> &'static str {
    match aggregate {
        Aggregate::Sum => pick(lang, "tổng điểm", "sum of points"),
        Aggregate::WeightedArithmetic => pick(lang, "trung bình có trọng số", "weighted mean"),
        Aggregate::WeightedGeometric => pick(lang, "trung bình nhân có trọng số", "weighted geometric mean"),
        Aggregate::WeightedHarmonic => pick(lang, "trung bình điều hòa có trọng số", "weighted harmonic mean"),
        Aggregate::PowerMean => pick(lang, "trung bình lũy thừa có trọng số", "weighted power mean"),
        Aggregate::Minimum => pick(lang, "tỷ lệ thấp nhất", "least share"),
        Aggregate::CountPassed => pick(lang, "đếm số tiêu chí đạt", "count of criteria met"),
        Aggregate::SumOfScored => {
            pick(lang, "tổng điểm trên điểm tối đa của những gì được chấm", "sum of points of the most points of what was scored")
        }
        Aggregate::None => pick(lang, "nêu giá trị, không cộng, không đếm", "values shown, neither added nor counted"),
    }
}

pub(crate) fn missing(policy: MissingPolicy, lang: Lang) -> &'static str {
    match policy {
        MissingPolicy::NotMet => pick(lang, "Tiêu chí chưa có số liệu là không đạt.", "A criterion without data is not met."),
        MissingPolicy::Zero => {
            pick(lang, "Tiêu chí chưa có số liệu được 0 điểm và được đánh dấu.", "A criterion without data scores 0 and is flagged.")
        }
        MissingPolicy::Exclude => pick(
            lang,
            "Tiêu chí chưa có số liệu được bỏ khỏi cả hai vế, trọng số chia lại.",
            "A criterion without data is left out of both sides and the weights are re-scaled.",
        ),
        MissingPolicy::Undecided => pick(
            lang,
            "Thiếu số liệu của một tiêu chí thì nhóm của tiêu chí đó và kết quả chung là chưa xác định.",
            "Without the data of one criterion its group and the whole result are undecided.",
        ),
    }
}

pub(super) fn rounding_stage(stage: RoundingStage, lang: Lang) -> &'static str {
    match stage {
        RoundingStage::Criterion => pick(lang, "giá trị của tiêu chí", "value of a criterion"),
        RoundingStage::Group => pick(lang, "giá trị của nhóm", "value of a group"),
        RoundingStage::Score => pick(lang, "điểm chung", "the score"),
    }
}

pub(super) fn rounding_mode(mode: RoundingMode, lang: Lang) -> &'static str {
    match mode {
        RoundingMode::HalfUp => pick(lang, "đúng nửa thì làm tròn lên", "half-way goes up"),
        RoundingMode::HalfEven => pick(lang, "đúng nửa thì làm tròn về chữ số chẵn", "half-way goes to the even digit"),
        RoundingMode::Down => pick(lang, "bỏ các chữ số thừa", "further digits are cut off"),
    }
}

pub(super) fn outside(outside: Outside, lang: Lang) -> &'static str {
    match outside {
        Outside::Clamp => {
            pick(lang, "giá trị ở ngoài được cắt về mốc gần nhất và đánh dấu", "a value outside is cut to the nearer end and flagged")
        }
        Outside::Refuse => pick(lang, "giá trị ở ngoài là lỗi, không nhận", "a value outside is refused as an error"),
    }
}

/// What a value outside a range means.
pub(super) fn outside_range(outside: OutsideRange, lang: Lang) -> &'static str {
    match outside {
        OutsideRange::Met => pick(lang, "vẫn đạt", "met as well"),
        OutsideRange::NotMet => pick(lang, "không đạt", "not met"),
        OutsideRange::Unclear => pick(lang, "nguồn không nói rõ: chưa xác định", "the source does not say: undecided"),
    }
}

/// The places that a variant is for.
pub(crate) fn places(when: &[AttributeTest], lang: Lang) -> String {
    when.iter().map(|test| place(test, lang)).collect::<Vec<_>>().join(pick(lang, " và ", " and "))
}

fn place(test: &AttributeTest, lang: Lang) -> String {
    let flag = |holds: bool, vi: &'static str, en: &'static str| match (holds, lang) {
        (true, _) => pick(lang, vi, en).into(),
        (false, Lang::Vi) => format!("không phải {vi}"),
        (false, Lang::En) => format!("not {en}"),
    };
    match test {
        AttributeTest::CentrallyRun(holds) => flag(*holds, "thành phố trực thuộc trung ương", "a centrally-run city"),
        AttributeTest::Heritage(holds) => flag(*holds, "đô thị di sản", "a heritage urban area"),
        AttributeTest::SpecialFactors(holds) => flag(*holds, "đô thị có yếu tố đặc thù", "an urban area with special factors"),
        AttributeTest::Members(counts) => {
            let names: Vec<_> = counts.iter().map(|count| members(*count, lang)).collect();
            names.join(pick(lang, " hoặc ", " or "))
        }
        AttributeTest::UrbanClass(classes) => {
            let names: Vec<_> = classes.iter().map(|class| urban_class(class, lang)).collect();
            format!("{} {}", pick(lang, "đô thị loại", "urban class"), names.join(", "))
        }
    }
}

fn members(count: MemberCount, lang: Lang) -> &'static str {
    match count {
        MemberCount::One => pick(lang, "nơi gồm một xã, phường, đặc khu", "a place made of one commune"),
        MemberCount::Several => pick(lang, "nơi gồm nhiều xã, phường, đặc khu", "a place made of several communes"),
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
