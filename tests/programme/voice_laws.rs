//! Laws of surveys, on random answers.

use crate::voice::{small, survey};
use dothi::Dec;
use dothi::programme::{Survey, Voice, VoiceCell};
use proptest::prelude::*;
use serde_json::json;

/// Stratum, cluster, weight in hundredths, whether the answer counts.
type Answer = (u8, u8, u32, bool);

fn described(weighted: bool, clustered: bool, minimum: u32) -> Survey {
    survey(&small(|file| {
        file["minimum_cell"] = json!(minimum);
        file["stratum"] = json!("s");
        if weighted {
            file["weight"] = json!({"column": "w", "decimal": "point"});
        }
        if clustered {
            file["cluster"] = json!("c");
        }
    }))
}

fn text(answers: &[Answer]) -> Vec<u8> {
    let mut out = String::from("q,s,c,w\n");
    for (stratum, cluster, weight, counts) in answers {
        out.push_str(&format!("{},s{stratum},c{cluster},{}.{:02}\n", if *counts { "có" } else { "không" }, weight / 100, weight % 100));
    }
    out.into_bytes()
}

fn voice<'s>(survey: &'s Survey, answers: &[Answer]) -> Voice<'s> {
    survey.voice(&text(answers)).unwrap_or_else(|e| panic!("{e}"))
}

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    // Few in some strata, many in others.
    let stratum = prop_oneof![3 => 0u8..2, 1 => 2u8..7];
    proptest::collection::vec((stratum, 0u8..9, 1u32..500, proptest::bool::weighted(0.7)), 1..120)
}

/// How the positive answers of each hidden stratum may be spread, given all that is shown: more than one way, or none is hidden.
fn is_open(hidden: &[(u64, u64)]) -> bool {
    let (all, positive) = hidden.iter().fold((0, 0), |(all, positive), cell| (all + cell.0, positive + cell.1));
    hidden.iter().filter(|cell| cell.0 > 0).count() > 1 && positive > 0 && positive < all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn equal_weights_give_the_unweighted_figures(answers in answers(), weight in 1u32..99_999) {
        let equal: Vec<Answer> = answers.iter().map(|(s, c, _, counts)| (*s, *c, weight, *counts)).collect();
        let (plain, weighted) = (described(false, false, 3), described(true, false, 3));
        let (plain, weighted) = (voice(&plain, &equal), voice(&weighted, &equal));
        prop_assert_eq!(&plain.questions[0].whole, &weighted.questions[0].whole);
        prop_assert_eq!(&plain.questions[0].strata, &weighted.questions[0].strata);
    }

    #[test]
    fn the_order_of_rows_changes_nothing(answers in answers(), seed: u64) {
        let survey = described(true, true, 5);
        let mut other = answers.clone();
        let length = other.len();
        (0..length).for_each(|at| other.swap(at, (at * 7 + usize::try_from(seed % 1_000).unwrap()) % length));
        prop_assert_eq!(voice(&survey, &answers).to_canonical_json(), voice(&survey, &other).to_canonical_json());
    }

    #[test]
    fn intervals_enclose_their_share(answers in answers(), clustered: bool) {
        let survey = described(true, clustered, 3);
        for own in voice(&survey, &answers).questions {
            for cell in own.strata.iter().map(|(_, cell)| cell).chain([&own.whole]) {
                if let Some((figure, (low, high))) = cell.figure().and_then(|figure| Some((figure, figure.interval?))) {
                    prop_assert!(Dec::ZERO <= low && low <= figure.share && figure.share <= high && high <= Dec::ONE, "{:?}", figure);
                    prop_assert!(figure.effective.unwrap() <= Dec::from_count(figure.answers), "{:?}", figure);
                }
            }
        }
    }

    #[test]
    fn clusters_never_narrow_an_interval(answers in answers()) {
        let (plain, clustered) = (described(true, false, 3), described(true, true, 3));
        let (plain, clustered) = (voice(&plain, &answers), voice(&clustered, &answers));
        let margin = |voice: &Voice<'_>| voice.questions[0].whole.figure().and_then(|figure| figure.margin());
        if let (Some(plain), Some(clustered)) = (margin(&plain), margin(&clustered)) {
            prop_assert!(plain <= clustered);
        }
    }

    #[test]
    fn no_hidden_cell_can_be_had_by_subtraction(answers in answers(), minimum in 3u32..20) {
        let survey = described(false, false, minimum);
        let voice = voice(&survey, &answers);
        let own = &voice.questions[0];
        let truth = |name: &str| {
            let of: Vec<&Answer> = answers.iter().filter(|answer| format!("s{}", answer.0) == name).collect();
            (of.len() as u64, of.iter().filter(|answer| answer.3).count() as u64)
        };
        let hidden: Vec<(u64, u64)> = own.strata.iter().filter(|(_, cell)| cell.figure().is_none()).map(|(name, _)| truth(name)).collect();
        for (name, cell) in &own.strata {
            prop_assert_eq!(truth(name).0 < u64::from(minimum), *cell == VoiceCell::TooFew, "{}", name);
            if let Some(figure) = cell.figure() {
                prop_assert_eq!(truth(name), (figure.answers, figure.positive));
            }
        }
        let Some(whole) = own.whole.figure() else {
            prop_assert!(own.strata.iter().all(|(_, cell)| cell.figure().is_none()));
            return Ok(());
        };
        // Where all who answered are of one opinion, the figure of all says so itself; then no stratum is shown beside it.
        let one_opinion = whole.positive == 0 || whole.positive == whole.answers;
        let shown = own.strata.iter().any(|(_, cell)| cell.figure().is_some());
        let (rest, _) = hidden.iter().fold((0, 0), |(all, positive), cell| (all + cell.0, positive + cell.1));
        prop_assert!(hidden.is_empty() || is_open(&hidden) || (one_opinion && !shown), "{:?}", hidden);
        prop_assert!(hidden.is_empty() || rest >= u64::from(minimum), "{:?}", hidden);
    }
}

/// Pieces of files that stand next to each other in no file.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"q,s\n".to_vec()),
        Just("có,".as_bytes().to_vec()),
        Just(b"\"".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"\n\n".to_vec()),
        Just(b"w,c,q,s".to_vec()),
        Just(b"\xEF\xBB\xBF".to_vec()),
        Just(b"1.5,0912345678,a@b.vn\n".to_vec()),
        proptest::collection::vec(any::<u8>(), 0..40),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_a_survey_panic(bytes in hostile(), size in 1usize..50) {
        let survey = described(true, true, 3);
        let mut reader = dothi::programme::VoiceReader::new(&survey);
        bytes.chunks(size).for_each(|piece| reader.feed(piece));
        let pieces = reader.finish().map(|voice| voice.to_canonical_json());
        let whole = survey.voice(&bytes).map(|voice| voice.to_canonical_json());
        prop_assert_eq!(pieces.is_ok(), whole.is_ok());
        if let Err(found) = whole {
            prop_assert!(found.has_errors());
        }
        let _ = Survey::from_json(&bytes);
    }
}
