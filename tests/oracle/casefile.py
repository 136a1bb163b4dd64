"""Comparing a case with the oracle, and writing case files in one compact form."""

import json

from faults import faults
from loading import city_of_case, scheme_of
from naming import named
from showing import assess

WIDTH = 150
KEYS = {"criteria": "id", "groups": "id", "levels": "level", "met": "level"}


def outcome_of(criteria_set, document, case):
    """What the oracle says of a case: its errors, or both results."""
    city, parameters = named(criteria_set, city_of_case(document, case)), case.get("parameters", [])
    scheme = scheme_of(criteria_set, document.get("scheme"))
    found = faults(criteria_set, scheme, city, parameters)
    if found:
        return {"errors": [{"code": code, "pointer": pointer} for code, pointer in found]}
    return assess(criteria_set, city, document.get("scheme"), parameters)


def differences(expected, actual, where=""):
    """Every listed value that differs; lists of objects are matched by their key, parts by
    their place; other lists are compared whole."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        if "errors" in actual and "errors" not in expected:
            yield f"errors that are not expected: {json.dumps(actual['errors'])}"
            return
        for key, value in expected.items():
            if key == "findings":
                continue
            place = f"{where}.{key}" if where else key
            if key not in actual:
                if value is not None:
                    yield f"{place}: expected {json.dumps(value)}, nothing there"
            elif key == "errors":
                yield from _errors(value, actual[key], place)
            elif key in KEYS and isinstance(value, list):
                yield from _by_key(value, actual[key], KEYS[key], place)
            elif key == "parts" and len(value) == len(actual[key]):
                for index, (one, other) in enumerate(zip(value, actual[key])):
                    yield from differences(one, other, f"{place}[{index}]")
            else:
                yield from differences(value, actual[key], place)
    elif expected != actual:
        yield f"{where}: expected {json.dumps(expected)}, computed {json.dumps(actual)}"


def _by_key(expected, actual, key, where):
    known = {each[key]: each for each in actual}
    for each in expected:
        place = f"{where}[{each[key]}]"
        if each[key] not in known:
            yield f"{place}: nothing there"
        else:
            yield from differences(each, known[each[key]], place)


def _errors(expected, actual, where):
    if sorted(each["code"] for each in expected) != sorted(each["code"] for each in actual):
        yield f"{where}: expected {json.dumps(expected)}, computed {json.dumps(actual)}"
    for each in expected:
        if "pointer" in each and each not in actual:
            yield f"{where}: {json.dumps(each)} is not among {json.dumps(actual)}"


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
