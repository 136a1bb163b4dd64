//! Reports by the sets that have no levels, no score or no groups, of the fictional places made for them.

use crate::examples::{Case, between};
use crate::page::visible;
use dothi::Lang;
use dothi_report::{chart::Size, html};

fn page(case: &Case, lang: Lang) -> String {
    visible(&html(&case.assess(), lang))
}

#[test]
fn a_score_of_few_criteria_says_how_few() {
    let case = Case::of_file("u4ssc@2017", "vi-du-u4ssc", None);
    let vi = page(&case, Lang::Vi);
    assert!(vi.contains("Điểm 1 – từ 95 %; chấm 1/90 tiêu chí, còn lại không chấm (bản chép chưa đối chiếu"), "{vi}");
    assert!(page(&case, Lang::En).contains("Score 1 – 95 % or more; 1 of 90 criteria scored, the rest are not (a transcription"));
    assert!(vi.contains("Mọi tiêu chí được chấm đều có điểm tối đa."));
}

#[test]
fn charts_leave_out_what_is_only_shown() {
    let case = Case::of_file("u4ssc@2017", "vi-du-u4ssc", None);
    let assessments = case.assess();
    let charts = dothi_report::Charts::new(&assessments[0], Lang::Vi).groups();
    let drawn: Vec<String> = charts.iter().map(|chart| chart.to_svg(Size::Narrow)).collect();
    assert_eq!(drawn.len(), 1, "one group with a score makes no radar");
    assert!(drawn[0].contains("Thuê bao băng rộng cố định") && !drawn[0].contains("chỉ theo dõi"));
    // The table of groups has those with a score; the others are counted.
    let seen = page(&case, Lang::Vi);
    assert!(seen.contains("Nhóm không có tiêu chí nào được chấm không ghi ở đây: 34."));
}

#[test]
fn a_figure_that_is_only_shown_and_missing_is_said_to_be_missing() {
    let case = Case::of_file("tt01@2018", "vi-du-tt01", None).only("X-1006");
    let (vi, en) = (page(&case, Lang::Vi), page(&case, Lang::En));
    assert!(vi.contains("Chỉ theo dõi; ∅ chưa có số liệu") || vi.contains("chỉ theo dõi; ∅ chưa có số liệu"));
    assert!(en.contains("monitored; ∅ no data"));
    assert!(!vi.contains("Không có tiêu chí nào thiếu số liệu"));
    assert!(page(&Case::of_file("tt01@2018", "vi-du-tt01", None).only("X-1001"), Lang::Vi).contains("Không có tiêu chí nào thiếu số liệu"));
}

#[test]
fn a_difference_has_as_many_digits_as_the_values_beside_it() {
    let seen = page(&Case::of_file("tt01@2018", "vi-du-tt01", None).only("X-1006"), Lang::Vi);
    assert!(seen.contains("34,2911…\u{a0}%") || seen.contains("34,2911… %"));
    assert!(seen.contains("+28,8224…") && !seen.contains("+28,82243"));
}

#[test]
fn places_are_not_said_to_have_levels_where_there_are_none() {
    for (set, file) in [("tt01@2018", "vi-du-tt01"), ("nq148@2022", "vi-du-nq148"), ("nq111@2025", "vi-du-nq111-loai-1")] {
        let case = Case::of_file(set, file, None);
        assert!(page(&case, Lang::Vi).contains("Không xếp hạng; thứ tự là thứ tự trong tệp."), "{set}");
        assert!(!page(&case, Lang::Vi).contains("Cấp độ không được xếp hạng"), "{set}");
        assert!(page(&case, Lang::En).contains("Nothing is ranked"), "{set}");
    }
    assert!(page(&Case::fictional(), Lang::Vi).contains("Cấp độ không được xếp hạng; thứ tự"));
}

#[test]
fn a_place_of_which_nothing_is_asked_is_not_zero_of_zero() {
    let case = Case::of_file("nq148@2022", "vi-du-nq148", None).only("X-00");
    let (vi, en) = (page(&case, Lang::Vi), page(&case, Lang::En));
    assert!(vi.contains("Không có chỉ tiêu nào áp dụng cho nơi này (bản chép") && !vi.contains("0/0"));
    assert!(en.contains("No target applies to this place (a transcription") && !en.contains("0 of 0"));
}

#[test]
fn a_set_without_groups_has_no_section_of_groups_and_names_criteria_without_numbers() {
    let case = Case::of_file("nq148@2022", "vi-du-nq148", None).only("X");
    let seen = page(&case, Lang::Vi);
    assert!(!seen.contains("Kết quả theo nhóm"));
    assert!(seen.contains("(fibre, account, gdp, digital)") && !seen.contains("(–)"), "clauses name them by id");
    assert!(seen.contains("khoảng\u{a0}75\u{a0}%") || seen.contains("khoảng 75 %"), "as printed, not 75–75");
    assert!(!seen.contains("75–75"));
}

#[test]
fn a_score_with_two_ends_shows_both_in_a_comparison() {
    let case = Case::of_file("nq111@2025", "vi-du-nq111-loai-2-3", None);
    let page = html(&case.assess(), Lang::Vi);
    let charts: Vec<&str> = between(&page, "<svg", "</svg>").into_iter().filter(|svg| svg.contains("Điểm của các địa phương")).collect();
    assert_eq!(charts.len(), 2, "wide and narrow");
    assert!(charts.iter().all(|svg| svg.contains(">37,09…–54,59…<") && !svg.contains("chưa tính được điểm")), "{charts:?}");
}

#[test]
fn numbers_around_a_narrow_radar_are_whole() {
    let case = Case::of_file("nq111@2025", "vi-du-nq111-loai-2-3", None).only("X-1001");
    let assessments = case.assess();
    let radar = dothi_report::Charts::new(&assessments[0], Lang::Vi).groups().remove(0).to_svg(Size::Narrow);
    for number in ["2A.I", "2A.II", "2A.III.1", "2A.III.2", "2A.III.3"] {
        assert!(radar.contains(&format!(">{number}<")), "{number}");
    }
}

#[test]
fn per_cents_of_a_triangle_stand_apart() {
    let case = Case::of_file("nq111@2025", "vi-du-nq111-loai-1", None).only("X-10");
    let assessments = case.assess();
    let radar = dothi_report::Charts::new(&assessments[0], Lang::Vi).groups().remove(0).to_svg(Size::Wide);
    let height = |text: &str| -> f64 {
        let before = radar.split(&format!(">{text}<")).next().unwrap();
        before.rsplit(" y=\"").next().unwrap().split('"').next().unwrap().parse().unwrap()
    };
    assert!(height("75 %") - height("100 %") > 30.0 && height("50 %") - height("75 %") > 30.0);
}

#[test]
fn a_plan_says_which_result_it_starts_from() {
    // Met as self-assessed, not met as verified: "met" alone would say too much.
    let case = Case::of_file("nq111@2025", "vi-du-nq111-loai-1", None).only("X-11");
    assert!(page(&case, Lang::Vi).contains("Đã đạt. Tính từ kết quả tự đánh giá."));
    assert!(page(&case, Lang::En).contains("Planned from the self-assessed result."));
}

#[test]
fn one_criterion_is_fragile_and_several_are() {
    let said = |code| page(&Case::of_file("nq111@2025", "vi-du-nq111-loai-1", None).only(code), Lang::En);
    assert!(said("X-10").contains("1 criterion is fragile") && said("X-11").contains("3 criteria are fragile"));
}

#[test]
fn empty_cells_take_no_room_on_a_narrow_screen() {
    // The rule must outweigh `table.stack td[data-label]`, which lays out every other cell.
    let page = html(&Case::of_file("nq03@2025", "vi-du-nq03", None).assess(), Lang::Vi);
    assert!(page.contains("table.stack td.none[data-label]{display:none}"));
    assert!(page.contains("<td class=\"word none\" data-label=\""));
}
