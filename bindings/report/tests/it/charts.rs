//! What must hold of every chart, whatever it shows.

use crate::examples::{Case, between};
use dothi::Lang;
use dothi_report::Charts;
use dothi_report::chart::{
    Amount, Axis, Bar, Bars, Chart, Correlated, Fill, Frame, Gauge, HeatMap, Ladder, LineSeries, Lines, Radar, RankRow, Ranks, Rung,
    RungBar, Size, Swatch, Tornado,
};

fn all() -> Vec<Chart> {
    let (levels, scores) = (Case::fictional(), Case::scored());
    let of = |case: &Case| -> Vec<Chart> {
        case.assess().iter().flat_map(|a| [Lang::Vi, Lang::En].map(|lang| Charts::new(a, lang).all())).flatten().collect()
    };
    of(&levels).into_iter().chain(of(&scores)).chain(crate::made::all()).collect()
}

/// The attribute of an element, as a number.
fn number(element: &str, name: &str) -> f64 {
    between(element, &format!(" {name}=\""), "\"")[0].parse().unwrap()
}

#[test]
fn every_kind_is_drawn_for_the_examples() {
    let kinds = |case: Case| {
        let assessments = case.assess();
        let charts = Charts::new(&assessments[0], Lang::Vi);
        charts.all().iter().map(|c| format!("{c:?}").split('(').next().unwrap().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(Case::fictional()), ["Strip", "Ladder", "Radar", "Bars"]);
    assert_eq!(kinds(Case::scored()), ["Strip", "Gauge", "Radar", "Bars"]);
}

#[test]
fn no_text_leaves_the_picture() {
    for chart in all() {
        for size in [Size::Wide, Size::Narrow] {
            let svg = chart.to_svg(size);
            let height: f64 = between(&svg, "viewBox=\"0 0 ", "\"")[0].split(' ').nth(1).unwrap().parse().unwrap();
            for text in between(&svg, "<text", "</text>") {
                let words = text.split_once('>').unwrap().1.replace("&amp;", "&");
                // Letters of a text are not narrower than this on average; the renderer itself reckons with more.
                let wide = number(text, "font-size") * 0.45 * words.chars().count() as f64;
                let (x, y) = (number(text, "x"), number(text, "y"));
                let left = match text {
                    t if t.contains("\"middle\"") => x - wide / 2.0,
                    t if t.contains("\"end\"") => x - wide,
                    _ => x,
                };
                assert!(left >= 0.0 && left + wide <= size.width() && y > 0.0 && y < height, "{words} in {}", chart.frame().title);
            }
        }
    }
}

#[test]
fn names_around_a_circle_do_not_touch() {
    let case = Case::fictional();
    for assessment in case.assess() {
        for lang in [Lang::Vi, Lang::En] {
            let charts = Charts::new(&assessment, lang).groups();
            let Some(radar @ Chart::Radar(_)) = charts.first() else { panic!("a radar") };
            let svg = radar.to_svg(Size::Wide);
            // What stands between the web and the key: the names with their figures.
            let texts: Vec<(f64, f64, f64, f64)> = between(&svg, "<text", "</text>")
                .into_iter()
                .filter(|t| t.contains(" font-size=\"11\"") && !t.contains("dc-dim"))
                .map(|t| {
                    let (size, words) = (number(t, "font-size"), t.split_once('>').unwrap().1);
                    let (x, y, wide) = (number(t, "x"), number(t, "y"), size * 0.45 * words.chars().count() as f64);
                    let left = if t.contains("\"middle\"") {
                        x - wide / 2.0
                    } else if t.contains("\"end\"") {
                        x - wide
                    } else {
                        x
                    };
                    (left, left + wide, y - size, y)
                })
                .collect();
            assert!(texts.len() >= 34, "17 names with a figure each");
            for (at, a) in texts.iter().enumerate() {
                for b in &texts[at + 1..] {
                    assert!(a.1 <= b.0 || b.1 <= a.0 || a.3 <= b.2 + 0.5 || b.3 <= a.2 + 0.5, "{a:?} {b:?}");
                }
            }
        }
    }
}

#[test]
fn title_description_and_marks_are_there_for_those_who_do_not_see() {
    for chart in all() {
        let svg = chart.to_inline_svg(Size::Wide, "x");
        assert!(svg.contains("role=\"img\" aria-labelledby=\"dc-x-title dc-x-desc\""));
        assert!(!chart.frame().marks.is_empty() && chart.description().contains(&chart.frame().marks));
        assert!(!svg.contains("<style"), "the page holds it once");
        let file = chart.to_svg(Size::Wide);
        assert!(file.contains("<style") && file.contains("prefers-color-scheme:dark"));
        assert_eq!(file, chart.to_svg(Size::Wide));
    }
}

#[test]
fn figures_at_the_end_of_bars_are_whole() {
    for chart in all() {
        let Chart::Bars(bars) = &chart else { continue };
        for size in [Size::Wide, Size::Narrow] {
            let svg = chart.to_svg(size);
            assert!(bars.rows.iter().all(|row| svg.contains(&format!(">{}</text>", row.end))), "{:?}", bars.frame.title);
        }
    }
}

#[test]
fn amounts_that_are_no_share_are_drawn_at_the_nearer_end() {
    for (given, drawn) in [(f64::NAN, "0.0"), (f64::INFINITY, "1.0"), (-1.0, "0.0"), (2.0, "1.0")] {
        assert_eq!(format!("{:?}", Amount::new("x", given).share), drawn);
    }
    assert_eq!(format!("{:?}", Amount::counted(0, 0).share), "0.0");
}

#[test]
fn charts_of_nothing_and_of_very_much_are_drawn() {
    let frame = || Frame::new("", "", Lang::Vi);
    let axis = |at: usize| Axis::new(at.to_string(), "Nhóm có tên rất dài ".repeat(20), [Some(Amount::counted(1, 2)), None]);
    let bar =
        |n: u32| Bar::new("x".repeat(500), "y".repeat(500), Fill::Share(Swatch::of(dothi::Outcome::Passed), Some(Amount::counted(n, 7))));
    let many =
        |n: u32| LineSeries::new("x".repeat(500), (0..500).map(|at| (at % 7 > 0).then(|| Amount::counted(n, 50)))).with_breaks(0..500);
    let charts: Vec<Chart> = vec![
        Radar::new(frame(), [""; 0], []).into(),
        Radar::new(frame(), ["a", "b"], (0..2).map(axis)).into(),
        Radar::new(frame(), ["a", "b"], (0..24).map(axis)).into(),
        Radar::new(frame(), ["a", "b"], (0..500).map(axis)).into(),
        Bars::new(frame(), []).into(),
        Bars::new(frame(), (0..300).map(bar)).into(),
        Gauge::new(frame(), [String::new(), String::new()], []).into(),
        Ranks::new(frame(), 0, []).into(),
        Ranks::new(frame(), 1, [RankRow::new("a", "1", f64::NAN).with_interval(f64::NEG_INFINITY, f64::INFINITY)]).into(),
        Ranks::new(frame(), u32::MAX, (1..300).map(|n| RankRow::new("x".repeat(500), "y".repeat(500), f64::from(n)))).into(),
        Lines::new(frame(), [""; 0], [String::new(), String::new()], []).into(),
        Lines::new(frame(), ["x".repeat(500)], ["a".repeat(99), String::new()], [LineSeries::new("", [None, None]).with_breaks([0, 9])])
            .into(),
        Lines::new(frame(), (0..500).map(|n| n.to_string()), [String::new(), String::new()], (0..50).map(many)).into(),
        Tornado::new(frame(), [String::new(), String::new()], (String::new(), Amount::new("", 0.0)), [String::new(), String::new()], [])
            .into(),
        HeatMap::new(frame(), [""; 0], []).into(),
        HeatMap::new(frame(), ["a", "b", "c"], [vec![], vec![Some(Correlated::new("?", f64::NAN))]]).into(),
        HeatMap::new(frame(), ["a"; 300], []).into(),
        Ladder::new(
            frame(),
            [Rung::new("1", "x".repeat(900), [], [RungBar::new("", Amount::counted(1, 1), None, dothi::Outcome::Passed)])],
        )
        .into(),
    ];
    for chart in charts {
        for size in [Size::Wide, Size::Narrow] {
            let svg = chart.to_svg(size);
            assert!(svg.ends_with("</svg>\n") && !svg.contains("NaN") && !svg.contains("inf"), "{}", &svg[..200]);
        }
    }
}

#[test]
fn nothing_is_joined_across_a_break_or_a_gap() {
    let Chart::Lines(chart) = crate::made::lines(Lang::Vi, 2) else { panic!("lines") };
    let svg = Chart::from(chart.clone()).to_svg(Size::Wide);
    let paths: Vec<&str> =
        between(&svg, "<path d=\"", "/>").into_iter().filter(|path| path.contains("stroke-width=\"2.25\"") && path.contains('L')).collect();
    // Seven periods, six steps; the break takes one, the missing figure of the second line two more.
    let joined: Vec<usize> = paths.iter().map(|path| path.split('"').next().unwrap().matches('L').count()).collect();
    assert_eq!(joined, [5, 3]);
    assert!(svg.contains(">B</text>") && svg.contains("gián đoạn chuỗi số liệu"));
    let table = Chart::from(chart).table();
    assert!(table[1][6].ends_with(" (B)") && table[2][4] == "–", "{table:?}");
}

#[test]
fn a_rank_stands_within_its_interval() {
    let svg = crate::made::ranks(Lang::En, 34).to_svg(Size::Wide);
    let whiskers = between(&svg, "<path d=\"", "\"").into_iter().filter(|d| d.contains('H') && d.contains("v8"));
    let marks: Vec<f64> = between(&svg, "<path d=\"M", " ")
        .into_iter()
        .zip(between(&svg, "<path d=\"", "\""))
        .filter(|(_, d)| d.contains("a4 4 0 1 0 8 0"))
        .map(|(x, _)| x.parse::<f64>().unwrap() + 4.0)
        .collect();
    let ends: Vec<(f64, f64)> = whiskers
        .map(|d| {
            (d[1..].split(' ').next().unwrap().parse().unwrap(), d.split('H').nth(1).unwrap().split('M').next().unwrap().parse().unwrap())
        })
        .collect();
    assert_eq!((marks.len(), ends.len()), (34, 34));
    assert!(marks.iter().zip(&ends).all(|(x, (low, high))| low - 0.01 <= *x && *x <= high + 0.01));
    assert!(marks.is_sorted());
}

#[test]
fn the_form_of_a_mark_says_the_sign_of_a_correlation() {
    let Chart::HeatMap(chart) = crate::made::heat(Lang::En, 9) else { panic!("a heat map") };
    let values: Vec<f64> = chart.cells.iter().flatten().flatten().map(|own| own.value).collect();
    let svg = Chart::from(chart.clone()).to_svg(Size::Wide);
    // One of each in the key.
    let drawn = |class: &str| svg.matches(&format!("class=\"dc-{class} dc-edge\"")).count() - 1;
    assert_eq!(drawn("minus"), values.iter().filter(|r| **r < 0.0).count());
    assert_eq!(drawn("plus"), values.iter().filter(|r| **r > 0.0).count());
    assert_eq!(Chart::from(chart).table().len(), values.len() + 1);
}
