"""The data digest of criteria/FORMAT.md §2.2: canonical JSON of one city, SHA-256 of its bytes."""

import hashlib
import json
import unicodedata
from decimal import Decimal

# Characters with the Unicode property White_Space.
SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def text(value):
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n").strip(SPACES))


def decimal(value):
    plain = format(Decimal(str(value)), "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in ("-0", "") else plain


def observed(value):
    if value is True or value == "yes":
        return "yes"
    return "no" if value is False or value == "no" else decimal(value)


def tidy(value):
    """Texts in normal form; lists and objects inside."""
    if isinstance(value, str):
        return text(value)
    if isinstance(value, list):
        return [tidy(item) for item in value]
    if isinstance(value, dict):
        return {key: tidy(item) for key, item in value.items() if item != []}
    return value


def line(value):
    """RFC 8785 for texts, booleans, lists and objects with ASCII keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def in_order(items):
    return sorted(items, key=lambda item: line(item).encode())


def observation(given):
    out = {"role": "value", "status": "A", **given}
    if "value" in given:
        out["value"] = observed(given["value"])
    return tidy(out)


def documents(given):
    """Documents that differ in their criteria only are one."""
    joined = {}
    for document in given:
        rest = tidy({"kind": "result", **{key: value for key, value in document.items() if key != "criteria"}})
        joined.setdefault(line(rest), (rest, set()))[1].update(text(one) for one in document["criteria"])
    return [{**rest, "criteria": sorted(criteria, key=str.encode)} for rest, criteria in joined.values()]


def with_decimal(given):
    return tidy({**given, "value": decimal(given["value"])})


def canonical(city):
    out = tidy({key: city[key] for key in ("unit", "period", "prepared_by") if key in city})
    out["fictional"] = city.get("fictional", False)
    if "members" in out["unit"]:
        out["unit"]["members"] = in_order(out["unit"]["members"])
    lists = {
        "notes": tidy(city.get("notes", [])),
        "observations": [observation(one) for one in city["observations"]],
        "evidence": documents(city.get("evidence", [])),
        "not_applicable": list({line(tidy(one)): tidy(one) for one in city.get("not_applicable", [])}.values()),
        "references": [with_decimal(one) for one in city.get("references", [])],
        "published": [with_decimal(one) for one in city.get("published", [])],
    }
    for key, items in lists.items():
        if items or key == "observations":
            out[key] = in_order(items)
    return line(out)


def digest(city):
    return hashlib.sha256(canonical(city).encode()).hexdigest()
