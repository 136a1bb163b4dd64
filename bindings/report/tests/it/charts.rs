//! What must hold of every chart, whatever it shows.

use crate::examples::{Case, between};
use dothi::Lang;
use dothi_report::Charts;
use dothi_report::chart::{Amount, Axis, Bar, Bars, Chart, Fill, Frame, Gauge, Ladder, Radar, Rung, RungBar, Size, Swatch};

fn all() -> Vec<Chart> {
    let (levels, scores) = (Case::fictional(), Case::scored());
    let of = |case: &Case| -> Vec<Chart> {
        case.assess().iter().flat_map(|a| [Lang::Vi, Lang::En].map(|lang| Charts::new(a, lang).all())).flatten().collect()
    };
    of(&levels).into_iter().chain(of(&scores)).collect()
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
    let charts: Vec<Chart> = vec![
        Radar::new(frame(), [""; 0], []).into(),
        Radar::new(frame(), ["a", "b"], (0..2).map(axis)).into(),
        Radar::new(frame(), ["a", "b"], (0..24).map(axis)).into(),
        Radar::new(frame(), ["a", "b"], (0..500).map(axis)).into(),
        Bars::new(frame(), []).into(),
        Bars::new(frame(), (0..300).map(bar)).into(),
        Gauge::new(frame(), [String::new(), String::new()], []).into(),
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
