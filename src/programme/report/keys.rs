//! Keys of a report file and the columns of the table they stand in; one list for reading JSON, CSV and for templates.

/// Columns of the table, in order. `title` and `guide` are for whoever fills it in; nobody reads them.
pub(super) const COLUMNS: [&str; 19] = [
    "unit_code",
    LABEL,
    "item",
    "title",
    "guide",
    "field",
    "text",
    "project",
    "project_code",
    "year",
    "fund_source",
    "planned",
    "disbursed",
    "unit",
    "to",
    "document",
    "date",
    "note",
    "sha256",
];

/// What tells several reports of one unit apart; a table in which each unit has one does without it.
pub(super) const LABEL: &str = "report_label";

/// Columns that say whose a row is.
pub(super) const WHOSE: [&str; 2] = ["unit_code", LABEL];

/// Columns that are not read.
pub(super) const SHOWN: [&str; 2] = ["title", "guide"];

/// Columns without which no row can be read.
pub(super) const NEEDED: [&str; 2] = ["item", "text"];

/// Rows that are no item of an outline.
pub(super) const REPORT: &str = "report";
pub(super) const NOTHING: &str = "nothing";
pub(super) const TOTAL: &str = "total";
pub(super) const RECORD: &str = "record";

/// Fields of a row `report`, and the key of the file that each fills: an object and a member, or a member alone.
pub(super) const FIELDS: [(&str, &[&str]); 16] = [
    ("outline", &["outline"]),
    ("round", &["round"]),
    ("unit_code", &["unit", "code"]),
    ("unit_name", &["unit", "name"]),
    ("unit_kind", &["unit", "kind"]),
    ("parent", &["unit", "parent"]),
    ("fictional", &["fictional"]),
    ("period_from", &["period", "from"]),
    ("period_to", &["period", "to"]),
    ("number", &["number"]),
    ("date", &["date"]),
    ("replaces_number", &["replaces", "number"]),
    ("replaces_date", &["replaces", "date"]),
    ("replaces_sha256", &["replaces", "sha256"]),
    ("received", &["received"]),
    ("prepared_by", &["prepared_by"]),
];
