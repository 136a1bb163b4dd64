//! Criteria and their data points: beside `read/criterion.rs`.

use crate::criteria::criterion::{
    Criterion, DataKind, DataPoint, Direction, DirectionBasis, EvidenceRule, Expr, Input, Parts, Provenance, Role, Step, Tier,
};
use crate::criteria::header::{Cite, Confidence};
use crate::criteria::judgement::{AttributeTest, Judgement};
use crate::criteria::read::criterion::{DIRECTIONS, KINDS, PARTS};
use crate::number::Dec;
use crate::schema::object::{Object, concept};
use crate::schema::scalar::{Count, Flag, Id, Line};
use crate::schema::words::{list, words};
use crate::text::{Lang, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator};

words!(Tier, "tier", Tier::WORDS, |tier| (tier.label(Lang::Vi), tier.label(Lang::En)));

words!(Direction, "direction", DIRECTIONS, |direction| match direction {
    Direction::More => ("Càng nhiều càng tốt.", "More is better."),
    Direction::Less => ("Càng ít càng tốt.", "Less is better."),
    Direction::None => ("Không xét hướng: nêu thay đổi, không đánh giá.", "Neither: change is shown, never judged."),
});

words!(DataKind, "data_type", KINDS, |kind| match kind {
    DataKind::Number => ("Số thập phân.", "A decimal."),
    DataKind::Boolean => ("Có hoặc không.", "Yes or no."),
    DataKind::Ordinal => ("Một bậc trong `steps`.", "A step of `steps`."),
});

words!(Parts, "parts", PARTS, |parts| match parts {
    Parts::Sum => ("Cộng đầu vào của các phần.", "The inputs of the parts are summed."),
    Parts::Each => ("Phần kém nhất quyết định.", "The worst part decides."),
    Parts::Single => ("Không nhận nhiều phần.", "Parts are refused."),
});

words!(Role, "role", Role::WORDS, |role| role.words());

impl JsonSchema for DirectionBasis {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "direction_basis".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        list(
            [(
                "inferred",
                ("Nhóm biên soạn suy luận; nêu ra, không dùng để đánh giá.", "Inferred by the encoders; shown, never judged by."),
            )]
            .into_iter(),
        )
    }
}

concept!(Criterion, "criterion", |g| {
    Object::new(
        g,
        ("Tiêu chí", "Criterion"),
        ("Điều được đánh giá, từ số liệu nào, bằng phương pháp nào.", "What is judged, from which data, by which method."),
    )
    .required::<Id>("id", "Mã; không bao giờ đổi nghĩa.", "Id; never changes its meaning.")
    .required::<Line>("label", "Số hiệu như nguồn in.", "Number as printed.")
    .required::<Text>("title", "Tên.", "Title.")
    .optional::<Text>("question", "Câu hỏi mà địa phương trả lời.", "The question a city answers.")
    .optional::<Tier>(
        "tier",
        "Cơ bản hay lựa chọn; không có khi bộ tiêu chí không chia.",
        "Basic or elective; absent where the set makes no difference.",
    )
    .list::<Id>(
        "applies_to",
        "Loại nơi được hỏi (`judged_as`); không có = mọi loại.",
        "Kinds of place it is asked of (`judged_as`); absent = every kind.",
    )
    .list::<AttributeTest>(
        "applies_when",
        "Đặc điểm mà nơi đó phải có, nếu không thì tiêu chí không áp dụng.",
        "Attributes of the place that must hold, else the criterion does not apply.",
    )
    .required::<Direction>("direction", "Hướng nào tốt hơn.", "Which way is better.")
    .optional::<DirectionBasis>(
        "direction_basis",
        "Hướng lấy từ đâu, khi nguồn không nêu.",
        "What the direction rests on, where the source states none.",
    )
    .full_list::<DataPoint>("data_points", "Những gì được đo.", "What is measured.")
    .full_list::<Judgement>(
        "judge",
        "Cách đánh giá; dùng mục đầu tiên dành cho cách đánh giá đang xét.",
        "How it is judged; the first that is for the scheme at hand is used.",
    )
    .optional::<EvidenceRule>("evidence", "Minh chứng được yêu cầu.", "The evidence asked for.")
    .required_list::<Cite>("cites", "Định nghĩa lấy từ đâu.", "Where the definition comes from.")
    .required::<Confidence>("confidence", "Nguồn yếu nhất trong các nguồn được viện dẫn.", "Weakest of all sources it cites.")
    .list::<Provenance>("provenance", "Những trường không đọc từ chính nguồn.", "Fields that were not read from the source itself.")
    .list::<Line>("related", "Chỉ số liên quan ở nơi khác.", "Related indicators elsewhere.")
    .optional::<Line>("note", "Ghi chú của nhóm biên soạn (tiếng Anh).", "Remark of the encoders (English).")
    .finish()
});

concept!(Provenance, "provenance", |g| {
    Object::new(
        g,
        ("Xuất xứ của một trường", "Origin of a field"),
        ("Trường nào không đọc từ chính nguồn.", "A field that was not read from the source itself."),
    )
    .required::<Id>("field", "Trường, ví dụ `unit`.", "The field, such as `unit`.")
    .required::<Id>("from", "Lấy từ đâu, ví dụ `platform`.", "Where it comes from, such as `platform`.")
    .finish()
});

concept!(EvidenceRule, "evidence_rule", |g| {
    Object::new(
        g,
        ("Minh chứng được yêu cầu", "Evidence asked for"),
        ("Văn bản mà tiêu chí đòi hỏi.", "The document a criterion asks for."),
    )
    .required::<Flag>("required", "Không có thì không đạt.", "Without it the criterion is not met.")
    .required::<Text>("asked", "Loại văn bản.", "What kind of document.")
    .optional::<Flag>("plans_count", "Kế hoạch chưa có kết quả cũng được tính.", "A plan without a result counts too.")
    .finish()
});

concept!(DataPoint, "data_point", |g| {
    Object::new(
        g,
        ("Dữ liệu", "Data point"),
        ("Một điều được đo: đầu vào và cách tính giá trị.", "One thing that is measured: inputs, and how the value follows."),
    )
    .required::<Id>("id", "Mã trong tiêu chí.", "Id within the criterion.")
    .optional::<Text>("title", "Tên, khi tiêu chí có nhiều dữ liệu.", "Title, where a criterion has several.")
    .required::<DataKind>("type", "Kiểu của giá trị.", "Type of the value.")
    .required::<Id>("unit", "Đơn vị của giá trị, trong `units`.", "Unit of the value, in `units`.")
    .full_list::<Input>("inputs", "Những gì địa phương nhập.", "What a city enters.")
    .optional::<Expr>(
        "derive",
        "Cách tính giá trị; có khi và chỉ khi `type` là `number`.",
        "How the value follows; there if and only if `type` is `number`.",
    )
    .list::<Step>(
        "steps",
        "Các bậc từ 0; có khi và chỉ khi `type` là `ordinal`.",
        "Steps from 0; there if and only if `type` is `ordinal`.",
    )
    .optional::<Parts>(
        "parts",
        "Xử lý nhiều phần; không có = `sum` cho số, `single` cho loại khác.",
        "What happens with parts; absent = `sum` of numbers, `single` of all else.",
    )
    .finish()
});

concept!(Input, "input", |g| {
    Object::new(g, ("Đầu vào", "Input"), ("Một số liệu địa phương nhập.", "A figure that a city enters."))
        .required::<Role>("role", "Vai trò.", "The part it plays.")
        .required::<Text>("title", "Là gì; với có/không và bậc thì là câu hỏi.", "What it is; of a yes/no or a step it is the question.")
        .required::<Id>("unit", "Đơn vị, trong `units`.", "Unit, in `units`.")
        .optional::<Flag>("whole", "Chỉ nhận số nguyên.", "Whole numbers only.")
        .optional::<Dec>("minimum", "Giá trị nhỏ nhất được phép.", "Smallest value allowed.")
        .optional::<Dec>("above", "Phải lớn hơn số này.", "Must be greater than this.")
        .optional::<Role>("within", "Không được vượt đầu vào này.", "May not exceed this input.")
        .optional::<Flag>("own_period", "Thuộc một năm riêng, ví dụ năm gốc.", "Of a year of its own, such as a base year.")
        .finish()
});

concept!(Step, "step", |g| {
    Object::new(g, ("Bậc", "Step"), ("Một nấc của tiêu chí theo thứ tự.", "One rung of an ordinal criterion."))
        .required::<Count<0, 100>>("step", "0, 1, 2, ... theo thứ tự.", "0, 1, 2, ... in order.")
        .required::<Text>("label", "Đã đạt được gì.", "What has been reached.")
        .finish()
});
