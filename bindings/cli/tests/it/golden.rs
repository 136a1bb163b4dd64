//! What people see, word for word. `BLESS=1 cargo test -p dothi-cli` writes the files anew; read the difference before keeping it.

use crate::run::{DAY, dothi};
use std::path::Path;

const DTI: &str = "dti-922 examples/dti-922-2022.json";
const CITY: &str = "vn-ssc examples/vi-du.json --unit X-0001";
const CARRIED: &str = "vn-ssc@2022 vn-ssc@2026 examples/vi-du-2022.json";
const DATA: &str = "bindings/cli/tests/data";

fn golden(name: &str, line: &str) {
    for lang in ["vi", "en"] {
        golden_in(lang, name, line);
    }
}

fn golden_in(lang: &str, name: &str, line: &str) {
    let run = dothi(&format!("{line} --lang {lang}"));
    let shown = format!("$ dothi {line} --lang {lang}\n{}{}[exit code {}]\n", run.out, run.err, run.code);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.{lang}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &shown).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == shown, "{} is not what is shown now:\n{shown}", path.display());
}

#[test]
fn sets() {
    golden("sets", "sets");
}

#[test]
fn editions_on_a_day() {
    golden("sets-on", "sets --on 2026-03-01");
    golden("sets-on-before", "sets --on 2022-05-19");
}

#[test]
fn two_editions() {
    golden("diff", "diff vn-ssc@2022 vn-ssc@2026");
    golden("diff-other-set", "diff dti-922 dti-922");
}

#[test]
fn carry_to_another_edition() {
    golden("carry", &format!("carry {CARRIED} --as-of {DAY}"));
    golden("carry-newer", &format!("carry {CARRIED} examples/vi-du.json --unit X-00 --as-of {DAY} --format md"));
}

#[test]
fn a_table_schema_needs_a_set() {
    golden("schema-no-set", "schema city-data --frictionless");
}

#[test]
fn show_a_set() {
    golden("show-set", "show dti-922");
}

#[test]
fn show_a_criterion() {
    golden("show-criterion", "show vn-ssc 2.2");
}

#[test]
fn show_every_word_of_the_format() {
    golden("show-words", "show tests/cases/sets/words-all.json");
    golden("show-words-criterion", "show tests/cases/sets/words-all.json venues");
    golden("show-words-parts", "show tests/cases/sets/words-all.json smart");
    golden("show-words-unread", "show tests/cases/sets/words-all.json wifi");
}

#[test]
fn check_good_files() {
    golden("check-good", &format!("check criteria/dti-922/2022-u1.json examples/dti-922-2022.json --set dti-922 --as-of {DAY}"));
}

#[test]
fn check_broken_files() {
    golden("check-broken", &format!("check {DATA}/broken.json {DATA}/cut-off.json {DATA}/wrong-for-dti.json --set dti-922 --as-of {DAY}"));
}

#[test]
fn check_places() {
    golden("check-places", &format!("check {DATA}/places.json --as-of {DAY}"));
}

#[test]
fn units_of_a_day() {
    golden("units", &format!("units --on {DAY}"));
    golden("units-before", "units --on 2024-12-31");
    golden("units-province", &format!("units --parent 46 --on {DAY}"));
    golden("units-search", &format!("units hoa binh --on {DAY}"));
}

#[test]
fn what_a_former_province_became() {
    golden("units-former", &format!("units --former 36 --on {DAY}"));
    golden("units-former-unmerged", &format!("units --former 46 --on {DAY} --format md"));
}

#[test]
fn compare_with_what_was_published() {
    golden("assess-published", &format!("assess {DTI} --as-of {DAY}"));
}

#[test]
fn compare_places_with_levels() {
    golden("assess-levels", &format!("assess vn-ssc examples/vi-du.json --as-of {DAY}"));
}

/// The fictional places of the sets without levels; in English one is enough.
#[test]
fn assess_by_the_other_sets() {
    let line = |set: &str, file: &str| format!("assess {set} examples/{file}.json --as-of {DAY}");
    golden("assess-nq111-class-1", &format!("{} --unit X-10", line("nq111", "vi-du-nq111-loai-1")));
    for (name, line) in [
        ("assess-nq111-class-2", line("nq111", "vi-du-nq111-loai-2-3")),
        ("assess-nq111-class-3", format!("{} --unit X-10031 --scheme class-3", line("nq111", "vi-du-nq111-loai-2-3"))),
        ("assess-nq148", line("nq148", "vi-du-nq148")),
        ("assess-nq148-2030", format!("{} --unit X --scheme 2030", line("nq148", "vi-du-nq148"))),
        ("assess-nq03", line("nq03", "vi-du-nq03")),
        ("assess-tt01", format!("{} --unit X-1006", line("tt01", "vi-du-tt01"))),
        ("assess-u4ssc", line("u4ssc", "vi-du-u4ssc")),
    ] {
        golden_in("vi", name, &line);
    }
}

#[test]
fn equal_scores_share_a_rank() {
    golden("assess-ties", &format!("assess dti-922 {DATA}/two-provinces.csv --as-of {DAY}"));
}

#[test]
fn assess_one_place_by_points() {
    golden("assess-points", &format!("assess {DTI} --unit 48 --as-of {DAY}"));
}

#[test]
fn assess_one_place_by_levels() {
    golden("assess-city", &format!("assess {CITY} --as-of {DAY}"));
}

#[test]
fn assess_with_another_parameter() {
    golden("assess-parameter", &format!("assess {CITY} --as-of {DAY} --param basic_share_min@2=0.5 --format md"));
}

#[test]
fn observations_to_exchange() {
    golden("export-sdmx", &format!("export --as sdmx-csv examples/vi-du.json {DATA}/two-provinces.csv --unit X-0001"));
}

#[test]
fn departments_that_agree_are_joined() {
    golden("merge", &format!("merge {DATA}/merge-health.csv {DATA}/merge-transport.json --set vn-ssc"));
}

#[test]
fn departments_that_contradict_are_named_side_by_side() {
    golden("merge-conflict", &format!("merge {DATA}/merge-health.csv {DATA}/merge-transport.json {DATA}/merge-water.csv --set vn-ssc"));
}

#[test]
fn digests_of_data() {
    golden("digest", &format!("digest examples/vi-du.json {DATA}/merge-health.csv"));
}

#[test]
fn assess_wrong_data() {
    golden("assess-wrong", &format!("assess dti-922 {DATA}/wrong-for-dti.json --as-of {DAY}"));
}

#[test]
fn explain_a_criterion() {
    golden("explain-criterion", &format!("explain {} wat-01 --unit X-0001 --as-of {DAY}", "vn-ssc examples/vi-du.json"));
}

#[test]
fn explain_everything() {
    golden("explain-points", &format!("explain {DTI} --unit 48 --as-of {DAY}"));
}

#[test]
fn gaps_to_the_next_level() {
    golden("gaps", &format!("gaps {CITY} --as-of {DAY}"));
}

#[test]
fn gaps_with_costs() {
    golden("gaps-costs", &format!("gaps {CITY} --as-of {DAY} --to 3 --cost edu-02=0.01"));
}

#[test]
fn gaps_where_there_is_nothing_to_plan() {
    golden("gaps-no-levels", &format!("gaps {DTI} --unit 48 --as-of {DAY}"));
    golden("gaps-no-way", &format!("gaps {CITY} --as-of {DAY} --to 4"));
    golden("gaps-already", &format!("gaps {CITY} --as-of {DAY} --to 1"));
}
