//! Whole files: what is read, what is refused and where, and that writing and reading give the same data.

use super::{CsvOptions, NumberStyle};
use crate::city::{CityFile, ObsStatus, ObsValue};
use crate::criteria::{Role, UnitKind};
use crate::finding::{Code, Findings};
use crate::text::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const PLACE: &str = "01;unit;name_vi;;Thành phố Ví Dụ\n01;unit;kind;;province\n";
const HEADER: &str = "unit_code;item;role;period;value;note\n";

fn with(rows: &str) -> String {
    [HEADER, PLACE, rows].concat()
}

fn read(text: &str) -> Result<(CityFile, Findings), Findings> {
    CityFile::from_csv(text.as_bytes(), &CsvOptions::default())
}

/// Findings as `place: code`.
fn faults(text: &str) -> Vec<String> {
    let findings = read(text).map_or_else(|findings| findings, |(_, findings)| findings);
    findings.iter().map(|f| alloc::format!("{}: {}", f.place().text(Lang::En), f.code())).collect()
}

fn figures(text: &str) -> Vec<String> {
    let (file, _) = read(text).unwrap();
    let shown = |value: &Option<ObsValue>| match value {
        Some(ObsValue::Number(value)) => value.to_string(),
        Some(ObsValue::Boolean(flag)) => flag.to_string(),
        None => "-".into(),
    };
    file.cities.iter().flat_map(|city| &city.observations).map(|o| shown(&o.value)).collect()
}

#[test]
fn a_file_of_facts_becomes_places() {
    let text = "\
unit_code,item,data_point,role,part,period,value,unit,status,quality,sampling,source,note,title,evidence_number,evidence_summary,evidence_public,review,not_applicable_reason
,,,,,,,,,,,,,Hạ tầng,,,,,
00004,unit,,name_vi,,,Phường Mẫu,,,,,,,,,,,,
00004,unit,,KIND,,,Commune,,,,,,,,,,,,
00004,unit,,parent,,,01,,,,,,,,,,,,
00004,unit,,fictional,,,có,,,,,,,,,,,,
00004,unit,,note_vi,,,Ghi chú,,,,,,,,,,,,
00004,unit,,note_en,,,Note,,,,,,,,,,,,
00004,unit,,region,,,,,,,,,,,,,,,
00004,green,area,numerator,p1,31/12/2025,\"1,234.50\",m2,E,unknown,full_count,Sở,ok,shown,12/QĐ,Quyết định,yes,accepted,
00004,green,area,denominator,p1,2025,7,m2,,,,,,shown,,,,,
00004,trees,,,,,,,,,,,,shown,12/QĐ,Quyết định,yes,accepted,
00004,trees,,,,,,,O,,,,,shown,,,,,
00004,port,,,,,,,,,,,,shown,,,,,Không có cảng
00004,port,,,,,,,,,,,,shown,,,,,Không có cảng
00004,plan,,,,,Có,,,,,,,shown,,,,,
00004,reference,gdp,,,2024,5.25,,,,,GSO,,,,,,,
00004,published,g1,share,main,,0.5,,,,,Bộ,Điều 2,,,,,,
00005,unit,,name_vi,,,Xã Khác,,,,,,,,,,,,
00005,unit,,kind,,,commune,,,,,,,,,,,,
";
    let (file, findings) = read(text).unwrap();
    assert!(findings.is_empty(), "{findings}");
    let [ward, other] = file.cities.as_slice() else { panic!("two places") };
    assert_eq!((ward.unit.code.as_str(), ward.unit.name.vi.as_str(), ward.unit.kind), ("00004", "Phường Mẫu", UnitKind::Commune));
    assert_eq!((ward.unit.parent.as_deref(), ward.fictional, ward.notes.len()), (Some("01"), true, 1));
    assert_eq!(ward.observations.len(), 4);
    let first = &ward.observations[0];
    assert_eq!((first.role, first.status, first.period.unwrap().to_string()), (Role::Numerator, ObsStatus::E, "2025-12-31".into()));
    assert_eq!(first.place.text(Lang::En), "row 10, column value");
    assert_eq!(figures(text), ["1234.5", "7", "-", "true"]);
    assert_eq!(ward.evidence.len(), 1);
    assert_eq!(ward.evidence[0].criteria, ["green", "trees"]);
    assert_eq!(ward.not_applicable.len(), 1);
    assert_eq!((ward.references[0].id.as_str(), ward.published[0].group.as_deref()), ("gdp", Some("g1")));
    assert_eq!(other.unit.code, "00005");
}

#[test]
fn one_place_may_give_its_code_in_a_row() {
    let (file, _) = read("item,role,value\nunit,code,01\nunit,name_vi,Hà Nội\nunit,kind,province\n").unwrap();
    assert_eq!(file.cities[0].unit.code, "01");
    assert_eq!(faults("item,role,value\nunit,name_vi,Hà Nội\nunit,kind,province\n"), ["row 2, column unit_code: csv.no_unit_code"]);
    assert_eq!(faults(&with(";tree;;;5;\n")), ["row 4, column unit_code: csv.no_unit_code"]);
    assert_eq!(faults(&with("01;unit;code;;02;\n")), ["row 4, column value: csv.code_conflict"]);
}

#[test]
fn numbers_follow_the_style_that_the_file_proves() {
    assert_eq!(figures(&with("01;a;;;1.234;\n01;b;;;12,5;\n")), ["1234", "12.5"]);
    assert_eq!(figures(&with("01;a;;;1.234;\n01;b;;;0.85;\n")), ["1.234", "0.85"]);
    assert_eq!(faults(&with("01;a;;;1.234;\n01;b;;;1,234;\n01;c;;;7;\n")), [
        "row 4, column value: csv.ambiguous_number",
        "row 5, column value: csv.ambiguous_number"
    ]);
    assert_eq!(faults(&with("01;a;;;12,5;\n01;b;;;0,5;\n01;c;;;0.5;\n")), ["row 6, column value: csv.mixed_number_styles"]);
    let declared = |numbers| {
        let options = CsvOptions::default().with_numbers(numbers);
        CityFile::from_csv(with("01;a;;;1.234;\n").as_bytes(), &options).unwrap().0.cities[0].observations[0].value
    };
    let number = |text| Some(ObsValue::Number(crate::number::Dec::parse(text).unwrap()));
    assert_eq!((declared(NumberStyle::Vi), declared(NumberStyle::En)), (number("1234"), number("1.234")));
}

#[test]
fn an_ambiguous_number_shows_both_readings() {
    let findings = read(&with("01;a;;;1.234;\n")).unwrap_err();
    let message = findings.iter().next().unwrap().message(Lang::Vi);
    assert!(message.contains("1234 (kiểu Việt Nam) hoặc 1.234 (kiểu Anh)"), "{message}");
}

#[test]
fn every_fault_is_named_with_its_row_and_column() {
    let rows = "\
01;a;;31/02/2026;5;
01;b;tử số;2025;85 %;
01;;value;;5;
01;c;;2025;;nhớ hỏi lại
01;unit;nmae;;x;
01;unit;kind;;province;
01;unit;heritage;;maybe;
01;unit;note_vi;;Một;
01;d;;;Daân soá ñoâ thò;
01;e;;;\u{D0}ường;
01;f;;;\u{1}a;
01;g;;;5;x;y
01;h;;;Phu?ng;
1;unit;name_vi;;Tỉnh
1;unit;kind;;province
";
    let found = faults(&with(rows));
    let expected = [
        "row 4, column period: csv.bad_date",
        "row 5, column role: json.unknown_choice",
        "row 5, column value: csv.percent_sign",
        "row 6, column item: csv.missing_cell",
        "row 7, column value: csv.remark_without_value",
        "row 8, column role: csv.unknown_attribute",
        "row 9, column value: csv.doubled_attribute",
        "row 10, column value: csv.bad_boolean",
        "row 12, column value: csv.legacy_text",
        "row 13, column value: city.eth_for_dje",
        "row 14, column value: csv.control_character",
        "row 15: csv.cell_without_column",
        "row 16, column value: csv.lost_letters",
        "row 16, column value: csv.not_a_number",
        "row 2, column item: csv.note_pairs",
        "row 17, column unit_code: csv.zeros_lost",
    ];
    assert_eq!(found, expected);
}

#[test]
fn cells_that_mean_nothing_in_their_row_are_refused() {
    let text = "unit_code,item,role,value,status,evidence_pages,reviewed_by\n01,unit,name_vi,X,A,,\n01,unit,kind,province,,3,\n01,a,,,,3,me\n";
    assert_eq!(faults(text), [
        "row 2, column status: csv.unused_cell",
        "row 3, column evidence_pages: csv.unused_cell",
        "row 4, column evidence_summary: csv.missing_cell",
        "row 4, column review: csv.missing_cell",
    ]);
}

#[test]
fn decomposed_text_is_composed_and_said() {
    let (file, findings) = read(&with("01;a;;;5;Tha\u{300}nh pho\u{302}\u{301}\n")).unwrap();
    assert_eq!(file.cities[0].observations[0].note.as_deref(), Some("Thành phố"));
    assert_eq!(findings.iter().map(|f| f.code()).collect::<Vec<_>>(), [Code::CityNormalised]);
    assert_eq!(faults(&with("01;a;;;5;x\u{301}\n")), ["row 4, column note: text.not_nfc"]);
}

#[test]
fn files_that_stop_short_are_refused() {
    assert_eq!(faults(&with("01;a;;;5;\"open\n01;b;;;5;\n")), ["row 4: csv.open_quote"]);
    assert_eq!(faults("item,role,value\n"), ["whole file: csv.no_rows"]);
    assert_eq!(faults(""), ["whole file: csv.no_header"]);
    assert_eq!(faults(&with(&alloc::format!("01;a;;;5;{}\n", "x".repeat(20_001)))), ["row 4, column note: json.text_too_long"]);
    assert_eq!(faults(&with(&"\n".repeat(2_000_000).replace("\n\n", "\n01;\n"))).len(), 1);
}

mod round_trip {
    use crate::city::*;
    use crate::criteria::{Role, ScoreOf, UnitKind};
    use crate::date::Date;
    use crate::finding::Place;
    use crate::number::Dec;
    use crate::text::Text;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use proptest::option::of;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn text() -> impl Strategy<Value = String> {
        "[a-zA-Z0-9éàôạảẩđĐươ ,;\"'=+@.?%\n\r\t-]{1,14}"
            .prop_map(|t| String::from(t.trim()))
            .prop_filter("a text", |t| !t.is_empty() && crate::vietnamese::legacy(t.as_bytes()).is_none())
    }

    fn id() -> impl Strategy<Value = String> {
        "[a-z0-9][a-z0-9._-]{0,5}"
    }

    fn criterion() -> impl Strategy<Value = String> {
        prop_oneof![8 => id(), 1 => select(&["unit", "Reference", "published", "criterion:unit"][..]).prop_map(String::from)]
    }

    fn date() -> impl Strategy<Value = Date> {
        (1900_u16..3000, of((1_u8..13, of(1_u8..29)))).prop_map(|(year, rest)| {
            Date::from_parts(year, rest.map(|(month, _)| month), rest.and_then(|(_, day)| day)).unwrap()
        })
    }

    fn number() -> impl Strategy<Value = Dec> {
        prop_oneof!["-?[1-9][0-9]{0,13}", "-?[0-9][.][0-9]{1,4}", "[1-9][0-9]{0,2}[.][0-9]{3}", "-?[1-9][0-9]{0,5}[.][0-9]{1,20}"]
            .prop_map(|t| Dec::parse(&t).unwrap())
    }

    fn observation() -> impl Strategy<Value = Observation> {
        let value = of(prop_oneof![number().prop_map(ObsValue::Number), any::<bool>().prop_map(ObsValue::Boolean)]);
        let about = (criterion(), of(text()), select(Role::WORDS), value, of(text()), of(date()), of(text()));
        let how = (select(ObsStatus::WORDS), of(select(Quality::WORDS)), of(select(Sampling::WORDS)), of(text()), of(text()));
        (about, how).prop_map(|((criterion, data_point, role, value, unit, period, part), (status, quality, sampling, source, note))| {
            let (quality, sampling, place) = (quality.map(|q| q.1), sampling.map(|s| s.1), Place::Pointer(String::new()));
            let (role, status) = (role.1, status.1);
            Observation { criterion, data_point, role, value, unit, period, part, status, quality, sampling, source, note, place }
        })
    }

    fn evidence() -> impl Strategy<Value = EvidenceDocument> {
        let criteria = proptest::collection::btree_set(criterion(), 1..4).prop_map(|set| set.into_iter().rev().collect::<Vec<_>>());
        let review = of((select(ReviewResult::WORDS), of(text()), of(date()), of(text())));
        let what = (criteria, of(text()), of(date()), of(text()), text(), of(text()));
        (what, of(text()), of(text()), select(EvidenceKind::WORDS), of(any::<bool>()), review).prop_map(
            |((criteria, number, date, issuer, summary, pages), url, sha256, kind, public, review)| {
                let review = review.map(|(result, by, date, reason)| Review { result: result.1, by, date, reason });
                EvidenceDocument { criteria, number, date, issuer, summary, pages, url, sha256, kind: kind.1, public, review }
            },
        )
    }

    fn unit() -> impl Strategy<Value = Unit> {
        let members = proptest::collection::vec(("[0-9]{5}|m[0-9]", text()).prop_map(|(code, name)| Member { code, name }), 0..3);
        let flags = (of(any::<bool>()), of(any::<bool>()), of(any::<bool>()), of(any::<bool>()));
        let class = of(select(crate::city::URBAN_CLASSES).prop_map(|(word, _)| String::from(word)));
        let who = ("[0-9]{5}", text(), of(text()), select(UnitKind::WORDS), of("[0-9]{2}"), members);
        (who, of(text()), class, flags, of(date())).prop_map(
            |((code, vi, en, kind, parent, members), region, urban_class, (centrally_run, heritage, special_factors, declared_urban), valid_from)| {
                // Real Vietnamese somewhere, so that chance does not make the whole look like an old encoding.
                let name = UnitName { vi: format!("Phường {vi}"), en };
                let kind = kind.1;
                Unit { code, name, kind, parent, members, region, urban_class, centrally_run, heritage, special_factors, declared_urban, valid_from }
            },
        )
    }

    fn city() -> impl Strategy<Value = CityData> {
        let reference = (id(), number(), of(text()), of(date()), text())
            .prop_map(|(id, value, unit, period, source)| Reference { id, value, unit, period, source });
        let published = (of(id()), of(id()), select(ScoreOf::WORDS), number(), text(), of(text())).prop_map(
            |(scheme, group, of, value, source, clause)| Published { scheme, group, of: of.1, value, source, clause },
        );
        let claim = (criterion(), text()).prop_map(|(criterion, reason)| NotApplicable { criterion, reason, place: Place::Pointer(String::new()) });
        let note = (text(), text()).prop_map(|(vi, en)| Text { vi, en });
        let about = (unit(), any::<bool>(), of(date()), of(text()), proptest::collection::vec(note, 0..3));
        let facts = (
            proptest::collection::vec(observation(), 0..6),
            proptest::collection::vec(evidence(), 0..3),
            proptest::collection::vec(claim, 0..3),
            proptest::collection::vec(reference, 0..3),
            proptest::collection::vec(published, 0..3),
        );
        (about, facts).prop_map(
            |((unit, fictional, period, prepared_by, notes), (observations, mut evidence, mut not_applicable, references, published))| {
                // Documents and claims that are alike become one.
                for (i, document) in evidence.iter_mut().enumerate() {
                    document.summary = format!("{i} {}", document.summary);
                }
                for (i, claim) in not_applicable.iter_mut().enumerate() {
                    claim.reason = format!("{i} {}", claim.reason);
                }
                CityData { unit, fictional, period, prepared_by, notes, observations, evidence, not_applicable, references, published }
            },
        )
    }

    proptest! {
        #[test]
        fn writing_and_reading_give_the_same_data(mut cities in proptest::collection::vec(city(), 1..4)) {
            for (i, city) in cities.iter_mut().enumerate() {
                city.unit.code = format!("0000{i}");
            }
            let file = CityFile::new(cities);
            let text = file.to_csv();
            let (back, _) = CityFile::from_csv(text.as_bytes(), &CsvOptions::default()).map_err(|f| TestCaseError::fail(format!("{f}\n{text}")))?;
            prop_assert_eq!(back, file, "{}", text);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), head in 0..3_usize) {
            let start: &[u8] = [&b"item,role,value,period,unit_code\n"[..], b"\xFF\xFE", b""][head];
            let _ = CityFile::from_csv(&[start, &bytes].concat(), &CsvOptions::default());
        }

        #[test]
        fn no_cells_make_it_panic(rows in proptest::collection::vec("(unit|a|reference|published|)[;,\t](name_vi|kind|value|)[;,\"]{1,2}[-0-9.,%e/ có]{0,9}[;\r\n]{1,2}", 0..20)) {
            let text = format!("item;role;value;period\n{}", rows.concat());
            let _ = CityFile::from_csv(text.as_bytes(), &CsvOptions::default());
        }
    }
}
