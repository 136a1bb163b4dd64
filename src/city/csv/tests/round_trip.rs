//! Whatever is written reads back to the same data, and no input makes the reader panic.

use crate::city::*;
use crate::criteria::{Role, ScoreOf, UnitKind};
use crate::date::Date;
use crate::finding::Origin;
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
    (1900_u16..3000, of((1_u8..13, of(1_u8..29))))
        .prop_map(|(year, rest)| Date::from_parts(year, rest.map(|(month, _)| month), rest.and_then(|(_, day)| day)).unwrap())
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
        let (quality, sampling) = (quality.map(|q| q.1), sampling.map(|s| s.1));
        let (role, status) = (role.1, status.1);
        Observation {
            criterion,
            data_point,
            role,
            value,
            unit,
            period,
            part,
            status,
            quality,
            sampling,
            source,
            note,
            origin: Origin::default(),
        }
    })
}

fn evidence() -> impl Strategy<Value = EvidenceDocument> {
    let criteria = proptest::collection::btree_set(criterion(), 1..4).prop_map(|set| set.into_iter().rev().collect::<Vec<_>>());
    let review = of((select(ReviewResult::WORDS), of(text()), of(date()), of(text())));
    let what = (criteria, of(text()), of(date()), of(text()), text(), of(text()));
    (what, of(text()), of(text()), select(EvidenceKind::WORDS), of(any::<bool>()), review).prop_map(
        |((criteria, number, date, issuer, summary, pages), url, sha256, kind, public, review)| {
            // A recognition without these is refused.
            let complete = number.is_some() && date.is_some() && issuer.is_some();
            let kind = if complete { kind.1 } else { EvidenceKind::Plan };
            let review = review.map(|(result, by, date, reason)| Review { result: result.1, by, date, reason });
            EvidenceDocument {
                criteria,
                number,
                date,
                issuer,
                summary,
                pages,
                url,
                sha256,
                kind,
                public,
                review,
                origin: Origin::default(),
            }
        },
    )
}

fn unit() -> impl Strategy<Value = Unit> {
    let members = proptest::collection::vec(("[0-9]{5}|m[0-9]", text()).prop_map(|(code, name)| Member { code, name }), 0..3);
    let flags = (of(any::<bool>()), of(any::<bool>()), of(any::<bool>()), of(any::<bool>()));
    let class = of(select(crate::city::URBAN_CLASSES).prop_map(|(word, _)| String::from(word)));
    let who = ("[0-9]{5}", text(), of(text()), select(UnitKind::WORDS), of("[0-9]{2}"), members);
    (who, of(text()), class, flags, of(date())).prop_map(
        |(
            (code, vi, en, kind, parent, members),
            region,
            urban_class,
            (centrally_run, heritage, special_factors, declared_urban),
            valid_from,
        )| {
            // Real Vietnamese somewhere, so that chance does not make the whole look like an old encoding.
            let name = UnitName { vi: format!("Phường {vi}"), en };
            let kind = kind.1;
            Unit {
                code,
                name,
                kind,
                parent,
                members,
                region,
                urban_class,
                centrally_run,
                heritage,
                special_factors,
                declared_urban,
                valid_from,
            }
        },
    )
}

fn city() -> impl Strategy<Value = CityData> {
    let reference = (id(), number(), of(text()), of(date()), text()).prop_map(|(id, value, unit, period, source)| Reference {
        id,
        value,
        unit,
        period,
        source,
    });
    let published = (of(id()), of(id()), select(ScoreOf::WORDS), number(), text(), of(text()))
        .prop_map(|(scheme, group, of, value, source, clause)| Published { scheme, group, of: of.1, value, source, clause });
    let claim = (criterion(), text()).prop_map(|(criterion, reason)| NotApplicable { criterion, reason, origin: Origin::default() });
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
            CityData {
                unit,
                fictional,
                period,
                prepared_by,
                notes,
                observations,
                evidence,
                not_applicable,
                references,
                published,
                origin: Origin::default(),
            }
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
        prop_assert_eq!(&back, &file, "{}", text);
        for separator in [Separator::Semicolon, Separator::Tab] {
            let style = CsvStyle::default().with_separator(separator).with_mark(true).with_numbers(NumberStyle::Vi);
            let text = file.to_csv_with(&style);
            let (back, _) = CityFile::from_csv(text.as_bytes(), &CsvOptions::default()).map_err(|f| TestCaseError::fail(format!("{f}\n{text}")))?;
            prop_assert_eq!(&back, &file, "{}", text);
        }
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
