//! What several test modules need.

use dothi::{AssessOptions, Date};
use serde_json::{Value, json};

pub fn as_of() -> AssessOptions {
    AssessOptions::new(Date::parse("2026-11-21").unwrap())
}

pub fn file(cities: &[Value]) -> Vec<u8> {
    serde_json::to_vec(&json!({"format": 1, "cities": cities})).unwrap()
}
