"""What a case needs of an implementation, seen from the case and its criteria file. An implementation names what it lacks."""

from compare import keys_of

# Keys of a criteria file that a simple set does without.
SET_KEYS = (
    "applies_when", "bands", "compare_with", "each_group", "evidence", "minimum_share", "not_considered", "open", "own_period", "parts",
    "preconditions", "published_tolerance", "relief", "rounding", "score", "unit_kinds", "variants", "verdict",
)
# Words of a criteria file, by the key they stand under.
SET_WORDS = ("aggregate", "condition", "method", "policy")
COMPARISONS = {"ge", "gt", "le", "lt", "eq"}
# Keys of a city.
CITY_KEYS = ("evidence", "not_applicable", "published", "references")
# Fields of an expectation that can be left aside while the rest of the case is compared.
FIELDS = (
    "band", "change", "findings", "flags", "interval", "level_range", "met", "met_high", "range", "refused", "sample_to_settle", "score_range",
    "threshold", "verified",
)


def of_set(document):
    """What somebody must know to load a criteria file."""
    found = set()
    _walk(document, found)
    return found


def _walk(value, found):
    if isinstance(value, list):
        for each in value:
            _walk(each, found)
    elif isinstance(value, dict):
        for key, below in value.items():
            if key in SET_WORDS and isinstance(below, str):
                found.add(f"{key}:{below}")
            elif key == "op" and below not in COMPARISONS:
                found.add(f"op:{below}")
            elif key in SET_KEYS:
                found.add(f"set:{key}")
            _walk(below, found)


def of_case(document, criteria_set, case):
    """What somebody must know to answer a case, but for the fields."""
    found = {f"city:{key}" for key in CITY_KEYS if key in case}
    if "errors" in case["expect"]:
        found.add("errors")
    if "parameters" in case:
        found.add("parameters")
    if any("part" in each for each in case.get("observations", [])):
        found.add("city:part")
    ids = {each["id"] for each in criteria_set["criteria"]}
    if any(each["criterion"] not in ids for each in case.get("observations", [])) and "errors" not in case["expect"]:
        found.add("city:label")
    return found


def fields_of(case):
    """Fields that the case expects something of."""
    return {f"field:{key}" for key in keys_of(case["expect"]) & set(FIELDS)}
