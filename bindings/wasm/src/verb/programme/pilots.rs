//! Pilots: candidates held against rules, and what a pilot brought beside comparable places.

use super::{Form, form};
use crate::Set;
use crate::fault::{Answer, Told, list, refused, refused_in, told_in};
use crate::options::Options;
use crate::places::{all, numbers};
use crate::verb::robust::{replications, weights};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::ControlFlow;
use dothi::programme::{EffectOptions, PilotRules, PilotSelection, PilotStatements};
use dothi::{AssessOptions, Assessment, CityData, Code, Finding, Findings, NumberStyle, Place, RobustStop, WeightDoubt};
use wasm_bindgen::prelude::wasm_bindgen;

/// Files with the places that are looked at, taken in one by one; a file alone has no name.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Candidates(Vec<(String, Vec<u8>)>);

/// A result says its seed as a number, which JavaScript reads exactly up to here.
const LARGEST_SEED: u64 = (1 << 53) - 1;

/// By what weights of readiness are doubted.
struct Doubt {
    weights: WeightDoubt,
    seed: u64,
    replications: u32,
}

#[wasm_bindgen]
impl Candidates {
    /// No files yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Candidates {
        Self::default()
    }

    /// Takes in a file under the name that findings are to give it.
    pub fn add(&mut self, name: &str, data: &[u8]) {
        self.0.push((name.into(), data.into()));
    }

    /// Eligibility, readiness and rank of every place by rules (no bytes for those of the library), beside what is stated of them (no bytes
    /// for nothing).
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options, or else with a file.
    pub fn select(self, set: &Set, rules: &[u8], statements: &[u8], options: &str) -> Answer {
        let mut options = Options::read(options);
        let (form, lang, numbers, judging) = (form(&mut options), options.lang(), numbers(&mut options), options.assess());
        let doubt = options.inner("robust", doubt);
        let (form, (numbers, judging)) = options.finish(form.zip(numbers.zip(judging)))?;
        let places = self.read(numbers)?;
        let rules =
            if rules.is_empty() { PilotRules::builtin(&set.0) } else { PilotRules::from_json(rules, &set.0).map(|(rules, _)| rules) };
        let rules = rules.map_err(|findings| refused_in("rules", &findings))?;
        let stated =
            if statements.is_empty() { None } else { Some(PilotStatements::from_json(statements, &rules).map(|(stated, _)| stated)) };
        let stated = stated.transpose().map_err(|findings| refused_in("statements", &findings))?;
        let assessments = judged(set, &places, &judging)?;
        let mut selection = rules.select(&assessments, stated.as_ref());
        if let Some(doubt) = doubt {
            vary(&mut selection, &doubt)?;
        }
        Ok(match form {
            Form::Json => selection.to_canonical_json(),
            Form::Csv => selection.to_csv(lang),
        })
    }

    /// One of the places before and after, beside others of its kind: those asked for, or all.
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options, or else with a file or the places.
    pub fn effect(self, set: &Set, options: &str) -> Answer {
        let mut options = Options::read(options);
        let (form, lang, numbers, judging) = (form(&mut options), options.lang(), numbers(&mut options), options.assess());
        let (code, before, after) = (options.required("pilot"), options.period("before"), options.period("after"));
        let minimum = if options.has("minimum") { options.count("minimum") } else { Some(3) };
        let chosen = options.has("against");
        let against = options.list("against", |one| one.required("code"));
        let asked = judging.zip(before.zip(after)).zip(minimum);
        let asked = asked.map(|((judging, (before, after)), minimum)| EffectOptions::new(judging, before, after).with_minimum(minimum));
        let (form, (numbers, (code, asked))) = options.finish(form.zip(numbers.zip(code.zip(asked))))?;
        let places = self.read(numbers)?;
        let pilot = find(&places, "/pilot", &code)?;
        let others = if chosen {
            let each = against.iter().enumerate().map(|(at, code)| find(&places, &alloc::format!("/against/{at}"), code));
            each.collect::<Result<Vec<_>, _>>()?
        } else {
            let same = |city: &&CityData| city.unit.kind == pilot.unit.kind && city.unit.code != code;
            places.iter().map(|(_, city)| city).filter(same).collect()
        };
        let effect = set.0.pilot_effect(pilot, &others, &asked).map_err(|findings| refused(&findings))?;
        Ok(match form {
            Form::Json => effect.to_canonical_json(),
            Form::Csv => effect.to_csv(lang),
        })
    }
}

impl Candidates {
    /// Every place of every file; one that stands twice is told, since it would be ranked twice.
    fn read(&self, numbers: NumberStyle) -> Result<Vec<(String, CityData)>, String> {
        let (mut out, mut faults): (Vec<(String, CityData)>, Vec<Told>) = (Vec::new(), Vec::new());
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (name, data) in &self.0 {
            match all(data, numbers) {
                Ok((file, _)) => {
                    for city in file.cities {
                        if let Some(first) = seen.get(&city.unit.code) {
                            let twice =
                                Finding::new(Code::CityDoubled, city.origin.place()).with("code", &city.unit.code).with("first", first);
                            let mut found = Findings::default();
                            found.push(twice);
                            faults.extend(told_in(name, &found));
                        } else {
                            seen.insert(city.unit.code.clone(), name.clone());
                        }
                        out.push((name.clone(), city));
                    }
                }
                Err(found) => faults.extend(told_in(name, &found)),
            }
        }
        if faults.is_empty() { Ok(out) } else { Err(list(&faults)) }
    }
}

/// Every place judged, or every fault of every place: a rank without one of them would be silent about it.
fn judged<'a>(set: &'a Set, places: &'a [(String, CityData)], judging: &AssessOptions) -> Result<Vec<Assessment<'a>>, String> {
    let (mut out, mut faults) = (Vec::new(), Vec::new());
    for (name, city) in places {
        match set.0.assess(city, judging) {
            Ok(assessment) => out.push(assessment),
            // A wrong option is wrong for every place.
            Err(found) if found.iter().all(|one| matches!(one.place(), Place::Pointer(at) if at.is_empty())) => {
                return Err(refused(&found));
            }
            Err(found) => faults.extend(told_in(name, &found).into_iter().map(|mut finding| {
                finding.unit = Some(city.unit.code.clone());
                finding
            })),
        }
    }
    if faults.is_empty() { Ok(out) } else { Err(list(&faults)) }
}

fn find<'p>(places: &'p [(String, CityData)], at: &str, code: &str) -> Result<&'p CityData, String> {
    let found = places.iter().map(|(_, city)| city).find(|city| city.unit.code == code);
    found.ok_or_else(|| {
        let known: Vec<&str> = places.iter().take(30).map(|(_, city)| city.unit.code.as_str()).collect();
        Told::unknown("call.unknown_place", at, code, &known.join(", ")).into()
    })
}

fn doubt(own: &mut Options) -> Option<Doubt> {
    let seed = own.needed_count("seed");
    if seed.is_some_and(|seed: u64| seed > LARGEST_SEED) {
        let (vi, en) = ("hạt giống lớn nhất ở đây là 9007199254740991", "the largest seed here is 9007199254740991");
        own.fault("call.bad_number", "seed", vi.into(), en.into());
    }
    let replications = replications(own);
    let weights = if own.has("weights") { own.inner("weights", weights) } else { own.required("weights").and(None) };
    Some(Doubt { weights: weights?, seed: seed?, replications: replications? })
}

/// Ranks when weights vary. Never inlined: it is an entry of the part `robust`, whose engine it asks.
#[inline(never)]
fn vary(selection: &mut PilotSelection<'_>, doubt: &Doubt) -> Result<(), String> {
    let stopped = selection.with_robustness(doubt.weights, doubt.seed, doubt.replications, |_| ControlFlow::Continue(()));
    stopped.map_err(|stop| match stop {
        RobustStop::Findings(findings) => refused_in("robust", &findings),
        _ => refused_in("robust", &Findings::default()),
    })
}
