//! City data to SDMX-CSV and back.

use crate::support::{carried, cities};
use dothi::{CityFile, Code, CsvOptions};
use dothi_interchange::sdmx::{STRUCTURE_ID, is_sdmx_csv, read, write};

#[test]
fn the_examples_keep_the_digest_of_what_is_carried() {
    for name in ["vi-du.json", "vi-du-2022.json", "dti-922-2022.json"] {
        let file = cities(name);
        let (text, left_out) = write(&file);
        assert!(is_sdmx_csv(text.as_bytes()));
        let (back, found) = read(text.as_bytes(), &CsvOptions::default()).unwrap_or_else(|found| panic!("{name}: {found}"));
        assert!(found.is_empty(), "{name}: {found}");
        for (city, back) in file.cities.iter().zip(&back.cities) {
            assert_eq!(carried(city).data_digest(), back.data_digest(), "{name} {}", city.unit.code);
            // Whatever makes the digests differ was named.
            let named = left_out.iter().any(|f| f.code() == Code::SdmxNotCarried);
            assert_eq!(city.data_digest() != back.data_digest(), named, "{name}");
        }
    }
}

#[test]
fn every_row_says_whose_structure_it_is_and_that_data_are_made_up() {
    let (text, _) = write(&cities("vi-du.json"));
    for row in text.lines().skip(1) {
        assert!(row.starts_with(&format!("dataflow,{STRUCTURE_ID},R,")), "{row}");
        assert!(row.ends_with("DỮ LIỆU HƯ CẤU / FICTIONAL DATA (DỮ LIỆU HƯ CẤU)"), "{row}");
    }
    let (real, _) = write(&cities("dti-922-2022.json"));
    assert!(!real.contains("HƯ CẤU"));
}

/// The forms that other systems write: semicolons and decimal commas, labels, names in columns of their own, keys.
#[test]
fn the_same_facts_in_other_forms_of_the_format_are_the_same_data() {
    let plain = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,PLACE_NAME_VI,PLACE_KIND\n\
        dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),R,01,,,,,Hà Nội,province\n\
        dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),R,01,wat-01,2025,12.5,E,,\n";
    let labels = "STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;REF_AREA: Reference area;INDICATOR: Indicator;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS: Status;PLACE_KIND: Kind\n\
        dataflow;DOTHI:CITY_OBSERVATIONS(1.0.0): Own;M;01.wat-01;01: Hà Nội;wat-01: Nước sạch: đô thị;2025: 2025;12,5;E: Estimated;province: Tỉnh\n";
    let names = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Place,INDICATOR,Indicator,TIME_PERIOD,Time,OBS_VALUE,Value,OBS_STATUS,Status,PLACE_NAME_VI,Name,PLACE_KIND,Kind\n\
        dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),Own,I,01,Hà Nội,wat-01,Nước,2025-A1,2025,12.5,,E,Estimated,Hà Nội,,province,Tỉnh\n";
    let quoted = plain.replace("STRUCTURE,", "\u{FEFF}\"STRUCTURE\",").replace("12.5", "1.25e1").replace('\n', "\r\n");
    let data = |text: &str| read(text.as_bytes(), &CsvOptions::default()).unwrap_or_else(|found| panic!("{text}: {found}")).0;
    for other in [labels, names, &quoted] {
        assert_eq!(data(other).cities[0].canonical_json(), data(plain).cities[0].canonical_json(), "{other}");
    }
}

#[test]
fn parts_and_data_points_that_do_not_exist_are_absent() {
    let text = "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,DATA_POINT,PART,OBS_VALUE,PLACE_NAME_VI,PLACE_KIND\n\
        datastructure,X:Y,01,unit,_Z,_T,yes,Hà Nội,province\n\
        datastructure,X:Y,01,b,~,Quận 1,3,Hà Nội,province\n";
    let (file, found) = read(text.as_bytes(), &CsvOptions::default()).unwrap();
    let all: Vec<_> = file.cities[0].observations.iter().map(|o| (o.criterion.as_str(), &o.data_point, o.part.as_deref())).collect();
    assert_eq!(all, [("unit", &None, None), ("b", &None, Some("Quận 1"))]);
    assert_eq!(found.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::SdmxForeignStructure]);
}

#[test]
fn hostile_text_is_data_and_is_named() {
    let json = r##"{"format":1,"cities":[{"unit":{"code":"01","name":{"vi":"=HYPERLINK(\"http://x\")"},"kind":"province"},
        "observations":[{"criterion":"a","value":-1,"period":"2025","note":"@SUM(1)\n,\";\r\n+"},{"criterion":"b","value":1,"part":"_T"},
        {"criterion":"c","value":1,"period":"2025","source":"#N/A"}]}]}"##;
    let (file, _) = CityFile::from_json(json.as_bytes()).unwrap();
    let (text, left_out) = write(&file);
    let codes: Vec<_> = left_out.iter().map(|f| (f.code(), f.place().text(dothi::Lang::En))).collect();
    let at = |code, place: &str| (code, String::from(place));
    assert_eq!(
        codes,
        [
            at(Code::SdmxReserved, "/cities/0/observations/1"),
            at(Code::SdmxReserved, "/cities/0/observations/2"),
            at(Code::SdmxNoPeriod, "/cities/0/observations"),
            at(Code::SdmxFormula, "/cities/0/observations"),
        ]
    );
    let (back, _) = read(text.as_bytes(), &CsvOptions::default()).unwrap();
    let mut kept = file.cities[0].clone();
    kept.observations.truncate(1);
    assert_eq!(back.cities[0].data_digest(), kept.data_digest());
}

#[test]
fn no_bytes_stop_the_reader() {
    let head = "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,OBS_VALUE\n";
    let long = format!("{head}dataflow,a,{},{},{}\n", "x".repeat(200_000), "y".repeat(200_000), "9".repeat(200_000));
    let many = format!("{head}{}", "dataflow,a,1,a,1\n".repeat(400_000));
    let columns = format!("STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,OBS_VALUE{}\n", ",a".repeat(500));
    let control = format!("{head}dataflow,a\u{0},b\u{202E},c\u{7},1\n");
    let texts = [
        long,
        many,
        columns,
        control,
        head.into(),
        "STRUCTURE,".into(),
        format!("{head}\"dataflow"),
        format!("{head}{}", ",".repeat(9_999)),
    ];
    for text in texts {
        let found = read(text.as_bytes(), &CsvOptions::default()).unwrap_err();
        assert!(found.has_errors() && found.len() <= 2_002, "{}", &text[..40.min(text.len())]);
        assert!(found.to_string().chars().all(|c| c == '\n' || !c.is_control()));
    }
}
