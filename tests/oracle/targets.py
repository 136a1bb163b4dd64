"""Generated cases of nq148@2022-u1 and nq03@2025-u1: targets around their edges, held against tables of their own."""

from fractions import Fraction

from building import AS_OF, Builder, unit
from exact import parse, text
from filling import answered, fill_tree, require

NQ148, NQ03 = "nq148@2022-u1", "nq03@2025-u1"
# What the sources print: an operator and a figure, a range (above it is unclear), or about a figure (only the figure is clear).
PRINTED = {
    NQ148: {
        "2025": {"t1": "ge 45", "t2": "range 1.5 1.9", "t3": "range 950 1000", "t4": "ge 100", "t5": "ge 100", "t6": "ge 100",
                 "t7": "range 11 16", "t8": "range 6 8", "t9": "ge 28", "fibre": "gt 80", "account": "gt 80", "gdp": "about 75",
                 "digital": "range 25 30"},
        "2030": {"t1": "gt 50", "t2": "range 1.9 2.3", "t3": "range 1000 1200", "t7": "range 16 26", "t8": "range 8 10",
                 "t9": "ge 32", "fibre": "ge 100", "gdp": "about 85"},
    },
    NQ03: {
        "2030": {f"r{row.replace('.', '-')}": f"ge {figure}" for row, figure in (
            pair.split() for pair in ("10 30", "11.1 80", "11.2 90", "11.3 100", "11.4 100", "11.5 80", "11.6 80", "11.7 70",
                                      "11.8 30", "11.9 50", "11.10 100", "11.11 100", "11.12 100", "12 80", "13 40", "15 2",
                                      "17 3", "23.1 100", "23.4 99", "24 6", "26 100", "27 100", "30 95", "31 70", "32 95"))},
    },
}
# What is asked of which kind of place; everything else is asked of the country alone.
OF_URBAN_AREAS, OF_CENTRAL_CITIES = ("t7", "t8"), ("digital",)


def outcome(printed, value):
    """What a value is under a printed target."""
    how, *figures = printed.split()
    low, high = parse(figures[0]), parse(figures[-1])
    if how == "about":
        return "passed" if value == low else "undecided"
    if how == "range":
        return "below_threshold" if value < low else "undecided" if value > high else "passed"
    return "passed" if value > low or how == "ge" and value == low else "below_threshold"


def checker(printed):
    """Holds what the oracle says of a value against the table."""
    def check(case, entry):
        values = [each["value"] for each in case.get("observations", []) if "value" in each and "part" not in each]
        if len(values) == 1 and entry["outcome"] != "not_applicable":
            expected = outcome(printed[entry["id"]], parse(values[0]))
            require(entry["outcome"] == expected, f"{case['name']} {entry['outcome']}, not {expected}")
    return check


def at_targets(printed, names):
    """Observations at the first figure of each target, or a little above it where it must be exceeded."""
    for name in names:
        how, figure, *_ = printed[name].split()
        value = parse(figure) + (Fraction(1, 10) if how == "gt" else 0)
        yield {"criterion": name, "value": text(value), "period": "2025"}


def asked_of(printed, place):
    """The criteria that apply to a place."""
    if place["kind"] == "national":
        return [name for name in printed if name not in OF_URBAN_AREAS + OF_CENTRAL_CITIES]
    if place["kind"] == "urban_area":
        return [name for name in printed if name in OF_URBAN_AREAS]
    central = place.get("centrally_run") is not False
    return [name for name in printed if name in OF_CENTRAL_CITIES and central]


def places(set_name, printed):
    """(name, why, place, observations) of whole places, with data for every target."""
    kinds = [("The country", unit("national"))]
    if set_name == NQ148:
        kinds += [("An urban area", unit("urban_area")), ("A centrally-run city", unit("province", centrally_run=True)),
                  ("A province", unit("province"))]
    for told, place in kinds:
        held = asked_of(printed, place)
        why = f"{len(held)} of {len(printed)} targets are asked of this kind of place; no other figure is applied to it."
        yield f"{told} with data for every target is asked its own alone.", why, place, [*at_targets(printed, printed)]
        yield f"{told} without data.", why, place, []


def files(criteria_set):
    name = f"{criteria_set['set']}@{criteria_set['edition']}-u{criteria_set['revision']}"
    home = unit("national")
    for scheme in criteria_set["schemes"]:
        printed = PRINTED[name][scheme["id"]]
        builder = Builder(criteria_set, scheme)
        file = {"set": name, "scheme": scheme["id"], "as_of": AS_OF, "unit": home, "cases": []}
        fill_tree(criteria_set, file, builder, scheme["tree"], home, checker(printed))
        for told, why, place, observations in places(name, printed):
            case = {"name": told, **({} if place == home else {"unit": place})}
            case.update({"observations": observations} if observations else {})
            whole = answered(criteria_set, file, case)["self_assessed"]
            for entry in whole["criteria"]:
                here = "passed" if observations else "no_data"
                expected = here if entry["id"] in asked_of(printed, place) else "not_applicable"
                require(entry["outcome"] == expected, f"{told} {entry['id']}: {entry['outcome']}, not {expected}")
            kept = {key: whole[key] for key in ("level", "refused", "levels")}
            kept["criteria"] = [{"id": each["id"], "outcome": each["outcome"]} for each in whole["criteria"]]
            file["cases"].append({**case, "expect": {"self_assessed": kept, "verified": None}, "why": why})
        if not any(each["kind"] == "commune" for each in criteria_set["unit_kinds"]):
            case = {"name": "A commune is out of scope.", "unit": unit("commune")}
            whole = answered(criteria_set, file, case)["self_assessed"]
            kept = {"level": None, "refused": whole["refused"]}
            require(whole["refused"] == ["out_of_scope"], case["name"])
            file["cases"].append({**case, "expect": {"self_assessed": kept, "verified": None},
                                  "why": "The set does not list the kind (FORMAT 1, unit_kinds)."})
        yield f"{criteria_set['set']}-{criteria_set['edition']}/{scheme['id']}.json", file
