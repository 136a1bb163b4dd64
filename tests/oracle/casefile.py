"""What the oracle says of a case, and writing case files in one compact form."""

import json

from faults import faults, remarks
from loading import city_of_case, scheme_of
from naming import by_label, named
from showing import assess

WIDTH = 150


def outcome_of(criteria_set, document, case):
    """What the oracle says of a case: its errors, or both results and what is remarked."""
    return answered(criteria_set, document.get("scheme"), city_of_case(document, case), case.get("parameters", []))


def answered(criteria_set, scheme, given, parameters):
    """The same of a city."""
    city = named(criteria_set, given)
    chosen = scheme_of(criteria_set, scheme, city["unit"]["kind"])
    found = faults(criteria_set, chosen, city, parameters)
    if found:
        return {"errors": [{"code": code, "pointer": pointer} for code, pointer in found]}
    taken = ["city.label_taken"] * len(by_label(criteria_set, given))
    return {**assess(criteria_set, city, scheme, parameters), "findings": remarks(criteria_set, chosen, city) + taken}


def written(document):
    """The text of a case file: one space of indent, and whatever fits on a line stays on it."""
    return _lay(document, 0) + "\n"


def _lay(value, depth):
    flat = json.dumps(value, ensure_ascii=False)
    if depth > 1 and depth + len(flat) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return flat
    inner, outer = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, dict):
        rows = [f"{json.dumps(key, ensure_ascii=False)}: {_lay(each, depth + 1)}" for key, each in value.items()]
        return "{" + inner + f",{inner}".join(rows) + outer + "}"
    return "[" + inner + f",{inner}".join(_lay(each, depth + 1) for each in value) + outer + "]"
