//! Answers the requests of the conformance suite (`tests/cases/README.md`), one JSON line each:
//! `python3 tests/conformance/run.py --command "cargo run -q -p dothi --example conform"`.

mod answer;

use dothi::{AssessOptions, CityFile, CriteriaSet, Date, Dec, Findings};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufRead, Write};

const CONTRACT: u32 = 1;

/// One line. Criteria file and city keep their text: whatever is wrong with them is for the library to find.
#[derive(Deserialize)]
struct Request<'r> {
    ask: String,
    #[serde(default)]
    set: String,
    #[serde(borrow)]
    criteria: Option<&'r RawValue>,
    #[serde(borrow)]
    city: Option<&'r RawValue>,
    scheme: Option<String>,
    #[serde(default)]
    as_of: String,
    #[serde(default)]
    parameters: Vec<Parameter>,
}

#[derive(Deserialize)]
struct Parameter {
    id: String,
    level: Option<u32>,
    value: Value,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut sets = BTreeMap::new();
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let answer = answer(&line?, &mut sets)?;
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn answer(line: &str, sets: &mut BTreeMap<String, CriteriaSet>) -> Result<Value, Box<dyn Error>> {
    let request: Request<'_> = serde_json::from_str(line)?;
    match (request.ask.as_str(), request.criteria, request.city) {
        ("capabilities", ..) => Ok(json!({"contract": CONTRACT, "name": "dothi", "version": env!("CARGO_PKG_VERSION"), "without": []})),
        ("load", Some(criteria), _) => Ok(match CriteriaSet::from_json(criteria.get().as_bytes()) {
            Ok(loaded) => {
                sets.insert(request.set.clone(), loaded);
                json!({"set": request.set})
            }
            Err(findings) => answer::errors(&findings),
        }),
        ("assess", _, Some(city)) => {
            let set = sets.get(&request.set).ok_or("a set that was not loaded")?;
            let options = options(&request)?;
            Ok(assessed(set, city.get(), &options).unwrap_or_else(|findings| answer::errors(&findings)))
        }
        _ => Err(format!("not a request of contract {CONTRACT}").into()),
    }
}

fn options(request: &Request<'_>) -> Result<AssessOptions, Box<dyn Error>> {
    let mut options = AssessOptions::new(Date::parse(&request.as_of).ok_or("as_of is no day")?);
    options.scheme.clone_from(&request.scheme);
    for Parameter { id, level, value } in &request.parameters {
        let text = value.as_str().map_or_else(|| value.to_string(), String::from);
        let value = Dec::parse(&text).map_err(|_| "the value of a parameter is no decimal")?;
        options = options.with_parameter(id.as_str(), *level, value);
    }
    Ok(options)
}

fn assessed(set: &CriteriaSet, city: &str, options: &AssessOptions) -> Result<Value, Findings> {
    let (file, _) = CityFile::from_json(format!(r#"{{"format":1,"cities":[{city}]}}"#).as_bytes())?;
    let city = file.cities.first().ok_or_else(Findings::default)?;
    Ok(answer::result(&set.assess(city, options)?))
}
