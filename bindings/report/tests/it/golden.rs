//! One small picture of each kind. `BLESS=1 cargo test -p dothi-report` writes the files anew; look at them before keeping them.

use dothi::{Lang, Outcome};
use dothi_report::chart::{
    Amount, Axis, Bar, Bars, Chart, Fill, Frame, Gauge, Key, Ladder, Part, Radar, Rung, RungBar, Size, Strip, StripRow, Swatch,
};
use std::path::Path;

fn golden(name: &str, chart: impl Into<Chart>) {
    let shown = chart.into().to_svg(Size::Narrow);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.svg"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &shown).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == shown, "{} is not what is drawn now:\n{shown}", path.display());
}

fn frame(title: &str) -> Frame {
    Frame::new(title, "DỮ LIỆU HƯ CẤU; bộ tiêu chí không chính thức · tự đánh giá", Lang::Vi)
}

/// One of every outcome.
fn parts() -> impl Iterator<Item = Part> {
    Outcome::ALL.iter().enumerate().map(|(at, outcome)| Part::new(Key::of(*outcome, Lang::Vi), 1 + at as u32 % 3))
}

#[test]
fn radar() {
    let amounts = |own, other| [Some(Amount::counted(own, 4)), Some(Amount::counted(other, 4))];
    let axes = [
        Axis::new("1", "Giao thông", amounts(4, 3)),
        Axis::new("2", "Năng lượng", amounts(2, 2)),
        Axis::new("3", "Nước", [None, None]),
        Axis::new("4", "An ninh, an toàn, cảnh báo rủi ro thiên tai", amounts(0, 1)),
    ];
    golden("radar", Radar::new(frame("Tỷ lệ tiêu chí đạt"), ["Tự đánh giá", "Đã thẩm định"], axes));
}

#[test]
fn bars() {
    let rows = [
        Bar::new("Mọi kết quả", "1/21", Fill::Boxes(parts().collect())),
        Bar::new("I Nền tảng", "4,5 / 6", Fill::Share(Swatch::of(Outcome::Passed), Some(Amount::new("4,5", 0.75)))).at_depth(0),
        Bar::new("chưa có", "–", Fill::Share(Swatch::of(Outcome::Scored), None)).at_depth(2),
    ];
    golden("bars", Bars::new(frame("Tiêu chí theo nhóm"), rows));
}

#[test]
fn ladder() {
    let bar = |met, outcome| {
        RungBar::new(format!("{met}/22 chỉ số cơ bản đạt"), Amount::counted(met, 22), Some(Amount::new("0,75", 0.75)), outcome)
    };
    let rungs = [
        Rung::new("1", "Cấp độ 1 – xây dựng nền tảng", [("tự đánh giá: đạt".into(), Outcome::Passed)], [bar(19, Outcome::Passed)]),
        Rung::new(
            "2",
            "Cấp độ 2 – liên kết hệ thống",
            [("tự đánh giá: chưa xác định".into(), Outcome::Undecided)],
            [bar(13, Outcome::BelowThreshold)],
        ),
    ];
    golden("ladder", Ladder::new(frame("Các cấp độ"), rungs));
}

#[test]
fn gauge() {
    let rows = [("Tự đánh giá".into(), Amount::new("0,800175", 0.800175))];
    let gauge = Gauge::new(frame("Điểm"), ["0".into(), "1".into()], rows);
    golden("gauge", gauge.with_beside("đã công bố", Amount::new("0,7163", 0.7163)));
}

#[test]
fn strip() {
    let rows = [StripRow::new("Tự đánh giá", parts()), StripRow::new("Đã thẩm định", parts().take(4))];
    golden("strip", Strip::new(frame("Tiêu chí theo kết quả"), rows));
}

#[test]
fn pictures_of_panels() {
    use crate::made;
    for (name, chart) in [
        ("ranks", made::ranks(Lang::Vi, 6)),
        ("lines", made::lines(Lang::Vi, 3)),
        ("tornado", made::tornado(Lang::Vi)),
        ("heat", made::heat(Lang::Vi, 5)),
        ("spans", made::spans(Lang::Vi)),
        ("causes", made::causes(Lang::Vi)),
        ("projection", made::projection(Lang::Vi)),
    ] {
        golden(name, chart);
    }
    golden("levels", made::levels(Lang::Vi));
}
