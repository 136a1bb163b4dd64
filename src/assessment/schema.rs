//! The JSON Schema of a result as JSON: beside `json.rs`, key by key in the same order. Nothing is read back, so it says what is
//! written: every decimal a text, absent members and empty lists left out.

use super::json::ASSESSMENT_FORMAT;
use super::outcome::Outcome;
use crate::city::{ObsStatus, Quality, Sampling, Unit};
use crate::criteria::schema::{CONDITIONS, LevelNumber, METHODS};
use crate::criteria::{
    Aggregate, Basis, Cite, Confidence, FigureUse, Op, OutsideRange, Role, ScoreOf, ShareBand, Stage, Status, ThresholdValue, Tier,
};
use crate::date::Date;
use crate::schema::object::{Object, concept, describe};
use crate::schema::scalar::{Count, Flag, Id, Line};
use crate::schema::union::by_key;
use crate::schema::words::list;
use crate::steps::Flags;
use crate::text::{Lang, Text};
use alloc::borrow::Cow;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A whole result.
pub(crate) struct AssessmentDocument;

/// A number of things.
type Number = Count<0, { u32::MAX }>;

/// A decimal in its one normal form.
struct Exact;

concept!(Exact, "exact", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": "^(0|-?(0\\.[0-9]*[1-9]|[1-9][0-9]*(\\.[0-9]*[1-9])?))$"});
    let text = (
        "Số thập phân ở một dạng duy nhất: không số mũ, không số 0 thừa.",
        "A decimal in one normal form: no exponent, no trailing zeros.",
    );
    describe(schema.ensure_object(), Some(("Số thập phân chính xác", "Exact decimal")), text);
    schema
});

/// An exact decimal, or the answer to a yes/no.
struct Value;

concept!(Value, "exact_or_answer", |g| {
    let mut schema = json_schema!({"anyOf": [{"enum": ["yes", "no"]}, g.subschema_for::<Exact>()]});
    describe(schema.ensure_object(), Some(("Giá trị", "Value")), ("Số thập phân, hoặc có/không.", "A decimal, or yes/no."));
    schema
});

fn words_of<T: Copy>(all: &[T], word: fn(T) -> &'static str, label: fn(T, Lang) -> &'static str) -> Schema {
    list(all.iter().map(|one| (word(*one), (label(*one, Lang::Vi), label(*one, Lang::En)))))
}

impl JsonSchema for Outcome {
    fn schema_name() -> Cow<'static, str> {
        "outcome".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        words_of(Self::ALL, Self::as_str, Self::label)
    }
}

/// The word of a method.
struct MethodWord;

concept!(MethodWord, "method", |_g| list(METHODS.iter().map(|(word, about, _)| (*word, *about))));

/// The word of a condition.
struct ConditionWord;

concept!(ConditionWord, "condition_word", |_g| list(CONDITIONS.iter().map(|(word, about, _)| (*word, *about))));

concept!(AssessmentDocument, "assessment", |g| {
    let about = (
        "Kết quả đánh giá một nơi: mỗi con số, mỗi lý do, mỗi viện dẫn. Không bao giờ nêu cấp độ mà bỏ `marks`.",
        "The result of one place: every number, reason and citation. A level is never shown without `marks`.",
    );
    Object::new(g, ("Kết quả đánh giá", "Assessment"), about)
        .fixed("assessment_format", ASSESSMENT_FORMAT, "Phiên bản của khuôn dạng.", "Version of the format.")
        .required::<SetShown>("set", "Bộ tiêu chí đã dùng.", "The set that was used.")
        .required::<Id>("scheme", "Cách đánh giá.", "The scheme.")
        .required::<Unit>("unit", "Nơi được đánh giá.", "The place judged.")
        .required::<Flag>("fictional", "Số liệu hư cấu.", "The data are made up.")
        .list::<Text>("notes", "Ghi chú của số liệu.", "Remarks of the data.")
        .required::<Date>("as_of", "Ngày đánh giá.", "The day of the assessment.")
        .optional::<Date>("data_date", "Kỳ mới nhất của số liệu đã dùng.", "The latest period of the figures used.")
        .list::<MarkShown>("marks", "Điều phải nói ở mọi nơi nêu kết quả.", "What must be said wherever the result is shown.")
        .list::<ParameterShown>("parameters", "Tham số như đã dùng.", "Parameters as used.")
        .required::<Flag>("non_default", "Có tham số khác mặc định.", "A parameter was overridden.")
        .list::<FindingShown>("findings", "Lưu ý và cảnh báo.", "Notes and warnings.")
        .required::<ViewShown>("self_assessed", "Kết quả tự đánh giá.", "The self-assessed result.")
        .optional::<ViewShown>(
            "verified",
            "Kết quả đã thẩm định; không có khi chưa có minh chứng nào được thẩm định.",
            "The verified result; absent when no document was reviewed.",
        )
        .list::<PublishedShown>("published", "Kết quả đã công bố và kết quả tính lại.", "Published results beside the recomputed ones.")
        .finish()
});

/// The set in short.
struct SetShown;
concept!(SetShown, "set", |g| {
    Object::new(g, ("Bộ tiêu chí đã dùng", "Set used"), ("Bộ, phiên bản, lần hiệu đính, tình trạng.", "Set, edition, revision, standing."))
        .required::<Id>("id", "Bộ tiêu chí.", "The set.")
        .required::<Id>("edition", "Phiên bản.", "Edition.")
        .required::<Count<1, 9_999>>("revision", "Lần hiệu đính.", "Revision.")
        .required::<Stage>("stage", "Còn có thể thay đổi hay không.", "Whether it may still change.")
        .required::<Status>("status", "Chính thức đến đâu.", "How official it is.")
        .required::<Text>("title", "Tên.", "Title.")
        .finish()
});

/// A mark.
struct MarkShown;
concept!(MarkShown, "mark", |g| {
    Object::new(g, ("Dấu trung thực", "Mark"), ("Điều phải đi cùng kết quả.", "What must travel with the result."))
        .required::<Id>("code", "Mã.", "Code.")
        .required::<Text>("text", "Câu.", "The sentence.")
        .finish()
});

/// A parameter as used.
struct ParameterShown;
concept!(ParameterShown, "parameter_used", |g| {
    Object::new(g, ("Tham số đã dùng", "Parameter used"), ("Giá trị đã dùng và giá trị mặc định.", "The value used and the edition's."))
        .required::<Id>("id", "Mã.", "Id.")
        .optional::<LevelNumber>("level", "Cấp độ; không có = mọi cấp độ.", "Level; absent = every level.")
        .required::<Exact>("value", "Giá trị đã dùng.", "The value used.")
        .required::<Exact>("default", "Giá trị của phiên bản.", "The edition's value.")
        .finish()
});

/// A finding.
struct FindingShown;
concept!(FindingShown, "finding", |g| {
    Object::new(g, ("Phát hiện", "Finding"), ("Lưu ý hoặc cảnh báo về số liệu.", "A note or warning on the data."))
        .required::<Line>("code", "Mã, không bao giờ đổi nghĩa.", "Code; never changes its meaning.")
        .required::<Id>("severity", "`note`, `warning` hoặc `error`.", "`note`, `warning` or `error`.")
        .required::<Id>("class", "`lexical`, `shape` hoặc `meaning`.", "`lexical`, `shape` or `meaning`.")
        .required::<Anything>("place", "Con trỏ JSON, hoặc trang và ô.", "JSON pointer, or sheet and cell.")
        .optional::<CellShown>("cell", "Ô của sổ tính.", "The cell of a workbook.")
        .required::<Text>("message", "Điều gì, vì sao, cần làm gì.", "What, why, what to do.")
        .finish()
});

/// A text that may be empty.
struct Anything;
impl JsonSchema for Anything {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "anything".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string"})
    }
}

/// A cell.
struct CellShown;
concept!(CellShown, "cell", |g| {
    Object::new(g, ("Ô", "Cell"), ("Ô của sổ tính.", "A cell of a workbook."))
        .required::<Anything>("sheet", "Trang.", "Sheet.")
        .required::<Number>("row", "Dòng, từ 1.", "Row, from 1.")
        .required::<Anything>("column", "Cột, ví dụ C.", "Column, such as C.")
        .required::<Anything>("header", "Tiêu đề cột.", "Heading of the column.")
        .finish()
});

/// A published result.
struct PublishedShown;
concept!(PublishedShown, "published_beside", |g| {
    Object::new(
        g,
        ("Đối chiếu công bố", "Published beside computed"),
        ("Con số đã công bố và con số tính lại.", "The published number and the recomputed one."),
    )
    .optional::<Id>("group", "Nhóm; không có = điểm chung.", "Group; absent = the whole score.")
    .required::<ScoreOf>("of", "Giá trị hay tỷ lệ.", "Value or share.")
    .required::<Exact>("published", "Đã công bố.", "Published.")
    .optional::<Exact>("computed", "Tính lại.", "Recomputed.")
    .optional::<Exact>("difference", "Chênh lệch.", "The difference.")
    .optional::<Flag>("within_tolerance", "Trong sai lệch cho phép.", "Within the tolerance.")
    .required::<Line>("source", "Ai công bố.", "Who published it.")
    .optional::<Line>("clause", "Ở chỗ nào.", "Where.")
    .finish()
});

/// One of the two results.
struct ViewShown;
concept!(ViewShown, "view", |g| {
    Object::new(g, ("Một kết quả", "View"), ("Tự đánh giá hoặc đã thẩm định.", "Self-assessed or verified."))
        .optional::<LevelShown>(
            "level",
            "Cấp độ; không có khi cách đánh giá không có cấp độ.",
            "The level; absent where the scheme has none.",
        )
        .optional::<LevelRange>(
            "level_range",
            "Khi nguồn để ngỏ: cấp độ thấp nhất và cao nhất.",
            "Where the source leaves it open: lowest and highest level.",
        )
        .optional::<ScoreShown>("score", "Điểm chung.", "The score.")
        .optional::<Span>(
            "score_range",
            "Khi nguồn để ngỏ: điểm thấp nhất và cao nhất.",
            "Where the source leaves it open: lowest and highest score.",
        )
        .optional::<Text>("statement", "Câu về số tiêu chí đạt, kèm dấu.", "How many criteria are met, with its marks.")
        .optional::<LevelRange>(
            "range",
            "Khoảng cấp độ khi các tiêu chí chưa có số liệu đều không đạt, đều đạt.",
            "The levels if all criteria without data failed, or passed.",
        )
        .list::<LevelOutcome>("levels", "Từng cấp độ và điều kiện.", "Each level and its condition.")
        .list::<SensitivityShown>(
            "sensitivity",
            "Cấp độ giữ nguyên trong khoảng nào của tham số.",
            "Over which values of a parameter the level stays.",
        )
        .required::<GroupShown>("tree", "Cây kết quả, từ gốc.", "The tree of results, from the root.")
        .finish()
});

struct LevelShown;
concept!(LevelShown, "level_reached", |g| {
    Object::new(
        g,
        ("Cấp độ đạt được", "Level reached"),
        ("Cấp độ, và câu phải nêu cùng.", "The level, and the sentence that goes with it."),
    )
    .optional::<Number>(
        "reached",
        "Cấp độ; 0 = chưa đạt cấp độ nào; không có khi bị từ chối hoặc chưa xác định.",
        "The level; 0 = none; absent where refused or undecided.",
    )
    .required::<Number>("of", "Trên bao nhiêu cấp độ.", "Of how many.")
    .optional::<Flag>("verdict", "Là kết luận, không phải cấp độ.", "It is a verdict and no level of maturity.")
    .list::<RefusalShown>("refused", "Vì sao không nêu cấp độ.", "Why no level is given.")
    .optional::<Text>("statement", "Câu nêu cấp độ, kèm dấu.", "The level in words, with its marks.")
    .finish()
});

struct RefusalShown;
concept!(RefusalShown, "refusal", |g| {
    Object::new(g, ("Từ chối", "Refusal"), ("Điều kiện trước không thỏa.", "A precondition that fails."))
        .required::<Id>("condition", "Điều kiện, hoặc `out_of_scope`.", "The condition, or `out_of_scope`.")
        .required::<Number>("count", "Đếm được.", "Counted.")
        .required::<Number>("of", "Trên.", "Of.")
        .optional::<Exact>("limit", "Giới hạn.", "The limit.")
        .finish()
});

struct LevelRange;
concept!(LevelRange, "level_range", |g| {
    Object::new(g, ("Khoảng cấp độ", "Range of levels"), ("Thấp nhất và cao nhất.", "Lowest and highest."))
        .required::<Number>("low", "Thấp nhất.", "Lowest.")
        .required::<Number>("high", "Cao nhất.", "Highest.")
        .finish()
});

struct Span;
concept!(Span, "span", |g| {
    Object::new(g, ("Khoảng", "Span"), ("Thấp nhất và cao nhất.", "Lowest and highest."))
        .optional::<Exact>("low", "Thấp nhất.", "Lowest.")
        .optional::<Exact>("high", "Cao nhất.", "Highest.")
        .finish()
});

struct ScoreShown;
concept!(ScoreShown, "score", |g| {
    Object::new(g, ("Điểm chung", "Score"), ("Trước và sau khi làm tròn.", "Before and after rounding."))
        .required::<Exact>("value", "Sau khi làm tròn.", "After rounding.")
        .required::<Exact>("unrounded", "Trước khi làm tròn.", "Before rounding.")
        .finish()
});

struct LevelOutcome;
concept!(LevelOutcome, "level_outcome", |g| {
    Object::new(g, ("Một cấp độ", "Level outcome"), ("Đạt hay chưa, vì điều kiện nào.", "Reached or not, and by which conditions."))
        .required::<LevelNumber>("level", "Cấp độ.", "The level.")
        .required::<Text>("title", "Tên.", "Title.")
        .optional::<Flag>("reached", "Đạt hay chưa; không có khi chưa xác định.", "Reached or not; absent where undecided.")
        .optional::<Flag>("undecided", "Nguồn để ngỏ.", "The source leaves it open.")
        .required::<ConditionShown>("condition", "Các điều kiện.", "The conditions.")
        .required::<Deciding>("deciding", "Dựa trên loại số liệu nguồn nào.", "On what kind of figures it rests.")
        .finish()
});

struct Deciding;
concept!(Deciding, "deciding", |g| {
    Object::new(
        g,
        ("Cơ sở của cấp độ", "What decides"),
        ("Số tiêu chí quyết định, theo cơ sở và nguồn.", "Criteria that decide, by basis and source."),
    )
    .required::<Number>("criteria", "Tất cả.", "All.")
    .required::<Number>("assumed", "Ngưỡng là giả định.", "The threshold is an assumption.")
    .required::<Number>("own_use", "Cách dùng con số là của nhóm biên soạn.", "The use of the figure is the set's own.")
    .required::<Number>("primary", "Nguồn chính thức.", "Primary source.")
    .required::<Number>("mirror", "Bản chép.", "Mirror source.")
    .required::<Number>("secondary", "Nguồn thứ cấp.", "Secondary source.")
    .required::<Number>("repeated", "Dùng lại con số của cấp độ dưới.", "The figure of a lower level is repeated.")
    .finish()
});

struct ConditionShown;
concept!(ConditionShown, "condition_result", |g| {
    Object::new(
        g,
        ("Kết quả điều kiện", "Condition result"),
        ("Một điều kiện và vì sao đúng hay không.", "A condition, and why it holds or not."),
    )
    .required::<ConditionWord>("condition", "Điều kiện.", "The condition.")
    .optional::<Flag>("holds", "Đúng hay không; không có khi chưa xác định.", "Whether it holds; absent where undecided.")
    .optional::<Flag>("undecided", "Chưa xác định.", "Undecided.")
    .optional::<Flag>("vacuous", "Không có tiêu chí nào được hỏi.", "No criterion is asked.")
    .optional::<Flag>("attribute_absent", "Một đặc điểm của nơi chưa biết.", "An attribute of the place is not known.")
    .optional::<Tier>("tier", "Loại tiêu chí.", "Tier.")
    .optional::<Id>("parameter", "Tham số.", "Parameter.")
    .optional::<Id>("group", "Nhóm.", "Group.")
    .optional::<Number>("met", "Đạt.", "Met.")
    .optional::<Number>("met_high", "Đạt, theo cách đọc cao nhất.", "Met, in the highest reading.")
    .optional::<Number>("asked", "Được hỏi.", "Asked.")
    .optional::<Exact>("value", "Giá trị.", "The value.")
    .optional::<Span>("value_range", "Khoảng giá trị khi nguồn để ngỏ.", "Its span where the source leaves it open.")
    .optional::<Exact>("min", "Phải đạt.", "What it must reach.")
    .optional::<Number>("missing", "Còn thiếu.", "What is missing.")
    .optional::<Text>("title", "Điều nguồn để ngỏ.", "What the source leaves open.")
    .list::<Cite>("cites", "Ở đâu.", "Where.")
    .list::<ConditionShown>("of", "Các điều kiện bên trong.", "The inner conditions.")
    .finish()
});

struct SensitivityShown;
concept!(SensitivityShown, "sensitivity", |g| {
    Object::new(
        g,
        ("Độ nhạy", "Sensitivity"),
        ("Cấp độ giữ nguyên khi tham số ở trong khoảng nào.", "Over which values of a parameter the level stays the same."),
    )
    .required::<Id>("parameter", "Tham số.", "Parameter.")
    .required::<Exact>("value", "Giá trị đã dùng.", "The value used.")
    .required::<Confidence>("confidence", "Nguồn của giá trị.", "How its source was read.")
    .optional::<SharePoint>("above", "Trên tỷ lệ này.", "Above this share.")
    .optional::<SharePoint>("up_to", "Đến tỷ lệ này.", "Up to this share.")
    .optional::<Number>("per_group", "Cấp độ khi hỏi từng nhóm.", "The level if asked of every group.")
    .optional::<Number>("overall", "Cấp độ khi hỏi gộp mọi cấp độ.", "The level if asked of all levels together.")
    .finish()
});

struct SharePoint;
concept!(SharePoint, "share_point", |g| {
    Object::new(g, ("Tỷ lệ", "Share"), ("Đạt trên được hỏi.", "Met of asked."))
        .required::<Number>("met", "Đạt.", "Met.")
        .required::<Number>("asked", "Được hỏi.", "Asked.")
        .finish()
});

struct GroupShown;
concept!(GroupShown, "group_result", |g| {
    Object::new(g, ("Kết quả nhóm", "Group result"), ("Một nhóm và các mục con.", "A group and its children."))
        .optional::<Id>("group", "Nhóm; không có = gốc.", "The group; absent = the root.")
        .required::<Aggregate>("aggregate", "Các mục con được gộp thế nào.", "How its children are put together.")
        .optional::<Exact>("exponent", "Số mũ của trung bình lũy thừa.", "Exponent of a power mean.")
        .optional::<Exact>("value", "Giá trị sau khi làm tròn.", "The value after rounding.")
        .optional::<Exact>("unrounded", "Giá trị trước khi làm tròn.", "The value before rounding.")
        .optional::<Exact>("share", "Tỷ lệ từ 0 đến 1.", "The share from 0 to 1.")
        .optional::<ShareBand>("band", "Khung của tỷ lệ.", "The band of the share.")
        .optional::<NodeReading>("low", "Theo cách đọc thấp nhất.", "In the lowest reading.")
        .optional::<NodeReading>("high", "Theo cách đọc cao nhất.", "In the highest reading.")
        .optional::<Exact>("present", "Phần trọng số có số liệu.", "Share of the weight that has data.")
        .optional::<Flag>("undecided", "Chưa xác định.", "Undecided.")
        .optional::<Exact>("weight", "Trọng số.", "Weight.")
        .optional::<Exact>("max_points", "Điểm cao nhất.", "Most points.")
        .list::<Tally>("met", "Đạt trên được hỏi, theo từng cấp độ.", "Met of asked, for each level.")
        .list::<ChildShown>("children", "Các mục con.", "The children.")
        .finish()
});

struct NodeReading;
concept!(NodeReading, "node_reading", |g| {
    Object::new(g, ("Một cách đọc", "Reading"), ("Giá trị theo một cách đọc nguồn.", "The value in one reading of the source."))
        .optional::<Exact>("value", "Giá trị.", "The value.")
        .optional::<Exact>("share", "Tỷ lệ.", "The share.")
        .optional::<ShareBand>("band", "Khung.", "The band.")
        .finish()
});

struct Tally;
concept!(Tally, "tally", |g| {
    Object::new(g, ("Đếm", "Tally"), ("Số tiêu chí đạt ở một cấp độ.", "Criteria met at a level."))
        .required::<LevelNumber>("level", "Cấp độ.", "The level.")
        .required::<Number>("met", "Đạt.", "Met.")
        .optional::<Number>("met_high", "Đạt, theo cách đọc cao nhất.", "Met, in the highest reading.")
        .required::<Number>("asked", "Được hỏi.", "Asked.")
        .finish()
});

struct ChildShown;
impl JsonSchema for ChildShown {
    fn schema_name() -> Cow<'static, str> {
        "child_result".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        by_key::<CriterionShown, GroupShown>(g, "criterion")
    }
}

struct CriterionShown;
concept!(CriterionShown, "criterion_result", |g| {
    Object::new(
        g,
        ("Kết quả tiêu chí", "Criterion result"),
        ("Một tiêu chí: số liệu, quy tắc, kết quả, lý do.", "A criterion: data, rule, outcome, reason."),
    )
    .required::<Id>("criterion", "Tiêu chí.", "The criterion.")
    .required::<Outcome>("outcome", "Kết quả.", "The outcome.")
    .optional::<Reading>("low", "Theo cách đọc thấp nhất.", "In the lowest reading.")
    .optional::<Reading>("high", "Theo cách đọc cao nhất.", "In the highest reading.")
    .required::<MethodWord>("method", "Phương pháp.", "The method.")
    .optional::<Tier>("tier", "Cơ bản hay lựa chọn.", "Basic or elective.")
    .optional::<Number>("met_level", "Cấp độ cao nhất đã đạt.", "Highest level met.")
    .optional::<Exact>("value", "Giá trị.", "The value.")
    .optional::<Flag>("answer", "Câu trả lời có/không.", "The answer to a yes/no.")
    .optional::<Id>("unit", "Đơn vị.", "Unit.")
    .optional::<Change>("change", "So với năm so sánh.", "Against the year beside.")
    .list::<PartShown>("parts", "Các phần của `combine`.", "The parts of a `combine`.")
    .optional::<Exact>("share", "Tỷ lệ từ 0 đến 1.", "The share from 0 to 1.")
    .optional::<Exact>("points", "Điểm sau khi làm tròn.", "Points after rounding.")
    .optional::<Exact>("unrounded", "Điểm trước khi làm tròn.", "Points before rounding.")
    .optional::<Exact>("weight", "Trọng số.", "Weight.")
    .optional::<Exact>("max_points", "Điểm cao nhất.", "Most points.")
    .list::<AnswerShown>("levels", "Từng cấp độ được hỏi.", "Each level asked.")
    .list::<InputShown>("inputs", "Số liệu đã dùng.", "The figures used.")
    .list::<FlagWord>("flags", "Những gì đã làm với giá trị.", "What was done to the value.")
    .optional::<Flag>("fragile", "Sát ngưỡng: một đơn vị là đổi kết quả.", "One unit more or less would change the outcome.")
    .optional::<SurveyShown>("survey", "Khảo sát.", "The survey.")
    .optional::<Line>("reason", "Lý do khai không áp dụng.", "The reason of a claim.")
    .optional::<LeftAside>("not_considered", "Quy tắc theo đó không xét.", "The rule by which it is left aside.")
    .optional::<DocumentsShown>("documents", "Số minh chứng.", "Documents, counted.")
    .list::<Cite>("cites", "Định nghĩa lấy từ đâu.", "Where the definition comes from.")
    .required::<Confidence>("confidence", "Nguồn yếu nhất.", "Weakest source.")
    .finish()
});

struct Reading;
concept!(Reading, "reading", |g| {
    Object::new(g, ("Một cách đọc", "Reading"), ("Kết quả theo một cách đọc nguồn.", "The outcome in one reading of the source."))
        .required::<Outcome>("outcome", "Kết quả.", "The outcome.")
        .optional::<Number>("met_level", "Cấp độ cao nhất đã đạt.", "Highest level met.")
        .optional::<Exact>("points", "Điểm.", "Points.")
        .optional::<Exact>("share", "Tỷ lệ.", "The share.")
        .finish()
});

struct Change;
concept!(Change, "change", |g| {
    Object::new(g, ("Thay đổi", "Change"), ("Giá trị của năm so sánh và chênh lệch.", "The value of the year beside, and the difference."))
        .optional::<Value>("base_value", "Giá trị của năm ấy.", "The value of that year.")
        .optional::<Exact>("difference", "Chênh lệch.", "The difference.")
        .finish()
});

struct PartShown;
concept!(PartShown, "part_result", |g| {
    Object::new(g, ("Kết quả phần", "Part result"), ("Một phần của `combine`.", "A part of a `combine`."))
        .required::<Id>("data_point", "Dữ liệu.", "Data point.")
        .optional::<Text>("title", "Tên.", "Title.")
        .required::<MethodWord>("method", "Phương pháp.", "The method.")
        .required::<Outcome>("outcome", "Kết quả.", "The outcome.")
        .optional::<Exact>("value", "Giá trị.", "The value.")
        .optional::<Flag>("answer", "Câu trả lời có/không.", "The answer to a yes/no.")
        .required::<Id>("unit", "Đơn vị.", "Unit.")
        .optional::<Exact>("points", "Điểm.", "Points.")
        .optional::<Exact>("max_points", "Điểm cao nhất.", "Most points.")
        .optional::<Id>("evidence", "Loại văn bản được yêu cầu.", "The kind of document asked for.")
        .list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
        .finish()
});

struct AnswerShown;
concept!(AnswerShown, "level_answer", |g| {
    Object::new(g, ("Ở một cấp độ", "At a level"), ("Điều được hỏi và câu trả lời.", "What was asked, and the answer."))
        .required::<LevelNumber>("level", "Cấp độ.", "The level.")
        .required::<Outcome>("outcome", "Kết quả.", "The outcome.")
        .optional::<Op>("op", "So sánh thế nào.", "How it is compared.")
        .optional::<ThresholdValue>("threshold", "Ngưỡng ở nơi này.", "The threshold of this place.")
        .optional::<Exact>("from", "Đầu thấp của khoảng.", "Low end of a range.")
        .optional::<Exact>("to", "Đầu cao của khoảng.", "High end of a range.")
        .optional::<OutsideRange>("below", "Dưới đầu thấp nghĩa là gì.", "What below means.")
        .optional::<OutsideRange>("above", "Trên đầu cao nghĩa là gì.", "What above means.")
        .optional::<Text>("printed", "Như nguồn in.", "As the source prints it.")
        .optional::<Line>("printed_op", "So sánh như nguồn in.", "The comparison as printed.")
        .optional::<Number>("variant", "Giá trị riêng thứ mấy đã dùng, từ 0.", "Which variant was taken, from 0.")
        .optional::<Flag>("value_passes", "Giá trị có qua ngưỡng không.", "Whether the value passes.")
        .optional::<Basis>("basis", "Con số lấy từ đâu.", "What the figure rests on.")
        .list::<FigureUse>("use", "Cách dùng nào là của nhóm biên soạn.", "Why its use is the set's own.")
        .optional::<Confidence>("confidence", "Nguồn được đọc bằng cách nào.", "How its source was read.")
        .optional::<LevelNumber>("carried_from", "Cấp độ dưới mà con số được dùng lại.", "The lower level whose figure is repeated.")
        .list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
        .finish()
});

struct InputShown;
concept!(InputShown, "input_used", |g| {
    Object::new(g, ("Số liệu đã dùng", "Figure used"), ("Một số liệu của kỳ được xét.", "A figure of the period judged."))
        .optional::<Line>("data_point", "Dữ liệu.", "Data point.")
        .required::<Role>("role", "Vai trò.", "Role.")
        .optional::<Line>("part", "Phần.", "Part.")
        .optional::<Value>("value", "Giá trị.", "The value.")
        .optional::<Line>("unit", "Đơn vị, như đã nhập.", "Unit, as entered.")
        .optional::<Date>("period", "Kỳ.", "Period.")
        .required::<ObsStatus>("status", "Tình trạng.", "Status.")
        .optional::<Quality>("quality", "Chất lượng.", "Quality.")
        .optional::<Line>("source", "Nguồn.", "Source.")
        .finish()
});

struct FlagWord;
concept!(FlagWord, "flag", |_g| json_schema!({"enum": Flags::words().collect::<alloc::vec::Vec<_>>()}));

struct SurveyShown;
concept!(SurveyShown, "survey_result", |g| {
    Object::new(g, ("Khảo sát", "Survey"), ("Khoảng tin cậy và cỡ mẫu.", "Interval and sample size."))
        .optional::<Sampling>("sampling", "Chọn người trả lời thế nào.", "How people were chosen.")
        .required::<Exact>("positive", "Số trả lời thuận.", "Positive answers.")
        .required::<Exact>("asked", "Số người được hỏi.", "People asked.")
        .optional::<Span>("interval", "Khoảng Wilson.", "Wilson interval.")
        .optional::<Exact>("sample_to_settle", "Cỡ mẫu đủ kết luận.", "The sample that would settle it.")
        .required::<Flag>("plain_share_passes", "Tỷ lệ đơn thuần có qua không.", "What the plain share would give.")
        .finish()
});

struct LeftAside;
concept!(LeftAside, "left_aside", |g| {
    Object::new(g, ("Không xét", "Left aside"), ("Quy tắc theo đó tiêu chí không được xét.", "The rule by which it is not looked at."))
        .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
        .optional::<Line>("note", "Ghi chú.", "Remark.")
        .finish()
});

struct DocumentsShown;
concept!(DocumentsShown, "documents", |g| {
    Object::new(g, ("Minh chứng, đếm", "Documents, counted"), ("Số minh chứng của tiêu chí.", "Documents of the criterion."))
        .required::<Number>("all", "Tất cả.", "All.")
        .required::<Number>("plans", "Kế hoạch.", "Plans.")
        .required::<Number>("accepted", "Được chấp nhận.", "Accepted.")
        .required::<Number>("rejected", "Bị từ chối.", "Rejected.")
        .optional::<Number>("recognitions", "Văn bản công nhận.", "Recognitions.")
        .finish()
});
