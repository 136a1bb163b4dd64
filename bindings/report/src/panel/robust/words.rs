//! Every heading and sentence on how far results hold, Vietnamese and English.

crate::texts! {
    // The page.
    Page: "Kết quả vững đến đâu", "How far the results hold";
    Period: "Kỳ", "Period";
    Units: "Số đơn vị", "Units";
    NotAnotherResult: "Các lần thử không phải kết quả khác: chúng cho biết kết quả thay đổi thế nào nếu các lựa chọn hợp lý khác được dùng.",
        "Replications are no other results: they tell how results would change by other reasonable choices.";
    MarkRun: " · {n} lần thử, số khởi tạo {seed}", " · {n} replications, seed {seed}";
    RowsLeftOut: "{shown} trong {all} đơn vị; đủ mọi đơn vị khi ghi ra CSV hoặc JSON.", "{shown} of {all} units; all of them as CSV or JSON.";
    ResultsLeftOut: "{shown} trong {all} kết quả; đủ khi ghi ra CSV hoặc JSON.", "{shown} of {all} results; all of them as CSV or JSON.";
    DrawnLess: "Hình vẽ {k} trong {n}; bảng có đủ.", "The picture shows {k} of {n}; the table has all.";

    // Doubts.
    Doubts: "Điều được đặt dấu hỏi", "What is doubted";
    DoubtsNote: "{n} lần thử với số khởi tạo {seed}; mỗi lần rút ngẫu nhiên mọi điều dưới đây. Cùng số khởi tạo, tùy chọn và bảng cho cùng kết quả trên mọi máy.",
        "{n} replications with seed {seed}, each of which draws everything below anew. The same seed, options and table give the same results on every machine.";
    What: "điều gì", "what";
    HowMuch: "đến đâu", "how far";
    Dirichlet: "phân bố Dirichlet quanh trọng số của phiên bản, độ tập trung {c}", "Dirichlet around the weights of the edition, concentration {c}";
    Band: "trong khoảng ±{p}\u{A0}%", "within ±{p}\u{A0}%";
    Assumed: "Giả định của bộ tiêu chí", "Assumptions of the set";
    Standard: "sai số chuẩn {e}", "standard error {e}";
    Relative: "sai số chuẩn {p}\u{A0}% của số liệu", "standard error {p}\u{A0}% of the figure";
    Survey: "tỷ lệ trong {n} người được hỏi", "a share of {n} people asked";
    Counted: "tỷ lệ trong số người được hỏi của từng đơn vị", "a share of the people asked in each unit";
    ByPlace: "sai số riêng của từng đơn vị", "an error for each unit";
    Options: "Tùy chọn nguyên văn: {options}", "Options as given: {options}";
    Arithmetic: "trung bình cộng", "arithmetic mean";
    Geometric: "trung bình nhân", "geometric mean";
    Harmonic: "trung bình điều hòa", "harmonic mean";
    NoRule: "không xử lý", "nothing";
    AsItIsTreated: "Số liệu trước khi chấm", "Figures before they are judged";
    Whole: "toàn bộ", "the whole";

    // Ranks.
    Ranks: "Thứ hạng và khoảng thứ hạng", "Ranks and rank intervals";
    RanksNote: "Hạng theo phiên bản, và khoảng chứa 90\u{A0}% số lần thử. Hai đơn vị có khoảng chồng nhau nhiều thì không nên coi là hơn kém nhau.",
        "The rank by the edition, and the interval that holds 90\u{A0}% of all replications. Units whose intervals overlap much are hardly told apart.";
    RanksChart: "Thứ hạng và khoảng chứa 90\u{A0}% của {n} lần thử", "Ranks, and the interval that holds 90\u{A0}% of {n} replications";
    RanksLess: "Không vẽ {left} đơn vị đứng sau.", "The {left} units ranked behind them are not drawn.";
    Code: "mã", "code";
    Unit: "đơn vị", "unit";
    Score: "điểm", "score";
    RankOf: "hạng / {n}", "rank / {n}";
    Best: "5\u{A0}%", "5\u{A0}%";
    Middle: "trung vị", "median";
    Worst: "95\u{A0}%", "95\u{A0}%";
    MeanRank: "hạng trung bình", "mean rank";
    MeanScore: "điểm trung bình ± độ lệch chuẩn", "mean score ± std. dev.";

    // Levels.
    Levels: "Xác suất đạt từng cấp độ", "Probability of each level";
    LevelsNote: "Phần của mọi lần thử trong đó đơn vị đạt cấp độ ấy; không phải kết quả, càng không phải công nhận.",
        "The part of all replications in which a unit reaches the level: neither a result nor a recognition.";
    LevelsChart: "Cấp độ trong các lần thử, % số lần", "Levels in the replications, % of them";
    LevelsLess: "Không vẽ {left} đơn vị còn lại; bảng có đủ.", "{left} further units are not drawn; the table has all.";

    // Sobol.
    Sobol: "Nguồn của sự dao động (chỉ số Sobol)", "Where the spread comes from (Sobol indices)";
    SobolNote: "Riêng: phần phương sai do một mình điều ấy gây ra. Tổng: phần có nó tham gia, kể cả cùng điều khác. Trong ngoặc là khoảng tin cậy 95\u{A0}% (bootstrap); với ít lần thử, ước lượng có thể ra ngoài 0–1.",
        "First: the part of the variance that a doubt brings about alone. Total: the part it has a share in, with others or alone. In brackets the 95\u{A0}% interval (bootstrap); with few replications an estimate may leave 0 to 1.";
    SobolStillRanks: "Thứ hạng không dao động trong các lần thử.", "Ranks do not vary in the replications.";
    SobolStillLevels: "Cấp độ không dao động trong các lần thử.", "Levels do not vary in the replications.";
    SobolShift: "Dao động của thứ hạng do đâu: chỉ số Sobol và khoảng 95\u{A0}%", "What moves ranks: Sobol indices with 95\u{A0}% intervals";
    SobolLevel: "Dao động của cấp độ do đâu: chỉ số Sobol và khoảng 95\u{A0}%", "What moves levels: Sobol indices with 95\u{A0}% intervals";
    First: "riêng", "first";
    Total: "tổng", "total";
    Of: "kết quả", "result";
    OfShift: "Độ dịch chuyển trung bình của thứ hạng", "Mean shift of ranks";
    OfLevel: "Cấp độ trung bình", "Mean level";
    OfScore: "Điểm: {unit}", "Score: {unit}";
    Doubt: "điều được đặt dấu hỏi", "doubt";

    // One at a time.
    Tornado: "Đổi từng điều một", "One thing at a time";
    TornadoNote: "Mỗi điều được đưa đến hai đầu của khoảng nghi ngờ, mọi điều khác giữ nguyên như phiên bản.", "Each thing is moved to both ends of its doubt, all else as the edition has it.";
    TornadoRanks: "Độ dịch chuyển trung bình của thứ hạng khi đổi từng điều một", "Mean shift of ranks, one thing at a time";
    TornadoLevels: "Số đơn vị đổi cấp độ khi đổi từng điều một", "Units that change their level, one thing at a time";
    LowerEnd: "đầu dưới", "lower end";
    UpperEnd: "đầu trên", "upper end";
    AsItIs: "như phiên bản", "as the edition has it";
    NothingMoves: "Không điều nào làm đổi kết quả.", "Nothing moves the results.";
    End: "đầu", "end";
    At: "tại", "at";
    Low: "dưới", "lower";
    High: "trên", "upper";
    MeanMove: "dịch chuyển trung bình", "mean shift";
    MostMove: "dịch chuyển xa nhất", "largest shift";
    Moved: "số đơn vị đổi hạng", "units moved";
    Lost: "số đơn vị mất điểm", "units without a score";
    LevelsChanged: "số đơn vị đổi cấp độ", "units that change level";

    // Pairs.
    Pairs: "Hai đơn vị kề nhau: thứ tự giữ được bao nhiêu", "Neighbours: how often their order holds";
    PairsNote: "Phần của các lần thử trong đó đơn vị đứng trước vẫn đứng trước hoặc ngang hạng. Gần 50\u{A0}% nghĩa là thứ tự hầu như do may rủi.",
        "The part of replications in which the unit ahead stays ahead or level. Near 50\u{A0}% the order is hardly more than chance.";
    PairsChart: "Tỷ lệ lần thử giữ nguyên thứ tự của hai đơn vị kề nhau", "Replications in which the order of neighbours holds";
    Ahead: "đứng trước", "ahead";
    Behind: "đứng sau", "behind";
    Holds: "giữ thứ tự", "order holds";

    // Flips.
    Flips: "Thay đổi trọng số nhỏ nhất làm đổi thứ tự", "The smallest change of a weight that turns an order round";
    FlipsNote: "Chỉ một trọng số thay đổi, các trọng số khác trong nhóm giữ tỷ lệ với nhau.", "One weight changes; the others of its group keep their proportions.";
    FlipsChart: "Trọng số phải đổi ít nhất bao nhiêu điểm phần trăm để hai đơn vị kề nhau đổi thứ tự", "By how many percentage points a weight must change at least for neighbours to change their order";
    Weight: "trọng số (trong nhóm)", "weight (in group)";
    FromTo: "từ → đến", "from → to";
    Points: "điểm phần trăm", "percentage points";
    NoFlip: "không trọng số nào một mình làm đổi được", "no single weight can";

    // Without.
    LeftOut: "Bỏ từng tiêu chí", "Without one criterion";
    LeftOutNote: "Bỏ một tiêu chí, các tiêu chí khác trong nhóm giữ tỷ lệ với nhau.", "One criterion is left out; the others of its group keep their proportions.";
    LeftOutRanks: "Độ dịch chuyển trung bình của thứ hạng khi bỏ từng tiêu chí", "Mean shift of ranks without each criterion";
    LeftOutLevels: "Số đơn vị đổi cấp độ khi bỏ từng tiêu chí", "Units that change their level without each criterion";
    Without: "không có", "without";

    // Method.
    Method: "Cách tính", "Method";
    MethodDraw: "Số ngẫu nhiên của mỗi lần thử chỉ phụ thuộc số khởi tạo, số thứ tự lần thử và điều được rút, không phụ thuộc số luồng hay máy.",
        "The random numbers of a replication depend on seed, number of the replication and what is drawn alone, not on threads or machine.";
    MethodSobol: "Chỉ số Sobol theo thiết kế của Saltelli và ước lượng của Jansen.", "Sobol indices by Saltelli's design and Jansen's estimators.";
    MeanShift: "Qua mọi lần thử, thứ hạng lệch trung bình {shift} bậc so với phiên bản.", "Over all replications ranks are {shift} places from those of the edition on average.";
    MethodInterval: "Khoảng thứ hạng chứa {share} số lần thử: từ phân vị 5\u{A0}% đến 95\u{A0}%.", "Rank intervals hold {share} of all replications: from the 5\u{A0}% to the 95\u{A0}% quantile.";
    Software: "Lập bằng dothi {version}.", "Made by dothi {version}.";
}
