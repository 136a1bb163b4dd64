//! The lists to choose from, on a sheet of their own: a list inside a cell may have 255 letters only.

use super::book::Book;
use crate::words::{self, STEP_MARK, Word};
use dothi::{DataPoint, Lang};

/// Lists of closed words in the order in which the sheet has them: the column or attribute, its heading, its words.
const LISTS: &[(&str, &str, &str, &[Word])] = &[
    ("status", "Tình trạng", "Status", words::STATUS),
    ("quality", "Cách có số liệu", "Quality", words::QUALITY),
    ("sampling", "Cách chọn mẫu", "Sampling", words::SAMPLING),
    ("evidence_kind", "Loại minh chứng", "Kind of document", words::EVIDENCE_KIND),
    ("review", "Kết quả thẩm định", "Review", words::REVIEW),
    ("yes_no", "Có / Không", "Yes / No", words::YES_NO),
    ("kind", "Loại địa bàn", "Kind of place", words::KIND),
    ("urban_class", "Loại đô thị", "Urban class", words::URBAN_CLASS),
];

/// Puts the fixed lists into the book.
pub(super) fn fixed(book: &mut Book, lang: Lang) {
    for (_, vi, en, list) in LISTS {
        let heading = if lang == Lang::Vi { vi } else { en };
        book.lists.push(((*heading).into(), list.iter().map(|(code, ..)| words::shown(list, code, lang)).collect()));
    }
}

/// Where the list of a column or attribute stands among the lists.
pub(super) fn of(name: &str) -> Option<usize> {
    let name = match name {
        "evidence_public" | "centrally_run" | "heritage" | "special_factors" | "declared_urban" | "fictional" => "yes_no",
        other => other,
    };
    LISTS.iter().position(|(known, ..)| *known == name)
}

/// The list of the steps of a data point, put into the book where it is not there yet.
pub(super) fn steps(book: &mut Book, heading: &str, point: &DataPoint, lang: Lang) -> usize {
    let list: Vec<String> = point.steps.iter().map(|step| format!("{}{STEP_MARK}{}", step.step, step.label.get(lang))).collect();
    if let Some(at) = book.lists.iter().position(|(_, known)| *known == list) {
        return at;
    }
    book.lists.push((heading.into(), list));
    book.lists.len() - 1
}
