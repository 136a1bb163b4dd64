//! Fields of a criterion that were not read in the source itself: a mark where they stand, and where they come from.

use super::context::Context;
use super::markdown::code;
use crate::criteria::Criterion;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Stands behind whatever was not read in the source.
pub(super) const MARK: &str = "†";

/// A place of a page where a field of a criterion stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Label,
    Title,
    Tier,
    Direction,
    Unit,
}

/// Where the field of a word stands; a word that is not known has no place of its own and is only listed.
fn shown(field: &str, lang: Lang) -> Option<Shown> {
    Some(match field {
        "label" | "code" => Shown::Label,
        "title" | "name" => Shown::Title,
        "name_vi" if lang == Lang::Vi => Shown::Title,
        "name_en" if lang == Lang::En => Shown::Title,
        "tier" | "class" => Shown::Tier,
        "direction" | "better" => Shown::Direction,
        "unit" => Shown::Unit,
        _ => return None,
    })
}

/// The mark, where what stands there was not read in the source.
pub(super) fn mark(cx: Context<'_>, criterion: &Criterion, place: Shown) -> &'static str {
    if criterion.provenance.iter().any(|p| shown(&p.field, cx.lang) == Some(place)) { MARK } else { "" }
}

/// Every such field with where it comes from; none where all were read in the source.
pub(super) fn list(cx: Context<'_>, criterion: &Criterion) -> Option<String> {
    let one = |(field, from): (&str, &str)| {
        let field = word(field, cx.lang).map_or_else(|| code(field), Into::into);
        match origin(from, cx.lang) {
            Some(words) => format!("{field}: {words} ({})", code(from)),
            None => format!("{field}: {}", code(from)),
        }
    };
    let all: Vec<String> = criterion.provenance.iter().map(|p| one((&p.field, &p.from))).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn word(field: &str, lang: Lang) -> Option<&'static str> {
    Some(match field {
        "label" | "code" => pick(lang, "mã in", "printed code"),
        "title" | "name" => pick(lang, "tên", "title"),
        "name_en" => pick(lang, "tên tiếng Anh", "English title"),
        "name_vi" => pick(lang, "tên tiếng Việt", "Vietnamese title"),
        "tier" | "class" => pick(lang, "loại", "tier"),
        "direction" | "better" => pick(lang, "chiều", "direction"),
        "unit" => pick(lang, "đơn vị", "unit"),
        "dimension" => pick(lang, "khía cạnh", "dimension"),
        "sub_dimension" => pick(lang, "khía cạnh con", "sub-dimension"),
        "category" => pick(lang, "hạng mục", "category"),
        "group" => pick(lang, "nhóm", "group"),
        "data_points" => pick(lang, "điểm dữ liệu", "data points"),
        "inputs" => pick(lang, "số liệu cần nhập", "inputs"),
        _ => return None,
    })
}

fn origin(from: &str, lang: Lang) -> Option<&'static str> {
    Some(match from {
        "own" => pick(lang, "nhóm biên soạn đặt", "our own"),
        "inferred" => pick(lang, "suy luận", "inferred"),
        "not_read" => pick(lang, "chưa đọc được trong nguồn", "not read in the source"),
        "platform" => pick(lang, "đọc trên một nền tảng", "read on a platform"),
        "code_suffix" => pick(lang, "suy từ đuôi mã", "from the end of the code"),
        "itu" => pick(lang, "ITU", "ITU"),
        "itu_sheet" => pick(lang, "phiếu số liệu của ITU", "a data sheet of ITU"),
        "itu_city_report" => pick(lang, "báo cáo thành phố của ITU", "a city report of ITU"),
        _ => return None,
    })
}
