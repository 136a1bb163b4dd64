//! Every heading and sentence of the report's own, Vietnamese and English. `{name}` is replaced by the value at hand.

pub(crate) use crate::wording::capital;

crate::texts! {
    Yes: "có", "yes";
    No: "không", "no";
    Step: "bậc {n}", "step {n}";

    Basic: "cơ bản", "basic";
    Elective: "lựa chọn", "elective";

    // Head.
    Report: "Báo cáo đánh giá", "Assessment report";
    Place: "Địa phương", "Place";
    Members: "Gồm", "Members";
    Edition: "Phiên bản", "Edition";
    Scheme: "Cách đánh giá", "Scheme";
    AsOf: "Ngày đánh giá", "Assessed as of";
    DataTo: "Số liệu đến", "Data up to";
    Period: "Kỳ đánh giá", "Period";
    PreparedBy: "Người lập số liệu", "Data prepared by";
    Contents: "Nội dung", "Contents";
    Marks: "Đọc trước khi dùng kết quả", "Read this before using the result";
    OnlySelf: "Chỉ có kết quả tự đánh giá; chưa có minh chứng nào được thẩm định.",
        "Self-assessed only; no evidence has been reviewed.";
    BothStates: "Có kết quả tự đánh giá và kết quả đã thẩm định đặt cạnh nhau; không kết quả nào thay cho kết quả kia.",
        "Self-assessed and verified results stand side by side; neither replaces the other.";
    MarkEdition: "Phiên bản {set}; ngày đánh giá {date}; số liệu đến {data}.", "Edition {set}; assessed as of {date}; data up to {data}.";
    NoDataDate: "chưa có số liệu", "no data";
    ShortMarks: "{set} · {state} · ngày đánh giá {date} · số liệu đến {data}", "{set} · {state} · as of {date} · data up to {data}";
    AndState: "{one} và {other}", "{one} and {other}";
    ParameterChanged: "tham số {id} = {value} (mặc định {default})", "parameter {id} = {value} (default {default})";

    // Result.
    Result: "Kết quả", "Result";
    ScoreOf: "điểm {score}", "score {score}";
    ScoreUndecided: "chưa tính được điểm", "no score can be given";
    ScoreBetween: "điểm chưa xác định, từ {low} đến {high} tùy cách hiểu nguồn",
        "score undecided, {low} to {high} depending on how the source is read";
    Unrounded: "trước khi làm tròn {value}", "before rounding {value}";
    Fragile: "{n} tiêu chí sát ngưỡng", "{n} criteria are fragile";
    FragileOne: "{n} tiêu chí sát ngưỡng", "{n} criterion is fragile";
    NotAskedCount: "không hỏi loại địa phương này: {n}", "not asked of this kind of place: {n}";
    OutcomeChart: "Tiêu chí được hỏi, theo kết quả", "Criteria asked, by outcome";

    // Levels.
    Levels: "Cấp độ và điều kiện", "Levels and their conditions";
    LevelChart: "Các cấp độ: số đạt trên số được hỏi", "Levels: met of those asked";
    Verdict: "Kết luận và điều kiện", "Verdict and its conditions";
    VerdictChart: "Kết luận: phần đã có trên phần cần có", "Verdict: what is there of what is needed";
    LevelHead: "Cấp độ {level} – {title}", "Level {level} – {title}";
    LevelIsReached: "đạt", "reached";
    LevelNotReached: "chưa đạt", "not reached";
    LevelLegend: "Vạch đứng là phần cần đạt.", "The upright line is what is needed.";
    ScoreHead: "Điểm", "Score";
    ScoreChart: "Điểm trên thang điểm", "The score on its scale";
    PublishedIs: "đã công bố", "published";

    // What is not sure.
    Unsure: "Những điều chưa chắc chắn", "What is not sure";
    Range: "tùy số liệu còn thiếu, cấp độ từ {low} đến {high}.", "depending on the missing data, level {low} to {high}.";
    RangeSame: "số liệu còn thiếu không làm thay đổi cấp độ.", "the missing data cannot change the level.";
    RangeNoneMissing: "không thiếu số liệu của tiêu chí nào được hỏi.", "no criterion that is asked lacks data.";
    UnsureNoData: "Chưa có số liệu", "No data";
    UnsureUndecided: "Chưa xác định", "Undecided";
    UnsureSurvey: "Khảo sát chưa đủ kết luận", "Survey inconclusive";
    UnsureFragile: "Sát ngưỡng: hơn hoặc kém một đơn vị thì kết quả đổi", "Fragile: one unit more or less would change an outcome";
    NothingUnsure: "Không có tiêu chí nào thiếu số liệu, chưa xác định hoặc sát ngưỡng.", "No criterion lacks data, is undecided or fragile.";

    // Groups.
    Groups: "Kết quả theo nhóm", "Result by group";
    RadarLevels: "Tỷ lệ tiêu chí đạt ở cấp độ {level}, theo nhóm", "Share of criteria met at level {level}, by group";
    RadarMet: "Tỷ lệ tiêu chí đạt, theo nhóm", "Share of criteria met, by group";
    RadarPoints: "Tỷ lệ điểm đạt được trên điểm tối đa", "Share of the points that can be had";
    BarsOutcomes: "Tiêu chí được hỏi theo nhóm và kết quả (mỗi ô một tiêu chí)", "Criteria asked, by group and outcome (one box each)";
    BarsPoints: "Điểm đạt được theo nhóm", "Points by group";
    Group: "nhóm", "group";
    Total: "Toàn bộ", "All";
    MetOfAsked: "Số tiêu chí đạt trên số được hỏi, theo nhóm và cấp độ", "Criteria met of those asked, by group and level";
    MetOnce: "Số tiêu chí đạt trên số được hỏi, theo nhóm", "Criteria met of those asked, by group";
    MetHead: "đạt / được hỏi", "met / asked";
    PointsOfGroups: "Điểm theo nhóm", "Points by group";
    Points: "điểm", "points";
    ShareOfPoints: "tỷ lệ", "share";
    Undecided: "chưa xác định", "undecided";
    VerifiedBrackets: "Trong ngoặc: kết quả đã thẩm định, nơi khác kết quả tự đánh giá.", "In brackets: the verified result, where it is another.";
    NotAskedDash: "– : không có tiêu chí nào được hỏi.", "– : no criterion is asked.";

    // What fails.
    Failing: "Tiêu chí chưa đạt, theo lý do", "What is not met, by reason";
    FailingPoints: "Những gì còn thiếu", "What is missing";
    FailingNote: "Lý do là của cấp độ thấp nhất chưa đạt.", "The reason is that of the lowest level not met.";
    FailingVerified: "Kết quả đã thẩm định khác kết quả tự đánh giá ở các tiêu chí sau.", "The verified outcome differs for these criteria.";
    NothingFails: "Mọi tiêu chí được hỏi đều đạt.", "Every criterion that is asked is met.";
    LostPoints: "Nơi còn thiếu nhiều điểm nhất", "Where most points are missing";
    PlanOfSelf: "Tính từ kết quả tự đánh giá.", "Planned from the self-assessed result.";
    NothingLost: "Mọi tiêu chí được chấm đều có điểm tối đa.", "Every scored criterion has full points.";
    Lost: "còn thiếu", "missing";
    Criterion: "tiêu chí", "criterion";
    Value: "giá trị", "value";
    Level: "cấp độ", "level";
    LevelShort: "C{level}", "L{level}";
    ToReach: "ngưỡng", "threshold";
    Source: "nguồn", "source";
    CountedHead: "{sign} {label}: {n} tiêu chí", "{sign} {label}: {n} criteria";
    CountedOne: "{sign} {label}: 1 tiêu chí", "{sign} {label}: 1 criterion";

    // Plan.
    First: "Cần làm gì trước", "What to fix first";
    GapNeeds: "Điểm còn thiếu", "Points short";
    GapGains: "Điểm còn có thể tăng, nhiều nhất trước", "Points that could be gained, the largest first";
    GapPointsNote: "Kế hoạch tính với điểm tối đa của từng tiêu chí được nâng; nếu nâng nhiều tiêu chí hơn thì mỗi tiêu chí có thể tăng ít hơn.",
        "The plan counts with the most points of each criterion that rises; with more criteria each may rise less.";
    Gain: "tăng tối đa", "most gain";
    FullAt: "đủ điểm từ", "full points at";
    NextAt: "tăng ngay", "next gain";
    NextGain: "+{gain} ở {at}", "+{gain} at {at}";
    Needed: "cần", "needed";
    GapPapers: "Bổ sung số liệu và minh chứng", "Bring data and evidence";
    GapWork: "Cải thiện kết quả", "Improve results";
    Now: "hiện nay", "now";
    Goal: "cần đạt", "to reach";
    ToDo: "việc cần làm", "what to do";

    // Criteria.
    Criteria: "Bảng tiêu chí đầy đủ", "All criteria";
    CriteriaLegend: "C1, C2, … = ngưỡng của cấp độ 1, 2, …; dấu bên ngưỡng là kết quả ở cấp độ đó. … = còn chữ số phía sau. [n] = văn bản số n.",
        "L1, L2, … = threshold of level 1, 2, …; the sign beside it is the outcome at that level. … = more digits follow. [n] = document n.";
    PointsLegend: "… = còn chữ số phía sau. [n] = văn bản số n.", "… = more digits follow. [n] = document n.";
    Outcome: "kết quả", "outcome";
    Papers: "văn bản", "docs";
    NotAskedHere: "{sign} Không hỏi loại địa phương này ({n}): {names}", "{sign} Not asked of this kind of place ({n}): {names}";
    BothOutcomes: "tùy cách hiểu nguồn: thấp nhất {low}; cao nhất {high}", "depending on how the source is read: at least {low}; at most {high}";
    NotConsidered: "không xét theo {cites}", "not considered under {cites}";
    AskedOf: "yêu cầu", "asked";
    ValueOf: "năm {year}", "in {year}";
    FromLevel: "từ {level}", "from {level}";
    Reason: "lý do", "reason";
    OfPeriod: "kỳ {period}", "period {period}";

    // Documents and surveys.
    Documents: "Văn bản minh chứng", "Documents";
    NoDocuments: "Số liệu không kèm văn bản minh chứng nào.", "The data came without any document.";
    Document: "văn bản", "document";
    DocumentKind: "loại", "kind";
    ForCriteria: "cho tiêu chí", "for criteria";
    Review: "thẩm định", "review";
    NotReviewed: "chưa thẩm định", "not reviewed";
    Pages: "trang {pages}", "pages {pages}";
    Internal: "nội bộ", "internal";
    Public: "công khai", "public";
    Surveys: "Khảo sát", "Surveys";
    Survey: "khảo sát", "survey";

    // Published.
    Published: "Đối chiếu với kết quả đã công bố", "Beside the published result";
    Computed: "tính lại", "computed";
    PublishedValue: "đã công bố", "published";
    Difference: "chênh lệch", "difference";
    Agrees: "trong dung sai", "within tolerance";
    Tolerance: "Dung sai khi đối chiếu: {value}. Nguồn công bố: {sources}.", "Tolerance of the comparison: {value}. Published by: {sources}.";

    // Parameters.
    Parameters: "Tham số và độ nhạy", "Parameters and sensitivity";
    Parameter: "tham số", "parameter";
    Used: "đã dùng", "used";
    Default: "mặc định", "default";
    Basis: "căn cứ", "basis";
    Sensitivity: "Cấp độ thay đổi ra sao theo các tỷ lệ", "How the level depends on the shares";
    AllLevels: "mọi cấp độ", "all levels";

    // Method and sources.
    Method: "Cách tính và nguồn", "Method and sources";
    Step1: "Ghép số liệu: mỗi số liệu được gắn với tiêu chí, kiểm tra đơn vị, khoảng giá trị, kỳ và minh chứng.",
        "Bind: each figure is bound to its criterion; unit, range, period and evidence are checked.";
    Step2: "Tính giá trị: giá trị của tiêu chí được tính từ số liệu bằng số thập phân chính xác.",
        "Derive: the value of a criterion follows from the figures, in exact decimals.";
    Step3: "Xét: giá trị được so với ngưỡng của từng cấp độ, hoặc chấm điểm.", "Judge: the value is held against the thresholds, or scored.";
    Step4: "Số liệu còn thiếu: {rule}", "Missing data: {rule}";
    Step5: "Tổng hợp: {rule}.", "Aggregate: {rule}.";
    Step6: "Làm tròn: {rule}.", "Round: {rule}.";
    NoRounding: "không làm tròn ở bước nào", "nothing is rounded at any step";
    RoundingAsStated: "theo đúng phiên bản quy định", "as the edition says";
    Step7: "Cấp độ: cấp độ cao nhất thỏa mọi điều kiện nêu ở phần trên.", "Level: the highest one whose conditions, given above, all hold.";
    Step7None: "Cấp độ: cách đánh giá này không có cấp độ.", "Level: this scheme has no levels.";
    Step8: "Giải thích: mỗi kết quả kèm số liệu, ngưỡng, lý do và nguồn.", "Explain: every outcome comes with figures, thresholds, reason and source.";
    MissingParts: "Những phần của văn bản gốc còn thiếu trong bộ tiêu chí", "What of the source regime is missing in this set";
    SourceList: "Nguồn đã dẫn", "Sources cited";
    HowRead: "cách đọc", "how it was read";
    Clauses: "điều khoản (tiêu chí)", "clauses (criteria)";
    Issued: "ban hành {date}", "issued {date}";
    ForParameters: "tham số", "parameters";

    // Findings and software.
    Findings: "Cảnh báo và lưu ý về số liệu", "Warnings and notes on the data";
    NoFindings: "Không có cảnh báo nào ngoài những điều nêu ở đầu báo cáo.", "None beyond what stands at the top of the report.";
    Severity: "mức", "severity";
    Warning: "cảnh báo", "warning";
    Note: "lưu ý", "note";
    Where: "vị trí", "place in the file";
    What: "nội dung", "what";
    Software: "Phần mềm", "Software";
    SoftwareIs: "Báo cáo do dothi {version} lập từ bộ tiêu chí {set}. Cùng số liệu, cùng bộ tiêu chí cho cùng kết quả đến từng chữ số trên mọi máy.",
        "Made by dothi {version} with criteria set {set}. The same data and the same set give the same digits on every machine.";
    DataDigests: "Mã băm SHA-256 của số liệu (lệnh `dothi digest` cho cùng mã khi số liệu giống hệt):",
        "SHA-256 of the data (`dothi digest` gives the same for the same data):";

    // Scorecard.
    Scorecard: "Phiếu đánh giá", "Scorecard";
    Evidence: "minh chứng", "evidence";
    NoPartInLevel: "không ảnh hưởng cấp độ", "no effect on the level";
    PlainDone: "Đã làm được", "What is done";
    PlainNot: "Chưa làm được", "What is not done";
    PlainBest: "Gần mức tối đa nhất", "Closest to the maximum";
    PlainWorst: "Xa mức tối đa nhất", "Furthest from the maximum";
    PlainMissing: "Thiếu số liệu ở đâu", "Where data are missing";
    PlainMissingCount: "{n} trên {all} tiêu chí chưa có số liệu.", "{n} of {all} criteria have no data.";
    PlainNotJudged: "Bộ tiêu chí này chỉ theo dõi số liệu, không xét đạt hay không đạt.", "This set only shows figures; nothing is judged met or not met.";
    PlainRule: "Nêu trước tiêu chí quyết định cấp độ, mỗi nhóm một tiêu chí; đầy đủ ở bảng tiêu chí.",
        "Criteria that decide the level come first, one of each group; all of them stand in the table of criteria.";
    PlainRulePoints: "Theo tỷ lệ điểm, mỗi nhóm một tiêu chí; đầy đủ ở bảng tiêu chí.",
        "By share of points, one of each group; all of them stand in the table of criteria.";
    PlainRuleOrder: "Theo thứ tự của bộ tiêu chí, mỗi nhóm một tiêu chí; đầy đủ ở bảng tiêu chí.",
        "In the order of the set, one of each group; all of them stand in the table of criteria.";
    PlainHas: "hiện có {value}", "now {value}";
    PlainAsked: "yêu cầu {asked}", "asked {asked}";
    Supposed: "GIẢ ĐỊNH, KHÔNG PHẢI KẾT QUẢ", "WHAT-IF, NOT A RESULT";
    IfSo: "Nếu đúng như giả định: {said}", "If it were so: {said}";

    // Several places.
    Compared: "So sánh {n} địa phương", "{n} places compared";
    State: "trạng thái", "state";
    ReachedLevel: "kết quả", "result";
    Rank: "thứ hạng trong {n} địa phương này", "rank among these {n} places";
    CriteriaWord: "số tiêu chí", "criteria";
    RankNote: "Thứ hạng chỉ là thứ tự theo điểm tính lại trong {n} địa phương này, không phải thứ hạng toàn quốc; điểm bằng nhau cùng thứ hạng.",
        "The rank is only the order by recomputed score among these {n} places, not a national one; equal scores share a rank.";
    NotRanked: "Cấp độ không được xếp hạng; thứ tự là thứ tự trong tệp.", "Levels are not ranked; the order is that of the file.";
    NotRankedHere: "Không xếp hạng; thứ tự là thứ tự trong tệp.", "Nothing is ranked; the order is that of the file.";
    UnscoredGroups: "Nhóm không có tiêu chí nào được chấm không ghi ở đây: {n}.", "Groups without a scored criterion are left out here: {n}.";
    OtherKinds: "Các địa phương khác loại không so được với nhau: mỗi loại được hỏi những tiêu chí khác nhau.",
        "Places of different kinds cannot be held against each other: each kind is asked other criteria.";
    ScoreBars: "Điểm của các địa phương", "Scores of the places";
    CommonParts: "Phần chung", "Common part";
    PageOf: "Trang", "Page";
}
