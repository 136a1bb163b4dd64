//! The Frictionless Table Schema of city data for one edition as CSV.

use crate::city::{ATTRIBUTES, EvidenceKind, ReviewResult};
use crate::criteria::{CriteriaSet, Role};
use crate::schema::Document;
use crate::schema::object::Both;
use crate::template::table::{OTHER_ITEMS, columns};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Map, Value, json};

/// Words for what published results are of; they stand in `role`.
const OF_PUBLISHED: [&str; 2] = ["value", "share"];

impl CriteriaSet {
    /// Frictionless Table Schema of city data for this set as CSV: the columns of [`CriteriaSet::template_csv`] in their order, with
    /// the ids, roles and units that may stand in them. It is the one profile of all rows, so it cannot say which unit or domain goes
    /// with which criterion: [`CriteriaSet::city_schema`] does.
    ///
    /// Figures are texts here, because files write them as `1.234,5` or as `1,234.5`.
    ///
    /// ```
    /// let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    /// let schema = set.table_schema();
    /// assert_eq!(schema["fields"][1]["name"], "item");
    /// ```
    #[must_use]
    pub fn table_schema(&self) -> Value {
        let general = Document::CityData.schema();
        let header = self.header();
        let fields: Vec<Value> = columns().iter().map(|name| self.field(name, general.as_value())).collect();
        json!({
            "$schema": "https://datapackage.org/profiles/1.0/tableschema.json",
            "title": format!("{} ({})", header.title.en, self.id()),
            "x-title-vi": format!("{} ({})", header.title.vi, self.id()),
            "description": header.not_official.as_ref().map_or("", |text| text.en.as_str()),
            "x-description-vi": header.not_official.as_ref().map_or("", |text| text.vi.as_str()),
            "fields": fields,
            "missingValues": [""],
        })
    }

    fn field(&self, name: &str, general: &Value) -> Value {
        let mut field = Map::new();
        field.insert("name".into(), name.into());
        field.insert("type".into(), "string".into());
        let (vi, en) = described(name, general);
        field.insert("description".into(), en.into());
        field.insert("x-description-vi".into(), vi.into());
        if name == "evidence_public" {
            field.insert("type".into(), "boolean".into());
            field.insert("trueValues".into(), json!(["yes", "true", "có"]));
            field.insert("falseValues".into(), json!(["no", "false", "không"]));
        }
        if let Some(words) = self.words(name, general) {
            field.insert("constraints".into(), json!({"enum": words}));
        }
        field.into()
    }

    /// The words that may stand in a column; none = anything.
    fn words(&self, column: &str, general: &Value) -> Option<Vec<String>> {
        let points = || self.criteria().iter().flat_map(|criterion| &criterion.data_points);
        let owned = |words: Vec<&str>| Some(words.into_iter().map(String::from).collect());
        match column {
            "item" => {
                let prefixed = |id: &str| if OTHER_ITEMS.contains(&id) { format!("criterion:{id}") } else { id.to_string() };
                Some(self.criteria().iter().map(|c| prefixed(&c.id)).chain(OTHER_ITEMS.map(String::from)).collect())
            }
            "data_point" => {
                let mut all: BTreeSet<&str> = points().map(|point| point.id.as_str()).collect();
                all.extend(self.reference_ids());
                all.extend(self.header().groups.iter().map(|group| group.id.as_str()));
                owned(all.into_iter().collect())
            }
            "role" => {
                let used: BTreeSet<Role> = points().flat_map(|point| &point.inputs).map(|input| input.role).collect();
                let mut all: Vec<&str> = used.iter().map(|role| role.as_str()).collect();
                all.extend(OF_PUBLISHED.iter().chain(ATTRIBUTES).filter(|word| !used.iter().any(|role| role.as_str() == **word)));
                owned(all)
            }
            "unit" => {
                let units = self.header().units.iter();
                let all: BTreeSet<&str> = units.flat_map(|unit| [unit.id.as_str(), &unit.symbol.vi, &unit.symbol.en]).collect();
                owned(all.into_iter().collect())
            }
            "evidence_kind" => owned(EvidenceKind::WORDS.iter().map(|(word, _)| *word).collect()),
            "review" => owned(ReviewResult::WORDS.iter().map(|(word, _)| *word).collect()),
            "status" | "quality" | "sampling" => {
                let definition = if column == "status" { "observation_status" } else { column };
                let words = general.pointer(&format!("/$defs/{definition}/enum"))?.as_array()?;
                Some(words.iter().filter_map(Value::as_str).map(String::from).collect())
            }
            _ => None,
        }
    }
}

/// What a column is: as the key of JSON it stands for, or in words of its own.
fn described<'g>(column: &str, general: &'g Value) -> Both<'g> {
    let (definition, key) = match column {
        "unit_code" => ("unit", "code"),
        "reviewed_by" => ("review", "by"),
        "review" => ("review", "result"),
        "not_applicable_reason" => ("not_applicable", "reason"),
        "item" => {
            return ("Mã tiêu chí, hoặc `unit`, `reference`, `published`.", "Id of a criterion, or `unit`, `reference`, `published`.");
        }
        "data_point" => {
            return (
                "Dữ liệu của tiêu chí; mã giá trị so sánh; nhóm của kết quả đã công bố.",
                "Data point; id of a comparison value; group of a published result.",
            );
        }
        "role" => return ("Vai trò của số liệu, hoặc đặc điểm của nơi.", "Role of the figure, or attribute of the place."),
        "title" | "question" | "threshold" => {
            return ("Để đọc khi điền; không được đọc lại.", "For whoever fills the table in; not read back.");
        }
        _ => match (column.strip_prefix("evidence_"), column.strip_prefix("review_")) {
            (Some(key), _) => ("evidence", key),
            (_, Some(key)) => ("review", key),
            _ => ("observation", column),
        },
    };
    let text = |keyword: &str| general.pointer(&format!("/$defs/{definition}/properties/{key}/{keyword}")).and_then(Value::as_str);
    (text("x-description-vi").unwrap_or(""), text("description").unwrap_or(""))
}
