//! Charts of panels, as analyses of 34 provinces would make them.

use dothi::Lang;
use dothi_report::chart::{
    Amount, Chart, Correlated, Frame, HeatMap, Key, LineSeries, Lines, Part, RankRow, Ranks, Strip, StripRow, Swatch, Tornado, TornadoRow,
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

/// Every kind in both languages.
pub fn all() -> Vec<Chart> {
    [Lang::Vi, Lang::En]
        .into_iter()
        .flat_map(|lang| [ranks(lang, 34), lines(lang, 6), tornado(lang), heat(lang, 9), heat(lang, 40), levels(lang)])
        .collect()
}
