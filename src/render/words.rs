//! Words for places, criteria and data in Vietnamese and English, as the glossary has them.

use crate::criteria::{Criterion, DataKind, Direction, Parts, Stage, Status, Tier};
use crate::text::{Lang, pick};

pub(super) fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Official => pick(lang, "Mã hóa từ chính văn bản chính thức.", "Encoded from the official text itself."),
        Status::Reported => pick(
            lang,
            "Chế độ là chính thức, nhưng ở đây chỉ biết qua bản chép hoặc báo chí.",
            "The regime is official, but it is known here only from a transcription or the press.",
        ),
        Status::Reference => pick(
            lang,
            "Hoàn toàn không chính thức: không kết quả nào là sự công nhận của cơ quan có thẩm quyền.",
            "Not official at all: no result is a recognition by any authority.",
        ),
    }
}

pub(super) fn stage(stage: Stage, lang: Lang) -> &'static str {
    match stage {
        Stage::Draft => pick(lang, "bản dự thảo, còn có thể thay đổi", "draft, may still change"),
        Stage::Released => pick(lang, "bản phát hành, không bao giờ thay đổi nữa", "released, never changes again"),
    }
}

pub(super) fn language(language: Lang, lang: Lang) -> &'static str {
    match language {
        Lang::Vi => pick(lang, "tiếng Việt", "Vietnamese"),
        Lang::En => pick(lang, "tiếng Anh", "English"),
    }
}

/// Criteria of a tier, as a condition counts them.
pub(super) fn tier(tier: Option<Tier>, lang: Lang) -> &'static str {
    match tier {
        Some(Tier::Basic) => pick(lang, "chỉ số cơ bản", "basic indicators"),
        Some(Tier::Elective) => pick(lang, "chỉ số lựa chọn", "elective indicators"),
        Some(Tier::Core) => pick(lang, "chỉ số cốt lõi", "core indicators"),
        Some(Tier::Advanced) => pick(lang, "chỉ số nâng cao", "advanced indicators"),
        None => pick(lang, "tiêu chí", "criteria"),
    }
}

/// The tier of one criterion.
pub(super) fn tier_of_one(tier: Tier, lang: Lang) -> &'static str {
    match tier {
        Tier::Basic => pick(lang, "chỉ số cơ bản", "basic indicator"),
        Tier::Elective => pick(lang, "chỉ số lựa chọn", "elective indicator"),
        Tier::Core => pick(lang, "chỉ số cốt lõi", "core indicator"),
        Tier::Advanced => pick(lang, "chỉ số nâng cao", "advanced indicator"),
    }
}

pub(super) fn direction(criterion: &Criterion, lang: Lang) -> &'static str {
    let boolean = criterion.data_points.iter().all(|point| point.kind == DataKind::Boolean);
    match criterion.direction {
        Direction::More if boolean => pick(lang, "có là tốt", "yes is better"),
        Direction::Less if boolean => pick(lang, "không là tốt", "no is better"),
        Direction::More => pick(lang, "càng cao càng tốt", "higher is better"),
        Direction::Less => pick(lang, "càng thấp càng tốt", "lower is better"),
        Direction::None => pick(lang, "không xét hướng", "neither direction is better"),
    }
}

/// What happens when a place has several parts.
pub(super) fn parts(parts: Parts, lang: Lang) -> &'static str {
    match parts {
        Parts::Sum => pick(lang, "cộng từng số liệu của các phần rồi mới tính", "each figure is summed over the parts first"),
        Parts::Each => pick(lang, "tính từng phần, phần kém nhất quyết định", "each part is computed, the worst one decides"),
        Parts::Single => {
            pick(lang, "không nhận số liệu từng phần, chỉ một giá trị cho cả nơi", "parts are refused, one value for the whole place")
        }
    }
}

pub(super) fn source_kind(kind: &str, lang: Lang) -> Option<&'static str> {
    Some(match kind {
        "circular" => pick(lang, "thông tư", "circular"),
        "decision" => pick(lang, "quyết định", "decision"),
        "decree" => pick(lang, "nghị định", "decree"),
        "dispatch" => pick(lang, "công văn", "dispatch"),
        "law" => pick(lang, "luật", "law"),
        "meeting" => pick(lang, "cuộc họp", "meeting"),
        "methodology" => pick(lang, "tài liệu phương pháp", "methodology"),
        "plan" => pick(lang, "kế hoạch", "plan"),
        "press" => pick(lang, "báo chí", "press"),
        "resolution" => pick(lang, "nghị quyết", "resolution"),
        "set_rule" => pick(lang, "quy ước của bộ tiêu chí", "convention of this set"),
        "standard" => pick(lang, "tiêu chuẩn", "standard"),
        "technical_regulation" => pick(lang, "quy chuẩn kỹ thuật", "technical regulation"),
        _ => return None,
    })
}

/// Whether a rule is what the source says or the set's choice.
pub(super) fn rule_status(status: &str, lang: Lang) -> Option<&'static str> {
    Some(match status {
        "reported" => pick(lang, "nguồn nêu", "reported"),
        "parameter" => pick(lang, "bộ tiêu chí này đặt", "set here"),
        _ => return None,
    })
}
