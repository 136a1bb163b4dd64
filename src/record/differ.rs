//! Where a recorded body and a replayed one differ.

use crate::finding::{Code, Finding};
use crate::write::canonical;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// The first value that differs, in the order of the canonical bytes, and how many do; `None` where the bodies are the same.
pub(super) fn difference(recorded: &Value, replayed: &Value) -> Option<Finding> {
    let mut walk = Walk { recorded, replayed, path: Vec::new(), first: None, count: 0 };
    walk.compare(Some(recorded), Some(replayed));
    let finding = walk.first?;
    Some(finding.with("count", walk.count))
}

struct Walk<'v> {
    recorded: &'v Value,
    replayed: &'v Value,
    path: Vec<String>,
    first: Option<Finding>,
    count: usize,
}

impl<'v> Walk<'v> {
    fn compare(&mut self, recorded: Option<&'v Value>, replayed: Option<&'v Value>) {
        match (recorded, replayed) {
            (Some(Value::Object(a)), Some(Value::Object(b))) => {
                let mut keys = BTreeSet::new();
                keys.extend(a.keys().chain(b.keys()));
                keys.into_iter().for_each(|key| self.within(key.clone(), a.get(key), b.get(key)));
            }
            (Some(Value::Array(a)), Some(Value::Array(b))) => {
                (0..a.len().max(b.len())).for_each(|at| self.within(at.to_string(), a.get(at), b.get(at)));
            }
            _ if recorded == replayed => {}
            _ => {
                self.count += 1;
                if self.first.is_none() {
                    self.first = Some(self.finding(recorded, replayed));
                }
            }
        }
    }

    fn within(&mut self, step: String, recorded: Option<&'v Value>, replayed: Option<&'v Value>) {
        self.path.push(step);
        self.compare(recorded, replayed);
        self.path.pop();
    }

    fn finding(&self, recorded: Option<&Value>, replayed: Option<&Value>) -> Finding {
        let (node, field) = self.node();
        let pointer = format!("/body/{}", self.path.join("/"));
        let finding = Finding::at(Code::RecordDiffers, pointer).with_both("node", node).with("field", field);
        let finding = said(finding, "recorded", recorded);
        said(finding, "replayed", replayed)
    }

    /// The node in words of both languages, and the path of the value in it.
    fn node(&self) -> ((String, String), String) {
        let steps: Vec<&str> = self.path.iter().map(String::as_str).collect();
        let (view, list, at, rest) = match steps.as_slice() {
            [view @ ("self_assessed" | "verified"), list @ ("criteria" | "groups" | "levels"), at, rest @ ..] => (*view, *list, *at, rest),
            [view @ ("self_assessed" | "verified"), rest @ ..] => {
                let state = state(view);
                return ((format!("kết quả ({})", state.0), format!("the result ({})", state.1)), rest.join("/"));
            }
            rest => return ((String::from("phần chung"), String::from("the head")), rest.join("/")),
        };
        let key = if list == "levels" { "level" } else { "id" };
        let item = format!("/{view}/{list}/{at}/{key}");
        let known = self.replayed.pointer(&item).or_else(|| self.recorded.pointer(&item));
        let id = known.map_or_else(String::new, |id| id.as_str().map_or_else(|| id.to_string(), String::from));
        let (vi, en) = match list {
            "criteria" => ("tiêu chí", "criterion"),
            "groups" => ("nhóm", "group"),
            _ => ("cấp độ", "level"),
        };
        let state = state(view);
        ((format!("{vi} `{id}` ({})", state.0), format!("{en} `{id}` ({})", state.1)), rest.join("/"))
    }
}

fn state(view: &str) -> (&'static str, &'static str) {
    if view == "verified" { ("đã thẩm định", "verified") } else { ("tự đánh giá", "self-assessed") }
}

fn said(finding: Finding, key: &'static str, value: Option<&Value>) -> Finding {
    match value {
        None => finding.with_both(key, ("không có gì", "nothing")),
        Some(Value::String(text)) => finding.with(key, format!("`{text}`")),
        Some(other) => finding.with(key, format!("`{}`", canonical(other.clone()))),
    }
}
