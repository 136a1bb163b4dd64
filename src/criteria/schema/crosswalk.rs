//! The crosswalk: beside `read/crosswalk.rs`.

use crate::criteria::crosswalk::{Crosswalk, CrosswalkKind, CrosswalkRow};
use crate::schema::object::{Object, concept};
use crate::schema::scalar::{Id, Line};
use crate::schema::words::words;

words!(CrosswalkKind, "crosswalk_kind", CrosswalkKind::WORDS, |kind| match kind {
    CrosswalkKind::Same => ("Điều từng cấp độ đòi hỏi không đổi; có cả hai mã.", "What each level asks has not changed; both ids."),
    CrosswalkKind::ThresholdChanged => ("Điều một cấp độ đòi hỏi đã đổi; có cả hai mã.", "What a level asks has changed; both ids."),
    CrosswalkKind::Renamed => ("Cùng nội dung, mã hoặc tên khác; có cả hai mã.", "The same matter under another id or title; both ids."),
    CrosswalkKind::Merged => ("Nay là một phần của tiêu chí rộng hơn; có cả hai mã.", "Part of a wider criterion now; both ids."),
    CrosswalkKind::Dropped => ("Không còn được hỏi; chỉ có `before`.", "No longer asked; `before` alone."),
    CrosswalkKind::Added => ("Trước đây không được hỏi; chỉ có `now`.", "Not asked before; `now` alone."),
});

concept!(Crosswalk, "crosswalk", |g| {
    Object::new(
        g,
        ("Bảng đối chiếu phiên bản", "Crosswalk"),
        ("Các tiêu chí của phiên bản trước đã ra sao.", "What became of the criteria of the edition before."),
    )
    .required::<Line>("from", "Tệp trước, ví dụ `vn-ssc@2022-u1`.", "The file before, such as `vn-ssc@2022-u1`.")
    .full_list::<CrosswalkRow>(
        "rows",
        "Mỗi tiêu chí của phiên bản này, và những tiêu chí đã bỏ.",
        "Every criterion of this edition, and those that are gone.",
    )
    .finish()
});

concept!(CrosswalkRow, "crosswalk_row", |g| {
    Object::new(g, ("Dòng đối chiếu", "Crosswalk row"), ("Một tiêu chí trước và nay.", "A criterion before and now."))
        .optional::<Id>("before", "Mã trong phiên bản trước.", "Its id in the edition before.")
        .optional::<Id>("now", "Mã trong phiên bản này.", "Its id in this edition.")
        .required::<CrosswalkKind>("kind", "Đã ra sao.", "What became of it.")
        .optional::<Line>("note", "Ghi chú của nhóm biên soạn.", "Remark of the encoders.")
        .finish()
});
