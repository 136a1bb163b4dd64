//! Which column of SDMX-CSV holds what of city data.

/// A column of our structure.
pub(super) struct Column {
    /// Id of the component.
    pub(super) id: &'static str,
    /// Of an observation: the column of a table of facts. Of a place: the name of the attribute.
    pub(super) fact: &'static str,
    /// Part of the key of an observation.
    pub(super) dimension: bool,
    /// Holds codes, so that a label may follow them.
    pub(super) coded: bool,
}

const fn dimension(id: &'static str, fact: &'static str, coded: bool) -> Column {
    Column { id, fact, dimension: true, coded }
}

const fn other(id: &'static str, fact: &'static str, coded: bool) -> Column {
    Column { id, fact, dimension: false, coded }
}

/// Where each stands in [`OBSERVATION`].
pub(super) const REF_AREA: usize = 0;
pub(super) const INDICATOR: usize = 1;
pub(super) const DATA_POINT: usize = 2;
pub(super) const PART: usize = 4;
pub(super) const TIME_PERIOD: usize = 5;
pub(super) const OBS_VALUE: usize = 6;
pub(super) const OBS_STATUS: usize = 8;

/// What an observation is made of: dimensions, the measure, attributes.
pub(super) const OBSERVATION: [Column; 13] = [
    dimension("REF_AREA", "unit_code", true),
    dimension("INDICATOR", "item", true),
    dimension("DATA_POINT", "data_point", true),
    dimension("ROLE", "role", true),
    dimension("PART", "part", false),
    dimension("TIME_PERIOD", "period", true),
    other("OBS_VALUE", "value", true),
    other("UNIT_MEASURE", "unit", true),
    other("OBS_STATUS", "status", true),
    other("DATA_QUALITY", "quality", true),
    other("SAMPLING", "sampling", true),
    other("SOURCE_DETAIL", "source", false),
    other("COMMENT_OBS", "note", false),
];

/// Attributes of the place; they stand in a row of their own, in which only `REF_AREA` is filled of the key.
pub(super) const PLACE: [Column; 14] = [
    other("PLACE_NAME_VI", "name_vi", false),
    other("PLACE_NAME_EN", "name_en", false),
    other("PLACE_KIND", "kind", true),
    other("PLACE_PARENT", "parent", true),
    other("PLACE_REGION", "region", false),
    other("URBAN_CLASS", "urban_class", true),
    other("CENTRALLY_RUN", "centrally_run", true),
    other("HERITAGE", "heritage", true),
    other("SPECIAL_FACTORS", "special_factors", true),
    other("DECLARED_URBAN", "declared_urban", true),
    other("VALID_FROM", "valid_from", false),
    other("FICTIONAL", "fictional", true),
    other("ASSESSMENT_PERIOD", "period", false),
    other("PREPARED_BY", "prepared_by", false),
];

/// Where the two attributes stand without which no place can be judged.
pub(super) const PLACE_NAME: usize = 0;
pub(super) const PLACE_KIND: usize = 2;

/// The column of the marks of honesty, in every row; for people, never read.
pub(super) const MARK: &str = "MARK";

/// What a cell of a dimension holds where there is nothing to name: "not applicable".
pub(super) const NOT_APPLICABLE: &str = "_Z";

/// The code for the whole of which others are parts.
pub(super) const TOTAL: &str = "_T";

/// A dimension that is switched off for the row.
pub(super) const SWITCHED_OFF: &str = "~";

/// A value that is missing on purpose; of numbers, [`NOT_A_NUMBER`].
pub(super) const MISSING: &str = "#N/A";
pub(super) const NOT_A_NUMBER: &str = "NaN";

#[cfg(test)]
mod tests {
    use super::{DATA_POINT, INDICATOR, OBS_STATUS, OBS_VALUE, OBSERVATION, PART, PLACE, PLACE_KIND, PLACE_NAME, REF_AREA, TIME_PERIOD};

    #[test]
    fn every_column_is_where_its_name_says() {
        let at = |at: usize| OBSERVATION[at].id;
        assert_eq!([at(REF_AREA), at(INDICATOR), at(DATA_POINT), at(PART)], ["REF_AREA", "INDICATOR", "DATA_POINT", "PART"]);
        assert_eq!([at(TIME_PERIOD), at(OBS_VALUE), at(OBS_STATUS)], ["TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]);
        assert_eq!([PLACE[PLACE_NAME].fact, PLACE[PLACE_KIND].fact], ["name_vi", "kind"]);
    }
}
