//! The JSON Schema of a criteria file: one file beside each file of `read`, key by key in the same order.

mod condition;
mod criterion;
mod crosswalk;
mod expression;
mod header;
mod judgement;
mod points;
mod scheme;
mod treatment;

use super::criterion::Criterion;
use super::crosswalk::Crosswalk;
use super::header::{Group, Parameter, RegimeRule, Source, Stage, Status, UnitKindRule, UnitOfMeasure};
use super::read::{FORMAT, SCHEMA_KEY};
use super::scheme::Scheme;
use super::set::CriteriaSet;
use crate::date::Date;
use crate::schema::object::{Object, concept};
use crate::schema::scalar::{Count, Flag, Id, Line};
use crate::text::{Lang, Text};

pub(crate) use condition::CONDITIONS;
pub(crate) use header::LevelNumber;
pub(crate) use judgement::{METHODS, UrbanClass};

concept!(CriteriaSet, "criteria_set", |g| {
    let about = (
        "Một lần hiệu đính của một phiên bản bộ tiêu chí: tiêu chí, ngưỡng, cách đánh giá, kèm nguồn của từng con số. Ý nghĩa: criteria/FORMAT.md.",
        "One revision of one edition of a criteria set: criteria, thresholds and schemes, with the source beside each number. Meaning: criteria/FORMAT.md.",
    );
    Object::new(g, ("Tệp tiêu chí", "Criteria file"), about)
        .optional::<Line>(
            SCHEMA_KEY,
            "Schema của tệp này, cho trình soạn thảo; không được đọc.",
            "The schema of this file, for editors; it is not read.",
        )
        .fixed("format", FORMAT, "Phiên bản của khuôn dạng.", "Version of the format.")
        .required::<Id>("set", "Bộ tiêu chí, ví dụ `vn-ssc`.", "The set, such as `vn-ssc`.")
        .required::<Id>("edition", "Phiên bản của chế độ gốc, ví dụ `2026`.", "Edition of the source regime, such as `2026`.")
        .required::<Count<1, 9_999>>(
            "revision",
            "Lần hiệu đính, từ 1; viết chung là `vn-ssc@2026-u1`.",
            "Our re-encoding of it, from 1; written together `vn-ssc@2026-u1`.",
        )
        .required::<Stage>("stage", "Còn có thể thay đổi hay không.", "Whether it may still change.")
        .required::<Status>("status", "Chính thức đến đâu.", "How official it is.")
        .optional::<Flag>(
            "retrospective",
            "Hồi cứu: cấu trúc này chưa có vào thời điểm của phiên bản.",
            "The structure did not exist at the time of the edition.",
        )
        .required::<Text>("title", "Tên.", "Title.")
        .required::<Text>("issuer", "Nơi ban hành.", "Who issued it.")
        .required::<Lang>(
            "authoritative",
            "Ngôn ngữ có giá trị quyết định; ngôn ngữ kia là bản dịch.",
            "The language that decides; the other is a translation.",
        )
        .required::<Date>("published", "Ngày công bố.", "When it was published.")
        .optional::<Date>(
            "effective",
            "Có hiệu lực từ khi nào; với bộ `reference` là áp dụng từ khi nào, theo quy ước.",
            "From when it is in force; of a `reference` set from when it applies, by convention.",
        )
        .optional::<Line>("supersedes", "Tệp được thay thế, ví dụ `vn-ssc@2022-u1`.", "The file it replaces, such as `vn-ssc@2022-u1`.")
        .optional::<Text>(
            "not_official",
            "Câu mà mọi kết quả mang theo; bắt buộc trừ khi `status` là `official`.",
            "The sentence every result carries; needed unless `status` is `official`.",
        )
        .list::<Text>("missing_parts", "Những phần của chế độ gốc biết là còn thiếu.", "What of the source regime is known to be missing.")
        .list::<Text>("notes", "Ghi chú.", "Remarks.")
        .full_list::<Source>("sources", "Mọi nguồn; nguồn nào cũng được viện dẫn.", "Every source; each is cited.")
        .full_list::<UnitOfMeasure>("units", "Đơn vị đo.", "Units of measure.")
        .full_list::<UnitKindRule>("unit_kinds", "Loại nơi được đánh giá.", "Kinds of place that are judged.")
        .list::<Parameter>("parameters", "Con số người dùng được phép đổi.", "Numbers the caller may override.")
        .list::<RegimeRule>("rules", "Điều nguồn nói về cách đánh giá, từng dòng.", "What the source says of judging, row by row.")
        .list::<Group>("groups", "Các nhóm.", "The groups.")
        .optional::<Crosswalk>(
            "crosswalk",
            "Các tiêu chí của phiên bản trước đã ra sao.",
            "What became of the criteria of the edition before.",
        )
        .full_list::<Criterion>("criteria", "Các tiêu chí.", "The criteria.")
        .full_list::<Scheme>("schemes", "Các cách đánh giá.", "The schemes.")
        .finish()
});

#[cfg(test)]
mod tests {
    use super::{condition, expression, judgement, points, treatment};
    use crate::criteria::read::{
        expression as read_expression, judgement as read_judgement, points as read_points, scheme as read_scheme,
        treatment as read_treatment,
    };
    use crate::schema::union::Shape;
    use alloc::vec::Vec;

    fn words<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
        table.iter().map(|(word, _)| *word).collect()
    }

    fn shapes(shapes: &[Shape]) -> Vec<&'static str> {
        shapes.iter().map(|(word, ..)| *word).collect()
    }

    #[test]
    fn the_shapes_are_those_that_the_readers_know() {
        assert_eq!(shapes(judgement::METHODS), words(read_judgement::METHODS));
        assert_eq!(shapes(judgement::ATTRIBUTES), words(read_judgement::ATTRIBUTES));
        assert_eq!(shapes(expression::SHAPES), words(read_expression::EXPR_OPS));
        assert_eq!(shapes(condition::CONDITIONS), words(read_scheme::CONDITIONS));
        assert_eq!(shapes(condition::PRECONDITIONS), words(read_scheme::PRECONDITIONS));
        assert_eq!(shapes(treatment::OUTLIERS), words(read_treatment::OUTLIERS));
        assert_eq!(points::HOW.iter().map(|(word, _)| *word).collect::<Vec<_>>(), words(read_points::COMBINATIONS));
    }
}
