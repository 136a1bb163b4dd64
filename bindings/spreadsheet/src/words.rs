//! Words of closed lists as people choose them from a drop-down list, and the words that files use for them.

use dothi::Lang;

/// One word: as files have it, Vietnamese, English.
pub(crate) type Word = (&'static str, &'static str, &'static str);

/// Status of a figure.
pub(crate) const STATUS: &[Word] = &[
    ("A", "A – bình thường", "A – normal"),
    ("E", "E – ước tính", "E – estimated"),
    ("P", "P – sơ bộ", "P – provisional"),
    ("O", "O – chưa có số liệu", "O – no figure yet"),
    ("M", "M – không thể có số liệu", "M – cannot exist"),
    ("B", "B – chuỗi số liệu bị ngắt", "B – break in series"),
    ("I", "I – suy từ số khác", "I – imputed"),
    ("U", "U – độ tin cậy thấp", "U – low reliability"),
];
/// How a figure was obtained.
pub(crate) const QUALITY: &[Word] = &[
    ("accurate_measurement", "đo đạc chính xác", "accurate measurement"),
    ("survey_of_inhabitants", "khảo sát người dân", "survey of inhabitants"),
    ("higher_level_data", "số liệu của cấp trên", "data of a higher level"),
    ("estimate_on_assumptions", "ước tính theo giả định", "estimate on assumptions"),
    ("personal_estimate", "ước lượng cá nhân", "personal estimate"),
    ("unknown", "không rõ", "unknown"),
];
/// How the people of a survey were chosen.
pub(crate) const SAMPLING: &[Word] = &[
    ("probability", "mẫu xác suất", "probability sample"),
    ("self_selected", "mẫu tự chọn", "self-selected sample"),
    ("full_count", "điều tra toàn bộ", "full count"),
];
/// What a document shows.
pub(crate) const EVIDENCE_KIND: &[Word] =
    &[("result", "kết quả", "result"), ("plan", "kế hoạch", "plan"), ("recognition", "văn bản công nhận", "recognition")];
/// What a reviewer decided.
pub(crate) const REVIEW: &[Word] = &[
    ("accepted", "chấp nhận", "accepted"),
    ("rejected", "không chấp nhận", "rejected"),
    ("asked_again", "yêu cầu bổ sung", "asked again"),
];
/// Yes and no.
pub(crate) const YES_NO: &[Word] = &[("yes", "Có", "Yes"), ("no", "Không", "No")];
/// Kinds of place.
pub(crate) const KIND: &[Word] = &[
    ("province", "tỉnh, thành phố trực thuộc trung ương", "province or centrally-run city"),
    ("urban_area", "đô thị", "urban area"),
    ("commune", "xã, phường, đặc khu", "commune, ward or special zone"),
    ("new_urban_area", "khu đô thị mới", "new urban area"),
    ("national", "cả nước", "the whole country"),
];
/// Urban classes.
pub(crate) const URBAN_CLASS: &[Word] = &[
    ("special", "loại đặc biệt", "special class"),
    ("1", "loại I", "class I"),
    ("2", "loại II", "class II"),
    ("3", "loại III", "class III"),
    ("4", "loại IV", "class IV"),
    ("5", "loại V", "class V"),
    ("none", "chưa xếp loại", "not classified"),
];

/// Between the number of a step and its label.
pub(crate) const STEP_MARK: &str = " – ";

/// The closed list of a column, or of an attribute of the place; none where anything may stand.
pub(crate) fn list_of(column: &str, attribute: Option<&str>) -> Option<&'static [Word]> {
    Some(match (column, attribute) {
        ("status", None) => STATUS,
        ("quality", None) => QUALITY,
        ("sampling", None) => SAMPLING,
        ("evidence_kind", _) => EVIDENCE_KIND,
        ("review", _) => REVIEW,
        ("evidence_public", _) => YES_NO,
        ("value", Some("kind")) => KIND,
        ("value", Some("urban_class")) => URBAN_CLASS,
        ("value", Some("centrally_run" | "heritage" | "special_factors" | "declared_urban" | "fictional")) => YES_NO,
        _ => return None,
    })
}

/// The word as people read it.
pub(crate) fn shown(list: &[Word], code: &str, lang: Lang) -> String {
    let word = list.iter().find(|(known, ..)| *known == code);
    word.map_or(code, |(_, vi, en)| if lang == Lang::Vi { vi } else { en }).into()
}

/// The word that files use for what stands in a cell, in either language; none when it is no word of the list.
pub(crate) fn code(list: &[Word], cell: &str) -> Option<&'static str> {
    let cell = cell.trim().to_lowercase();
    list.iter().find(|(_, vi, en)| vi.to_lowercase() == cell || en.to_lowercase() == cell).map(|(code, ..)| *code)
}

/// The number of a step from `2 – what has been reached`.
pub(crate) fn step(cell: &str) -> Option<&str> {
    let (number, _) = cell.split_once(STEP_MARK)?;
    let number = number.trim();
    ((1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_both_languages() {
        for list in [STATUS, QUALITY, SAMPLING, EVIDENCE_KIND, REVIEW, YES_NO, KIND, URBAN_CLASS] {
            for (word, vi, en) in list {
                assert_eq!((code(list, vi), code(list, &en.to_uppercase())), (Some(*word), Some(*word)));
                assert_eq!((shown(list, word, Lang::Vi), shown(list, word, Lang::En)), (vi.to_string(), en.to_string()));
            }
        }
        assert_eq!(code(STATUS, "A"), None);
    }

    #[test]
    fn a_step_is_a_number_with_its_label() {
        assert_eq!(step("2 – đang vận hành"), Some("2"));
        for other in ["2", "2 - x", "hai – x", "", " – x", "1234 – x"] {
            assert_eq!(step(other), None, "{other}");
        }
    }
}
