//! Every heading and sentence of the output, Vietnamese and English. `{name}` is replaced by the value at hand.

pub(crate) use dothi::capital;

dothi_report::texts! {
    // Faults.
    Error: "Lỗi", "Error";
    WrongCommandLine: "Dòng lệnh không đúng (chi tiết bằng tiếng Anh dưới đây; xem thêm: dothi --help):", "The command line is wrong:";
    NoSuchFormat: "lệnh {command} không có định dạng {format}; hãy chọn: {known}", "{command} has no format {format}; choose one of: {known}";
    OneFormat: "lệnh {command} chỉ có một định dạng; hãy bỏ --format {format}", "{command} has one format only; leave out --format {format}";
    NotFound: "không tìm thấy tệp hoặc thư mục", "no such file or folder";
    NotAllowed: "không có quyền đọc hoặc ghi", "no permission to read or write";
    NoClock: "đồng hồ hệ thống sai; hãy cho ngày đánh giá bằng --as-of", "the system clock is wrong; give the day with --as-of";
    InputTwice: "đầu vào chuẩn (-) chỉ đọc được một lần", "standard input (-) can be read only once";
    NoSuchCriterion: "bộ {set} không có tiêu chí `{id}`; xem: dothi show {set}", "{set} has no criterion `{id}`; see: dothi show {set}";
    NotInScheme: "cách đánh giá {scheme} không có tiêu chí `{id}`", "scheme {scheme} has no criterion `{id}`";
    NoSuchUnit: "không có địa phương nào mang mã `{code}`; trong tệp có: {known}", "no place has the code `{code}`; the files have: {known}";
    NoCities: "không có địa phương nào trong tệp", "there is no place in the files";
    KindNotJudged: "bộ {set} không đánh giá loại `{kind}`; các loại được đánh giá: {known}", "{set} does not judge `{kind}`; it judges: {known}";
    TableOfASet: "--frictionless cần một bộ tiêu chí, ví dụ: dothi schema vn-ssc --frictionless", "--frictionless needs a set, such as: dothi schema vn-ssc --frictionless";
    NoTables: "không có tệp .csv nào trong thư mục", "there is no .csv file in the folder";
    WorkbookToTerminal: "sổ .xlsx không in ra màn hình được; hãy ghi ra tệp bằng -o TỆP.xlsx", "a workbook cannot be shown on a terminal; write it to a file with -o FILE.xlsx";
    NoSuchEnding: "đuôi của `{name}` không cho biết định dạng; hãy dùng: {known}", "the ending of `{name}` names no format; use one of: {known}";
    OneFormEach: "mẫu của bộ tiêu chí chỉ chứa một địa bàn; hãy chọn bằng --unit, hoặc bỏ --set để có một bảng chung",
        "the form of a set holds one place; choose it with --unit, or leave out --set for one table of all";
    ExportNeeds: "--as {format} cần: {needed}", "--as {format} takes: {needed}";
    OneResultEach: "tài liệu OSCAL chứa kết quả của một địa bàn; hãy chọn bằng --unit", "an OSCAL document holds the result of one place; choose it with --unit";
    NoSuchScheme: "bộ {set} không có cách đánh giá `{id}`; có: {known}", "{set} has no scheme `{id}`; it has: {known}";
    ReportOrFormat: "--report ghi tệp, không đi cùng --format {format}", "--report writes a file; leave out --format {format}";
    ReportEnding: "{path}: tên tệp báo cáo phải kết thúc bằng .html hoặc .docx", "{path}: the name of a report ends in .html or .docx";
    ReportWritten: "Đã ghi báo cáo: {path}", "Report written: {path}";
    UnknownCost: "không có tiêu chí `{id}` để đặt chi phí", "there is no criterion `{id}` to give a cost to";

    RoundOutline: "đợt {round} theo đề cương {found}, không phải {expected}; hãy cho đề cương bằng --outline", "round {round} is by outline {found}, not {expected}; give the outline with --outline";
    OneReport: "tệp có nhiều báo cáo ({known}); hãy chọn bằng --unit", "the file holds several reports ({known}); choose one with --unit";
    NoAnswers: "báo cáo này không trả lời được tiêu chí nào của {set}", "this report answers no criterion of {set}";
    ReportComplete: "Đủ các phần bắt buộc của đề cương", "Every part that the outline asks is there";
    ReportIncomplete: "Còn thiếu phần hoặc mục của đề cương", "Parts or items of the outline are missing";
    ReportDigest: "Mã băm của báo cáo (để báo cáo sửa ghi thay thế): {digest}", "Digest of the report (for a corrected one to name): {digest}";
    ReportPunctuality: "; {word}", "; {word}";
    RoundCame: "Phải báo cáo {asked}: được cộng {reported} (muộn {late}), chưa gửi {missing}, mâu thuẫn {contradictory}, có lỗi {refused}",
        "Asked {asked}: counted {reported} (late {late}), nothing sent {missing}, contradictory {contradictory}, with errors {refused}";
    RoundReading: "Đọc báo cáo", "Reading reports";
    RoundAssessing: "Đánh giá", "Assessing";
    RoundWriting: "Ghi báo cáo tổng hợp", "Writing the synthesis";
    RoundPlaces: "{round}: {n} đơn vị có số liệu, đánh giá {judged}, ngoài phạm vi {out}, có lỗi {faulty}",
        "{round}: {n} places with data, {judged} assessed, {out} out of scope, {faulty} with errors";
    NoRounds: "thư mục {path} không có thư mục con nào chứa round.json", "{path} has no folder with a round.json";
    RoundSum: "{dong} đồng (số dòng chưa có số liệu: {missing})", "{dong} VND (lines without data: {missing})";
    NoFigures: "chưa có số liệu", "no data";
    Planned: "Kế hoạch", "Planned";
    Disbursed: "Giải ngân", "Disbursed";
    RoundAgrees: "Đối soát: khớp đến đồng", "Reconciliation: agrees to the đồng";
    RoundDisagrees: "Đối soát: KHÔNG KHỚP, không dùng các tổng này", "Reconciliation: DOES NOT AGREE, do not use these sums";
    RoundAnomalies: "Muộn, thiếu, trùng, mâu thuẫn: {n}", "Late, missing, doubled, contradictory: {n}";

    // Answers.
    Yes: "có", "yes";
    No: "không", "no";

    // Sets.
    EmbeddedSets: "Các bộ tiêu chí có sẵn", "Embedded criteria sets";
    Set: "bộ tiêu chí", "set";
    Title: "tên", "title";
    Status: "tình trạng", "status";
    Stage: "giai đoạn", "stage";
    Official: "theo văn bản chính thức", "from the official text";
    Reported: "theo bản chép hoặc báo chí", "from a transcription or the press";
    Reference: "tham khảo, không chính thức", "reference, not official";
    Draft: "bản dự thảo, còn có thể sửa", "draft, may still change";
    Released: "bản phát hành, không bao giờ sửa", "released, never changes";
    Criteria: "tiêu chí", "criteria";
    TierCount: "{all} ({basic} cơ bản, {elective} lựa chọn)", "{all} ({basic} basic, {elective} elective)";
    Sources: "nguồn", "sources";
    SourceCount: "{all} ({primary} đọc văn bản gốc hoặc quy ước riêng, {mirror} đọc bản chép, {secondary} theo báo chí, tóm tắt)",
        "{all} ({primary} official texts or own conventions, {mirror} transcriptions, {secondary} press or summaries)";
    Honesty: "lưu ý", "note";
    Issuer: "nơi ban hành", "issuer";
    Published: "ban hành", "published";
    Effective: "hiệu lực", "in force";
    AppliesFrom: "áp dụng từ (quy ước)", "applies from (by convention)";
    Kinds: "đánh giá", "judges";
    MissingParts: "Những phần còn thiếu", "What is missing here";
    Notes: "Ghi chú", "Notes";
    Parameters: "Tham số", "Parameters";
    SchemeHead: "Cách đánh giá: {title} ({id})", "Scheme: {title} ({id})";
    NoLevels: "Không có cấp độ.", "No levels.";
    MonitorOnly: "chỉ theo dõi, không tính", "shown, never counted";
    OfPoints: "tối đa {max} điểm", "up to {max} points";
    Weight: "trọng số {weight}", "weight {weight}";
    Goalposts: "0 điểm ở {worst}, đủ điểm ở {best}", "no points at {worst}, full points at {best}";
    Level: "cấp độ {level}", "level {level}";
    CarriedFrom: "giữ từ cấp độ {level}", "carried from level {level}";
    Basic: "cơ bản", "basic";
    Elective: "lựa chọn", "elective";
    Question: "câu hỏi", "question";
    AppliesTo: "áp dụng cho", "asked of";
    Inputs: "Số liệu cần nhập", "What a city enters";
    Judged: "Cách đánh giá", "How it is judged";
    Evidence: "Minh chứng", "Evidence";
    Required: "bắt buộc", "required";
    DefinedBy: "Định nghĩa theo", "Defined by";
    Steps: "Các bậc", "Steps";
    EncoderNote: "ghi chú của nhóm biên soạn (tiếng Anh)", "remark of the encoders";
    SurveyBound: "khảo sát: cận dưới của khoảng Wilson, z = {z}", "survey: lower bound of the Wilson interval, z = {z}";
    OtherCriteria: "Tiêu chí khác", "Other criteria";
    ThresholdCount: "ngưỡng: {all}, trong đó {assumed} là giả định, {own} là con số chính thức nhưng cách dùng của bộ tiêu chí",
        "thresholds: {all}, of these {assumed} are assumptions, {own} are official figures whose use here is this set's own";
    OwnUse: "cách dùng của bộ tiêu chí", "its use here is this set's own";
    UrbanClass: "loại đô thị", "urban class";
    CentrallyRun: "trực thuộc trung ương", "centrally run";
    Heritage: "đô thị di sản", "heritage";
    SpecialFactors: "yếu tố đặc thù", "special factors";
    RoleValue: "giá trị", "value";
    RoleNumerator: "tử số", "numerator";
    RoleDenominator: "mẫu số", "denominator";
    Role: "vai trò", "role";
    UnitOfMeasure: "đơn vị", "unit";
    Domain: "giới hạn", "accepted";
    WholeNumber: "số nguyên", "whole number";
    Within: "không vượt {role}", "not above {role}";
    OwnPeriod: "kỳ riêng", "period of its own";
    Asked: "ngưỡng", "asked";
    RestsOn: "căn cứ", "rests on";
    Source: "nguồn", "source";
    HowRead: "cách đọc", "how read";
    MemberOne: "gồm một xã, phường", "made of one commune";
    MemberSeveral: "gồm nhiều xã, phường", "made of several communes";
    Core: "cốt lõi", "core";
    Advanced: "nâng cao", "advanced";
    TierCountCore: "{all} ({core} cốt lõi, {advanced} nâng cao)", "{all} ({core} core, {advanced} advanced)";
    MinimumIs: "tối thiểu {value}", "minimum {value}";
    MaximumIs: "tối đa {value}", "maximum {value}";
    ReliefIs: "tối thiểu được giảm {value} [{places}]", "lowered minimum {value} [{places}]";
    ByRule: "theo quy định", "by the rule";
    RoundingUnclear: "số nguyên, ít nhất 1; nguồn không nói rõ cách làm tròn", "a whole number, at least 1; the source does not say how it is rounded";
    OnePoint: "1 điểm", "1 point";
    PointsAre: "{points} điểm", "{points} points";
    BelowSteps: "dưới bậc thấp nhất: nguồn không nói rõ cho một số nơi", "below the lowest step: the source does not say for some places";
    FromEdge: "từ {edge}", "from {edge}";
    FromShare: "từ {edge} % mục tiêu", "from {edge} % of the target";
    Target: "mục tiêu {value}", "target {value}";
    RangeIs: "từ {low} đến {high} (thấp hơn: {below}; cao hơn: {above})", "{low} to {high} (below: {below}; above: {above})";
    RangeMet: "đạt", "met";
    RangeNotMet: "không đạt", "not met";
    SourceSilent: "nguồn không nói rõ", "the source does not say";
    PrintedAs: ", nguồn in: {printed}", ", printed: {printed}";
    PartNo: "phần {n}", "part {n}";
    ReadingNo: "cách đọc {n}", "reading {n}";
    NeedsRecognition: "cần văn bản công nhận", "needs a document of recognition";
    CombineAny: "đạt khi ít nhất một phần đạt", "met when one part is met";
    CombineAll: "đạt khi mọi phần đều đạt", "met when all parts are met";
    CombineAtLeast: "đạt khi ít nhất {n} trong {parts} phần đạt", "met when at least {n} of {parts} parts are met";
    CombineReadings: "nguồn có {parts} cách đọc; chỉ kết luận khi mọi cách đọc cho cùng kết quả", "the source has {parts} readings; decided only where all agree";
    CombineSum: "cộng điểm của những phần được chấm", "the points of the parts that are scored are added";
    OnlyWhere: "chỉ áp dụng cho", "applies only to";
    DirectionMore: "càng cao càng tốt", "higher is better";
    DirectionLess: "càng thấp càng tốt", "lower is better";
    DirectionIs: "chiều", "direction";
    InferredDirection: "{direction} (suy luận, nguồn không nêu; không dùng để đánh giá)", "{direction} (inferred, the source states none; never judged by)";
    NotReadInSource: "† không đọc từ chính nguồn", "† not read in the source itself";
    NotReadLegend: "† có trường không đọc từ chính nguồn; xem từng tiêu chí.", "† some fields were not read in the source itself; see the criterion.";
    SchemeJudgesOnly: "chỉ đánh giá {kinds}", "judges only {kinds}";
    SchemeVerdict: "Chỉ có kết luận đạt hoặc không đạt, không phải cấp độ.", "There is only a verdict, met or not met, and no level.";
    SchemeVerdictHead: "Kết luận – {title}", "Verdict – {title}";
    SchemeComparesWith: "giá trị năm {year} được nêu bên cạnh, không dùng để đánh giá", "the values of {year} are shown beside, nothing is judged by them";
    SchemeBand: "tỷ lệ điểm từ {edge}: {title}", "share from {edge}: {title}";
    SchemeNotConsidered: "không xét {criterion} [{places}], được điểm theo quy định", "{criterion} is not considered [{places}] and gets the points of the rule";
    SchemeUnclear: "nguồn không nói rõ: {title}", "the source does not say: {title}";
    SetFooter: "Xem một tiêu chí: dothi show {set} MÃ. Trang đầy đủ: dothi show {set} --format md", "One criterion: dothi show {set} ID. The full page: dothi show {set} --format md";

    // Findings.
    SeverityError: "lỗi", "error";
    SeverityWarning: "cảnh báo", "warning";
    SeverityNote: "lưu ý", "note";
    IsCriteria: "tệp tiêu chí {id}", "criteria file {id}";
    IsCities: "số liệu của {n} địa phương", "data of {n} places";
    MissingCount: "những phần biết là còn thiếu: {n} mục", "parts known to be missing: {n}";
    NothingFound: "không có lỗi", "nothing found";
    FoundCount: "lỗi: {errors}, cảnh báo: {warnings}, lưu ý: {notes}", "errors: {errors}, warnings: {warnings}, notes: {notes}";
    AgainstSet: "đã kiểm tra với {set}, ngày đánh giá {date}", "checked against {set} as of {date}";
    NotAgainstSet: "chưa kiểm tra với bộ tiêu chí nào; thêm --set", "not checked against a set; add --set";

    // Results.
    AsOf: "ngày đánh giá {date}", "as of {date}";
    DataTo: "số liệu đến {date}", "data up to {date}";
    Scheme: "cách đánh giá: {title}", "scheme: {title}";
    PreparedBy: "người lập số liệu: {who}", "data prepared by {who}";
    ParameterChanged: "tham số {id} = {value} (mặc định {default})", "parameter {id} = {value} (default {default})";
    Score: "điểm", "score";
    ScoreOf: "điểm {score}", "score {score}";
    ScoreBetween: "điểm chưa xác định, từ {low} đến {high} tùy cách hiểu nguồn", "score undecided, {low} to {high} depending on how the source is read";
    ScoreUndecided: "chưa tính được điểm", "no score can be given";
    Unrounded: "trước khi làm tròn {value}", "before rounding {value}";
    Range: "tùy số liệu còn thiếu, cấp độ từ {low} đến {high}", "depending on the missing data, level {low} to {high}";
    LevelHead: "Cấp độ {level} – {title}", "Level {level} – {title}";
    VerdictHead: "Điều kiện", "Conditions";
    BothOutcomes: "tùy cách hiểu nguồn: thấp nhất {low}; cao nhất {high}", "depending on how the source is read: at least {low}; at most {high}";
    NotConsidered: "không xét theo {cites}", "not considered under {cites}";
    AskedOf: "yêu cầu", "asked";
    ValueOf: "năm {year}", "in {year}";
    Result: "kết quả", "result";
    LevelIsReached: "đạt", "reached";
    LevelNotReached: "chưa đạt", "not reached";
    Conditions: "Điều kiện của từng cấp độ", "Conditions of each level";
    CriteriaHead: "Tiêu chí", "Criteria";
    Criterion: "tiêu chí", "criterion";
    Value: "giá trị", "value";
    Points: "điểm", "points";
    LevelShort: "C{level}", "L{level}";
    Outcome: "kết quả", "outcome";
    LegendLevels: "C1, C2, … = ngưỡng của cấp độ 1, 2, …; dòng nhóm: số tiêu chí đạt trên số được hỏi. … = còn chữ số phía sau.",
        "L1, L2, … = threshold of level 1, 2, …; group rows: criteria met of those asked. … = more digits follow.";
    LegendAsked: "Dòng nhóm: số tiêu chí đạt trên số được hỏi, hoặc điểm trên điểm tối đa. a–b = tùy cách hiểu nguồn. … = còn chữ số phía sau.",
        "Group rows: criteria met of those asked, or points of maximum points. a–b = depending on how the source is read. … = more digits follow.";
    LegendShown: "… = còn chữ số phía sau.", "… = more digits follow.";
    LegendPoints: "Dòng nhóm: điểm trên điểm tối đa. … = còn chữ số phía sau.", "Group rows: points of maximum points. … = more digits follow.";
    LegendStates: "Chỉ có một kết quả: tự đánh giá và thẩm định như nhau.", "A single outcome: self-assessed and verified are the same.";
    NotAskedHere: "{outcome} cho loại địa bàn này ({n}): {labels}", "{outcome} to this kind of place ({n}): {labels}";
    FromLevel: "từ {level}", "from {level}";
    Total: "Toàn bộ", "All";
    Undecided: "chưa xác định", "undecided";
    Warnings: "Cảnh báo và lưu ý", "Warnings and notes";
    PublishedHead: "Đối chiếu với kết quả đã công bố", "Beside the published result";
    Fragile: "{n} tiêu chí sát ngưỡng", "{n} criteria are fragile";
    FragileOne: "{n} tiêu chí sát ngưỡng", "{n} criterion is fragile";

    // Several cities.
    Compared: "So sánh {n} địa phương", "{n} places compared";
    UnitCode: "mã", "code";
    AllPlaces: "tất cả", "all of them";
    City: "địa phương", "place";
    State: "trạng thái", "state";
    ReachedLevel: "cấp độ", "level";
    PanelTitle: "{n} dòng số liệu, mỗi dòng một địa phương trong một kỳ", "{n} rows, each a place in a period";
    PanelFileOrFormat: "--picture, --pictures và --report ghi tệp, không đi cùng --format {format}", "--picture, --pictures and --report write files; leave out --format {format}";
    PanelFileEnding: "{path}: tên tệp phải kết thúc bằng {ending}", "{path}: the name of the file ends in {ending}";
    PanelUnitOfPage: "--unit đi cùng --report, --pictures: địa phương ấy theo nhóm, bên cạnh trung vị", "--unit goes with --report or --pictures: the place by group, beside the median";
    PanelNoStanding: "không vẽ được địa phương mang mã {code} theo nhóm: không có trong kỳ sau cùng, chưa có điểm, hoặc bộ tiêu chí không có điểm theo từng nhóm",
        "no picture of {code} by group: it is not in the latest period, has no score, or the set gives no score by group";
    RobustPageSobol: "Chỉ số Sobol", "Sobol indices";
    RobustPageFlips: "Thay đổi trọng số làm đổi thứ tự", "Weights that turn an order round";
    RobustPageWithout: "Bỏ từng tiêu chí", "Without one criterion";
    PanelNotRun: "{what}: không tính, vì {why}", "{what}: not run, because {why}";
    PictureWritten: "Đã ghi hình: {path}", "Picture written: {path}";
    PictureNone: "không có gì để vẽ trong phần này", "there is nothing to draw of this";
    PanelNoPeriod: "bảng không có kỳ {period}; có: {known}", "the table has no period {period}; it has: {known}";
    DiagnoseTitle: "Chẩn đoán bộ tiêu chí trên {n} đơn vị", "Diagnosis of the set on {n} units";
    PanelPeriod: "kỳ", "period";
    TrendTitle: "Xu hướng {from} – {to}: {n} địa phương", "Trend {from} – {to}, places: {n}";
    TrendOne: "Kỳ {to}: {n} địa phương", "Period {to}, places: {n}";
    TrendChange: "thay đổi", "change";
    TrendCause: "nguyên nhân", "cause";
    TrendBroken: "đứt đoạn (B)", "break (B)";
    TrendRank: "hạng trong số đơn vị có mặt cả hai kỳ", "rank of units in both periods";
    TrendPeer: "trong nhóm", "in its group";
    TrendGroups: "Nhóm so sánh, kỳ {period}", "Peer groups, {period}";
    TrendGroup: "nhóm", "group";
    TrendMedian: "trung vị", "median";
    TrendScored: "có điểm / đơn vị", "scored / units";
    TrendParts: "Thay đổi gồm những gì, {from} → {to}", "What the change is made of, {from} → {to}";
    TrendValue: "do giá trị", "by values";
    TrendWeights: "do quyền số tính lại khi thiếu số liệu", "by weights rescaled for missing data";
    TrendRounding: "do làm tròn", "by rounding";
    TrendTotal: "cộng", "total";
    TrendLike: "So sánh cùng phạm vi", "Like for like";
    TrendMean: "{from} → {to}: điểm trung bình {a} → {b}", "{from} → {to}: mean score {a} → {b}";
    TrendPlaces: "{from} → {to}", "{from} → {to}";
    TrendBreaks: "Đứt đoạn chuỗi số liệu ({n})", "Breaks in series ({n})";
    TrendTargets: "Mục tiêu có thời hạn ({n})", "Targets with a horizon ({n})";
    TrendTarget: "mục tiêu", "target";
    TrendLatest: "số liệu gần nhất", "latest figure";
    TrendCut: "cắt từ {value}", "cut from {value}";
    TrendLinear: "theo đường thẳng", "by a straight line";
    TrendCompound: "theo tốc độ tăng", "by growth";
    TrendNeeded: "cần mỗi năm", "needed a year";
    TrendTargetNote: "Dự báo nối số liệu đầu và cuối trong cùng địa giới, không phải cam kết hay kết quả; chỉ tiêu là ngưỡng của bộ tiêu chí. {national}",
        "Projections join the first and the last figure within the same borders; they are no promise and no result. Targets are thresholds of the set. {national}";
    TrendUnknown: "Chưa có số liệu nào: {n} mục tiêu.", "Without any figure: {n} targets.";
    TrendNational: "Mục có dấu * là chỉ tiêu quốc gia đặt cho một nơi.", "Those with * are national figures asked of one place.";
    TrendBase: "So với năm cơ sở {year}", "Against the base year {year}";
    TrendBaseNote: "Thay đổi chỉ được nêu, không đánh giá tốt xấu; nguồn không nêu chiều nào là tốt hơn.",
        "Changes are shown, not judged; the source does not say which way is better.";
    TrendImproved: "cải thiện {k}/{n} chỉ tiêu có chiều do nguồn nêu", "{k} of {n} indicators with a stated direction improved";
    TrendMore: "Còn {n} dòng; dùng --unit MÃ để xem một địa phương, --format csv để có tất cả.", "{n} more rows; --unit CODE shows one place, --format csv all of them.";
    TrendCriteria: "Tiêu chí thay đổi, {from} → {to}", "Criteria that changed, {from} → {to}";
    TrendOutcome: "kết quả", "outcome";
    TrendEditions: "{before} → {now}: hai phiên bản", "{before} → {now}: two editions";
    PanelFigures: "số liệu có", "figures";
    PanelRank: "hạng / số đơn vị", "rank / of units";
    PanelRankNote: "Thứ hạng chỉ là thứ tự theo điểm trong số các đơn vị của bảng này có điểm trong cùng kỳ; điểm bằng nhau: {ties}.",
        "The rank is only the order by score among the units of this table that have one in the same period; equal scores: {ties}.";
    RobustTitle: "Độ vững của kết quả: {n} lần mô phỏng, số khởi tạo {seed}", "How far results hold: {n} replications, seed {seed}";
    RobustDoubts: "thay đổi: {doubts}", "varied: {doubts}";
    RobustRanks: "hạng 5 % – giữa – 95 %", "rank 5 % – median – 95 %";
    RobustMeanRank: "hạng trung bình", "mean rank";
    RobustShift: "Thứ hạng lệch trung bình {mean} bậc so với thứ hạng của bộ tiêu chí.", "Ranks are {mean} off those of the edition on average.";
    RobustNote: "Hạng của các lần mô phỏng chỉ nói về {n} đơn vị trong bảng có điểm trong cùng kỳ; khoảng từ hạng 5 % đến hạng 95 %.",
        "Ranks of replications are among the {n} units of this table that have a score in the same period; intervals are from the 5 % to the 95 % quantile.";
    RobustOther: "địa phương kia", "other place";
    RobustAtOrAbove: "xếp bằng hoặc trên", "at or above";
    RobustResult: "kết quả", "result";
    RobustDoubt: "điều thay đổi", "what varies";
    RobustItem: "mục", "item";
    RobustFirst: "riêng (khoảng 95 %)", "alone (95 % interval)";
    RobustTotal: "tổng (khoảng 95 %)", "in all (95 % interval)";
    RobustOfShift: "độ lệch thứ hạng", "shift of ranks";
    RobustOfLevel: "cấp độ trung bình", "mean level";
    RobustOfScore: "điểm", "score";
    RobustEnd: "đầu", "end";
    RobustAt: "ở", "at";
    RobustMoved: "số đơn vị đổi hạng", "places moved";
    RobustMost: "lệch nhiều nhất", "farthest";
    RobustMeanShift: "lệch trung bình", "mean shift";
    RobustLevels: "số đơn vị đổi cấp độ", "levels changed";
    RobustLost: "mất điểm", "scores lost";
    RobustLow: "dưới", "low";
    RobustHigh: "trên", "high";
    RobustFrom: "trọng số", "weight";
    RobustTo: "đảo thứ tự ở", "order turns at";
    RobustBy: "cách tìm", "found by";
    RobustFormula: "công thức", "formula";
    RobustBisection: "chia đôi", "bisection";
    RobustWithout: "bỏ tiêu chí", "without";
    RobustWhat: "đã rút", "drawn";
    RobustValue: "giá trị", "value";
    RobustNothing: "Không có dòng nào.", "There are no rows.";
    RobustGroup: "nhóm", "group";
    RobustNoPlace: "không kỳ nào trong bảng có điểm của cả hai địa phương mang mã {code}", "no period of the table has scores of both places with the codes {code}";
    RobustNoQuality: "không số liệu nào thuộc các loại nêu ở --error-by-quality; bảng rộng không ghi cách thu thập, hãy dùng bảng dọc có cột quality hoặc tệp số liệu", "no figure is of a class named by --error-by-quality; a wide table does not say how figures were obtained, use a tidy one with a column quality, or city data";
    RobustStopped: "đã dừng giữa chừng", "it was stopped half-way";
    RankAmong: "thứ hạng trong {n} địa phương này", "rank among these {n} places";
    RankNote: "Thứ hạng chỉ là thứ tự theo điểm tính lại trong {n} địa phương này, không phải thứ hạng toàn quốc; điểm bằng nhau cùng thứ hạng.",
        "The rank is only the order by recomputed score among these {n} places, not a national one; equal scores share a rank.";
    Outcomes: "tiêu chí", "criteria";
    PublishedValue: "đã công bố", "published";
    Difference: "chênh lệch", "difference";
    Agrees: "trong dung sai", "within tolerance";
    Tolerance: "Dung sai khi đối chiếu: {value}. Nguồn công bố: {sources}.", "Tolerance of the comparison: {value}. Published by: {sources}.";
    Whole: "chung", "overall";
    AllSelfAssessed: "Mọi kết quả đều là tự đánh giá.", "All results are self-assessed.";
    MoreWarnings: "… và {n} mục nữa; xem: dothi check --set SET FILE", "… and {n} more; see: dothi check --set SET FILE";
    Computed: "tính lại", "computed";
    NotesOfCities: "Ghi chú về địa phương", "Notes on the places";

    // Plans.
    GapHead: "Cần làm gì trước", "What to fix first";
    GapNeeds: "Điểm còn thiếu", "Points short";
    GapGains: "Điểm còn có thể tăng, nhiều nhất trước", "Points that could be gained, the largest first";
    Gain: "tăng tối đa", "most gain";
    FullAt: "đủ điểm từ", "full points at";
    NextAt: "tăng ngay", "next gain";
    NextGain: "+{gain} ở {at}", "+{gain} at {at}";
    Needed: "cần", "needed";
    Short: "còn thiếu", "short";
    GapPointsNote: "Kế hoạch tính với điểm tối đa của từng tiêu chí được nâng; nếu nâng nhiều tiêu chí hơn thì mỗi tiêu chí có thể tăng ít hơn.",
        "The plan counts with the most points of each criterion that rises; with more criteria each may rise less.";
    GapPapers: "Bổ sung số liệu và minh chứng", "Bring data and evidence";
    GapWork: "Cải thiện kết quả", "Improve results";
    Now: "hiện nay", "now";
    ToReach: "cần đạt", "to reach";
    ToDo: "việc cần làm", "what to do";
    Cost: "chi phí", "cost";
    GapCost: "Chi phí: số đã cho, còn lại là khoảng cách tương đối tới ngưỡng.", "Cost: as given, else the relative distance to the threshold.";

    // City data, joined and compared.
    DataDigest: "mã băm số liệu (SHA-256)", "data digest (SHA-256)";
    File: "tệp", "file";
    MergedFiles: "các tệp: {files}", "files: {files}";
    MergeCounts: "Mâu thuẫn: {conflicts}, trùng khớp: {same}, đã ghép: {joined}", "Conflicts: {conflicts}, the same: {same}, put together: {joined}";
    MergeWhole: "Các tệp ghép được với nhau.", "The files go together.";
    MergeRefused: "Chưa ghép: hãy thống nhất từng chỗ dưới đây rồi sửa tệp; không giá trị nào được chọn thay.",
        "Not joined: settle each of these and correct the files; no value is picked.";
    MergeSubject: "số liệu", "figure";
    MergeField: "trường", "field";
    MergePlace: "vị trí", "place";
    // Records.
    RecordOnePlace: "hồ sơ chỉ chứa một địa bàn, các tệp có {n}; hãy chọn bằng --unit", "a record holds one place, the file has {n}; choose one with --unit";
    RecordSignTo: "chữ ký cần một tệp đi kèm; hãy ghi hồ sơ ra tệp bằng -o", "a signature needs a file beside it; write the record to a file with -o";
    RecordWritten: "Đã ghi hồ sơ: {path}", "Record written: {path}";
    PublicWritten: "Đã ghi bản công khai: {path} (số chỗ đã che: {n})", "Public copy written: {path} (texts sealed: {n})";
    Signed: "Đã ký: {path}", "Signed: {path}";
    NoRandom: "hệ thống không cho số ngẫu nhiên: {error}", "the system gives no random bytes: {error}";
    BadPrivateKey: "{path}: không phải khóa riêng Ed25519 dạng PKCS#8 PEM không mật khẩu", "{path}: not an Ed25519 private key as PKCS#8 PEM without a password";
    BadPublicKey: "{path}: không phải khóa công khai Ed25519 dạng SPKI PEM", "{path}: not an Ed25519 public key as SPKI PEM";
    KeyEnding: "tên tệp khóa phải kết thúc bằng .pem", "the name of a key file ends in .pem";
    KeyExists: "{path}: đã có tệp này; khóa không bao giờ bị ghi đè", "{path}: there is such a file; a key is never replaced";
    PrivateKey: "Khóa riêng (giữ kín): {path}", "Private key (keep it secret): {path}";
    PublicKey: "Khóa công khai: {path}", "Public key: {path}";
    KeyDigest: "SHA-256 của khóa công khai (DER): {digest}", "SHA-256 of the public key (DER): {digest}";
    RecordUnknownSet: "không có sẵn bộ tiêu chí {set} của hồ sơ; hãy đưa tệp tiêu chí bằng --set", "the set {set} of the record is not embedded; give its file with --set";
    VerifyHolds: "Hồ sơ khớp: đánh giá lại cho đúng kết quả đã ghi, từng giá trị một.", "The record holds: replayed, it gives what is recorded, value by value.";
    VerifyFails: "Hồ sơ KHÔNG khớp.", "The record does NOT hold.";
    VerifyOf: "{place}; {set}, {scheme}; đánh giá ngày {date}", "{place}; {set}, {scheme}; assessed as of {date}";
    VerifyData: "Mã băm số liệu (SHA-256): {digest}", "Data digest (SHA-256): {digest}";
    VerifySet: "Mã băm tệp tiêu chí (SHA-256): {digest}", "Digest of the criteria file (SHA-256): {digest}";
    VerifyProducer: "Ghi bằng {name} {version}", "Written by {name} {version}";
    VerifySealed: "Bản công khai: {n} chỗ đã che (người liên hệ, liên kết nội bộ)", "Public copy: {n} texts are sealed (contact persons, internal links)";
    VerifyAgainst: "Đã so với số liệu trong {path}", "Held against the data in {path}";
    VerifySigned: "Chữ ký đúng với khóa {path} (SHA-256 của khóa: {digest})", "The signature fits the key {path} (SHA-256 of the key: {digest})";
    VerifyUnsigned: "Chưa kiểm tra chữ ký: kết quả theo đúng từ số liệu trong hồ sơ, nhưng không nói được ai đã lập.",
        "No signature was checked: the result follows from the data in the record; who made it is not said.";
    IsRecord: "hồ sơ kết quả theo {set}", "record of an assessment by {set}";
    RecordNotVerified: "chưa đánh giá lại; hãy dùng: dothi verify", "not replayed; use: dothi verify";

    // Surveys of residents.
    VoiceSampling: "mẫu: {sampling}", "sample: {sampling}";
    SamplingProbability: "chọn ngẫu nhiên", "drawn by chance";
    SamplingSelf: "người trả lời tự chọn tham gia", "self-selected";
    SamplingFull: "hỏi toàn bộ", "everybody was asked";
    VoiceRespondents: "{n} phiếu; không nêu số liệu của dưới {minimum} câu trả lời.", "{n} respondents; no figure of fewer than {minimum} answers is given.";
    VoiceStratum: "tầng", "stratum";
    VoiceAll: "tất cả", "all";
    VoiceAnswers: "trả lời", "answers";
    VoiceShare: "tỷ lệ", "share";
    VoiceInterval: "khoảng Wilson", "Wilson interval";
    VoiceEffect: "hiệu ứng thiết kế", "design effect";
    VoiceNote: "Tỷ lệ tính theo trọng số nếu có; khoảng tin cậy dùng cỡ mẫu hiệu dụng (Kish; nếu mẫu theo cụm thì tính cả sai khác giữa các cụm, lấy số nhỏ hơn).",
        "Shares are weighted where there are weights; intervals use the effective number of answers (Kish; of a clustered sample also the differences between clusters, the smaller of the two).";
    VoiceNeeded: "Cỡ mẫu tối thiểu", "Smallest sample";
    VoiceMargin: "sai số", "margin";
    VoiceSimple: "mẫu ngẫu nhiên đơn giản", "simple random sample";
    VoiceDesigned: "với hiệu ứng thiết kế đã gặp", "with the design effect found";
    VoiceReached: "đã đạt", "reached";
    VoiceNeededNote: "Số câu trả lời cần có dù tỷ lệ là bao nhiêu (p = 1/2), có hiệu chỉnh theo dân số nếu đã khai; bảng này tính cho câu hỏi có nhiều câu trả lời nhất.",
        "Answers it takes whatever the share is (p = 1/2), corrected for the population where one is declared; of the question with most answers.";

    // Milestones, pilots, priorities.
    MilestonesHead: "{title} – trạng thái ngày {date}", "{title} – state on {date}";
    Horizon: "mốc", "horizon";
    NoHorizon: "không ghi năm", "no year";
    MilestoneState: "trạng thái", "state";
    StatedBy: "căn cứ", "ground";
    Confidence: "nguồn đọc", "read in";
    TargetsHead: "Mục tiêu có thời hạn – {place}", "Dated targets – {place}";
    TargetsCount: "{n} địa bàn, theo từng mục tiêu", "{n} places, by target";
    TargetsUndated: "{n} mục tiêu không có thời hạn không nằm trong bảng.", "{n} targets without a horizon are not in the table.";
    TargetsRule: "Hạn của một năm là ngày 31/12; đúng hay chậm tiến độ tính theo đường thẳng qua hai kỳ số liệu gần nhất. Cả hai là quy tắc của công cụ này.",
        "A year is due on 31 December; on track or behind is told by the straight line through the last two figures. Both are rules of this tool.";
    Projected: "theo đà đến hạn", "by this pace";
    PilotsHead: "Lựa chọn thí điểm: {title}", "Choice of pilots: {title}";
    PilotSheet: "Phiếu quyết định: {place}", "Decision sheet: {place}";
    Eligible: "đủ điều kiện", "eligible";
    Readiness: "điểm sẵn sàng", "readiness";
    Rank: "hạng", "rank";
    Condition: "điều kiện", "condition";
    Answer: "trả lời", "answer";
    NoReadiness: "Chưa có quy tắc chấm điểm sẵn sàng nên không xếp hạng.", "There are no rules for a readiness score, so nothing is ranked.";
    PilotFixes: "Việc cần làm trước (theo cấp độ của bộ tiêu chí)", "What to fix first (by the set's levels)";
    PilotBlank: "Ý kiến của hội đồng: ……………………  Quyết định: ……………………  Ngày, chữ ký: ……………………",
        "Opinion of the board: ……………………  Decision: ……………………  Date, signature: ……………………";
    PilotRanks: "hạng khi trọng số đổi", "ranks as weights vary";
    PilotNotTried: "Chưa thử độ vững của thứ hạng khi trọng số khác đi; hãy thêm --robust và --seed.",
        "How far ranks hold with other weights was not tried; add --robust and --seed.";
    PilotRobustNote: "Hạng khi trọng số đổi: từ mốc 5 % đến mốc 95 % của {n} lần rút trọng số ({doubt}; seed {seed}); thứ hạng lệch trung bình {shift} bậc. Cách rút trọng số là giả định, không có trong văn bản nào.",
        "Ranks as weights vary: from the 5 % to the 95 % quantile of {n} draws of weights ({doubt}; seed {seed}); ranks move by {shift} on average. How weights are drawn is an assumption and stands in no document.";
    PilotRankSaid: "Hạng {rank} trong {of}; khi trọng số đổi: hạng {low} đến {high}, trung vị {median}.",
        "Rank {rank} of {of}; as weights vary: {low} to {high}, median {median}.";
    PilotTies: "Xếp hạng trong các ứng viên đủ điều kiện; điểm bằng nhau thì cùng hạng, hạng kế tiếp bỏ trống.",
        "Ranks among the eligible; equal scores share a rank and the next is left out.";
    NoSuchPilot: "không có đơn vị `{code}` trong các tệp", "the files have no place `{code}`";
    EffectHead: "Thí điểm {place}: {before} và {after}", "Pilot {place}: {before} and {after}";
    EffectAgainst: "So sánh với: {places}", "Beside: {places}";
    Before: "trước", "before";
    After: "sau", "after";
    Change: "thay đổi", "change";
    MeanChange: "trung bình đơn vị so sánh", "mean of the others";
    EffectDifference: "chênh lệch", "difference";
    Finding: "nhận xét", "finding";
    EffectNote: "Chênh lệch = thay đổi của thí điểm trừ thay đổi trung bình của các đơn vị so sánh có đủ hai kỳ; cần ít nhất {n} đơn vị.",
        "Difference = change of the pilot less the mean change of the others with both periods; at least {n} are needed.";
    PrioritiesHead: "Việc nên làm tiếp – {place}", "What to do next – {place}";
    Reasons: "lý do", "reasons";
    ObjectivesHead: "Kết quả theo mục tiêu Nghị quyết 06-NQ/TW – {place}", "Result by the objectives of Resolution 06-NQ/TW – {place}";
    Objective: "mục tiêu", "objective";
    MetOfAsked: "đạt / được hỏi", "met / asked";
    NotMet: "chưa đạt", "not met";
    AtLevel: "Tính ở cấp độ {level}. Một nhóm thuộc nhiều mục tiêu thì được tính ở từng mục tiêu, nên không cộng dồn.",
        "At level {level}. A group that belongs to several objectives counts in each, so the rows do not add up.";

    // Administrative units.
    UnitsOn: "Đơn vị hành chính ngày {date}: {n}", "Administrative units of {date}: {n}";
    UnitsFound: "Đơn vị hành chính ngày {date} khớp với \"{search}\": {n}", "Administrative units of {date} that match \"{search}\": {n}";
    UnitsBecame: "Đơn vị cũ và đơn vị ngày {date}", "Former units and those of {date}";
    UnitName: "tên", "name";
    UnitType: "loại", "type";
    UnitParent: "thuộc", "in";
    UnitValid: "hiệu lực", "valid";
    UnitUntil: "đến {date}", "until {date}";
    UnitBecame: "nay là", "became";
    UnitMadeOf: "hình thành từ", "made of";
    UnitUnmerged: "không nhập thêm", "nothing merged in";
    UnitLegend: "Đơn vị hình thành từ nhiều đơn vị cũ có ranh giới khác trước: chuỗi số liệu đứt đoạn, không so sánh như một xu hướng.",
        "A unit made of several has other borders than before: a series of figures breaks there and shows no trend.";
    UnitFooter: "Nguồn của danh mục: dothi units --format json", "Sources of the lists: dothi units --format json";
    NoUnitList: "không có danh mục {kind} cho ngày {date}", "there is no list of the kind {kind} for {date}";
    NoSuchProvince: "danh mục ngày {date} không có đơn vị cấp tỉnh mang mã `{code}`; tìm đơn vị cũ: dothi units --former {code}",
        "the list of {date} has no province of code `{code}`; for former ones: dothi units --former {code}";
    NoSuchFormer: "không có đơn vị cấp tỉnh cũ nào mang mã hoặc tên `{place}` trước ngày {date}",
        "no province that ended before {date} had the code or name `{place}`";
    // Editions beside each other.
    DiffHead: "So sánh hai phiên bản", "Two editions compared";
    DiffPaired: "Tiêu chí được đặt cạnh nhau {how}.", "Criteria are put beside each other {how}.";
    DiffNothing: "Không có gì khác nhau.", "Nothing differs.";
    DiffQuiet: "không khác gì, hoặc chỉ khác ghi chú", "no difference, or in remarks only";
    DiffOfSet: "Phần đầu, quy tắc, tham số, cấp độ", "Header, rules, parameters, levels";
    DiffDisagrees: "Chỗ bảng đối chiếu không khớp với hai tệp", "Where the crosswalk and the two files disagree";
    DiffFooter: "Khác biệt về ghi chú và độ chắc: --format csv hoặc json.", "Differences of remarks and confidence: --format csv or json.";
    DiffNotAsked: "không hỏi", "not asked";
    DiffGrounds: "căn cứ đổi ({keys})", "its grounds differ ({keys})";
    CarryHead: "Chuyển kết quả sang phiên bản khác", "Carried to another edition";
    CarryResult: "kết quả", "result";
    CarryBoundary: "Nơi này đã đổi địa giới", "The place itself has changed";
    CarryNeeds: "Cần số liệu mới, kết quả không đổi", "New data are needed, the outcome is the same";
    CarryNeedsCount: "Phiên bản này cần số liệu mới cho {n} tiêu chí.", "This edition needs new data for {n} criteria.";
    OnDay: "Phiên bản của từng bộ tiêu chí vào ngày {date}", "The edition of each set on {date}";

    Working: "đang đánh giá", "assessing";
}
