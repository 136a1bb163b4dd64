//! Every fault is found at its place, and alone: rows that do not fit each other.

use super::mini::{edited, faults, files, only, run};
use crate::criteria::CriteriaSet;
use alloc::format;

#[test]
fn a_key_stands_once() {
    only("crosswalk.csv", "old-share,share,renamed", "body,body,renamed", "table.doubled_row crosswalk.csv, row 3, column id_before");
    only("groups.csv", "plan,1", "plan,2", "table.doubled_row groups.csv, row 3, column n");
    only("steps.csv", "step,2", "step,1", "table.doubled_row steps.csv, row 4, column step");
    only("edition.csv", "effective", "published", "table.doubled_row edition.csv, row 12, column key");
    let again = "all,local_criteria,allowed,reported,press,page 2,secondary,";
    only("levels.csv", again, &format!("{again}\n{again}"), "table.doubled_row levels.csv, row 19, column key");
}

#[test]
fn a_crosswalk_names_every_criterion_and_its_edition_before() {
    only("crosswalk.csv", ",pulse,added,\n", "", "set.crosswalk_incomplete crosswalk.csv, column id_now");
    only("crosswalk.csv", ",pulse,added", ",hall,added", "table.doubled_row crosswalk.csv, row 10, column id_now");
    only("edition.csv", "supersedes,mini@2022-u1,,\n", "", "table.missing_row crosswalk.csv");
    only("edition.csv", "mini@2022-u1", "mini 2022", "set.crosswalk_from /crosswalk/from");
    let set = CriteriaSet::from_json(run(&files()).unwrap().as_bytes()).unwrap();
    let crosswalk = set.header().crosswalk.as_ref().unwrap();
    assert_eq!((crosswalk.from.as_str(), crosswalk.rows.len()), ("mini@2022-u1", 9));
    let row = &crosswalk.rows[1];
    assert_eq!((row.before.as_deref(), row.now.as_deref(), row.kind.as_str()), (Some("old-share"), Some("share"), "renamed"));
    assert_eq!(row.note.as_deref(), Some("Same meaning."));
}

#[test]
fn what_a_row_names_is_in_its_table() {
    for (table, from, to, expected) in [
        ("criteria.csv", "age,plan,", "age,plain,", "criteria.csv, row 4, column group"),
        ("criteria.csv", "province;commune", "province;village", "criteria.csv, row 2, column applies_to"),
        ("inputs.csv", "watch,numerator,people", "watch,numerator,peoples", "inputs.csv, row 8, column unit"),
        ("groups.csv", "press,page 3,secondary,As", "presses,page 3,secondary,As", "groups.csv, row 3, column source"),
        ("variants.csv", "share,2,centrally_run", "liking,1,centrally_run", "variants.csv, row 3, column level"),
        ("variants.csv", "body,1", "body,3", "variants.csv, row 4, column level"),
        ("crosswalk.csv", "old-share,share", "old-share,shares", "crosswalk.csv, row 3, column id_now"),
    ] {
        only(table, from, to, &format!("table.unknown_reference {expected}"));
    }
}

#[test]
fn a_source_that_nothing_cites_is_a_fault() {
    only(
        "sources.csv",
        "own,set_rule",
        "idle,law,,A,B,C,D,,,,2026,primary,\nown,set_rule",
        "set.unused_source sources.csv, row 5, column id",
    );
}

#[test]
fn a_row_without_effect_is_a_fault() {
    for (table, from, to, expected) in [
        ("inputs.csv", "age,value", "body,value,yes_no,,,,,,\nage,value", "inputs.csv, row 2, column role"),
        ("inputs.csv", "age,value", "share,value,people,,,,,,\nage,value", "inputs.csv, row 2, column role"),
        ("steps.csv", "step,1,Có,Some", "step,1,Có,Some\nbody,0,A,B", "steps.csv, row 3, column id"),
        ("thresholds.csv", "liking,2", "watch,1,1,derived,,no,,,,law,x,\nliking,2", "thresholds.csv, row 11, column id"),
        ("levels.csv", "all,cumulative", "3,extra,x,reported,own,x,primary,\nall,cumulative", "levels.csv, row 13, column level"),
    ] {
        only(table, from, to, &format!("table.unused_row {expected}"));
    }
}

#[test]
fn a_row_that_others_need_is_missed() {
    for (table, from, expected) in [
        ("edition.csv", "status,reference,,\n", "edition.csv, column key"),
        ("levels.csv", "all,level_count,2,reported,law,art. 1,primary,Two levels.\n", "levels.csv, column key"),
        ("levels.csv", "2,name_en,two,reported,law,art. 1,primary,\n", "levels.csv, column key"),
        ("levels.csv", "all,survey_z,1.96,parameter,own,rule 7,primary,\n", "levels.csv, column key"),
        (
            "levels.csv",
            "all,not_applicable,left_out_of_both,parameter,own,rule 6,primary,Missing data is not met.\n",
            "levels.csv, column key",
        ),
        ("inputs.csv", "share,denominator,people,yes,,0,,yes,Base year 2020.\n", "criteria.csv, row 6, column kind"),
        (
            "thresholds.csv",
            "hall,2,12.5,official_band,class_band,no,figure-1,band,in_force,law,annex,\n",
            "criteria.csv, row 5, column kind",
        ),
        ("steps.csv", "step,1,Có,Some\nstep,0,Chưa có,None\nstep,2,Đủ,All\n", "criteria.csv, row 3, column kind"),
    ] {
        only(table, from, "", &format!("table.missing_row {expected}"));
    }
}

#[test]
fn a_level_without_conditions_is_a_fault() {
    let edits = [
        ("levels.csv", "1,basic_share_min,0.5,parameter,press;law,page 1;art. 2,secondary,Half.\n", ""),
        ("levels.csv", "all,elective_min_met", "2,elective_min_met"),
    ];
    assert_eq!(faults(&edited(&edits)), ["table.missing_row levels.csv, column key"]);
}

#[test]
fn a_group_needs_criteria() {
    let idle = "idle,3,Trống,Empty,press,page 3,secondary,\nplan,1";
    only("groups.csv", "plan,1", idle, "table.group_without_criteria groups.csv, row 3, column id");
}

#[test]
fn the_weakest_source_decides_the_confidence() {
    only("groups.csv", "page 3,secondary,As", "page 3,mirror,As", "table.confidence groups.csv, row 3, column confidence");
    only("criteria.csv", "art. 8,,mirror", "art. 8,,primary", "table.confidence criteria.csv, row 6, column confidence");
    only("variants.csv", "primary,Large.", "secondary,Large.", "table.confidence variants.csv, row 2, column confidence");
    only("levels.csv", "secondary,Half.", "primary,Half.", "table.confidence levels.csv, row 7, column confidence");
}

#[test]
fn a_carried_threshold_repeats_the_level_below() {
    only("thresholds.csv", "age,2,9", "age,2,8", "table.carried thresholds.csv, row 7, column carried");
    only("thresholds.csv", "age,2,9,assumption,,yes,", "age,2,9,assumption,,yes,f", "table.carried thresholds.csv, row 7, column carried");
    only("thresholds.csv", "liking,2,50,derived,,no", "liking,2,50,derived,,yes", "table.carried thresholds.csv, row 11, column carried");
}

#[test]
fn a_value_is_entered_in_the_unit_of_its_criterion() {
    only("inputs.csv", "pulse,value,years", "pulse,value,people", "table.input_unit inputs.csv, row 10, column unit");
}

#[test]
fn a_variant_depends_on_attributes_that_places_have() {
    for bad in ["urban_class", "urban_class=6", "urban_class=1|1", "heritage=yes", "size=1", "heritage=true;heritage=true"] {
        only("variants.csv", "centrally_run=true", bad, "table.bad_condition variants.csv, row 3, column when");
    }
}

#[test]
fn a_rule_that_computes_has_the_value_and_the_place_it_computes_for() {
    only("levels.csv", "left_out_of_both", "not_met", "table.rule_value levels.csv, row 16, column value");
    only("levels.csv", "all_lower_levels", "none", "table.rule_value levels.csv, row 13, column value");
    only("levels.csv", "all,max_not_applicable_share", "1,max_not_applicable_share", "table.rule_level levels.csv, row 12, column level");
}

#[test]
fn all_faults_are_found_at_once() {
    let edits = [
        ("edition.csv", "published,2026-01-02", "published,2026-13"),
        ("criteria.csv", "age,plan,1.3,quantity", "age,plan,,quantities"),
        ("thresholds.csv", "hall,2,12.5", "hall,2,many"),
        ("crosswalk.csv", "old-step,step,merged", "old-step,stop,merged"),
    ];
    let expected = [
        "json.bad_date edition.csv, row 11, column value",
        "json.decimal_grammar thresholds.csv, row 8, column value",
        "table.missing_cell criteria.csv, row 4, column label",
        "json.unknown_choice criteria.csv, row 4, column kind",
        "table.unknown_reference crosswalk.csv, row 4, column id_now",
    ];
    assert_eq!(faults(&edited(&edits)), expected);
}

#[test]
fn what_only_the_whole_file_shows_comes_from_loading_it() {
    only("thresholds.csv", "share,1,50", "share,1,90", "set.not_monotone /criteria/4/judge/0/thresholds/1");
}
