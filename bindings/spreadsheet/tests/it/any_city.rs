//! Any city data, as a workbook of every kind, keeps its digest.

use dothi::{CityFile, CriteriaSet, CsvOptions, Lang, builtin};
use dothi_spreadsheet::{ReadOptions, read, write, write_table};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;

static SETS: LazyLock<Vec<CriteriaSet>> = LazyLock::new(|| builtin::FILES.iter().map(|f| builtin::load(&f.id()).unwrap()).collect());

/// JSON without a parser's help: a member of an object, left out where there is no value.
fn member(key: &str, value: Option<String>) -> String {
    value.map_or(String::new(), |value| format!(r#","{key}":{value}"#))
}

fn quoted(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// Text that spreadsheets are known to mistake for something else, and any other.
fn text() -> impl Strategy<Value = String> {
    let odd = select(
        &["=1+1", "-5", "007", "1.234", "1/2", "TRUE", "#N/A", "_x0041_", "&amp;", "a\n\nb", "kết quả", "x; y, z", "0%", "'a", "  b "][..],
    );
    prop_oneof![1 => odd.prop_map(String::from), 3 => "[a-zéàôạđĐươ0-9 ,;'=+@.?%\n\t<>&_-]{1,12}[a-z]"].prop_map(|t| quoted(&t))
}

fn id() -> impl Strategy<Value = String> {
    let known = select(SETS.iter().flat_map(|set| set.criteria().iter().map(|c| c.id.clone())).collect::<Vec<_>>());
    prop_oneof![6 => known, 1 => "[a-z0-9][a-z0-9._-]{0,5}", 1 => select(&["unit", "published", "criterion:unit"][..]).prop_map(String::from)]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof!["20[0-2][0-9]", "20[0-2][0-9]-0[1-9]", "20[0-2][0-9]-1[0-2]-2[0-8]"].prop_map(|t| quoted(&t))
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?[1-9][0-9]{0,13}",
        "-?[0-9][.][0-9]{1,4}",
        "[1-9][0-9]{0,2}[.][0-9]{3}",
        "-?[1-9][0-9]{0,5}[.][0-9]{1,20}",
        Just("0.85".into())
    ]
    .prop_map(|t: String| quoted(&t))
}

fn observation() -> impl Strategy<Value = String> {
    let value = prop_oneof![4 => number().prop_map(Some), 1 => any::<bool>().prop_map(|b| Some(b.to_string())), 1 => Just(None)];
    let role = select(&["value", "numerator", "denominator"][..]);
    let status = select(&["A", "E", "O", "M", "U"][..]);
    let quality = of(select(&["personal_estimate", "unknown"][..]));
    let about = (id(), of(id()), role, value, of(select(&["people", "người", "%", "percent", "ha"][..])), of(date()), of(text()));
    (about, status, quality, of(text()), of(text())).prop_map(
        |((criterion, point, role, value, unit, period, part), status, quality, source, note)| {
            let mut out = format!(r#"{{"criterion":{},"role":"{role}","status":"{status}""#, quoted(&criterion));
            // A row with neither value nor status says nothing; JSON may have such an observation, tables may not.
            out += &member("data_point", point.map(|p| quoted(&p)));
            out += &[member("value", value), member("unit", unit.map(quoted)), member("period", period), member("part", part)].concat();
            out += &[member("quality", quality.map(quoted)), member("source", source), member("note", note)].concat();
            out + "}"
        },
    )
}

fn document() -> impl Strategy<Value = String> {
    let criteria = proptest::collection::vec(id().prop_map(|id| quoted(&id)), 1..4);
    let review = of((select(&["accepted", "rejected", "asked_again"][..]), of(text()), of(date())));
    (criteria, text(), of(text()), of(date()), of(text()), any::<bool>(), of(any::<bool>()), review).prop_map(
        |(criteria, summary, number, date, pages, plan, public, review)| {
            let review =
                review.map(|(result, by, date)| format!("{{\"result\":\"{result}\"{}{}}}", member("by", by), member("date", date)));
            let kind = if plan { "plan" } else { "result" };
            let more =
                [member("number", number), member("date", date), member("pages", pages), member("public", public.map(|p| p.to_string()))];
            let criteria = criteria.join(",");
            format!(r#"{{"criteria":[{criteria}],"summary":{summary},"kind":"{kind}"{}{}}}"#, more.concat(), member("review", review))
        },
    )
}

fn city() -> impl Strategy<Value = String> {
    let kind = select(&["province", "commune", "urban_area", "new_urban_area"][..]);
    let class = of(select(&["special", "3", "none"][..]));
    let members =
        proptest::collection::vec(("[0-9]{5}", text()).prop_map(|(code, name)| format!(r#"{{"code":"{code}","name":{name}}}"#)), 0..8);
    let notes = proptest::collection::vec((text(), text()).prop_map(|(vi, en)| format!(r#"{{"vi":{vi},"en":{en}}}"#)), 0..3);
    let place = (kind, class, of(any::<bool>()), of(date()), members, of(text()));
    let claim = (id(), text()).prop_map(|(id, reason)| format!(r#"{{"criterion":{},"reason":{reason}}}"#, quoted(&id)));
    let reference = ("[a-z]{1,4}", number(), of(date()), text());
    let reference = reference.prop_map(|(id, value, period, source)| {
        format!(r#"{{"id":"{id}","value":{value},"source":{source}{}}}"#, member("period", period))
    });
    let published = (of("[a-z]{1,4}"), any::<bool>(), number(), text()).prop_map(|(group, share, value, source)| {
        let of = if share { "share" } else { "value" };
        format!(r#"{{"of":"{of}","value":{value},"source":{source}{}}}"#, member("group", group.map(|g| quoted(&g))))
    });
    let lists = (
        proptest::collection::vec(observation(), 0..12),
        proptest::collection::vec(document(), 0..4),
        proptest::collection::vec(claim, 0..4),
        proptest::collection::vec(reference, 0..3),
        proptest::collection::vec(published, 0..3),
    );
    (place, any::<bool>(), of(date()), of(text()), notes, lists).prop_map(
        |((kind, class, heritage, valid, members, region), fictional, period, author, notes, (observations, evidence, claims, references, published))| {
            let unit = [
                format!(r#""code":"00004","name":{{"vi":"Phường Mẫu"}},"kind":"{kind}","members":[{}]"#, members.join(",")),
                member("urban_class", class.map(quoted)),
                member("heritage", heritage.map(|h| h.to_string())),
                member("valid_from", valid),
                member("region", region),
            ];
            let more = [member("period", period), member("prepared_by", author)].concat();
            format!(
                r#"{{"format":1,"cities":[{{"unit":{{{}}},"fictional":{fictional}{more},"notes":[{}],"observations":[{}],"evidence":[{}],"not_applicable":[{}],"references":[{}],"published":[{}]}}]}}"#,
                unit.concat(), notes.join(","), observations.join(","), evidence.join(","), claims.join(","), references.join(","), published.join(",")
            )
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_city_keeps_its_digest(json in city(), set in any::<prop::sample::Index>(), english in any::<bool>()) {
        let file = match CityFile::from_json(json.as_bytes()) {
            Ok((file, _)) => file,
            // By chance a text looks like an old encoding.
            Err(found) => { prop_assert!(found.iter().all(|f| f.code().as_str() == "text.legacy_text"), "{found}\n{json}"); return Ok(()); }
        };
        let digest = file.cities[0].canonical_json();
        let lang = if english { Lang::En } else { Lang::Vi };
        let set = set.get(&SETS);
        let options = ReadOptions::default();
        for bytes in [write_table(&file, lang).unwrap(), write(set, &file.cities[0], lang).unwrap()] {
            let (back, _) = read(&bytes, &options).map_err(|f| TestCaseError::fail(format!("{f}\n{json}")))?;
            prop_assert_eq!(back.cities[0].canonical_json(), digest.clone(), "{}", json);
        }
        let (back, _) = CityFile::from_csv(file.to_csv().as_bytes(), &CsvOptions::default()).map_err(|f| TestCaseError::fail(format!("{f}\n{json}")))?;
        prop_assert_eq!(back.cities[0].canonical_json(), digest, "{}", json);
    }
}
