"""Reading criteria files, case files and cities; numbers keep the text they were written with."""

import json
import re
from pathlib import Path

ORACLE = Path(__file__).resolve().parent
CASES = ORACLE.parent / "cases"
CRITERIA = ORACLE.parent.parent / "criteria"

_NAME = re.compile(r"([a-z0-9][a-z0-9._-]*)@([a-z0-9][a-z0-9._-]*)-u([0-9]+)\Z")


def read(path):
    """A JSON document; a number with a fraction or an exponent stays text, so that no digit is lost."""
    with open(path, encoding="utf-8") as handle:
        return json.load(handle, parse_float=str)


def set_path(name, criteria=None):
    """`vn-ssc@2026-u1` is a published file; anything else is a path under tests/cases or a plain path."""
    match = _NAME.match(name)
    if match:
        return Path(criteria or CRITERIA) / match[1] / f"{match[2]}-u{match[3]}.json"
    for base in (CASES, CASES / "sets", Path.cwd()):
        for candidate in (base / name, base / f"{name}.json"):
            if candidate.is_file():
                return candidate
    raise FileNotFoundError(name)


def published(criteria=None):
    """The names of all criteria files."""
    for path in sorted(Path(criteria or CRITERIA).glob("*/*-u*.json")):
        edition, _, revision = path.stem.rpartition("-u")
        yield f"{path.parent.name}@{edition}-u{revision}"


def load_set(name, criteria=None):
    return read(set_path(name, criteria))


def scheme_of(criteria_set, name=None):
    """The named scheme, or the first."""
    for scheme in criteria_set["schemes"]:
        if name is None or scheme["id"] == name:
            return scheme
    raise KeyError(f"no scheme {name}")


def leaves(node):
    """Every leaf under a tree node, in order."""
    for child in node["children"]:
        if "criterion" in child:
            yield child
        else:
            yield from leaves(child)


def group_nodes(node):
    """Every group node under a tree node, in order, parents first."""
    for child in node["children"]:
        if "group" in child:
            yield child
            yield from group_nodes(child)


def city_of_case(document, case):
    """The city a case describes: its own unit or the file's."""
    city = {key: case[key] for key in ("observations", "evidence", "not_applicable", "references", "published")
            if key in case}
    city["unit"] = case.get("unit", document["unit"])
    return city
