//! A small edition with a criterion of each kind; no cell holds a comma.

use crate::finding::Findings;
use crate::import::import;
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) type Files = Vec<(&'static str, String)>;

const TABLES: &[(&str, &str)] = &[
    (
        "edition.csv",
        "key,value,value_vi,value_en
set,mini,,
edition,2026,,
revision,1,,
stage,draft,,
status,reference,,
retrospective,yes,,
title,,Bộ nhỏ,Small set
issuer,,Nhóm biên soạn,Authors
authoritative,vi,,
published,2026-01-02,,
effective,2026-02,,
supersedes,mini@2022-u1,,
not_official,,Không chính thức.,Not official.
missing_part,,Thiếu phần này.,This part is missing.
missing_part,,Thiếu phần kia.,That part is missing.
note,,Một lưu ý.,A remark.
",
    ),
    (
        "sources.csv",
        "id,kind,number,title_vi,title_en,issuer_vi,issuer_en,issued,effective,url,retrieved,confidence,note
law,law,1/2026,Luật,Law,Quốc hội,Assembly,2026-01-01,2026-03,https://example.org,2026-04-01,primary,Read.
copy,decree,,Nghị định,Decree,Chính phủ,Government,,,,2026-04-01,mirror,
press,press,,Báo,Press,Tòa soạn,Newsroom,2026,,,2026-04-01,secondary,
own,set_rule,,Quy ước,Convention,Nhóm biên soạn,Authors,,,,2026-04-01,primary,
",
    ),
    (
        "levels.csv",
        "level,key,value,status,source,clause,confidence,note
all,level_count,2,reported,law,art. 1,primary,Two levels.
1,name_vi,một,reported,law,art. 1,primary,
1,name_en,one,reported,law,art. 1,primary,
2,name_vi,hai,reported,law,art. 1,primary,
2,name_en,two,reported,law,art. 1,primary,
1,basic_share_min,0.5,parameter,press;law,page 1;art. 2,secondary,Half.
2,basic_share_min,0.75,parameter,press,page 1,secondary,
all,elective_min_met,1,parameter,own,rule 1,primary,
2,group_share_min,0.25,parameter,own,rule 2,primary,
all,min_applicable_basic,2,parameter,own,rule 3,primary,
all,max_not_applicable_share,0.5,parameter,own,rule 4,primary,
all,cumulative,all_lower_levels,parameter,own,rule 5,primary,
all,no_evidence,not_met,reported,law,art. 3,primary,
all,plans_without_results,not_met,reported,law,art. 3,primary,
all,not_applicable,left_out_of_both,parameter,own,rule 6,primary,Missing data is not met.
all,survey_z,1.96,parameter,own,rule 7,primary,
all,local_criteria,allowed,reported,press,page 2,secondary,
",
    ),
    (
        "groups.csv",
        "id,n,title_vi,title_en,source,clause,confidence,note
life,2,Đời sống,Life,press,page 3,secondary,
plan,1,Quy hoạch,Planning,press,page 3,secondary,As printed.
",
    ),
    (
        "units.csv",
        "id,symbol_vi,symbol_en,factor,note
percent,%,%,100,ratio times 100
yes_no,có/không,yes/no,,
step,bậc,step,1,
people,người,people,1,
years,năm,years,1,
",
    ),
    (
        "unit-kinds.csv",
        "kind,judged_as,title_vi,title_en,basis,level,note
province,province,,,source,,
urban_area,commune,đô thị dưới tỉnh,town of a province,assumption,reading,Our reading.
",
    ),
    (
        "criteria.csv",
        "id,group,label,kind,title_vi,title_en,question_vi,question_en,unit,numerator_vi,numerator_en,denominator_vi,denominator_en,direction,tier,applies_to,parts,evidence_vi,evidence_en,definition_source,definition_clause,related,confidence,note
body,plan,1.1,boolean,Cơ quan,Body,Có cơ quan không?,Is there a body?,yes_no,,,,,more,basic,province;commune,single,Quyết định,Decision,law;press,art. 4;page 4,tag:1;tag: 2,secondary,Placed.
step,plan,1.2,ordinal,Mức mở,Openness,,,step,,,,,more,basic,province,,Địa chỉ,Address,law,art. 5,,primary,
age,plan,1.3,quantity,Số năm,Years,Bao nhiêu năm?,How many years?,years,,,,,less,elective,,each,Quyết định,Decision,law,art. 6,,primary,
hall,life,2.1,count,Số người,People,,,people,,,,,more,elective,province,,Danh mục,List,law,art. 7,,primary,
share,life,2.2,ratio,Tỷ lệ,Share,,,percent,Người có,People with,Mọi người,All people,more,basic,province,sum,Số liệu,Data,law,art. 8,,mirror,
liking,life,2.3,survey,Hài lòng,Satisfaction,,,percent,Hài lòng,Satisfied,Trả lời,Respondents,more,basic,province,,Phiếu,Form,law,art. 9,,primary,
watch,life,2.4,monitor,Theo dõi,Watched,,,percent,Tử số,Numerator,Mẫu số,Denominator,none,,province,,,,law,art. 10,,primary,
pulse,life,2.5,monitor,Nhịp,Pulse,,,years,,,,,more,,province,,Nhật ký,Log,copy,art. 11,,mirror,
",
    ),
    (
        "inputs.csv",
        "id,role,unit,whole,minimum,above,within_denominator,own_period,note
age,value,years,no,0,,,no,
hall,value,people,yes,0,,,no,
share,denominator,people,yes,,0,,yes,Base year 2020.
share,numerator,people,yes,0,,yes,no,Residents only.
liking,numerator,people,yes,0,,yes,no,
liking,denominator,people,yes,,0,,no,
watch,numerator,people,no,0,,no,no,
watch,denominator,people,no,,0,,no,
pulse,value,years,no,,,,no,
",
    ),
    (
        "steps.csv",
        "id,step,label_vi,label_en
step,1,Có,Some
step,0,Chưa có,None
step,2,Đủ,All
",
    ),
    (
        "thresholds.csv",
        "id,level,value,basis,use,carried,figure,printed_op,horizon,source,clause,note
body,1,yes,derived,placement;requirement,no,,,,law,art. 4,
body,2,yes,derived,placement,yes,,,,law,art. 4,
step,1,1,derived,,no,,,,law,art. 5,
step,2,2,derived,,no,,,,law,art. 5,
age,1,9,assumption,,no,,,,own,rule 8,
age,2,9,assumption,,yes,,,,own,rule 8,
hall,2,12.5,official_band,class_band,no,figure-1,band,in_force,law,annex,
share,2,70,official_target,national_target,no,figure-2,gt,2030,law;copy,art. 8;art. 1,For 2030.
share,1,50,official_target,,no,figure-3,ge,2025,law,art. 8,
liking,2,50,derived,,no,,,,law,art. 9,
",
    ),
    (
        "variants.csv",
        "id,level,when,value,basis,source,clause,confidence,note
share,2,urban_class=special|1;heritage=false,80,derived,law,art. 8,primary,Large.
share,2,centrally_run=true,75,derived,law,art. 8,primary,
body,1,special_factors=true,yes,derived,law,art. 4,primary,
",
    ),
    (
        "crosswalk.csv",
        "id_before,id_now,kind,note
body,body,same,
old-share,share,renamed,Same meaning.
old-step,step,merged,
gone,,dropped,
,hall,added,
age,age,threshold_changed,
body-two,liking,merged,
watch,watch,same,
,pulse,added,
",
    ),
];

pub(super) fn files() -> Files {
    TABLES.iter().map(|(name, text)| (*name, String::from(*text))).collect()
}

pub(super) fn run(files: &Files) -> Result<String, Findings> {
    let slices: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    import(&slices)
}

/// The small edition with texts replaced once each: table, text, replacement.
pub(super) fn edited(edits: &[(&str, &str, &str)]) -> Files {
    let mut files = files();
    for (table, from, to) in edits {
        let (_, text) = files.iter_mut().find(|(name, _)| name == table).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{table}: {from}");
        *text = text.replace(from, to);
    }
    files
}

/// `code table, row, column` of every finding; each says all it has to say in both languages.
pub(super) fn faults(files: &Files) -> Vec<String> {
    let findings = run(files).unwrap_err();
    for message in findings.iter().flat_map(|f| [f.message(Lang::Vi), f.message(Lang::En)]) {
        assert!(!message.contains("`?`") && !message.contains(" ? ") && !message.contains(" ?;"), "{message}");
    }
    findings.iter().map(|f| format!("{} {}", f.code(), f.place().text(Lang::En))).collect()
}

/// After this one edit there is this one finding.
pub(super) fn only(table: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(faults(&edited(&[(table, from, to)])), [expected], "{from} -> {to}");
}
