//! The codes of findings, with their wording in Vietnamese and English.
//!
//! A code never changes its meaning; a new fault gets a new code. `{name}` in a wording is replaced by the value at hand.

use super::{Class, Severity};
use crate::text::Lang;
use core::fmt;

macro_rules! codes {
    ($([$group:ident] $($variant:ident = $name:literal, $class:ident, $severity:ident, $vi:literal, $en:literal;)*)*) => {
        /// The stable code of a [`Finding`](super::Finding).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $en] $variant,)*)*
        }

        impl Code {
            /// Every code, in the order of this list.
            pub const ALL: &'static [Code] = &[$($(Code::$variant,)*)*];

            /// The text form that files, logs and other languages use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.said(None)
            }

            /// The stage of loading that makes it.
            #[must_use]
            pub const fn class(self) -> Class {
                match self { $($(Code::$variant => Class::$class,)*)* }
            }

            /// How much it weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $($(Code::$variant => Severity::$severity,)*)* }
            }

            pub(super) const fn template(self, lang: Lang) -> &'static str {
                self.said(Some(lang))
            }

            /// Its wording in a language, or its text form in none.
            const fn said(self, lang: Option<Lang>) -> &'static str {
                match self { $($(Code::$variant)|* => wording::$group(self, lang),)* }
            }
        }

        /// Text forms and wordings by what finds them. Functions of their own, so that a module for the web can leave those to the part
        /// that needs them.
        mod wording {
            use super::Code;
            use crate::text::{Lang, pick};

            $(
                #[inline(never)]
                pub(super) const fn $group(code: Code, lang: Option<Lang>) -> &'static str {
                    match (lang, code) {
                        $((None, Code::$variant) => $name,)*
                        $((Some(lang), Code::$variant) => pick(lang, $vi, $en),)*
                        _ => "",
                    }
                }
            )*
        }
    };
}

codes! {
    [input] // Any input.
    TooManyFindings = "input.too_many_findings", Lexical, Error,
        "còn nhiều lỗi nữa; chỉ nêu {most} lỗi đầu, hãy sửa rồi kiểm tra lại",
        "there are more; only the first {most} are listed, correct them and check again";
    MoreRemarks = "input.more_remarks", Lexical, Note,
        "còn nhiều lưu ý nữa; chỉ nêu {most} lưu ý đầu",
        "there are more remarks; only the first {most} are listed";
    TooLarge = "input.too_large", Lexical, Error,
        "tệp có {size} byte, giới hạn là {most}; hãy chia tệp ra",
        "the file has {size} bytes, the limit is {most}; split it";
    NotUtf8 = "input.not_utf8", Lexical, Error,
        "tệp không phải UTF-8 (byte sai ở vị trí {at}); hãy lưu lại bằng mã UTF-8",
        "the file is not UTF-8 (bad byte at {at}); save it again as UTF-8";

    // JSON.
    JsonSyntax = "json.syntax", Lexical, Error,
        "không đúng cú pháp JSON ở dòng {line}, cột {column}: {detail}; hãy sửa chỗ này rồi kiểm tra lại",
        "not JSON at line {line}, column {column}: {detail}; correct this place and check again";
    JsonDepth = "json.depth", Lexical, Error,
        "lồng quá {most} tầng; tệp này không thể đúng khuôn dạng",
        "nested more than {most} deep; no file of this format is";
    JsonTooMany = "json.too_many_values", Lexical, Error,
        "quá {most} giá trị; hãy chia tệp ra",
        "more than {most} values; split the file";
    DecimalGrammar = "json.decimal_grammar", Lexical, Error,
        "`{value}` không phải số thập phân; hãy viết bằng chữ số và dấu chấm, ví dụ 12.5",
        "`{value}` is not a decimal number; write digits with a point, like 12.5";
    DecimalTooLong = "json.decimal_too_long", Lexical, Error,
        "`{value}` có quá 28 chữ số; số không bị làm tròn ngầm, hãy viết ngắn lại",
        "`{value}` has more than 28 digits; nothing is rounded silently, write a shorter number";
    NotNfc = "text.not_nfc", Lexical, Error,
        "chữ có dấu tổ hợp rời (U+{mark}) trong `{value}`; hãy lưu lại ở dạng dựng sẵn (NFC)",
        "combining mark U+{mark} in `{value}`; save the text precomposed (NFC)";
    LegacyEncoding = "text.legacy_encoding", Lexical, Error,
        "tệp dùng bảng mã cũ {name}, không phải Unicode; hãy lưu lại bằng UTF-8 (Excel: \"CSV UTF-8\"), hoặc chuyển mã bằng Unikey",
        "the file is in the old encoding {name}, not Unicode; save it again as UTF-8 (Excel: \"CSV UTF-8\"), or convert it with Unikey";
    LegacyText = "text.legacy_text", Lexical, Error,
        "`{value}` là chữ Việt theo bảng mã cũ {name}; hãy chuyển sang Unicode bằng Unikey hoặc gõ lại",
        "`{value}` is Vietnamese in the old encoding {name}; convert it to Unicode with Unikey or type it again";
    ControlCharacter = "text.control_character", Lexical, Error,
        "chữ có ký tự điều khiển U+{mark}; hãy gõ lại",
        "the text holds the control character U+{mark}; type it again";
    WrongType = "json.wrong_type", Shape, Error,
        "ở đây cần {expected}, nhưng có {found}",
        "expected {expected}, found {found}";
    UnknownKey = "json.unknown_key", Shape, Error,
        "khóa `{key}` không thuộc khuôn dạng; hãy xóa hoặc sửa tên",
        "key `{key}` is not part of the format; remove it or correct its name";
    DoubledKey = "json.doubled_key", Shape, Error,
        "khóa `{key}` có hai lần; hãy giữ lại một",
        "key `{key}` stands twice; keep one";
    MissingKey = "json.missing_key", Shape, Error,
        "thiếu khóa `{key}`; hãy bổ sung",
        "key `{key}` is missing; add it";
    UnknownChoice = "json.unknown_choice", Shape, Error,
        "`{value}` không phải một trong: {choices}",
        "`{value}` is none of: {choices}";
    BadId = "json.bad_id", Shape, Error,
        "`{value}` không phải mã hợp lệ; chỉ dùng a-z, 0-9, dấu chấm, gạch nối, gạch dưới, tối đa 64 ký tự",
        "`{value}` is not an id; use a-z, 0-9, point, hyphen, underscore, at most 64 characters";
    BadDate = "json.bad_date", Shape, Error,
        "`{value}` không phải ngày có thật; hãy viết YYYY-MM-DD, YYYY-MM hoặc YYYY",
        "`{value}` is not a real date; write YYYY-MM-DD, YYYY-MM or YYYY";
    BadCount = "json.bad_count", Shape, Error,
        "`{value}` không phải số nguyên từ {least} đến {most}",
        "`{value}` is not a whole number from {least} to {most}";
    EmptyText = "json.empty_text", Shape, Error,
        "chữ ở đây không được để trống",
        "the text here must not be empty";
    TextTooLong = "json.text_too_long", Shape, Error,
        "chữ dài {size} ký tự, giới hạn là {most}",
        "the text has {size} characters, the limit is {most}";
    EmptyList = "json.empty_list", Shape, Error,
        "danh sách này phải có ít nhất một mục",
        "this list needs at least one item";
    NewerFormat = "json.newer_format", Shape, Error,
        "tệp thuộc khuôn dạng {found}, chương trình này đọc đến khuôn dạng {known}; hãy dùng bản mới hơn",
        "the file is of format {found}, this program reads up to {known}; use a newer one";
    ExpressionTooDeep = "json.expression_too_deep", Shape, Error,
        "biểu thức lồng quá {most} tầng; hãy viết gọn lại",
        "the expression is nested more than {most} deep; write it flatter";

    ListLength = "json.list_length", Shape, Error,
        "danh sách này có {found} mục; phải có từ {least} đến {most} mục, hãy thêm hoặc bớt",
        "the list has {found} items; it takes {least} to {most}, add or remove some";
    MethodNotAPart = "json.method_not_a_part", Shape, Error,
        "phương pháp `{method}` không dùng được cho một phần của `combine`; hãy dùng `pass_fail`, `range`, `target_share` hoặc `monitor`",
        "method `{method}` cannot judge a part of a `combine`; use `pass_fail`, `range`, `target_share` or `monitor`";

    [set] // Meaning of a criteria file.
    DoubledId = "set.doubled_id", Meaning, Error,
        "mã `{id}` đã có ở {first}; mỗi mã chỉ dùng một lần",
        "id `{id}` stands already at {first}; use each id once";
    UnknownRef = "set.unknown_reference", Meaning, Error,
        "{what} `{id}` không có trong tệp; hãy thêm hoặc sửa mã",
        "{what} `{id}` is not in the file; add it or correct the id";
    UnusedSource = "set.unused_source", Meaning, Error,
        "nguồn `{id}` không được viện dẫn ở đâu; hãy xóa hoặc viện dẫn",
        "source `{id}` is cited nowhere; remove it or cite it";
    NoCitation = "set.no_citation", Meaning, Error,
        "ở đây không ghi nguồn; hãy ghi `cites`, hoặc `basis: \"assumption\"` nơi định dạng cho phép",
        "no source is given here; give `cites`, or `basis: \"assumption\"` where the format has it";
    AssumptionWithoutReason = "set.assumption_without_reason", Meaning, Error,
        "giả định phải nêu lý do trong `cites` hoặc `note`",
        "an assumption must give its reason in `cites` or `note`";
    NoHonestyMark = "set.no_honesty_mark", Meaning, Error,
        "bộ tiêu chí có tình trạng `{status}` phải có câu `not_official`",
        "a set of status `{status}` must carry the sentence `not_official`";
    DateOrder = "set.date_order", Meaning, Error,
        "{first} ({from}) phải không muộn hơn {second} ({to})",
        "{first} ({from}) must not be later than {second} ({to})";
    DoubledInTree = "set.doubled_in_tree", Meaning, Error,
        "`{id}` đứng hai lần trong cây; mỗi tiêu chí, mỗi nhóm chỉ một lần",
        "`{id}` stands twice in the tree; each criterion and group stands once";
    PointSum = "set.point_sum", Meaning, Error,
        "nhóm `{id}` khai {declared} điểm nhưng các mục con cộng lại {sum}; hãy sửa `max_points`",
        "group `{id}` declares {declared} points, its children add up to {sum}; correct `max_points`";
    MissingPoints = "set.missing_points", Meaning, Error,
        "mục con của nhóm cộng điểm phải có `max_points` không âm",
        "a child of a point sum needs `max_points`, not negative";
    BadWeight = "set.bad_weight", Meaning, Error,
        "trọng số không được âm và tổng trong nhóm phải lớn hơn 0",
        "a weight must not be negative, and a group's weights must add up to more than 0";
    MixedAggregate = "set.mixed_aggregate", Meaning, Error,
        "`{child}` không thể nằm dưới `{parent}`: dưới `sum` chỉ có điểm, dưới các loại trung bình và `minimum` chỉ có điểm hoặc tỷ lệ, dưới `sum_of_scored` chỉ có điểm theo mục tiêu, dưới `none` chỉ có `monitor`; đạt / không đạt chỉ nằm dưới `count_passed`",
        "`{child}` cannot stand under `{parent}`: under `sum` only points can, under means and `minimum` only points or shares, under `sum_of_scored` only points by target, under `none` only `monitor`; met or not met stands under `count_passed` only";
    PanelRule = "set.panel_rule", Meaning, Error,
        "quy tắc cho nhiều đơn vị không dùng được: {why}",
        "the rule for many places cannot be used: {why}";
    EqualGoalposts = "set.equal_goalposts", Meaning, Error,
        "mốc kém nhất và tốt nhất bằng nhau ({value}); điểm sẽ không xác định",
        "worst and best are equal ({value}); the score would not be defined";
    NotMonotone = "set.not_monotone", Meaning, Error,
        "ngưỡng cấp {level} ({value}) dễ hơn ngưỡng cấp {lower} ({below}); cấp cao hơn không được dễ hơn",
        "the threshold of level {level} ({value}) is easier than that of level {lower} ({below}); a higher level must not be easier";
    OperatorDirection = "set.operator_direction", Meaning, Error,
        "phép so `{op}` trái với chiều `{direction}` của tiêu chí",
        "operator `{op}` contradicts the criterion's direction `{direction}`";
    ThresholdValue = "set.threshold_value", Meaning, Error,
        "ngưỡng `{value}` không hợp với dữ liệu loại {kind}",
        "threshold `{value}` does not fit data of type {kind}";
    LevelGap = "set.level_gap", Meaning, Error,
        "các cấp phải là 1, 2, 3 … liên tiếp; ở đây là {found}",
        "levels must be 1, 2, 3 … without a gap; found {found}";
    ThresholdOrder = "set.threshold_order", Meaning, Error,
        "các ngưỡng phải xếp theo cấp độ tăng dần; ở đây cấp {level} đứng sau cấp {before}",
        "thresholds must ascend by level; here level {level} follows level {before}";
    ImpossibleValue = "set.impossible_value", Meaning, Error,
        "giá trị {value} không thể có ở đây: {why}",
        "the value {value} is not possible here: {why}";
    UnusedParameter = "set.unused_parameter", Meaning, Error,
        "tham số `{id}` không được dùng; hãy xóa hoặc dùng",
        "parameter `{id}` is used nowhere; remove it or use it";
    NoJudgement = "set.no_judgement", Meaning, Error,
        "tiêu chí `{id}` không có cách đánh giá cho phương án `{scheme}`",
        "criterion `{id}` has no judgement for scheme `{scheme}`";
    MethodMismatch = "set.method_mismatch", Meaning, Error,
        "cách đánh giá `{method}` không dùng được ở đây: {why}",
        "method `{method}` cannot stand here: {why}";
    InputsMismatch = "set.inputs_mismatch", Meaning, Error,
        "đầu vào không khớp với loại dữ liệu hoặc biểu thức: {why}",
        "the inputs do not fit the data type or the expression: {why}";
    StepsBroken = "set.steps_broken", Meaning, Error,
        "các bậc phải là 0, 1, 2 … liên tiếp và có ít nhất hai bậc",
        "steps must be 0, 1, 2 … without a gap, at least two";
    MissingPolicyMismatch = "set.missing_policy_mismatch", Meaning, Error,
        "chính sách thiếu số liệu `{policy}` không dùng được ở đây: {why}",
        "missing policy `{policy}` cannot stand here: {why}";
    NestedYears = "set.nested_years", Meaning, Error,
        "`{op}` nằm trong một `at` hoặc `window` khác; chỉ được dùng một lần, hãy gộp lại thành một",
        "`{op}` stands inside another `at` or `window`; they do not nest, put them into one";
    EdgesOrder = "set.edges_order", Meaning, Error,
        "mốc {edge} đứng sau mốc {before}; các mốc phải tăng dần, hãy sắp lại",
        "edge {edge} follows {before}; edges must ascend, put them in order";
    PointsFall = "set.points_fall", Meaning, Error,
        "{points} điểm đứng sau {before} điểm: {why}; hãy sửa điểm",
        "{points} points follow {before} points: {why}; correct the points";
    BandStart = "set.band_start", Meaning, Error,
        "khung đầu tiên bắt đầu từ {found}; phải bắt đầu từ 0 để mọi giá trị đều có khung",
        "the first band begins at {found}; it must begin at 0 so that every value has one";
    EndsOrder = "set.ends_order", Meaning, Error,
        "đầu thấp là {low}, đầu cao là {high}: {why}; hãy sửa một trong hai",
        "the low end is {low}, the high end {high}: {why}; correct one of them";
    MostPoints = "set.most_points", Meaning, Error,
        "cây khai `{id}` có {declared} điểm, nhưng cách đánh giá cho nhiều nhất {most} điểm; hãy sửa một trong hai",
        "the tree gives `{id}` {declared} points, its method gives {most} at most; correct one of them";
    LevelsDiffer = "set.levels_differ", Meaning, Error,
        "phần này xét ở cấp {levels}, phần đầu xét ở cấp {first}; mọi phần phải xét ở cùng các cấp",
        "this part asks at levels {levels}, the first one at {first}; all parts must ask at the same levels";
    UnusedDataPoint = "set.unused_data_point", Meaning, Error,
        "điểm dữ liệu `{id}` không thuộc phần nào của cách đánh giá; hãy thêm một phần cho nó hoặc bỏ nó",
        "data point `{id}` belongs to no part of any method; add a part for it or remove it";
    InferredDirection = "set.inferred_direction", Meaning, Error,
        "chiều của `{id}` chỉ là suy luận nên không được dùng để đánh giá bằng `{method}`; hãy dẫn nguồn của chiều và bỏ `direction_basis`, hoặc chỉ theo dõi",
        "the direction of `{id}` is only inferred and must not judge by `{method}`; cite where it is stated and leave out `direction_basis`, or monitor it";
    VerdictLevels = "set.verdict_levels", Meaning, Error,
        "`verdict` cần đúng một cấp, ở đây có {found}; hãy để lại một cấp hoặc bỏ `verdict`",
        "`verdict` takes exactly one level, found {found}; keep one or leave `verdict` out";
    NoResult = "set.no_result", Meaning, Error,
        "`{key}` không dùng được ở đây: {why}; hãy bỏ khóa này hoặc đổi cách cộng",
        "`{key}` cannot stand here: {why}; leave it out or change the aggregate";

    CrosswalkFrom = "set.crosswalk_from", Meaning, Error,
        "`{value}` không phải một tệp khác viết dạng bộ@phiên-bản-u1; hãy ghi tệp của phiên bản trước",
        "`{value}` is not another file written set@edition-u1; name the file of the edition before";
    CrosswalkRow = "set.crosswalk_row", Meaning, Error,
        "dòng loại `{kind}` phải có đúng {needed}; hãy thêm hoặc bỏ mã",
        "a row of kind `{kind}` has exactly {needed}; add or remove an id";
    CrosswalkIncomplete = "set.crosswalk_incomplete", Meaning, Error,
        "bảng đối chiếu không nêu tiêu chí `{id}` của phiên bản này; hãy thêm một dòng",
        "the crosswalk does not name criterion `{id}` of this edition; add a row";

    UnknownSet = "set.unknown_set", Meaning, Error,
        "không có bộ tiêu chí `{id}`; các bộ có sẵn: {known}",
        "there is no criteria set `{id}`; the embedded ones: {known}";

    [crosswalk] // Two editions beside each other.
    CrosswalkOtherFile = "crosswalk.other_file", Meaning, Note,
        "bảng đối chiếu của {set} dẫn từ {from}, không phải từ {other}; hai tệp được so theo mã trùng nhau",
        "the crosswalk of {set} leads from {from}, not from {other}; the two files are compared by equal ids";
    CrosswalkUnknownBefore = "crosswalk.unknown_before", Meaning, Warning,
        "bảng đối chiếu nêu tiêu chí `{id}` nhưng {set} không có; hãy sửa bảng đối chiếu",
        "the crosswalk names criterion `{id}`, but {set} does not have it; correct the crosswalk";
    CrosswalkNotNamed = "crosswalk.not_named", Meaning, Warning,
        "bảng đối chiếu không nêu tiêu chí `{id}` của {set}; ở đây coi là bỏ, hãy thêm một dòng",
        "the crosswalk does not name criterion `{id}` of {set}; it counts as dropped here, add a row";
    CrosswalkUnsaid = "crosswalk.unsaid_change", Meaning, Warning,
        "bảng đối chiếu ghi `{kind}` cho `{id}` nhưng điều các cấp độ hỏi đã đổi ({found}); hãy sửa dòng này hoặc hai tệp",
        "the crosswalk says `{kind}` of `{id}`, but what its levels ask has changed ({found}); correct the row or the files";
    CrosswalkNotFound = "crosswalk.change_not_found", Meaning, Note,
        "bảng đối chiếu ghi `{kind}` cho `{id}` nhưng hai tệp không cho thấy điều đó; chỗ khác nhau: {found}",
        "the crosswalk says `{kind}` of `{id}`, but the two files do not show it; what differs: {found}";

    [city] // City data.
    CityUnknownCriterion = "city.unknown_criterion", Meaning, Error,
        "không có tiêu chí `{id}` trong {set}{hint}; hãy sửa mã",
        "there is no criterion `{id}` in {set}{hint}; correct the id";
    CityUnknownRole = "city.unknown_role", Meaning, Error,
        "tiêu chí `{id}` không có đầu vào `{role}`; các đầu vào: {roles}",
        "criterion `{id}` has no input `{role}`; its inputs: {roles}";
    CityUnknownDataPoint = "city.unknown_data_point", Meaning, Error,
        "tiêu chí `{id}` không có điểm dữ liệu `{point}`",
        "criterion `{id}` has no data point `{point}`";
    CityWrongUnit = "city.wrong_unit", Meaning, Error,
        "đơn vị `{found}` không đúng, tiêu chí `{id}` cần `{expected}`; hãy đổi số liệu sang đơn vị này",
        "unit `{found}` is wrong, criterion `{id}` takes `{expected}`; convert the figure";
    CityNotWhole = "city.not_whole", Meaning, Error,
        "{value} phải là số nguyên ({id}, {role})",
        "{value} must be a whole number ({id}, {role})";
    CityTooSmall = "city.too_small", Meaning, Error,
        "{value} nằm ngoài miền cho phép ({id}, {role}): phải {bound}",
        "{value} lies outside what is allowed ({id}, {role}): must be {bound}";
    CityAboveDenominator = "city.above_denominator", Meaning, Error,
        "tử số {numerator} lớn hơn mẫu số {denominator} ({id}); kiểm tra lại hai số",
        "numerator {numerator} is greater than denominator {denominator} ({id}); check both figures";
    CityWrongValue = "city.wrong_value", Meaning, Error,
        "`{value}` không hợp với tiêu chí `{id}`: cần {expected}",
        "`{value}` does not fit criterion `{id}`: expected {expected}";
    CityConflict = "city.conflicting_values", Meaning, Error,
        "hai giá trị cho cùng một số liệu ({id}, {role}, {period}): ở {first} và ở đây; hãy giữ một",
        "two values for one figure ({id}, {role}, {period}): at {first} and here; keep one";
    CityFuture = "city.after_as_of", Meaning, Error,
        "kỳ số liệu {period} bắt đầu sau ngày đánh giá {as_of}",
        "period {period} starts after the assessment date {as_of}";
    CityUnfinished = "city.period_not_over", Meaning, Warning,
        "kỳ số liệu {period} chưa kết thúc vào ngày đánh giá {as_of}",
        "period {period} is not over on the assessment date {as_of}";
    CityValueWithStatus = "city.value_with_status", Meaning, Error,
        "trạng thái {status} nghĩa là không có số liệu nhưng lại có giá trị `{value}`; hãy bỏ một trong hai",
        "status {status} means there is no figure, yet a value `{value}` is given; leave out one of the two";
    CityNoValue = "city.no_value", Meaning, Error,
        "thiếu giá trị; nếu chưa có số liệu hãy ghi trạng thái O hoặc bỏ dòng này",
        "the value is missing; if there is no figure yet give status O or leave the item out";
    CityNoSampling = "city.no_sampling", Meaning, Error,
        "khảo sát `{id}` chưa nói cách chọn mẫu; ghi `sampling`: probability, self_selected hoặc full_count",
        "survey `{id}` does not say how people were chosen; give `sampling`: probability, self_selected or full_count";
    CityMixedSampling = "city.mixed_sampling", Meaning, Error,
        "khảo sát `{id}` ghi nhiều cách chọn mẫu khác nhau; chỉ ghi một cách",
        "survey `{id}` names different ways of choosing people; give one";
    CityPartsRefused = "city.parts_refused", Meaning, Error,
        "tiêu chí `{id}` chỉ nhận một giá trị cho cả nơi được đánh giá, không chia phần",
        "criterion `{id}` takes one value for the whole place, not parts";
    CityPartIncomplete = "city.part_incomplete", Meaning, Warning,
        "phần `{part}` của `{id}` thiếu {role}; tiêu chí tính là chưa có số liệu",
        "part `{part}` of `{id}` lacks {role}; the criterion counts as no data";
    CityWholeAndParts = "city.whole_and_parts", Meaning, Error,
        "`{id}` ({role}) có cả số liệu của toàn bộ và của từng phần; hãy giữ một cách",
        "`{id}` ({role}) has a figure for the whole place and figures for parts; keep one way";
    CityDocumentLater = "city.document_after_as_of", Meaning, Warning,
        "văn bản hoặc thẩm định ghi ngày {date}, sau ngày đánh giá {as_of}",
        "a document or review is dated {date}, after the assessment date {as_of}";
    CityTooMany = "city.too_many_observations", Meaning, Error,
        "một tiêu chí có {size} số liệu, giới hạn là {most}; hãy bỏ các kỳ cũ",
        "one criterion has {size} observations, the limit is {most}; leave out old periods";
    CityOutsideScheme = "city.outside_scheme", Meaning, Note,
        "{count} số liệu thuộc các tiêu chí không nằm trong phương án này và không được dùng",
        "{count} figures belong to criteria outside this scheme and are not used";
    CityClaimWithData = "city.claim_with_data", Meaning, Warning,
        "`{id}` được khai không áp dụng nhưng lại có số liệu; số liệu không được dùng",
        "`{id}` is claimed not applicable yet has data; the data are not used";
    CityClaimedTwice = "city.claimed_twice", Meaning, Error,
        "`{id}` được khai không áp dụng hai lần",
        "`{id}` is claimed not applicable twice";
    CityKindOut = "city.kind_out_of_scope", Meaning, Warning,
        "{what} không đánh giá loại địa bàn {kind}: ngoài phạm vi",
        "{what} does not judge places of kind {kind}: out of scope";
    CityRural = "city.rural_out_of_scope", Meaning, Warning,
        "xã chưa có đô thị được công nhận: ngoài phạm vi",
        "a rural commune without a declared urban area: out of scope";
    CityKindReading = "city.kind_is_our_reading", Meaning, Note,
        "đánh giá loại địa bàn {kind}{list} là cách hiểu của bộ tiêu chí này",
        "judging a place of kind {kind}{list} is this set's own reading";
    CityLevelReading = "city.level_is_our_reading", Meaning, Note,
        "cấp độ cho loại địa bàn {kind} chỉ là cách hiểu của bộ tiêu chí này",
        "a level for a place of kind {kind} is this set's own reading only";
    CityDivisionByZero = "city.division_by_zero", Meaning, Error,
        "`{id}`: chia cho 0; kiểm tra mẫu số",
        "`{id}`: division by zero; check the denominator";
    CityOverflow = "city.overflow", Meaning, Warning,
        "`{id}`: số quá lớn để tính chính xác; kết quả để ngỏ",
        "`{id}`: the figure is too large to compute exactly; the result is left undecided";
    CityOutsideGoalposts = "city.outside_goalposts", Meaning, Error,
        "{value} nằm ngoài khoảng {worst} đến {best} ({id})",
        "{value} lies outside {worst} to {best} ({id})";
    CityUnknownReference = "city.unknown_reference", Meaning, Error,
        "giá trị so sánh `{id}` không được bộ tiêu chí dùng",
        "reference value `{id}` is not used by the set";
    CityDoubledReference = "city.doubled_reference", Meaning, Error,
        "giá trị so sánh `{id}` của kỳ {period} có hai lần; hãy giữ một",
        "comparison value `{id}` of period {period} stands twice; keep one";
    CityLabelTaken = "city.label_taken", Meaning, Note,
        "`{label}` là số hiệu in trong văn bản, được hiểu là tiêu chí `{id}`",
        "`{label}` is a printed label; it was taken for criterion `{id}`";
    CityRecognitionIncomplete = "city.recognition_incomplete", Meaning, Error,
        "văn bản công nhận phải có số, ngày và cơ quan ban hành; ở đây thiếu: {missing}; hãy bổ sung, hoặc ghi loại là result",
        "a recognition needs its number, date and issuer; missing here: {missing}; add what is missing, or give kind result";
    CityRecognitionOfOwn = "city.recognition_of_own_result", Meaning, Error,
        "văn bản công nhận nêu `{word}`; kết quả tính bằng bộ tiêu chí hay phần mềm này không phải là công nhận của cơ quan có thẩm quyền; hãy ghi loại là result",
        "the recognition names `{word}`; a result computed with this set or program is no recognition by an authority; give kind result";
    CityUnknownParameter = "city.unknown_parameter", Meaning, Error,
        "không có tham số `{id}`; các tham số: {known}",
        "there is no parameter `{id}`; the parameters: {known}";
    CityPanelOnly = "city.panel_only", Meaning, Error,
        "cách đánh giá `{scheme}` cần số liệu của nhiều đơn vị, không chấm riêng một đơn vị được; hãy dùng bảng nhiều đơn vị",
        "the scheme `{scheme}` needs the figures of many places and cannot judge one alone; use a table of many places";
    CityUnknownScheme = "city.unknown_scheme", Meaning, Error,
        "không có phương án `{id}`; các phương án: {known}",
        "there is no scheme `{id}`; the schemes: {known}";
    CityAsOf = "city.as_of_not_a_day", Meaning, Error,
        "ngày đánh giá phải đủ ngày, tháng, năm; ở đây là {value}",
        "the assessment date must be a full day; found {value}";
    CityUnknownNode = "city.unknown_group", Meaning, Error,
        "không có nhóm `{id}` trong cây của phương án",
        "there is no group `{id}` in the scheme's tree";
    CityDoubled = "city.doubled_unit", Meaning, Error,
        "đơn vị `{code}` có hai lần (lần đầu ở {first}); hãy gộp lại",
        "unit `{code}` stands twice (first at {first}); merge them";
    CityNormalised = "city.text_normalised", Lexical, Note,
        "{count} chỗ chữ Việt ở dạng tổ hợp đã được đổi sang dạng dựng sẵn (NFC)",
        "{count} places of decomposed Vietnamese text were normalised (NFC)";
    CityEth = "city.eth_for_dje", Lexical, Error,
        "`{value}` dùng chữ Ð (U+00D0) thay cho Đ (U+0110); hãy gõ lại chữ Đ",
        "`{value}` uses Ð (U+00D0) for Đ (U+0110); type the letter Đ again";
    ParameterRange = "set.parameter_range", Meaning, Error,
        "tham số `{id}` = {value} nằm ngoài khoảng {minimum} đến {maximum}",
        "parameter `{id}` = {value} lies outside {minimum} to {maximum}";
    CityZerosLost = "city.zeros_lost", Lexical, Error,
        "mã `{value}` chỉ có {found} chữ số, phải có {expected}: có thể Excel đã bỏ số 0 ở đầu; hãy định dạng cột là Text và gõ lại mã",
        "code `{value}` has {found} digits instead of {expected}: Excel probably dropped leading zeros; format the column as Text and type the code again";

    [unit] // The place held against the lists of administrative units.
    UnitMatched = "unit.matched", Meaning, Note,
        "địa phương là {unit}: khớp cả mã và tên; danh mục là bản chép, chưa đối chiếu với văn bản chính thức",
        "the place is {unit}: code and name agree; the list is a transcription not yet compared with the official text";
    UnitVariant = "unit.matched_by_variant", Meaning, Note,
        "địa phương là {unit}: khớp mã, `{name}` là cách viết khác của tên này; danh mục là bản chép, chưa đối chiếu với văn bản chính thức",
        "the place is {unit}: the code agrees, `{name}` is the same name written otherwise; the list is a transcription not yet compared with the official text";
    UnitAlias = "unit.matched_by_alias", Meaning, Note,
        "địa phương là {unit}: khớp mã, `{name}` là {kind} của địa phương này; danh mục là bản chép, chưa đối chiếu với văn bản chính thức",
        "the place is {unit}: the code agrees, `{name}` is {kind} of it; the list is a transcription not yet compared with the official text";
    UnitDisagree = "unit.code_and_name_disagree", Meaning, Error,
        "mã `{code}` là của {unit}, còn tên `{name}` là của {other}; hãy sửa mã hoặc tên (danh mục là bản chép)",
        "code `{code}` is that of {unit}, but the name `{name}` is that of {other}; correct one of them (the list is a transcription)";
    UnitUnknownName = "unit.unknown_name", Meaning, Warning,
        "mã `{code}` là của {unit}, danh mục không có tên `{name}` cho mã này; hãy kiểm tra cả hai (danh mục là bản chép)",
        "code `{code}` is that of {unit}, and the list does not know it as `{name}`; check both (the list is a transcription)";
    UnitUnknownCode = "unit.unknown_code", Meaning, Warning,
        "danh mục ngày {date} không có mã `{code}`; theo tên `{name}` thì đây là {unit}; hãy sửa mã (danh mục là bản chép)",
        "the list of {date} has no code `{code}`; by the name `{name}` this is {unit}; correct the code (the list is a transcription)";
    UnitDraftCode = "unit.draft_code", Meaning, Warning,
        "mã `{code}` là mã trong bản dự thảo danh mục; nay là {unit}; hãy sửa mã (danh mục là bản chép)",
        "code `{code}` stood in the draft of the list; now it is {unit}; correct the code (the list is a transcription)";
    UnitAmbiguous = "unit.ambiguous_name", Meaning, Warning,
        "không có mã `{code}`, còn tên `{name}` là của {count} đơn vị: {units}; hãy ghi đúng mã (danh mục là bản chép)",
        "there is no code `{code}`, and {count} units are called `{name}`: {units}; give the right code (the list is a transcription)";
    UnitNotFound = "unit.not_found", Meaning, Warning,
        "danh mục ngày {date} không có mã `{code}`, cũng không có tên `{name}`; hãy kiểm tra cả hai (danh mục là bản chép)",
        "the list of {date} has neither code `{code}` nor the name `{name}`; check both (the list is a transcription)";
    UnitFormer = "unit.former", Meaning, Warning,
        "{unit} không còn vào ngày {date}; nơi này nay thuộc {successor}: {how}; hãy ghi đơn vị mới, hoặc kỳ số liệu trước đó (danh mục là bản chép)",
        "{unit} does not exist on {date}; it is part of {successor}: {how}; give the unit of that day, or an earlier period (the list is a transcription)";
    UnitNotYet = "unit.not_yet", Meaning, Warning,
        "vào thời điểm {date} chưa có {unit} với ranh giới này{before}; ranh giới khác nhau thì chuỗi số liệu đứt đoạn; hãy ghi đơn vị của thời điểm đó (danh mục là bản chép)",
        "{unit} did not exist with these borders at {date}{before}; with other borders a series of figures breaks; give the unit of that time (the list is a transcription)";
    UnitListNotKnown = "unit.list_not_known", Meaning, Note,
        "không có danh mục {kind} cho ngày {date} nên không kiểm tra được mã `{code}`",
        "there is no list of the kind {kind} for {date}, so code `{code}` was not checked";
    UnitParent = "unit.parent_does_not_fit", Meaning, Warning,
        "danh mục ghi {unit}, còn ở đây là đơn vị cấp tỉnh `{parent}`; hãy sửa cho khớp (danh mục là bản chép)",
        "the list has {unit}, here the province is `{parent}`; make them agree (the list is a transcription)";
    UnitUnknownParent = "unit.unknown_parent", Meaning, Warning,
        "danh mục ngày {date} không có đơn vị cấp tỉnh mang mã `{code}`; hãy sửa mã (danh mục là bản chép)",
        "the list of {date} has no province of code `{code}`; correct the code (the list is a transcription)";

    [panel] // Columns of many places.
    PanelUnknownColumn = "panel.unknown_column", Meaning, Error,
        "{set} không có số liệu nào tên `{name}`; tên cột là mã tiêu chí, thêm `/` và vai trò khi tiêu chí có nhiều số liệu",
        "{set} has no input `{name}`; a column is named by the criterion's id, with `/` and the role where a criterion has several";
    PanelDoubledColumn = "panel.doubled_column", Meaning, Error,
        "cột `{name}` có hai lần; chỉ giữ một",
        "column `{name}` is there twice; keep one";
    PanelColumnLength = "panel.column_length", Meaning, Error,
        "cột có {found} dòng nhưng có {expected} đơn vị; mỗi đơn vị một dòng, số liệu chưa có thì đánh dấu",
        "the column has {found} rows but there are {expected} units; give one row to each unit and mark what is missing";
    PanelNotExact = "panel.not_exact", Meaning, Error,
        "số {value} không viết được thành số thập phân có nhiều nhất 28 chữ số và 28 chữ số sau dấu phẩy; hãy làm tròn hoặc đánh dấu là chưa có",
        "{value} is no decimal of at most 28 digits and 28 decimal places; round it or mark it as missing";
    PanelOtherColumns = "panel.other_columns", Meaning, Error,
        "các cột được lập cho một cách đánh giá khác; hãy lập lại bằng chính cách này",
        "the columns were made for another plan; make them with this one";
    PanelNoScore = "panel.no_score", Meaning, Error,
        "{set} (cách đánh giá {scheme}) không định nghĩa điểm nên không xếp hạng được; hãy xem các đơn vị theo cấp độ",
        "{set} (scheme {scheme}) defines no score, so units cannot be ranked; look at them by level";
    PanelTreatment = "panel.treatment", Meaning, Error,
        "không xử lý số liệu như vậy được: {why}",
        "figures cannot be treated like this: {why}";
    PanelKindOut = "panel.kind_out_of_scope", Meaning, Error,
        "{set} không đánh giá {kind}",
        "{set} does not judge places of the kind {kind}";
    PanelMixedKinds = "panel.mixed_kinds", Meaning, Error,
        "`{value}` khác loại đơn vị của các dòng trước (`{first}`); các loại đơn vị không được xếp chung, hãy chia thành nhiều tệp",
        "`{value}` is another kind of place than the rows before (`{first}`); kinds are never ranked together, split the file";
    PanelDoubledPlace = "panel.doubled_place", Meaning, Error,
        "đơn vị `{code}` đã có ở dòng {first} cho cùng kỳ số liệu; hãy giữ lại một dòng",
        "unit `{code}` already stands in row {first} for the same period; keep one";
    PanelTooManyDigits = "panel.too_many_digits", Meaning, Error,
        "`{value}` có nhiều chữ số hơn số dấu phẩy động giữ được (15 đến 17); hãy viết ngắn lại, hoặc dùng `assess`",
        "`{value}` has more digits than a floating-point number keeps (15 to 17); write a shorter number, or use `assess`";
    PanelNoPeriod = "panel.no_period", Meaning, Error,
        "`{id}` của đơn vị `{code}` không ghi kỳ số liệu nên không đặt vào kỳ nào được; hãy ghi kỳ, ví dụ 2025",
        "`{id}` of unit `{code}` names no period, so it belongs to none; write one, like 2025";
    PanelTwoValues = "panel.two_values", Meaning, Error,
        "đơn vị `{code}` có hai giá trị ở cột này trong cùng kỳ: `{first}` (dòng {row}) và `{value}`; hãy giữ một",
        "unit `{code}` has two values in this column for one period: `{first}` (row {row}) and `{value}`; keep one";
    PanelNoSuchPeriod = "panel.no_such_period", Meaning, Error,
        "không có số liệu kỳ {period}; các kỳ có số liệu: {known}",
        "there are no figures of {period}; there are of: {known}";
    PanelNoColumn = "panel.no_such_column", Meaning, Error,
        "không đơn vị nào có `{name}` để chia nhóm; hãy thêm cột đó vào bảng hoặc chọn cách chia nhóm khác",
        "no place has `{name}` to group by; add that column or group in another way";
    PanelNoBand = "panel.not_a_size", Meaning, Error,
        "`{value}` của đơn vị `{code}` (cột `{name}`) không phải một con số; hãy viết chữ số, không có dấu phân cách hàng nghìn",
        "`{value}` of unit `{code}` (column `{name}`) is no number; write digits without thousands separators";
    PanelAcrossEditions = "panel.across_editions", Meaning, Note,
        "từ {before} sang {now} là hai phiên bản: không so hạng giữa hai phiên bản; thay đổi được tách thành phần do quy tắc và phần do số liệu",
        "{before} and {now} are two editions: no rank is compared across them, and a change is split into what rules and what data did";
    PanelAcrossStates = "panel.across_states", Meaning, Note,
        "đơn vị `{code}` chỉ được thẩm định ở một số kỳ; kết quả đã thẩm định không được so với kết quả tự đánh giá",
        "unit `{code}` is verified in some periods only; verified results are not compared with self-assessed ones";
    PanelBreak = "panel.break_in_series", Meaning, Warning,
        "chuỗi số liệu của đơn vị `{code}` đứt đoạn giữa {from} và {to}: {why}; không tính thay đổi, hạng hay dự báo qua mốc này",
        "the series of unit `{code}` breaks between {from} and {to}: {why}; no change, rank or projection is given across it";
    RobustNothingVaries = "robust.nothing_varies", Meaning, Error,
        "chưa nêu điều gì thay đổi; hãy cho biết trọng số, giả định hoặc sai số của số liệu thay đổi đến đâu",
        "nothing is doubted; say how far weights, assumptions or figures may be off";
    RobustOutOfRange = "robust.out_of_range", Meaning, Error,
        "{name}: {value} nằm ngoài khoảng cho phép, từ {least} đến {most}",
        "{name}: {value} is outside its range, from {least} to {most}";
    RobustDoesNotFit = "robust.does_not_fit", Meaning, Error,
        "không phân tích được `{option}` với cách đánh giá này: {why}; hãy bỏ tùy chọn đó",
        "`{option}` does not fit this scheme: {why}; leave the option out";
    RobustTooMuch = "robust.too_much", Meaning, Error,
        "cần {found} {what}, giới hạn là {most}; hãy giảm số lần mô phỏng hoặc chia nhỏ bảng",
        "{found} {what}, the limit is {most}; ask for fewer replications or split the table";
    RobustRemark = "robust.remark", Meaning, Warning,
        "`{option}`: {why}",
        "`{option}`: {why}";
    RobustUnknownPlace = "robust.unknown_place", Meaning, Error,
        "bảng số liệu không có đơn vị `{code}` trong kỳ này; hãy sửa mã hoặc kỳ trong bảng sai số",
        "the table of figures has no unit `{code}` for this period; correct code or period in the table of errors";
    PanelSeveralParts = "panel.several_parts", Meaning, Error,
        "tiêu chí `{id}` của đơn vị `{code}` có số liệu theo nhiều phần; hãy ghi một số liệu cho cả đơn vị",
        "criterion `{id}` of unit `{code}` has figures of several parts; give one figure for the whole unit";
    [csv] // CSV.
    CsvWorkbook = "csv.workbook", Lexical, Error,
        "đây là sổ Excel, không phải CSV; hãy đọc như sổ .xlsx, hoặc mở bằng Excel rồi lưu thành \"CSV UTF-8\"",
        "this is an Excel workbook, not CSV; read it as a workbook (.xlsx), or open it in Excel and save it as \"CSV UTF-8\"";
    CsvLostLetters = "csv.lost_letters", Lexical, Warning,
        "`{value}` có dấu ? giữa chữ: có thể chữ Việt đã mất khi lưu CSV không phải UTF-8; hãy so với tệp gốc và lưu thành \"CSV UTF-8\"",
        "`{value}` has a ? inside a word: Vietnamese letters may have been lost when the file was saved as CSV other than UTF-8; compare it with the original and save as \"CSV UTF-8\"";
    CsvBadUtf16 = "csv.bad_utf16", Lexical, Error,
        "tệp UTF-16 bị hỏng; hãy lưu lại thành \"CSV UTF-8\"",
        "the UTF-16 file is damaged; save it again as \"CSV UTF-8\"";
    CsvNoHeader = "csv.no_header", Shape, Error,
        "tệp trống; dòng đầu phải là tên các cột",
        "the file is empty; the first row must name the columns";
    CsvNoRows = "csv.no_rows", Shape, Error,
        "tệp chỉ có tên cột, chưa có dòng số liệu nào; hãy điền ít nhất một đơn vị",
        "the file has column names but no rows; give at least one place";
    CsvOpenQuote = "csv.open_quote", Lexical, Error,
        "dấu ngoặc kép mở mà không đóng cho đến cuối tệp; hãy tìm từ dòng này trở đi và đóng lại",
        "a quote is opened and not closed before the end of the file; look from this row on and close it";
    CsvTooManyRows = "csv.too_many_rows", Lexical, Error,
        "tệp có quá {most} dòng; hãy chia tệp ra",
        "the file has more than {most} rows; split it";
    CsvTooManyPlaces = "csv.too_many_places", Lexical, Error,
        "tệp có quá {most} đơn vị; hãy chia tệp ra",
        "the file has more than {most} places; split it";
    CsvUnknownColumn = "csv.unknown_column", Shape, Error,
        "không có cột `{name}`; cột gần giống nhất: `{nearest}`; hãy sửa tên hoặc xóa cột",
        "there is no column `{name}`; the nearest is `{nearest}`; correct its name or remove the column";
    CsvDoubledColumn = "csv.doubled_column", Shape, Error,
        "cột `{name}` có hai lần; hãy giữ lại một",
        "column `{name}` stands twice; keep one";
    CsvMissingColumn = "csv.missing_column", Shape, Error,
        "thiếu cột `{name}`; hãy thêm vào dòng tên cột",
        "column `{name}` is missing; add it to the first row";
    CsvCellWithoutColumn = "csv.cell_without_column", Shape, Error,
        "`{value}` nằm ngoài các cột có tên; hãy xóa, hoặc đặt trong ngoặc kép ô có chứa dấu phân cách",
        "`{value}` stands outside the named columns; remove it, or put the cell that contains the separator in quotes";
    CsvUnusedCell = "csv.unused_cell", Shape, Error,
        "`{value}`: cột này không dùng cho dòng loại `{item}`; hãy xóa ô hoặc chuyển sang đúng cột",
        "`{value}`: this column means nothing in a row of `{item}`; clear the cell or move it to the right column";
    CsvMissingCell = "csv.missing_cell", Shape, Error,
        "ô này phải được điền vì các ô khác của dòng cần nó",
        "this cell must be filled, other cells of the row need it";
    CsvNoUnitCode = "csv.no_unit_code", Shape, Error,
        "không biết dòng thuộc đơn vị nào; hãy điền cột `unit_code`, hoặc nếu chỉ có một đơn vị thì ghi mã ở dòng `unit`, vai trò `code`",
        "it is not known whose row this is; fill column `unit_code`, or for a single place give its code in a `unit` row with role `code`";
    CsvCodeConflict = "csv.code_conflict", Meaning, Error,
        "dòng `unit` ghi mã `{value}` nhưng cột `unit_code` ghi `{code}`; hãy sửa cho khớp",
        "the `unit` row gives code `{value}`, column `unit_code` gives `{code}`; make them agree";
    CsvUnknownAttribute = "csv.unknown_attribute", Shape, Error,
        "dòng `unit` không có vai trò `{name}`; gần giống nhất: `{nearest}`; hãy sửa lại",
        "a `unit` row has no role `{name}`; the nearest is `{nearest}`; correct it";
    CsvMissingAttribute = "csv.missing_attribute", Shape, Error,
        "đơn vị `{code}` thiếu dòng `unit` có vai trò `{name}`; hãy thêm dòng này",
        "place `{code}` has no `unit` row with role `{name}`; add it";
    CsvDoubledAttribute = "csv.doubled_attribute", Meaning, Error,
        "`{name}` của đơn vị này đã có ở {first}; hãy giữ lại một",
        "`{name}` of this place stands already at {first}; keep one";
    CsvNotePairs = "csv.note_pairs", Meaning, Error,
        "đơn vị `{code}` có {vi} dòng `note_vi` và {en} dòng `note_en`; mỗi ghi chú cần cả hai, theo cùng thứ tự",
        "place `{code}` has {vi} rows `note_vi` and {en} rows `note_en`; each note needs both, in the same order";
    CsvRemarkWithoutValue = "csv.remark_without_value", Meaning, Warning,
        "dòng có ghi chú hoặc nguồn nhưng không có giá trị nên không được dùng; hãy điền giá trị, hoặc ghi trạng thái O nếu chưa có số liệu",
        "the row has a remark or source but no value and is not used; fill the value, or give status O if there is no figure yet";
    CsvBadBoolean = "csv.bad_boolean", Shape, Error,
        "`{value}` không phải có hoặc không; hãy ghi có/không, yes/no hoặc true/false",
        "`{value}` is neither yes nor no; write có/không, yes/no or true/false";
    CsvBadDate = "csv.bad_date", Shape, Error,
        "`{value}` không phải ngày có thật; hãy viết ngày/tháng/năm (31/12/2025), tháng/năm (12/2025), hoặc 2025-12-31, 2025-12, 2025",
        "`{value}` is not a real date; write day/month/year (31/12/2025), month/year (12/2025), or 2025-12-31, 2025-12, 2025";
    CsvNotNumber = "csv.not_a_number", Lexical, Error,
        "`{value}` không phải một số; hãy chỉ viết chữ số, ví dụ {example}; nếu chưa có số liệu thì để trống hoặc ghi trạng thái O",
        "`{value}` is not a number; write digits only, like {example}; if there is no figure yet leave it empty or give status O";
    CsvPercent = "csv.percent_sign", Lexical, Error,
        "`{value}` có dấu %; hãy chỉ viết số và ghi đơn vị ở cột `unit`",
        "`{value}` has a percent sign; write the number only and give the unit in column `unit`";
    CsvSpaces = "csv.spaces_in_number", Lexical, Error,
        "`{value}` có khoảng trắng trong số; hãy viết liền",
        "`{value}` has spaces inside the number; write it without";
    CsvUnitInNumber = "csv.unit_in_number", Lexical, Error,
        "`{value}` có chữ hoặc ký hiệu tiền; hãy chỉ viết số (đủ số 0, không viết tắt triệu, tỷ) và ghi đơn vị ở cột `unit`",
        "`{value}` has words or a currency sign; write the number only (in full, no million or billion) and give the unit in column `unit`";
    CsvExponent = "csv.exponent", Lexical, Error,
        "`{value}` là dạng rút gọn, có thể bảng tính đã làm tròn; hãy định dạng ô là số và lưu lại đủ chữ số",
        "`{value}` is in scientific notation, which a spreadsheet may have rounded; format the cell as a number and save all its digits";
    CsvAmbiguousNumber = "csv.ambiguous_number", Lexical, Error,
        "`{value}` có thể là {vi} (kiểu Việt Nam) hoặc {en} (kiểu Anh) và không ô nào trong tệp cho biết kiểu; hãy khai kiểu số khi đọc tệp, hoặc viết không có dấu phân nhóm",
        "`{value}` may be {vi} (Vietnamese style) or {en} (English style) and no cell of the file shows which; declare the number style when reading, or write it without grouping";
    CsvNumberStyle = "csv.number_style", Lexical, Error,
        "`{value}` không đúng kiểu số đã khai {style}; hãy sửa số này hoặc khai kiểu khác",
        "`{value}` is not in the declared number style {style}; correct it or declare the other style";
    CsvMixedStyles = "csv.mixed_number_styles", Lexical, Error,
        "`{value}` không cùng kiểu số với ô `{proof}` ở {place} (kiểu {style}); một tệp chỉ dùng một kiểu, hãy sửa một trong hai",
        "`{value}` is not in the style of `{proof}` at {place} (style {style}); a file keeps to one style, correct one of them";

    [sdmx] // SDMX-CSV.
    SdmxHeader = "sdmx.header", Shape, Error,
        "dòng đầu không phải của SDMX-CSV: cột đầu phải là STRUCTURE và cột thứ hai là STRUCTURE_ID; hãy lấy lại tệp ở dạng SDMX-CSV 2.0 hoặc 2.1",
        "the first row is not that of SDMX-CSV: STRUCTURE comes first and STRUCTURE_ID second; fetch the file again as SDMX-CSV 2.0 or 2.1";
    SdmxUnknownStructure = "sdmx.unknown_structure", Shape, Error,
        "`{value}` không phải loại cấu trúc; hãy ghi dataflow, datastructure hoặc dataprovision",
        "`{value}` is no kind of structure; write dataflow, datastructure or dataprovision";
    SdmxForeignStructure = "sdmx.foreign_structure", Meaning, Note,
        "tệp dùng cấu trúc `{id}`, không phải `{own}` của thư viện này; mã chỉ tiêu và đơn vị đo được giữ nguyên như trong tệp, hãy kiểm tra chúng với bộ tiêu chí",
        "the file uses structure `{id}`, not `{own}` of this library; codes of indicators and units are taken as they stand, check them against the criteria set";
    SdmxUnknownAction = "sdmx.unknown_action", Shape, Error,
        "`{value}` không phải thao tác của SDMX-CSV; hãy ghi R, M, A hoặc I, hoặc để trống",
        "`{value}` is no action of SDMX-CSV; write R, M, A or I, or leave it empty";
    SdmxDelete = "sdmx.delete", Meaning, Error,
        "dòng này yêu cầu xóa số liệu (D); tệp được đọc riêng nên không có gì để xóa, hãy bỏ dòng này",
        "this row asks to delete data (D); a file is read on its own and there is nothing to delete from, remove the row";
    SdmxUnknownColumn = "sdmx.unknown_column", Shape, Warning,
        "cột `{name}` không được đọc vì số liệu ở đây không có mục này; nếu cần, hãy ghi nội dung vào COMMENT_OBS",
        "column `{name}` is not read, the data here have no place for it; if it matters, put its content into COMMENT_OBS";
    SdmxUnknownDimension = "sdmx.unknown_dimension", Meaning, Error,
        "dòng này và dòng {first} chỉ khác nhau ở cột `{name}`, là cột không được đọc; hãy chỉ giữ những dòng của một giá trị `{name}`",
        "this row and row {first} differ only in column `{name}`, which is not read; keep the rows of one value of `{name}` only";
    SdmxManyValues = "sdmx.many_values", Shape, Error,
        "cột `{name}` có nhiều giá trị hoặc nhiều ngôn ngữ trong một ô; hãy xuất lại tệp với một giá trị mỗi ô",
        "column `{name}` holds several values or languages in one cell; export the file again with one value in a cell";
    SdmxUnknownStatus = "sdmx.unknown_status", Meaning, Error,
        "trạng thái `{value}` không được giữ ở đây nên con số có thể bị hiểu sai; chỉ dùng A, B, E, I, P, U, hoặc O, M khi không có số liệu: hãy ghi một trong các mã này hoặc bỏ dòng",
        "status `{value}` is not kept here, so the figure could be misread; use A, B, E, I, P, U, or O, M where there is no figure: write one of them or remove the row";
    SdmxStatusRead = "sdmx.status_read", Meaning, Warning,
        "trạng thái `{value}` (không có số liệu vì lý do riêng) được đọc là O, chưa có số liệu; lý do riêng không được giữ, hãy ghi vào COMMENT_OBS nếu cần",
        "status `{value}` (a missing value with a reason of its own) is read as O, missing; the reason is not kept, put it into COMMENT_OBS if it matters";
    SdmxMissingValue = "sdmx.missing_value", Meaning, Note,
        "`{value}` nghĩa là không có số liệu; trạng thái được đọc là O",
        "`{value}` means that there is no value; the status is read as O";
    SdmxPeriod = "sdmx.period", Meaning, Error,
        "`{value}` là quý, tuần hoặc khoảng thời gian, ở đây chỉ có năm, tháng và ngày; hãy ghi YYYY, YYYY-MM hoặc YYYY-MM-DD",
        "`{value}` is a quarter, a week or a range, here are only years, months and days; write YYYY, YYYY-MM or YYYY-MM-DD";
    SdmxMultiplier = "sdmx.multiplier", Meaning, Error,
        "UNIT_MULT `{value}` nghĩa là con số phải nhân với lũy thừa của 10; số không được nhân ngầm, hãy ghi đủ số và để UNIT_MULT là 0",
        "UNIT_MULT `{value}` means that the figure is to be multiplied by a power of ten; nothing is multiplied silently, write the full figure and UNIT_MULT 0";
    SdmxNoPlace = "sdmx.no_place", Shape, Error,
        "không biết tên hoặc loại của REF_AREA `{code}`; hãy thêm một dòng chỉ có REF_AREA, PLACE_NAME_VI và PLACE_KIND (province, urban_area, commune, new_urban_area, national)",
        "name or kind of REF_AREA `{code}` is not known; add a row with only REF_AREA, PLACE_NAME_VI and PLACE_KIND (province, urban_area, commune, new_urban_area, national)";
    SdmxNameOfLabel = "sdmx.name_of_label", Meaning, Note,
        "tên của REF_AREA `{code}` lấy từ nhãn `{name}`; ngôn ngữ của nhãn không được ghi trong tệp",
        "the name of REF_AREA `{code}` comes from its label `{name}`; the file does not say in which language labels are";
    SdmxNotCarried = "sdmx.not_carried", Meaning, Warning,
        "SDMX-CSV không chứa được {what}: {count} mục không có trong tệp ghi ra; hãy giữ tệp JSON, CSV hoặc sổ Excel gốc",
        "SDMX-CSV has no room for {what}: {count} of them are not in the file written; keep the original JSON, CSV or workbook";
    SdmxNoPeriod = "sdmx.no_period", Meaning, Warning,
        "{count} số liệu không có kỳ; SDMX đòi TIME_PERIOD cho mỗi số liệu, hệ thống khác có thể từ chối, hãy ghi kỳ của chúng",
        "{count} observations have no period; SDMX asks a TIME_PERIOD of each and other systems may refuse them, give their periods";
    SdmxReserved = "sdmx.reserved", Meaning, Warning,
        "`{value}` có nghĩa riêng trong SDMX-CSV; số liệu hoặc thuộc tính này không có trong tệp ghi ra, hãy đổi tên",
        "`{value}` has a meaning of its own in SDMX-CSV; this observation or attribute is not in the file written, rename it";
    SdmxFormula = "sdmx.formula", Lexical, Warning,
        "{count} ô chữ bắt đầu bằng =, +, - hoặc @: phần mềm bảng tính có thể coi là công thức; hãy nhập tệp như dữ liệu, đừng mở trực tiếp",
        "{count} texts begin with =, +, - or @: spreadsheet programs may take them for formulas; import the file as data, do not open it by a double click";

    [xlsx] // Workbooks.
    XlsxNotWorkbook = "xlsx.not_a_workbook", Lexical, Error,
        "tệp không phải sổ Excel (.xlsx) đọc được; hãy mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx",
        "the file is no readable workbook (.xlsx); open it in Excel or LibreOffice and save it again as .xlsx";
    XlsxOldOrLocked = "xlsx.old_or_locked", Lexical, Error,
        "đây là sổ Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy bỏ mật khẩu và lưu thành .xlsx",
        "this is a workbook of the old kind (.xls) or one with a password; remove the password and save it as .xlsx";
    XlsxTooLarge = "xlsx.too_large", Lexical, Error,
        "sổ quá lớn: {what} vượt giới hạn {most}; tệp như vậy không phải bảng số liệu của một địa phương, hãy chép số liệu sang mẫu mới",
        "the workbook is too large: {what} above the limit of {most}; no table of a place is like that, copy the data into a fresh template";
    XlsxBroken = "xlsx.broken_part", Lexical, Error,
        "phần `{part}` của sổ bị hỏng ({detail}); hãy mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx",
        "part `{part}` of the workbook is broken ({detail}); open it in Excel or LibreOffice and save it again as .xlsx";
    XlsxNoTable = "xlsx.no_table", Shape, Error,
        "không trang tính nào có bảng số liệu: trong 60 dòng đầu phải có dòng tên cột với `item`, `role`, `value`; hãy dùng mẫu, và đừng xóa dòng chữ xám",
        "no sheet has a table of data: among its first 60 rows one must name the columns, with `item`, `role`, `value`; use the template and keep its grey row";
    XlsxUnknownSheet = "xlsx.unknown_sheet", Shape, Note,
        "trang tính `{name}` không có bảng số liệu nên không được đọc; nếu có số liệu, hãy chép vào trang của mẫu",
        "sheet `{name}` has no table of data and is not read; if it holds data, copy them into a sheet of the template";
    XlsxTablesMissing = "xlsx.tables_missing", Shape, Warning,
        "mẫu có {expected} trang có bảng nhưng chỉ đọc được {found}; nếu một trang đã mất dòng chữ xám (tên cột) thì số liệu ở đó không được đọc",
        "the template has {expected} sheets with tables, {found} can be read; data of a sheet that lost its grey row of column names are not read";
    XlsxOtherSet = "xlsx.other_set", Meaning, Error,
        "sổ này lập cho bộ tiêu chí {found}, không phải {expected}; hãy dùng đúng mẫu hoặc chọn đúng bộ tiêu chí",
        "this workbook was made for {found}, not for {expected}; use the right template or name the right set";
    XlsxOtherRevision = "xlsx.other_revision", Meaning, Warning,
        "sổ này lập cho lần hiệu đính {found}, nay đánh giá theo {expected}; hãy kiểm tra các tiêu chí có thay đổi",
        "this workbook was made for revision {found} and is held against {expected}; check the criteria that changed";
    XlsxDoubledKey = "xlsx.doubled_key", Meaning, Error,
        "`{name}` ở đây là `{value}` nhưng ở {first} là `{other}`; hãy giữ lại một trang hướng dẫn",
        "`{name}` is `{value}` here and `{other}` at {first}; keep one sheet of instructions";
    XlsxStrayCell = "xlsx.stray_cell", Shape, Error,
        "`{value}` nằm ngoài các cột có tên; hãy xóa hoặc chuyển vào cột ghi chú",
        "`{value}` stands outside the named columns; remove it or move it to the column of notes";
    XlsxErrorCell = "xlsx.error_cell", Lexical, Error,
        "ô có lỗi {value}; hãy sửa công thức hoặc gõ giá trị",
        "the cell holds the error {value}; correct the formula or type the value";
    XlsxFormulaWithoutValue = "xlsx.formula_without_value", Lexical, Error,
        "ô có công thức nhưng tệp không lưu kết quả; hãy mở bằng Excel, tính lại rồi lưu, hoặc gõ giá trị",
        "the cell has a formula for which the file stores no result; open it in Excel, recalculate and save, or type the value";
    XlsxMerged = "xlsx.merged_cells", Shape, Error,
        "các ô từ đây đến {last} bị gộp, chỉ ô đầu còn giá trị; hãy bỏ gộp và điền từng ô",
        "the cells from here to {last} are merged, only the first keeps a value; unmerge them and fill each";
    XlsxHiddenRow = "xlsx.hidden_row", Shape, Warning,
        "dòng {row} bị ẩn nhưng có số liệu và vẫn được đọc; hãy hiện dòng này để kiểm tra",
        "row {row} is hidden, yet it holds data and is read; unhide it and check";
    XlsxHiddenColumn = "xlsx.hidden_column", Shape, Warning,
        "cột `{name}` bị ẩn nhưng có số liệu và vẫn được đọc; hãy hiện cột này để kiểm tra",
        "column `{name}` is hidden, yet it holds data and is read; unhide it and check";
    XlsxHiddenSheet = "xlsx.hidden_sheet", Shape, Warning,
        "trang tính `{name}` bị ẩn nhưng có số liệu và vẫn được đọc; hãy hiện trang này để kiểm tra",
        "sheet `{name}` is hidden, yet it holds data and is read; unhide it and check";
    XlsxPercentDoubt = "xlsx.percent_doubt", Lexical, Warning,
        "{value} được hiểu là {value} %; nếu ý là {shown} % hãy gõ {shown}, hoặc định dạng ô là phần trăm",
        "{value} is taken as {value} %; if {shown} % is meant, type {shown} or format the cell as a percentage";
    XlsxPercentFormat = "xlsx.percent_format", Lexical, Warning,
        "ô hiển thị {shown} % nhưng đơn vị là `{unit}`, nên được đọc là {value}; nếu không đúng hãy sửa định dạng và gõ lại số",
        "the cell shows {shown} %, its unit is `{unit}`, so it is read as {value}; if that is wrong, correct the format and type the number again";
    XlsxContradiction = "xlsx.contradiction", Meaning, Error,
        "`{id}` ({role}): ở đây ghi `{value}` nhưng số liệu chung ở {first} ghi `{other}`; hãy giữ một, hoặc để trống ô ở trang của tiêu chí",
        "`{id}` ({role}): `{value}` here, `{other}` in the shared figure at {first}; keep one, or clear the cell of the criterion";
    XlsxDateForNumber = "xlsx.date_for_number", Lexical, Error,
        "ô này cần một số nhưng bảng tính đã hiểu là ngày {value}; hãy định dạng ô là số rồi gõ lại",
        "a number is needed here, but the spreadsheet took it for the date {value}; format the cell as a number and type it again";

    [record] // Records.
    RecordBadDigest = "record.bad_digest", Shape, Error,
        "`{value}` không phải 64 chữ số thập lục phân viết thường; hãy lấy lại hồ sơ từ nơi lập",
        "`{value}` is not 64 hexadecimal digits in small letters; get the record again from where it was made";
    RecordNotCanonical = "record.not_canonical", Lexical, Warning,
        "tệp không còn đúng từng byte như khi được ghi ra (bị dàn lại hoặc sửa tay); nội dung vẫn được đọc, nhưng chữ ký và mã băm của tệp sẽ không khớp",
        "the file is not byte for byte as it was written (laid out again or edited); its content is read, but a signature or digest of the file will not match";
    RecordNoSalt = "record.no_salt", Meaning, Error,
        "hồ sơ không có chuỗi muối nên không thể che người liên hệ và liên kết nội bộ; hãy lập lại hồ sơ kèm bản công khai",
        "the record has no salt, so contact persons and internal links cannot be sealed; make the record again together with its public copy";
    RecordSealed = "record.sealed_not_compared", Meaning, Note,
        "{count} chỗ đã che trong hồ sơ không so được với số liệu đưa vào; muốn so cả những chỗ này hãy dùng hồ sơ đầy đủ",
        "{count} sealed texts of the record cannot be held against the data given; use the full record to compare these too";
    RecordOtherSet = "record.other_set", Meaning, Error,
        "hồ sơ lập theo {recorded}, không phải {found}; hãy dùng đúng bộ tiêu chí, phiên bản và lần hiệu đính",
        "the record was made with {recorded}, not with {found}; use that set, edition and revision";
    RecordSetDigest = "record.set_digest", Meaning, Error,
        "tệp tiêu chí {id} hiện có không phải tệp đã dùng: hồ sơ ghi SHA-256 {recorded}, tệp này là {found}; hãy tìm đúng tệp",
        "the file of {id} at hand is not the one that was used: SHA-256 {recorded} in the record, {found} here; find that file";
    RecordDataDigest = "record.data_digest", Meaning, Error,
        "số liệu trong hồ sơ đã bị thay đổi: mã băm ghi là {recorded}, tính lại là {found}; đừng dùng hồ sơ này",
        "the data in the record were changed: digest {recorded} recorded, {found} computed; do not rely on this record";
    RecordOtherData = "record.other_data", Meaning, Error,
        "số liệu đưa vào không phải số liệu của hồ sơ: mã băm phải là {recorded}, tính được {found}; hãy kiểm tra tệp và địa phương",
        "the data given are not those of the record: digest {recorded} expected, {found} computed; check the file and the place";
    RecordDiffers = "record.differs", Meaning, Error,
        "{node}, {field}: hồ sơ ghi {recorded}, tính lại ra {replayed} (số giá trị khác nhau: {count}); hồ sơ không đúng với số liệu và bộ tiêu chí của nó",
        "{node}, {field}: {recorded} recorded, {replayed} replayed (values that differ: {count}); the record does not follow from its data and set";
    RecordNotReplayable = "record.not_replayable", Meaning, Error,
        "không đánh giá lại được theo hồ sơ; các lỗi khác cho biết vì sao",
        "the record cannot be replayed; the other findings say why";
    RecordBadSignature = "record.bad_signature", Meaning, Error,
        "chữ ký không khớp với tệp hồ sơ và khóa này; tệp đã bị sửa, hoặc người khác ký",
        "the signature does not fit this record file and this key; the file was changed, or somebody else signed it";

    [programme] // Local reports of the programme and their rounds.
    ReportOtherOutline = "report.other_outline", Meaning, Error,
        "báo cáo theo đề cương `{found}`, ở đây cần `{expected}`; hãy dùng đúng đề cương",
        "the report is by outline `{found}`, `{expected}` is needed here; use that outline";
    ReportOtherRound = "report.other_round", Meaning, Warning,
        "báo cáo ghi đợt `{found}`, không phải đợt `{expected}`; hãy kiểm tra tệp có nộp nhầm đợt không",
        "the report says round `{found}`, not `{expected}`; see whether the file belongs to another round";
    ReportUnknownItem = "report.unknown_item", Meaning, Error,
        "đề cương không có mục `{value}` để ghi nội dung; các mục: {known}; hãy chuyển nội dung về đúng mục",
        "the outline has no item `{value}` for a text; its items: {known}; move the text to one of them";
    ReportUnknownCategory = "report.unknown_category", Meaning, Error,
        "`{value}` không phải nhóm kinh phí của đề cương; các nhóm: {known}; hãy chuyển dòng này về đúng nhóm",
        "`{value}` is no funding category of the outline; its categories: {known}; move the line to one of them";
    ReportUnknownFundSource = "report.unknown_fund_source", Meaning, Error,
        "`{value}` không phải loại nguồn vốn được dùng ở đây; các loại: {known}; nguồn không thuộc loại nào thì ghi `other`",
        "`{value}` is no class of funds used here; the classes: {known}; what fits none is `other`";
    ReportNegative = "report.negative_amount", Meaning, Error,
        "số tiền {value} {unit} là số âm; hãy sửa lại, khoản thu hồi không ghi thành số âm",
        "the amount {value} {unit} is negative; correct it, money returned is not entered as a negative amount";
    ReportFraction = "report.fraction_of_dong", Meaning, Error,
        "số tiền {value} {unit} lẻ dưới 1 đồng nên tổng không thể khớp đến đồng; hãy ghi số đã làm tròn đến đồng",
        "the amount {value} {unit} has a fraction of a đồng, so sums could not agree to the đồng; round it to whole đồng";
    ReportTooLarge = "report.amount_too_large", Meaning, Error,
        "số tiền {value} {unit} lớn hơn một tỷ tỷ đồng; hãy kiểm tra đơn vị tiền",
        "the amount {value} {unit} is more than 10^18 đồng; check its unit";
    ReportNoMoneyUnit = "report.amount_without_unit", Meaning, Error,
        "số tiền {value} không có đơn vị; hãy ghi đồng, triệu đồng hoặc tỷ đồng ở `unit`",
        "the amount {value} has no unit; say dong, trieu_dong or ty_dong in `unit`";
    ReportPartMissing = "report.part_missing", Meaning, Warning,
        "thiếu phần {item} ({title}); hãy bổ sung, hoặc khai rõ là không có nội dung",
        "part {item} ({title}) is missing; add it, or declare that there is nothing to say";
    ReportItemMissing = "report.item_missing", Meaning, Warning,
        "thiếu mục {item} ({title}); hãy bổ sung, hoặc khai rõ là không có nội dung",
        "item {item} ({title}) is missing; add it, or declare that there is nothing to say";
    ReportNothingButFilled = "report.nothing_but_filled", Meaning, Warning,
        "mục {item} vừa khai là không có vừa có nội dung; hãy giữ một trong hai",
        "item {item} is declared empty and has content as well; keep one of the two";
    ReportLate = "report.late", Meaning, Warning,
        "báo cáo ngày {day} là muộn: hạn ghi “{wording}”, ngày cuối cùng còn đúng hạn là {last}",
        "the report of {day} is late: the deadline says “{wording}”, the last day on time is {last}";
    ReportNoDay = "report.no_day", Meaning, Warning,
        "không có ngày nhận và ngày văn bản nên không biết báo cáo đúng hạn hay muộn; hãy ghi `received` hoặc `date`",
        "neither day of receipt nor day of the document is given, so it is not known whether the report is late; give `received` or `date`";
    ReportTotalDiffers = "report.total_differs", Meaning, Warning,
        "tổng ghi {stated} đồng nhưng {given} dòng có số liệu cộng lại là {sum} đồng, chênh {difference} đồng (số dòng chưa có số liệu: {missing}); hãy kiểm tra các dòng và tổng",
        "the total says {stated} đồng, the lines with an amount ({given}) add up to {sum}, a difference of {difference} (lines without: {missing}); check lines and total";
    ReportOverPlan = "report.disbursed_over_planned", Meaning, Warning,
        "`{project}` năm {year}: giải ngân {disbursed} đồng lớn hơn kế hoạch {planned} đồng; hãy kiểm tra hai số",
        "`{project}`, {year}: disbursed {disbursed} đồng, more than the {planned} planned; check both";
    ReportDoubledProject = "report.doubled_project", Meaning, Warning,
        "`{project}` năm {year} cùng nhóm, cùng nguồn vốn đã có ở {first}; nếu là một khoản thì giữ một dòng, cả hai dòng đang được cộng",
        "`{project}`, {year}, of the same category and source stands already at {first}; if it is one amount keep one line, both are added as it is";
    ReportPeriodOutside = "report.period_outside", Meaning, Warning,
        "kỳ báo cáo không nằm trọn trong kỳ của đợt ({from} đến {to}); hãy kiểm tra",
        "the period of the report does not lie within that of the round ({from} to {to}); check it";
    ReportYearOutside = "report.year_outside", Meaning, Warning,
        "`{project}`: năm {year} nằm ngoài kỳ của đợt ({from} đến {to}); hãy kiểm tra",
        "`{project}`: the year {year} lies outside the period of the round ({from} to {to}); check it";
    ReportUnitNotListed = "report.unit_not_listed", Meaning, Warning,
        "{name} (mã {code}) không có trong danh sách {count} đơn vị phải báo cáo của ngày {day}; hãy kiểm tra mã và ngày",
        "{name} (code {code}) is not among the {count} units that are asked, as listed on {day}; check code and day";
    ReportRecordMissing = "report.record_missing", Meaning, Error,
        "không có tệp hồ sơ `{file}` bên cạnh báo cáo; hãy gửi kèm hoặc bỏ khỏi báo cáo",
        "there is no record `{file}` beside the report; send it along or take it out of the report";
    ReportRecordDigest = "report.record_digest", Meaning, Error,
        "hồ sơ `{file}` không phải tệp mà báo cáo ghi: mã băm phải là {recorded}, tính được {found}; hãy tìm đúng tệp",
        "the record `{file}` is not the file that the report names: SHA-256 {recorded} expected, {found} computed; find that file";
    ReportRecordOtherUnit = "report.record_other_unit", Meaning, Error,
        "hồ sơ `{file}` là của {found}, không phải của {expected}; hãy kèm hồ sơ của đúng đơn vị",
        "the record `{file}` is of {found}, not of {expected}; attach a record of that unit";
    ReportReplacesUnnamed = "report.replaces_unnamed", Shape, Error,
        "không biết báo cáo nào được thay thế; hãy ghi `sha256`, hoặc cả `number` và `date` của báo cáo đó",
        "it is not said which report is replaced; give `sha256`, or both `number` and `date` of that report";
    ReportDoubledField = "report.doubled_field", Meaning, Error,
        "`{name}` đã có ở {first}, nên không rõ dòng này có phải của một báo cáo khác; nếu tệp có nhiều báo cáo, hãy điền cột `unit_code` ở mọi dòng và, khi một đơn vị có nhiều báo cáo, thêm cột `report_label` với một nhãn riêng cho mọi dòng của từng báo cáo (1, 2 hoặc số văn bản); nếu chỉ có một, hãy bỏ dòng thừa",
        "`{name}` stands already at {first}, so this row may belong to another report; where the file holds several, fill column `unit_code` in every row and, for several reports of one unit, add column `report_label` with a label of its own for all rows of each (1, 2, or the number of its document); where it is one, take out the row that is too many";
    ReportNoLabel = "report.no_label", Meaning, Error,
        "không biết dòng này thuộc báo cáo nào: các dòng khác của đơn vị có nhãn ở cột `report_label` (bắt đầu từ {first}); hãy ghi nhãn của báo cáo chứa dòng này",
        "it is not known which report this row belongs to: other rows of the unit have a label in column `report_label` (first at {first}); give the label of its report here as well";
    RoundReplaced = "round.report_replaced", Meaning, Note,
        "báo cáo này của {name} ({lines} dòng kinh phí, kế hoạch {planned} đồng, giải ngân {disbursed} đồng) được thay thế bằng {by}; không cộng",
        "this report of {name} ({lines} lines, {planned} đồng planned, {disbursed} disbursed) is replaced by {by} and not added";
    RoundReplacesUnknown = "round.replaces_unknown", Meaning, Warning,
        "báo cáo của {name} ghi thay thế báo cáo {what}, nhưng không có báo cáo nào như vậy của đơn vị; hãy kiểm tra số, ngày hoặc mã băm",
        "the report of {name} says that it replaces {what}, but there is no such report of the unit; check number, date or digest";
    RoundReplacesOther = "round.replaces_other_unit", Meaning, Warning,
        "báo cáo của {name} ghi thay thế báo cáo {what}, là báo cáo của đơn vị khác ({other}); không thay thế báo cáo nào, hãy sửa chỗ dẫn",
        "the report of {name} says that it replaces {what}, which is a report of another unit ({other}); it replaces nothing, correct the reference";
    RoundReplacedTwice = "round.replaced_twice", Meaning, Warning,
        "nhiều báo cáo khác nhau của {name} cùng thay thế một báo cáo ({of}): {files}; hãy để lại một báo cáo, hoặc ghi báo cáo nào thay báo cáo nào",
        "several reports of {name} that differ replace the same one ({of}): {files}; keep one of them, or say which replaces which";
    RoundReplacementCycle = "round.replacement_cycle", Meaning, Warning,
        "các báo cáo của {name} thay thế lẫn nhau theo vòng ({files}) nên không biết báo cáo nào thay báo cáo nào; hãy sửa chỗ dẫn",
        "reports of {name} replace each other in a circle ({files}), so it is not known which stands for which; correct the references";
    RoundMissing = "round.report_missing", Meaning, Warning,
        "{name} chưa gửi báo cáo",
        "{name} has sent no report";
    RoundUnreadable = "round.file_unreadable", Meaning, Warning,
        "tệp không đọc được (số lỗi: {count}), nên không có gì của tệp trong báo cáo tổng hợp; các lỗi nêu bên cạnh",
        "the file cannot be read (errors: {count}), so nothing of it is in the synthesis; its errors stand beside";
    RoundRefused = "round.report_refused", Meaning, Warning,
        "báo cáo của {name} có lỗi (số lỗi: {count}) nên chưa được cộng; hãy sửa rồi tổng hợp lại",
        "the report of {name} has errors ({count}) and is not added; correct it and make the synthesis again";
    RoundCopy = "round.report_copied", Meaning, Warning,
        "báo cáo của {name} trùng hoàn toàn với {first}; chỉ tính một lần",
        "the report of {name} is the same as {first}; it is counted once";
    RoundContradict = "round.reports_contradict", Meaning, Warning,
        "{name} có {count} báo cáo khác nhau ({files}); báo cáo này có {lines} dòng kinh phí, kế hoạch {planned} đồng, giải ngân {disbursed} đồng; chưa báo cáo nào được cộng, hãy bỏ ra báo cáo không đúng",
        "{name} has {count} reports that differ ({files}); this one has {lines} lines, {planned} đồng planned, {disbursed} disbursed; none is added, take out the wrong one";
    RoundUnknownParent = "round.unknown_parent", Meaning, Warning,
        "{name} không ghi tỉnh thuộc danh sách (mã tỉnh: {parent}), nên không biết nêu trong tỉnh nào; hãy ghi `parent`",
        "{name} names no province of the list (code: {parent}), so it is not known which province to show it in; give `parent`";
    RoundProjectOfSeveral = "round.project_of_several", Meaning, Warning,
        "dự án `{project}` ({how}) có trong báo cáo của nhiều đơn vị: {units}; số kế hoạch đang cộng vào số cả nước là {planned} đồng; hãy kiểm tra có tính trùng không",
        "project `{project}` ({how}) is in the reports of several units: {units}; {planned} đồng planned of it are in the national sums; see whether it is added twice";
    RoundProjectInProvince = "round.project_in_province", Meaning, Note,
        "dự án `{project}` ({how}) có trong báo cáo của tỉnh và của đơn vị trong tỉnh: {units}; chỉ số của tỉnh được cộng vào số cả nước ({planned} đồng kế hoạch)",
        "project `{project}` ({how}) is in the report of the province and of units inside it: {units}; only the province's amounts are in the national sums ({planned} đồng planned)";
    RoundDisbursedFell = "round.disbursed_fell", Meaning, Warning,
        "`{project}` năm {year}: giải ngân lũy kế của {name} ghi {now} đồng, đợt {round} ghi {before} đồng; số đã giải ngân không thể giảm, hãy kiểm tra",
        "`{project}`, {year}: {name} now reports {now} đồng disbursed, in round {round} it was {before}; what was disbursed cannot shrink, check it";
    RoundRecordsContradict = "round.records_contradict", Meaning, Warning,
        "{name} có nhiều hồ sơ cùng ngày {day} theo {set} mà cấp độ khác nhau ({files}); chưa hồ sơ nào được đếm",
        "{name} has records of the same day {day} by {set} with different levels ({files}); none of them is counted";
    RoundWording = "round.deadline_wording", Meaning, Error,
        "“{wording}” không khớp với quy tắc đã ghi; “trước ngày” là `before` (ngày đó đã muộn), “chậm nhất ngày” là `by` (ngày đó còn đúng hạn)",
        "“{wording}” is not the rule given; “trước ngày” is `before` (that day is late), “chậm nhất ngày” is `by` (that day is on time)";

    // Surveys of residents. What stands in a cell is never said back.
    VoiceRange = "voice.out_of_range", Meaning, Error,
        "{value} nằm ngoài khoảng từ {least} đến {most}; hãy sửa lại",
        "{value} is not from {least} to {most}; correct it";
    VoiceAnswers = "voice.answers", Meaning, Error,
        "các câu trả lời phải khác nhau, và phải có câu được tính (`counts: true`) lẫn câu không được tính; hãy sửa danh sách",
        "answers must differ from each other, some must count (`counts: true`) and some must not; correct the list";
    VoiceAskedOf = "voice.asked_of", Meaning, Error,
        "không có câu hỏi `{id}` ở phía trước; `asked_of` chỉ nêu được một câu hỏi đứng trước",
        "there is no earlier question `{id}`; `asked_of` names a question that stands before this one";
    VoiceColumnTwice = "voice.column_used_twice", Meaning, Error,
        "cột `{name}` được dùng hai lần trong bản mô tả; mỗi cột chỉ có một công dụng, hãy sửa",
        "column `{name}` is used twice in the description; give each column one use";
    VoicePersonal = "voice.personal_data", Meaning, Error,
        "cột `{name}` có vẻ chứa dữ liệu cá nhân ({kind}) mà khảo sát không cần; hãy xóa cột này khỏi tệp rồi đọc lại. Nội dung ô không được nêu lại ở đây",
        "column `{name}` seems to hold personal data ({kind}) that the survey does not need; delete the column from the file and read it again. What stands in the cell is not repeated here";
    VoiceNotRead = "voice.column_not_read", Meaning, Note,
        "cột `{name}` không có trong bản mô tả nên không được đọc; nếu không cần thì nên xóa khỏi tệp",
        "column `{name}` is not in the description and was not read; delete it from the file unless it is needed";
    VoiceUnknownAnswer = "voice.unknown_answer", Meaning, Error,
        "ô này không phải câu trả lời nào của câu hỏi `{question}`; hãy sửa ô, hoặc ghi câu trả lời đó vào `answers` hay `no_answer` của bản mô tả",
        "the cell is none of the answers of question `{question}`; correct it, or add the answer to `answers` or `no_answer` in the description";
    VoiceBadWeight = "voice.bad_weight", Lexical, Error,
        "trọng số phải là số lớn hơn 0, viết như {example}, tối đa 7 chữ số phần nguyên và 6 chữ số thập phân; hãy sửa ô này",
        "a weight is a number above 0, written like {example}, with at most 7 digits before the point and 6 after it; correct this cell";
    VoiceBadGroup = "voice.bad_group", Meaning, Error,
        "tên cụm để trống, hoặc tên dài quá {most} ký tự; mỗi dòng phải ghi cụm của mình, tên ngắn",
        "the cluster is not named, or a name is longer than {most} letters; name the cluster of each row, in few letters";
    VoiceTooManyGroups = "voice.too_many_groups", Meaning, Error,
        "quá nhiều tầng hoặc cụm khác nhau (tối đa 5.000 tầng và 200.000 cụm, ít cụm hơn khi có trên 20 câu hỏi); có lẽ bản mô tả chọn nhầm cột, hãy kiểm tra lại",
        "too many different strata or clusters (at most 5,000 and 200,000, fewer clusters with more than 20 questions); the description may name the wrong column, check it";
    VoiceRowTooLong = "voice.row_too_long", Lexical, Error,
        "dòng {row} dài quá {most} byte hoặc có quá 512 ô; có thể thiếu dấu nháy đóng, hãy sửa tệp",
        "row {row} has more than {most} bytes or 512 cells; a closing quote may be missing, correct the file";
    VoiceEncoding = "voice.encoding", Lexical, Error,
        "dòng {row} không phải UTF-8; hãy lưu lại tệp bằng UTF-8 (Excel: \"CSV UTF-8\")",
        "row {row} is not UTF-8; save the file again as UTF-8 (Excel: \"CSV UTF-8\")";
    VoiceUnasked = "voice.answered_unasked", Meaning, Warning,
        "{count} câu trả lời là của người không thuộc diện được hỏi câu này nên không được tính; hãy kiểm tra phiếu",
        "{count} answers are of people who were not to be asked this question and were not counted; check the forms";
    VoiceTooFew = "voice.too_few", Meaning, Warning,
        "câu hỏi `{question}` có dưới {least} câu trả lời nên không nêu số liệu nào",
        "question `{question}` has fewer than {least} answers, so no figure is given";
    VoiceOneCluster = "voice.one_cluster", Meaning, Warning,
        "mọi câu trả lời của câu hỏi `{question}` thuộc một cụm nên không tính được khoảng tin cậy; cần ít nhất hai cụm",
        "all answers to question `{question}` are of one cluster, so no interval can be given; at least two clusters are needed";
    // Milestones of the programme.
    MilestoneTarget = "milestone.target", Meaning, Error,
        "mốc loại `quantity` phải có `target`, loại khác thì không; hãy sửa loại hoặc mục tiêu",
        "a milestone of the kind `quantity` has a `target`, any other has none; correct kind or target";
    MilestoneUnknown = "milestone.unknown", Meaning, Error,
        "không có mốc `{id}`; hãy sửa mã",
        "there is no milestone `{id}`; correct the id";
    MilestoneNoValue = "milestone.no_value", Meaning, Error,
        "mốc `{id}` là một con số; hãy ghi `value` đã đạt",
        "milestone `{id}` is a number; give the `value` reached";
    MilestoneTwice = "milestone.stated_twice", Meaning, Error,
        "mốc `{id}` đã có lời khai cho ngày {date}; hãy giữ lại một",
        "milestone `{id}` has a statement of {date} already; keep one";

    // Pilots of the programme.
    PilotOtherSet = "pilot.other_set", Meaning, Error,
        "tệp này lập cho bộ `{found}`, ở đây dùng {expected}; hãy dùng đúng bộ tiêu chí",
        "the file was made for `{found}`, {expected} is used here; use that set";
    PilotLevel = "pilot.no_such_level", Meaning, Error,
        "bộ tiêu chí không có cấp độ {level}; cao nhất là {most}",
        "the set has no level {level}; the highest is {most}";
    PilotRange = "pilot.out_of_range", Meaning, Error,
        "{value} không dùng được: trọng số phải lớn hơn 0, tỷ lệ phải lớn hơn 0 và không quá 1",
        "{value} cannot be used: a weight is above 0, a share is above 0 and at most 1";
    PilotCondition = "pilot.no_such_condition", Meaning, Error,
        "không có điều kiện `{id}` nào được trả lời bằng lời khai; hãy sửa mã",
        "there is no condition `{id}` that a statement answers; correct the id";
    PilotTwice = "pilot.stated_twice", Meaning, Error,
        "điều kiện `{id}` của đơn vị `{unit}` đã có lời khai; hãy giữ lại một",
        "condition `{id}` of place `{unit}` has a statement already; keep one";
    PilotPeriods = "pilot.periods", Meaning, Error,
        "kỳ sau ({after}) phải bắt đầu sau khi kỳ trước ({before}) kết thúc; hãy sửa lại",
        "the period after ({after}) must begin after the one before ({before}) has ended; correct it";
    PilotOtherKind = "pilot.other_kind", Meaning, Error,
        "`{code}` thuộc loại {kind}, thí điểm thuộc loại {expected}; chỉ so sánh các đơn vị cùng loại, hãy bỏ ra",
        "`{code}` is of the kind {kind}, the pilot of {expected}; only places of one kind are compared, leave it out";
    PilotOwnComparator = "pilot.own_comparator", Meaning, Error,
        "`{code}` là chính thí điểm hoặc có hai lần trong các đơn vị so sánh; hãy bỏ ra",
        "`{code}` is the pilot itself or stands twice among the comparable places; leave it out";
    PilotNotRobust = "pilot.no_robustness", Meaning, Error,
        "không thử được độ vững của thứ hạng: {why}",
        "how far ranks hold cannot be tried: {why}";
    PilotOtherClass = "pilot.other_class", Meaning, Warning,
        "`{code}` khác loại đô thị với thí điểm; hãy cân nhắc có so sánh được không",
        "`{code}` is of another urban class than the pilot; consider whether it can be compared";
    PilotBorders = "pilot.borders_changed", Meaning, Warning,
        "`{code}` có ranh giới mới từ sau đầu kỳ {before}; chuỗi số liệu đứt đoạn, thay đổi không phải là xu hướng",
        "`{code}` has other borders since after {before} began; its series breaks, a change is no trend";

    // Priorities.
    PriorityOtherPlace = "priority.other_place", Meaning, Error,
        "khảo sát là của đơn vị `{found}`, kết quả là của `{expected}`; hãy dùng khảo sát của chính đơn vị",
        "the survey is of place `{found}`, the result of `{expected}`; use the survey of the place";
    PriorityUnknown = "priority.unknown", Meaning, Error,
        "`{id}` không phải tiêu chí hay nhóm của cách đánh giá này; hãy sửa mã",
        "`{id}` is neither a criterion nor a group of this scheme; correct the id";
    PriorityTwice = "priority.doubled", Meaning, Error,
        "`{id}` có hai lần trong các ưu tiên; hãy giữ lại một",
        "`{id}` stands twice among the priorities; keep one";
    [table] // Tables.
    TableUnknown = "table.unknown_table", Shape, Error,
        "không có bảng `{name}`; các bảng: {known}; hãy sửa tên tệp hoặc bỏ tệp này ra",
        "there is no table `{name}`; the tables: {known}; correct the file name or take the file out";
    TableDoubled = "table.doubled_table", Shape, Error,
        "bảng `{name}` được đưa vào hai lần; hãy giữ lại một",
        "table `{name}` is given twice; keep one";
    TableMissing = "table.missing_table", Shape, Error,
        "thiếu bảng này, bộ tiêu chí nào cũng cần nó; hãy thêm tệp",
        "this table is missing and every criteria set needs it; add the file";
    TableNoRows = "table.no_rows", Shape, Error,
        "bảng chưa có dòng nào mà bộ tiêu chí nào cũng cần ít nhất một; hãy điền bảng",
        "the table has no rows and every criteria set needs at least one; fill it in";
    TableUnknownColumn = "table.unknown_column", Shape, Error,
        "bảng này không có cột `{name}`; các cột: {known}; hãy sửa tên hoặc xóa cột",
        "this table has no column `{name}`; its columns: {known}; correct the name or remove the column";
    TableMissingCell = "table.missing_cell", Shape, Error,
        "dòng loại `{item}` không được để trống ô này; hãy điền",
        "a row of `{item}` must not leave this cell empty; fill it in";
    TableSpaces = "table.spaces", Lexical, Error,
        "`{value}` có khoảng trắng ở đầu hoặc cuối, mà chữ được giữ nguyên từng ký tự; hãy xóa khoảng trắng thừa",
        "`{value}` begins or ends with a space, and text is kept letter by letter; remove the space";
    TableEmptyItem = "table.empty_item", Shape, Error,
        "mục thứ {n} của danh sách trống; hãy xóa dấu chấm phẩy thừa hoặc điền mục này",
        "item {n} of the list is empty; remove the extra semicolon or fill the item in";
    TableDoubledItem = "table.doubled_item", Shape, Error,
        "`{value}` đứng hai lần trong danh sách; hãy giữ lại một",
        "`{value}` stands twice in the list; keep one";
    TableListLength = "table.list_length", Shape, Error,
        "danh sách này có {found} mục còn cột `{other}` có {expected}; hai danh sách đi đôi nên phải dài bằng nhau, hãy thêm hoặc bớt mục",
        "items here: {found}, in column `{other}`: {expected}; the lists belong together, make them equally long";
    TableDoubledRow = "table.doubled_row", Meaning, Error,
        "`{key}` đã có ở dòng {first}; hãy giữ lại một dòng",
        "`{key}` stands already in row {first}; keep one row";
    TableUnknownRef = "table.unknown_reference", Meaning, Error,
        "{what} `{id}` không có trong bảng {table}; hãy thêm vào bảng đó hoặc sửa lại ở đây",
        "{what} `{id}` is not in table {table}; add it there or correct it here";
    TableUnusedRow = "table.unused_row", Meaning, Error,
        "dòng này không được dùng vì {why}; hãy xóa dòng hoặc sửa cho khớp",
        "this row is not used because {why}; remove it or make it fit";
    TableMissingRow = "table.missing_row", Meaning, Error,
        "bảng {table} thiếu dòng `{key}` vì {why}; hãy thêm dòng này",
        "table {table} has no row `{key}`, but {why}; add the row";
    TableEmptyGroup = "table.group_without_criteria", Meaning, Error,
        "nhóm `{id}` không có tiêu chí nào nên không thể đứng trong cây; hãy xóa nhóm hoặc thêm tiêu chí",
        "group `{id}` has no criteria and cannot stand in the tree; remove it or add a criterion";
    TableConfidence = "table.confidence", Meaning, Error,
        "ghi `{found}` nhưng nguồn yếu nhất được dẫn là `{expected}`, mà nguồn yếu nhất quyết định; hãy sửa cho khớp",
        "it says `{found}`, but the weakest source cited is `{expected}` and the weakest decides; make them agree";
    TableCarried = "table.carried", Meaning, Error,
        "dòng ghi là lặp lại cấp độ dưới nhưng {why}; hãy sửa con số hoặc ghi `no`",
        "the row says that it repeats the level below, but {why}; correct the figure or say `no`";
    TableInputUnit = "table.input_unit", Meaning, Error,
        "đơn vị `{found}` khác đơn vị `{expected}` của tiêu chí, mà số nhập vào chính là giá trị; hãy ghi cùng một đơn vị",
        "unit `{found}` differs from the criterion's unit `{expected}`, yet what is entered is the value itself; give one unit";
    TableBadCondition = "table.bad_condition", Shape, Error,
        "`{value}` không phải điều kiện; hãy viết urban_class=3|4, hoặc centrally_run, heritage, special_factors với =true hay =false, mỗi thuộc tính một lần",
        "`{value}` is not a condition; write urban_class=3|4, or centrally_run, heritage, special_factors with =true or =false, each attribute once";
    TableRuleValue = "table.rule_value", Meaning, Error,
        "quy tắc `{key}` chỉ tính được với giá trị `{expected}`, ở đây là `{found}`; hãy sửa giá trị hoặc bỏ dòng này",
        "rule `{key}` can be computed with value `{expected}` only, found `{found}`; correct the value or leave the row out";
    TableRuleLevel = "table.rule_level", Meaning, Error,
        "quy tắc `{key}` phải là {expected}; hãy sửa cột này",
        "rule `{key}` must be {expected}; correct this column";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::text::{Lang, is_combining_mark};
    use alloc::collections::BTreeSet;

    fn names(template: &str) -> BTreeSet<&str> {
        template.split('{').skip(1).filter_map(|t| t.split_once('}').map(|(n, _)| n)).collect()
    }

    #[test]
    fn codes_are_unique_and_both_languages_name_the_same_values() {
        let unique: BTreeSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(unique.len(), Code::ALL.len());
        for code in Code::ALL {
            let (vi, en) = (code.template(Lang::Vi), code.template(Lang::En));
            assert_eq!(names(vi), names(en), "{code}");
            assert!(!vi.chars().any(is_combining_mark), "{code}");
        }
    }
}
