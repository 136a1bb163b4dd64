//! Exchange formats through the command.

use crate::run::{DAY, dothi, dothi_reading};

const CITY: &str = "examples/vi-du.json --unit X-0001";

fn done(line: &str) -> String {
    let run = dothi(line);
    assert_eq!(run.code, 0, "{line}\n{}", run.err);
    run.out
}

#[test]
fn sdmx_csv_is_read_wherever_city_data_are() {
    let text = done(&format!("export --as sdmx-csv {CITY}"));
    let json = dothi_reading("convert - --format json", text.as_bytes());
    assert_eq!((json.code, json.err.as_str()), (0, ""));
    let again = dothi_reading("export --as sdmx-csv -", json.out.as_bytes());
    assert_eq!((again.out, again.err), (text.clone(), String::new()), "nothing is left out the second time");
    let checked = dothi_reading(&format!("check - --set vn-ssc --as-of {DAY} --lang en"), text.as_bytes());
    assert!(checked.code == 0 && checked.out.contains("FICTIONAL"), "{}", checked.out);
    let assessed = dothi_reading(&format!("assess vn-ssc - --as-of {DAY} --lang en"), text.as_bytes());
    assert!(assessed.code == 0 && assessed.out.contains("no evidence"), "documents are not carried: {}", assessed.out);
    let broken = dothi_reading("check - --lang vi", text.replace(",A,", ",D,").as_bytes());
    assert!(broken.code == 2 && broken.out.contains("cột OBS_STATUS"), "{}", broken.out);
}

#[test]
fn what_is_left_out_is_named_beside_the_file() {
    let run = dothi(&format!("export --as sdmx-csv {CITY} --lang vi"));
    assert!(run.err.contains("minh chứng") && run.err.contains("19 mục"), "{}", run.err);
}

#[test]
fn results_and_sets_are_documents_of_their_formats() {
    let of = |line: &str| serde_json::from_str::<serde_json::Value>(&done(line)).unwrap();
    assert!(of(&format!("export --as ngsi-ld vn-ssc examples/vi-du.json --as-of {DAY}")).as_array().unwrap().len() > 200);
    let results = of(&format!("export --as oscal vn-ssc {CITY} --as-of {DAY}"));
    assert_eq!(results["assessment-results"]["results"].as_array().unwrap().len(), 2);
    let catalog = of(&format!("export --as oscal-catalog dti-922 --as-of {DAY}"));
    assert_eq!(catalog["catalog"]["metadata"]["version"], "dti-922@2022-u1");
}

#[test]
fn what_an_export_takes_is_said() {
    for (line, said) in [
        ("export --as oscal vn-ssc", "SET FILE"),
        ("export --as ngsi-ld vn-ssc", "SET FILE..."),
        ("export --as oscal-catalog vn-ssc x.json", "takes: SET"),
        ("export --as oscal vn-ssc examples/vi-du.json --as-of 2026-11-21", "--unit"),
        ("export --as oscal-catalog vn-ssc --scheme other", "main"),
        ("export --as sdmx-csv examples/vi-du.json --format json", "--format json"),
    ] {
        let run = dothi(&format!("{line} --lang en"));
        assert!(run.code == 1 && run.err.contains(said), "{line}: {}", run.err);
    }
}
