"""Holding an answer against what a case expects: the rules of tests/cases/README.md, "Comparing"."""

import json
from collections import Counter

KEYED = {"criteria": "id", "groups": "id", "levels": "level", "met": "level"}

_OUTCOME = {"outcome": None, "met_level": None, "points": None, "share": None}
_NODE = {"value": None, "share": None, "band": None}
_RANGE = {"low": None, "high": None}
_RESULT = {
    "level": None, "level_range": _RANGE, "refused": None, "score": None, "score_range": _RANGE, "range": _RANGE,
    "levels": {"level": None, "reached": None},
    "criteria": {
        "id": None, "value": None, "flags": None, "sample_to_settle": None, **_OUTCOME, "low": _OUTCOME, "high": _OUTCOME, "interval": _RANGE,
        "levels": {"level": None, "outcome": None, "threshold": None}, "change": {"base_value": None, "difference": None},
        "parts": {"data_point": None, "outcome": None, "value": None, "points": None},
    },
    "groups": {"id": None, **_NODE, "low": _NODE, "high": _NODE, "met": {"level": None, "met": None, "met_high": None, "asked": None}},
}
EXPECT = {"errors": {"code": None, "pointer": None}, "findings": None, "self_assessed": _RESULT, "verified": _RESULT}


def unknown_keys(value, known=EXPECT, where="expect"):
    """Keys that no case may have: a misspelt one would be compared with nothing."""
    if isinstance(value, list):
        for each in value:
            yield from unknown_keys(each, known, where)
    elif isinstance(value, dict) and known is not None:
        for key, below in value.items():
            place = f"{where}.{key}"
            if key not in known:
                yield place
            else:
                yield from unknown_keys(below, known[key], place)


def keys_of(value):
    """Every key of an expectation that says something, at any depth."""
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each)}
    if isinstance(value, dict):
        return {key for key, each in value.items() if each is not None} | {key for each in value.values() for key in keys_of(each)}
    return set()


def differences(expect, answer, without=frozenset()):
    """Every listed value that differs, one line each. Fields of `without` are not looked at."""
    if "errors" in expect:
        return _errors(expect["errors"], answer.get("errors"))
    if answer.get("errors") is not None:
        return [f"errors: expected none, got {_text(answer['errors'])}"]
    found = []
    for key, value in expect.items():
        if key == "findings":
            missing = Counter(value) - Counter(answer.get("findings") or [])
            found += [f"findings: {code} is not among {_text(answer.get('findings'))}" for code in missing.elements()]
        else:
            found += _value(key, value, answer.get(key), key, without)
    return found


def _errors(expected, answered):
    if answered is None:
        return [f"errors: expected {_text(expected)}, got a result"]
    if Counter(each["code"] for each in expected) != Counter(each["code"] for each in answered):
        return [f"errors: expected {_text(expected)}, got {_text(answered)}"]
    lost = [each for each in expected if "pointer" in each and not any(_is_place(each, other) for other in answered)]
    return [f"errors: {_text(each)} is not among {_text(answered)}" for each in lost]


def _is_place(expected, answered):
    """The place itself, or the entry that it lies in."""
    pointer = answered.get("pointer") or ""
    exact = pointer.count("/") > 1 and f"{expected['pointer']}/".startswith(f"{pointer}/")
    return exact and expected["code"] == answered["code"]


def _value(key, want, got, where, without):
    if isinstance(want, dict) and isinstance(got, dict):
        return [line for name, each in want.items() if name not in without
                for line in _value(name, each, got.get(name), f"{where}.{name}", without)]
    if isinstance(want, list) and isinstance(got, list) and key in KEYED:
        return _keyed(want, got, KEYED[key], where, without)
    if key == "parts" and isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [line for at, (one, other) in enumerate(zip(want, got)) for line in _value("", one, other, f"{where}[{at}]", without)]
    return [] if _text(want) == _text(got) else [f"{where}: expected {_text(want)}, got {_text(got)}"]


def _keyed(want, got, key, where, without):
    known = {_text(each.get(key)): each for each in got if isinstance(each, dict)}
    found = []
    for each in want:
        place, other = f"{where}[{each[key]}]", known.get(_text(each[key]))
        found += [f"{place}: nothing there"] if other is None else _value("", each, other, place, without)
    return found


def _text(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
