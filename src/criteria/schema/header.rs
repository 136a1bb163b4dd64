//! Sources, units, kinds of place, parameters, rules, groups: beside `read/header.rs`.

use crate::criteria::header::{
    Basis, Cite, Confidence, Group, Parameter, RegimeRule, Source, Stage, Status, UnitKind, UnitKindRule, UnitOfMeasure,
};
use crate::criteria::read::header::LANGS;
use crate::criteria::set::MOST_LEVELS;
use crate::date::Date;
use crate::number::Dec;
use crate::schema::object::{Object, concept};
use crate::schema::scalar::{Count, Flag, Id, Line};
use crate::schema::words::words;
use crate::text::{Lang, Text};
use serde_json::json;

/// A level of maturity, or the only level of a scheme without levels.
pub(crate) type LevelNumber = Count<1, MOST_LEVELS>;

words!(Stage, "stage", Stage::WORDS, |stage| match stage {
    Stage::Draft => ("Bản dự thảo: còn có thể thay đổi.", "May still change."),
    Stage::Released => ("Bản phát hành: không bao giờ thay đổi nữa.", "Never changes again."),
});

words!(Status, "status", Status::WORDS, |status| match status {
    Status::Official => ("Mã hóa từ chính văn bản chính thức.", "Encoded from the official text."),
    Status::Reported =>
        ("Chế độ chính thức, biết qua bản chép hoặc báo chí.", "An official regime, known from a transcription or the press."),
    Status::Reference => ("Hoàn toàn không chính thức.", "Not official at all."),
});

words!(Lang, "language", LANGS, |lang| match lang {
    Lang::Vi => ("Tiếng Việt.", "Vietnamese."),
    Lang::En => ("Tiếng Anh.", "English."),
});

words!(Confidence, "confidence", Confidence::WORDS, |confidence| match confidence {
    Confidence::Primary => ("Đã đọc văn bản chính thức ở phần được dùng.", "The official text was read for the part used."),
    Confidence::Mirror => ("Bản chép của bên thứ ba.", "A third party's transcription."),
    Confidence::Secondary => ("Báo chí, cổng thông tin, thông báo của địa phương.", "Press, portal, notice of a province."),
});

words!(Basis, "basis", Basis::WORDS, |basis| match basis {
    Basis::OfficialTarget => ("Chỉ tiêu in trong văn bản.", "A target printed in an instrument."),
    Basis::OfficialBand => ("Một đầu của khung phân loại in trong văn bản.", "A class limit printed in an instrument."),
    Basis::Derived => ("Chuyển một yêu cầu hoặc con số sang phép đo này.", "A requirement or figure moved to this measure."),
    Basis::Assumption => ("Nhóm biên soạn chọn; `note` nêu lý do.", "The encoders' choice; `note` says why."),
    Basis::Definition => ("Suy từ chính điều được đo.", "True by definition of the measure."),
    Basis::Source => ("Quy tắc hoặc loại nơi do nguồn nêu.", "A rule or a kind of place that the source states."),
});

words!(UnitKind, "unit_kind", UnitKind::WORDS, |kind| kind.words());

concept!(Cite, "cite", |g| {
    Object::new(g, ("Viện dẫn", "Citation"), ("Chỗ trong một nguồn.", "A place in a source."))
        .required::<Id>("source", "Mã của nguồn trong `sources`.", "Id of the source in `sources`.")
        .required::<Line>("clause", "Điều, khoản, phụ lục, dòng, như nguồn in.", "Article, annex, row, as the source prints it.")
        .example(json!({"source": "tt03-2026", "clause": "Điều 5"}))
        .finish()
});

concept!(Source, "source", |g| {
    Object::new(g, ("Nguồn", "Source"), ("Văn bản hoặc trang được viện dẫn.", "A text or page that is cited."))
        .required::<Id>("id", "Mã dùng trong các viện dẫn.", "The id that cites use.")
        .required::<Id>("kind", "Loại, ví dụ `law`, `press`.", "Kind, such as `law`, `press`.")
        .optional::<Line>("number", "Số hiệu.", "Number.")
        .required::<Text>("title", "Tên.", "Title.")
        .required::<Text>("issuer", "Nơi ban hành.", "Who issued it.")
        .optional::<Date>("issued", "Ngày ban hành; không sau `retrieved`.", "When it was issued; not after `retrieved`.")
        .optional::<Date>("effective", "Ngày có hiệu lực.", "From when it is in force.")
        .optional::<Line>("url", "Địa chỉ đã đọc.", "Where it was read.")
        .required::<Date>("retrieved", "Ngày đọc.", "When it was read.")
        .required::<Confidence>("confidence", "Đã đọc bằng cách nào.", "How it was read.")
        .optional::<Line>("note", "Ghi chú.", "Remark.")
        .finish()
});

concept!(UnitOfMeasure, "unit_of_measure", |g| {
    Object::new(g, ("Đơn vị đo", "Unit of measure"), ("Đơn vị mà số liệu được nêu.", "The unit that figures are given in."))
        .required::<Id>("id", "Mã dùng trong tệp.", "The id that files use.")
        .required::<Text>("symbol", "Ký hiệu; trong số liệu dùng được thay cho mã.", "Symbol; city data may use it instead of the id.")
        .optional::<Dec>(
            "factor",
            "Số nhân với tỷ số: 100 cho phần trăm; không có = 1; lớn hơn 0.",
            "What a ratio is multiplied by: 100 for percent; absent = 1; above 0.",
        )
        .example(json!({"id": "percent", "symbol": {"vi": "%", "en": "%"}, "factor": "100"}))
        .finish()
});

concept!(UnitKindRule, "unit_kind_rule", |g| {
    Object::new(
        g,
        ("Loại nơi được đánh giá", "Kind of place judged"),
        ("Đánh giá loại nơi nào, và như loại nào.", "Which kind of place is judged, and as what."),
    )
    .required::<UnitKind>("kind", "Loại nơi.", "Kind of place.")
    .required::<Id>("judged_as", "Từ trong `applies_to` áp dụng cho loại này.", "The word in `applies_to` that stands for it.")
    .optional::<Text>(
        "title",
        "Tên gọi của loại nơi này trong phiên bản, khi khác tên thường dùng.",
        "What this edition calls such places, where the usual words would say something else.",
    )
    .required::<Basis>(
        "basis",
        "`source`, hoặc `assumption` khi là cách hiểu của nhóm biên soạn.",
        "`source`, or `assumption` where it is the encoders' reading.",
    )
    .optional::<Flag>(
        "level_is_reading",
        "Cấp độ của loại nơi này chỉ là cách hiểu của nhóm biên soạn.",
        "A level of this kind is the encoders' reading only.",
    )
    .optional::<Line>("note", "Vì sao.", "Why.")
    .finish()
});

concept!(Parameter, "parameter", |g| {
    Object::new(g, ("Tham số", "Parameter"), ("Con số mà người dùng được phép đổi.", "A number that the caller may override."))
        .required::<Id>("id", "Mã; cùng với `level` không được trùng.", "Id; unique together with `level`.")
        .optional::<LevelNumber>("level", "Cấp độ; không có = mọi cấp độ.", "Level; absent = every level.")
        .required::<Dec>("value", "Giá trị dùng khi không đổi.", "Value unless overridden.")
        .required::<Dec>("minimum", "Giá trị nhỏ nhất được phép.", "Least value allowed.")
        .required::<Dec>("maximum", "Giá trị lớn nhất được phép.", "Greatest value allowed.")
        .required::<Text>("title", "Ý nghĩa.", "What it means.")
        .required::<Basis>("basis", "Con số lấy từ đâu.", "What the number rests on.")
        .required::<Confidence>("confidence", "Nguồn được đọc bằng cách nào.", "How its source was read.")
        .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
        .optional::<Line>("note", "Ghi chú; bắt buộc khi là giả định.", "Remark; needed where it is an assumption.")
        .finish()
});

concept!(RegimeRule, "rule", |g| {
    Object::new(
        g,
        ("Quy tắc của nguồn", "Rule of the source"),
        (
            "Một dòng nguồn nói về cách đánh giá, dù có tính ở đây hay không.",
            "One row of what the source says of judging, whether or not it computes here.",
        ),
    )
    .required::<Id>("id", "Mã; cùng với `level` không được trùng.", "Id; unique together with `level`.")
    .optional::<LevelNumber>("level", "Cấp độ; không có = mọi cấp độ.", "Level; absent = every level.")
    .required::<Line>("value", "Điều nguồn nói.", "What it says.")
    .required::<Id>("status", "Tình trạng, ví dụ `reported`, `parameter`.", "Status, such as `reported`, `parameter`.")
    .required::<Confidence>("confidence", "Nguồn được đọc bằng cách nào.", "How its source was read.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú.", "Remark.")
    .finish()
});

concept!(Group, "group", |g| {
    Object::new(
        g,
        ("Nhóm", "Group"),
        (
            "Các tiêu chí cùng lĩnh vực; đứng ở đâu thì xem `tree` của cách đánh giá.",
            "Criteria of one field; where it stands is said by the `tree` of a scheme.",
        ),
    )
    .required::<Id>("id", "Mã.", "Id.")
    .required::<Line>("label", "Số hiệu như nguồn in.", "Number as printed.")
    .required::<Text>("title", "Tên.", "Title.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú.", "Remark.")
    .finish()
});
