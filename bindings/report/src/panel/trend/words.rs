//! Every heading and sentence on trends, Vietnamese and English.

crate::texts! {
    // The page.
    Page: "Xu hướng {from} – {to}", "Trend {from} – {to}";
    PageOne: "Kết quả kỳ {period}", "Results of {period}";
    Edition: "Phiên bản", "Edition";
    Before: "Phiên bản của các kỳ trước", "Edition of earlier periods";
    Places: "Số đơn vị", "Units";
    AsOf: "Ngày đánh giá", "Assessed as of";
    OnlySelf: "Chỉ có kết quả tự đánh giá; chưa có minh chứng nào được thẩm định.", "Self-assessed only; no evidence has been reviewed.";
    Marks: "{set} · ngày đánh giá {date}", "{set} · as of {date}";
    RowsLeftOut: "{shown} trong {all} dòng; đủ mọi dòng khi ghi ra CSV hoặc JSON.", "{shown} of {all} rows; all of them as CSV or JSON.";

    // Columns.
    Code: "mã", "code";
    Unit: "đơn vị", "unit";
    Period: "kỳ", "period";
    Periods: "kỳ", "periods";
    Result: "kết quả", "result";
    Change: "thay đổi", "change";
    RankChange: "hạng trong số đơn vị có mặt cả hai kỳ", "rank among units present in both periods";
    InWords: "diễn giải", "in words";
    Criterion: "tiêu chí", "criterion";
    Outcome: "kết quả", "outcome";
    Value: "giá trị", "value";
    Why: "vì sao", "why";
    Group: "nhóm", "group";
    Scored: "có điểm", "with a score";
    Median: "trung vị", "median";
    NoScore: "chưa có điểm", "no score";
    NotJudged: "nêu số liệu, không chấm", "shown, not judged";
    Broken: "đứt đoạn (B)", "break (B)";
    Yes: "có", "yes";

    // Results.
    Results: "Kết quả qua các kỳ", "Results over the periods";
    ResultsOne: "Điểm, trong ngoặc là hạng trên số đơn vị của bảng có điểm; điểm bằng nhau: {ties}. Không phải thứ hạng toàn quốc.",
        "Scores, with the rank among the units of the table that have a score; equal scores: {ties}. Not a national ranking.";
    ResultsNote: "Điểm, trong ngoặc là hạng trên số đơn vị của bảng có điểm trong kỳ; điểm bằng nhau: {ties}. B: chuỗi số liệu đứt đoạn trước kỳ này. Không phải thứ hạng toàn quốc.",
        "Scores, with the rank among the units of the table that have a score in the period; equal scores: {ties}. B: the series breaks before this period. Not a national ranking.";
    Lines: "Điểm qua các kỳ", "Scores over the periods";
    LinesSome: "Điểm qua các kỳ: {k} đơn vị đầu và {k} đơn vị cuối trong {n} đơn vị theo kỳ sau cùng", "Scores over the periods: the first {k} and the last {k} of {n} units by the latest period";
    Bars: "Điểm theo thứ hạng", "Scores by rank";
    BarsSome: "Điểm theo thứ hạng: {k} đơn vị đầu và {k} đơn vị cuối trong {n} đơn vị", "Scores by rank: the first {k} and the last {k} of {n} units";
    ByLevel: "Số đơn vị theo cấp độ qua các kỳ", "Units by level over the periods";

    // Changes.
    Changes: "Thay đổi {from} → {to} và nguyên nhân", "Changes {from} → {to} and their causes";
    ChangesNote: "Mỗi thay đổi được tách thành phần do số liệu và phần do quy tắc (phiên bản, thuộc tính của đơn vị). Nơi địa giới đã khác thì không nêu con số nào: không tách được phần của địa giới. Đủ từng bước giữa các kỳ khi ghi ra CSV hoặc JSON.",
        "Each change is parted into what data did and what rules did (edition, attributes of the place). Where borders differ no number is given, since their part cannot be told from the rest. Every step between periods stands in CSV and JSON.";
    CausesChart: "Thay đổi của điểm theo nguyên nhân", "Change of the score by cause";
    MetChart: "Thay đổi số tiêu chí đạt theo nguyên nhân", "Change of the number of criteria met by cause";
    MetChartAt: "Thay đổi số tiêu chí đạt ở cấp độ {level} theo nguyên nhân", "Change of the number of criteria met at level {level} by cause";
    MostMoved: "{what}: {k} đơn vị thay đổi nhiều nhất trong {n} đơn vị", "{what}: the {k} of {n} units that changed most";
    NoChange: "không thay đổi", "no change";
    BorderNoNumber: "địa giới đổi", "other borders";
    CauseUnknown: "không tách được", "not told apart";

    // One place.
    Parts: "Thay đổi theo từng tiêu chí", "The change by criterion";
    PartsNote: "Mỗi tiêu chí góp vào thay đổi của điểm bằng giá trị của nó và bằng trọng số được chia lại khi số liệu có thêm hay mất đi; cộng lại đúng bằng phần do số liệu.",
        "Each criterion adds to the change of the score by its value, and by weights that are rescaled when data appear or disappear; together they are exactly what data did.";
    PartsChart: "{unit}: phần của từng tiêu chí trong thay đổi của điểm", "{unit}: what each criterion adds to the change of the score";
    PartsOf: "Phần của từng tiêu chí: {unit}", "What each criterion adds: {unit}";
    ByValue: "do giá trị", "by value";
    ByWeights: "do chia lại trọng số", "by rescaled weights";
    Rounding: "Làm tròn của phiên bản", "Rounding of the edition";
    Total: "Cộng: {change}", "Total: {change}";
    OutcomesOf: "Tiêu chí có số liệu hoặc kết quả đã khác: {unit}", "Criteria with other figures or outcomes: {unit}";

    // The same places.
    Like: "So sánh trên cùng những đơn vị", "Over the same units";
    LikeNote: "Chỉ tính các đơn vị có kết quả ở cả hai kỳ trong cùng địa giới, nên thêm hay bớt đơn vị không làm đổi con số.",
        "Only units with a result in both periods, within the same borders: units that come or go do not move these figures.";
    MeanFrom: "điểm trung bình kỳ đầu", "mean score, first";
    MeanTo: "điểm trung bình kỳ sau", "mean score, second";
    OverWhat: "phạm vi", "over what";
    LevelsOf: "; số đơn vị theo cấp độ {levels}", "; units by level {levels}";

    // Breaks.
    Breaks: "Đứt đoạn chuỗi số liệu", "Breaks in series";
    BreaksNote: "{n} chuỗi số liệu bị cắt vì địa giới thay đổi: không con số nào được cộng hay nối qua mốc này, không nêu thay đổi, hạng hay dự báo.",
        "{n} series are cut by other borders: no figure is added up or carried across, and no change, rank or projection is given.";

    // Peers.
    Peers: "Nhóm so sánh, kỳ {period}", "Peer groups, {period}";
    PeersNote: "Hạng trong nhóm chỉ nêu khi nhóm có từ 3 đơn vị có điểm.", "A rank inside a group is given from 3 units with a score on.";
    PeersChart: "Trung vị điểm của từng nhóm (số đơn vị có điểm / số đơn vị), kỳ {period}", "Median score of each group (units with a score / units), {period}";
    PeerGroups: "Các nhóm", "The groups";
    PeerPlaces: "Từng đơn vị trong nhóm của mình", "Each unit in its group";
    RankInGroup: "hạng trong nhóm", "rank in the group";
    ToMedian: "so với trung vị", "beside the median";

    // Targets.
    Targets: "Mục tiêu có thời hạn ({n})", "Targets with a horizon ({n})";
    TargetsNote: "Dự báo nối số liệu đầu và cuối trong cùng địa giới, theo đường thẳng và theo tốc độ tăng: không phải cam kết hay kết quả. Mục tiêu là ngưỡng của bộ tiêu chí.",
        "Projections go on from the first and the last figure within the same borders, in a straight line and by growth: neither promises nor results. Targets are thresholds of the set.";
    TargetsUnknown: "{n} mục tiêu chưa có số liệu nào, không nêu trong bảng.", "{n} targets have no data at all and are not listed.";
    TargetsChart: "Số đơn vị theo triển vọng đạt mục tiêu (theo đường thẳng)", "Units by outlook on each target (straight line)";
    TargetsSome: "Số đơn vị theo triển vọng đạt mục tiêu (theo đường thẳng): {k} trong {n} mục tiêu", "Units by outlook on each target (straight line): {k} of {n} targets";
    TargetOf: "{what} (đến {year})", "{what} (to {year})";
    Figures: "Số liệu", "Figures";
    Linear: "Theo đường thẳng", "Straight line";
    Compound: "Theo tốc độ tăng", "By growth";
    Asked: "Mục tiêu {year} ({op})", "Target {year} ({op})";
    FirstFigure: "số liệu đầu", "first figure";
    LastFigure: "số liệu cuối", "last figure";
    Target: "mục tiêu", "target";
    Needed: "cần mỗi năm", "needed a year";
    National: "* Mục tiêu của cả nước, đặt cạnh số liệu của một đơn vị.", "* A national target, beside the figure of one unit.";

    // Base year.
    Base: "So với năm cơ sở {year}", "Beside the base year {year}";
    BaseNote: "Thay đổi được nêu, không chấm: nguồn không nói chiều nào là tốt hơn.", "Changes are shown and not judged: the source does not say which way is better.";
    Improved: "{k} trong {n} chỉ tiêu cải thiện so với năm cơ sở", "{k} of {n} figures improved beside the base year";

    // Method.
    Method: "Cách tính", "Method";
    MethodSet: "Bộ tiêu chí {set}, cách đánh giá {scheme}; ngày đánh giá {date}. Mọi kết quả tính bằng số thập phân chính xác.", "Criteria set {set}, scheme {scheme}; as of {date}. All results are exact decimals.";
    MethodBefore: "Các kỳ trước theo {before}, các kỳ sau theo {now}; hạng không so giữa hai phiên bản.", "Earlier periods by {before}, later ones by {now}; ranks are not compared across editions.";
    MethodCauses: "Nguyên nhân: số liệu kỳ trước được chấm lại theo quy tắc của kỳ sau; khác với kết quả cũ là do quy tắc, khác với kết quả mới là do số liệu.",
        "Causes: the earlier figures are judged anew by the later rules; the distance to the old result is the rules', the distance to the new one the data's.";
    MethodBorders: "Từ 1/7/2025 cả nước có 34 đơn vị hành chính cấp tỉnh thay cho 63; đơn vị có địa giới mới bắt đầu một chuỗi mới (SDMX, trạng thái B).",
        "Since 1 July 2025 there are 34 province-level units in place of 63; a unit with new borders begins a new series (SDMX status B).";
    Software: "Lập bằng dothi {version}; cùng số liệu và cùng bộ tiêu chí cho cùng kết quả trên mọi máy.", "Made by dothi {version}; the same data and set give the same result on every machine.";
}
