//! The JSON Schema of rounds: beside `read.rs`, key by key in the same order.

use super::read::RULES;
use super::{Deadline, DeadlineRule, Round, RoundUnit};
use crate::criteria::{Cite, FORMAT, SCHEMA_KEY, Source};
use crate::programme::report::ReportPeriod;
use crate::schema::object::{Object, concept};
use crate::schema::scalar::{Day, Flag, Id, Line};
use crate::schema::words::words;
use crate::text::Text;

words!(DeadlineRule, "deadline_rule", RULES, |rule| match rule {
    DeadlineRule::Before => ("“Trước ngày”: ngày đó đã muộn.", "“Before”: that day is late."),
    DeadlineRule::By => ("“Chậm nhất ngày”: ngày đó còn đúng hạn.", "“By”: that day is on time."),
});

concept!(Round, "report_round", |g| {
    Object::new(
        g,
        ("Đợt báo cáo", "Reporting round"),
        ("Ai báo cáo, theo đề cương nào, về thời gian nào, hạn nào.", "Who is asked, by which outline, for which time, until when."),
    )
    .optional::<Line>(
        SCHEMA_KEY,
        "Schema của tệp này, cho trình soạn thảo; không được đọc.",
        "The schema of this file, for editors; it is not read.",
    )
    .fixed("format", FORMAT, "Phiên bản của khuôn dạng.", "Version of the format.")
    .required::<Id>("round", "Mã đợt.", "Id of the round.")
    .required::<Text>("title", "Tên.", "Title.")
    .required::<Id>("outline", "Mã đề cương.", "Id of the outline.")
    .optional::<Flag>("fictional", "Đợt hư cấu; mọi kết quả đều nói rõ.", "Made up; every output says so.")
    .list::<Source>("sources", "Văn bản đã đọc.", "The texts it was read in.")
    .list::<Cite>("cites", "Chỗ quy định.", "Where it stands.")
    .optional::<ReportPeriod>("period", "Kỳ số liệu.", "The time that reports are about.")
    .optional::<Deadline>("deadline", "Hạn nộp.", "Until when to report.")
    .required::<Day>("units_on", "Ngày lấy danh sách tỉnh, thành phố.", "Day whose list of provinces is asked.")
    .list::<RoundUnit>("units", "Danh sách riêng thay cho danh sách theo ngày.", "A list of the round's own instead.")
    .list::<Text>("notes", "Ghi chú.", "Remarks.")
    .finish()
});

concept!(Deadline, "deadline", |g| {
    Object::new(g, ("Hạn nộp", "Deadline"), ("Ngày, quy tắc và lời văn.", "Day, rule and words."))
        .required::<Day>("day", "Ngày được nêu.", "The day that is named.")
        .required::<DeadlineRule>("rule", "Ngày đó có còn đúng hạn không.", "Whether that day is on time.")
        .required::<Line>("wording", "Lời văn của văn bản.", "The words of the instrument.")
        .finish()
});

concept!(RoundUnit, "round_unit", |g| {
    Object::new(g, ("Đơn vị phải báo cáo", "Unit that is asked"), ("Mã và tên.", "Code and name."))
        .required::<Line>("code", "Mã.", "Code.")
        .required::<Line>("name", "Tên.", "Name.")
        .finish()
});
