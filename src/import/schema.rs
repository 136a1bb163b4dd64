//! The tables there are and their columns.

/// A table by its name and columns.
pub(super) struct Schema {
    pub(super) name: &'static str,
    /// Without it there is no criteria set.
    pub(super) needed: bool,
    pub(super) columns: &'static [&'static str],
}

impl Schema {
    /// What one row of it is called in a message.
    pub(super) fn item(&self) -> &'static str {
        self.name.strip_suffix(".csv").unwrap_or(self.name)
    }

    /// False for a column that a table may leave out; its cells are then empty.
    pub(super) fn needs(&self, column: &str) -> bool {
        !OPTIONAL.contains(&(self.name, column))
    }
}

/// Columns that came after the first tables were written.
const OPTIONAL: &[(&str, &str)] = &[("unit-kinds.csv", "title_vi"), ("unit-kinds.csv", "title_en")];

macro_rules! tables {
    ($($constant:ident $name:literal $needed:literal [$($column:literal)*];)*) => {
        $(pub(super) static $constant: Schema = Schema { name: $name, needed: $needed, columns: &[$($column,)*] };)*
        pub(super) const ALL: &[&Schema] = &[$(&$constant,)*];
    };
}

tables! {
    EDITION "edition.csv" true ["key" "value" "value_vi" "value_en"];
    SOURCES "sources.csv" true [
        "id" "kind" "number" "title_vi" "title_en" "issuer_vi" "issuer_en" "issued" "effective" "url" "retrieved" "confidence" "note"
    ];
    LEVELS "levels.csv" true ["level" "key" "value" "status" "source" "clause" "confidence" "note"];
    GROUPS "groups.csv" true ["id" "n" "title_vi" "title_en" "source" "clause" "confidence" "note"];
    UNITS "units.csv" false ["id" "symbol_vi" "symbol_en" "factor" "note"];
    UNIT_KINDS "unit-kinds.csv" false ["kind" "judged_as" "title_vi" "title_en" "basis" "level" "note"];
    CRITERIA "criteria.csv" true [
        "id" "group" "label" "kind" "title_vi" "title_en" "question_vi" "question_en" "unit" "numerator_vi" "numerator_en"
        "denominator_vi" "denominator_en" "direction" "tier" "applies_to" "parts" "evidence_vi" "evidence_en" "definition_source"
        "definition_clause" "related" "confidence" "note"
    ];
    INPUTS "inputs.csv" false ["id" "role" "unit" "whole" "minimum" "above" "within_denominator" "own_period" "note"];
    STEPS "steps.csv" false ["id" "step" "label_vi" "label_en"];
    THRESHOLDS "thresholds.csv" false [
        "id" "level" "value" "basis" "use" "carried" "figure" "printed_op" "horizon" "source" "clause" "note"
    ];
    VARIANTS "variants.csv" false ["id" "level" "when" "value" "basis" "source" "clause" "confidence" "note"];
    CROSSWALK "crosswalk.csv" false ["id_before" "id_now" "kind" "note"];
}
