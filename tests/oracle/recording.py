"""Records (FORMAT.md, section 5): digests, what a public copy seals, and the results of both views, computed anew."""

import hashlib
import json
import re
from pathlib import Path

from canonical import digest, text
from faults import faults
from loading import load_set, read, scheme_of, set_path
from naming import named
from showing import ROOT, assess

SEALED = re.compile(r"sealed:[0-9a-f]{64}\Z")
SAME = ("id", "outcome", "met_level", "value", "share", "points", "levels", "low", "high", "change", "parts")
NODE = ("id", "value", "share", "band", "low", "high")


def sealed(salt, name, value):
    if SEALED.match(value):
        return value
    return "sealed:" + hashlib.sha256(salt + name.encode() + b"\0" + text(value).encode()).hexdigest()


def without_people(city, salt):
    """The city with every text sealed that a public copy leaves out."""
    out = dict(city)
    if "prepared_by" in city:
        out["prepared_by"] = sealed(salt, "prepared_by", city["prepared_by"])
    out["evidence"] = [_document(each, salt) for each in city.get("evidence", [])]
    return out


def _document(document, salt):
    out = dict(document)
    if "url" in document and document.get("public") is not True:
        out["url"] = sealed(salt, "url", document["url"])
    if "by" in document.get("review", {}):
        out["review"] = {**document["review"], "by": sealed(salt, "by", document["review"]["by"])}
    return out


def _some(values, keys):
    return {key: values[key] for key in keys if key in values}


def _criterion(recorded):
    out = {**_some(recorded, SAME), "flags": recorded.get("flags", [])}
    out.update(_some(recorded.get("survey", {}), ("interval", "sample_to_settle")))
    if "levels" in out:
        out["levels"] = [_some(each, ("level", "outcome", "threshold")) for each in out["levels"]]
    if "parts" in out:
        out["parts"] = [_some(each, ("data_point", "outcome", "value", "points")) for each in out["parts"]]
    return out


def _group(recorded):
    met = [{**each, "met_high": each.get("met_high", each["met"])} for each in recorded.get("met", [])]
    return {**_some(recorded, NODE), "met": met}


def as_result(view):
    """A recorded view in the words of R."""
    out = {
        "level": view.get("level", {}).get("reached"),
        "refused": [each["condition"] for each in view.get("refused", [])],
        "score": view.get("score", {}).get("value"),
        "criteria": [_criterion(each) for each in view["criteria"]],
        "groups": [_group(each) for each in view["groups"]],
        "levels": [{"level": each["level"], "reached": each.get("reached")} for each in view.get("levels", [])],
    }
    out.update({key: _some(view[key], ("low", "high")) for key in ("level_range", "score_range", "range") if key in view})
    return out


def _asked(result):
    """A result without the counts of nodes in which nothing is asked: a record does not list them."""
    groups = [{**each, "met": [one for one in each["met"] if one["asked"]]} for each in result["groups"]]
    return {**result, "groups": groups}


def both_ways(recorded, computed, where):
    """What one has and the other has not, or otherwise; nothing and null are the same."""
    if isinstance(recorded, dict) and isinstance(computed, dict):
        for key in [*computed, *(key for key in recorded if key not in computed)]:
            yield from both_ways(recorded.get(key), computed.get(key), f"{where}.{key}")
    elif isinstance(recorded, list) and isinstance(computed, list) and len(recorded) == len(computed):
        for one, other in zip(*(_in_order(each) for each in (recorded, computed))):
            name = one.get("id", one.get("level")) if isinstance(one, dict) else one
            yield from both_ways(one, other, f"{where}[{name}]")
    elif recorded != computed:
        yield f"{where}: recorded {json.dumps(recorded)}, computed {json.dumps(computed)}"


def _in_order(items):
    """The root stands first in a record and last in R."""
    return sorted(items, key=lambda each: isinstance(each, dict) and each.get("id") == ROOT)


def marks(criteria_set, body, city):
    """The codes that follow from the file, the data and the parameters; readings of a kind of place come after them."""
    if city.get("fictional"):
        yield "fictional"
    if "not_official" in criteria_set:
        yield "not_official" if criteria_set["status"] == "reference" else "reported"
    if criteria_set.get("retrospective"):
        yield "retrospective"
    if criteria_set["stage"] == "draft":
        yield "draft"
    defaults = {(each["id"], each.get("level")): each["value"] for each in criteria_set["parameters"]}
    if any(defaults[each["id"], each.get("level")] != each["value"] for each in body.get("parameters", [])):
        yield "non_default"


def faults_of(path, criteria=None):
    """Every difference between a record and what follows from its data and its set."""
    record = read(path)
    body, city = record["body"], record["data"]
    name = body["set"]["id"]
    criteria_set = load_set(name, criteria)
    found = hashlib.sha256(Path(set_path(name, criteria)).read_bytes()).hexdigest()
    if found != body["set"]["sha256"]:
        yield f"set.sha256: recorded {body['set']['sha256']}, computed {found}"
    found = digest(without_people(city, bytes.fromhex(record["salt"])) if "salt" in record else city)
    if found != body["data_sha256"]:
        yield f"data_sha256: recorded {body['data_sha256']}, computed {found}"
    plain = list(marks(criteria_set, body, city))
    if body.get("marks", [])[:len(plain)] != plain or not set(body.get("marks", [])[len(plain):]) <= {"kind_reading", "level_reading"}:
        yield f"marks: recorded {body.get('marks')}, computed {plain}"
    scheme, parameters = scheme_of(criteria_set, body["scheme"]), body.get("parameters", [])
    city = named(criteria_set, city)
    wrong = faults(criteria_set, scheme, city, parameters)
    if wrong:
        yield f"the data are at fault: {wrong}"
        return
    computed = assess(criteria_set, city, body["scheme"], parameters)
    for view in ("self_assessed", "verified"):
        if (view in body) != (computed[view] is not None):
            yield f"{view}: there in one only"
        elif view in body:
            yield from both_ways(_asked(as_result(body[view])), _asked(computed[view]), view)
