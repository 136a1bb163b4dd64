//! Every heading and sentence on panels, Vietnamese and English.

crate::texts! {
    // What was looked at.
    Looked: "{n} đơn vị, kỳ {period}; các kỳ khác trong bảng không được tính vào.", "{n} units, period {period}; other periods of the table are not counted in.";
    LookedAll: "{n} đơn vị trong bảng.", "{n} units of the table.";
    AsShares: "Mỗi tiêu chí được xét như chỉ số tổng hợp thấy nó: phần từ giá trị kém nhất (0) đến tốt nhất (1), nên lớn hơn luôn là tốt hơn.",
        "Each criterion is taken as the index sees it: its share of the way from worst (0) to best (1), so more is always better.";
    AsFigures: "Mỗi tiêu chí được xét bằng chính số liệu, đổi dấu nếu nhỏ hơn là tốt hơn; không tính được trọng số thực tế vì {why}.",
        "Each criterion is taken by its figures, turned where less is better; effective weights cannot be given because {why}.";
    LeftOut: "Không xét riêng {n} cột vì giá trị được tính từ nhiều số liệu: {names}.", "{n} columns are not looked at by themselves, as a value is made of several figures: {names}.";
    Statistical: "Số liệu thống kê được làm tròn; số đơn vị là số đơn vị có đủ số liệu cho con số đó. Tương quan không nói lên nguyên nhân.",
        "Statistics are rounded; units are those that have the figures for the number beside them. A correlation says nothing about causes.";
    Reason: "– ({n}): {why}.", "– ({n}): {why}.";

    // Flags.
    Flags: "Điều cần xem lại", "What deserves a look";
    FlagsNone: "Không có tiêu chí nào bất thường theo các ngưỡng đã khai báo.", "Nothing is unusual by the declared bounds.";
    FlagBound: "Ngưỡng tương quan cao là |r| > {bound}: một quy ước do người dùng chọn, không phải quy định.",
        "The bound of a high correlation is |r| > {bound}: a convention chosen by the user, not a rule of the set.";
    What: "điều gì", "what";
    Where: "ở đâu", "where";
    Value: "giá trị", "value";

    // Indicators.
    Indicators: "Tiêu chí", "Criteria";
    Criterion: "tiêu chí", "criterion";
    Count: "số đơn vị", "units";
    Missing: "thiếu", "missing";
    Mean: "trung bình", "mean";
    Deviation: "độ lệch chuẩn", "std. dev.";
    WithGroup: "Pearson với nhóm", "Pearson with group";
    RanksWithGroup: "Spearman với nhóm", "Spearman with group";
    Nominal: "trọng số khai báo", "declared weight";
    Effective: "trọng số thực tế", "effective weight";
    WeightsNote: "Hệ số tương quan Pearson (theo giá trị) và Spearman (theo hạng) là với giá trị của nhóm chứa tiêu chí. Trọng số thực tế là phần của tiêu chí trong phương sai của chỉ số tổng hợp; tổng là 100 %, số âm là kéo ngược chỉ số.",
        "Pearson's correlation (of values) and Spearman's (of ranks) are with the value of the group that holds the criterion. The effective weight is the criterion's part of the variance of the index; all add up to 100 %, a negative one works against the index.";

    // Groups.
    Groups: "Nhóm", "Groups";
    Group: "nhóm", "group";
    Parts: "thành phần", "parts";
    Alpha: "alpha", "alpha";
    AlphaNote: "Alpha của Cronbach cho biết các thành phần của một nhóm có cùng đo một điều hay không; chỉ tính các đơn vị có đủ mọi thành phần.",
        "Cronbach's alpha says whether the parts of a group measure the same thing; only units with all parts are counted.";

    // Pairs.
    Pairs: "Tương quan giữa các tiêu chí", "Correlations of criteria";
    PairsStrongest: "{shown} cặp mạnh nhất trong {all} cặp; đủ mọi cặp khi ghi ra CSV hoặc JSON.", "The {shown} strongest of {all} pairs; all of them as CSV or JSON.";
    PairsAll: "Mọi cặp.", "All pairs.";
    PairWithin: "cùng nhóm", "same group";
    PairAcross: "khác nhóm", "other groups";
    PairGroups: "hai nhóm", "two groups";
    First: "thứ nhất", "first";
    Second: "thứ hai", "second";
    Relation: "quan hệ", "relation";
    Pearson: "Pearson", "Pearson";
    Spearman: "Spearman", "Spearman";

    // Components.
    Components: "Thành phần chính (PCA)", "Principal components (PCA)";
    ComponentsNote: "Tính từ ma trận tương quan của {n} đơn vị có đủ số liệu. Hệ số tải là tương quan của tiêu chí với thành phần; dấu chung của một thành phần là tùy ý. Chỉ nêu thành phần có trị riêng từ 1 trở lên, ít nhất một, nhiều nhất {most}.",
        "From the correlation matrix of the {n} units with all figures. A loading is the correlation of the criterion with the component; the sign of a whole component is arbitrary. Shown are components with an eigenvalue of 1 or more, at least one and at most {most}.";
    FewUnits: "Số đơn vị ({n}) không nhiều hơn số tiêu chí ({k}): các thành phần không vững.", "There are no more units ({n}) than criteria ({k}): the components are not stable.";
    AllCriteria: "Mọi tiêu chí", "All criteria";
    Eigenvalue: "trị riêng", "eigenvalue";
    ShareOfVariance: "phần phương sai", "share of variance";
    ConstantLeftOut: "Không xét vì mọi đơn vị giống nhau: {names}.", "Left out because all units are the same: {names}.";
    NoComponents: "{group}: không có, vì {why}.", "{group}: none, because {why}.";

    // Copeland.
    Copeland: "Thứ tự Copeland theo từng cặp đơn vị", "Copeland's order, unit against unit";
    CopelandNote: "Mỗi tiêu chí là một lá phiếu nặng bằng trọng số khai báo; đơn vị nào có nhiều phiếu hơn trong một cặp thì thắng cặp đó. Không dùng điểm, nên không phụ thuộc cách chuẩn hóa.",
        "Each criterion is a vote of its declared weight; in a pair the unit with more votes wins. No scores are used, so nothing depends on how figures are normalised.";
    CopelandEqual: "Mỗi tiêu chí là một lá phiếu; đơn vị nào có nhiều phiếu hơn trong một cặp thì thắng cặp đó.", "Each criterion is one vote; in a pair the unit with more votes wins.";
    CopelandNotOfficial: "Đây là phép thử của người phân tích, không phải thứ hạng theo bộ tiêu chí.", "This is an analyst's check, not the ranking of the set.";
    RankOf: "hạng / {n}", "rank / {n}";
    Code: "mã", "code";
    Unit: "đơn vị", "unit";
    Wins: "thắng", "wins";
    Losses: "thua", "losses";
    Draws: "hòa", "draws";
    None: "Không có, vì {why}.", "None, because {why}.";

    // Data.
    Data: "Số liệu hiện có", "Data at hand";
    DataLeast: "Tỷ lệ số liệu tối thiểu đã khai báo: {least}. {n} đơn vị có ít hơn.", "Declared least share: {least} of the data. {n} units have less.";
    DataNoLeast: "Chưa khai báo tỷ lệ số liệu tối thiểu, nên không đơn vị nào bị nêu tên; sau đây là các đơn vị còn thiếu số liệu.",
        "No least share is declared, so no unit is singled out; the units that lack data follow.";
    DataAll: "Mọi đơn vị có đủ số liệu.", "Every unit has all data.";
    HasData: "có số liệu", "has data";
    OfAsked: "{present}/{asked} ({share})", "{present}/{asked} ({share})";
    GroupsLacking: "nhóm còn thiếu", "groups that lack data";
    OnlyTop: "{shown} trong {all} đơn vị, thứ hạng cao nhất trước; đủ mọi đơn vị khi ghi ra CSV hoặc JSON.", "{shown} of {all} units, the highest first; all of them as CSV or JSON.";
    OnlyFirst: "{shown} trong {all} đơn vị, ít số liệu nhất trước; đủ mọi đơn vị khi ghi ra CSV hoặc JSON.", "{shown} of {all} units, the least data first; all of them as CSV or JSON.";
    FewestNote: "{n} đơn vị còn thiếu số liệu.", "{n} units lack data.";

    // Around everything.
    ShortMarks: "{set} · {state} · ngày đánh giá {date}", "{set} · {state} · as of {date}";
    ShortMarksOf: "{set} · {state} · ngày đánh giá {date} · kỳ {period}", "{set} · {state} · as of {date} · period {period}";
    InPeriod: "{what}, kỳ {period}", "{what}, period {period}";

    // Pictures of a diagnosis.
    WeightsChart: "Trọng số khai báo và trọng số thực tế", "Declared and effective weights";
    HeatChart: "Tương quan (Pearson) giữa các tiêu chí", "Correlations (Pearson) of criteria";
    HeatSome: "Vẽ {shown} trong {all} tiêu chí, những tiêu chí có tương quan mạnh nhất.", "{shown} of {all} criteria are drawn, those that correlate most.";

    // Ranks and scores.
    Ranking: "Điểm và thứ hạng", "Scores and ranks";
    RankNote: "Thứ hạng chỉ là thứ tự theo điểm trong số các đơn vị của bảng này có điểm trong cùng kỳ, không phải thứ hạng toàn quốc; điểm bằng nhau: {ties}.",
        "The rank is only the order by score among the units of this table that have one in the same period, not a national one; equal scores: {ties}.";
    RankingChart: "Điểm của {n} đơn vị theo thứ hạng", "Scores of {n} units by rank";
    RankingLess: "Điểm của {n} đơn vị theo thứ hạng (không vẽ {without} đơn vị chưa có điểm)", "Scores of {n} units by rank ({without} without a score are not drawn)";
    RankingTop: "{k} đơn vị có điểm cao nhất trong {n} đơn vị (không vẽ {left} đơn vị ở giữa)", "The {k} highest of {n} units ({left} in between are not drawn)";
    RankingBottom: "{k} đơn vị có điểm thấp nhất trong {n} đơn vị (không vẽ {left} đơn vị ở giữa)", "The {k} lowest of {n} units ({left} in between are not drawn)";
    Period: "kỳ", "period";
    Score: "điểm", "score";
    NoScore: "chưa có điểm", "no score";
    RankAmong: "hạng / số đơn vị", "rank / of units";
    Result: "kết quả", "result";
    Notes: "ghi chú", "notes";
    RowsLeftOut: "{shown} trong {all} dòng; đủ mọi dòng khi ghi ra CSV hoặc JSON.", "{shown} of {all} rows; all of them as CSV or JSON.";
    Distribution: "Phân bố điểm", "How scores are spread";
    DistributionNote: "Số đơn vị trong từng phần mười của thang điểm; cận dưới thuộc về mỗi khoảng.", "Units in each tenth of the scale; the lower end belongs to each.";
    DistributionChart: "Phân bố điểm của {n} đơn vị", "How the scores of {n} units are spread";

    // Levels.
    Levels: "Cấp độ", "Levels";
    LevelsNote: "Đơn vị cùng cấp độ không được xếp trước sau; thứ tự trong bảng là theo mã.", "Units of one level are in no order; the table lists them by code.";
    LevelsChart: "Số đơn vị theo cấp độ", "Units by level";
    LevelNone: "chưa đạt cấp độ nào", "no level reached";
    LevelOpen: "chưa xác định", "undecided";
    LevelRefused: "không xét cấp độ", "not judged";
    Verdict: "đạt", "met";
    VerdictNot: "chưa đạt", "not met";

    // Groups of a few places.
    GroupsOfFew: "Theo nhóm: đơn vị đầu, giữa và cuối", "By group: the first, the middle and the last unit";
    GroupsNote: "Phần đạt được trên giá trị tối đa của từng nhóm.", "The part reached of the maximum of each group.";
    GroupsChart: "Phần đạt được của từng nhóm", "What each group has reached";

    // One place.
    Standing: "{unit} theo nhóm", "{unit} by group";
    StandingNote: "Phần đạt được của từng nhóm hoặc tiêu chí, bên cạnh trung vị của các đơn vị có điểm trong cùng kỳ; vùng chỉ nêu khi có từ 3 đơn vị.",
        "The part reached of each group or criterion, beside the median of the units with a score in the period; a region is shown from 3 units on.";
    StandingChart: "{unit}: phần đạt được, bên cạnh trung vị", "{unit}: what is reached, beside the median";
    MedianOfAll: "trung vị của {n} đơn vị", "median of {n} units";
    MedianOfRegion: "trung vị vùng {region} ({n} đơn vị)", "median of region {region} ({n} units)";
    Part: "nhóm, tiêu chí", "group, criterion";

    // Method.
    Method: "Cách tính", "Method";
    MethodSet: "Bộ tiêu chí {set}, cách đánh giá: {scheme}; ngày đánh giá {date}.", "Criteria set {set}, scheme: {scheme}; as of {date}.";
    MethodColumns: "Điểm được tính theo cột; đơn vị nào nằm sát ngưỡng hay sát điểm đơn vị khác thì được tính lại bằng số thập phân chính xác, nên cấp độ và thứ hạng luôn đúng.",
        "Scores are computed by column; a unit close to a threshold or to another unit's score is judged anew in exact decimals, so levels and ranks are exact.";
    MethodExact: "Từng đơn vị được đánh giá riêng bằng số thập phân chính xác ({why}).", "Each unit is judged by itself in exact decimals ({why}).";
    MethodTreated: "Số liệu được xử lý và so với các đơn vị trong bảng trước khi chấm; thêm hay bớt đơn vị thì điểm có thể đổi.",
        "Figures are treated and measured by the units of the table before they are judged; scores may change when units are added or left out.";
    MethodAmong: "Bảng không kèm minh chứng: mọi kết quả đều là tự đánh giá, và tiêu chí cần minh chứng chưa được tính là đạt.",
        "A table carries no documents: all results are self-assessed, and criteria that need a document are not met.";
    MethodMissing: "Số liệu còn thiếu: {rule}", "Missing data: {rule}";
    Software: "Lập bằng dothi {version}; cùng bảng và cùng bộ tiêu chí cho cùng kết quả trên mọi máy.", "Made by dothi {version}; the same table and set give the same result on every machine.";

    // The page.
    Page: "Phân tích nhiều địa phương", "Analysis of many places";
    PageDiagnosis: "Chẩn đoán bộ tiêu chí trên số liệu", "The set diagnosed on data";
    ReadFirst: "Đọc trước khi dùng kết quả", "Read this before using the result";
    Edition: "Phiên bản", "Edition";
    Scheme: "Cách đánh giá", "Scheme";
    AsOf: "Ngày đánh giá", "Assessed as of";
    Contents: "Nội dung", "Contents";
    OnlySelf: "Chỉ có kết quả tự đánh giá; chưa có minh chứng nào được thẩm định.", "Self-assessed only; no evidence has been reviewed.";
}
