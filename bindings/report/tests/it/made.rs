//! Charts of panels, as analyses of 34 provinces would make them.

use dothi::Lang;
use dothi_report::chart::{
    Amount, Chart, Correlated, Frame, HeatMap, Key, LineSeries, Lines, Part, RankRow, Ranks, Span, SpanRow, Spans, Strip, StripRow, Swatch,
    Tornado, TornadoRow,
};

fn pick(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::Vi { vi } else { en }
}

fn frame(lang: Lang, vi: &'static str, en: &'static str) -> Frame {
    let marks =
        pick(lang, "DỮ LIỆU HƯ CẤU; bộ tiêu chí không chính thức · tự đánh giá", "FICTIONAL DATA; non-official set · self-assessed");
    Frame::new(pick(lang, vi, en), marks, lang)
}

/// Ranks of so many places; the intervals grow towards the middle.
pub fn ranks(lang: Lang, count: u32) -> Chart {
    let row = |at: u32| {
        let wide = f64::from(at.min(count - at)) / 4.0;
        let (low, high) = ((f64::from(at) - wide).max(1.0).floor(), (f64::from(at) + wide).min(f64::from(count)).ceil());
        let label = pick(lang, "Thành phố trực thuộc trung ương số", "Centrally-run city number");
        let label = if at.is_multiple_of(5) { format!("{label} {at}") } else { format!("Tỉnh {at}") };
        RankRow::new(label, format!("{at} ({low}–{high})"), f64::from(at)).with_interval(low, high)
    };
    let chart = Ranks::new(frame(lang, "Thứ hạng và khoảng thứ hạng 90 %", "Ranks with their 90 % intervals"), count, (1..=count).map(row));
    chart.with_left_out(pick(lang, "Không vẽ 3 đơn vị không có điểm.", "3 units without a score are not drawn.")).into()
}

/// A few lines over years, cut by a break.
pub fn lines(lang: Lang, series: usize) -> Chart {
    let label = |at: usize| format!("{} {}", pick(lang, "Tỉnh có tên khá dài số", "Province with a rather long name, number"), at + 1);
    let point = |at: usize, year: usize| {
        let share = 0.15 + 0.09 * at as f64 + 0.05 * year as f64;
        (year != 3 || at != 1).then(|| Amount::new(format!("{:.2}", share).replace('.', pick(lang, ",", ".")), share))
    };
    let one = |at: usize| LineSeries::new(label(at), (0..7).map(|year| point(at, year))).with_breaks([5]);
    let title = frame(lang, "Điểm qua các kỳ", "Scores over the periods");
    Lines::new(title, (2019..2026).map(|year| year.to_string()), ["0".into(), "1".into()], (0..series).map(one)).into()
}

/// What each weight does.
pub fn tornado(lang: Lang) -> Chart {
    let amount = |share: f64| Amount::new(format!("{:.3}", 0.6 + share / 10.0).replace('.', pick(lang, ",", ".")), share);
    let row = |at: usize| {
        let wide = 0.3 / (1.0 + at as f64);
        let label = format!(
            "{} {}",
            pick(lang, "Trọng số của nhóm hạ tầng và nền tảng số", "Weight of the group infrastructure and platforms"),
            at + 1
        );
        // The last two go one way under both choices.
        let high = if at > 5 { 0.5 - wide / 2.0 } else { 0.5 + wide };
        TornadoRow::new(label, amount(0.5 - wide), amount(high))
    };
    let base = (pick(lang, "điểm với trọng số của bộ tiêu chí", "score with the weights of the set").to_string(), amount(0.5));
    let choices = [pick(lang, "trọng số giảm 25 %", "weight 25 % lower"), pick(lang, "trọng số tăng 25 %", "weight 25 % higher")];
    let title = frame(lang, "Đổi từng trọng số một", "One weight at a time");
    Tornado::new(title, [amount(0.0).text, amount(1.0).text], base, choices.map(String::from), (0..8).map(row)).into()
}

/// Correlations of so many criteria.
pub fn heat(lang: Lang, count: usize) -> Chart {
    let label = |at: usize| format!("{} {}", pick(lang, "Tiêu chí về hạ tầng số", "Criterion on digital infrastructure"), at + 1);
    let cell = |i: usize, j: usize| {
        let value = ((i * 37 + j * 53 + i * j * 11) % 199) as f64 / 99.0 - 1.0;
        let text = format!("{value:.2}").replace('.', pick(lang, ",", ".")).replace('-', "−");
        (!(i + j).is_multiple_of(11)).then(|| Correlated::new(text, value))
    };
    let title = frame(lang, "Tương quan giữa các tiêu chí", "Correlations of criteria");
    HeatMap::new(title, (0..count).map(label), (0..count).map(|i| (0..i).map(|j| cell(i, j)).collect())).into()
}

/// Places by level in three years.
pub fn levels(lang: Lang) -> Chart {
    let key = |level: u32| {
        let label = if level == 0 {
            pick(lang, "chưa đạt cấp độ nào", "no level").into()
        } else {
            format!("{} {level}", pick(lang, "cấp độ", "level"))
        };
        Key::new(Swatch::of_level(level), level.to_string(), label)
    };
    let row = |year: u32| StripRow::new(year.to_string(), (0..4).map(|level| Part::new(key(level), 3 + (level * year) % 9)));
    Strip::new(frame(lang, "Số đơn vị theo cấp độ tham khảo", "Units by reference level"), (2023..2026).map(row)).into()
}

/// Two estimates for each doubt; an interval that leaves the scale, and an estimate that is not there.
pub fn spans(lang: Lang) -> Chart {
    let span =
        |text: &str, at: f64, low: f64, high: f64| Some(Span::new(Amount::new(text.replace('.', pick(lang, ",", ".")), at), low, high));
    let rows = [
        SpanRow::new(
            pick(lang, "Trọng số: Nhóm chỉ số nền tảng chung của tỉnh", "Weights: group of common foundations of the province"),
            [span("0.780 (0.739 – 0.808)", 0.78, 0.739, 0.808), span("0.978 (0.881 – 1.090)", 0.978, 0.881, 1.09)],
        ),
        SpanRow::new(pick(lang, "Sai số", "Errors"), [span("−0.013 (−0.134 – 0.080)", -0.013, -0.134, 0.08), None]),
    ];
    let title = frame(lang, "Dao động của thứ hạng do đâu", "What moves ranks");
    let series = [pick(lang, "Riêng", "First"), pick(lang, "Tổng", "Total")];
    Spans::new(title, ["0".into(), "1".into()], series, rows).into()
}

/// A change by cause: both causes one way, both ways, one only, and other borders.
pub fn causes(lang: Lang) -> Chart {
    let amount = |text: &str, share| Amount::new(text.replace('.', pick(lang, ",", ".")), share);
    let none = || Amount::new("", 0.5);
    let rows = [
        TornadoRow::new("Huế", amount("−0.01", 0.45), amount("+0.1", 1.0)),
        TornadoRow::new("Bà Rịa – Vũng Tàu (hư cấu)", amount("+0.02", 0.6), amount("+0.05", 0.75)),
        TornadoRow::new("Đắk Lắk", none(), amount("−0.1", 0.0)),
        TornadoRow::new("Tuyên Quang", none(), Amount::new(pick(lang, "địa giới đổi", "other borders"), 0.5)),
    ];
    let choices = [pick(lang, "Quy tắc", "Rule"), pick(lang, "Số liệu", "Data")].map(String::from);
    let base = (pick(lang, "không thay đổi", "no change").to_string(), Amount::new("0", 0.5));
    let title = frame(lang, "Thay đổi của điểm theo nguyên nhân", "Change of the score by cause");
    Tornado::new(title, ["−0,1".into(), "+0,1".into()], base, choices, rows).into()
}

/// Figures of two years, and where they lead: years stand where they lie in time.
pub fn projection(lang: Lang) -> Chart {
    let amount = |text: &str, share| Some(Amount::new(text, share));
    let series = [
        LineSeries::new(pick(lang, "Số liệu", "Figures"), [amount("20", 0.4), amount("24", 0.5), None]),
        LineSeries::new(pick(lang, "Theo đường thẳng", "Straight line"), [None, amount("24", 0.5), amount("32", 0.7)]),
        LineSeries::new(pick(lang, "Mục tiêu 2030 (≥)", "Target 2030 (≥)"), [None, None, amount("30", 0.65)]),
    ];
    let title = frame(lang, "Quy mô kinh tế số", "Digital economy");
    Lines::new(title, ["2024", "2026", "2030"], ["0".into(), "46".into()], series).with_times(&[2024.0, 2026.0, 2030.0]).into()
}

/// Every kind in both languages.
pub fn all() -> Vec<Chart> {
    [Lang::Vi, Lang::En]
        .into_iter()
        .flat_map(|lang| {
            [
                ranks(lang, 34),
                lines(lang, 6),
                tornado(lang),
                heat(lang, 9),
                heat(lang, 40),
                levels(lang),
                spans(lang),
                causes(lang),
                projection(lang),
            ]
        })
        .collect()
}
